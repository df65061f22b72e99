"""Reads exchange rates, currencies and the rows of the probability table."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - NamedTuple keeps the annotations
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID  # noqa: TC003 - the same

from sqlalchemy import select

from db.list_totals_sql import made_days, raw_rows
from db.tables.lookups import CurrencyRow, ExchangeRateRow, ProbabilityRow

if TYPE_CHECKING:
    from sqlalchemy import Connection


class DatedRate(NamedTuple):
    """Millionths of a currency for one unit of the base, from a day on."""

    base: str
    currency: str
    valid_on: date
    millionths: int


class ProbabilityChoice(NamedTuple):
    """A row of the probability table."""

    id: UUID
    code: str
    description: str
    percent: int
    colour: str | None


def dated_rates(connection: Connection) -> list[DatedRate]:
    """Return all exchange rates in the order of their days."""
    row = ExchangeRateRow
    columns: tuple[Any, ...] = (row.base_code, row.currency_code, row.valid_on)
    statement = (
        select(*columns, row.rate_millionths)
        .where(row.deleted_at.is_(None))
        .order_by(row.valid_on, row.id)
    )
    days = made_days()
    rows = raw_rows(connection, statement)
    return [DatedRate(base, code, days[day], millionths) for base, code, day, millionths in rows]


def currency_decimals(connection: Connection) -> dict[str, int]:
    """Return the decimals of each currency's minor unit."""
    statement = select(CurrencyRow.code, CurrencyRow.decimals)
    return dict(connection.execute(statement).all())


def probability_choices(connection: Connection) -> list[ProbabilityChoice]:
    """Return the rows of the probability table in their order."""
    row = ProbabilityRow
    statement = (
        select(row.id, row.code, row.description, row.percent, row.colour)
        .where(row.deleted_at.is_(None))
        .order_by(row.position, row.percent, row.id)
    )
    return [ProbabilityChoice(*found) for found in connection.execute(statement)]
