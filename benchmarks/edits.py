"""edit: what the log costs those who write.

`edit.1000`: 1,000 opportunities get a probability and an expected close in one act, by
Database.writing and update_rows, until the commit; in turn with the same UPDATE of the same rows
and columns by the plain driver's executemany and a commit, in a copy of the database without
triggers. The figure is the median of ours over the median of the driver's.

`edit.one`: one opportunity gets the same two fields in an act of its own; in turn with the bare
UPDATE and its commit. The figure is the median of what ours took longer, pair by pair.

SQLite is a file with synchronous=FULL, PostgreSQL a private server with fsync.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from sqlalchemy import select

from benchmarks.bare_writers import BareWriter, Edit, PostgresqlWriter, SqliteWriter
from benchmarks.data_sets import NOW, fill
from benchmarks.result import MILLISECONDS, RATIO, Entry
from benchmarks.timing import MS, in_turn, medians
from core.workspace import Workspace, open_workspace
from db.engine import Lane
from db.tables.lookups import ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.writes import update_rows
from devtools.postgresql import PostgresqlServer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.workload import Bench

SQLITE_ROW = "edit.1000.sqlite"
POSTGRESQL_ROW = "edit.1000.postgresql"
ONE_ROW = "edit.one"
LIMITS = {SQLITE_ROW: 3.0, POSTGRESQL_ROW: 2.5}
ONE_MORE_MS = 3.0
LABEL = "Changed opportunities"


class Editor:
    """Gives the same rows other values at each call, so that every edit changes something."""

    def __init__(self, workspace: Workspace, rows: int) -> None:
        """Edit the first rows of a database."""
        self.workspace = workspace
        self._turn = 0
        with workspace.database.reading() as connection:
            keys = select(OpportunityRow.id).order_by(OpportunityRow.created_on, OpportunityRow.id)
            self._keys = list(connection.scalars(keys.limit(rows)))
            steps = select(ProbabilityRow.id).order_by(ProbabilityRow.percent, ProbabilityRow.id)
            self._probabilities = list(connection.scalars(steps))

    def next(self) -> list[Edit]:
        """Return the next edits."""
        self._turn += 1
        probability = self._probabilities[self._turn % len(self._probabilities)]
        at = NOW + timedelta(days=self._turn)
        user = self.workspace.user.id
        return [Edit(at, user, probability, at.date(), key) for key in self._keys]

    def write(self, edits: Sequence[Edit], lane: Lane) -> None:
        """Write edits as the program does: one act, with its log."""
        act = self.workspace.act(LABEL, edits[0].changed_at)
        names = ("probability_id", "expected_close_on")
        rows = [(edit.key, {name: getattr(edit, name) for name in names}) for edit in edits]
        with self.workspace.database.writing(act, lane) as connection:
            update_rows(connection, OpportunityRow, rows, act)


def measure_sqlite(bench: Bench) -> Iterator[Entry]:
    """Give the figure of many edits in a file."""
    with _files(bench) as (workspace, bare):
        yield _many(bench, SQLITE_ROW, workspace, bare)


def measure_postgresql(bench: Bench) -> Iterator[Entry]:
    """Give the figure of many edits on a server."""
    with PostgresqlServer(fsync=True) as server:
        address = server.create_database()
        fill(address, bench.workload.edited_rows)
        name = address.rpartition("/")[2]
        server.psql(server.admin_url, f"CREATE DATABASE bare TEMPLATE {name}")
        workspace = open_workspace(address, NOW)
        bare = PostgresqlWriter(server.url("bare"))
        with closing(workspace.database), closing(bare):
            yield _many(bench, POSTGRESQL_ROW, workspace, bare)


def measure_one(bench: Bench) -> Iterator[Entry]:
    """Give the figure of one save."""
    with _files(bench) as (workspace, bare):
        editor = Editor(workspace, 1)
        turns = _turns(editor, bench.workload.saves)
        ours, theirs = in_turn(
            bench.workload.saves,
            lambda: editor.write(turns[0].pop(), Lane.INTERACTIVE),
            lambda: bare.update(turns[1].pop()),
        )
        more = median(one - other for one, other in zip(ours, theirs, strict=True))
    yield Entry(ONE_ROW, more * MS, ONE_MORE_MS, MILLISECONDS)


def _many(bench: Bench, row: str, workspace: Workspace, bare: BareWriter) -> Entry:
    editor = Editor(workspace, bench.workload.edits)
    turns = _turns(editor, bench.workload.rounds)
    ours, theirs = medians(
        bench.workload.rounds,
        lambda: editor.write(turns[0].pop(), Lane.LONG),
        lambda: bare.update(turns[1].pop()),
    )
    return Entry(row, ours / theirs, LIMITS[row], RATIO)


def _turns(editor: Editor, rounds: int) -> tuple[list[list[Edit]], list[list[Edit]]]:
    """Return the edits of each round and the one that warms up, once for either writer."""
    turns = [editor.next() for _round in range(rounds + 1)]
    return turns, list(turns)


@contextmanager
def _files(bench: Bench) -> Iterator[tuple[Workspace, BareWriter]]:
    """Give an open file, and a copy of it without triggers."""
    rows = bench.workload.lists["100k"]
    ours = bench.data_sets.copy(rows, bench.folder / "edits.db")
    theirs = bench.data_sets.copy(rows, bench.folder / "bare.db")
    workspace, bare = open_workspace(str(ours), NOW), SqliteWriter(theirs)
    with closing(workspace.database), closing(bare):
        yield workspace, bare
