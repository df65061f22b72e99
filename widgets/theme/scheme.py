"""Whether the system wants light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints


class SystemScheme(QObject):
    """Follows the colour scheme of the system."""

    changed = Signal(str)

    def __init__(self, hints: QStyleHints) -> None:
        """Listen to the application's style hints."""
        super().__init__()
        self._hints = hints
        hints.colorSchemeChanged.connect(self._tell)

    def theme_name(self) -> str:
        """Return the name of the theme that suits the system; light when it does not say."""
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.theme_name())
