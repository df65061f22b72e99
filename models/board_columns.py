"""The columns of a board, and the cards that stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from models.card_column import CardColumn, CardShelf
from models.record_cache import RecordCache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from core.board import Board, BoardColumn, Place
    from core.record_source import RecordSource
    from db.card_list import CardItem
    from models.task import TaskRunner


class Spot(NamedTuple):
    """Where a card stands; a row of a column."""

    place: Place
    row: int


class BoardColumns(QObject):
    """Keeps one model for each column, and shows boards in them."""

    failed = Signal(Exception)

    def __init__(self, source: RecordSource[CardItem], tasks: TaskRunner, parent: QObject) -> None:
        """Begin without any column."""
        super().__init__(parent)
        self.previews: dict[UUID, CardItem] = {}
        self._cache = RecordCache()
        self._shelf = CardShelf(source, tasks, self._cache, self.previews)
        self._columns: dict[Place, CardColumn] = {}

    def __iter__(self) -> Iterator[CardColumn]:
        return iter(self._columns.values())

    def __getitem__(self, place: Place) -> CardColumn:
        return self._columns[place]

    def __contains__(self, place: object) -> bool:
        return place in self._columns

    def begin(self, board: Board) -> None:
        """Show the answer to a new question."""
        self._cache.clear()
        self.previews.clear()
        self._keep_first(board)
        for column, model in self._matched(board):
            model.begin(column)

    def renew(self, board: Board) -> None:
        """Show the same question's board as it is now."""
        self._keep_first(board)
        for column, model in self._matched(board):
            model.renew(column)

    def hold(self, *, held: bool) -> None:
        """Take no other order of a column for a while."""
        for column in self:
            column.loader.hold(held=held)

    def loading(self) -> bool:
        """Tell whether cards of some column are being read."""
        return any(column.loader.reading for column in self)

    def loaded(self) -> set[UUID]:
        """Return the cards that are loaded."""
        return self._cache.keys() | self.previews.keys()

    def card(self, key: UUID) -> CardItem | None:
        """Return a card that is loaded, as it is shown."""
        return self.previews.get(key) or self._cache.get(key.bytes)

    def spots(self, keys: AbstractSet[UUID]) -> dict[UUID, Spot]:
        """Return where cards stand, as far as that is known."""
        return {
            column.loader.ids[row]: Spot(column.place, row)
            for column in self
            for row in column.loader.places(keys)
        }

    def keep(self, items: Mapping[UUID, CardItem], gone: Iterable[UUID]) -> None:
        """Take cards that were read again, and forget those that are no more."""
        self._cache.keep(items)
        self._cache.drop(gone)

    def take_out(self, keys: AbstractSet[UUID]) -> None:
        """Let cards leave the columns that they stand in."""
        for column in self:
            if column.loader.places(keys):
                column.take_out(keys)

    def put_in(
        self, place: Place, keys: Iterable[UUID], near: Mapping[UUID, int], *, seen: bool
    ) -> None:
        """Let cards come to a column, where the order puts them."""
        cards = {key: self.card(key) for key in keys}
        if cards and place in self:
            self[place].put_in(cards, near, seen=seen)

    def repaint(self, keys: AbstractSet[UUID]) -> None:
        """Say that cards look different now."""
        for column in self:
            column.repaint(keys)

    def _keep_first(self, board: Board) -> None:
        self._cache.keep({card.id: card for column in board.columns for card in column.cards})

    def _matched(self, board: Board) -> Iterator[tuple[BoardColumn, CardColumn]]:
        """Yield the columns of a board with their models; the others go."""
        places = {column.place for column in board.columns}
        for place in self._columns.keys() - places:
            self._columns.pop(place).deleteLater()
        for column in board.columns:
            if column.place not in self._columns:
                self._columns[column.place] = self._made(column.place)
            yield column, self._columns[column.place]

    def _made(self, place: Place) -> CardColumn:
        made = CardColumn(place, self._shelf, self)
        made.failed.connect(self.failed)
        return made
