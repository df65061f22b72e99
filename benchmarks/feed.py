"""feed: how soon a change by another program is known here, and whether each one is.

Another program commits changes at random distances; seen is the moment when the thread of the
GUI is told of the act (FeedThread.changed). The figure is the 95th percentile of the time from
the commit's end to that moment. Then it commits 20 changes a second for half a minute: `missed`
is the number of acts that were never told. SQLite is a file with synchronous=FULL, PostgreSQL a
private server with fsync.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from benchmarks.data_sets import fill
from benchmarks.other_program import Changes, other_program
from benchmarks.result import MILLISECONDS, Entry
from benchmarks.timing import MS, percentile
from benchmarks.waiting import wait_until
from benchmarks.window import application
from db.feed import FeedState
from devtools.postgresql import PostgresqlServer
from models.feed_thread import FeedThread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from benchmarks.other_program import Commit
    from benchmarks.workload import Bench
    from db.feed import FeedBatch, FeedStatus

LIMITS = {"sqlite": 450.0, "postgresql": 200.0}
CHANGES = "changes"
PERCENT = 95
OPPORTUNITIES = 300
# Both ways of waiting, each poll and each notice, are met at every moment.
LEAST_MS, MOST_MS = 100, 400
STEADY_MS = 50
# Whoever has not been told by then is not told.
LAST_SECONDS = 3.0


def row_ids(engine: str) -> tuple[str, str]:
    """Return the ids of the rows of an engine."""
    return f"feed.{engine}.ms", f"feed.{engine}.missed"


def measure_sqlite(bench: Bench) -> Iterator[Entry]:
    """Give the figures of a file."""
    path = bench.data_sets.copy(OPPORTUNITIES, bench.folder / "feed.db")
    yield from _measure(bench, "sqlite", str(path))


def measure_postgresql(bench: Bench) -> Iterator[Entry]:
    """Give the figures of a server."""
    with PostgresqlServer(fsync=True) as server:
        address = server.create_database()
        fill(address, OPPORTUNITIES)
        yield from _measure(bench, "postgresql", address)


def _measure(bench: Bench, engine: str, address: str) -> Iterator[Entry]:
    application()
    work = bench.workload
    late, missed = row_ids(engine)
    taken = _watch(Changes(address, work.feed_changes, LEAST_MS, MOST_MS))
    waits = [seconds for seconds in taken if seconds is not None]
    yield Entry(late, percentile(waits, PERCENT) * MS, LIMITS[engine], MILLISECONDS)
    steady = round(work.feed_seconds * MS / STEADY_MS)
    taken += _watch(Changes(address, steady, STEADY_MS, STEADY_MS))
    yield Entry(missed, taken.count(None), 0, CHANGES)


def _watch(changes: Changes) -> list[float | None]:
    """Return for each change how long it took to be told; none for one that never was."""
    seen: dict[UUID, float] = {}
    states: list[FeedState] = []

    def changed(batch: FeedBatch) -> None:
        now = monotonic()
        seen.update({act.id: now for act in batch.acts})

    def state_changed(status: FeedStatus) -> None:
        states.append(status.state)

    thread = FeedThread(changes.address)
    thread.changed.connect(changed)
    thread.state_changed.connect(state_changed)
    thread.start()
    wait_until(lambda: FeedState.LIVE in states, "the feed")
    commits = _commits(changes, seen)
    thread.stop()
    return [seen[each.act_id] - each.at if each.act_id in seen else None for each in commits]


def _commits(changes: Changes, seen: dict[UUID, float]) -> list[Commit]:
    """Let the other program work, and the feed bring what it brings."""
    with other_program(changes) as other:
        wait_until(lambda: not other.running, "the end of the other program")
        commits = other.commits()
    until = monotonic() + LAST_SECONDS
    acts = {commit.act_id for commit in commits}
    wait_until(lambda: acts <= seen.keys() or monotonic() > until, "the last changes")
    return commits
