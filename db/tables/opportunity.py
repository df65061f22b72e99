"""Opportunities, their lines and their progress."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import (
    LIVE,
    Base,
    Imported,
    Kept,
    Teamed,
    link,
    live_index,
    unique_live,
    unique_origin,
)
from db.tables.workflow import OUTCOMES
from db.types import LongText

# Kept by triggers from activities and progress; never typed and never undone.
DERIVED = frozenset({"last_activity_at", "next_activity_at", "stage_since_on", "touched_at"})

# The net amount sorts the cards of a column; the id follows it, for one order of equal ones.
CARDS = (
    *("net_minor", "id", "expected_close_on", "last_activity_at", "touched_at"),
    *("next_activity_at", "workflow_id"),
)


def _figures(name: str, *columns: str) -> Index:
    """Return an index that answers counts and sums by itself."""
    return Index(name, *columns, "deleted_at", sqlite_where=LIVE, postgresql_where=LIVE)


class OpportunityRow(Kept, Teamed, Imported, Base):
    """A negotiation, running or possible, with one contact."""

    __tablename__ = "opportunity"
    rules = (
        unique_live("uq_opportunity_number", "company_id", "type_id", "number"),
        unique_origin("opportunity"),
        CheckConstraint(f"outcome IN {OUTCOMES}", name="outcome"),
        CheckConstraint("(outcome = 'open') = (closed_on IS NULL)", name="closed_on"),
        CheckConstraint("priority BETWEEN 0 AND 3", name="priority"),
        CheckConstraint("length(number) > 0", name="number"),
        live_index("ix_opportunity_created", "created_on"),
        live_index("ix_opportunity_contact", "contact_id"),
        # By column of a board in the order of amounts, with what else its cards are sorted by and
        # how they stand.
        live_index("ix_opportunity_probability", "outcome", "probability_id", *CARDS, "stage_id"),
        live_index("ix_opportunity_stage", "outcome", "stage_id", *CARDS),
        live_index("ix_opportunity_agent", "agent_id"),
        live_index("ix_opportunity_user", "user_id"),
        live_index("ix_opportunity_campaign", "campaign_id"),
        live_index("ix_opportunity_number", "number", words=True),
        live_index("ix_opportunity_title", "title", words=True),
        live_index("ix_opportunity_net", "net_minor"),
        live_index("ix_opportunity_close", "expected_close_on"),
        live_index("ix_opportunity_closed", "closed_on"),
        live_index("ix_opportunity_last_activity", "last_activity_at"),
        # The figures of boards: by stage, and of what was closed lately.
        _figures(
            "ix_opportunity_stages",
            *("workflow_id", "outcome", "stage_id", "probability_id", "currency_code"),
            *("net_minor", "gross_minor"),
        ),
        _figures(
            "ix_opportunity_closing",
            *("outcome", "currency_code", "closed_on", "workflow_id", "net_minor", "gross_minor"),
        ),
        Index(
            "ix_opportunity_totals",
            "outcome",
            "probability_id",
            "currency_code",
            "user_id",
            "type_id",
            "agent_id",
            "stage_id",
            "net_minor",
            "gross_minor",
            "closed_on",
            "deleted_at",
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )

    type_id: Mapped[UUID] = link("opportunity_type")
    company_id: Mapped[UUID] = link("company")
    number: Mapped[str]
    provisional_number: Mapped[str | None]
    title: Mapped[str]
    contact_id: Mapped[UUID] = link("contact")
    created_on: Mapped[date]
    closed_on: Mapped[date | None]
    agent_id: Mapped[UUID | None] = link("agent")
    user_id: Mapped[UUID | None] = link("app_user")
    currency_code: Mapped[str] = mapped_column(ForeignKey("currency.code"))
    probability_id: Mapped[UUID | None] = link("probability")
    probability_by_hand: Mapped[bool] = mapped_column(server_default=false())
    quality_id: Mapped[UUID | None] = link("quality")
    workflow_id: Mapped[UUID | None] = link("workflow")
    stage_id: Mapped[UUID | None] = link("stage")
    outcome: Mapped[str] = mapped_column(server_default=text("'open'"))
    closing_reason_id: Mapped[UUID | None] = link("closing_reason")
    closing_description: Mapped[str | None] = mapped_column(LongText())
    gross_minor: Mapped[int | None]
    discount_minor: Mapped[int | None]
    net_minor: Mapped[int | None]
    ebit_minor: Mapped[int | None]
    expected_order_on: Mapped[date | None]
    expected_delivery_on: Mapped[date | None]
    expected_invoice_on: Mapped[date | None]
    expected_close_on: Mapped[date | None]
    campaign_id: Mapped[UUID | None] = link("campaign")
    origin_id: Mapped[UUID | None] = link("origin")
    priority: Mapped[int] = mapped_column(server_default=text("0"))
    description: Mapped[str | None] = mapped_column(LongText())
    last_activity_at: Mapped[datetime | None]
    next_activity_at: Mapped[datetime | None]
    stage_since_on: Mapped[date | None]
    touched_at: Mapped[datetime | None]


class OpportunityLineRow(Kept, Teamed, Imported, Base):
    """A part of an opportunity, by product family."""

    __tablename__ = "opportunity_line"
    team_from = ("opportunity_id",)
    rules = (
        live_index("ix_opportunity_line_opportunity", "opportunity_id"),
        live_index("ix_opportunity_line_invoice", "expected_invoice_on"),
    )

    opportunity_id: Mapped[UUID] = link("opportunity")
    position: Mapped[int] = mapped_column(server_default=text("0"))
    product_family_id: Mapped[UUID | None] = link("product_family")
    product_id: Mapped[UUID | None] = link("product")
    description: Mapped[str | None]
    gross_minor: Mapped[int | None]
    discount_minor: Mapped[int | None]
    net_minor: Mapped[int | None]
    expected_revenue_minor: Mapped[int | None]
    expected_order_on: Mapped[date | None]
    expected_delivery_on: Mapped[date | None]
    expected_invoice_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(LongText())


class ProgressRow(Kept, Teamed, Imported, Base):
    """A move of an opportunity's stage, probability or outcome: what it was and became."""

    __tablename__ = "progress"
    team_from = ("opportunity_id",)
    rules = (
        live_index("ix_progress_opportunity", "opportunity_id", "moved_at"),
        CheckConstraint(f"from_outcome IN {OUTCOMES}", name="from_outcome"),
        CheckConstraint(f"to_outcome IN {OUTCOMES}", name="to_outcome"),
    )

    opportunity_id: Mapped[UUID] = link("opportunity")
    moved_at: Mapped[datetime]
    user_id: Mapped[UUID | None] = link("app_user")
    from_stage_id: Mapped[UUID | None] = link("stage")
    to_stage_id: Mapped[UUID | None] = link("stage")
    from_probability_id: Mapped[UUID | None] = link("probability")
    to_probability_id: Mapped[UUID | None] = link("probability")
    from_by_hand: Mapped[bool | None]
    to_by_hand: Mapped[bool | None]
    from_outcome: Mapped[str | None]
    to_outcome: Mapped[str | None]
    days_in_stage: Mapped[int | None]


class OpportunityTagRow(Kept, Teamed, Base):
    """A tag on an opportunity."""

    __tablename__ = "opportunity_tag"
    team_from = ("opportunity_id",)
    rules = (unique_live("uq_opportunity_tag_pair", "opportunity_id", "tag_id"),)

    opportunity_id: Mapped[UUID] = link("opportunity")
    tag_id: Mapped[UUID] = link("tag", index=True)


class OpportunityCompetitorRow(Kept, Teamed, Base):
    """A competitor for an opportunity."""

    __tablename__ = "opportunity_competitor"
    team_from = ("opportunity_id",)
    rules = (unique_live("uq_opportunity_competitor_pair", "opportunity_id", "competitor_id"),)

    opportunity_id: Mapped[UUID] = link("opportunity")
    competitor_id: Mapped[UUID] = link("competitor")
