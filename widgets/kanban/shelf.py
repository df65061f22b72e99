"""The part of a board that is scrolled sideways between its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from widgets.kanban.wheel import LINE, distance

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

ALWAYS, NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class Shelf(QScrollArea):
    """Holds the columns between the ends; scrolled says that others may be in sight now."""

    scrolled = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build an empty shelf."""
        super().__init__(parent)
        self.content = QWidget()
        self.setWidget(self.content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(NEVER)
        self.setHorizontalScrollBarPolicy(NEVER)
        self.horizontalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().valueChanged.connect(self.scrolled)
        for ground in (self.viewport(), self.content):
            ground.setAutoFillBackground(False)

    def fit(self, room: QRect, content: int) -> int:
        """Take a room of the board; return how high columns are, above the bar if there is one."""
        has_bar = content > room.width()
        self.setHorizontalScrollBarPolicy(ALWAYS if has_bar else NEVER)
        self.setGeometry(room)
        height = room.height() - has_bar * self.horizontalScrollBar().sizeHint().height()
        self.content.setFixedSize(max(content, 1), max(height, 0))
        return height

    def turn(self, event: QWheelEvent) -> None:
        """Scroll by a turn of the wheel."""
        self.scroll_by(distance(event))
        event.accept()

    def scroll_by(self, pixels: int) -> bool:
        """Scroll to the right, or by less than nothing to the left; tell whether it did."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        return bar.value() != before

    def reveal(self, column: QWidget) -> None:
        """Scroll until a column is in sight, its beginning if it is wider than the shelf."""
        bar = self.horizontalScrollBar()
        right = column.x() + column.width() - self.width()
        bar.setValue(min(max(bar.value(), right), column.x()))

    def shows(self, column: QWidget) -> bool:
        """Tell whether a part of a column is in sight."""
        left = column.x() - self.horizontalScrollBar().value()
        # The viewport is laid out later than the shelf: it would show less before the first paint.
        return left < self.width() and left + column.width() > 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's name
        # What has the keyboard is brought into sight by the board, as a whole column.
        return QWidget.focusNextPrevChild(self, next)

    def place_in(self, point: QPoint) -> QPoint:
        """Return where a point of the board lies in the part that is in sight."""
        return point - self.pos()
