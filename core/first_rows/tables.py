"""What a new database holds: plain data, one tuple for each lookup table."""

from __future__ import annotations

from typing import NamedTuple

from resources.texts import marked as _

CURRENCIES = (
    "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
    "TRY", "JPY", "CNY", "CAD", "AUD", "BRL", "INR", "AED", "KWD",
)  # fmt: skip

# (percent, description); the parameters name the rows of 0 and 100.
PROBABILITIES = (
    (0, _("Lost")),
    (10, _("First contact")),
    (25, _("Interest")),
    (50, _("Budget there")),
    (75, _("Favourite")),
    (90, _("Verbal yes")),
    (100, _("Won")),
)

# Code, description and sign.
CLOSING_REASONS = (
    ("price-won", _("Best price"), 1),
    ("quality-won", _("Better product"), 1),
    ("trust-won", _("Trust and service"), 1),
    ("delivery-won", _("Delivery time"), 1),
    ("price-lost", _("Price too high"), -1),
    ("competitor-lost", _("Competitor chosen"), -1),
    ("budget-lost", _("No budget"), -1),
    ("silence-lost", _("No answer any more"), -1),
    ("postponed-lost", _("Project stopped"), -1),
)

# Code, description and kind.
CONTACT_TYPES = (
    ("contact", _("Contact"), "contact"),
    ("prospect", _("Prospect"), "prospect"),
    ("lead", _("Lead"), "lead"),
    ("customer", _("Customer"), "customer"),
    ("supplier", _("Supplier"), "supplier"),
)

QUALITIES = (
    (1, _("One star")),
    (2, _("Two stars")),
    (3, _("Three stars")),
    (4, _("Four stars")),
    (5, _("Five stars")),
)

# (code, description, kind, Phosphor icon)
ACTIVITY_TYPES = (
    ("call", _("Call"), "call", "phone"),
    ("email", _("E-mail"), "email", "envelope"),
    ("meeting", _("Meeting"), "meeting", "users"),
    ("visit", _("Visit"), "visit", "map-pin-line"),
    ("note", _("Note"), "note", "note"),
    ("to-do", _("To-do"), "to_do", "check-square"),
)

# Code and description.
ORIGINS = (
    ("website", _("Website")),
    ("fair", _("Trade fair")),
    ("referral", _("Referral")),
    ("call", _("Cold call")),
    ("campaign", _("Campaign")),
)
NOTE_TYPES = (
    ("general", _("General")),
    ("commercial", _("Commercial")),
    ("technical", _("Technical")),
)
ADDRESS_TYPES = (
    ("main", _("Main office")),
    ("delivery", _("Delivery")),
    ("invoice", _("Invoicing")),
)
UNITS = (("pcs", _("Pieces")), ("h", _("Hours")), ("day", _("Days")), ("set", _("Sets")))
# (code, description, days, end of month)
PAYMENT_TERMS = (
    ("now", _("On receipt"), 0, False),
    ("30", _("30 days"), 30, False),
    ("30em", _("30 days end of month"), 30, True),
    ("60", _("60 days"), 60, False),
)
# (code, description, hundredths of a percent)
VAT_RATES = (
    ("22", _("22 %"), 2200),
    ("10", _("10 %"), 1000),
    ("4", _("4 %"), 400),
    ("0", _("Exempt"), 0),
)

# (code, description): what each may do is RIGHTS.
ROLES = (
    ("administrator", _("Administrator")),
    ("manager", _("Manager")),
    ("sales", _("Sales")),
    ("back-office", _("Back office")),
    ("reader", _("Reader")),
)


class Right(NamedTuple):
    """What a role may do: verbs out of s(ee) c(reate) e(dit) d(elete), and with whose records."""

    verbs: str
    scope: str


RECORDS = ("opportunity", "contact", "activity", "campaign")
RIGHTS: dict[str, dict[str, Right]] = {
    "administrator": dict.fromkeys((*RECORDS, "lookup", "administration"), Right("sced", "all")),
    "manager": {**dict.fromkeys(RECORDS, Right("sced", "team")), "lookup": Right("sce", "all")},
    "sales": {**dict.fromkeys(RECORDS, Right("sce", "team")), "lookup": Right("s", "all")},
    "back-office": {**dict.fromkeys(RECORDS, Right("sced", "all")), "lookup": Right("sce", "all")},
    "reader": dict.fromkeys((*RECORDS, "lookup"), Right("s", "all")),
}


class Stage(NamedTuple):
    """A stage of a first workflow; colour is a stage colour of the theme."""

    code: str
    description: str
    colour: str
    percent: int
    outcome: str = "open"
    days_allowed: int | None = None


class Workflow(NamedTuple):
    """A first workflow: its open stages in order, then the final ones."""

    code: str
    description: str
    stages: tuple[Stage, ...]


WON = Stage("won", _("Won"), "stage-7", 100, "won")
LOST = Stage("lost", _("Lost"), "stage-8", 0, "lost")
WORKFLOWS = (
    Workflow(
        "sale",
        _("Sale"),
        (
            Stage("new", _("New"), "stage-1", 10, days_allowed=14),
            Stage("visit", _("Visit"), "stage-2", 25, days_allowed=21),
            Stage("budget", _("Budget offer"), "stage-3", 50, days_allowed=21),
            Stage("offer", _("Detailed offer"), "stage-4", 75, days_allowed=21),
            Stage("negotiation", _("Negotiation"), "stage-5", 90, days_allowed=30),
            WON,
            LOST,
        ),
    ),
    Workflow(
        "project",
        _("Project"),
        (
            Stage("request", _("Request"), "stage-1", 10, days_allowed=14),
            Stage("survey", _("Survey"), "stage-2", 25, days_allowed=30),
            Stage("design", _("Design"), "stage-3", 50, days_allowed=45),
            Stage("tender", _("Tender"), "stage-6", 75, days_allowed=45),
            Stage("contract", _("Contract"), "stage-5", 90, days_allowed=30),
            WON,
            LOST,
        ),
    ),
)

# Code, description and workflow.
OPPORTUNITY_TYPES = (
    ("sale", _("Sale"), "sale"),
    ("service", _("Service"), "sale"),
    ("project", _("Project"), "project"),
)
# (code, description, pattern): yy is the year, n the number within it.
NUMBER_SERIES = (
    ("opportunity", _("Opportunities"), "{yy}/{n:04}"),
    ("project", _("Projects"), "P{yy}/{n:04}"),
    ("campaign", _("Campaigns"), "C{yy}/{n:03}"),
)
SERIES_OF_TYPE = {"sale": "opportunity", "service": "opportunity", "project": "project"}

# Days and codes that an administrator may change.
PARAMETERS = (
    ("lost_probability", "0"),
    ("won_probability", "100"),
    ("stale_days", "21"),
    ("closed_days_shown", "90"),
)
