"""keys: the layout of keys in SQLite, as it was chosen before the first migration (printed only).

The same 100,000 opportunities, with the columns of the list, stand in four tables: (text) an
ordinary table whose key is the UUID's text; (bytes) an ordinary table whose key is its 16 bytes;
(without_rowid) a WITHOUT ROWID table with that key; (window) an ordinary table with a whole number
as its key, which a window may use in place of the id. The figure is the time of reading all keys
in the list's order, by an index on the day, in turn with fetching all columns of all rows of the
same table; both by plain sqlite3. `covered` is the same where the index also ends in the key.

`keys.driver` is the time in which sqlcipher3 fetches everything over that of sqlite3, where it is
installed.
"""

from __future__ import annotations

import importlib
import importlib.util
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from benchmarks.result import RATIO, Entry
from benchmarks.timing import medians

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.workload import Bench

SEED = 5
DAYS = 1_000
FIRST_DAY = date(2024, 1, 1)
SQLCIPHER = "sqlcipher3"
COLUMNS = """contact TEXT, type TEXT, created_on TEXT, last_activity_at TEXT, number TEXT,
    title TEXT, workflow TEXT, stage TEXT, probability INTEGER, gross INTEGER, net INTEGER,
    agent TEXT, user TEXT, expected_close_on TEXT, deleted_at TEXT"""
INSERT = "INSERT INTO {} VALUES (" + ", ".join("?" * 16) + ")"  # noqa: S608 - own text
INDEX = "CREATE INDEX by_day_{0} ON {0} (created_on, deleted_at) WHERE deleted_at IS NULL"
COVERING = "CREATE INDEX by_day_{0} ON {0} (created_on, id, deleted_at) WHERE deleted_at IS NULL"
NO_INDEX = "DROP INDEX by_day_{0}"
ORDERED = "SELECT id FROM {} WHERE deleted_at IS NULL ORDER BY created_on DESC, id DESC"
EVERYTHING = "SELECT * FROM {} WHERE deleted_at IS NULL"


class Layout(NamedTuple):
    """A way to store keys."""

    name: str
    key: str
    of: Callable[[int, UUID], object]
    options: str = ""


LAYOUTS = (
    Layout("text", "TEXT PRIMARY KEY", lambda _n, key: str(key)),
    Layout("bytes", "BLOB PRIMARY KEY", lambda _n, key: key.bytes),
    Layout(
        "without_rowid", "BLOB PRIMARY KEY NOT NULL", lambda _n, key: key.bytes, "WITHOUT ROWID"
    ),
    Layout("window", "INTEGER PRIMARY KEY", lambda n, _key: n),
)
DRIVER_ROW = "keys.driver"
INDEXES = {"": INDEX, ".covered": COVERING}
ROWS = (
    *(f"keys.{layout.name}{suffix}" for layout in LAYOUTS for suffix in INDEXES),
    DRIVER_ROW,
)


def measure(bench: Bench) -> Iterator[Entry]:
    """Give the figures."""
    with closing(sqlite3.connect(bench.folder / "keys.db")) as connection:
        for layout in LAYOUTS:
            _fill(connection, layout, bench.workload.lists["100k"])
        for layout in LAYOUTS:
            for suffix, index in INDEXES.items():
                ratio = _ratio(bench, connection, layout, index)
                yield Entry(f"keys.{layout.name}{suffix}", ratio, None, RATIO)
    yield from _driver(bench)


def _ratio(bench: Bench, connection: sqlite3.Connection, layout: Layout, index: str) -> float:
    connection.execute(index.format(layout.name))
    connection.execute("ANALYZE")
    ids, everything = medians(
        bench.workload.rounds,
        partial(_read, connection, ORDERED.format(layout.name)),
        partial(_read, connection, EVERYTHING.format(layout.name)),
    )
    connection.execute(NO_INDEX.format(layout.name))
    connection.commit()
    return ids / everything


def _fill(connection: sqlite3.Connection, layout: Layout, rows: int) -> None:
    table = f"CREATE TABLE {layout.name} (id {layout.key}, {COLUMNS}) {layout.options}"
    connection.execute(table)
    connection.executemany(INSERT.format(layout.name), _rows(layout, rows))
    connection.commit()


def _rows(layout: Layout, rows: int) -> Iterator[tuple[object, ...]]:
    """Yield rows in the order of their keys, as they would have been entered."""
    random = Random(SEED)  # noqa: S311 - an example, no secret
    for n in range(rows):
        # The beginning of a UUIDv7 grows with time; the rest is chance.
        key = UUID(int=(n << 80) | random.getrandbits(80))
        day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        close = day + timedelta(days=random.randrange(DAYS))
        yield (
            layout.of(n, key),
            f"Company {random.randrange(rows)} S.p.A.",
            "Machines",
            day.isoformat(),
            f"{close.isoformat()}T09:30:00.000Z",
            f"26/{n:05}",
            f"Press line {random.randrange(DAYS)}, turnkey",
            "Machines",
            "Negotiation",
            random.randrange(101),
            random.randrange(10**8),
            random.randrange(10**8),
            "North",
            "Anna Bianchi",
            close.isoformat(),
            None,
        )


def _driver(bench: Bench) -> Iterator[Entry]:
    """Compare the other driver, where it is installed."""
    if importlib.util.find_spec(SQLCIPHER) is None:
        bench.say(f"{DRIVER_ROW} was not measured: {SQLCIPHER} is not installed.")
        return
    other = importlib.import_module(SQLCIPHER)
    path = bench.folder / "keys.db"
    connections = [driver.connect(str(path)) for driver in (other, sqlite3)]
    reading = EVERYTHING.format("without_rowid")
    theirs, ours = medians(
        bench.workload.rounds,
        *(partial(_read, connection, reading) for connection in connections),
    )
    for connection in connections:
        connection.close()
    yield Entry(DRIVER_ROW, theirs / ours, None, RATIO)


def _read(connection: sqlite3.Connection, query: str) -> object:
    return connection.execute(query).fetchall()
