"""The cards of one column of a board."""

from __future__ import annotations

from functools import cmp_to_key
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from core.card_order import precedes
from db.id_list import IdList
from db.list_query import FirstPage
from models.arrangement import Change, Rows, Step, steps
from models.column_loader import ColumnLoader
from models.record_loader import spans

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from PySide6.QtCore import QObject

    from core.board import BoardColumn, Place
    from core.record_source import RecordSource
    from db.card_list import CardItem
    from db.list_query import Order
    from models.record_cache import RecordCache
    from models.task import TaskRunner

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole
DRAGGED = Qt.ItemFlag.ItemIsDragEnabled


class CardShelf(NamedTuple):
    """What the columns of a board share; previews: cards as they will be once a move is saved."""

    source: RecordSource[CardItem]
    tasks: TaskRunner
    cache: RecordCache
    previews: Mapping[UUID, CardItem]


class CardColumn(QAbstractListModel):
    """Shows the cards of a column without ever holding or waiting for all of them."""

    failed = Signal(Exception)

    def __init__(self, place: Place, shelf: CardShelf, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.place = place
        # What a screen reader says of a card; the view knows.
        self.spoken: Callable[[Index], str] = lambda _index: ""
        self._previews = shelf.previews
        self._orders: Sequence[Order] = ()
        self.loader = ColumnLoader(shelf.source, shelf.tasks, self, shelf.cache)
        self.loader.ordered.connect(self._take_order)
        self.loader.loaded.connect(self._repaint)
        self.loader.failed.connect(self.failed)

    @property
    def rows(self) -> Rows:
        """Return how the cards stand."""
        return Rows(self.loader.ids, self.loader.count)

    def begin(self, column: BoardColumn) -> None:
        """Show another question's cards, from their beginning."""
        self._orders = column.query.orders
        self.beginResetModel()
        self.loader.seed(column.query, _page(column))
        self.endResetModel()

    def renew(self, column: BoardColumn) -> None:
        """Show the same question's cards as they are now; who is still there keeps selected."""
        self._orders = column.query.orders
        page = _page(column)
        if self.loader.renew(column.query, page):
            self.arrange(Rows(IdList.of(item.id for item in page.items), page.count))
        self.repaint({item.id for item in page.items})

    def item(self, row: int) -> CardItem | None:
        """Return the record of a row, or None while it is being loaded."""
        return self._preview(row) or self.loader.item(row)

    def peek(self, row: int) -> CardItem | None:
        """Return the record of a row that is loaded, and ask for nothing."""
        return self._preview(row) or self.loader.peek(row)

    def key(self, row: int) -> UUID | None:
        """Return the id of a row, or None while the order is being read."""
        return self.loader.key(row)

    def row_of(self, key: UUID) -> int | None:
        """Return the row of a card, where it is known."""
        row = self.loader.place_of(key)
        return row if row >= 0 else None

    def place_for(self, item: CardItem, near: int = 0) -> int:
        """Return the row that the order gives to a card, as far as loaded rows tell.

        Where they leave more than one, the one that is nearest to a row.
        """
        low, high = 0, len(self.loader.ids)
        while low < high:
            row = self._loaded_row(low, high)
            if row is None:
                break
            if precedes(self._orders, self._at(row), item):
                low = row + 1
            else:
                high = row
        return max(low, min(near, high))

    def is_beyond(self, row: int) -> bool:
        """Tell whether what stands from a row on is not known."""
        return row == len(self.loader.ids) < self.loader.count

    def find(self, keys: Collection[UUID]) -> None:
        """Read where cards stand that came to the end of what is known."""
        end = len(self.loader.ids)
        if self.is_beyond(end) and end and self.loader.ids[end - 1] in keys:
            self.loader.want_order()

    def take_out(self, keys: AbstractSet[UUID]) -> None:
        """Let cards leave."""
        ids = self.loader.ids
        gone = self.loader.places(keys)
        for row in reversed(gone):
            ids = ids.spliced(row, row + 1, ())
        self.disturb(Rows(ids, self.loader.count - len(gone)))

    def put_in(
        self, cards: Mapping[UUID, CardItem | None], near: Mapping[UUID, int], *, seen: bool
    ) -> None:
        """Let cards come, each to the place that the order gives, else near a row.

        One that belongs behind all known rows stands there where it must be seen.
        """
        placed, hidden = [], 0
        for key, item in self._sorted(cards):
            row = near.get(key, self.loader.count)
            row = self.place_for(item, row) if item else min(row, len(self.loader.ids))
            if seen or not self.is_beyond(row):
                placed.append((row, key))
            else:
                hidden += 1
        self.disturb(Rows(self._with(placed), self.loader.count + len(placed) + hidden))

    def disturb(self, rows: Rows) -> None:
        """Put the rows into an order that an older read must not undo."""
        self.loader.disturb()
        self.arrange(rows)

    def arrange(self, rows: Rows) -> None:
        """Put the rows into another order; each that stays keeps its index."""
        for step in steps(self.rows, rows):
            self._do(step)

    def repaint(self, keys: AbstractSet[UUID]) -> None:
        """Say that cards look different now."""
        for first, last in spans(self.loader.places(keys)):
            self._repaint(first, last)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self.loader.count

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | DRAGGED if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """Return the record of a card, or what a screen reader says of it."""
        if not index.isValid():
            return None
        if role == Role.UserRole:
            return self.item(index.row())
        return self.spoken(index) if role == Role.AccessibleTextRole else None

    def _preview(self, row: int) -> CardItem | None:
        if not self._previews:
            return None
        key = self.loader.key(row)
        return None if key is None else self._previews.get(key)

    def _loaded_row(self, low: int, high: int) -> int | None:
        """Return a loaded row, from the middle of some rows downwards, then upwards."""
        middle = (low + high) // 2
        rows = chain(range(middle, low - 1, -1), range(middle + 1, high))
        return next((row for row in rows if self.peek(row) is not None), None)

    def _at(self, row: int) -> CardItem:
        item = self.peek(row)
        if item is None:
            raise LookupError(row)
        return item

    def _sorted(
        self, cards: Mapping[UUID, CardItem | None]
    ) -> Iterable[tuple[UUID, CardItem | None]]:
        """Yield cards in the order of the column, those that are not loaded last."""

        def compare(one: CardItem, other: CardItem) -> int:
            return -1 if precedes(self._orders, one, other) else 1

        loaded = [item for item in cards.values() if item is not None]
        yield from ((item.id, item) for item in sorted(loaded, key=cmp_to_key(compare)))
        yield from ((key, None) for key, item in cards.items() if item is None)

    def _with(self, placed: Collection[tuple[int, UUID]]) -> IdList:
        ids = self.loader.ids
        for come, (row, key) in enumerate(sorted(placed, key=lambda each: each[0])):
            ids = ids.spliced(row + come, row + come, [key.bytes])
        return ids

    def _take_order(self, ids: IdList) -> None:
        self.arrange(Rows(ids, len(ids)))

    def _do(self, step: Step) -> None:
        """Do one step, told as Qt wants it."""
        first, last = step.first, step.last
        if step.change is Change.INSERT:
            self.beginInsertRows(ROOT, first, last)
            self.loader.place(*step.rows)
            self.endInsertRows()
        elif step.change is Change.REMOVE:
            self.beginRemoveRows(ROOT, first, last)
            self.loader.place(*step.rows)
            self.endRemoveRows()
        elif step.change is Change.MOVE:
            self.beginMoveRows(ROOT, first, last, ROOT, step.to)
            self.loader.place(*step.rows)
            self.endMoveRows()
        elif step.change is Change.ORDER:
            self._reorder(step)
        else:
            self.loader.place(*step.rows)
            self._repaint(first, last)

    def _reorder(self, step: Step) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self.loader.key(index.row()) for index in before]
        self.loader.place(*step.rows)
        rows = self._rows_of(keys, step)
        after = [
            index if row is None else self.index(row)
            for index, row in zip(before, rows, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _rows_of(self, keys: Sequence[UUID | None], step: Step) -> list[int | None]:
        """Return the new rows of keys where they are among those that changed places."""
        ids = step.rows.ids
        where = {ids.packed(row): row for row in range(step.first, step.last + 1)} if keys else {}
        return [None if key is None else where.get(key.bytes) for key in keys]

    def _repaint(self, first: int, last: int) -> None:
        last = min(last, self.loader.count - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))


def _page(column: BoardColumn) -> FirstPage[CardItem]:
    return FirstPage(column.cards, column.figures.rows)
