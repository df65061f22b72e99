"""Converts between currencies at dated rates, exactly: one division at the end."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from db.exchange_rates import DatedRate

MILLION = 1_000_000


class Ratio(NamedTuple):
    """A number as a fraction of whole ones."""

    over: int
    under: int


ONE = Ratio(1, 1)


class Exchange:
    """Rates between the minor units of currencies; what is not known is None, never 1."""

    def __init__(self, rates: Iterable[DatedRate], decimals: Mapping[str, int]) -> None:
        """Take rates in the order of their days."""
        self.decimals = decimals
        self._days: dict[tuple[str, str], list[date]] = defaultdict(list)
        self._rates: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._bases: dict[str, None] = {}
        self._known: dict[tuple[str, str, date], Ratio | None] = {}
        for rate in rates:
            self._bases.setdefault(rate.base)
            self._days[rate.base, rate.currency].append(rate.valid_on)
            self._rates[rate.base, rate.currency].append(rate.millionths)

    def ratio(self, source: str, target: str, day: date) -> Ratio | None:
        """Return the minor units of a target for one of a source on a day, or None."""
        if source == target:
            return ONE
        key = (source, target, day)
        if key not in self._known:
            self._known[key] = self._find(source, target, day)
        return self._known[key]

    def convert(self, minor: int, source: str, target: str, day: date) -> int | None:
        """Return an amount in another currency, rounded half to even, or None."""
        ratio = self.ratio(source, target, day)
        return None if ratio is None else divided(minor * ratio.over, ratio.under)

    def _find(self, source: str, target: str, day: date) -> Ratio | None:
        if source not in self.decimals or target not in self.decimals:
            return None
        rate = self._units(source, target, day)
        if rate is None:
            return None
        shift = self.decimals[target] - self.decimals[source]
        return Ratio(rate.over * 10 ** max(0, shift), rate.under * 10 ** max(0, -shift))

    def _units(self, source: str, target: str, day: date) -> Ratio | None:
        """Return units of a target for one of a source: by their own rate, or over a third."""
        own = self._direct(source, target, day)
        if own is not None:
            return own
        for base in self._bases:
            first, then = self._direct(source, base, day), self._direct(base, target, day)
            if first is not None and then is not None:
                return Ratio(first.over * then.over, first.under * then.under)
        return None

    def _direct(self, source: str, target: str, day: date) -> Ratio | None:
        forward = self._latest(source, target, day)
        if forward is not None:
            return Ratio(forward, MILLION)
        back = self._latest(target, source, day)
        return None if back is None else Ratio(MILLION, back)

    def _latest(self, base: str, currency: str, day: date) -> int | None:
        """Return the rate that holds on a day: the last one before it or on it."""
        place = bisect_right(self._days.get((base, currency), ()), day)
        return self._rates[base, currency][place - 1] if place else None


class ExactSum:
    """Adds amounts of different rates without rounding any of them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._by_divisor: dict[int, int] = defaultdict(int)

    def add(self, amount: int, ratio: Ratio = ONE) -> None:
        """Add an amount at a rate."""
        self._by_divisor[ratio.under] += amount * ratio.over

    def minor(self, divisor: int = 1) -> int:
        """Return the sum over a divisor, rounded once, half to even."""
        over, under = _together([(over, under) for under, over in self._by_divisor.items()])
        return divided(over, under * divisor)


def divided(over: int, under: int) -> int:
    """Return a quotient rounded half to even; the divisor is positive."""
    whole, rest = divmod(over, under)
    if 2 * rest > under or (2 * rest == under and whole % 2):
        return whole + 1
    return whole


def _together(parts: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the sum of fractions; in pairs, so that few of the products grow long."""
    while len(parts) > 1:
        odd = parts[-1:] if len(parts) % 2 else []
        pairs = zip(parts[0::2], parts[1::2], strict=False)
        parts = [(a * d + c * b, b * d) for (a, b), (c, d) in pairs] + odd
    return parts[0] if parts else (0, 1)
