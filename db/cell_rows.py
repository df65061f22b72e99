"""Reads what editors of single fields of an opportunity offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.list_choices import Choice
from db.tables.lookups import ClosingReasonRow
from db.tables.workflow import StageRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


def stages_beside(
    connection: Connection, workflow_id: UUID | None, stage_id: UUID | None
) -> list[Choice]:
    """Return the stages of a workflow, else of the workflow of a stage, in their order."""
    row = StageRow
    of_stage = select(row.workflow_id).where(row.id == stage_id).scalar_subquery()
    statement = select(row.id, row.description, row.retired_at).where(
        row.workflow_id == (of_stage if workflow_id is None else workflow_id),
        row.deleted_at.is_(None),
    )
    found = connection.execute(statement.order_by(row.position, row.id))
    return [Choice(key, name, retired_at is not None) for key, name, retired_at in found]


def closing_reasons(connection: Connection, sign: int) -> list[Choice]:
    """Return the closing reasons of a sign that can be chosen."""
    row = ClosingReasonRow
    statement = select(row.id, row.description).where(
        row.sign == sign, row.deleted_at.is_(None), row.retired_at.is_(None)
    )
    found = connection.execute(statement.order_by(row.position, row.id))
    return [Choice(key, name, retired=False) for key, name in found]
