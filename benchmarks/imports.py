"""import.sample: how long the public CRM sample takes to come in.

In turn: the whole import of the folder into a new file, reading, checking, mending, numbering and
the log included; and plain sqlite3, whose executemany writes the rows that this left behind, and
the rows of the log, ready as they are into the same tables of a file without triggers, in one
transaction. What the triggers keep besides, such as the searchable text, the plain driver does
not write. Loading of libraries falls into the round that warms up. `ratio` is the median of ours
over the median of the driver's; `rows` is how many records a second were imported.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.data_sets import NOW
from benchmarks.plain import PlainFile
from benchmarks.result import RATIO, Entry
from benchmarks.sample_folder import make_sample
from benchmarks.timing import once
from core.sample_import import import_sample
from core.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.workload import Bench

RATIO_ROW = "import.sample.ratio"
SPEED_ROW = "import.sample.rows"
ROWS = (RATIO_ROW, SPEED_ROW)
HIGHEST_RATIO = 3.0
LOG = frozenset({"act", "change"})
IN_ORDER = "SELECT table_name FROM change GROUP BY table_name ORDER BY min(seq)"


class TableRows(NamedTuple):
    """The rows that the import brought to a table."""

    table: str
    rows: list[tuple[object, ...]]


def measure(bench: Bench) -> Iterator[Entry]:
    """Give the figures."""
    folder = bench.sample or _made_sample(bench)
    empty, full = bench.folder / "empty.db", bench.folder / "full.db"
    open_workspace(str(empty), NOW).database.close()
    # The first import warms up, and leaves the rows that are written again and again.
    _import(empty, full, folder)
    written = _written(empty, full)
    _insert(empty, bench.folder / "theirs.db", written)
    rounds = [
        (
            _import(empty, bench.folder / "ours.db", folder),
            _insert(empty, bench.folder / "theirs.db", written),
        )
        for _round in range(bench.workload.imports)
    ]
    ours, theirs = (median(seconds) for seconds in zip(*rounds, strict=True))
    yield Entry(RATIO_ROW, ours / theirs, HIGHEST_RATIO, RATIO)
    records = sum(len(each.rows) for each in written if each.table not in LOG)
    yield Entry(SPEED_ROW, records / ours, None, "rows/s")


def _made_sample(bench: Bench) -> Path:
    folder = bench.folder / "sample"
    make_sample(folder, bench.workload.sample_rows)
    bench.say("import.sample reads a folder that was made like the sample: --sample names another.")
    return folder


def _import(empty: Path, path: Path, folder: Path) -> float:
    """Return the seconds of an import into a copy of an empty file."""
    workspace = open_workspace(str(shutil.copyfile(empty, path)), NOW)
    with closing(workspace.database):
        return once(lambda: import_sample(workspace, folder, NOW))


def _insert(empty: Path, path: Path, written: Sequence[TableRows]) -> float:
    """Return the seconds of writing the same rows into a copy of an empty file."""
    plain = PlainFile(shutil.copyfile(empty, path))
    plain.drop_triggers()
    with closing(plain):
        return once(lambda: _write(plain, written))


def _write(plain: PlainFile, written: Sequence[TableRows]) -> None:
    with plain.writing() as cursor:
        for table, rows in written:
            marks = ", ".join("?" * len(rows[0]))
            cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _written(empty: Path, full: Path) -> list[TableRows]:
    """Return the rows that stand in one file and not in the other, tables as they were written."""
    before, after = PlainFile(empty), PlainFile(full)
    with closing(before), closing(after):
        logged = [name for (name,) in after.all(IN_ORDER)]
        found = [TableRows(n, _new_rows(before, after, n)) for n in ("act", *logged, "change")]
    return [each for each in found if each.rows]


def _new_rows(before: PlainFile, after: PlainFile, table: str) -> list[tuple[object, ...]]:
    """Return the rows whose key, the first column, is new."""
    everything = f"SELECT * FROM {table}"  # noqa: S608 - the name of our own table
    there = {row[0] for row in before.all(everything)}
    return [row for row in after.all(everything) if row[0] not in there]
