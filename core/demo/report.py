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
        counted = tuple(
            words.format(count=self.counts[table])
            for table, words in self._counted()
            if self.counts.get(table)
        )
        return (*counted, took, _(WITH_LOG if self.with_log else WITHOUT_LOG))

    def _counted(self) -> tuple[tuple[str, str], ...]:
        """Return each table that the report counts, with the words that fit its count."""

        def count(table: str) -> int:
            return self.counts.get(table, 0)

        return (
            (
                "opportunity",
                ngettext("{count} opportunity", "{count} opportunities", count("opportunity")),
            ),
            (
                "opportunity_line",
                ngettext(
                    "{count} opportunity line",
                    "{count} opportunity lines",
                    count("opportunity_line"),
                ),
            ),
            ("progress", ngettext("{count} move", "{count} moves", count("progress"))),
            ("activity", ngettext("{count} activity", "{count} activities", count("activity"))),
            ("contact", ngettext("{count} contact", "{count} contacts", count("contact"))),
            ("reference", ngettext("{count} reference", "{count} references", count("reference"))),
            ("product", ngettext("{count} product", "{count} products", count("product"))),
            ("campaign", ngettext("{count} campaign", "{count} campaigns", count("campaign"))),
            ("app_user", ngettext("{count} user", "{count} users", count("app_user"))),
        )
