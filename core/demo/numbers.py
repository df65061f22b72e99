"""Numbers of the demo records: they go on where each series stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, insert, select, update

from core.demo.first import ById, read_patterns
from db.tables.lookups import NumberCounterRow, NumberSeriesRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection

CAMPAIGN_SERIES = "campaign"


class Numbers:
    """Gives the next number of a series in a year, and keeps the counters right."""

    def __init__(self, connection: Connection) -> None:
        """Read the series; the company is set before the first number is taken."""
        self._connection = connection
        self._patterns = read_patterns(connection)
        self._campaigns = ById(connection, NumberSeriesRow)[CAMPAIGN_SERIES]
        self._last: dict[tuple[UUID, int], int] = {}
        self._stored: set[tuple[UUID, int]] = set()
        self.company_id: UUID | None = None

    def campaign(self, year: int) -> str:
        """Return the next number of a campaign."""
        return self.next(self._campaigns, year)

    def next(self, series_id: UUID, year: int) -> str:
        """Return the next number of a series in a year."""
        pattern, by_year = self._patterns[series_id]
        key = (series_id, year if by_year else 0)
        if key not in self._last:
            self._last[key] = self._read(key)
        self._last[key] += 1
        return pattern.format(yy=f"{year % 100:02}", yyyy=year, n=self._last[key])

    def store(self) -> None:
        """Write the last number given in each series and year."""
        for (series_id, year), last in self._last.items():
            if (series_id, year) in self._stored:
                self._connection.execute(
                    update(NumberCounterRow)
                    .where(self._place(series_id, year))
                    .values(last_number=last)
                )
                continue
            row = {"series_id": series_id, "company_id": self.company_id, "year": year}
            self._connection.execute(insert(NumberCounterRow), {**row, "last_number": last})

    def _read(self, key: tuple[UUID, int]) -> int:
        found = self._connection.scalar(
            select(NumberCounterRow.last_number).where(self._place(*key))
        )
        if found is not None:
            self._stored.add(key)
        return found or 0

    def _place(self, series_id: UUID, year: int) -> ColumnElement[bool]:
        row = NumberCounterRow
        return and_(row.series_id == series_id, row.company_id == self.company_id, row.year == year)
