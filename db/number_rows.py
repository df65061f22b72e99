"""Reads and counts number series."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, insert, select, update

from db.tables.lookups import NumberCounterRow, NumberSeriesRow
from db.tables.opportunity import OpportunityRow
from db.writes import table_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection


class Series(NamedTuple):
    """How the numbers of a series are written, and whether each year begins anew."""

    pattern: str
    by_year: bool


def lock_series(connection: Connection, series_id: UUID) -> Series | None:
    """Return a series, held until the transaction ends; a file has one writer at a time anyway."""
    row = NumberSeriesRow
    statement = select(row.pattern, row.by_year).where(
        row.id == series_id, row.deleted_at.is_(None)
    )
    # Whoever only points to the series need not wait.
    found = connection.execute(statement.with_for_update(key_share=True)).first()
    return Series(*found) if found else None


def last_number(connection: Connection, series_id: UUID, company_id: UUID, year: int) -> int | None:
    """Return the last number given, or None where there was none yet."""
    counter = _counter(series_id, company_id, year)
    return connection.scalar(select(NumberCounterRow.last_number).where(counter))


def store_last(
    connection: Connection, series_id: UUID, company_id: UUID, year: int, last: int
) -> None:
    """Store the last number given."""
    counter, table = _counter(series_id, company_id, year), table_of(NumberCounterRow)
    if connection.execute(update(table).where(counter).values(last_number=last)).rowcount:
        return
    row = {"series_id": series_id, "company_id": company_id, "year": year, "last_number": last}
    connection.execute(insert(table), row)


def is_taken(connection: Connection, company_id: UUID, type_id: UUID, number: str) -> bool:
    """Tell whether an opportunity of a type has a number."""
    row = OpportunityRow
    statement = select(row.id).where(
        row.company_id == company_id,
        row.type_id == type_id,
        row.number == number,
        row.deleted_at.is_(None),
    )
    return connection.scalar(statement.limit(1)) is not None


def _counter(series_id: UUID, company_id: UUID, year: int) -> ColumnElement[bool]:
    row = NumberCounterRow
    return and_(row.series_id == series_id, row.company_id == company_id, row.year == year)
