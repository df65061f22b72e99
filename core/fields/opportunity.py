"""Fields of an opportunity and of its lines."""

from __future__ import annotations

from core.fields.common import BOOKKEEPING, ORIGIN, TEAM
from core.fields.field import Field, Kind, Written
from core.fields.rules import Within, not_negative
from resources.texts import marked as _

MOVE, PROGRAM = Written.BY_MOVE, Written.BY_PROGRAM
OUTCOMES = (("open", _("Open")), ("won", _("Won")), ("lost", _("Lost")))

OPPORTUNITY = (
    Field("type_id", _("Type"), Kind.CHOICE, mandatory=True, table="opportunity_type"),
    Field(
        "company_id",
        _("Company"),
        Kind.CHOICE,
        mandatory=True,
        table="company",
        help=_("Which of our companies sells."),
    ),
    Field(
        "number",
        _("Number"),
        mandatory=True,
        written=PROGRAM,
        help=_("Given from the series of the type, once for each company and year."),
    ),
    Field(
        "provisional_number",
        _("Provisional number"),
        written=PROGRAM,
        help=_("Given without a network; replaced at the next synchronisation."),
    ),
    Field("title", _("Title"), mandatory=True),
    Field("contact_id", _("Contact"), Kind.CONTACT, mandatory=True),
    Field("created_on", _("Created on"), Kind.DAY, mandatory=True),
    Field("closed_on", _("Closed on"), Kind.DAY, written=MOVE),
    Field(
        "agent_id",
        _("Main agent"),
        Kind.CHOICE,
        table="agent",
        help=_("Proposed from the contact."),
    ),
    Field("user_id", _("User"), Kind.USER, help=_("Who is responsible for it.")),
    Field("currency_code", _("Currency"), Kind.CURRENCY, mandatory=True),
    Field(
        "probability_id",
        _("Probability of success"),
        Kind.CHOICE,
        written=MOVE,
        table="probability",
        help=_("Set by the stage, until one is chosen by hand."),
    ),
    Field(
        "probability_by_hand",
        _("Probability by hand"),
        Kind.FLAG,
        written=MOVE,
        help=_("A stage leaves a probability alone that was chosen by hand."),
    ),
    Field("quality_id", _("Contact quality"), Kind.CHOICE, table="quality"),
    Field("workflow_id", _("Workflow"), Kind.CHOICE, written=MOVE, table="workflow"),
    Field("stage_id", _("Stage"), Kind.CHOICE, written=MOVE, table="stage"),
    Field("outcome", _("Outcome"), Kind.OPTION, mandatory=True, written=MOVE, options=OUTCOMES),
    Field(
        "closing_reason_id",
        _("Closing reason"),
        Kind.CHOICE,
        written=MOVE,
        table="closing_reason",
    ),
    Field("closing_description", _("Closing description"), Kind.LONG_TEXT, written=MOVE),
    Field(
        "gross_minor",
        _("Gross amount"),
        Kind.MONEY,
        help=_("The sum of the lines; typed only while there are none."),
    ),
    Field("discount_minor", _("Discount"), Kind.MONEY, rule=not_negative),
    Field(
        "net_minor",
        _("Net amount"),
        Kind.MONEY,
        help=_("Gross amount less discounts; left empty while it is not known."),
    ),
    Field("ebit_minor", _("EBIT"), Kind.MONEY),
    Field("expected_order_on", _("Expected order"), Kind.DAY),
    Field("expected_delivery_on", _("Expected delivery"), Kind.DAY),
    Field("expected_invoice_on", _("Expected invoice"), Kind.DAY),
    Field("expected_close_on", _("Expected close"), Kind.DAY),
    Field("campaign_id", _("Campaign"), Kind.CHOICE, table="campaign"),
    Field("origin_id", _("Origin"), Kind.CHOICE, table="origin"),
    Field("priority", _("Priority"), Kind.NUMBER, mandatory=True, rule=Within(0, 3)),
    Field("description", _("Description"), Kind.LONG_TEXT),
    Field("last_activity_at", _("Last activity"), Kind.MOMENT, written=PROGRAM),
    Field("next_activity_at", _("Next activity"), Kind.MOMENT, written=PROGRAM),
    Field("stage_since_on", _("In this stage since"), Kind.DAY, written=PROGRAM),
    Field("touched_at", _("Last activity or move"), Kind.MOMENT, written=PROGRAM),
    TEAM,
    *ORIGIN,
    *BOOKKEEPING,
)

OPPORTUNITY_LINE = (
    Field("opportunity_id", _("Opportunity"), Kind.OPPORTUNITY, mandatory=True, written=PROGRAM),
    Field("position", _("Position"), Kind.NUMBER, mandatory=True, written=PROGRAM),
    Field("product_family_id", _("Product family"), Kind.CHOICE, table="product_family"),
    Field("product_id", _("Product"), Kind.CHOICE, table="product"),
    Field("description", _("Description")),
    Field("gross_minor", _("Gross amount"), Kind.MONEY),
    Field("discount_minor", _("Discount"), Kind.MONEY, rule=not_negative),
    Field(
        "net_minor",
        _("Net amount"),
        Kind.MONEY,
        written=PROGRAM,
        help=_("Gross amount less discount."),
    ),
    Field("expected_revenue_minor", _("Expected revenue"), Kind.MONEY),
    Field("expected_order_on", _("Expected order"), Kind.DAY),
    Field("expected_delivery_on", _("Expected delivery"), Kind.DAY),
    Field("expected_invoice_on", _("Expected invoice"), Kind.DAY),
    Field("closed_on", _("Closed on"), Kind.DAY),
    Field("note", _("Note"), Kind.LONG_TEXT),
    TEAM,
    *ORIGIN,
    *BOOKKEEPING,
)
