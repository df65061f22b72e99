"""The opportunity list: what a row shows, and how each column is sorted and filtered."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - NamedTuple keeps the annotations
from typing import NamedTuple
from uuid import UUID  # noqa: TC003

from sqlalchemy.orm import aliased

from db.address_fields import main_address
from db.list_field import (
    Asked,
    Choices,
    Join,
    Kind,
    ListField,
    Sort,
    Tree,
    chosen,
    own,
    reached,
    several,
)
from db.list_query import Order
from db.listed_texts import joined_names
from db.record_list import RecordList, unindexed
from db.tables.activity import CampaignRow
from db.tables.contact import ContactRow
from db.tables.lookups import (
    ClosingReasonRow,
    CompetitorRow,
    CurrencyRow,
    OpportunityTypeRow,
    OriginRow,
    ProbabilityRow,
    QualityRow,
    TagRow,
)
from db.tables.opportunity import OpportunityCompetitorRow, OpportunityRow, OpportunityTagRow
from db.tables.people import AgentRow, CompanyRow, TeamRow, UserRow
from db.tables.workflow import StageRow, WorkflowRow
from db.text_search import opportunities_with


class OpportunityItem(NamedTuple):
    """An opportunity as a list shows it; money in minor units of its currency.

    What no shown column needs is not read and empty.
    """

    id: UUID
    number: str
    title: str
    contact: str
    type: str
    workflow: str | None
    stage: str | None
    stage_colour: str | None
    percent: int | None
    outcome: str
    gross_minor: int | None
    net_minor: int | None
    currency: str
    decimals: int
    agent: str | None
    user: str | None
    created_on: date
    expected_close_on: date | None
    closed_on: date | None
    last_activity_at: datetime | None
    next_activity_at: datetime | None
    touched_at: datetime
    # Of its stage.
    stale_days: int | None = None
    discount_minor: int | None = None
    ebit_minor: int | None = None
    probability: str | None = None
    by_hand: bool | None = None
    company: str | None = None
    team: str | None = None
    closing_reason: str | None = None
    closing_description: str | None = None
    quality: int | None = None
    campaign: str | None = None
    origin: str | None = None
    priority: int | None = None
    tags: str | None = None
    competitors: str | None = None
    expected_order_on: date | None = None
    expected_delivery_on: date | None = None
    expected_invoice_on: date | None = None
    stage_since_on: date | None = None
    city: str | None = None
    country: str | None = None
    description: str | None = None
    entered_by: str | None = None
    created_at: datetime | None = None
    changed_by: str | None = None
    changed_at: datetime | None = None


O = OpportunityRow  # noqa: E741 - one line for each column below
EnteredBy, ChangedBy = aliased(UserRow), aliased(UserRow)
Related = aliased(ContactRow)
CONTACT = Join(ContactRow, ContactRow.id == O.contact_id, outer=False)
# In the order of names: walks the contacts, and finds the opportunities of each.
CONTACT_FIRST = Join(ContactRow, O.contact_id == unindexed(ContactRow.id), outer=False)
TYPE = Join(OpportunityTypeRow, OpportunityTypeRow.id == O.type_id, outer=False)
CURRENCY = Join(CurrencyRow, CurrencyRow.code == O.currency_code, outer=False)
WORKFLOW = Join(WorkflowRow, WorkflowRow.id == O.workflow_id)
STAGE = Join(StageRow, StageRow.id == O.stage_id)
PROBABILITY = Join(ProbabilityRow, ProbabilityRow.id == O.probability_id)
AGENT = Join(AgentRow, AgentRow.id == O.agent_id)
USER = Join(UserRow, UserRow.id == O.user_id)
COMPANY = Join(CompanyRow, CompanyRow.id == O.company_id)
TEAM = Join(TeamRow, TeamRow.id == O.team_id)
REASON = Join(ClosingReasonRow, ClosingReasonRow.id == O.closing_reason_id)
QUALITY = Join(QualityRow, QualityRow.id == O.quality_id)
CAMPAIGN = Join(CampaignRow, CampaignRow.id == O.campaign_id)
ORIGIN = Join(OriginRow, OriginRow.id == O.origin_id)
ENTERED_BY = Join(EnteredBy, EnteredBy.id == O.entered_by_id)
CHANGED_BY = Join(ChangedBy, ChangedBy.id == O.changed_by_id)
ADDRESS = main_address(O.contact_id)

TAGGED = (OpportunityTagRow.deleted_at.is_(None),)
TAG_NAMES = (*TAGGED, TagRow.id == OpportunityTagRow.tag_id)
RIVALLED = (OpportunityCompetitorRow.deleted_at.is_(None),)
RIVAL_NAMES = (*RIVALLED, CompetitorRow.id == OpportunityCompetitorRow.competitor_id)


def _contact() -> ListField:
    value = Asked(ContactRow.name, O.contact_id, ContactRow.id)
    by = Sort((ContactRow.name, ContactRow.id), (CONTACT_FIRST,), walked=True)
    tree = Tree(O.contact_id, Related.id, Related.parent_id)
    return ListField(Kind.TEXT, {"contact": ContactRow.name}, (CONTACT,), by, value, tree=tree)


def _probability() -> ListField:
    shown = {"percent": ProbabilityRow.percent, "probability": ProbabilityRow.description}
    field = chosen("probability", PROBABILITY, O.probability_id, by="percent")
    return field._replace(shows=shown)


def _percent() -> ListField:
    value = ProbabilityRow.percent
    return reached(Kind.PERCENT, "percent", PROBABILITY, value, O.probability_id)


def _quality() -> ListField:
    field = chosen("quality", QUALITY, O.quality_id, by="stars")
    return field._replace(shows={"quality": QualityRow.stars})


def _currency() -> ListField:
    code = O.currency_code
    order = (CurrencyRow.position, CurrencyRow.code)
    alive = CurrencyRow.deleted_at.is_(None)
    choices = Choices(CurrencyRow.code, CurrencyRow.code, order, CurrencyRow.retired_at, alive)
    return own(Kind.CHOICE, "currency", code)._replace(choices=choices)


def _campaign() -> ListField:
    order = (CampaignRow.title,)
    choices = Choices(
        CampaignRow.id, CampaignRow.title, order, alive=CampaignRow.deleted_at.is_(None)
    )
    return ListField(
        Kind.CHOICE,
        {"campaign": CampaignRow.title},
        (CAMPAIGN,),
        Sort(order, (CAMPAIGN,)),
        Asked(O.campaign_id),
        Asked(CampaignRow.title, O.campaign_id, CampaignRow.id),
        choices,
    )


def _tags() -> ListField:
    key, via = OpportunityTagRow.opportunity_id, O.id
    shown = joined_names(TagRow, key == via, *TAG_NAMES)
    asked = Asked(OpportunityTagRow.tag_id, via, key, TAGGED)
    return several("tags", shown, asked, Asked(TagRow.description, via, key, TAG_NAMES), TagRow)


def _competitors() -> ListField:
    key, via = OpportunityCompetitorRow.opportunity_id, O.id
    shown = joined_names(CompetitorRow, key == via, *RIVAL_NAMES)
    asked = Asked(OpportunityCompetitorRow.competitor_id, via, key, RIVALLED)
    named = Asked(CompetitorRow.description, via, key, RIVAL_NAMES)
    return several("competitors", shown, asked, named, CompetitorRow)


FIELDS: dict[str, ListField] = {
    "contact": _contact(),
    "type": chosen("type", TYPE, O.type_id, by="position"),
    "created": own(Kind.DAY, "created_on", O.created_on),
    "last_activity": own(Kind.MOMENT, "last_activity_at", O.last_activity_at),
    "since": own(Kind.SINCE, "last_activity_at", O.last_activity_at),
    "number": own(Kind.TEXT, "number", O.number),
    "title": own(Kind.TEXT, "title", O.title),
    "workflow": chosen("workflow", WORKFLOW, O.workflow_id),
    "stage": chosen("stage", STAGE, O.stage_id, by="position"),
    "probability": _probability(),
    "percent": _percent(),
    "by_hand": own(Kind.FLAG, "by_hand", O.probability_by_hand),
    "gross": own(Kind.MONEY, "gross_minor", O.gross_minor),
    "discount": own(Kind.MONEY, "discount_minor", O.discount_minor),
    "net": own(Kind.MONEY, "net_minor", O.net_minor),
    "ebit": own(Kind.MONEY, "ebit_minor", O.ebit_minor),
    "currency": _currency(),
    "agent": chosen("agent", AGENT, O.agent_id),
    "user": chosen("user", USER, O.user_id, "name"),
    "expected_close": own(Kind.DAY, "expected_close_on", O.expected_close_on),
    "expected_order": own(Kind.DAY, "expected_order_on", O.expected_order_on),
    "expected_delivery": own(Kind.DAY, "expected_delivery_on", O.expected_delivery_on),
    "expected_invoice": own(Kind.DAY, "expected_invoice_on", O.expected_invoice_on),
    "next_activity": own(Kind.MOMENT, "next_activity_at", O.next_activity_at),
    "touched": own(Kind.MOMENT, "touched_at", O.touched_at),
    "stage_since": own(Kind.DAY, "stage_since_on", O.stage_since_on),
    "outcome": own(Kind.CHOICE, "outcome", O.outcome),
    "closed": own(Kind.DAY, "closed_on", O.closed_on),
    "closing_reason": chosen("closing_reason", REASON, O.closing_reason_id),
    "closing_description": own(Kind.TEXT, "closing_description", O.closing_description),
    "company": chosen("company", COMPANY, O.company_id),
    "team": chosen("team", TEAM, O.team_id),
    "quality": _quality(),
    "campaign": _campaign(),
    "origin": chosen("origin", ORIGIN, O.origin_id),
    "priority": own(Kind.NUMBER, "priority", O.priority),
    "tags": _tags(),
    "competitors": _competitors(),
    "city": ADDRESS.city,
    "country": reached(Kind.TEXT, "country", CONTACT, ContactRow.country_code, O.contact_id),
    "description": own(Kind.TEXT, "description", O.description),
    "entered_by": chosen("entered_by", ENTERED_BY, O.entered_by_id, "name"),
    "created_at": own(Kind.MOMENT, "created_at", O.created_at),
    "changed_by": chosen("changed_by", CHANGED_BY, O.changed_by_id, "name"),
    "changed_at": own(Kind.MOMENT, "changed_at", O.changed_at),
}

USUAL = (
    *("number", "title", "contact", "type", "workflow", "stage", "probability", "gross", "net"),
    *("agent", "user", "created", "expected_close", "closed"),
)
OPPORTUNITY_LIST: RecordList[OpportunityItem] = RecordList(
    row=OpportunityRow,
    item=OpportunityItem,
    fields=FIELDS,
    # A row's tint, its marks and the currency of its amounts show whatever columns are chosen.
    always={
        "id": O.id,
        "outcome": O.outcome,
        "stage_colour": StageRow.colour,
        "currency": O.currency_code,
        "decimals": CurrencyRow.decimals,
        "last_activity_at": O.last_activity_at,
        "next_activity_at": O.next_activity_at,
        "touched_at": O.touched_at,
        "stale_days": StageRow.stale_days,
    },
    always_joins=(CURRENCY, STAGE),
    usual=USUAL,
    default_orders=(Order("created", descending=True),),
    with_words=opportunities_with,
    still_open=O.outcome == "open",
    watched=frozenset(
        {"opportunity", "contact", "opportunity_type", "workflow", "stage", "probability"}
        | {"currency", "agent", "app_user", "company", "team", "closing_reason", "quality"}
        | {"campaign", "origin", "tag", "opportunity_tag", "competitor"}
        | {"opportunity_competitor", "contact_address"}
    ),
)
