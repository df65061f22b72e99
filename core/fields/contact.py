"""Fields of a contact and of its addresses."""

from __future__ import annotations

from core.fields.common import BOOKKEEPING, ORIGIN, TEAM
from core.fields.field import Field, Kind, Written
from core.fields.rules import Within, not_negative, year
from resources.texts import marked as _

MOVE, PROGRAM = Written.BY_MOVE, Written.BY_PROGRAM

CONTACT = (
    Field("contact_type_id", _("Contact type"), Kind.CHOICE, mandatory=True, table="contact_type"),
    Field("name", _("Name"), mandatory=True),
    Field("person", _("Is a person"), Kind.FLAG, help=_("Otherwise it is a company.")),
    Field("vat_number", _("VAT number")),
    Field("tax_code", _("Tax code")),
    Field("certified_mail", _("Certified mail")),
    Field("e_invoice_code", _("E-invoice code")),
    Field("legal_form", _("Legal form")),
    Field("brand", _("Brand")),
    Field("website", _("Website")),
    Field("language", _("Language")),
    Field("currency_code", _("Currency"), Kind.CURRENCY),
    Field("country_code", _("Country"), Kind.COUNTRY),
    Field(
        "agent_id",
        _("Main agent"),
        Kind.CHOICE,
        table="agent",
        help=_("Proposed for the contact's opportunities."),
    ),
    Field("origin_id", _("Origin"), Kind.CHOICE, table="origin"),
    Field("quality_id", _("Quality"), Kind.CHOICE, table="quality"),
    Field("sector_id", _("Sector"), Kind.CHOICE, table="sector"),
    Field(
        "commercial_category_id",
        _("Commercial category"),
        Kind.CHOICE,
        table="commercial_category",
    ),
    Field("parent_id", _("Parent contact"), Kind.CONTACT),
    Field("founded_year", _("Founded"), Kind.NUMBER, rule=year),
    Field(
        "statistical_year",
        _("Year of the figures"),
        Kind.NUMBER,
        rule=year,
        help=_("The year that turnover and employees are of."),
    ),
    Field("turnover_minor", _("Turnover"), Kind.MONEY),
    Field("employees", _("Employees"), Kind.NUMBER, rule=not_negative),
    Field("payment_terms_id", _("Payment terms"), Kind.CHOICE, table="payment_terms"),
    Field("price_list_id", _("Price list"), Kind.CHOICE, table="price_list"),
    Field("discount", _("Default discount")),
    Field("opening_hours", _("Opening hours")),
    Field("workflow_id", _("Workflow"), Kind.CHOICE, written=MOVE, table="workflow"),
    Field("stage_id", _("Stage"), Kind.CHOICE, written=MOVE, table="stage"),
    Field("lead_on", _("Lead since"), Kind.DAY, written=PROGRAM),
    Field("customer_on", _("Customer since"), Kind.DAY, written=PROGRAM),
    Field("customer_until_on", _("Customer until"), Kind.DAY, written=PROGRAM),
    Field("closed_on", _("Closed on"), Kind.DAY, written=MOVE),
    Field(
        "closing_reason_id",
        _("Closing reason"),
        Kind.CHOICE,
        written=MOVE,
        table="closing_reason",
    ),
    Field("description", _("Description"), Kind.LONG_TEXT),
    TEAM,
    *ORIGIN,
    *BOOKKEEPING,
)

CONTACT_ADDRESS = (
    Field("contact_id", _("Contact"), Kind.CONTACT, mandatory=True, written=PROGRAM),
    Field("address_type_id", _("Address type"), Kind.CHOICE, table="address_type"),
    Field("main", _("Main address"), Kind.FLAG),
    Field("street", _("Street")),
    Field("postal_code", _("Postal code")),
    Field("city", _("City")),
    Field("province", _("Province")),
    Field("region", _("Region")),
    Field("country_code", _("Country"), Kind.COUNTRY),
    Field(
        "latitude_millionths",
        _("Latitude"),
        Kind.NUMBER,
        rule=Within(-90_000_000, 90_000_000),
        help=_("In millionths of a degree, north positive."),
    ),
    Field(
        "longitude_millionths",
        _("Longitude"),
        Kind.NUMBER,
        rule=Within(-180_000_000, 180_000_000),
        help=_("In millionths of a degree, east positive."),
    ),
    TEAM,
    *BOOKKEEPING,
)
