"""Reads what the form of an opportunity shows besides its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import or_, select

from db.list_choices import Choice
from db.tables.contact import ContactRow
from db.tables.lookups import CurrencyRow, OpportunityTypeRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import AgentRow, UserRow
from db.tables.workflow import WorkflowRow

if TYPE_CHECKING:
    from sqlalchemy import Connection


class FormNames(NamedTuple):
    """The names behind the ids of an opportunity, and how its amounts are written."""

    number: str
    contact: str
    type: str
    workflow: str | None
    currency: str
    decimals: int


def read_names(connection: Connection, opportunity_id: UUID) -> FormNames | None:
    """Return the names of an opportunity."""
    row = OpportunityRow
    statement = (
        select(
            row.number,
            ContactRow.name,
            OpportunityTypeRow.description,
            WorkflowRow.description,
            row.currency_code,
            CurrencyRow.decimals,
        )
        .join(ContactRow, ContactRow.id == row.contact_id)
        .join(OpportunityTypeRow, OpportunityTypeRow.id == row.type_id)
        .join(CurrencyRow, CurrencyRow.code == row.currency_code)
        .join(WorkflowRow, WorkflowRow.id == row.workflow_id, isouter=True)
        .where(row.id == opportunity_id, row.deleted_at.is_(None))
    )
    found = connection.execute(statement).first()
    return FormNames(*found) if found else None


def agents(connection: Connection, chosen: UUID | None) -> list[Choice]:
    """Return the agents that can be chosen, and the one that is, though it be retired."""
    row = AgentRow
    statement = select(row.id, row.description, row.retired_at).where(
        row.deleted_at.is_(None), or_(row.retired_at.is_(None), row.id == chosen)
    )
    found = connection.execute(statement.order_by(row.position, row.description, row.id))
    return [Choice(key, name, retired_at is not None) for key, name, retired_at in found]


def users(connection: Connection, chosen: UUID | None) -> list[Choice]:
    """Return the users that can be chosen, and the one that is, though they be retired."""
    row = UserRow
    statement = select(row.id, row.name, row.retired_at).where(
        row.deleted_at.is_(None), or_(row.retired_at.is_(None), row.id == chosen)
    )
    found = connection.execute(statement.order_by(row.name, row.id))
    return [Choice(key, name, retired_at is not None) for key, name, retired_at in found]
