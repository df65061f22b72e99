"""The rows, in the order in which they are measured; a new one is one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import (
    board_moves,
    board_open,
    edits,
    feed,
    imports,
    key_layout,
    list_filter,
    list_open,
    list_scroll,
    memory,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.result import Entry
    from benchmarks.workload import Bench


class Measurement(NamedTuple):
    """What one call measures: the ids of its rows, and the call."""

    ids: tuple[str, ...]
    call: Callable[[Bench], Iterator[Entry]]
    postgresql: bool = False


MEASUREMENTS = (
    Measurement(list_open.row_ids("100k"), partial(list_open.measure, size="100k")),
    Measurement(list_open.row_ids("1m"), partial(list_open.measure, size="1m")),
    Measurement((list_scroll.ROW,), list_scroll.measure),
    Measurement(list_filter.ROWS, list_filter.measure),
    Measurement((edits.SQLITE_ROW,), edits.measure_sqlite),
    Measurement((edits.POSTGRESQL_ROW,), edits.measure_postgresql, postgresql=True),
    Measurement((edits.ONE_ROW,), edits.measure_one),
    Measurement(imports.ROWS, imports.measure),
    Measurement(feed.row_ids("sqlite"), feed.measure_sqlite),
    Measurement(feed.row_ids("postgresql"), feed.measure_postgresql, postgresql=True),
    Measurement(board_open.row_ids("100k"), partial(board_open.measure, size="100k")),
    Measurement(board_open.row_ids("1m"), partial(board_open.measure, size="1m")),
    Measurement(board_open.row_ids("postgresql"), board_open.measure_postgresql, postgresql=True),
    Measurement(board_open.growth_ids(), board_open.measure_growth),
    Measurement(board_moves.ROWS, board_moves.measure),
    Measurement(memory.ROWS, memory.measure),
    Measurement(key_layout.ROWS, key_layout.measure),
)


def wanted(word: str) -> list[Measurement]:
    """Return what measures a row whose id begins with a word."""
    return [each for each in MEASUREMENTS if any(row.startswith(word) for row in each.ids)]


def measure(bench: Bench, word: str) -> Iterator[Entry]:
    """Give the wanted figures one by one; say what is left out."""
    for each in wanted(word):
        if each.postgresql and not bench.postgresql:
            bench.say(f"{', '.join(each.ids)}: not measured, without PostgreSQL.")
            continue
        yield from (entry for entry in each.call(bench) if entry.row.startswith(word))
