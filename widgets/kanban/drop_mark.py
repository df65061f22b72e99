"""The line that shows where cards would land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from widgets.theme import Theme

WIDTH = 2
DOT = 6


def draw_drop_mark(painter: QPainter, theme: Theme, y: float, left: float, width: float) -> None:
    """Draw the mark with its middle at y, between two dots at the ends of a width."""
    painter.save()
    painter.fillRect(QRectF(left, y - WIDTH / 2, width, WIDTH), theme.colour("accent"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    for x in (left + DOT / 2, left + width - DOT / 2):
        painter.drawEllipse(QPointF(x, y), DOT / 2, DOT / 2)
    painter.restore()
