"""board.open and board.growth: how long a board takes to stand there with all its figures.

In turn, for both boards: (A) the plain driver groups all rows by column and fetches the first
page of each column, joined as a card needs it, with the indexes that we have; (B) the board is
read: columns, counts, totals in the base currency and the first cards. `ratio` is the median of B
over that of A, `ms` the median of B, each of the board that is worse; `health` is the share bar,
which is read after it.
"""

from __future__ import annotations

from contextlib import closing
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import psycopg

from benchmarks.data_sets import NOW, fill
from benchmarks.plain import PlainFile
from benchmarks.result import MILLISECONDS, RATIO, Entry
from benchmarks.timing import MS, medians
from benchmarks.workload import Workload
from core.board import BoardKind, BoardQuery, BoardSource
from core.workspace import open_workspace
from db.engine import database_url
from devtools.postgresql import PostgresqlServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from benchmarks.workload import Bench
    from core.board import Board
    from core.workspace import Workspace

    Fetch = Callable[[str, Sequence[object]], list[Any]]

OPEN_RATIO = 2.0
OPEN_MS = 150.0
HEALTH_MS = {"1m": 400.0}
# A first page has as many rows as that of a list.
PAGE = 200
CARD = """SELECT o.id, o.number, o.title, c.name, u.name, t.description, p.percent, s.description,
    s.colour, s.stale_days, o.outcome, o.net_minor, o.currency_code, y.decimals,
    o.expected_close_on, o.closed_on, o.last_activity_at, o.next_activity_at, o.touched_at
    FROM opportunity o JOIN contact c ON c.id = o.contact_id
    JOIN opportunity_type t ON t.id = o.type_id JOIN currency y ON y.code = o.currency_code
    LEFT JOIN probability p ON p.id = o.probability_id LEFT JOIN stage s ON s.id = o.stage_id
    LEFT JOIN app_user u ON u.id = o.user_id WHERE o.deleted_at IS NULL"""
SUMS = "count(*), sum(net_minor), sum(gross_minor), count(net_minor), count(gross_minor)"
OPENED = "outcome = 'open' AND deleted_at IS NULL"
CLOSED = f"""SELECT outcome, currency_code, closed_on, {SUMS} FROM opportunity o
    WHERE outcome IN ('won', 'lost') AND closed_on >= ? AND deleted_at IS NULL"""  # noqa: S608 - own text
BY_DAY = "GROUP BY outcome, currency_code, closed_on"
ORDER = f"ORDER BY o.net_minor DESC LIMIT {PAGE}"


class Opening(NamedTuple):
    """Seconds of our reading, of the plain driver's, and of the share bar."""

    ours: float
    plain: float
    health: float


class Plain(NamedTuple):
    """What the plain driver asks, with the values of its parameters."""

    statement: str
    values: tuple[object, ...]


def row_ids(size: str) -> tuple[str, ...]:
    """Return the ids of the rows of a size."""
    name = f"board.open.{size}"
    return f"{name}.ratio", f"{name}.ms", f"{name}.health"


def growth_ids() -> tuple[str, ...]:
    """Return the ids of the rows of growth at full size."""
    return tuple(f"board.growth.{rows}" for rows in Workload().growth)


def measure(bench: Bench, size: str) -> Iterator[Entry]:
    """Give the figures of a size in a file."""
    path = bench.data_sets.demo(bench.workload.lists[size])
    workspace, plain = open_workspace(str(path), NOW), PlainFile(path)
    with closing(workspace.database), closing(plain):
        yield from _entries(bench, size, workspace, plain.all)


def measure_postgresql(bench: Bench) -> Iterator[Entry]:
    """Give the figures on a server."""
    with PostgresqlServer() as server:
        address = server.create_database()
        fill(address, bench.workload.lists["100k"])
        workspace = open_workspace(address, NOW)
        url = database_url(address).set(drivername="postgresql")
        plain = psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)
        plain.execute("VACUUM ANALYZE opportunity")
        with closing(workspace.database), closing(plain):

            def on_server(statement: str, values: Sequence[object]) -> list[Any]:
                return plain.execute(statement.replace("?", "%s").encode(), values).fetchall()

            yield from _entries(bench, "postgresql", workspace, on_server)


def measure_growth(bench: Bench) -> Iterator[Entry]:
    """Give the milliseconds of one opening by the number of opportunities."""
    for rows in bench.workload.growth:
        workspace = open_workspace(str(bench.data_sets.demo(rows)), NOW)
        with closing(workspace.database):
            read = partial(BoardSource(workspace).read, BoardQuery(BoardKind.PROGRESS), NOW)
            (taken,) = medians(bench.workload.rounds, read)
        yield Entry(f"board.growth.{rows}", taken * MS, None, MILLISECONDS)


def _entries(bench: Bench, size: str, workspace: Workspace, fetch: Fetch) -> Iterator[Entry]:
    source = BoardSource(workspace)
    found = [_opening(bench, source, query, fetch) for query in _queries(source)]
    name = f"board.open.{size}"
    ratio = max(each.ours / each.plain for each in found)
    yield Entry(f"{name}.ratio", ratio, OPEN_RATIO, RATIO)
    yield Entry(f"{name}.ms", max(each.ours for each in found) * MS, OPEN_MS, MILLISECONDS)
    health = max(each.health for each in found)
    yield Entry(f"{name}.health", health * MS, HEALTH_MS.get(size), MILLISECONDS)


def _opening(bench: Bench, source: BoardSource, query: BoardQuery, fetch: Fetch) -> Opening:
    asked = _asked(source.read(query, NOW), postgresql=fetch.__name__ == "on_server")
    return Opening(
        *medians(
            bench.workload.rounds,
            # The painted screen is to be measured here, once there is one.
            partial(source.read, query, NOW),
            lambda: [fetch(*each) for each in asked],
            partial(source.health, query, NOW),
        )
    )


def _queries(source: BoardSource) -> list[BoardQuery]:
    workflow = source.workflows()[0]
    stages = BoardQuery(BoardKind.STAGES, workflow_id=workflow.id)
    return [BoardQuery(BoardKind.PROGRESS), stages]


def _asked(board: Board, *, postgresql: bool) -> list[Plain]:
    """Return the statements of a board: two that group, and one for each column."""

    def stored(value: object) -> object:
        return value if postgresql or value is None else _stored(value)

    query, since = board.query, stored(board.since)
    progress = query.kind is BoardKind.PROGRESS
    name = "probability_id" if progress else "stage_id"
    which = "" if progress else " AND o.workflow_id = ?"
    workflow = () if progress else (stored(query.workflow_id),)
    keys = ", ".join(dict.fromkeys((name, "probability_id", "currency_code")))
    found = [
        Plain(
            f"SELECT {keys}, {SUMS} FROM opportunity o WHERE {OPENED}{which} GROUP BY {keys}",  # noqa: S608
            workflow,
        ),
        Plain(f"{CLOSED}{which} {BY_DAY}", (since, *workflow)),
    ]
    for column in board.columns:
        if column.outcome == "open":
            part, values = f"o.outcome = 'open' AND o.{name} = ?", (stored(column.place.id),)
        else:
            part, values = f"o.outcome = '{column.outcome}' AND o.closed_on >= ?", (since,)
        found.append(Plain(f"{CARD} AND {part}{which} {ORDER}", (*values, *workflow)))
    return found


def _stored(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else getattr(value, "bytes", value)
