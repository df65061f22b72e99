"""All columns of a board beside one another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from widgets.kanban.arrangement import Arrangement, Sizes, arrange
from widgets.kanban.arrangement import Slot as Room
from widgets.kanban.column import ColumnPane
from widgets.kanban.shelf import Shelf
from widgets.kanban.values import End

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from widgets.kanban.tools import Tools
    from widgets.kanban.values import Column

ORDER = (End.LEFT, End.NONE, End.RIGHT)


class ColumnRow(QWidget):
    """Places the columns, and builds those that come into sight."""

    built = Signal(object)
    toggled = Signal(object, bool)
    moved = Signal()

    def __init__(self, tools: Tools) -> None:
        """Build a row without columns."""
        super().__init__()
        self._tools = tools
        self._panes: dict[str, ColumnPane] = {}
        self._arrangement = Arrangement((), 0, 0, 0)
        self.shelf = Shelf(self)
        self.shelf.scrolled.connect(self._wake_seen)
        self.shelf.scrolled.connect(self.moved)

    def __iter__(self) -> Iterator[ColumnPane]:
        return iter(self._panes.values())

    def pane(self, key: str) -> ColumnPane | None:
        """Return a column by its key."""
        return self._panes.get(key)

    def set_columns(
        self, columns: Sequence[Column], collapsed: AbstractSet[str]
    ) -> list[ColumnPane]:
        """Show these columns; return those that are gone, hidden but not yet deleted."""
        ordered = sorted(columns, key=lambda column: ORDER.index(column.end))
        gone = [pane for key, pane in self._panes.items() if key not in {c.key for c in ordered}]
        self._panes = {column.key: self._pane_for(column) for column in ordered}
        for pane in self:
            if pane.is_collapsed != (pane.key in collapsed):
                pane.set_collapsed(collapsed=pane.key in collapsed)
        for pane in gone:
            pane.hide()
        self.settle()
        return gone

    @Slot()
    def settle(self) -> None:
        """Place all columns anew, after one was opened or collapsed."""
        self._arrangement = self._arranged()
        room = QRect(self._arrangement.shelf_left, 0, self._arrangement.shelf_width, self.height())
        height = self.shelf.fit(room, self._arrangement.content)
        for pane, place in zip(self, self._arrangement.places, strict=True):
            parent = self.shelf.content if place.on_shelf else self
            if pane.parentWidget() is not parent:
                pane.setParent(parent)
            pane.setGeometry(place.left, 0, place.width, height)
            pane.show()
        self._hint_entry()
        self._wake_seen()
        self._order_stops()

    def pane_at(self, point: QPoint) -> ColumnPane | None:
        """Return the column at a point of the row; a gap belongs to the column before it."""
        on_shelf = self.shelf.geometry().contains(point)
        place = self.shelf.content.mapFrom(self, point) if on_shelf else point
        for pane in self:
            fits = (pane.parentWidget() is self.shelf.content) == on_shelf
            if fits and pane.geometry().contains(place):
                return pane
        return None

    def next_to(self, pane: ColumnPane, direction: int) -> list[ColumnPane]:
        """Return the columns on one side of a column, the nearest first."""
        panes = list(self)
        at = panes.index(pane)
        return panes[at + 1 :] if direction > 0 else panes[:at][::-1]

    def reveal(self, pane: ColumnPane) -> None:
        """Scroll until a column is in sight, and build it."""
        if pane.parentWidget() is self.shelf.content:
            self.shelf.reveal(pane)
        pane.wake()

    def holding(self, widget: QWidget | None) -> ColumnPane | None:
        """Return the column that a widget is a part of."""
        if widget is None:
            return None
        return next((pane for pane in self if pane is widget or pane.isAncestorOf(widget)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.shelf.turn(event)

    def _pane_for(self, column: Column) -> ColumnPane:
        pane = self._panes.get(column.key)
        if pane is not None:
            pane.set_column(column)
            return pane
        pane = ColumnPane(self._tools, column)
        pane.built.connect(self.built)
        pane.built.connect(self._order_stops)
        pane.toggled.connect(self.toggled)
        return pane

    def _arranged(self) -> Arrangement:
        sizes = self._tools.appearance.theme.sizes
        rooms = [Room(pane.column.end, pane.is_open) for pane in self]
        return arrange(rooms, self.width(), Sizes(sizes["column-strip"], sizes["column"]))

    def _hint_entry(self) -> None:
        """Let the first column that takes cards show how they are entered."""
        takers = (pane for pane in self if pane.is_open and pane.column.accepts_entry)
        first = next(takers, None)
        for pane in self:
            pane.set_hinted(hinted=pane is first)

    @Slot()
    def _wake_seen(self) -> None:
        for pane in list(self):
            if pane.parentWidget() is self or self.shelf.shows(pane):
                pane.wake()

    @Slot()
    def _order_stops(self) -> None:
        """Let Tab go through the columns from left to right."""
        stops = [stop for pane in self for stop in pane.stops()]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)
