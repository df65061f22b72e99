"""What an act did to each row in all, from its entries in the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.tables.opportunity import DERIVED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from db.history import LogEntry


@dataclass
class NetChange:
    """Cells before and after, in canonical form; derived columns are left out."""

    first: LogEntry
    inserted: bool = False
    deleted: bool = False
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    # Who wrote each cell last.
    writer: dict[str, UUID] = field(default_factory=dict)

    def add(self, entry: LogEntry) -> None:
        """Take up the next entry of the same row."""
        if entry.op == "insert":
            self.inserted, self.deleted = not self.deleted, False
            return
        self.deleted = entry.op == "delete"
        for name, (old, new) in entry.cells.items():
            if name not in DERIVED:
                self.before.setdefault(name, old)
                self.after[name] = new
                self.writer[name] = entry.act_id

    def changed(self) -> set[str]:
        """Return the columns whose value is another than before."""
        return {name for name, old in self.before.items() if old != self.after[name]}


def net_changes(entries: Iterable[LogEntry]) -> dict[str, dict[UUID, NetChange]]:
    """Return what became of each row, by table."""
    found: dict[str, dict[UUID, NetChange]] = {}
    for entry in entries:
        rows = found.setdefault(entry.table, {})
        rows.setdefault(entry.row_id, NetChange(entry)).add(entry)
    return found
