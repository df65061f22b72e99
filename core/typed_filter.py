"""Makes a filter of what was typed into the filter row, by the kind of its column."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from core.day_ranges import Calendar, DayRange, days_filter
from core.formats import UNKNOWN
from core.parsing import parse_amount, parse_number, parse_range
from core.parsing_days import parse_day_range
from db.filters import (
    AMOUNT_DECIMALS,
    EmptyFilter,
    Filter,
    MoneyFilter,
    NumberFilter,
    TextFilter,
)
from db.list_field import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from core.formats import Formats

# What shows an empty cell asks for one.
NOTHING = frozenset({UNKNOWN, "-"})
ANYTHING = "*"


class FilterReader:
    """Reads what is typed into the filter row, in one locale and calendar."""

    def __init__(self, formats: Formats, calendar: Calendar) -> None:
        """Read numbers as these formats write them, and days of this calendar."""
        self._formats = formats
        self._calendar = calendar

    def read(self, column: str, kind: Kind, text: str, now: datetime) -> Filter | None:
        """Return the filter that a text means, or None for no text; raises ParseError.

        A dash asks for empty cells, an asterisk for filled ones.
        """
        typed = text.strip()
        if not typed:
            return None
        if typed in NOTHING or typed == ANYTHING:
            return EmptyFilter(column, empty=typed != ANYTHING)
        if kind in {Kind.DAY, Kind.MOMENT}:
            days = parse_day_range(typed, self._formats, self._calendar.today(now))
            return days_filter(column, kind, days, self._calendar)
        return _READERS.get(kind, _text)(column, typed, self._formats, now)


def since_filter(column: str, low: int | None, high: int | None, now: datetime) -> Filter:
    """Return the filter of so many days since a moment, counted as the list shows them."""
    today = now.astimezone(UTC).date()
    last = None if low is None else today - timedelta(days=min(low, today.toordinal() - 2))
    first = None if high is None else today - timedelta(days=min(high, today.toordinal() - 2))
    if low is not None and low <= 0:
        # What lies ahead counts as no day.
        last = None
    return days_filter(column, Kind.MOMENT, DayRange(first, last), Calendar())


def _text(column: str, text: str, _formats: Formats, _now: datetime) -> Filter:
    return TextFilter(column, text)


def _number(column: str, text: str, formats: Formats, _now: datetime) -> Filter:
    return NumberFilter(column, *parse_range(text, lambda part: parse_number(part, formats)))


def _money(column: str, text: str, formats: Formats, _now: datetime) -> Filter:
    ends = parse_range(text, lambda part: parse_amount(part, formats, AMOUNT_DECIMALS))
    return MoneyFilter(column, *ends)


def _since(column: str, text: str, formats: Formats, now: datetime) -> Filter:
    ends = parse_range(text, lambda part: parse_number(part, formats))
    return since_filter(column, *ends, now)


_READERS: dict[Kind, Callable[[str, str, Formats, datetime], Filter]] = {
    Kind.NUMBER: _number,
    Kind.PERCENT: _number,
    Kind.MONEY: _money,
    Kind.SINCE: _since,
}
