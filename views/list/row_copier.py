"""Copies the chosen rows of a list, loaded or not, to the clipboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import DealboardError
from models.task import Task
from resources.texts import _
from views.list.copied_table import CopiedTable
from views.list.selection import chosen_count, chosen_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from core.record_source import RecordSource
    from models.record_table import RecordTableModel, TableColumn
    from models.task import TaskRunner
    from widgets.grid import GridView

MOST = 50_000


class NotCopiedError(DealboardError):
    """The chosen rows cannot be copied."""


class RowCopier(QObject):
    """Reads what is chosen in the background and puts it on the clipboard as a table."""

    copied = Signal(int)
    failed = Signal(Exception)

    def __init__(
        self,
        grid: GridView,
        model: RecordTableModel[Any],
        source: RecordSource[Any],
        tasks: TaskRunner,
    ) -> None:
        """Copy from a grid over a model."""
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._source = source
        self._tasks = tasks

    @Slot()
    def copy(self) -> None:
        """Copy the chosen rows with the head of the columns that are shown."""
        count = chosen_count(self._grid.selectionModel())
        if count == 0:
            return
        if count > MOST:
            text = _("{count} rows are too many to copy. Choose at most {most}.")
            self.failed.emit(NotCopiedError(text.format(count=count, most=MOST)))
            return
        keys = [self._model.key(row) for row in chosen_rows(self._grid.selectionModel())]
        known = [key for key in keys if key is not None]
        if len(known) < count:
            text = _("The list is still being read. Copy again in a moment.")
            self.failed.emit(NotCopiedError(text))
            return
        task = Task(partial(_table, self._source, known, self._columns()))
        task.done.connect(self._put)
        task.failed.connect(self.failed)
        self._tasks.start(task)

    def _columns(self) -> list[TableColumn[Any]]:
        """Return the columns that are shown, in the order that the user gave them."""
        header = self._grid.header
        places = (header.logicalIndex(place) for place in range(header.count()))
        return [self._model.columns[p] for p in places if not header.isSectionHidden(p)]

    @Slot(object)
    def _put(self, table: CopiedTable) -> None:
        table.put_on_clipboard()
        self.copied.emit(len(table.rows))


def _table(
    source: RecordSource[Any], keys: Sequence[UUID], columns: Sequence[TableColumn[Any]]
) -> CopiedTable:
    """Return the rows that are still there, in the order of their keys."""
    items = source.items(keys)
    found = [items[key] for key in keys if key in items]
    rows = [[column.text(item) for column in columns] for item in found]
    return CopiedTable([c.title for c in columns], rows, [c.right for c in columns])
