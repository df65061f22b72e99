"""The life of one opportunity: pure draws, without a database."""

from __future__ import annotations

from math import exp, log2
from typing import TYPE_CHECKING, NamedTuple

from core.demo import effects
from core.demo.choice import between

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from core.demo.clock import Clock
    from core.demo.effects import Traits

# Above 1: more opportunities are lost in an early stage than in a late one.
LOST_EARLY = 1.2
# Sometimes a stage is skipped.
SKIP_SHARE = 0.1
# How far off the expected close of a closed opportunity was.
CLOSE_SPREAD_DAYS = 18
# Days since the last activity of an opportunity that is looked after.
USUAL_SILENCE_DAYS = 5.5
MOST_SILENCE_DAYS = 19
OLD_ENOUGH_DAYS = 45
OVERDUE_DAYS = 45
# A quarter that ends tomorrow still takes some closings.
SHORTEST_QUARTER_DAYS = 21
LATEST_CLOSE_DAYS = 400


class Move(NamedTuple):
    """A step from one open stage to a later one, on a day."""

    day: int
    begin: int
    end: int


class Deal(NamedTuple):
    """An opportunity's life so far; days are ordinals, stages their places in the workflow."""

    created: int
    moves: tuple[Move, ...]
    stage: int
    since: int
    outcome: str
    last: int
    close: int


def live(rng: Random, traits: Traits, days: Sequence[float], created: int, clock: Clock) -> Deal:
    """Return the life of an opportunity whose stages usually take these days."""
    stretches = [exp(rng.gauss(0, effects.STAGE_SPREAD)) for _stage in days]
    doublings = sum(log2(stretch) for stretch in stretches) / len(stretches)
    won = rng.random() < effects.chance(traits, doublings)
    path = _path(rng, len(days), won=won)
    moves, day = [], created
    for stage, following in zip(path, [*path[1:], path[-1]], strict=True):
        lingers = 1.0 if won or stage != path[-1] else effects.LOST_LINGERS
        day = clock.after(day, days[stage] * stretches[stage] * lingers)
        if following != stage:
            moves.append(Move(day, stage, following))
    deal = _begun(created, moves, day)
    if day <= clock.today:
        return _closed(deal, "won" if won else "lost", rng, clock)
    return _running(deal, rng, clock)


def _begun(created: int, moves: list[Move], last: int) -> Deal:
    """Return an open life with these moves, which ends on a day."""
    stage, since = (moves[-1].end, moves[-1].day) if moves else (0, created)
    return Deal(created, tuple(moves), stage, since, "open", last, last)


def _path(rng: Random, count: int, *, won: bool) -> list[int]:
    """Return the stages that are passed; the last one is where the outcome falls."""
    end = count - 1 if won else int(rng.random() ** LOST_EARLY * count)
    path = [0]
    while path[-1] < end:
        skips = path[-1] + 1 < end and rng.random() < SKIP_SHARE
        path.append(path[-1] + (2 if skips else 1))
    return path


def _closed(deal: Deal, outcome: str, rng: Random, clock: Clock) -> Deal:
    expected = clock.working_day(deal.last + round(rng.gauss(0, CLOSE_SPREAD_DAYS)))
    return deal._replace(outcome=outcome, close=max(expected, deal.created))


def _running(deal: Deal, rng: Random, clock: Clock) -> Deal:
    """Return a life cut off at its last activity: today, or earlier where nobody looked."""
    last = max(deal.created, clock.today - _silence(rng, clock.today - deal.created))
    done = [move for move in deal.moves if move.day <= last]
    close = _expected_close(rng, clock, deal.last)
    return _begun(deal.created, done, last)._replace(close=max(close, deal.created))


def _silence(rng: Random, age: int) -> int:
    if age >= OLD_ENOUGH_DAYS and rng.random() < effects.STALE_SHARE:
        return between(rng, effects.STALE_FROM_DAYS, effects.STALE_TO_DAYS)
    return min(int(rng.expovariate(1 / USUAL_SILENCE_DAYS)), MOST_SILENCE_DAYS)


def _expected_close(rng: Random, clock: Clock, day: int) -> int:
    """Return when an open opportunity is expected to close; a few are overdue."""
    share = rng.random() - effects.CLOSE_OVERDUE_SHARE
    today = clock.today
    if share < 0:
        return today - between(rng, 1, OVERDUE_DAYS)
    if share < effects.CLOSE_THIS_QUARTER_SHARE:
        end = max(clock.quarter_end(), today + SHORTEST_QUARTER_DAYS)
        return min(clock.working_day(between(rng, today, end)), end)
    later = min(round((day - today) * exp(rng.gauss(0, 0.3))), LATEST_CLOSE_DAYS)
    return clock.working_day(today + max(later, 1))
