"""Reads what a board is made of: its rows of lookup tables, sums by column, and first cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotations

from sqlalchemy import and_, case, false, func, literal, null, or_, select

from db.attention import has_no_next, is_overdue, is_stale
from db.card_list import CARD_LIST, CardItem
from db.filters import ChoiceFilter
from db.list_totals import OPEN, SUMS, Sums
from db.list_totals_sql import made_days, made_ids, raw_rows
from db.record_list import first_ids, items_by_id, matching
from db.tables.lookups import ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.workflow import StageRow, WorkflowRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Connection

    from db.list_query import ListQuery

O = OpportunityRow  # noqa: E741 - named in nearly every line below
FIRST_CARDS = 30
CLOSED = ("won", "lost")


class PlaceRow(NamedTuple):
    """A row of a lookup table that has a column: a probability, or a stage."""

    id: UUID
    code: str
    description: str
    colour: str | None
    percent: int | None
    outcome: str
    final: bool
    is_gone: bool


class PlaceSums(NamedTuple):
    """The sums of one group, and the row of the lookup table that it stands at."""

    key: UUID | None
    sums: Sums


class PlaceHealth(NamedTuple):
    """How many open rows stand at a row of the lookup table, and how they stand."""

    key: UUID | None
    rows: int
    stale: int
    no_next: int
    overdue: int


def probability_rows(connection: Connection) -> list[PlaceRow]:
    """Return all probabilities in their order, deleted and retired ones marked."""
    row = ProbabilityRow
    own = (row.id, row.code, row.description, row.colour, row.percent)
    statement = select(*own, literal(OPEN), false(), _gone(row))
    found = connection.execute(statement.order_by(row.position, row.percent, row.id))
    return [PlaceRow(*each) for each in found]


def stage_rows(
    connection: Connection, workflow_id: UUID, others: Collection[UUID] = ()
) -> list[PlaceRow]:
    """Return all stages of a workflow in their order, deleted and retired ones marked.

    Others are stages where something stands although they are of another workflow: the last, and
    marked too.
    """
    row = StageRow
    foreign = row.workflow_id != workflow_id
    own = (row.id, row.code, row.description, row.colour, null(), row.outcome, row.final)
    statement = select(*own, or_(_gone(row), foreign))
    statement = statement.where(or_(row.workflow_id == workflow_id, row.id.in_(others)))
    found = connection.execute(statement.order_by(foreign, row.position, row.id))
    return [PlaceRow(*each) for each in found]


def workflows(connection: Connection) -> list[tuple[UUID, str]]:
    """Return id and name of the workflows of opportunities that are in use."""
    row = WorkflowRow
    statement = select(row.id, row.description).where(
        row.record_kind == "opportunity", row.deleted_at.is_(None), row.retired_at.is_(None)
    )
    found = connection.execute(statement.order_by(row.position, row.description, row.id))
    return [(key, name) for key, name in found]


def workflow_name(connection: Connection, workflow_id: UUID | None) -> str | None:
    """Return the name of a workflow."""
    row = WorkflowRow
    return connection.scalar(select(row.description).where(row.id == workflow_id))


def open_sums(connection: Connection, query: ListQuery, column: str) -> list[PlaceSums]:
    """Return the sums of what is open, by a column of the opportunity: by one GROUP BY."""
    key = getattr(O, column)
    # A column named twice could not be walked in the order of an index.
    keys = dict.fromkeys((key, O.probability_id, O.currency_code))
    statement = select(key, O.probability_id, O.currency_code, *SUMS)
    statement = statement.where(*_open(connection, query)).group_by(*keys)
    ids = made_ids()
    return [
        PlaceSums(ids[at], _made(currency, OPEN, None, ids[probability_id], figures))
        for at, probability_id, currency, *figures in raw_rows(connection, statement)
    ]


def closed_sums(
    connection: Connection, query: ListQuery, since: date, base: str, others: Collection[str]
) -> list[Sums]:
    """Return the sums of what was closed since a day; their day stands where a rate needs it.

    The base currency and the others are asked for by their codes: so an index leads to the days.
    """
    closed = [*matching(connection, CARD_LIST, query), O.closed_on >= since]
    keys: tuple[Any, ...] = (O.outcome, O.currency_code, O.closed_on)
    plain: tuple[Any, ...] = (O.outcome, O.currency_code, null())
    by_day = O.outcome.in_(CLOSED), O.currency_code.in_(sorted(others))
    statements = [
        select(*plain, *SUMS)
        .where(*closed, O.outcome == outcome, O.currency_code == base)
        .group_by(O.outcome, O.currency_code)
        for outcome in CLOSED
    ]
    statements.append(select(*keys, *SUMS).where(*closed, *by_day).group_by(*keys))
    days = made_days()
    return [
        _made(currency, outcome, days[closed_on], None, figures)
        for statement in statements
        for outcome, currency, closed_on, *figures in raw_rows(connection, statement)
    ]


def open_health(
    connection: Connection, query: ListQuery, column: str, now: datetime, days: int
) -> list[PlaceHealth]:
    """Return how what is open stands, by a column of the opportunity."""
    key, stale = getattr(O, column), is_stale(now, days)
    counts = (func.count(), *map(_how_many, (stale, and_(~stale, has_no_next()), is_overdue(now))))
    statement = select(key, *counts).where(*_open(connection, query)).group_by(key)
    return [PlaceHealth(*found) for found in connection.execute(statement)]


def first_cards(
    connection: Connection, asked: Sequence[tuple[ListQuery, bool]]
) -> list[list[CardItem]]:
    """Return the first cards of each query; true beside it: an index is walked in its order."""
    ids = [first_ids(connection, CARD_LIST, q, FIRST_CARDS, walk=walk) for q, walk in asked]
    cards = items_by_id(connection, CARD_LIST, [key for some in ids for key in some], ())
    return [[cards[key] for key in some] for some in ids]


def in_workflow(query: ListQuery, workflow_id: UUID) -> ListQuery:
    """Return a query for what belongs to a workflow."""
    return replace(query, filters=(ChoiceFilter("workflow", (workflow_id,)), *query.filters))


def _open(connection: Connection, query: ListQuery) -> list[ColumnElement[bool]]:
    return [*matching(connection, CARD_LIST, query), O.outcome == OPEN]


def _made(
    currency: str, outcome: str, day: date | None, probability_id: UUID | None, figures: list[Any]
) -> Sums:
    """Return sums as whole numbers, which a server gives as decimal ones."""
    return Sums(currency, outcome, day, probability_id, *map(int, figures))


def _gone(row: type[ProbabilityRow | StageRow]) -> ColumnElement[bool]:
    return or_(row.deleted_at.is_not(None), row.retired_at.is_not(None))


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
