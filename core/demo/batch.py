"""Collects rows of the large tables and writes them, parents before children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.demo import records
from core.demo.records import Stamp
from db.tables import activity, contact, opportunity

if TYPE_CHECKING:
    from core.demo.writer import Writer
    from db.tables import Base

# In the order in which they are written: each after what it points to.
TABLES: tuple[tuple[type[Any], type[Base]], ...] = (
    (records.Contact, contact.ContactRow),
    (records.Address, contact.ContactAddressRow),
    (records.Channel, contact.ContactChannelRow),
    (records.Reference, contact.ReferenceRow),
    (records.Note, contact.ContactNoteRow),
    (records.Opportunity, opportunity.OpportunityRow),
    (records.Line, opportunity.OpportunityLineRow),
    (records.Progress, opportunity.ProgressRow),
    (records.Activity, activity.ActivityRow),
    (records.Tag, opportunity.OpportunityTagRow),
    (records.Competitor, opportunity.OpportunityCompetitorRow),
)


class Batch:
    """Rows that wait to be written; each is stamped as it comes in."""

    def __init__(self, writer: Writer) -> None:
        """Write through a writer."""
        self._writer = writer
        self._rows: dict[type[Any], list[tuple[Any, ...]]] = {kind: [] for kind, _row in TABLES}

    def add(self, record: tuple[Any, ...], stamp: Stamp) -> None:
        """Keep a record of one of the kinds above until the next write."""
        self._rows[type(record)].append(record + stamp)

    def write(self) -> None:
        """Insert what was collected."""
        for kind, row_class in TABLES:
            rows = self._rows[kind]
            self._writer.many(row_class, (*kind._fields, *Stamp._fields), rows)
            rows.clear()
