"""Totals of a list: by currency, in the base currency, by probability and by month."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from core.exchange import ExactSum, divided

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from core.exchange import Exchange, Ratio
    from db.exchange_rates import ProbabilityChoice
    from db.list_totals import MonthSums, Sums

PERCENT = 100


class Base(NamedTuple):
    """The currency of totals, and the day whose rates count for what is open."""

    currency: str
    today: date
    exchange: Exchange


class CurrencyTotal(NamedTuple):
    """The rows of one currency."""

    currency: str
    rows: int
    gross_minor: int
    net_minor: int
    weighted_minor: int
    gross_unknown: int
    net_unknown: int


class Totals(NamedTuple):
    """All rows: in the base currency, and split by currency.

    Amounts of the currencies that are missing a rate are in the split alone.
    """

    currency: str
    rows: int
    gross_minor: int
    net_minor: int
    weighted_minor: int
    gross_unknown: int
    net_unknown: int
    missing: tuple[str, ...]
    by_currency: tuple[CurrencyTotal, ...]


class FunnelRow(NamedTuple):
    """The rows of one probability, in the base currency; the last one may be of none."""

    probability_id: UUID | None
    description: str
    percent: int | None
    rows: int
    net_minor: int
    weighted_minor: int
    net_unknown: int
    missing: tuple[str, ...]


class MonthTotal(NamedTuple):
    """What is expected to close in a month, in the base currency."""

    month: date
    rows: int
    net_minor: int
    weighted_minor: int
    net_unknown: int
    missing: tuple[str, ...]


def totals(sums: Iterable[Sums], probabilities: Sequence[ProbabilityChoice], base: Base) -> Totals:
    """Return the totals of sums: open amounts at today's rate, closed ones at their day's."""
    percents = {row.id: row.percent for row in probabilities}
    folded: dict[tuple[str, Ratio | None], _Plain] = defaultdict(_Plain)
    for each in sums:
        ratio = base.exchange.ratio(each.currency, base.currency, each.closed_on or base.today)
        folded[each.currency, ratio].add(each, _percent(each.probability_id, percents))
    whole = _Pile()
    split: dict[str, _Plain] = defaultdict(_Plain)
    for (currency, ratio), plain in folded.items():
        split[currency].fold(plain)
        whole.fold(currency, plain, ratio)
    return Totals(
        base.currency,
        whole.rows,
        whole.gross.minor(),
        whole.net.minor(),
        whole.weighted.minor(PERCENT),
        whole.gross_unknown,
        whole.net_unknown,
        tuple(sorted(whole.missing)),
        tuple(split[code].total(code) for code in sorted(split)),
    )


def funnel(
    sums: Iterable[Sums], probabilities: Sequence[ProbabilityChoice], base: Base
) -> list[FunnelRow]:
    """Return a row for each of the probability table, and one for none where some have none."""
    percents = {row.id: row.percent for row in probabilities}
    piles: dict[UUID | None, _Pile] = {row.id: _Pile() for row in probabilities}
    for each in sums:
        key = each.probability_id if each.probability_id in percents else None
        pile = piles.setdefault(key, _Pile())
        ratio = base.exchange.ratio(each.currency, base.currency, each.closed_on or base.today)
        pile.add_net(each, percents[key] if key is not None else 0, ratio)
    named = {row.id: row for row in probabilities}
    return [_funnel_row(named.get(key) if key else None, pile) for key, pile in piles.items()]


def by_month(
    sums: Iterable[MonthSums],
    probabilities: Sequence[ProbabilityChoice],
    base: Base,
    months: Sequence[date],
) -> list[MonthTotal]:
    """Return what is expected in each of some months, named by their first day."""
    percents = {row.id: row.percent for row in probabilities}
    piles = {month: _Pile() for month in months}
    for each in sums:
        if each.day is not None and each.day.replace(day=1) in piles:
            ratio = base.exchange.ratio(each.currency, base.currency, base.today)
            percent = _percent(each.probability_id, percents)
            piles[each.day.replace(day=1)].add_net(each, percent, ratio)
    return [
        MonthTotal(
            month,
            pile.rows,
            pile.net.minor(),
            pile.weighted.minor(PERCENT),
            pile.net_unknown,
            tuple(sorted(pile.missing)),
        )
        for month, pile in piles.items()
    ]


class _Plain:
    """Sums of one currency at one rate."""

    __slots__ = ("gross", "gross_unknown", "net", "net_unknown", "rows", "weighted")

    def __init__(self) -> None:
        self.rows = self.gross = self.net = self.weighted = 0
        self.gross_unknown = self.net_unknown = 0

    def add(self, each: Sums, percent: int) -> None:
        self.rows += each.rows
        self.gross += each.gross_minor
        self.net += each.net_minor
        self.weighted += each.net_minor * percent
        self.gross_unknown += each.gross_unknown
        self.net_unknown += each.net_unknown

    def fold(self, other: _Plain) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def total(self, currency: str) -> CurrencyTotal:
        weighted = divided(self.weighted, PERCENT)
        unknown = (self.gross_unknown, self.net_unknown)
        return CurrencyTotal(currency, self.rows, self.gross, self.net, weighted, *unknown)


class _Pile:
    """Sums of several currencies in the base currency, not rounded yet."""

    def __init__(self) -> None:
        self.rows = 0
        self.gross, self.net, self.weighted = ExactSum(), ExactSum(), ExactSum()
        self.gross_unknown = self.net_unknown = 0
        self.missing: set[str] = set()

    def fold(self, currency: str, plain: _Plain, ratio: Ratio | None) -> None:
        self.rows += plain.rows
        self.gross_unknown += plain.gross_unknown
        self.net_unknown += plain.net_unknown
        if ratio is None:
            self.missing.add(currency)
            return
        self.gross.add(plain.gross, ratio)
        self.net.add(plain.net, ratio)
        self.weighted.add(plain.weighted, ratio)

    def add_net(self, each: Sums | MonthSums, percent: int, ratio: Ratio | None) -> None:
        self.rows += each.rows
        self.net_unknown += each.net_unknown
        if ratio is None:
            self.missing.add(each.currency)
            return
        self.net.add(each.net_minor, ratio)
        self.weighted.add(each.net_minor * percent, ratio)


def _percent(key: UUID | None, percents: dict[UUID, int]) -> int:
    return 0 if key is None else percents.get(key, 0)


def _funnel_row(row: ProbabilityChoice | None, pile: _Pile) -> FunnelRow:
    return FunnelRow(
        row.id if row else None,
        row.description if row else "",
        row.percent if row else None,
        pile.rows,
        pile.net.minor(),
        pile.weighted.minor(PERCENT),
        pile.net_unknown,
        tuple(sorted(pile.missing)),
    )
