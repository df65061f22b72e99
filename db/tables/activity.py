"""Activities and campaigns."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Imported, Kept, Teamed, link, live_index, unique_live
from db.types import LongText


class ActivityRow(Kept, Teamed, Imported, Base):
    """An interaction or task, planned or done."""

    __tablename__ = "activity"
    team_from = ("opportunity_id", "contact_id")
    rules = (
        live_index("ix_activity_opportunity", "opportunity_id", "done_at", "due_at"),
        live_index("ix_activity_contact", "contact_id"),
        live_index("ix_activity_due", "user_id", "done_at", "due_at"),
        CheckConstraint("planned_end_at >= planned_start_at", name="planned_end_at"),
    )

    activity_type_id: Mapped[UUID] = link("activity_type")
    subject: Mapped[str]
    text: Mapped[str | None] = mapped_column(LongText())
    contact_id: Mapped[UUID | None] = link("contact")
    opportunity_id: Mapped[UUID | None] = link("opportunity")
    campaign_id: Mapped[UUID | None] = link("campaign")
    user_id: Mapped[UUID | None] = link("app_user")
    planned_start_at: Mapped[datetime | None]
    planned_end_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    result: Mapped[str | None] = mapped_column(LongText())
    location: Mapped[str | None]
    mandatory: Mapped[bool] = mapped_column(server_default=false())
    stage_activity_id: Mapped[UUID | None] = link("stage_activity")


class CampaignRow(Kept, Teamed, Imported, Base):
    """A marketing action."""

    __tablename__ = "campaign"
    rules = (
        unique_live("uq_campaign_number", "company_id", "number"),
        CheckConstraint("ends_on >= starts_on", name="ends_on"),
    )

    company_id: Mapped[UUID] = link("company")
    number: Mapped[str]
    title: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    description: Mapped[str | None] = mapped_column(LongText())
