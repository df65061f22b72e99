"""Fields of a product."""

from __future__ import annotations

from core.fields.common import BOOKKEEPING, ORIGIN
from core.fields.field import Field, Kind, Written
from resources.texts import marked as _

PRODUCT = (
    Field("code", _("Code"), mandatory=True),
    Field("description", _("Name"), mandatory=True),
    Field("position", _("Position"), Kind.NUMBER, mandatory=True),
    Field(
        "retired_at",
        _("Retired at"),
        Kind.MOMENT,
        written=Written.BY_PROGRAM,
        help=_("A retired product stays where it was used and is no longer proposed."),
    ),
    Field("family_id", _("Product family"), Kind.CHOICE, table="product_family"),
    Field("unit_id", _("Unit"), Kind.CHOICE, table="unit"),
    Field("vat_rate_id", _("VAT rate"), Kind.CHOICE, table="vat_rate"),
    *ORIGIN,
    *BOOKKEEPING,
)
