"""The first screen of an open database."""

from views.home.home_view import HomeAbout, HomeView

__all__ = ["HomeAbout", "HomeView"]
