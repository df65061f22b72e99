"""Measures calls in turn, so that what else the machine does meets all of them alike.

The collector of garbage is emptied before each call and rests during it; the first round only
warms up: it fills caches, loads modules and lets SQLAlchemy compile. A figure is the median of
the other rounds.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from math import ceil
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MS = 1000


def in_turn(rounds: int, *calls: Callable[[], object]) -> list[list[float]]:
    """Return the seconds that each call took, round after round (A B, A B, ...)."""
    taken: list[list[float]] = [[] for _call in calls]
    for _round in range(rounds + 1):
        for seconds, call in zip(taken, calls, strict=True):
            seconds.append(once(call))
    return [seconds[1:] for seconds in taken]


def medians(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Return the median seconds of each call, all of them called in turn."""
    return [median(seconds) for seconds in in_turn(rounds, *calls)]


def once(call: Callable[[], object]) -> float:
    """Return the seconds that a call took; what it returns is freed behind the clock."""
    with without_collector():
        began = perf_counter()
        answer = call()
        seconds = perf_counter() - began
        del answer
    return seconds


@contextmanager
def without_collector() -> Iterator[None]:
    """Collect now, and not again before the end."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]
