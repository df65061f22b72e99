"""The look of the program: a theme chosen or the system's own, in one of two densities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.places import RESOURCES
from widgets.theme import Appearance, Density, SystemScheme, load_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from widgets.theme import Theme

SYSTEM = "system"


class Look(QObject):
    """Dresses the application, and again when the user or the system changes its mind."""

    def __init__(self, application: QApplication, theme: str = SYSTEM) -> None:
        """Dress the application in a theme, or follow the system."""
        super().__init__()
        self._scheme = SystemScheme(application.styleHints())
        self._scheme.changed.connect(self._dress)
        self._theme = theme
        self._density = Density.COMFORTABLE
        self.appearance = Appearance(application, self._load())

    @property
    def density(self) -> str:
        """Return the density in use."""
        return self._density.value

    def use_theme(self, name: str) -> None:
        """Use a theme, or follow the system."""
        self._theme = name
        self._dress()

    def use_density(self, name: str) -> None:
        """Use a density; an unknown one is the comfortable one."""
        known = {density.value for density in Density}
        self._density = Density(name) if name in known else Density.COMFORTABLE
        self._dress()

    @Slot()
    def _dress(self) -> None:
        theme = self._load()
        if theme != self.appearance.theme:
            self.appearance.use(theme)

    def _load(self) -> Theme:
        name = self._scheme.theme_name() if self._theme == SYSTEM else self._theme
        return load_theme(RESOURCES, name, self._density)
