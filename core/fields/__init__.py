"""Descriptions of the fields of each record, in the order in which forms show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.fields.activity import ACTIVITY, CAMPAIGN
from core.fields.common import HIDDEN
from core.fields.contact import CONTACT, CONTACT_ADDRESS
from core.fields.field import Field, Kind, Written
from core.fields.opportunity import OPPORTUNITY, OPPORTUNITY_LINE
from core.fields.product import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FIELDS", "HIDDEN", "Field", "Kind", "Written", "find_field"]

# By the table that holds the record.
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "opportunity": OPPORTUNITY,
    "opportunity_line": OPPORTUNITY_LINE,
    "contact": CONTACT,
    "contact_address": CONTACT_ADDRESS,
    "activity": ACTIVITY,
    "campaign": CAMPAIGN,
    "product": PRODUCT,
}


def find_field(table: str, name: str) -> Field | None:
    """Return the description of a column, or nothing where no screen shows it."""
    return next((field for field in FIELDS.get(table, ()) if field.name == name), None)
