"""When an opportunity waits for somebody, as conditions: the same rule as core/attention.py."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, literal, select

from db.tables.opportunity import OpportunityRow
from db.tables.workflow import StageRow
from db.types import Moment

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection

O = OpportunityRow  # noqa: E741 - named in nearly every line below


def is_stale(connection: Connection, now: datetime, days: int) -> ColumnElement[bool]:
    """Return the condition that nobody has done anything for the days of the stage, else these.

    Only for rows that are open.
    """
    moment = Moment()
    before = literal(now - timedelta(days=days), moment)
    stages = _stale_days(connection)
    if not stages:
        return O.touched_at < before
    whens = [
        (O.stage_id == stage_id, literal(now - timedelta(days=own), moment))
        for stage_id, own in stages
    ]
    return O.touched_at < case(*whens, else_=before)


def is_overdue(now: datetime) -> ColumnElement[bool]:
    """Return the condition that an activity should have been done."""
    return and_(O.next_activity_at.is_not(None), O.next_activity_at < now)


def has_no_next() -> ColumnElement[bool]:
    """Return the condition that no activity is planned."""
    return O.next_activity_at.is_(None)


def _stale_days(connection: Connection) -> list[tuple[UUID, int]]:
    statement = select(StageRow.id, StageRow.stale_days).where(StageRow.stale_days.is_not(None))
    return [(key, days) for key, days in connection.execute(statement) if days is not None]
