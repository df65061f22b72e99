"""The filter of rows that have the same value in a column as one of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from core.day_ranges import DayRange, days_filter
from core.formats import days_since
from db import filters as asked
from db.list_field import Kind
from views.list.filter_values import key_filter

if TYPE_CHECKING:
    from views.list.choice_book import ChoiceBook
    from views.list.filter_values import FilterTools, Wanted
    from views.list.tools import ListBase


def same_value(base: ListBase[Any], column: str, item: Any) -> Wanted | None:  # noqa: ANN401 - any kind
    """Return the filter, or nothing where no filter can tell the value."""
    value = getattr(item, base.source.attribute(column))
    if value is None or value == "":
        return asked.EmptyFilter(column)
    if base.book.has(column):
        return _choice(column, value, base.book)
    kind = base.kind(column)
    if kind is Kind.MONEY:
        fine = value * 10 ** (asked.AMOUNT_DECIMALS - item.decimals)
        return asked.MoneyFilter(column, fine, fine)
    return _plain(column, kind, value, base.tools)


def _plain(column: str, kind: Kind, value: Any, tools: FilterTools) -> Wanted:  # noqa: ANN401 - any value
    match value:
        case bool():
            return asked.FlagFilter(column, value)
        case int():
            return asked.NumberFilter(column, value, value)
        case datetime() if kind is Kind.SINCE:
            days = days_since(value, tools.clock())
            return asked.NumberFilter(column, days, days)
        case date():
            day = tools.calendar.today(value) if isinstance(value, datetime) else value
            return days_filter(column, kind, DayRange(day, day), tools.calendar)
    return asked.TextFilter(column, str(value))


def _choice(column: str, value: object, book: ChoiceBook) -> Wanted | None:
    """Return the choice of that name; where several have it, all of them."""
    choices = book.of(column)
    keys = tuple(key for key, title in choices if value in {title, key})
    return key_filter(column, keys) if keys else None
