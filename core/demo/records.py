"""The rows of the large tables as tuples: the names of their fields are those of the columns."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - NamedTuple keeps the annotations
from typing import NamedTuple
from uuid import UUID  # noqa: TC003


class Stamp(NamedTuple):
    """Who made a row and changed it last, and the team it belongs to."""

    team_id: UUID
    created_at: datetime
    entered_by_id: UUID
    changed_at: datetime
    changed_by_id: UUID


class Contact(NamedTuple):
    """A row of contact."""

    id: UUID
    name: str
    contact_type_id: UUID
    vat_number: str | None
    certified_mail: str | None
    legal_form: str
    website: str
    language: str
    currency_code: str
    country_code: str
    agent_id: UUID
    origin_id: UUID | None
    quality_id: UUID | None
    sector_id: UUID
    commercial_category_id: UUID
    parent_id: UUID | None
    founded_year: int
    statistical_year: int
    turnover_minor: int
    employees: int
    payment_terms_id: UUID | None
    lead_on: date
    customer_on: date | None
    origin_system: str
    origin_key: str


class Address(NamedTuple):
    """A row of contact_address."""

    id: UUID
    contact_id: UUID
    address_type_id: UUID | None
    main: bool
    street: str | None
    postal_code: str | None
    city: str | None
    province: str | None
    region: str | None
    country_code: str
    latitude_millionths: int | None
    longitude_millionths: int | None


class Channel(NamedTuple):
    """A row of contact_channel."""

    id: UUID
    contact_id: UUID
    kind: str
    value: str
    main: bool


class Reference(NamedTuple):
    """A row of reference."""

    id: UUID
    contact_id: UUID
    name: str
    job_title: str
    phone: str
    email: str
    main: bool


class Note(NamedTuple):
    """A row of contact_note."""

    id: UUID
    contact_id: UUID
    note_type_id: UUID
    written_on: date
    text: str


class Opportunity(NamedTuple):
    """A row of opportunity."""

    id: UUID
    type_id: UUID
    company_id: UUID
    number: str
    title: str
    contact_id: UUID
    created_on: date
    closed_on: date | None
    agent_id: UUID
    user_id: UUID
    currency_code: str
    probability_id: UUID | None
    probability_by_hand: bool
    quality_id: UUID | None
    workflow_id: UUID | None
    stage_id: UUID | None
    outcome: str
    closing_reason_id: UUID | None
    closing_description: str | None
    gross_minor: int | None
    discount_minor: int | None
    net_minor: int | None
    ebit_minor: int | None
    expected_order_on: date
    expected_delivery_on: date
    expected_invoice_on: date
    expected_close_on: date
    campaign_id: UUID | None
    origin_id: UUID | None
    priority: int
    description: str | None
    last_activity_at: datetime | None
    next_activity_at: datetime | None
    stage_since_on: date | None
    touched_at: datetime
    origin_system: str
    origin_key: str


class Line(NamedTuple):
    """A row of opportunity_line."""

    id: UUID
    opportunity_id: UUID
    position: int
    product_family_id: UUID
    product_id: UUID
    description: str
    gross_minor: int
    discount_minor: int
    net_minor: int
    expected_revenue_minor: int
    expected_order_on: date
    expected_delivery_on: date
    expected_invoice_on: date
    closed_on: date | None


class Progress(NamedTuple):
    """A row of progress; what a move left alone is empty."""

    id: UUID
    opportunity_id: UUID
    moved_at: datetime
    user_id: UUID
    from_stage_id: UUID | None
    to_stage_id: UUID | None
    from_probability_id: UUID | None
    to_probability_id: UUID | None
    from_by_hand: bool | None
    to_by_hand: bool | None
    from_outcome: str | None
    to_outcome: str | None
    days_in_stage: int | None


class Activity(NamedTuple):
    """A row of activity."""

    id: UUID
    activity_type_id: UUID
    subject: str
    text: str | None
    contact_id: UUID
    opportunity_id: UUID
    user_id: UUID
    planned_start_at: datetime | None
    planned_end_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None
    result: str | None
    location: str | None


class Tag(NamedTuple):
    """A row of opportunity_tag."""

    id: UUID
    opportunity_id: UUID
    tag_id: UUID


class Competitor(NamedTuple):
    """A row of opportunity_competitor."""

    id: UUID
    opportunity_id: UUID
    competitor_id: UUID
