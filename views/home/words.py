"""How the figures of the home screen read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from core.day_ranges import Calendar
    from core.formats import Formats
    from core.totals import Totals

USUAL_DECIMALS = 2
NOON, EVENING = 12, 18


@dataclass(frozen=True)
class Words:
    """Writes money, days and hours in the user's locale and zone."""

    formats: Formats
    decimals: Mapping[str, int]
    calendar: Calendar

    def money(self, minor: int | None, currency: str) -> str:
        """Return an amount without its code."""
        return self.formats.money(minor, self.decimals.get(currency, USUAL_DECIMALS))

    def coded(self, minor: int | None, currency: str) -> str:
        """Return an amount with its code."""
        return f"{self.money(minor, currency)} {currency}"

    def day(self, moment: datetime | None) -> str:
        """Return the day of a moment."""
        return self.formats.day(self.calendar.today(moment) if moment else None)

    def hour(self, moment: datetime) -> str:
        """Return the time of a moment."""
        from babel.dates import format_time  # noqa: PLC0415 - costs start time

        local = moment.astimezone(self.calendar.zone)
        return format_time(local, "short", tzinfo=self.calendar.zone, locale=self.formats.locale)

    def long_day(self, day: date) -> str:
        """Return a day with its weekday."""
        from babel.dates import format_date  # noqa: PLC0415 - costs start time

        return format_date(day, "full", locale=self.formats.locale)

    def month(self, day: date) -> str:
        """Return a month with its year."""
        from babel.dates import format_skeleton  # noqa: PLC0415 - costs start time

        return format_skeleton("yMMMM", day, locale=self.formats.locale)

    def opportunities(self, rows: int) -> str:
        """Return a number of opportunities."""
        words = ngettext("{count} opportunity", "{count} opportunities", rows)
        return words.format(count=self.formats.count(rows))

    def left_out(self, totals: Totals) -> str:
        """Return what a sum does not hold: unknown amounts, and currencies without a rate."""
        parts = []
        if totals.net_unknown:
            count = self.formats.count(totals.net_unknown)
            words = _("{count} without an amount")
            parts.append(words.format(count=count))
        if totals.missing:
            parts.append(_("No rate for {codes}").format(codes=", ".join(totals.missing)))
        return ", ".join(parts)

    def split(self, totals: Totals, rates: str) -> str:
        """Return the sums of each currency, a line for each; rates says which were used."""
        lines = [
            _("{net} net, {weighted} weighted, {rows}").format(
                net=self.coded(each.net_minor, each.currency),
                weighted=self.money(each.weighted_minor, each.currency),
                rows=self.opportunities(each.rows),
            )
            for each in totals.by_currency
        ]
        several = len(totals.by_currency) > 1
        return "\n".join([*lines, *([rates] if several else []), *self._explained(totals)])

    def _explained(self, totals: Totals) -> Sequence[str]:
        if not totals.missing:
            return ()
        words = _("The total leaves out {codes}: there is no rate to {currency}.")
        return (words.format(codes=", ".join(totals.missing), currency=totals.currency),)


def greeting(hour: int, name: str) -> str:
    """Return a greeting that fits the hour."""
    if hour < NOON:
        return _("Good morning, {name}").format(name=name)
    if hour < EVENING:
        return _("Good afternoon, {name}").format(name=name)
    return _("Good evening, {name}").format(name=name)
