"""Writing from the start of a widget, whichever side that is in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from widgets.painted import draw_line, middle_square

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from widgets.painted import Ink
    from widgets.theme.icons import Icons


class SidePen:
    """Paints into rooms that are given as from left to right, mirrored where it reads so."""

    def __init__(self, painter: QPainter, widget: QWidget) -> None:
        """Paint on a widget."""
        self.painter = painter
        self.mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._width = widget.width()

    def visual(self, room: QRectF) -> QRectF:
        """Return where a room really is."""
        if not self.mirrored:
            return room
        return QRectF(self._width - room.right(), room.top(), room.width(), room.height())

    def write(self, room: QRectF, text: str, ink: Ink) -> float:
        """Write a line from the start of a room, cut at its end; return its width."""
        if not text or room.width() <= 0:
            return 0
        return draw_line(self.painter, self.visual(room), text, ink, right=self.mirrored)

    def write_end(self, room: QRectF, text: str, ink: Ink) -> float:
        """Write what is never cut so that it ends where a room ends; return its width."""
        if not text:
            return 0
        width = ink.width(text)
        place = QRectF(room.right() - width, room.top(), width, room.height())
        return draw_line(self.painter, self.visual(place), text, ink, right=self.mirrored)

    def icon(self, room: QRectF, side: int, icons: Icons, name: str, role: str) -> float:
        """Paint an icon in the middle of the height, at the start of a room; return its width."""
        square = self.visual(middle_square(room, room.left(), side))
        icons.paint(self.painter, square, name, role)
        return side


def beside(room: QRectF, start: float, end: float = 0) -> QRectF:
    """Return the room without what is taken at its start and its end."""
    return room.adjusted(start, 0, -end, 0)
