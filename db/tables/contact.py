"""Contacts and what belongs to them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, false
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import (
    Base,
    Imported,
    Kept,
    Teamed,
    link,
    live_index,
    unique_live,
    unique_origin,
    walked,
)
from db.types import LongText


class ContactRow(Kept, Teamed, Imported, Base):
    """The company or person that we negotiate with."""

    __tablename__ = "contact"
    rules = (
        unique_origin("contact"),
        # Not only the live ones: a list of opportunities is sorted by any contact's name.
        Index("ix_contact_name", walked("name", words=True), "id", "deleted_at"),
        live_index("ix_contact_agent", "agent_id"),
        live_index("ix_contact_parent", "parent_id"),
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("employees >= 0", name="employees"),
    )

    name: Mapped[str]
    contact_type_id: Mapped[UUID] = link("contact_type")
    person: Mapped[bool] = mapped_column(server_default=false())
    vat_number: Mapped[str | None]
    tax_code: Mapped[str | None]
    certified_mail: Mapped[str | None]
    e_invoice_code: Mapped[str | None]
    legal_form: Mapped[str | None]
    brand: Mapped[str | None]
    website: Mapped[str | None]
    language: Mapped[str | None]
    currency_code: Mapped[str | None] = mapped_column(ForeignKey("currency.code"))
    country_code: Mapped[str | None]
    agent_id: Mapped[UUID | None] = link("agent")
    origin_id: Mapped[UUID | None] = link("origin")
    quality_id: Mapped[UUID | None] = link("quality")
    sector_id: Mapped[UUID | None] = link("sector")
    commercial_category_id: Mapped[UUID | None] = link("commercial_category")
    parent_id: Mapped[UUID | None] = link("contact")
    founded_year: Mapped[int | None]
    statistical_year: Mapped[int | None]
    turnover_minor: Mapped[int | None]
    employees: Mapped[int | None]
    payment_terms_id: Mapped[UUID | None] = link("payment_terms")
    price_list_id: Mapped[UUID | None] = link("price_list")
    discount: Mapped[str | None]
    opening_hours: Mapped[str | None]
    workflow_id: Mapped[UUID | None] = link("workflow")
    stage_id: Mapped[UUID | None] = link("stage")
    lead_on: Mapped[date | None]
    customer_on: Mapped[date | None]
    customer_until_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    closing_reason_id: Mapped[UUID | None] = link("closing_reason")
    description: Mapped[str | None] = mapped_column(LongText())


class ContactTeamRow(Kept, Base):
    """A further team that a contact belongs to."""

    __tablename__ = "contact_team"
    rules = (unique_live("uq_contact_team_pair", "contact_id", "team_id"),)

    contact_id: Mapped[UUID] = link("contact")
    team_id: Mapped[UUID] = link("team")


class ContactAddressRow(Kept, Teamed, Base):
    """An address of a contact, with its place on earth in millionths of a degree."""

    __tablename__ = "contact_address"
    team_from = ("contact_id",)
    rules = (
        live_index("ix_contact_address_contact", "contact_id"),
        CheckConstraint("latitude_millionths BETWEEN -90000000 AND 90000000", name="latitude"),
        CheckConstraint("longitude_millionths BETWEEN -180000000 AND 180000000", name="longitude"),
    )

    contact_id: Mapped[UUID] = link("contact")
    address_type_id: Mapped[UUID | None] = link("address_type")
    main: Mapped[bool] = mapped_column(server_default=false())
    street: Mapped[str | None]
    postal_code: Mapped[str | None]
    city: Mapped[str | None]
    province: Mapped[str | None]
    region: Mapped[str | None]
    country_code: Mapped[str | None]
    latitude_millionths: Mapped[int | None]
    longitude_millionths: Mapped[int | None]


class ContactChannelRow(Kept, Teamed, Base):
    """A phone number or e-mail address of a contact."""

    __tablename__ = "contact_channel"
    team_from = ("contact_id",)
    rules = (
        live_index("ix_contact_channel_contact", "contact_id"),
        CheckConstraint("kind IN ('phone', 'mobile', 'fax', 'email')", name="kind"),
    )

    contact_id: Mapped[UUID] = link("contact")
    kind: Mapped[str]
    value: Mapped[str]
    main: Mapped[bool] = mapped_column(server_default=false())


class ReferenceRow(Kept, Teamed, Base):
    """A person at a contact."""

    __tablename__ = "reference"
    team_from = ("contact_id",)
    rules = (live_index("ix_reference_contact", "contact_id"),)

    contact_id: Mapped[UUID] = link("contact")
    name: Mapped[str]
    job_title: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    main: Mapped[bool] = mapped_column(server_default=false())
    note: Mapped[str | None] = mapped_column(LongText())


class ContactAgentRow(Kept, Teamed, Base):
    """A further agent of a contact, with zone and commission in hundredths of a percent."""

    __tablename__ = "contact_agent"
    team_from = ("contact_id",)
    rules = (unique_live("uq_contact_agent_pair", "contact_id", "agent_id", "zone_id"),)

    contact_id: Mapped[UUID] = link("contact")
    agent_id: Mapped[UUID] = link("agent", index=True)
    zone_id: Mapped[UUID | None] = link("zone")
    commission_hundredths: Mapped[int | None]


class ContactNoteRow(Kept, Teamed, Base):
    """A note about a contact."""

    __tablename__ = "contact_note"
    team_from = ("contact_id",)
    rules = (live_index("ix_contact_note_contact", "contact_id"),)

    contact_id: Mapped[UUID] = link("contact")
    note_type_id: Mapped[UUID | None] = link("note_type")
    written_on: Mapped[date]
    text: Mapped[str] = mapped_column(LongText())


class ContactCompetitorRow(Kept, Teamed, Base):
    """A competitor that is at work at a contact."""

    __tablename__ = "contact_competitor"
    team_from = ("contact_id",)
    rules = (unique_live("uq_contact_competitor_pair", "contact_id", "competitor_id"),)

    contact_id: Mapped[UUID] = link("contact")
    competitor_id: Mapped[UUID] = link("competitor")


class ContactScopeRow(Kept, Teamed, Base):
    """What a contact may be mailed about, with the consent's day and source."""

    __tablename__ = "contact_scope"
    team_from = ("contact_id",)
    rules = (
        unique_live("uq_contact_scope_scope", "contact_id", "scope"),
        CheckConstraint("scope IN ('offers', 'newsletters')", name="scope"),
    )

    contact_id: Mapped[UUID] = link("contact")
    scope: Mapped[str]
    consent: Mapped[bool]
    consent_on: Mapped[date | None]
    consent_source: Mapped[str | None]


class ContactTagRow(Kept, Teamed, Base):
    """A tag on a contact."""

    __tablename__ = "contact_tag"
    team_from = ("contact_id",)
    rules = (unique_live("uq_contact_tag_pair", "contact_id", "tag_id"),)

    contact_id: Mapped[UUID] = link("contact")
    tag_id: Mapped[UUID] = link("tag", index=True)
