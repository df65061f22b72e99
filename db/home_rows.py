"""Figures of the home screen that lists do not give: activities and targets."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - NamedTuple keeps the annotation
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from db.tables.activity import ActivityRow
from db.tables.people import TargetRow

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection, Select

A = ActivityRow


class ActivityQuery(NamedTuple):
    """Planned activities of a user that are due from one moment to another, not done yet."""

    user_id: UUID
    since: datetime | None
    before: datetime


class Target(NamedTuple):
    """What a user is to win in a month, in one currency."""

    amount_minor: int
    currency: str
    month: date


def count_activities(connection: Connection, query: ActivityQuery) -> int:
    """Return how many activities a query has."""
    return connection.scalar(_activities(query, func.count())) or 0


def activity_ids(connection: Connection, query: ActivityQuery) -> list[UUID]:
    """Return the activities of a query, the one due first coming first."""
    due = func.coalesce(A.due_at, A.planned_start_at)
    return list(connection.scalars(_activities(query, A.id).order_by(due, A.id)))


def targets(connection: Connection, user_id: UUID, month: date) -> list[Target]:
    """Return the targets of a user for a month."""
    row = TargetRow
    statement = (
        select(row.amount_minor, row.currency_code, row.month_on)
        .where(row.user_id == user_id, row.month_on == month, row.deleted_at.is_(None))
        .order_by(row.currency_code)
    )
    return [Target(*found) for found in connection.execute(statement)]


def _activities(query: ActivityQuery, *columns: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - what is asked of each
    due = func.coalesce(A.due_at, A.planned_start_at)
    statement = select(*columns).where(
        A.user_id == query.user_id, A.done_at.is_(None), A.deleted_at.is_(None), due < query.before
    )
    return statement if query.since is None else statement.where(due >= query.since)
