"""Numbers of new records: the next one of a series, in a company and a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.errors import DealboardError
from db.number_rows import is_taken, last_number, lock_series, store_last
from resources.texts import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


class NumberError(DealboardError):
    """No number can be given."""


class Numbered(NamedTuple):
    """What is to get a number: a type of opportunity in a company."""

    type_id: UUID
    series_id: UUID
    company_id: UUID


def next_number(connection: Connection, numbered: Numbered, day: date) -> str:
    """Return the next number of the type's series in a company and the year of a day.

    The series is held until the transaction ends, so two who write at once never get the same.
    A number that somebody typed is passed over; a number once given does not come again.
    """
    series = lock_series(connection, numbered.series_id)
    if series is None:
        raise NumberError(_("The number series of this type has been deleted. Choose one for it."))
    year = day.year if series.by_year else 0
    last = last_number(connection, numbered.series_id, numbered.company_id, year) or 0
    text, before = "", None
    while text != before:
        last += 1
        before, text = text, _written(series.pattern, day.year, last)
        if not is_taken(connection, numbered.company_id, numbered.type_id, text):
            store_last(connection, numbered.series_id, numbered.company_id, year, last)
            return text
    # Two numbers in turn read alike: the pattern does not count.
    raise NumberError(_wrong(series.pattern))


def _written(pattern: str, year: int, number: int) -> str:
    try:
        return pattern.format(yy=f"{year % 100:02}", yyyy=year, n=number)
    except (KeyError, IndexError, ValueError) as error:
        raise NumberError(_wrong(pattern)) from error


def _wrong(pattern: str) -> str:
    shown = _("“{pattern}” gives no numbers. Write the series like {example}.")
    return shown.format(pattern=pattern, example="{yy}/{n:04}")
