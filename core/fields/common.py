"""Fields that every record has."""

from __future__ import annotations

from core.fields.field import Field, Kind, Written
from resources.texts import marked as _

PROGRAM = Written.BY_PROGRAM

TEAM = Field("team_id", _("Team"), Kind.CHOICE, table="team")
ORIGIN = (
    Field("origin_system", _("Imported from"), written=PROGRAM),
    Field("origin_key", _("Key there"), written=PROGRAM),
)
BOOKKEEPING = (
    Field("entered_by_id", _("Entered by"), Kind.USER, written=PROGRAM),
    Field("created_at", _("Entered at"), Kind.MOMENT, written=PROGRAM),
    Field("changed_by_id", _("Changed by"), Kind.USER, written=PROGRAM),
    Field("changed_at", _("Changed at"), Kind.MOMENT, written=PROGRAM),
)
# Columns that no screen shows as a field.
HIDDEN = frozenset({"id", "row_version", "deleted_at"})
