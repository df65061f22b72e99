"""The page before a database is open."""

from views.start.start_page import StartPage
from views.start.values import RecentDatabase, SavedCopy

__all__ = ["RecentDatabase", "SavedCopy", "StartPage"]
