"""Turns the filters of a list into conditions, for any column that the list describes."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, not_, or_, select, true

from db.attention import is_stale
from db.contains import contains
from db.errors import DatabaseError
from db.filters import (
    AMOUNT_DECIMALS,
    ChangedFilter,
    ChoiceFilter,
    DayFilter,
    EitherFilter,
    EmptyFilter,
    FlagFilter,
    MomentFilter,
    MoneyFilter,
    NumberFilter,
    RecordFilter,
    StaleFilter,
    TextFilter,
)
from db.list_field import Asked, Kind
from db.tables.log import ActRow, ChangeRow
from db.tables.lookups import CurrencyRow
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement, Select

    from db.filters import Filter
    from db.list_field import ListField, Tree
    from db.record_list import RecordList

    Condition = ColumnElement[bool]

# What both engines hold in 64 bits; a larger number typed into a filter asks the same.
LARGEST = 2**62


class UnknownColumnError(DatabaseError):
    """A filter or sort names a column that the list does not have."""

    def __init__(self, column: str) -> None:
        """Name the column."""
        text = _("The column {column} no longer exists. Take it out of the view and save it again.")
        super().__init__(text.format(column=column))


def conditions(listed: RecordList[Any], filters: Iterable[Filter]) -> list[Condition]:
    """Return the conditions of filters; each stands for itself and needs no further table."""
    return [_condition(wanted, listed) for wanted in filters]


def field_of(listed: RecordList[Any], column: str) -> ListField:
    """Return the description of a column; raises UnknownColumnError."""
    if column not in listed.fields:
        raise UnknownColumnError(column)
    return listed.fields[column]


@singledispatch
def _condition(wanted: Filter, _listed: RecordList[Any]) -> Condition:
    raise TypeError(wanted)


@_condition.register(TextFilter)
def _text(wanted: TextFilter, listed: RecordList[Any]) -> Condition:
    field = field_of(listed, wanted.column)
    return _where(field.named or field.asked, lambda value: contains(value, wanted.text))


@_condition.register(NumberFilter)
def _number(wanted: NumberFilter, listed: RecordList[Any]) -> Condition:
    asked = field_of(listed, wanted.column).asked
    return _where(asked, lambda value: _between(value, wanted.low, wanted.high))


@_condition.register(MoneyFilter)
def _money(wanted: MoneyFilter, listed: RecordList[Any]) -> Condition:
    """Compare minor units, whose worth depends on the decimals of the row's currency."""
    asked = field_of(listed, wanted.column).asked
    return _where(asked, lambda value: or_(*_by_decimals(wanted, value, listed)))


@_condition.register(DayFilter)
def _day(wanted: DayFilter, listed: RecordList[Any]) -> Condition:
    asked = field_of(listed, wanted.column).asked
    within = _where(asked, lambda value: _between(value, wanted.first, wanted.last))
    return and_(within, _open(listed)) if wanted.overdue else within


@_condition.register(MomentFilter)
def _moment(wanted: MomentFilter, listed: RecordList[Any]) -> Condition:
    asked = field_of(listed, wanted.column).asked
    within = _where(asked, lambda value: _from_until(value, wanted))
    return and_(within, _open(listed)) if wanted.overdue else within


@_condition.register(ChoiceFilter)
def _choice(wanted: ChoiceFilter, listed: RecordList[Any]) -> Condition:
    field = field_of(listed, wanted.column)
    parts = [_empty_asked(field.asked, field.kind)] if wanted.empty else []
    if wanted.keys:
        parts.append(_where(field.asked, lambda value: value.in_(wanted.keys)))
    return or_(false(), *parts)


@_condition.register(RecordFilter)
def _record(wanted: RecordFilter, listed: RecordList[Any]) -> Condition:
    tree = field_of(listed, wanted.column).tree
    if tree is None:
        return false()
    return tree.via.in_(_with_below(tree, wanted) if wanted.below else wanted.keys)


@_condition.register(FlagFilter)
def _flag(wanted: FlagFilter, listed: RecordList[Any]) -> Condition:
    asked = field_of(listed, wanted.column).asked
    return _where(asked, lambda value: value == wanted.value)


@_condition.register(EmptyFilter)
def _empty(wanted: EmptyFilter, listed: RecordList[Any]) -> Condition:
    field = field_of(listed, wanted.column)
    found = _empty_asked(field.asked, field.kind)
    return found if wanted.empty else not_(found)


@_condition.register(ChangedFilter)
def _changed(wanted: ChangedFilter, listed: RecordList[Any]) -> Condition:
    """Ask the log; rows that were only derived anew have no act of their own either."""
    changed = (
        select(ChangeRow.row_id)
        .join(ActRow, ActRow.id == ChangeRow.act_id)
        .where(
            ChangeRow.table_name == listed.row.__tablename__,
            ActRow.at >= wanted.since,
            or_(ActRow.user_id.is_(None), ActRow.user_id != wanted.besides),
        )
    )
    return listed.key.in_(changed)


@_condition.register(StaleFilter)
def _stale(wanted: StaleFilter, listed: RecordList[Any]) -> Condition:
    if wanted.now is None:
        raise ValueError(wanted)
    return and_(_open(listed), is_stale(wanted.now, wanted.days))


@_condition.register(EitherFilter)
def _either(wanted: EitherFilter, listed: RecordList[Any]) -> Condition:
    return or_(false(), *(and_(true(), *conditions(listed, group)) for group in wanted.groups))


def _with_below(tree: Tree, wanted: RecordFilter) -> Select[Any]:
    """Return the keys of some records and of all below them; a ring of parents ends by itself."""
    first = select(tree.key.label("key")).where(tree.key.in_(wanted.keys)).cte(recursive=True)
    found = first.union(select(tree.key).where(tree.parent == first.c.key))
    return select(found.c.key)


def _where(asked: Asked, make: Callable[[ColumnElement[Any]], Condition]) -> Condition:
    """Return the condition on a value of the list's row, or of a row that it leads to."""
    if asked.via is None or asked.key is None:
        return make(asked.value)
    rows = select(asked.key).where(*asked.many, make(asked.value)).correlate(None)
    return asked.via.in_(rows)


def _empty_asked(asked: Asked, kind: Kind) -> Condition:
    if asked.via is None or asked.key is None:
        return _nothing(asked.value, kind)
    if asked.many:
        return asked.via.not_in(select(asked.key).where(*asked.many).correlate(None))
    return or_(asked.via.is_(None), _where(asked, lambda value: _nothing(value, kind)))


def _nothing(value: ColumnElement[Any], kind: Kind) -> Condition:
    return or_(value.is_(None), value == "") if kind is Kind.TEXT else value.is_(None)


def _open(listed: RecordList[Any]) -> Condition:
    return true() if listed.still_open is None else listed.still_open


def _between(value: ColumnElement[Any], low: Any, high: Any) -> Condition:  # noqa: ANN401 - numbers or days
    low, high = _held(low), _held(high)
    parts = [value >= low] if low is not None else []
    if high is not None:
        parts.append(value <= high)
    return and_(*parts) if parts else value.is_not(None)


def _held(bound: Any) -> Any:  # noqa: ANN401 - numbers or days
    return max(-LARGEST, min(LARGEST, bound)) if isinstance(bound, int) else bound


def _from_until(value: ColumnElement[Any], wanted: MomentFilter) -> Condition:
    parts = [value >= wanted.since] if wanted.since is not None else []
    if wanted.before is not None:
        parts.append(value < wanted.before)
    return and_(*parts) if parts else value.is_not(None)


def _by_decimals(
    wanted: MoneyFilter, value: ColumnElement[Any], listed: RecordList[Any]
) -> Iterable[Condition]:
    """Yield, for each number of decimals, the range in minor units: inwards to a whole one."""
    currency = listed.row.__table__.c.currency_code
    for decimals in range(AMOUNT_DECIMALS + 1):
        unit = 10 ** (AMOUNT_DECIMALS - decimals)
        low = None if wanted.low is None else -(-wanted.low // unit)
        high = None if wanted.high is None else wanted.high // unit
        codes = select(CurrencyRow.code).where(CurrencyRow.decimals == decimals).correlate(None)
        yield and_(_between(value, low, high), currency.in_(codes))
