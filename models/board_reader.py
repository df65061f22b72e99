"""Reads a board and the cards that changed, one after the other and off the GUI thread.

A newer question drops older answers. What a read took from the database before the user moved
a card does not count either: it would let the card jump back.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.receiver import Receiver
from models.record_loader import GATHER_MS, REREAD_MS, SHARE
from models.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import datetime
    from uuid import UUID

    from core.board import Board, BoardQuery, BoardSource
    from core.record_source import RecordSource
    from db.card_list import CardItem
    from models.task import TaskRunner


def nothing() -> None:
    """Do nothing where a read fails."""


class BoardReader(QObject):
    """Decides what is read when: changed cards soon, the board at most once a second."""

    # A board: the answer to a new question, or the same one as it is now.
    answered = Signal(object)
    renewed = Signal(object)
    # Ids that were read again, and the cards of those that are still there.
    fetched = Signal(object, object)
    failed = Signal(Exception)

    def __init__(
        self,
        source: BoardSource,
        cards: RecordSource[CardItem],
        tasks: TaskRunner,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        """Read boards of a source, and cards by id."""
        super().__init__(parent)
        self._source, self._cards, self._tasks, self._clock = source, cards, tasks, clock
        self.query: BoardQuery | None = None
        # Which cards are shown; whether some of them are being read beside this.
        self.loaded: Callable[[], AbstractSet[UUID]] = frozenset
        self.loading: Callable[[], bool] = bool
        self._question = self._answered = 0
        # Raised by what the user moves.
        self._moves = 0
        self._reads = 0
        self._stale: set[UUID] = set()
        self._all_stale = self._due = self._blocked = self._stuck = False
        self._gather = self._timer(GATHER_MS)
        self._pause = self._timer(REREAD_MS)

    @property
    def stale(self) -> AbstractSet[UUID]:
        """Return the cards that have changed since they were read."""
        return self._stale

    def ask(self, query: BoardQuery) -> None:
        """Ask for another board; the answer to the last question is dropped."""
        self.query = query
        self._question += 1
        question, moves, now = self._question, self._moves, self._clock()
        self._due = self._stuck = False

        def work() -> Board | None:
            # Who types fast asks faster than is read.
            return self._source.read(query, now) if question == self._question else None

        def take(board: Board) -> None:
            if moves != self._moves:
                # Read before the user moved a card, which would jump back.
                self.ask(query)
                return
            self._answered = question
            self.answered.emit(board)

        self._read(work, take)

    @Slot()
    def read_again(self) -> None:
        """Read everything that is shown anew, as after a failure."""
        if self.query is None:
            return
        if self._answered != self._question:
            self.ask(self.query)
            return
        self._pause.stop()
        self.refresh(None)
        self._gather.stop()
        self._go_on()

    def refresh(self, rows: Mapping[str, AbstractSet[UUID]] | None) -> None:
        """Take changes: rows by table, or None where anything may have changed."""
        tables = self._source.watched if rows is None else self._source.watched & rows.keys()
        if not tables or self.query is None:
            return
        shown = tables & self._cards.watched
        self._all_stale |= rows is None or bool(shown - {self._cards.table})
        self.want((rows or {}).get(self._cards.table, ()))

    def want(self, keys: Collection[UUID]) -> None:
        """Read some cards again, and the board after them."""
        self._stale.update(keys)
        self._due, self._stuck = True, False
        if not self._gather.isActive():
            self._gather.start()

    def block(self, *, blocked: bool) -> None:
        """Read no board while cards must stay where they are."""
        self._blocked = blocked
        self._go_on()

    def outdate(self) -> None:
        """Let what is being read not count: the user has moved cards meanwhile."""
        self._moves += 1

    @Slot()
    def _go_on(self) -> None:
        """Read what is due, one read after the other: a later one never holds older rows."""
        if self._reads or self._stuck or self._gather.isActive() or self.query is None:
            return
        if self._stale or self._all_stale:
            self._fetch()
        elif self._due and not self._blocked and not self._pause.isActive():
            self._read_board(self.query)

    def _read_board(self, query: BoardQuery) -> None:
        """Read the board as it is now; a question that got no answer is asked again."""
        if self._answered == self._question:
            self._renew(query)
        else:
            self.ask(query)

    def _fetch(self) -> None:
        """Read changed cards that are shown."""
        if self.loading():
            self._gather.start()
            return
        loaded = self.loaded()
        keys = set(loaded) if self._all_stale else loaded & self._stale
        self._stale, self._all_stale = set(), False
        if not keys:
            self._go_on()
            return

        moves = self._moves

        def lost() -> None:
            self._stale |= keys

        def take(items: dict[UUID, CardItem]) -> None:
            if moves == self._moves:
                self.fetched.emit(keys, items)
            else:
                lost()

        self._read(lambda: self._cards.items(list(keys)), take, lost)

    def _renew(self, query: BoardQuery) -> None:
        """Read the whole board as it is now."""
        moves, started, now = self._moves, monotonic(), self._clock()
        self._due = False

        def take(board: Board) -> None:
            self._rest(monotonic() - started)
            if moves == self._moves and not self._blocked:
                self.renewed.emit(board)
            else:
                self._due = True

        def lost() -> None:
            self._due = True

        self._read(lambda: self._source.read(query, now), take, lost)

    def _rest(self, took: float) -> None:
        """Wait before the next read of the board, longer after one that took long."""
        milliseconds = round(1000 * took)
        self._pause.start(max(REREAD_MS - milliseconds, SHARE * milliseconds))

    def _read(
        self,
        work: Callable[[], object],
        take: Callable[[Any], None],
        lost: Callable[[], None] = nothing,
    ) -> None:
        """Run a read; what comes of it counts only while the same question is asked."""
        question = self._question
        self._reads += 1

        def arrive(answer: object) -> None:
            if question == self._question:
                take(answer)

        def fail(error: Exception) -> None:
            if question == self._question:
                lost()
                self._stuck = True
                self.failed.emit(error)

        def end() -> None:
            self._reads -= 1
            self._go_on()

        task, receiver = Task(work), Receiver(self, arrive, fail, end)
        task.done.connect(receiver.take)
        task.failed.connect(receiver.fail)
        task.ended.connect(receiver.end)
        self._tasks.start(task)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(self._go_on)
        return timer
