"""Days of the demo data: working days, slow months, and moments of a working day.

Days are ordinals (whole numbers) here, because hundreds of thousands are added and compared.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from core.demo.effects import MONTH_SPEED

if TYPE_CHECKING:
    from random import Random

HISTORY_DAYS = 730
# Far enough for the slowest project that begins today.
FUTURE_DAYS = 2_200
# A contact may be five years older than the first opportunity.
OLDER_DAYS = 1_900
WORKING_WEEKDAYS = 5
# Seven days' progress is made in five.
WORKDAY_SPEED = 7 / 5
# New opportunities grow by half over the two years.
GROWTH = 0.5
OPENS_AT = 7 * 60
WORKING_MINUTES = 10 * 60
QUARTER = 3
# No step takes no time at all.
SHORTEST = 0.01


class Clock:
    """The days around today, and how work goes on them."""

    def __init__(self, now: datetime) -> None:
        """Lay out the days around now."""
        self.now = now.astimezone(UTC)
        self.today = self.now.date().toordinal()
        self.begin = self.today - HISTORY_DAYS
        self._first = self.begin - OLDER_DAYS
        count = self.today + FUTURE_DAYS - self._first
        self._dates = [date.fromordinal(self._first + n) for n in range(count)]
        self._work = list(accumulate(_speed(day) for day in self._dates))
        self._births = self._cumulated_births()

    def day(self, ordinal: int) -> date:
        """Return the date of a day."""
        return self._dates[ordinal - self._first]

    def after(self, ordinal: int, effort: float) -> int:
        """Return the working day on which so many days of effort are done, begun on a day."""
        done = self._work[ordinal - self._first] + max(effort, SHORTEST)
        place = min(bisect_left(self._work, done), len(self._work) - 1)
        return self._first + place

    def working_day(self, ordinal: int) -> int:
        """Return a day, or the Monday after it at a weekend."""
        return ordinal + max(0, 7 - self.day(ordinal).weekday()) % 7 * (
            self.day(ordinal).weekday() >= WORKING_WEEKDAYS
        )

    def birth(self, share: float) -> int:
        """Return the day by which a share of all opportunities was created."""
        return self.begin + bisect_left(self._births, share * self._births[-1])

    def moment(self, rng: Random, ordinal: int) -> datetime:
        """Return a moment in the working hours of a day, never after now."""
        return self.at(ordinal, OPENS_AT + int(rng.random() * WORKING_MINUTES))

    def at(self, ordinal: int, minute: int) -> datetime:
        """Return a minute of a day, never after now."""
        moment = self.planned(ordinal, minute)
        return min(moment, self.now) if ordinal >= self.today else moment

    def planned(self, ordinal: int, minute: int) -> datetime:
        """Return a minute of a day, which may be to come."""
        day = self._dates[ordinal - self._first]
        return datetime(day.year, day.month, day.day, *divmod(minute, 60), tzinfo=UTC)

    def quarter_end(self) -> int:
        """Return the last day of this quarter."""
        today = self.day(self.today)
        following = (today.month - 1) // QUARTER * QUARTER + QUARTER + 1
        year, month = today.year + (following - 1) // 12, (following - 1) % 12 + 1
        return date(year, month, 1).toordinal() - 1

    def _cumulated_births(self) -> list[float]:
        days = (self.day(o) for o in range(self.begin, self.today + 1))
        grown = ((n, day) for n, day in enumerate(days))
        weights = [_speed(day) * (1 + GROWTH * n / HISTORY_DAYS) for n, day in grown]
        return list(accumulate(weights))


def month_of(day: date, later: int) -> date:
    """Return the first day of the month so many months later (or earlier)."""
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)


def weeks(clock: Clock) -> list[date]:
    """Return the Mondays of the history, and the Monday before it."""
    monday = clock.day(clock.begin) - timedelta(days=clock.day(clock.begin).weekday())
    count = (clock.day(clock.today) - monday).days // 7
    return [monday + timedelta(weeks=n) for n in range(count + 1)]


def _speed(day: date) -> float:
    if day.weekday() >= WORKING_WEEKDAYS:
        return 0.0
    return WORKDAY_SPEED * MONTH_SPEED.get(day.month, 1.0)
