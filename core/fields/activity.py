"""Fields of activities and campaigns."""

from __future__ import annotations

from core.fields.common import BOOKKEEPING, ORIGIN, TEAM
from core.fields.field import Field, Kind, Written
from resources.texts import marked as _

PROGRAM = Written.BY_PROGRAM

ACTIVITY = (
    Field(
        "activity_type_id", _("Activity type"), Kind.CHOICE, mandatory=True, table="activity_type"
    ),
    Field("subject", _("Subject"), mandatory=True),
    Field("text", _("Text"), Kind.LONG_TEXT),
    Field("contact_id", _("Contact"), Kind.CONTACT),
    Field("opportunity_id", _("Opportunity"), Kind.OPPORTUNITY),
    Field("campaign_id", _("Campaign"), Kind.CHOICE, table="campaign"),
    Field("user_id", _("User"), Kind.USER, help=_("Who is to do it, or did it.")),
    Field("planned_start_at", _("Planned start"), Kind.MOMENT),
    Field("planned_end_at", _("Planned end"), Kind.MOMENT),
    Field("due_at", _("Due"), Kind.MOMENT),
    Field("done_at", _("Done at"), Kind.MOMENT),
    Field("result", _("Result"), Kind.LONG_TEXT),
    Field("location", _("Location")),
    Field(
        "mandatory",
        _("Mandatory"),
        Kind.FLAG,
        written=PROGRAM,
        help=_("Set by the workflow: the opportunity moves on when it is done."),
    ),
    Field(
        "stage_activity_id",
        _("Activity of the stage"),
        Kind.CHOICE,
        written=PROGRAM,
        table="stage_activity",
    ),
    TEAM,
    *ORIGIN,
    *BOOKKEEPING,
)

CAMPAIGN = (
    Field("company_id", _("Company"), Kind.CHOICE, mandatory=True, table="company"),
    Field("number", _("Number"), mandatory=True, written=PROGRAM),
    Field("title", _("Title"), mandatory=True),
    Field("starts_on", _("Starts on"), Kind.DAY),
    Field("ends_on", _("Ends on"), Kind.DAY),
    Field("description", _("Description"), Kind.LONG_TEXT),
    TEAM,
    *ORIGIN,
    *BOOKKEEPING,
)
