"""How numbers, money and days read in the user's locale."""

from __future__ import annotations

from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING

from resources.texts import _

if TYPE_CHECKING:
    from datetime import date, datetime

    from babel import Locale

UNKNOWN = "–"
FALLBACK = "en"


class Formats:
    """Formats for one locale; the locale's data are read when they are first needed."""

    def __init__(self, locale_name: str) -> None:
        """Format for a locale such as it_IT; an unknown one reads as English."""
        self._name = locale_name

    @cached_property
    def locale(self) -> Locale:
        """Return the locale's data."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - costs start time

        try:
            return Locale.parse(self._name)
        except (UnknownLocaleError, ValueError):
            return Locale.parse(FALLBACK)

    @cached_property
    def _separators(self) -> tuple[str, str]:
        symbols = self.locale.number_symbols["latn"]
        return symbols["group"], symbols["decimal"]

    @cached_property
    def _months(self) -> dict[int, str]:
        names = self.locale.months["format"]["abbreviated"]
        return {number: name.rstrip(".") for number, name in names.items()}

    def count(self, number: int) -> str:
        """Return a whole number with grouped digits."""
        return f"{number:,}".replace(",", self._separators[0])

    def money(self, minor: int | None, decimals: int) -> str:
        """Return minor units as an amount without its currency; unknown is a dash."""
        if minor is None:
            return UNKNOWN
        group, point = self._separators
        whole, rest = divmod(abs(minor), 10**decimals)
        text = f"{whole:,}".replace(",", group)
        sign = "-" if minor < 0 else ""
        return f"{sign}{text}{point}{rest:0{decimals}}" if decimals else f"{sign}{text}"

    def day(self, day: date | None) -> str:
        """Return a day as 11 Dec 26."""
        if day is None:
            return ""
        return f"{day.day:02} {self._months[day.month]} {day.year % 100:02}"

    def month(self, day: date) -> str:
        """Return the short name of a day's month."""
        return self._months[day.month]

    def percent(self, percent: int | None) -> str:
        """Return a percentage, with the space that the field writes."""
        return UNKNOWN if percent is None else f"{percent} %"

    def days(self, days: int | None) -> str:
        """Return a number of days as 27 d."""
        return UNKNOWN if days is None else _("{count} d").format(count=self.count(days))


def days_since(moment: datetime | None, now: datetime) -> int | None:
    """Return the whole days between two moments, by the calendar of UTC; none in the future."""
    if moment is None:
        return None
    return max(0, (now.astimezone(UTC).date() - moment.astimezone(UTC).date()).days)
