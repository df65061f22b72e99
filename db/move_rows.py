"""Reads what the rules of moves ask for, for many opportunities at once, as plain values."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select

from db.parts import in_parts
from db.tables.activity import ActivityRow
from db.tables.lookups import ClosingReasonRow, ProbabilityRow
from db.tables.opportunity import ProgressRow
from db.tables.people import RoleRow
from db.tables.workflow import StageFieldRow, StageRoleRow, StageRow, TransitionRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

OPEN = "open"
Pair = tuple[UUID, UUID]


class Stage(NamedTuple):
    """A stage of a workflow; retired: nothing enters it any more."""

    id: UUID
    workflow_id: UUID
    description: str
    position: int
    outcome: str
    probability_id: UUID | None
    initial: bool = False
    retired: bool = False


class Chance(NamedTuple):
    """A row of the probability table; retired: it is not chosen any more."""

    id: UUID
    code: str
    percent: int
    retired: bool


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


def read_stages(connection: Connection) -> dict[UUID, Stage]:
    """Return the stages of all workflows, in their order."""
    row = StageRow
    statement = select(
        row.id,
        row.workflow_id,
        row.description,
        row.position,
        row.outcome,
        row.probability_id,
        row.initial,
        row.retired_at.is_not(None),
    ).where(row.deleted_at.is_(None))
    found = connection.execute(statement.order_by(row.position, row.id))
    return {each[0]: Stage(*each) for each in found}


def read_chances(connection: Connection) -> dict[UUID, Chance]:
    """Return the rows of the probability table."""
    row = ProbabilityRow
    statement = select(row.id, row.code, row.percent, row.retired_at.is_not(None))
    found = connection.execute(statement.where(row.deleted_at.is_(None)))
    return {each[0]: Chance(*each) for each in found}


def read_transitions(connection: Connection) -> dict[Pair, Transition]:
    """Return the moves that the workflows allow, by the two stages."""
    row = TransitionRow
    statement = (
        select(row.from_stage_id, row.to_stage_id, row.automatic, row.role_id, RoleRow.description)
        .join(RoleRow, RoleRow.id == row.role_id, isouter=True)
        .where(row.deleted_at.is_(None))
    )
    found = connection.execute(statement)
    return {(begin, end): Transition(by, role_id, role) for begin, end, by, role_id, role in found}


def read_stage_roles(connection: Connection) -> dict[UUID, list[StageRole]]:
    """Return the roles that stages are kept to; a stage without any is everybody's."""
    row = StageRoleRow
    statement = select(row.stage_id, row.role_id, row.may_edit).where(row.deleted_at.is_(None))
    found: defaultdict[UUID, list[StageRole]] = defaultdict(list)
    for stage_id, role_id, may_edit in connection.execute(statement):
        found[stage_id].append(StageRole(role_id, may_edit))
    return found


def read_required_fields(connection: Connection) -> dict[UUID, list[str]]:
    """Return the columns that must be filled before a record may enter a stage, by stage."""
    row = StageFieldRow
    statement = select(row.stage_id, row.field_name).where(row.deleted_at.is_(None))
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for stage_id, name in connection.execute(statement.order_by(row.field_name)):
        found[stage_id].append(name)
    return found


def read_open_duties(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return the subjects of mandatory activities that are not done, by opportunity."""
    row = ActivityRow
    statement = select(row.opportunity_id, row.subject).where(
        row.mandatory, row.done_at.is_(None), row.deleted_at.is_(None)
    )
    found: defaultdict[UUID, tuple[str, ...]] = defaultdict(tuple)
    for some in in_parts(ids):
        part = statement.where(row.opportunity_id.in_(some)).order_by(row.due_at, row.id)
        for key, subject in connection.execute(part):
            if key is not None:
                found[key] += (subject,)
    return found


def read_before_closing(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Left]:
    """Return where opportunities stood before they were closed the last time."""
    row = ProgressRow
    statement = select(
        row.opportunity_id,
        and_(row.from_outcome == OPEN, row.to_outcome != OPEN),
        row.from_stage_id,
        row.from_probability_id,
        row.from_by_hand,
    ).where(
        row.deleted_at.is_(None),
        or_(row.from_outcome.is_not(None), row.from_stage_id.is_not(None)),
    )
    found: dict[UUID, Left] = {}
    for some in in_parts(ids):
        part = statement.where(row.opportunity_id.in_(some)).order_by(row.moved_at, row.id)
        for key, closes, stage_id, chance_id, by_hand in connection.execute(part):
            if closes:
                found[key] = Left(stage_id, chance_id, by_hand)
            elif key in found and found[key].stage_id is None:
                # Closing left it in its stage, and only a later move took it out of there.
                found[key] = found[key]._replace(stage_id=stage_id)
    return found


def reason_sign(connection: Connection, reason_id: UUID) -> int | None:
    """Return the sign of a closing reason."""
    row = ClosingReasonRow
    return connection.scalar(select(row.sign).where(row.id == reason_id, row.deleted_at.is_(None)))
