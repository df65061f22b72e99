"""Counts and sums over all rows of a list of opportunities, each by one GROUP BY."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - NamedTuple keeps the annotations
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID  # noqa: TC003

from sqlalchemy import case, func, not_, null, or_, select

from db.attention import has_no_next, is_overdue, is_stale
from db.list_filter import field_of
from db.list_totals_sql import made_days, made_ids, raw_rows
from db.opportunity_list import OPPORTUNITY_LIST
from db.parts import in_parts
from db.record_list import matching, unindexed
from db.tables.opportunity import OpportunityRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Select

    from db.list_query import ListQuery

O = OpportunityRow  # noqa: E741 - named in nearly every line below
OPEN = "open"
# The columns of the index of totals.
INDEXED = frozenset(
    {"outcome", "probability_id", "currency_code", "user_id", "type_id", "agent_id"}
    | {"stage_id", "net_minor", "gross_minor", "closed_on"}
)


class Sums(NamedTuple):
    """Rows of one currency, outcome and probability, closed on one day.

    The day stands only where a rate depends on it.
    """

    currency: str
    outcome: str
    closed_on: date | None
    probability_id: UUID | None
    rows: int
    gross_minor: int
    net_minor: int
    gross_unknown: int
    net_unknown: int


class MonthSums(NamedTuple):
    """Open rows of one currency and probability that are expected to close on a day."""

    currency: str
    day: date | None
    probability_id: UUID | None
    rows: int
    net_minor: int
    net_unknown: int


class Attention(NamedTuple):
    """How many open rows wait for somebody."""

    overdue: int
    stale: int
    no_next: int


def _sum(column: Any) -> ColumnElement[int]:  # noqa: ANN401 - a mapped column
    return func.coalesce(func.sum(column), 0)


def _unknown(column: Any) -> ColumnElement[int]:  # noqa: ANN401 - a mapped column
    return func.count() - func.count(column)


# What every group is asked for, in the order of the fields of Sums.
SUMS = (
    func.count(),
    _sum(O.gross_minor),
    _sum(O.net_minor),
    _unknown(O.gross_minor),
    _unknown(O.net_minor),
)


def query_sums(connection: Connection, query: ListQuery, base: str) -> list[Sums]:
    """Return the sums over the rows of a query, for totals in a base currency."""
    conditions = matching(connection, OPPORTUNITY_LIST, query)
    statements = _by_index if _covered(query) else _by_scan
    return _sums(connection, statements(conditions, base))


def selection_sums(connection: Connection, ids: Sequence[UUID], base: str) -> list[Sums]:
    """Return the sums over some rows; the same group may come more than once."""
    alive = O.deleted_at.is_(None)
    parts = in_parts(ids)
    return [
        sums
        for some in parts
        for sums in _sums(connection, _by_scan([alive, O.id.in_(some)], base))
    ]


def expected_sums(
    connection: Connection, query: ListQuery, first: date, last: date
) -> list[MonthSums]:
    """Return the open rows of a query that are expected to close between two days."""
    keys = (O.currency_code, O.expected_close_on, O.probability_id)
    statement = (
        select(*keys, func.count(), _sum(O.net_minor), _unknown(O.net_minor))
        .where(*matching(connection, OPPORTUNITY_LIST, query), O.outcome == OPEN)
        .where(O.expected_close_on.between(first, last))
        .group_by(*keys)
    )
    return [MonthSums(*row) for row in connection.execute(statement)]


def attention(
    connection: Connection, query: ListQuery, now: datetime, stale_days: int
) -> Attention:
    """Return how many open rows of a query wait: activity overdue, stale, nothing planned."""
    conditions = (is_overdue(now), is_stale(now, stale_days), has_no_next())
    statement = select(*(func.coalesce(func.sum(case((c, 1), else_=0)), 0) for c in conditions))
    statement = statement.where(*matching(connection, OPPORTUNITY_LIST, query), O.outcome == OPEN)
    return Attention(*connection.execute(statement).one())


def _sums(connection: Connection, statements: Iterable[Select[Any]]) -> list[Sums]:
    """Return the sums of statements, of which thousands may come: each value is made once."""
    days, ids = made_days(), made_ids()
    return [
        Sums(currency, outcome, days[day], ids[key], rows, int(gross), int(net), *unknown)
        for statement in statements
        for currency, outcome, day, key, rows, gross, net, *unknown in raw_rows(
            connection, statement
        )
    ]


def _covered(query: ListQuery) -> bool:
    """Tell whether the index of totals answers a query without a look at the rows themselves."""
    fields = [field_of(OPPORTUNITY_LIST, wanted.column) for wanted in query.filters]
    asked = [field.asked for field in fields] + [field.named for field in fields if field.named]
    columns = [each.via if each.via is not None else each.value for each in asked]
    return not query.text and all(getattr(c, "key", "") in INDEXED for c in columns)


def _by_index(conditions: Sequence[ColumnElement[bool]], base: str) -> list[Select[Any]]:
    """Return a statement over the rows whose day does not matter, and one over the others.

    A day in every group would cost all rows the sort that only a part of them needs: the others
    come grouped out of the index.
    """
    plain, keys = _without_day(base), (O.outcome, O.probability_id, O.currency_code)
    return [
        _statement([*conditions, plain], null(), keys),
        _statement([*conditions, not_(plain)], O.closed_on, (*keys, O.closed_on)),
    ]


def _by_scan(conditions: Sequence[ColumnElement[bool]], base: str) -> list[Select[Any]]:
    """Return one statement that sorts: to look each row of an index up would take ten times."""
    day = case((_without_day(base), null()), else_=O.closed_on)
    keys = tuple(map(unindexed, (O.outcome, O.probability_id, O.currency_code)))
    return [_statement(conditions, day, (*keys, day))]


def _without_day(base: str) -> ColumnElement[bool]:
    return or_(O.currency_code == base, O.outcome == OPEN)


def _statement(
    conditions: Sequence[ColumnElement[bool]],
    day: Any,  # noqa: ANN401 - a mapped column or an expression
    keys: Sequence[Any],
) -> Select[Any]:
    columns = (O.currency_code, O.outcome, day, O.probability_id)
    return select(*columns, *SUMS).where(*conditions).group_by(*keys)
