"""The contact list: what a row shows, and how each column is sorted and filtered."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - NamedTuple keeps the annotations
from typing import NamedTuple
from uuid import UUID  # noqa: TC003

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import aliased

from db.address_fields import main_address
from db.list_field import Asked, Choices, Join, Kind, ListField, Sort, chosen, own, several
from db.list_query import Order
from db.listed_texts import joined_names
from db.record_list import RecordList
from db.tables.contact import ContactChannelRow, ContactRow, ContactTagRow
from db.tables.lookups import (
    CommercialCategoryRow,
    ContactTypeRow,
    OriginRow,
    QualityRow,
    SectorRow,
    TagRow,
)
from db.tables.opportunity import OpportunityRow
from db.tables.people import AgentRow, TeamRow, UserRow
from db.tables.workflow import StageRow
from db.text_search import contacts_with


class ContactItem(NamedTuple):
    """A contact as a list shows it; what no shown column needs is not read and empty."""

    id: UUID
    name: str
    type: str | None
    stage_colour: str | None
    person: bool | None = None
    brand: str | None = None
    vat_number: str | None = None
    website: str | None = None
    country: str | None = None
    city: str | None = None
    province: str | None = None
    agent: str | None = None
    sector: str | None = None
    category: str | None = None
    quality: int | None = None
    origin: str | None = None
    phone: str | None = None
    email: str | None = None
    open_count: int | None = None
    employees: int | None = None
    parent: str | None = None
    stage: str | None = None
    team: str | None = None
    tags: str | None = None
    lead_on: date | None = None
    customer_on: date | None = None
    customer_until_on: date | None = None
    description: str | None = None
    entered_by: str | None = None
    created_at: datetime | None = None
    changed_by: str | None = None
    changed_at: datetime | None = None


C = ContactRow
EnteredBy, ChangedBy, Parent = aliased(UserRow), aliased(UserRow), aliased(ContactRow)
TYPE = Join(ContactTypeRow, ContactTypeRow.id == C.contact_type_id, outer=False)
STAGE = Join(StageRow, StageRow.id == C.stage_id)
AGENT = Join(AgentRow, AgentRow.id == C.agent_id)
SECTOR = Join(SectorRow, SectorRow.id == C.sector_id)
CATEGORY = Join(CommercialCategoryRow, CommercialCategoryRow.id == C.commercial_category_id)
QUALITY = Join(QualityRow, QualityRow.id == C.quality_id)
ORIGIN = Join(OriginRow, OriginRow.id == C.origin_id)
TEAM = Join(TeamRow, TeamRow.id == C.team_id)
PARENT = Join(Parent, Parent.id == C.parent_id)
ENTERED_BY = Join(EnteredBy, EnteredBy.id == C.entered_by_id)
CHANGED_BY = Join(ChangedBy, ChangedBy.id == C.changed_by_id)
ADDRESS = main_address(C.id)
PHONES = ("phone", "mobile")
TAGGED = (ContactTagRow.deleted_at.is_(None),)
TAG_NAMES = (*TAGGED, TagRow.id == ContactTagRow.tag_id)


def _channel(name: str, *kinds: str) -> ListField:
    """Return the main number or address of some kinds; a filter asks all of them."""
    row = ContactChannelRow
    which: tuple[ColumnElement[bool], ...] = (row.kind.in_(kinds), row.deleted_at.is_(None))
    first = select(row.value).where(row.contact_id == C.id, *which)
    first = first.order_by(row.main.desc(), row.id).limit(1).correlate_except(row)
    shown: ScalarSelect[str] = first.scalar_subquery()
    asked = Asked(row.value, C.id, row.contact_id, which)
    return ListField(Kind.TEXT, {name: shown}, (), Sort((shown,)), asked)


def _open_count() -> ListField:
    row = OpportunityRow
    where = (row.contact_id == C.id, row.deleted_at.is_(None), row.outcome == "open")
    count = select(func.count()).select_from(row).where(*where)
    shown = count.correlate_except(row).scalar_subquery()
    return ListField(Kind.NUMBER, {"open_count": shown}, (), Sort((shown,)), Asked(shown))


def _parent() -> ListField:
    asked = Asked(Parent.name, C.parent_id, Parent.id)
    by = Sort((Parent.name, Parent.id), (PARENT,))
    return ListField(Kind.TEXT, {"parent": Parent.name}, (PARENT,), by, asked)


def _country() -> ListField:
    used = Choices(C.country_code, C.country_code, (C.country_code,), alive=C.deleted_at.is_(None))
    return own(Kind.TEXT, "country", C.country_code)._replace(choices=used._replace(distinct=True))


def _quality() -> ListField:
    field = chosen("quality", QUALITY, C.quality_id, by="stars")
    return field._replace(shows={"quality": QualityRow.stars})


def _tags() -> ListField:
    key, via = ContactTagRow.contact_id, C.id
    shown = joined_names(TagRow, key == via, *TAG_NAMES)
    asked = Asked(ContactTagRow.tag_id, via, key, TAGGED)
    return several("tags", shown, asked, Asked(TagRow.description, via, key, TAG_NAMES), TagRow)


FIELDS: dict[str, ListField] = {
    "name": own(Kind.TEXT, "name", C.name),
    "type": chosen("type", TYPE, C.contact_type_id, by="position"),
    "person": own(Kind.FLAG, "person", C.person),
    "brand": own(Kind.TEXT, "brand", C.brand),
    "country": _country(),
    "city": ADDRESS.city,
    "province": ADDRESS.province,
    "agent": chosen("agent", AGENT, C.agent_id),
    "sector": chosen("sector", SECTOR, C.sector_id),
    "category": chosen("category", CATEGORY, C.commercial_category_id),
    "quality": _quality(),
    "origin": chosen("origin", ORIGIN, C.origin_id),
    "phone": _channel("phone", *PHONES),
    "email": _channel("email", "email"),
    "website": own(Kind.TEXT, "website", C.website),
    "vat_number": own(Kind.TEXT, "vat_number", C.vat_number),
    "open_count": _open_count(),
    "employees": own(Kind.NUMBER, "employees", C.employees),
    "parent": _parent(),
    "stage": chosen("stage", STAGE, C.stage_id, by="position"),
    "team": chosen("team", TEAM, C.team_id),
    "tags": _tags(),
    "lead_since": own(Kind.DAY, "lead_on", C.lead_on),
    "customer_since": own(Kind.DAY, "customer_on", C.customer_on),
    "customer_until": own(Kind.DAY, "customer_until_on", C.customer_until_on),
    "description": own(Kind.TEXT, "description", C.description),
    "entered_by": chosen("entered_by", ENTERED_BY, C.entered_by_id, "name"),
    "created_at": own(Kind.MOMENT, "created_at", C.created_at),
    "changed_by": chosen("changed_by", CHANGED_BY, C.changed_by_id, "name"),
    "changed_at": own(Kind.MOMENT, "changed_at", C.changed_at),
}
USUAL = (
    *("name", "type", "country", "city", "agent", "sector", "quality", "phone", "email"),
    *("open_count", "customer_since", "changed_at"),
)
CONTACT_LIST: RecordList[ContactItem] = RecordList(
    row=ContactRow,
    item=ContactItem,
    fields=FIELDS,
    always={
        "id": C.id,
        "name": C.name,
        "type": ContactTypeRow.description,
        "stage_colour": StageRow.colour,
    },
    always_joins=(TYPE, STAGE),
    usual=USUAL,
    default_orders=(Order("name"),),
    with_words=contacts_with,
    watched=frozenset(
        {"contact", "contact_type", "contact_address", "contact_channel", "contact_tag", "tag"}
        | {"stage", "agent", "sector", "commercial_category", "quality", "origin", "team"}
        | {"app_user", "opportunity"}
    ),
)
