"""The cards of a board: an opportunity as a card shows it, filtered and sorted as in the list."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - NamedTuple keeps the annotations
from typing import NamedTuple
from uuid import UUID  # noqa: TC003

from db import opportunity_list as listed
from db.list_query import Order
from db.opportunity_list import FIELDS, OPPORTUNITY_LIST
from db.record_list import RecordList
from db.tables.contact import ContactRow
from db.tables.lookups import CurrencyRow, OpportunityTypeRow, ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import UserRow
from db.tables.workflow import StageRow


class CardItem(NamedTuple):
    """An opportunity as a card shows it; money in minor units of its currency.

    The ids tell the column that it stands in; stale_days are those of its stage.
    """

    id: UUID
    number: str
    title: str
    contact_id: UUID
    contact: str
    user: str | None
    type: str
    probability_id: UUID | None
    percent: int | None
    by_hand: bool
    workflow_id: UUID | None
    stage_id: UUID | None
    stage: str | None
    stage_colour: str | None
    stale_days: int | None
    outcome: str
    net_minor: int | None
    currency: str
    decimals: int
    expected_close_on: date | None
    closed_on: date | None
    last_activity_at: datetime | None
    next_activity_at: datetime | None
    touched_at: datetime


O = OpportunityRow  # noqa: E741 - one line for each attribute below
CARD_LIST: RecordList[CardItem] = RecordList(
    row=OpportunityRow,
    item=CardItem,
    fields=FIELDS,
    always={
        "id": O.id,
        "number": O.number,
        "title": O.title,
        "contact_id": O.contact_id,
        "contact": ContactRow.name,
        "user": UserRow.name,
        "type": OpportunityTypeRow.description,
        "probability_id": O.probability_id,
        "percent": ProbabilityRow.percent,
        "by_hand": O.probability_by_hand,
        "workflow_id": O.workflow_id,
        "stage_id": O.stage_id,
        "stage": StageRow.description,
        "stage_colour": StageRow.colour,
        "stale_days": StageRow.stale_days,
        "outcome": O.outcome,
        "net_minor": O.net_minor,
        "currency": O.currency_code,
        "decimals": CurrencyRow.decimals,
        "expected_close_on": O.expected_close_on,
        "closed_on": O.closed_on,
        "last_activity_at": O.last_activity_at,
        "next_activity_at": O.next_activity_at,
        "touched_at": O.touched_at,
    },
    always_joins=(
        listed.CONTACT,
        listed.USER,
        listed.TYPE,
        listed.PROBABILITY,
        listed.STAGE,
        listed.CURRENCY,
    ),
    usual=(),
    default_orders=(Order("net", descending=True),),
    with_words=OPPORTUNITY_LIST.with_words,
    still_open=OPPORTUNITY_LIST.still_open,
    watched=OPPORTUNITY_LIST.watched,
)
