"""Ranges of days by name, such as this quarter: what a filter keeps and a screen offers."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from db.filters import DayFilter, EmptyFilter, Filter, MomentFilter
from db.list_field import Kind
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

MONTHS = 12
QUARTER = 3
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
MONDAY = 0
OVERDUE = "overdue"
NO_DATE = "no_date"

# In the order of a menu.
RANGES: dict[str, str] = {
    "today": marked("Today"),
    "yesterday": marked("Yesterday"),
    "this_week": marked("This week"),
    "last_week": marked("Last week"),
    "next_week": marked("Next week"),
    "this_month": marked("This month"),
    "last_month": marked("Last month"),
    "next_month": marked("Next month"),
    "this_quarter": marked("This quarter"),
    "last_quarter": marked("Last quarter"),
    "next_quarter": marked("Next quarter"),
    "this_year": marked("This year"),
    "last_year": marked("Last year"),
    "next_year": marked("Next year"),
    "last_30_days": marked("Last 30 days"),
    "last_90_days": marked("Last 90 days"),
    OVERDUE: marked("Overdue"),
    NO_DATE: marked("No date"),
}


class DayRange(NamedTuple):
    """Days from a first to a last one; none is open on that side."""

    first: date | None
    last: date | None


class Calendar(NamedTuple):
    """How somebody counts: where the day begins, on which day the week, in which month the year."""

    zone: tzinfo = UTC
    week_start: int = MONDAY
    year_start: int = 1

    def today(self, now: datetime) -> date:
        """Return the day of a moment."""
        return now.astimezone(self.zone).date()

    def begin(self, day: date) -> datetime:
        """Return the moment a day begins."""
        return datetime.combine(day, time.min, self.zone).astimezone(UTC)


def range_label(name: str) -> str:
    """Return the name of a range in the language in use."""
    return _(RANGES[name])


def day_range(name: str, today: date, calendar: Calendar) -> DayRange:
    """Return the days of a range; years and quarters begin as the fiscal year does."""
    which, _underscore, unit = name.partition("_")
    if unit in SPANS:
        shift = {"last": -1, "this": 0, "next": 1}[which]
        return SPANS[unit](today, shift, calendar)
    return {
        "today": DayRange(today, today),
        "yesterday": DayRange(today - DAY, today - DAY),
        "last_30_days": DayRange(today - 29 * DAY, today),
        "last_90_days": DayRange(today - 89 * DAY, today),
        OVERDUE: DayRange(None, today - DAY),
        NO_DATE: DayRange(None, None),
    }[name]


def named_filter(column: str, kind: Kind, name: str, now: datetime, calendar: Calendar) -> Filter:
    """Return the filter of a named range on a column of days or moments."""
    if name == NO_DATE:
        return EmptyFilter(column)
    overdue = name == OVERDUE
    if overdue and kind is Kind.MOMENT:
        return MomentFilter(column, None, now, overdue=True)
    days = day_range(name, calendar.today(now), calendar)
    return days_filter(column, kind, days, calendar, overdue=overdue)


def days_filter(
    column: str, kind: Kind, days: DayRange, calendar: Calendar, *, overdue: bool = False
) -> Filter:
    """Return the filter of some days on a column; a moment counts to the day it lies in."""
    if kind is Kind.DAY:
        return DayFilter(column, days.first, days.last, overdue=overdue)
    since = None if days.first is None else calendar.begin(days.first)
    before = None if days.last is None else calendar.begin(days.last + DAY)
    return MomentFilter(column, since, before, overdue=overdue)


def month_range(day: date, shift: int = 0, months: int = 1) -> DayRange:
    """Return the month of a day, or one so many months later, or several months from there."""
    first = _month(day.year * MONTHS + day.month - 1 + shift)
    last = _month(first.year * MONTHS + first.month - 1 + months - 1)
    return DayRange(first, last.replace(day=monthrange(last.year, last.month)[1]))


def _month(number: int) -> date:
    return date(number // MONTHS, number % MONTHS + 1, 1)


def _week(today: date, shift: int, calendar: Calendar) -> DayRange:
    first = today - DAY * ((today.weekday() - calendar.week_start) % 7) + WEEK * shift
    return DayRange(first, first + 6 * DAY)


def _months(today: date, shift: int, _calendar: Calendar) -> DayRange:
    return month_range(today, shift)


def _quarter(today: date, shift: int, calendar: Calendar) -> DayRange:
    into = (today.month - calendar.year_start) % QUARTER
    return month_range(today, shift * QUARTER - into, QUARTER)


def _year(today: date, shift: int, calendar: Calendar) -> DayRange:
    into = (today.month - calendar.year_start) % MONTHS
    return month_range(today, shift * MONTHS - into, MONTHS)


SPANS: dict[str, Callable[[date, int, Calendar], DayRange]] = {
    "week": _week,
    "month": _months,
    "quarter": _quarter,
    "year": _year,
}
