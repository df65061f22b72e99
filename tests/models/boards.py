"""A board over a real database whose reads can be held up and made to fail."""

from __future__ import annotations

from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtTest import QAbstractItemModelTester
from shiboken6 import delete

from core.board import BoardKind, BoardQuery, BoardSource, Place, PlaceKind
from core.board_moves import Seen, move_cards
from core.record_source import RecordSource
from core.workspace import open_workspace
from db.card_list import CARD_LIST, CardItem
from db.errors import ConnectionLostError
from db.tables.lookups import ProbabilityRow
from db.tables.opportunity import OpportunityRow
from models.board_model import BoardModel, OthersMove
from models.task import TaskRunner
from tests.core.test_opportunity_edit import coded
from tests.lists import add_opportunities, change_rows
from tests.workspaces import NOW, add_contact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.board import Board, BoardColumn, Health
    from core.board_moves import Moved
    from core.workspace import Workspace
    from db.id_list import IdList
    from db.list_query import ListQuery
    from models.card_column import CardColumn
    from models.card_moves import Ticket

THREADS = 3
PATIENCE = 20.0
LONG_MS = 10_000
PROGRESS = BoardQuery(BoardKind.PROGRESS)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Gates:
    """Lets reads through, notes them, and makes them fail while the cable is out."""

    def __init__(self) -> None:
        """Begin open."""
        self._gates: dict[str, Event] = {}
        self.cable_is_out = False
        self.reads: list[str] = []

    def shut(self, *names: str) -> None:
        """Hold up reads of some kinds: board, health, cards, order."""
        for name in names:
            self._gates[name] = Event()

    def open(self, *names: str) -> None:
        """Let reads of some kinds through; all, where none is named."""
        for name in names or tuple(self._gates):
            self._gates.pop(name, Event()).set()

    def enter(self, name: str) -> None:
        """Note a read, or let it fail."""
        self.reads.append(name)
        if self.cable_is_out:
            raise ConnectionLostError("board")

    def leave(self, name: str) -> None:
        """Wait with what was read."""
        gate = self._gates.get(name)
        assert gate is None or gate.wait(PATIENCE)


class GatedBoards(BoardSource):
    """Reads boards; what was read waits at a gate, as on a slow network."""

    def __init__(self, workspace: Workspace, gates: Gates) -> None:
        """Read through gates."""
        super().__init__(workspace)
        self._gates = gates

    def read(self, query: BoardQuery, now: datetime) -> Board:
        """Return the board when the gate is open."""
        self._gates.enter("board")
        board = super().read(query, now)
        self._gates.leave("board")
        return board

    def health(self, query: BoardQuery, now: datetime) -> Mapping[Place, Health]:
        """Return the health when the gate is open."""
        self._gates.enter("health")
        health = super().health(query, now)
        self._gates.leave("health")
        return health


class GatedCards(RecordSource[CardItem]):
    """Reads cards; what was read waits at a gate."""

    def __init__(self, workspace: Workspace, gates: Gates) -> None:
        """Read through gates."""
        super().__init__(workspace.database, CARD_LIST)
        self._gates = gates

    def ordered_ids(self, query: ListQuery, cancelled: Callable[[], bool]) -> IdList | None:
        """Return the ids when the gate is open."""
        self._gates.enter("order")
        ids = super().ordered_ids(query, cancelled)
        self._gates.leave("order")
        return ids

    def items(self, ids: Sequence[UUID]) -> dict[UUID, CardItem]:
        """Return cards when the gate is open."""
        self._gates.enter("cards")
        found = super().items(ids)
        self._gates.leave("cards")
        return found


class BoardBench(QObject):
    """The model of a board, each column watched by Qt's own tester, and what it told."""

    def __init__(self, qtbot: QtBot, address: str) -> None:
        """Open a database; nothing is read yet."""
        super().__init__()
        self.qtbot = qtbot
        self.address = address
        self.watching = False
        self.statements = 0
        self.on_screen: list[str] = []
        self.workspace = open_workspace(address, NOW, self._note_statement)
        # Somebody else at the same database.
        self.other = open_workspace(address, NOW)
        self.gates = Gates()
        self.tasks = TaskRunner(THREADS)
        self.source = GatedBoards(self.workspace, self.gates)
        self.cards = GatedCards(self.workspace, self.gates)
        self.model = BoardModel(self.source, self.cards, self.tasks, lambda: NOW)
        self.boards: list[Board] = []
        self.errors: list[Exception] = []
        self.moved: dict[UUID, OthersMove] = {}
        self.health_told = 0
        self._testers: dict[CardColumn, QAbstractItemModelTester] = {}
        self.model.shown.connect(self._note_board)
        self.model.failed.connect(self._note_error)
        self.model.others_moved.connect(self._note_moved)
        self.model.health_changed.connect(self._note_health)

    def chance(self, code: str) -> Place:
        """Return the column of a probability."""
        return Place(PlaceKind.PROBABILITY, coded(self.other, ProbabilityRow, code))

    def fill(self, code: str, *nets: int | None, **values: object) -> list[UUID]:
        """Write opportunities of a probability, worth so much."""
        wanted = {"probability_id": self.chance(code).id, "currency_code": "EUR", **values}
        first = len(self._numbers())
        return add_opportunities(
            self.other,
            [add_contact(self.other)],
            len(nets),
            lambda at: {**wanted, "net_minor": nets[at - first]},
            first,
        )

    def show(self, query: BoardQuery = PROGRESS) -> Board:
        """Ask, and wait for the answer."""
        told = len(self.boards)
        self.model.ask(query)
        self.qtbot.waitUntil(lambda: len(self.boards) > told, timeout=LONG_MS)
        return self.board

    @property
    def board(self) -> Board:
        """Return the board that stands."""
        assert self.model.board is not None
        return self.model.board

    def at(self, place: Place) -> BoardColumn:
        """Return a column with its figures."""
        column = self.board.column(place)
        assert column is not None
        return column

    def figures(self, place: Place) -> tuple[int, int]:
        """Return how many cards a column has and what they are worth."""
        figures = self.at(place).figures
        return figures.rows, figures.totals.net_minor

    def keys(self, place: Place) -> list[UUID | None]:
        """Return the cards of a column, from its top."""
        column = self.model.column(place)
        return [column.key(row) for row in range(column.rowCount())]

    def change(self, keys: Sequence[UUID], who: str = "", **values: object) -> None:
        """Let somebody else change opportunities, and tell the model as the feed does."""
        change_rows(self.other, OpportunityRow, keys, values)
        self.tell(*keys, who=who)

    def tell(self, *keys: UUID, who: str = "") -> None:
        """Say that opportunities have changed."""
        self.model.take_changes({"opportunity": frozenset(keys)}, who)

    def commit(self, ticket: Ticket, seen: Mapping[UUID, Place]) -> Moved:
        """Write a move as the view does, and confirm it."""
        cards = [Seen(key, "Packing line", seen[key]) for key in ticket.keys]
        done = move_cards(self.workspace, BoardKind.PROGRESS, cards, ticket.to, NOW)
        self.model.confirm(ticket)
        return done

    def differences(self, query: BoardQuery = PROGRESS) -> list[str]:
        """Return in what the model differs from a fresh query."""
        fresh = BoardSource(self.other).read(query, NOW)
        if [each.place for each in fresh.columns] != [each.place for each in self.board.columns]:
            return ["columns"]
        different = [] if fresh.open == self.board.open else ["open"]
        for column in fresh.columns:
            shown, model = self.at(column.place), self.model.column(column.place)
            if shown.figures != column.figures:
                different.append(f"figures of {column.title}")
            if model.rowCount() != column.figures.rows:
                different.append(f"rows of {column.title}")
            cards = [model.peek(row) for row in range(len(column.cards))]
            if cards != list(column.cards):
                different.append(f"cards of {column.title}")
        return different

    def settled(self, query: BoardQuery = PROGRESS) -> None:
        """Wait until the model shows what a fresh query says, and goes on to."""
        self.qtbot.waitUntil(lambda: self.differences(query) == [], timeout=LONG_MS)

    def close(self) -> bool:
        """Wait for what runs, and close."""
        self.gates.open()
        ended = self.tasks.close(LONG_MS)
        # Here, and not by a collection of garbage on a thread of the pool.
        for tester in self._testers.values():
            delete(tester)
        delete(self.model)
        self.workspace.database.close()
        self.other.database.close()
        return ended

    def _numbers(self) -> AbstractSet[Any]:
        with self.other.database.reading() as connection:
            return set(connection.exec_driver_sql("SELECT id FROM opportunity").scalars())

    def _note_statement(self) -> None:
        self.statements += 1
        if self.watching and current_thread() is main_thread():
            self.on_screen.append("a statement on the thread of the screens")

    @Slot()
    def _note_board(self) -> None:
        self.boards.append(self.board)
        for column in self.board.columns:
            model = self.model.column(column.place)
            if model not in self._testers:
                self._testers[model] = QAbstractItemModelTester(model, FATAL)

    @Slot(Exception)
    def _note_error(self, error: Exception) -> None:
        self.errors.append(error)

    @Slot(object)
    def _note_moved(self, moved: dict[UUID, OthersMove]) -> None:
        self.moved.update(moved)

    @Slot()
    def _note_health(self) -> None:
        self.health_told += 1
