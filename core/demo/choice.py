"""Draws from small sets, fast enough for millions of draws."""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

T = TypeVar("T")


class Weighted(Generic[T]):
    """Values with weights."""

    def __init__(self, pairs: Iterable[tuple[T, float]]) -> None:
        """Take (value, weight) pairs."""
        listed = tuple(pairs)
        self.values = tuple(value for value, _weight in listed)
        self._sums = list(accumulate(weight for _value, weight in listed))

    def draw(self, rng: Random) -> T:
        """Return a value, each as often as its weight says."""
        return self.values[bisect(self._sums, rng.random() * self._sums[-1])]


def pick(rng: Random, values: Sequence[T]) -> T:
    """Return any of the values."""
    return values[int(rng.random() * len(values))]


def between(rng: Random, low: int, high: int) -> int:
    """Return a whole number from low to high, both included."""
    return low + int(rng.random() * (high - low + 1))
