"""An icon that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance


class IconLabel(QWidget):
    """Shows an icon in the colours of the theme in use."""

    def __init__(self, appearance: Appearance, name: str, role: str, size: int) -> None:
        """Show an icon by its name, in the colour of a role and a size in logical pixels."""
        super().__init__()
        self._appearance = appearance
        self._name = name
        self._role = role
        self.setFixedSize(size, size)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name = name
        self._role = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._appearance.icons.paint(painter, QRectF(self.rect()), self._name, self._role)
