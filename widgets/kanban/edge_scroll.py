"""Scrolling while something is dragged near an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot

if TYPE_CHECKING:
    from widgets.kanban.columns import ColumnRow

ZONE = 48
FRAME = 16  # milliseconds
MOST = 20  # pixels a frame, at the very edge


def speed(place: int, length: int) -> int:
    """Return by how many pixels a frame scrolls for a place along a length."""
    if not 0 <= place < length:
        return 0
    zone = min(ZONE, length // 3)
    before, after = zone - place, place - (length - 1 - zone)
    depth = max(before, after)
    if zone <= 0 or depth <= 0:
        return 0
    pixels = max(1, round(MOST * depth / zone))
    return -pixels if before > after else pixels


class EdgeScroll(QObject):
    """Scrolls the board sideways and a column up and down; scrolled says that it did."""

    scrolled = Signal()

    def __init__(self, row: ColumnRow) -> None:
        """Scroll a row of columns."""
        super().__init__(row)
        self._row = row
        self._at = QPoint()
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._scroll)

    def follow(self, at: QPoint) -> None:
        """Tell where on the row the pointer is now."""
        self._at = at
        if any(self._speeds()):
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _speeds(self) -> tuple[int, int]:
        """Return how fast the board and the column under the pointer scroll."""
        shelf = self._row.shelf
        inside = shelf.geometry().contains(self._at)
        sideways = speed(self._at.x() - shelf.x(), shelf.width()) if inside else 0
        pane = self._row.pane_at(self._at)
        cards = pane.cards if pane is not None and pane.is_open else None
        if cards is None:
            return sideways, 0
        at = cards.viewport().mapFrom(self._row, self._at)
        return sideways, speed(at.y(), cards.viewport().height())

    @Slot()
    def _scroll(self) -> None:
        sideways, down = self._speeds()
        moved = bool(sideways) and self._row.shelf.scroll_by(sideways)
        pane = self._row.pane_at(self._at)
        if down and pane is not None and pane.cards is not None:
            moved = pane.cards.scroll_by(down) or moved
        if moved:
            self.scrolled.emit()
        elif not (sideways or down):
            self._timer.stop()
