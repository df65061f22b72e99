"""A table of any number of records: shows what is loaded and asks for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from models.record_loader import RecordLoader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from core.record_source import RecordSource
    from db.list_query import ListQuery
    from models.task import TaskRunner

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole
Item = TypeVar("Item")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TableColumn(NamedTuple, Generic[Item]):
    """One column: its name in queries, its title, and the text of an item."""

    name: str
    title: str
    text: Callable[[Item], str]
    right: bool = False
    width: int = 120


class RecordTableModel(QAbstractTableModel, Generic[Item]):
    """Shows the rows of a list without ever holding or waiting for all of them."""

    counted = Signal(int)
    failed = Signal(Exception)

    def __init__(
        self,
        source: RecordSource[Item],
        columns: Sequence[TableColumn[Item]],
        tasks: TaskRunner,
    ) -> None:
        """Show columns of a source whose reads run as tasks."""
        super().__init__()
        self.columns = tuple(columns)
        self.loader = RecordLoader(source, tasks, self)
        self._rows = 0
        # Rows as they will be once a save under way is done.
        self._previews: dict[UUID, Item] = {}
        # True while rows only change places, so that a view keeps its own.
        self.reordering = False
        self.loader.answered.connect(self._show_answer)
        self.loader.reordering.connect(self._begin_order)
        self.loader.reordered.connect(self._show_order)
        self.loader.loaded.connect(self._repaint)
        self.loader.failed.connect(self.failed)

    def set_query(self, query: ListQuery) -> None:
        """Ask for another sort or filter; the old answer stays until the new one is there."""
        self.loader.ask(query)

    def item(self, row: int) -> Item | None:
        """Return the record of a row, or None while it is being loaded."""
        item: Item | None = self.loader.item(row)
        if self._previews and item is not None:
            key = self.loader.key(row)
            return self._previews.get(key, item) if key is not None else item
        return item

    def preview(self, key: UUID, item: Item | None) -> None:
        """Show a record as it will be, or again as it is."""
        if item is None:
            self._previews.pop(key, None)
        else:
            self._previews[key] = item
        for row in self.loader.places({key}):
            self._repaint(row, row)

    def key(self, row: int) -> UUID | None:
        """Return the id of a row, or None while the order is being read."""
        return self.loader.key(row)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """Return the text, the alignment or the record of a cell."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Role.TextAlignmentRole:
            return RIGHT if column.right else LEFT
        if role not in {Role.DisplayRole, Role.UserRole}:
            return None
        item = self.item(index.row())
        if item is None or role == Role.UserRole:
            return item
        return column.text(item)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Role.TextAlignmentRole:
            return RIGHT if column.right else LEFT
        return column.title if role == Role.DisplayRole else None

    def _show_answer(self) -> None:
        """Show the first page of a new query."""
        self.beginResetModel()
        self._rows = self.loader.count
        self.endResetModel()
        self.counted.emit(self._rows)

    def _begin_order(self) -> None:
        """Let a view remember its place while the rows still stand where they stood."""
        self.reordering = True
        self.beginResetModel()

    def _show_order(self) -> None:
        """Show rows that came, went or changed places; what is loaded stays."""
        self._rows = self.loader.count
        self.endResetModel()
        self.reordering = False
        self.counted.emit(self._rows)

    def _repaint(self, first: int, last: int) -> None:
        last = min(last, self._rows - 1)
        if first <= last:
            bottom = self.index(last, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), bottom)
