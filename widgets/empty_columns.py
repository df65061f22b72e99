"""Columns with dashed places where cards will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.painted import Plate, draw_line, draw_plate, ink_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

HEIGHT = 176
GAP = 8
PADDING = 12
PLACE_HEIGHT = 44
PLACES_TOP = 56
# The more advanced, the fewer: a board fills from the left.
PLACES = (2, 2, 1)


class EmptyColumn(NamedTuple):
    """What stands at the head of a column."""

    title: str
    cards: str
    sum: str


class EmptyColumns(QWidget):
    """A picture of a board that has no cards yet."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Draw no columns yet; name is read aloud."""
        super().__init__()
        self._appearance = appearance
        self._columns: tuple[EmptyColumn, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def set_columns(self, columns: Sequence[EmptyColumn]) -> None:
        """Draw these columns."""
        self._columns = tuple(columns)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        count = max(1, len(self._columns))
        width = (self.width() - GAP * (count - 1)) / count
        for place, column in enumerate(self._columns):
            room = QRectF(round(place * (width + GAP)), 0, round(width), self.height())
            self._paint_column(painter, room, column)
            self._paint_places(painter, room, PLACES[place] if place < len(PLACES) else 0)

    def _paint_column(self, painter: QPainter, room: QRectF, column: EmptyColumn) -> None:
        theme = self._appearance.theme
        fill, border = theme.colour("surface-sunken"), theme.colour("border")
        draw_plate(painter, room, Plate(theme.radius["medium"], fill, border))
        head = QRectF(room.left() + PADDING, 8, room.width() - 2 * PADDING, 24)
        faint = ink_of(theme, "small", "text-muted")
        used = draw_line(painter, head, column.cards, faint, right=True)
        strong = ink_of(theme, "subtitle", "text")
        draw_line(painter, head.adjusted(0, 0, -used - GAP, 0), column.title, strong)
        below = QRectF(head.left(), head.bottom(), head.width(), 16)
        draw_line(painter, below, column.sum, ink_of(theme, "caption", "text-muted"))

    def _paint_places(self, painter: QPainter, room: QRectF, count: int) -> None:
        theme = self._appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border-strong"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in range(count):
            top = PLACES_TOP + place * (PLACE_HEIGHT + GAP)
            width = room.width() - 2 * PADDING
            box = QRectF(room.left() + PADDING + 0.5, top + 0.5, width - 1, PLACE_HEIGHT - 1)
            painter.drawRoundedRect(box, theme.radius["medium"], theme.radius["medium"])
        painter.restore()
