"""The activity list: what a row shows, and how each column is sorted and filtered."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - NamedTuple keeps the annotations
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003

from sqlalchemy import and_, func
from sqlalchemy.orm import aliased

from db.contains import contains
from db.list_field import Asked, Join, Kind, ListField, Sort, chosen, own, reached
from db.list_query import Order
from db.record_list import RecordList
from db.tables.activity import ActivityRow
from db.tables.contact import ContactRow
from db.tables.lookups import ActivityTypeRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import TeamRow, UserRow
from db.text_search import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


class ActivityItem(NamedTuple):
    """An activity as a list shows it; what no shown column needs is not read and empty."""

    id: UUID
    subject: str
    due_at: datetime | None
    done_at: datetime | None
    icon: str | None
    type: str | None = None
    contact: str | None = None
    opportunity: str | None = None
    user: str | None = None
    text: str | None = None
    result: str | None = None
    location: str | None = None
    mandatory: bool | None = None
    team: str | None = None
    entered_by: str | None = None
    created_at: datetime | None = None


A = ActivityRow
EnteredBy = aliased(UserRow)
DUE = func.coalesce(A.due_at, A.planned_start_at)
TYPE = Join(ActivityTypeRow, ActivityTypeRow.id == A.activity_type_id, outer=False)
CONTACT = Join(ContactRow, ContactRow.id == A.contact_id)
OPPORTUNITY = Join(OpportunityRow, OpportunityRow.id == A.opportunity_id)
USER = Join(UserRow, UserRow.id == A.user_id)
TEAM = Join(TeamRow, TeamRow.id == A.team_id)
ENTERED_BY = Join(EnteredBy, EnteredBy.id == A.entered_by_id)

FIELDS: dict[str, ListField] = {
    "subject": own(Kind.TEXT, "subject", A.subject),
    "type": chosen("type", TYPE, A.activity_type_id, by="position"),
    "due": ListField(Kind.MOMENT, {"due_at": DUE}, (), Sort((DUE,)), Asked(DUE)),
    "done": own(Kind.MOMENT, "done_at", A.done_at),
    "contact": reached(Kind.TEXT, "contact", CONTACT, ContactRow.name, A.contact_id),
    "opportunity": reached(
        Kind.TEXT, "opportunity", OPPORTUNITY, OpportunityRow.title, A.opportunity_id
    ),
    "user": chosen("user", USER, A.user_id, "name"),
    "text": own(Kind.TEXT, "text", A.text),
    "result": own(Kind.TEXT, "result", A.result),
    "location": own(Kind.TEXT, "location", A.location),
    "mandatory": own(Kind.FLAG, "mandatory", A.mandatory),
    "team": chosen("team", TEAM, A.team_id),
    "entered_by": chosen("entered_by", ENTERED_BY, A.entered_by_id, "name"),
    "created_at": own(Kind.MOMENT, "created_at", A.created_at),
}
USUAL = ("subject", "type", "due", "done", "contact", "opportunity", "user")


def activities_with(words: Sequence[str], _connection: Connection) -> Found:
    """Return the activities in whose subject all words stand."""
    return Found(and_(*(contains(A.subject, word) for word in words)))


ACTIVITY_LIST: RecordList[ActivityItem] = RecordList(
    row=ActivityRow,
    item=ActivityItem,
    fields=FIELDS,
    always={
        "id": A.id,
        "subject": A.subject,
        "due_at": DUE,
        "done_at": A.done_at,
        "icon": ActivityTypeRow.icon,
    },
    always_joins=(TYPE,),
    usual=USUAL,
    default_orders=(Order("due"),),
    with_words=activities_with,
    still_open=A.done_at.is_(None),
    watched=frozenset({"activity", "activity_type", "contact", "opportunity", "app_user", "team"}),
)
