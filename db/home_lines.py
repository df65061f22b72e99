"""The first lines of the lists on the home screen, and whether there is anything to list."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - NamedTuple keeps the annotations
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - the same

from sqlalchemy import exists, func, select

from db.home_rows import activity_ids
from db.tables.activity import ActivityRow
from db.tables.contact import ContactRow
from db.tables.lookups import ActivityTypeRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import CompanyRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.home_rows import ActivityQuery
    from db.tables import Base

A, O, C = ActivityRow, OpportunityRow, ContactRow  # noqa: E741 - named in every line below


class ActivityLine(NamedTuple):
    """A planned activity: what is to be done, when, and about whom and what."""

    id: UUID
    subject: str
    type: str
    due_at: datetime
    contact: str | None
    opportunity_id: UUID | None
    opportunity: str | None


def activity_lines(connection: Connection, query: ActivityQuery, limit: int) -> list[ActivityLine]:
    """Return the first activities of a query, the one due first coming first."""
    keys = activity_ids(connection, query)[:limit]
    due = func.coalesce(A.due_at, A.planned_start_at)
    statement = (
        select(A.id, A.subject, ActivityTypeRow.description, due, C.name, O.id, O.title)
        .join(ActivityTypeRow, ActivityTypeRow.id == A.activity_type_id)
        .join(O, (O.id == A.opportunity_id) & O.deleted_at.is_(None), isouter=True)
        .join(C, C.id == func.coalesce(A.contact_id, O.contact_id), isouter=True)
        .where(A.id.in_(keys))
        .order_by(due, A.id)
    )
    return [ActivityLine(*row) for row in connection.execute(statement)]


def has_rows(connection: Connection, row_class: type[Base]) -> bool:
    """Tell whether a kind of record has a row that is not deleted."""
    columns = row_class.__table__.c
    return bool(connection.scalar(select(exists().where(columns.deleted_at.is_(None)))))


def company_name(connection: Connection, company_id: UUID | None) -> str:
    """Return the name of a company, or of the first one where it is not known."""
    row = CompanyRow
    statement = select(row.description).where(row.deleted_at.is_(None))
    statement = statement.order_by((row.id == company_id).desc(), row.position, row.id)
    return connection.scalar(statement.limit(1)) or ""
