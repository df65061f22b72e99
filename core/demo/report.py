"""What a fill tells while it runs, and when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from resources.texts import _, marked, ngettext

WITH_LOG = marked("Every row stands in the log of changes.")
WITHOUT_LOG = marked("The rows were written without a log of changes.")


class DemoProgress(NamedTuple):
    """How far a fill is, counted in contacts and opportunities, and what it is doing."""

    done: int
    total: int
    step: str


@dataclass(frozen=True)
class DemoReport:
    """What was written: rows by table, seconds, and whether the log knows of them."""

    counts: dict[str, int]
    seconds: float
    with_log: bool

    def lines(self) -> tuple[str, ...]:
        """Return the report in sentences."""
        took = _("Written in {seconds} s.").format(seconds=f"{self.seconds:.1f}")
        counted = tuple(line for line in (self._count(*kind) for kind in _kinds()) if line)
        return (*counted, took, _(WITH_LOG if self.with_log else WITHOUT_LOG))

    def _count(self, table: str, _one: str, _many: str) -> str:
        count = self.counts.get(table, 0)
        return ngettext(_one, _many, count).format(count=count) if count else ""


def _kinds() -> tuple[tuple[str, str, str], ...]:
    """Return (table, text for one, text for several) of what the report counts."""
    return (
        ("opportunity", "{count} opportunity", "{count} opportunities"),
        ("opportunity_line", "{count} opportunity line", "{count} opportunity lines"),
        ("progress", "{count} move", "{count} moves"),
        ("activity", "{count} activity", "{count} activities"),
        ("contact", "{count} contact", "{count} contacts"),
        ("reference", "{count} reference", "{count} references"),
        ("product", "{count} product", "{count} products"),
        ("campaign", "{count} campaign", "{count} campaigns"),
        ("app_user", "{count} user", "{count} users"),
    )
