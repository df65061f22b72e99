"""A board: its columns, their figures, and the cards that are being moved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.board_shift import Stack, shifted
from models.board_columns import BoardColumns
from models.board_reader import BoardReader
from models.card_moves import CardMoves
from models.paced_read import PacedRead
from models.record_loader import PAINTED_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime
    from uuid import UUID

    from core.board import Board, BoardQuery, BoardSource, Health, Place
    from core.record_source import RecordSource
    from db.card_list import CardItem
    from models.card_column import CardColumn
    from models.card_moves import Ticket
    from models.task import TaskRunner


class OthersMove(NamedTuple):
    """Who else has moved a card, from where and to where."""

    who: str
    source: Place
    target: Place


class BoardModel(QObject):
    """Holds a board on the GUI thread and waits for nothing."""

    # A board stands; its columns and figures may be others than before.
    shown = Signal()
    health_changed = Signal()
    failed = Signal(Exception)
    # {id of a card: OthersMove}
    others_moved = Signal(object)

    def __init__(
        self,
        source: BoardSource,
        cards: RecordSource[CardItem],
        tasks: TaskRunner,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Show boards of a source; nothing is read before the first question."""
        super().__init__(parent)
        self.board: Board | None = None
        self.health: Mapping[Place, Health] = {}
        self._source, self._clock, self._table = source, clock, cards.table
        self._columns = BoardColumns(cards, tasks, self)
        self._moves = CardMoves(self._columns)
        self._reader = BoardReader(source, cards, tasks, clock, self)
        self._health_read = PacedRead(self, tasks, self._prepare_health)
        self._painted = QTimer(self, interval=PAINTED_MS, singleShot=True)
        self._held = False
        # Cards that stand where they no longer belong, as they were before; who changed which.
        self._misplaced: dict[UUID, CardItem] = {}
        self._who: dict[UUID, str] = {}
        self._connect()

    @property
    def query(self) -> BoardQuery | None:
        """Return what was asked for last."""
        return self._reader.query

    def ask(self, query: BoardQuery) -> None:
        """Ask for another board; the answer to the last question is dropped."""
        self._reader.ask(query)

    @Slot()
    def read_again(self) -> None:
        """Read what is shown anew; the user's place stays."""
        self._reader.read_again()

    def column(self, place: Place) -> CardColumn:
        """Return the cards of a column that the board has; raises KeyError."""
        return self._columns[place]

    def card(self, key: UUID) -> CardItem | None:
        """Return a card that is loaded, in whatever column."""
        return self._columns.card(key)

    def cards(self, keys: Iterable[UUID]) -> list[CardItem]:
        """Return those of some cards that are loaded."""
        return [card for card in map(self.card, keys) if card is not None]

    def place(self, key: UUID) -> Place | None:
        """Return the column in which a card is shown, where that is known."""
        spot = self._columns.spots({key}).get(key)
        return spot.place if spot else None

    def is_saving(self, key: UUID) -> bool:
        """Tell whether a move of a card is not committed yet."""
        return key in self._moves

    def take_changes(self, rows: Mapping[str, AbstractSet[UUID]] | None, who: str = "") -> None:
        """Take rows that have changed, by table, or None for all; who: somebody else did it."""
        for key in (rows or {}).get(self._table, ()):
            self._who[key] = who
        self._reader.refresh(rows)

    def hold(self, *, held: bool) -> None:
        """Keep every card in its place while the user drags or types."""
        self._held = held
        if not held:
            misplaced, self._misplaced = self._misplaced, {}
            self._settle(misplaced)
        self._block()

    def move(self, keys: Sequence[UUID], to: Place) -> Ticket:
        """Show cards in another column at once, as not committed yet; raises KeyError."""
        target = self.board.column(to) if self.board else None
        if self.board is None or target is None:
            raise KeyError(to)
        self._reader.outdate()
        ticket, board = self._moves.begin(keys, target, self.board)
        self._block()
        self._show(board)
        return ticket

    def confirm(self, ticket: Ticket) -> None:
        """Take a move as committed."""
        self._moves.end(ticket)
        self._over(ticket)
        if ticket.to in self._columns:
            self._columns[ticket.to].find(ticket.keys)

    def put_back(self, ticket: Ticket) -> None:
        """Show cards again where they stood before a move, or where they stand by now."""
        if self.board is None:
            return
        board = self._moves.put_back(ticket, self.board)
        self._over(ticket)
        self._show(board)

    def _connect(self) -> None:
        reader = self._reader
        reader.loaded, reader.loading = self._columns.loaded, self._columns.loading
        reader.answered.connect(self._begin)
        reader.renewed.connect(self._renew)
        reader.fetched.connect(self._take_cards)
        reader.failed.connect(self.failed)
        self._columns.failed.connect(self.failed)
        self._health_read.arrived.connect(self._take_health)
        self._health_read.failed.connect(self.failed)
        self._painted.timeout.connect(self._health_read.now)

    @Slot(object)
    def _begin(self, board: Board) -> None:
        """Show the answer to a new question; moves under way belong to the board before it."""
        self._moves.forget()
        self._misplaced.clear()
        self.health = {}
        self._columns.begin(board)
        self._block()
        self._show(board)
        self._painted.start()

    @Slot(object)
    def _renew(self, board: Board) -> None:
        """Show the same board as it is now."""
        self._columns.renew(board)
        # What was not loaded, and so not read, has come with the board.
        waiting = self._reader.stale
        self._who = {key: who for key, who in self._who.items() if key in waiting}
        self._show(board)
        self._health_read.soon()

    def _show(self, board: Board) -> None:
        self.board = board
        self.shown.emit()

    def _prepare_health(self) -> Callable[[], object]:
        query, now, source = self._reader.query, self._clock(), self._source

        def read() -> tuple[BoardQuery | None, Mapping[Place, Health]]:
            return query, source.health(query, now) if query is not None else {}

        return read

    @Slot(object)
    def _take_health(self, answer: tuple[BoardQuery | None, Mapping[Place, Health]]) -> None:
        query, health = answer
        if query == self._reader.query:
            self.health = health
            self.health_changed.emit()

    @Slot(object, object)
    def _take_cards(self, keys: AbstractSet[UUID], items: Mapping[UUID, CardItem]) -> None:
        """Take cards that were read again: each goes where it belongs by now."""
        at_rest = {key for key in keys if key not in self._moves}
        before = {key: card for key in at_rest if (card := self.card(key)) is not None}
        for key in at_rest:
            self._columns.previews.pop(key, None)
        self._columns.keep(items, keys - items.keys())
        self._columns.repaint(at_rest)
        if self._held:
            self._misplaced = {**before, **self._misplaced}
        else:
            self._settle(before)

    def _settle(self, before: Mapping[UUID, CardItem]) -> None:
        """Let cards that have changed stand where they belong, and tell whom others have moved."""
        before = {key: card for key, card in before.items() if not self.is_saving(key)}
        spots = self._columns.spots(before.keys())
        going = {key: spot.place for key, spot in spots.items() if spot.place != self._home(key)}
        others = {
            key: OthersMove(self._who[key], source, target)
            for key, source in going.items()
            if self._who.get(key) and (target := self._home(key)) is not None
        }
        for key in before:
            self._who.pop(key, None)
        if going and self.board is not None:
            self._go(self.board, going, before)
        if others:
            self.others_moved.emit(others)

    def _home(self, key: UUID) -> Place | None:
        """Return where a card belongs; None: not on this board."""
        card = self.card(key)
        return None if card is None or self.board is None else self.board.place_of(card)

    def _go(
        self, board: Board, going: Mapping[UUID, Place], before: Mapping[UUID, CardItem]
    ) -> None:
        """Let cards go from their columns to those where they belong, and figures with them."""
        left: dict[Place, list[CardItem]] = defaultdict(list)
        come: dict[Place, list[CardItem]] = defaultdict(list)
        for key, source in going.items():
            left[source].append(before[key])
            card, target = self.card(key), self._home(key)
            if card is not None and target is not None:
                come[target].append(card)
        self._columns.take_out(set(going))
        for place, cards in come.items():
            self._columns.put_in(place, [card.id for card in cards], {}, seen=False)
        leaving = [Stack(place, cards) for place, cards in left.items()]
        self._show(shifted(board, leaving, [Stack(place, cards) for place, cards in come.items()]))

    def _over(self, ticket: Ticket) -> None:
        """Read cards again whose move is over; what was read before that does not count."""
        self._reader.outdate()
        self._reader.want(ticket.keys)
        self._columns.repaint(set(ticket.keys))
        self._block()

    def _block(self) -> None:
        """Read no board while a card must stay where it is shown."""
        blocked = self._held or bool(self._moves)
        self._columns.hold(held=blocked)
        self._reader.block(blocked=blocked)
