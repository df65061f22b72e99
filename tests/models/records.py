"""A table of opportunities whose reads can be held up and made to fail."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Slot

from core.record_source import RecordSource
from db.errors import ConnectionLostError
from db.opportunity_list import OPPORTUNITY_LIST, OpportunityItem
from models.record_table import RecordTableModel, TableColumn
from models.task import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from core.workspace import Workspace
    from db.id_list import IdList
    from db.list_query import FirstPage, ListQuery

THREADS = 3
PATIENCE = 20.0
LONG_MS = 10_000
COLUMNS = (
    TableColumn[OpportunityItem]("number", "Number", lambda item: item.number),
    TableColumn[OpportunityItem]("title", "Title", lambda item: item.title),
    TableColumn[OpportunityItem]("net", "Net", lambda item: str(item.net_minor), right=True),
)


class GatedSource(RecordSource[OpportunityItem]):
    """Reads the real database, but only while its gate is open, and not while the cable is out."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with the gate open and the cable in."""
        super().__init__(workspace.database, OPPORTUNITY_LIST)
        self.gate = Event()
        self.gate.set()
        # One more gate for the ids behind the first page.
        self.order_gate = Event()
        self.order_gate.set()
        self.cable_is_out = False
        self.reads: list[str] = []

    def first_page(self, query: ListQuery) -> FirstPage[OpportunityItem]:
        """Return the first page when the gate is open."""
        self._pass("first page")
        return super().first_page(query)

    def ordered_ids(self, query: ListQuery, cancelled: Callable[[], bool]) -> IdList | None:
        """Return the ids when the gate is open."""
        self._pass("ids")
        assert self.order_gate.wait(PATIENCE)
        return super().ordered_ids(query, cancelled)

    def items(self, ids: Sequence[UUID]) -> dict[UUID, OpportunityItem]:
        """Return rows, read first and handed over when the gate is open."""
        found = super().items(ids)
        self._pass("items")
        return found

    def open_gates(self) -> None:
        """Let everything through."""
        self.gate.set()
        self.order_gate.set()

    def _pass(self, name: str) -> None:
        self.reads.append(name)
        assert self.gate.wait(PATIENCE)
        if self.cable_is_out:
            raise ConnectionLostError("board")


class Bench(QObject):
    """A table over a source, and what it told."""

    def __init__(self, workspace: Workspace) -> None:
        """Build the table; nothing is read yet."""
        super().__init__()
        self.workspace = workspace
        self.tasks = TaskRunner(THREADS)
        self.source = GatedSource(workspace)
        self.model: RecordTableModel[OpportunityItem] = RecordTableModel(
            self.source, COLUMNS, self.tasks
        )
        self.counts: list[int] = []
        self.errors: list[Exception] = []
        self.resets = 0
        self.repainted: list[tuple[int, int]] = []
        self.model.counted.connect(self._count)
        self.model.failed.connect(self._fail)
        self.model.modelReset.connect(self._reset)
        self.model.dataChanged.connect(self._repaint)

    def title(self, row: int) -> str | None:
        """Return the title of a row; None while it is not there."""
        index = self.model.index(row, 1)
        found: str | None = self.model.data(index, Qt.ItemDataRole.DisplayRole)
        return found

    def titles(self) -> list[str | None]:
        """Return the titles of all rows."""
        return [self.title(row) for row in range(self.model.rowCount())]

    def has_order(self) -> bool:
        """Tell whether the place of the last row is known."""
        rows = self.model.rowCount()
        return rows > 0 and self.model.key(rows - 1) is not None

    def changed(self, *keys: UUID, table: str = "opportunity") -> None:
        """Say that rows were changed, as the feed does."""
        self.model.loader.refresh({table: frozenset(keys)})

    def close(self) -> bool:
        """Wait for what runs."""
        self.source.open_gates()
        return self.tasks.wait(LONG_MS)

    @Slot(int)
    def _count(self, count: int) -> None:
        self.counts.append(count)

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        self.errors.append(error)

    @Slot()
    def _reset(self) -> None:
        self.resets += 1

    @Slot(QModelIndex, QModelIndex)
    def _repaint(self, first: QModelIndex, last: QModelIndex) -> None:
        self.repainted.append((first.row(), last.row()))
