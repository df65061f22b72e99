"""Keeps the user's place in a list whose rows come, go and change places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Slot

from models.record_loader import spans
from views.list.selection import chosen_count, chosen_rows

if TYPE_CHECKING:
    from uuid import UUID

    from models.record_table import RecordTableModel
    from widgets.grid import GridView

Select = QItemSelectionModel.SelectionFlag


class Place(NamedTuple):
    """What the user sees and has chosen, by id."""

    selected: frozenset[UUID]
    whole: bool
    current: UUID | None
    top: UUID | None
    offset: int


class PlaceKeeper(QObject):
    """Puts selection, current row and top row back after the rows were put in order again."""

    def __init__(self, grid: GridView, model: RecordTableModel[Any]) -> None:
        """Watch a model for a grid."""
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._place: Place | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)

    @Slot()
    def _remember(self) -> None:
        self._place = self._now() if self._model.reordering else None

    @Slot()
    def _return(self) -> None:
        place, self._place = self._place, None
        if place is None:
            self._grid.scrollToTop()
            return
        self._select(place)
        self._scroll(place)

    def _now(self) -> Place:
        chosen = self._grid.selectionModel()
        count = chosen_count(chosen)
        whole = 0 < count == self._model.rowCount()
        rows = () if whole else chosen_rows(chosen)
        top = self._grid.rowAt(0)
        return Place(
            frozenset(key for key in map(self._model.key, rows) if key is not None),
            whole,
            self._key(self._grid.currentIndex().row()),
            self._key(top),
            self._grid.rowViewportPosition(top) if top >= 0 else 0,
        )

    def _key(self, row: int) -> UUID | None:
        return self._model.key(row) if row >= 0 else None

    def _row(self, key: UUID | None) -> int:
        found = self._model.loader.places({key}) if key is not None else []
        return found[0] if found else -1

    def _select(self, place: Place) -> None:
        chosen = self._grid.selectionModel()
        if place.whole:
            self._grid.selectAll()
        else:
            chosen.select(self._rows(place.selected), Select.ClearAndSelect | Select.Rows)
        row = self._row(place.current)
        if row >= 0:
            chosen.setCurrentIndex(self._model.index(row, 0), Select.NoUpdate)

    def _rows(self, keys: frozenset[UUID]) -> QItemSelection:
        selection = QItemSelection()
        for first, last in spans(self._model.loader.places(keys)):
            selection.select(self._model.index(first, 0), self._model.index(last, 0))
        return selection

    def _scroll(self, place: Place) -> None:
        """Let the same row stand at the top; where it is gone, the same spot."""
        row = self._row(place.top)
        if row >= 0:
            height = self._grid.rowHeight(row)
            self._grid.verticalScrollBar().setValue(row * height - place.offset)
