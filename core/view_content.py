"""What a saved view keeps of a list: columns, filters, sorts and grouping, as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from core.day_ranges import RANGES, Calendar, named_filter
from core.typed_filter import since_filter
from db import filters as kinds
from db.list_field import Kind
from db.list_query import ListQuery, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from db.filters import Filter
    from db.list_field import ListField

VERSION = 1


@dataclass(frozen=True)
class NamedDays:
    """A filter on a range of days by its name, which means other days tomorrow."""

    column: str
    name: str


class ViewColumn(NamedTuple):
    """A column that is shown, and its width in pixels; none is the column's own."""

    name: str
    width: int | None = None


@dataclass(frozen=True)
class ViewContent:
    """Columns in their order, filters, sorts, grouping and free text of a list."""

    columns: tuple[ViewColumn, ...] = ()
    filters: tuple[Filter | NamedDays, ...] = ()
    orders: tuple[Order, ...] = ()
    groups: tuple[str, ...] = ()
    text: str = ""

    def query(
        self, fields: Mapping[str, ListField], now: datetime, calendar: Calendar
    ) -> ListQuery:
        """Return the query of the view as it is now."""
        made = (_as_filter(each, fields, now, calendar) for each in self.filters)
        return ListQuery(self.orders, self.text, tuple(made))


class Loaded(NamedTuple):
    """A view as far as it can be shown, and the names of columns that are no more."""

    content: ViewContent
    dropped: tuple[str, ...]
    damaged: bool = False


FILTERS: dict[str, type[Any]] = {
    "text": kinds.TextFilter,
    "number": kinds.NumberFilter,
    "money": kinds.MoneyFilter,
    "days": kinds.DayFilter,
    "moments": kinds.MomentFilter,
    "choice": kinds.ChoiceFilter,
    "record": kinds.RecordFilter,
    "flag": kinds.FlagFilter,
    "empty": kinds.EmptyFilter,
    "changed": kinds.ChangedFilter,
    "stale": kinds.StaleFilter,
    "range": NamedDays,
}
NAMES = {kind: name for name, kind in FILTERS.items()}
READERS: dict[str, Callable[[str], Any]] = {
    "id": UUID,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
}
# What the attributes of filters hold, where they hold anything.
TYPES: dict[str, type[Any] | tuple[type[Any], ...]] = {
    "column": str,
    "text": str,
    "name": str,
    "low": int,
    "high": int,
    "days": int,
    "now": datetime,
    "first": date,
    "last": date,
    "since": datetime,
    "before": datetime,
    "keys": tuple,
    "besides": UUID,
    "empty": bool,
    "below": bool,
    "overdue": bool,
    "value": bool,
}


def to_text(content: ViewContent) -> str:
    """Return a view as text."""
    found = {
        "version": VERSION,
        "columns": [list(column) for column in content.columns],
        "filters": [_filter_to_plain(each) for each in content.filters],
        "orders": [list(order) for order in content.orders],
        "groups": list(content.groups),
        "text": content.text,
    }
    return json.dumps(found, ensure_ascii=False)


def from_text(text: str, known: Collection[str]) -> Loaded:
    """Return a view out of its text; what names an unknown column or is damaged is left out."""
    try:
        stored = json.loads(text)
    except ValueError:
        return Loaded(ViewContent(), (), damaged=True)
    if not isinstance(stored, dict):
        return Loaded(ViewContent(), (), damaged=True)
    reader = _Reader(known)
    content = ViewContent(
        tuple(reader.each(stored.get("columns"), _column)),
        tuple(reader.each(stored.get("filters"), _filter)),
        tuple(reader.each(stored.get("orders"), _order)),
        tuple(reader.each(stored.get("groups"), _group)),
        stored["text"] if isinstance(stored.get("text"), str) else "",
    )
    return Loaded(content, tuple(reader.dropped), reader.damaged)


class _Reader:
    """Reads parts one by one, and keeps account of what it had to leave out."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self.dropped: dict[str, None] = {}
        self.damaged = False

    def each(self, parts: object, make: Callable[[Any], tuple[str, Any]]) -> Iterable[Any]:
        if not isinstance(parts, list):
            self.damaged |= parts is not None
            return
        for part in parts:
            try:
                column, made = make(part)
            except (TypeError, ValueError, KeyError, IndexError, AttributeError):
                self.damaged = True
                continue
            if column in self._known:
                yield made
            else:
                self.dropped.setdefault(column)


def _column(part: Any) -> tuple[str, ViewColumn]:  # noqa: ANN401 - whatever stands in the text
    name, width = part
    return str(name), ViewColumn(str(name), None if width is None else int(width))


def _order(part: Any) -> tuple[str, Order]:  # noqa: ANN401 - the same
    name, descending = part
    return str(name), Order(str(name), bool(descending))


def _group(part: Any) -> tuple[str, str]:  # noqa: ANN401 - the same
    return str(part), str(part)


def _filter(part: Any) -> tuple[str, Any]:  # noqa: ANN401 - the same
    kind = FILTERS[part["kind"]]
    values = {each.name: _value(part.get(each.name)) for each in fields(kind) if each.name in part}
    made = kind(**values)
    if not _is_sound(made):
        raise ValueError(part)
    return made.column, made


def _is_sound(made: Any) -> bool:  # noqa: ANN401 - any filter
    """Tell whether a filter holds what its kind asks for."""
    if isinstance(made, NamedDays):
        return made.name in RANGES
    if isinstance(made, kinds.ChoiceFilter | kinds.RecordFilter):
        kind = UUID | str if isinstance(made, kinds.ChoiceFilter) else UUID
        if not isinstance(made.keys, tuple) or not all(isinstance(k, kind) for k in made.keys):
            return False
    values = ((each.name, getattr(made, each.name)) for each in fields(made))
    return all(value is None or isinstance(value, TYPES[name]) for name, value in values)


def _filter_to_plain(wanted: Filter | NamedDays) -> dict[str, Any]:
    values = {each.name: _plain(getattr(wanted, each.name)) for each in fields(wanted)}
    return {"kind": NAMES[type(wanted)], **values}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a filter
    """Return a value as JSON takes it, told apart from other texts by its kind."""
    if isinstance(value, UUID):
        return {"id": str(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _value(stored: Any) -> Any:  # noqa: ANN401 - whatever stands in the text
    if isinstance(stored, list):
        return tuple(_value(each) for each in stored)
    if isinstance(stored, dict):
        ((kind, text),) = stored.items()
        return READERS[kind](text)
    return stored


def _as_filter(
    wanted: Filter | NamedDays, fields: Mapping[str, ListField], now: datetime, calendar: Calendar
) -> Filter:
    if isinstance(wanted, NamedDays):
        return named_filter(wanted.column, fields[wanted.column].kind, wanted.name, now, calendar)
    if isinstance(wanted, kinds.StaleFilter):
        return replace(wanted, now=now)
    # So many days since a moment mean another moment tomorrow.
    if isinstance(wanted, kinds.NumberFilter) and fields[wanted.column].kind is Kind.SINCE:
        return since_filter(wanted.column, wanted.low, wanted.high, now)
    return wanted
