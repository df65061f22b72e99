"""Numbers of the sample's opportunities: they go on where the series stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.sample_import.ground import PATTERN

if TYPE_CHECKING:
    from db.sample_rows import SeriesThere


class Numbers:
    """Gives one number after the other."""

    def __init__(self, series: SeriesThere | None) -> None:
        """Go on in a series, or begin a new one."""
        self._pattern = series.pattern if series else PATTERN
        self._by_year = series.by_year if series else True
        self._last = dict(series.last_numbers) if series else {}
        self.given: dict[int, int] = {}

    def next(self, year: int) -> str:
        """Return the next number of a year."""
        counted = year if self._by_year else 0
        number = self._last.get(counted, 0) + 1
        self._last[counted] = self.given[counted] = number
        return self._pattern.format(yy=f"{year % 100:02}", yyyy=year, n=number)
