"""The look that all widgets share, and its change while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from widgets.theme.icons import Icons, phosphor
from widgets.theme.palette import apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from widgets.theme.theme import Theme


class Appearance(QObject):
    """The theme in use and its icons; widgets are given one and repaint when it changes."""

    changed = Signal()

    def __init__(self, app: QApplication, theme: Theme) -> None:
        """Dress the application in a theme."""
        super().__init__()
        self._app = app
        self._theme = theme
        self._icons = Icons(theme, phosphor())
        apply_theme(app, theme)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def icons(self) -> Icons:
        """The icons in the colours of the theme in use."""
        return self._icons

    def use(self, theme: Theme) -> None:
        """Change to another theme or density, in every open window."""
        self._theme = theme
        self._icons.set_theme(theme)
        apply_theme(self._app, theme)
        self.changed.emit()
