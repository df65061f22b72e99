"""The opportunity list: what a row shows and what it can be sorted by."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - NamedTuple keeps the annotations
from typing import NamedTuple
from uuid import UUID  # noqa: TC003

from db.list_query import Order
from db.record_list import Join, RecordList, Sort, unindexed
from db.tables.contact import ContactRow
from db.tables.lookups import CurrencyRow, OpportunityTypeRow, ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import AgentRow, UserRow
from db.tables.workflow import StageRow, WorkflowRow
from db.text_search import opportunities_with


class OpportunityItem(NamedTuple):
    """An opportunity as a list shows it; money in minor units of its currency."""

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


CONTACT = Join(ContactRow, ContactRow.id == OpportunityRow.contact_id, outer=False)
# In the order of names: walks the contacts, and finds the opportunities of each.
CONTACT_FIRST = Join(ContactRow, OpportunityRow.contact_id == unindexed(ContactRow.id), outer=False)
TYPE = Join(OpportunityTypeRow, OpportunityTypeRow.id == OpportunityRow.type_id, outer=False)
CURRENCY = Join(CurrencyRow, CurrencyRow.code == OpportunityRow.currency_code, outer=False)
WORKFLOW = Join(WorkflowRow, WorkflowRow.id == OpportunityRow.workflow_id)
STAGE = Join(StageRow, StageRow.id == OpportunityRow.stage_id)
PROBABILITY = Join(ProbabilityRow, ProbabilityRow.id == OpportunityRow.probability_id)
AGENT = Join(AgentRow, AgentRow.id == OpportunityRow.agent_id)
USER = Join(UserRow, UserRow.id == OpportunityRow.user_id)

OPPORTUNITY_LIST = RecordList(
    row=OpportunityRow,
    columns=(
        OpportunityRow.id,
        OpportunityRow.number,
        OpportunityRow.title,
        ContactRow.name,
        OpportunityTypeRow.description,
        WorkflowRow.description,
        StageRow.description,
        StageRow.colour,
        ProbabilityRow.percent,
        OpportunityRow.outcome,
        OpportunityRow.gross_minor,
        OpportunityRow.net_minor,
        OpportunityRow.currency_code,
        CurrencyRow.decimals,
        AgentRow.description,
        UserRow.name,
        OpportunityRow.created_on,
        OpportunityRow.expected_close_on,
        OpportunityRow.closed_on,
        OpportunityRow.last_activity_at,
        OpportunityRow.next_activity_at,
    ),
    joins=(CONTACT, TYPE, CURRENCY, WORKFLOW, STAGE, PROBABILITY, AGENT, USER),
    sorts={
        "number": Sort((OpportunityRow.number,)),
        "title": Sort((OpportunityRow.title,)),
        "contact": Sort((ContactRow.name, ContactRow.id), (CONTACT_FIRST,)),
        "type": Sort((OpportunityTypeRow.position,), (TYPE,)),
        "stage": Sort((StageRow.position,), (STAGE,)),
        "probability": Sort((ProbabilityRow.percent,), (PROBABILITY,)),
        "gross": Sort((OpportunityRow.gross_minor,)),
        "net": Sort((OpportunityRow.net_minor,)),
        "agent": Sort((AgentRow.description,), (AGENT,)),
        "user": Sort((UserRow.name,), (USER,)),
        "created": Sort((OpportunityRow.created_on,)),
        "expected_close": Sort((OpportunityRow.expected_close_on,)),
        "closed": Sort((OpportunityRow.closed_on,)),
        "last_activity": Sort((OpportunityRow.last_activity_at,)),
    },
    default_orders=(Order("created", descending=True),),
    make=OpportunityItem._make,
    with_words=opportunities_with,
    watched=frozenset(
        {"opportunity", "contact", "opportunity_type", "workflow", "stage", "probability"}
        | {"currency", "agent", "app_user"}
    ),
)
