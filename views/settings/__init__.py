"""The page of a user's settings."""

from views.settings.settings_view import SettingsView
from views.settings.shortcuts import Command

__all__ = ["Command", "SettingsView"]
