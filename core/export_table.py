"""The columns of an exported table, and what a row has in each of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from core.formats import days_since
from db.list_field import Kind
from db.list_filter import field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo

    from db.record_list import RecordList


class Money(NamedTuple):
    """An amount with what it takes to write it."""

    amount: Decimal
    decimals: int
    currency: str


class ExportColumn(NamedTuple):
    """A column: its name in the list, its title, and the value that an item has in it."""

    name: str
    title: str
    value: Callable[[Any], Any]


class Moments(NamedTuple):
    """When it is, and in which zone moments are written."""

    now: datetime
    zone: tzinfo


def export_column(
    listed: RecordList[Any],
    name: str,
    title: str,
    moments: Moments,
    words: Mapping[Any, str] | None = None,
) -> ExportColumn:
    """Return a column of a list; words translate values such as outcomes."""
    field = field_of(listed, name)
    attribute = next(iter(field.shows))
    take = _TAKERS.get(field.kind, _plain)(attribute, moments)
    if words is None:
        return ExportColumn(name, title, take)
    return ExportColumn(name, title, lambda item: words.get(take(item), take(item)))


def _plain(attribute: str, _moments: Moments) -> Callable[[Any], Any]:
    return lambda item: getattr(item, attribute)


def _money(attribute: str, _moments: Moments) -> Callable[[Any], Money | None]:
    def take(item: Any) -> Money | None:  # noqa: ANN401 - any kind of record
        minor = getattr(item, attribute)
        if minor is None:
            return None
        return Money(Decimal(minor).scaleb(-item.decimals), item.decimals, item.currency)

    return take


def _since(attribute: str, moments: Moments) -> Callable[[Any], int | None]:
    return lambda item: days_since(getattr(item, attribute), moments.now)


def _moment(attribute: str, moments: Moments) -> Callable[[Any], datetime | None]:
    def take(item: Any) -> datetime | None:  # noqa: ANN401 - any kind of record
        moment: datetime | None = getattr(item, attribute)
        # A spreadsheet knows no zones: it gets the user's own clock.
        return moment and moment.astimezone(moments.zone).replace(tzinfo=None, microsecond=0)

    return take


_TAKERS: dict[Kind, Callable[[str, Moments], Callable[[Any], Any]]] = {
    Kind.MONEY: _money,
    Kind.SINCE: _since,
    Kind.MOMENT: _moment,
}
