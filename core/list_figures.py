"""Reads the figures beside a list of opportunities: totals, funnel, months, attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.day_ranges import Calendar, month_range
from core.exchange import Exchange
from core.totals import Base, FunnelRow, MonthTotal, Totals, by_month, funnel, totals
from db import list_totals
from db.exchange_rates import currency_decimals, dated_rates, probability_choices
from db.people import company_currency

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.list_query import ListQuery
    from db.list_totals import Attention

MONTHS_AHEAD = 5


class Figures(NamedTuple):
    """What a side panel shows of all rows of a query."""

    totals: Totals
    funnel: list[FunnelRow]
    months: list[MonthTotal]
    attention: Attention


class ListFigures:
    """Reads figures for one company; each method waits for the database."""

    def __init__(
        self,
        workspace: Workspace,
        company_id: UUID | None = None,
        calendar: Calendar = Calendar(),  # noqa: B008 - a plain value
    ) -> None:
        """Give totals in the currency of a company, else of the user's own."""
        self._workspace = workspace
        self._company_id = company_id or workspace.user.company_id
        self._calendar = calendar

    def use_company(self, company_id: UUID | None) -> None:
        """Give later figures in the currency of another company."""
        self._company_id = company_id or self._workspace.user.company_id

    def figures(self, query: ListQuery, now: datetime) -> Figures:
        """Return all figures of a query, of one state of the database."""
        with self._workspace.database.reading() as connection:
            base = self.base(connection, now)
            probabilities = probability_choices(connection)
            sums = list_totals.query_sums(connection, query, base.currency)
            months = _months_from(base)
            expected = list_totals.expected_sums(
                connection, query, base.today.replace(day=1), months[-1][1]
            )
            return Figures(
                totals(sums, probabilities, base),
                funnel(sums, probabilities, base),
                by_month(expected, probabilities, base, [first for first, _last in months]),
                list_totals.attention(
                    connection, query, now, self._workspace.parameters.stale_days
                ),
            )

    def totals(self, query: ListQuery, now: datetime) -> Totals:
        """Return the totals of a query."""
        with self._workspace.database.reading() as connection:
            base = self.base(connection, now)
            sums = list_totals.query_sums(connection, query, base.currency)
            return totals(sums, probability_choices(connection), base)

    def selection(self, ids: Sequence[UUID], now: datetime) -> Totals:
        """Return the totals of some rows."""
        with self._workspace.database.reading() as connection:
            base = self.base(connection, now)
            sums = list_totals.selection_sums(connection, ids, base.currency)
            return totals(sums, probability_choices(connection), base)

    def base(self, connection: Connection, now: datetime) -> Base:
        """Return the currency of totals, with all rates."""
        currency = company_currency(connection, self._company_id)
        exchange = Exchange(dated_rates(connection), currency_decimals(connection))
        return Base(currency, self._calendar.today(now), exchange)

    def decimals(self) -> dict[str, int]:
        """Return the decimals of each currency's minor unit."""
        with self._workspace.database.reading() as connection:
            return currency_decimals(connection)


def _months_from(base: Base) -> list[tuple[date, date]]:
    ranges = [month_range(base.today, shift) for shift in range(MONTHS_AHEAD)]
    return [(r.first, r.last) for r in ranges if r.first is not None and r.last is not None]
