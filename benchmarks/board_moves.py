"""board.drop: what a drop on a board costs until it is committed.

`board.drop.commit`: one card gets another probability by `move_cards`: read, the rules, the act,
its progress and its log; in turn with the bare UPDATE of the same columns of the same row and its
commit, by the plain driver in a copy of the file without triggers. The figure is the median of
what ours took longer, pair by pair.

`board.drop.200`: 200 cards in one act, against one such UPDATE of the same rows with its commit.
The figure is the median of ours over the median of the driver's.

`board.barred`: 200 cards and 40 places of the stages board, asked when a drag begins.
"""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from benchmarks.data_sets import NOW
from benchmarks.plain import PlainFile
from benchmarks.result import MILLISECONDS, RATIO, Entry
from benchmarks.timing import MS, in_turn, medians
from core.board_moves import Seen, barred, move_cards
from core.board_place import BoardKind, Place, PlaceKind
from core.workspace import Workspace, open_workspace
from db.tables.lookups import ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.workflow import StageRow
from db.types import moment_text
from db.writes import set_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from benchmarks.workload import Bench

COMMIT_ROW = "board.drop.commit"
MANY_ROW = "board.drop.200"
BARRED_ROW = "board.barred"
ROWS = (COMMIT_ROW, MANY_ROW, BARRED_ROW)
MORE_MS, TIMES, BARRED_MS = 10.0, 4.0, 50.0
MANY = 200
PLACES = 40
UPDATE = """UPDATE opportunity SET changed_at = ?, changed_by_id = ?, probability_id = ?,
    probability_by_hand = 1, touched_at = ? WHERE id = ?"""


class _Drop(NamedTuple):
    """Cards from one probability to another."""

    keys: list[UUID]
    begin: UUID
    end: UUID
    at: datetime


class _Cards:
    """Open cards that all go from one probability to the next, and from the last to the first."""

    def __init__(self, workspace: Workspace, count: int) -> None:
        """Take the largest ones."""
        self.workspace = workspace
        o = OpportunityRow
        keys = select(o.id).where(o.outcome == "open", o.deleted_at.is_(None))
        steps = select(ProbabilityRow.id).where(ProbabilityRow.percent.between(1, 99))
        with workspace.database.reading() as connection:
            largest = keys.order_by(o.net_minor.desc(), o.id).limit(count)
            self.keys = list(connection.scalars(largest))
            self._steps = list(connection.scalars(steps.order_by(ProbabilityRow.percent)))
        self._turn = 0
        self._put_together()

    def next(self) -> _Drop:
        """Return the next drop."""
        begin, end = (self._steps[n % len(self._steps)] for n in (self._turn, self._turn + 1))
        self._turn += 1
        return _Drop(self.keys, begin, end, NOW + timedelta(minutes=self._turn))

    def drop(self, drop: _Drop) -> None:
        """Move cards as the program does."""
        seen = [Seen(key, "", _at(drop.begin)) for key in drop.keys]
        move_cards(self.workspace, BoardKind.PROGRESS, seen, _at(drop.end), drop.at)

    def _put_together(self) -> None:
        act = self.workspace.act("Put together", NOW)
        values = {"probability_id": self._steps[0], "probability_by_hand": True}
        with self.workspace.database.writing(act) as connection:
            set_rows(connection, OpportunityRow, self.keys, values, act)


class _Bare:
    """The same UPDATE by plain sqlite3, in a file without triggers."""

    def __init__(self, path: Path, user_id: UUID) -> None:
        """Open a file and take its triggers away."""
        self._plain = PlainFile(path)
        self._user_id = user_id.bytes
        self._plain.drop_triggers()

    def drop(self, drop: _Drop) -> None:
        """Write the same values and commit."""
        at = moment_text(drop.at)
        rows = [(at, self._user_id, drop.end.bytes, at, key.bytes) for key in drop.keys]
        with self._plain.writing() as cursor:
            cursor.executemany(UPDATE, rows)

    def close(self) -> None:
        """Close the file."""
        self._plain.close()


def measure(bench: Bench) -> Iterator[Entry]:
    """Give the figures of drops, and of the question before them."""
    rows = bench.workload.lists["100k"]
    ours = bench.data_sets.copy(rows, bench.folder / "drops.db")
    theirs = bench.data_sets.copy(rows, bench.folder / "bare.db")
    workspace = open_workspace(str(ours), NOW)
    bare = _Bare(theirs, workspace.user.id)
    with closing(workspace.database), closing(bare):
        ours_one, bare_one = _measured(_Cards(workspace, 1), bare, bench.workload.saves)
        more = median(one - other for one, other in zip(ours_one, bare_one, strict=True))
        yield Entry(COMMIT_ROW, more * MS, MORE_MS, MILLISECONDS)
        # A median of five would tell of the machine's other work.
        cards = _Cards(workspace, MANY)
        ours_many, bare_many = _measured(cards, bare, bench.workload.rounds * 4)
        yield Entry(MANY_ROW, median(ours_many) / median(bare_many), TIMES, RATIO)
        yield Entry(BARRED_ROW, _asked(cards, bench.workload.rounds), BARRED_MS, MILLISECONDS)


def _measured(cards: _Cards, bare: _Bare, rounds: int) -> list[list[float]]:
    drops = [cards.next() for _round in range(rounds + 1)]
    mine, theirs = iter(drops), iter(drops)
    return in_turn(rounds, lambda: cards.drop(next(mine)), lambda: bare.drop(next(theirs)))


def _asked(cards: _Cards, rounds: int) -> float:
    """Return the milliseconds of asking for every stage of all workflows, forty times in all."""
    with cards.workspace.database.reading() as connection:
        stages = list(connection.scalars(select(StageRow.id).order_by(StageRow.position)))
    places = [Place(PlaceKind.STAGE, stage) for stage in stages]
    asked = (places * PLACES)[:PLACES]
    (taken,) = medians(rounds, lambda: barred(cards.workspace, BoardKind.STAGES, cards.keys, asked))
    return taken * MS


def _at(probability_id: UUID) -> Place:
    return Place(PlaceKind.PROBABILITY, probability_id)
