"""Activities of an opportunity: done along its way, and planned where it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.demo import catalogue, effects
from core.demo.choice import Weighted, between, pick
from core.demo.records import Activity

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from core.demo.clock import Clock
    from core.demo.deal import Deal
    from core.demo.ids import IdMaker

# A move of stage mostly goes with a talk.
TALK_SHARE = 0.75
# Of the visits of an opportunity that is still open, so many were paid already.
PAID_SHARE = 0.6
TEXT_SHARE = 0.5
SECOND_NEXT_SHARE = 0.12
NEXT_DAYS = 9
MOST_NEXT_DAYS = 40
OVERDUE_DAYS = 12
VISIT_MINUTES = (60, 90, 120)
MEETINGS = frozenset({"meeting", "visit"})
FIRST_KINDS = Weighted((("email", 5), ("call", 4), ("note", 2)))
TALK_KINDS = Weighted((("call", 45), ("email", 35), ("meeting", 15), ("note", 5)))
NEXT_KINDS = Weighted((("call", 45), ("meeting", 12), ("visit", 15), ("to_do", 18), ("email", 10)))


class About(NamedTuple):
    """What the activities of one opportunity share."""

    opportunity_id: UUID
    contact_id: UUID
    user_id: UUID
    city: str


class Timeline:
    """Makes the activities of opportunities."""

    def __init__(self, types: dict[str, UUID], clock: Clock, ids: IdMaker, rng: Random) -> None:
        """Make activities of these types, by kind."""
        self._types = types
        self._clock = clock
        self._ids = ids
        self._rng = rng

    def done(self, deal: Deal, visits: int, about: About) -> list[Activity]:
        """Return what was done, the latest first: so a trigger finds the latest at once."""
        pairs = [(deal.last, TALK_KINDS.draw(self._rng)), *self._visits(deal, visits)]
        if deal.created < deal.last:
            pairs.append((deal.created, FIRST_KINDS.draw(self._rng)))
        pairs += [
            (move.day, TALK_KINDS.draw(self._rng))
            for move in deal.moves
            if move.day < deal.last and self._rng.random() < TALK_SHARE
        ]
        made = [self._done(day, kind, about) for day, kind in pairs]
        return sorted(made, key=_done_at, reverse=True)

    def planned(self, deal: Deal, about: About) -> list[Activity]:
        """Return what comes next for an open opportunity, the earliest first."""
        if deal.outcome != "open" or self._rng.random() < effects.NO_NEXT_SHARE:
            return []
        day = self._next_day(deal)
        made = [self._planned(day, about)]
        if self._rng.random() < SECOND_NEXT_SHARE:
            later = self._clock.working_day(max(day, self._clock.today) + between(self._rng, 3, 20))
            made.append(self._planned(later, about))
        return made

    def _visits(self, deal: Deal, visits: int) -> list[tuple[int, str]]:
        is_open = deal.outcome == "open"
        paid = sum(not is_open or self._rng.random() < PAID_SHARE for _visit in range(visits))
        return [(between(self._rng, deal.created, deal.last), "visit") for _visit in range(paid)]

    def _next_day(self, deal: Deal) -> int:
        rng, today = self._rng, self._clock.today
        share = rng.random() - effects.NEXT_OVERDUE_SHARE
        if share < 0:
            return max(today - between(rng, 1, OVERDUE_DAYS), min(deal.last, today - 1))
        if share < effects.NEXT_TODAY_SHARE:
            return today
        later = min(1 + int(rng.expovariate(1 / NEXT_DAYS)), MOST_NEXT_DAYS)
        return self._clock.working_day(today + later)

    def _done(self, day: int, kind: str, about: About) -> Activity:
        rng = self._rng
        result = pick(rng, catalogue.RESULTS) if rng.random() < TEXT_SHARE else None
        moment = self._clock.moment(rng, day)
        activity = self._activity(kind, about)
        start = moment if kind in MEETINGS else None
        return activity._replace(
            done_at=moment, result=result, planned_start_at=start, planned_end_at=start
        )

    def _planned(self, day: int, about: About) -> Activity:
        kind = NEXT_KINDS.draw(self._rng)
        activity = self._activity(kind, about)
        minute = 7 * 60 + between(self._rng, 0, 18) * 30
        start = self._clock.planned(day, minute)
        if kind not in MEETINGS:
            return activity._replace(due_at=start)
        end = self._clock.planned(day, minute + pick(self._rng, VISIT_MINUTES))
        return activity._replace(planned_start_at=start, planned_end_at=end)

    def _activity(self, kind: str, about: About) -> Activity:
        return Activity(
            id=self._ids.next(),
            activity_type_id=self._types[kind],
            subject=pick(self._rng, catalogue.SUBJECTS[kind]),
            text=None,
            contact_id=about.contact_id,
            opportunity_id=about.opportunity_id,
            user_id=about.user_id,
            planned_start_at=None,
            planned_end_at=None,
            due_at=None,
            done_at=None,
            result=None,
            location=about.city if kind == "visit" else None,
        )


def due(activity: Activity) -> datetime | None:
    """Return when a planned activity is due."""
    return activity.due_at or activity.planned_start_at


def _done_at(activity: Activity) -> float:
    return activity.done_at.timestamp() if activity.done_at else 0.0
