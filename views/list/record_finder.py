"""Brings one record of a list into sight, as soon as its place is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView

from db.list_query import ListQuery

if TYPE_CHECKING:
    from uuid import UUID

    from views.list.record_list_view import RecordListView

LOOK_MS = 40
# The order of a million rows is read in less.
LIMIT_MS = 10_000
MIDDLE = QAbstractItemView.ScrollHint.PositionAtCenter


class RecordFinder(QObject):
    """Looks for a record while the order of a list is still being read."""

    def __init__(self, view: RecordListView[Any]) -> None:
        """Look in a list."""
        super().__init__(view)
        self._view = view
        self._wanted: UUID | None = None
        self._left = 0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._find)

    def show(self, record_id: UUID) -> None:
        """Choose the record and bring it into sight; what hides it is taken away."""
        self._wanted, self._left = record_id, LIMIT_MS // LOOK_MS
        if self._place() < 0:
            self._view.show_query(ListQuery())
        self._look.start()
        self._find()

    def _place(self) -> int:
        wanted = {self._wanted} if self._wanted is not None else set()
        places = self._view.model.loader.places(wanted)
        return places[0] if places else -1

    @Slot()
    def _find(self) -> None:
        self._left -= 1
        place = self._place()
        if 0 <= place < self._view.model.rowCount():
            self._look.stop()
            grid = self._view.grid
            grid.setFocus()
            grid.selectRow(place)
            grid.scrollTo(self._view.model.index(place, 0), MIDDLE)
        elif self._left <= 0:
            self._look.stop()
