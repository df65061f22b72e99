"""Between the cells of the filter row and the filters of a query."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from core.day_ranges import NO_DATE, RANGES, DayRange, days_filter, range_label
from core.parsing import ParseError, parse_amount, parse_number
from core.parsing_days import parse_day
from core.typed_filter import ANYTHING, FilterReader
from core.view_content import NamedDays
from db import filters as asked
from db.list_field import Kind
from resources.texts import _
from widgets import filter_row as cells
from widgets.filter_row.filters import chosen_keys
from widgets.filter_row.ranges import show_range

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from core.day_ranges import Calendar
    from core.formats import Formats
    from views.list.columns import ListColumn
    from widgets.filter_row.filters import Number

    Wanted = asked.Filter | NamedDays
    Choices = Callable[[], tuple[tuple[str, str], ...]]

EMPTY = "–"
# The key of the choice that nothing is chosen.
NONE_KEY = ""
NUMBERS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.SINCE})
DAYS = frozenset({Kind.DAY, Kind.MOMENT})
BEHIND = frozenset(name for name in RANGES if not name.startswith("next_") and name != "overdue")
DAY = timedelta(days=1)


class FilterTools(NamedTuple):
    """How filters are typed and written: locale, calendar and clock."""

    formats: Formats
    calendar: Calendar
    clock: Callable[[], datetime]

    @property
    def today(self) -> date:
        """The day it is."""
        return self.calendar.today(self.clock())

    def read_day(self, text: str) -> date:
        """Return the day of a text; raises ValueError with a sentence for the user."""
        try:
            return parse_day(text, self.formats, self.today)
        except ParseError as error:
            raise ValueError(str(error)) from error

    def read_number(self, text: str) -> int:
        """Return the whole number of a text; raises ValueError with a sentence."""
        try:
            return parse_number(text, self.formats)
        except ParseError as error:
            raise ValueError(str(error)) from error

    def read_amount(self, text: str) -> Decimal:
        """Return the amount of a text; raises ValueError with a sentence."""
        try:
            minor = parse_amount(text, self.formats, asked.AMOUNT_DECIMALS)
        except ParseError as error:
            raise ValueError(str(error)) from error
        return Decimal(minor).scaleb(-asked.AMOUNT_DECIMALS)

    def show_number(self, number: Number) -> str:
        """Write a whole number."""
        return self.formats.count(int(number))

    def show_amount(self, number: Number) -> str:
        """Write an amount, with decimals only where it has some."""
        minor = _fine(number)
        rest = str(abs(minor) % 10**asked.AMOUNT_DECIMALS).rjust(asked.AMOUNT_DECIMALS, "0")
        decimals = len(rest.rstrip("0"))
        decimals = max(2, decimals) if decimals else 0
        return self.formats.money(minor // 10 ** (asked.AMOUNT_DECIMALS - decimals), decimals)


def cell_of(
    column: ListColumn[object], kind: Kind, tools: FilterTools, choices: Choices | None
) -> cells.Filter:
    """Return what the filter cell of a column is told."""
    title = column.title
    if choices is not None:
        return cells.ChoiceFilter(title, choices)
    if kind is Kind.MONEY:
        return cells.NumberFilter(title, tools.read_amount, tools.show_amount)
    if kind in NUMBERS:
        return cells.NumberFilter(title, tools.read_number, tools.show_number)
    if kind in DAYS:
        names = [name for name in RANGES if column.ahead or name in BEHIND]
        ranges = tuple((name, range_label(name)) for name in names)
        return cells.DateFilter(title, ranges, tools.read_day, tools.formats.day)
    if kind is Kind.FLAG:
        return cells.FlagFilter(title, _("Yes"), _("No"))
    return cells.TextFilter(title)


def to_filter(  # noqa: PLR0911 - one for each kind
    column: str, kind: Kind, value: cells.FilterValue, tools: FilterTools
) -> Wanted | None:
    """Return the filter that the value of a cell stands for."""
    match value:
        case None:
            return None
        case bool():
            return asked.FlagFilter(column, value)
        case str():
            return FilterReader(tools.formats, tools.calendar).read(
                column, Kind.TEXT, value, tools.clock()
            )
        case cells.NumberRange():
            return _range_filter(column, kind, value)
        case cells.DateRange():
            if value.name:
                return NamedDays(column, value.name)
            return days_filter(column, kind, DayRange(value.first, value.last), tools.calendar)
    return key_filter(column, chosen_keys(value))


def key_filter(column: str, keys: tuple[str, ...]) -> asked.ChoiceFilter:
    """Return the filter of some keys; the empty one asks for what has none."""
    found = tuple(_key(key) for key in keys if key != NONE_KEY)
    return asked.ChoiceFilter(column, found, empty=NONE_KEY in keys)


def to_value(  # noqa: PLR0911 - the same
    wanted: Wanted | None, tools: FilterTools
) -> cells.FilterValue:
    """Return what the cell of a filter shows; nothing where it has no way to."""
    match wanted:
        case asked.TextFilter(text=text):
            return text
        case asked.NumberFilter(low=low, high=high):
            return cells.NumberRange(low, high)
        case asked.MoneyFilter(low=low, high=high):
            return cells.NumberRange(_coarse(low), _coarse(high))
        case NamedDays(name=name):
            return cells.DateRange(name)
        case asked.DayFilter(first=first, last=last):
            return cells.DateRange("", first, last)
        case asked.MomentFilter(since=since, before=before):
            first = tools.calendar.today(since) if since else None
            last = tools.calendar.today(before - timedelta(microseconds=1)) if before else None
            return cells.DateRange("", first, last)
        case asked.ChoiceFilter(keys=keys, empty=empty):
            return (*map(str, keys), *([NONE_KEY] if empty else []))
        case asked.FlagFilter(value=value):
            return value
    return None


def fits(cell: cells.Filter, wanted: Wanted | None, tools: FilterTools) -> cells.FilterValue:
    """Return what a cell can show of a filter that may be of another kind than its own."""
    if isinstance(wanted, asked.EmptyFilter):
        return _emptiness(cell, empty=wanted.empty)
    value = to_value(wanted, tools)
    shown = {
        cells.TextFilter: str,
        cells.NumberFilter: cells.NumberRange,
        cells.DateFilter: cells.DateRange,
        cells.FlagFilter: bool,
        cells.ChoiceFilter: tuple,
    }[type(cell)]
    if isinstance(cell, cells.ChoiceFilter) and isinstance(
        value, cells.NumberRange | cells.DateRange
    ):
        return None
    return value if isinstance(value, shown) else None


def words_of(  # noqa: PLR0911 - the same
    wanted: Wanted, kind: Kind, titles: Mapping[str, str], tools: FilterTools
) -> str:
    """Return a filter as its chip reads."""
    if isinstance(wanted, asked.EmptyFilter):
        return _("empty") if wanted.empty else _("not empty")
    if isinstance(wanted, asked.ChangedFilter):
        day = tools.formats.day(tools.calendar.today(wanted.since))
        return _("by others since {day}").format(day=day)
    if isinstance(wanted, asked.StaleFilter):
        return _("stale")
    value = to_value(wanted, tools)
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case str():
            return f"“{value}”"
        case cells.NumberRange():
            show = tools.show_amount if kind is Kind.MONEY else tools.show_number
            return show_range(value, show)
        case cells.DateRange():
            return _day_words(value, tools.formats)
    return _choice_words(chosen_keys(value), titles)


def _key(text: str) -> UUID | str:
    try:
        return UUID(text)
    except ValueError:
        return text


def _fine(number: Number) -> int:
    return int(Decimal(number).scaleb(asked.AMOUNT_DECIMALS))


def _coarse(minor: int | None) -> Decimal | None:
    return None if minor is None else Decimal(minor).scaleb(-asked.AMOUNT_DECIMALS)


def _range_filter(column: str, kind: Kind, value: cells.NumberRange) -> Wanted:
    money = kind is Kind.MONEY
    make = asked.MoneyFilter if money else asked.NumberFilter
    low, high = (
        None if end is None else _fine(end) if money else int(end)
        for end in (value.low, value.high)
    )
    if low is not None and value.above:
        low += 1
    if high is not None and value.below:
        high -= 1
    return make(column, low, high)


def _emptiness(cell: cells.Filter, *, empty: bool) -> cells.FilterValue:
    match cell:
        case cells.TextFilter():
            return EMPTY if empty else ANYTHING
        case cells.ChoiceFilter():
            return (NONE_KEY,) if empty else None
        case cells.DateFilter():
            return cells.DateRange(NO_DATE) if empty else None
    return None


def _day_words(value: cells.DateRange, formats: Formats) -> str:
    if value.name:
        return range_label(value.name)
    first, last = formats.day(value.first), formats.day(value.last)
    if first and last:
        return first if first == last else f"{first} – {last}"
    return _("from {day}").format(day=first) if first else _("until {day}").format(day=last)


def _choice_words(keys: tuple[str, ...], titles: Mapping[str, str]) -> str:
    if len(keys) == 1:
        return titles.get(keys[0]) or (_("none") if keys[0] == NONE_KEY else _("one of 1"))
    return _("any of {count}").format(count=len(keys))
