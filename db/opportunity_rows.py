"""Reads what the rules of an opportunity's moves ask for, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - the same

from sqlalchemy import select

from db.tables.activity import ActivityRow
from db.tables.lookups import ClosingReasonRow, ProbabilityRow
from db.tables.opportunity import OpportunityLineRow, OpportunityRow, ProgressRow
from db.tables.people import RoleRow
from db.tables.workflow import StageFieldRow, StageRoleRow, StageRow, TransitionRow
from db.writes import table_of

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from db.writes import Values

O, S = OpportunityRow, StageRow  # noqa: E741 - named in nearly every line below
OPEN = "open"


class Stage(NamedTuple):
    """A stage of a workflow."""

    id: UUID
    workflow_id: UUID
    description: str
    position: int
    outcome: str
    probability_id: UUID | None


class Left(NamedTuple):
    """Where an opportunity stood before it was closed; no stage: closing did not move it."""

    stage_id: UUID | None
    probability_id: UUID | None
    by_hand: bool | None


class Transition(NamedTuple):
    """A move that a workflow allows, and the role that it needs."""

    automatic: bool
    role_id: UUID | None
    role: str | None


class StageRole(NamedTuple):
    """A role that may see, or also edit, what stands in a stage."""

    role_id: UUID
    may_edit: bool


def read_opportunity(connection: Connection, opportunity_id: UUID, *, lock: bool = False) -> Values:
    """Return all columns of an opportunity, held until the end where it is to be written.

    Empty where it is deleted or gone.
    """
    table = table_of(O)
    statement = select(table).where(table.c.id == opportunity_id, table.c.deleted_at.is_(None))
    if lock:
        statement = statement.with_for_update()
    row = connection.execute(statement).first()
    return dict(row._mapping) if row else {}  # noqa: SLF001 - the name that SQLAlchemy gives it


def has_lines(connection: Connection, opportunity_id: UUID) -> bool:
    """Tell whether an opportunity has lines, whose sums its amounts are."""
    row = OpportunityLineRow
    statement = select(row.id).where(row.opportunity_id == opportunity_id, row.deleted_at.is_(None))
    return connection.scalar(statement.limit(1)) is not None


def find_stage(connection: Connection, stage_id: UUID) -> Stage | None:
    """Return a stage."""
    row = connection.execute(_stages().where(S.id == stage_id)).first()
    return Stage(*row) if row else None


def final_stage(connection: Connection, workflow_id: UUID | None, outcome: str) -> Stage | None:
    """Return a workflow's final stage of an outcome."""
    statement = _stages().where(S.workflow_id == workflow_id, S.final, S.outcome == outcome)
    row = connection.execute(statement.where(S.retired_at.is_(None)).limit(1)).first()
    return Stage(*row) if row else None


def first_stage(connection: Connection, workflow_id: UUID | None) -> Stage | None:
    """Return the stage that a workflow begins with."""
    statement = _stages().where(S.workflow_id == workflow_id, S.outcome == OPEN)
    statement = statement.order_by(None).order_by(S.initial.desc(), S.position, S.id)
    row = connection.execute(statement.limit(1)).first()
    return Stage(*row) if row else None


def probability_by_code(connection: Connection, code: str) -> UUID | None:
    """Return the row of the probability table with a code."""
    row = ProbabilityRow
    return connection.scalar(select(row.id).where(row.code == code, row.deleted_at.is_(None)))


def reason_sign(connection: Connection, reason_id: UUID) -> int | None:
    """Return the sign of a closing reason."""
    row = ClosingReasonRow
    return connection.scalar(select(row.sign).where(row.id == reason_id, row.deleted_at.is_(None)))


def before_closing(connection: Connection, opportunity_id: UUID) -> Left | None:
    """Return where an opportunity stood before it was closed the last time."""
    row = ProgressRow
    statement = (
        select(row.from_stage_id, row.from_probability_id, row.from_by_hand)
        .where(row.opportunity_id == opportunity_id, row.deleted_at.is_(None))
        .where(row.from_outcome == OPEN, row.to_outcome != OPEN)
        .order_by(row.moved_at.desc(), row.id.desc())
    )
    found = connection.execute(statement.limit(1)).first()
    return Left(*found) if found else None


def find_transition(connection: Connection, begin: UUID, end: UUID) -> Transition | None:
    """Return the allowed move from one stage to another."""
    row = TransitionRow
    statement = (
        select(row.automatic, row.role_id, RoleRow.description)
        .join(RoleRow, RoleRow.id == row.role_id, isouter=True)
        .where(row.from_stage_id == begin, row.to_stage_id == end, row.deleted_at.is_(None))
    )
    found = connection.execute(statement).first()
    return Transition(*found) if found else None


def open_mandatory(connection: Connection, opportunity_id: UUID) -> list[str]:
    """Return the subjects of the mandatory activities that are not done."""
    row = ActivityRow
    statement = select(row.subject).where(
        row.opportunity_id == opportunity_id,
        row.mandatory,
        row.done_at.is_(None),
        row.deleted_at.is_(None),
    )
    return list(connection.scalars(statement.order_by(row.due_at, row.id)))


def required_fields(connection: Connection, stage_id: UUID) -> list[str]:
    """Return the columns that must be filled before a record may enter a stage."""
    row = StageFieldRow
    statement = select(row.field_name).where(row.stage_id == stage_id, row.deleted_at.is_(None))
    return list(connection.scalars(statement.order_by(row.field_name)))


def stage_roles(connection: Connection, stage_id: UUID) -> list[StageRole]:
    """Return the roles that a stage is kept to; none: it is everybody's."""
    row = StageRoleRow
    statement = select(row.role_id, row.may_edit).where(
        row.stage_id == stage_id, row.deleted_at.is_(None)
    )
    return [StageRole(*found) for found in connection.execute(statement)]


def _stages() -> Select[UUID, UUID, str, int, str, UUID | None]:
    columns = (S.id, S.workflow_id, S.description, S.position, S.outcome, S.probability_id)
    return select(*columns).where(S.deleted_at.is_(None)).order_by(S.position, S.id)
