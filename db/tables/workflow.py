"""Workflows: stages in order, and the allowed moves between them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import CheckConstraint, false, text, true
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Kept, Lookup, link, unique_code, unique_live

OUTCOMES = "('open', 'won', 'lost')"


class WorkflowRow(Lookup, Base):
    """The process of opportunities, contacts or campaigns."""

    __tablename__ = "workflow"
    rules = (
        unique_code("workflow"),
        CheckConstraint("record_kind IN ('opportunity', 'contact', 'campaign')", name="kind"),
    )

    record_kind: Mapped[str] = mapped_column(server_default=text("'opportunity'"))


class StageRow(Lookup, Base):
    """A step of a workflow; a final stage has the outcome that reaching it gives."""

    __tablename__ = "stage"
    rules = (
        unique_live("uq_stage_code", "workflow_id", "code"),
        CheckConstraint(f"outcome IN {OUTCOMES}", name="outcome"),
        CheckConstraint("days_allowed > 0", name="days_allowed"),
        CheckConstraint("stale_days > 0", name="stale_days"),
    )

    workflow_id: Mapped[UUID] = link("workflow")
    colour: Mapped[str | None]
    initial: Mapped[bool] = mapped_column(server_default=false())
    final: Mapped[bool] = mapped_column(server_default=false())
    outcome: Mapped[str] = mapped_column(server_default=text("'open'"))
    probability_id: Mapped[UUID | None] = link("probability")
    days_allowed: Mapped[int | None]
    stale_days: Mapped[int | None]


class StageRoleRow(Kept, Base):
    """A role that may see, or also edit, records in a stage; none named: everybody."""

    __tablename__ = "stage_role"
    rules = (unique_live("uq_stage_role_pair", "stage_id", "role_id"),)

    stage_id: Mapped[UUID] = link("stage")
    role_id: Mapped[UUID] = link("role")
    may_edit: Mapped[bool]


class StageFieldRow(Kept, Base):
    """A field that must be filled before a record may enter a stage."""

    __tablename__ = "stage_field"
    rules = (unique_live("uq_stage_field_name", "stage_id", "field_name"),)

    stage_id: Mapped[UUID] = link("stage")
    field_name: Mapped[str]


class StageActivityRow(Kept, Base):
    """An activity that belongs to a stage: created when it is entered, perhaps mandatory."""

    __tablename__ = "stage_activity"

    stage_id: Mapped[UUID] = link("stage", index=True)
    activity_type_id: Mapped[UUID] = link("activity_type")
    next_activity_type_id: Mapped[UUID | None] = link("activity_type")
    subject: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    mandatory: Mapped[bool] = mapped_column(server_default=false())
    creates_task: Mapped[bool] = mapped_column(server_default=true())
    due_after_days: Mapped[int | None]


class TransitionRow(Kept, Base):
    """An allowed move from one stage to another."""

    __tablename__ = "transition"
    rules = (unique_live("uq_transition_pair", "from_stage_id", "to_stage_id"),)

    from_stage_id: Mapped[UUID] = link("stage")
    to_stage_id: Mapped[UUID] = link("stage", index=True)
    automatic: Mapped[bool] = mapped_column(server_default=false())
    role_id: Mapped[UUID | None] = link("role")
    condition: Mapped[str | None]
