"""How much is measured: the full size, and what every benchmark is handed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchmarks.data_sets import DataSets

LISTS = {"100k": 100_000, "1m": 1_000_000}


@dataclass(frozen=True)
class Workload:
    """The numbers of rows, rounds and changes; the defaults are those of the limits."""

    lists: Mapping[str, int] = field(default_factory=lambda: LISTS)
    growth: tuple[int, ...] = (1_000, 10_000, 100_000, 1_000_000)
    rounds: int = 5
    edits: int = 1_000
    edited_rows: int = 30_000
    saves: int = 200
    texts: int = 40
    scroll_passes: int = 3
    scroll_seconds: float = 6.0
    feed_changes: int = 100
    feed_seconds: float = 30.0
    # By the end of the warm-up every cache is full: of rows, statements and glyphs.
    filter_warm_up: int = 300
    filter_changes: int = 1_000
    imports: int = 3
    sample_rows: int = 8_800


@dataclass(frozen=True)
class Bench:
    """What a benchmark may use."""

    workload: Workload
    data_sets: DataSets
    folder: Path
    say: Callable[[str], None]
    sample: Path | None = None
    postgresql: bool = True
