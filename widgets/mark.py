"""The mark of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

ICONS = Path(__file__).parents[1] / "resources" / "icons"


class Mark(QWidget):
    """Three columns in the colours of the theme."""

    def __init__(self, appearance: Appearance, size: int) -> None:
        """Show the mark in a square of a size."""
        super().__init__()
        self._appearance = appearance
        self._shown = ""
        self._renderer = QSvgRenderer(self)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        name = f"mark-{self._appearance.theme.name}.svg"
        if name != self._shown:
            self._renderer.load(str(ICONS / name))
            self._shown = name
        self._renderer.render(QPainter(self), QRectF(self.rect()))
