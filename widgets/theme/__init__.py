"""The look: themes, their colours, type and icons, and how they reach the application."""

from widgets.theme.appearance import Appearance
from widgets.theme.loader import load_theme
from widgets.theme.scheme import SystemScheme
from widgets.theme.theme import Density, Theme, ThemeError

__all__ = ["Appearance", "Density", "SystemScheme", "Theme", "ThemeError", "load_theme"]
