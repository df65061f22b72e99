"""The draws of the demo data, without a database."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.demo import catalogue, effects, markets, names
from core.demo.choice import Weighted, between, pick
from core.demo.clock import Clock, month_of, weeks
from core.demo.deal import live
from core.demo.effects import Traits
from core.demo.ids import IdMaker
from tests.core.demo_help import NOW

CLOCK = Clock(NOW)
TRAITS = Traits("sale", "website", 3, "metal", 1, 300, best_agent=False)
DAYS = (12.0, 18.0, 18.0, 18.0, 25.0)


def seeded(seed: int) -> Random:
    """Return a source of draws."""
    return Random(seed)  # noqa: S311 - nothing is secret


def test_weights_say_how_often_a_value_is_drawn() -> None:
    weighted = Weighted((("a", 1), ("b", 3), ("c", 0)))
    rng = seeded(1)

    drawn = Counter(weighted.draw(rng) for _draw in range(4_000))

    assert drawn["b"] / drawn["a"] == pytest.approx(3, rel=0.15)
    assert drawn["c"] == 0


def test_both_ends_of_a_range_are_drawn() -> None:
    rng = seeded(1)

    drawn = {between(rng, 3, 5) for _draw in range(100)}

    assert drawn == {3, 4, 5}
    assert {pick(rng, "xy") for _draw in range(50)} == {"x", "y"}


@given(st.integers(0, 700), st.floats(0.1, 200))
def test_work_ends_later_on_a_working_day(back: int, effort: float) -> None:
    begin = CLOCK.today - back

    end = CLOCK.after(begin, effort)

    assert end > begin
    assert CLOCK.day(end).weekday() < 5


def test_the_same_work_takes_longer_in_august() -> None:
    july, august = date(2026, 7, 1).toordinal(), date(2026, 8, 3).toordinal()

    in_july, in_august = CLOCK.after(july, 7) - july, CLOCK.after(august, 7) - august

    assert in_august > 1.8 * in_july


@given(st.integers(0, 2_000))
def test_a_weekend_becomes_the_monday_after(later: int) -> None:
    day = CLOCK.begin + later

    moved = CLOCK.working_day(day)

    assert 0 <= moved - day <= 2
    assert CLOCK.day(moved).weekday() < 5
    assert moved == day or CLOCK.day(moved).weekday() == 0


def test_opportunities_begin_two_years_ago_and_end_today() -> None:
    births = [CLOCK.birth(n / 100) for n in range(101)]

    assert births == sorted(births)
    assert CLOCK.begin <= births[0] <= CLOCK.begin + 3
    assert CLOCK.today - 3 <= births[-1] <= CLOCK.today
    assert births[50] > (births[0] + births[-1]) / 2


@pytest.mark.parametrize(
    ("day", "end"),
    [("2026-11-24", "2026-12-31"), ("2026-01-01", "2026-03-31"), ("2026-06-30", "2026-06-30")],
)
def test_the_quarter_ends_on_its_last_day(day: str, end: str) -> None:
    clock = Clock(datetime.fromisoformat(f"{day}T12:00:00+00:00"))

    found = clock.day(clock.quarter_end())

    assert found == date.fromisoformat(end)


def test_today_ends_now_and_is_the_day_in_utc() -> None:
    late = datetime(2026, 3, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))

    clock = Clock(late)

    assert clock.day(clock.today) == date(2026, 2, 28)
    assert clock.at(clock.today, 23 * 60) == late
    assert clock.planned(clock.today, 23 * 60) == datetime(2026, 2, 28, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("later", "month"), [(0, "2026-11-01"), (2, "2027-01-01"), (-11, "2025-12-01")]
)
def test_months_are_counted_over_the_turn_of_the_year(later: int, month: str) -> None:
    found = month_of(date(2026, 11, 24), later)

    assert found == date.fromisoformat(month)


def test_weeks_begin_on_mondays_before_the_history() -> None:
    found = weeks(CLOCK)

    assert {day.weekday() for day in found} == {0}
    assert {(b - a).days for a, b in pairwise(found)} == {7}
    assert found[0] <= CLOCK.day(CLOCK.begin)


def test_ids_ascend_and_have_the_form_of_version_7() -> None:
    maker = IdMaker(seeded(1))
    maker.at(NOW)

    made = [maker.next() for _id in range(50)]
    maker.at(NOW - timedelta(days=1))
    made.append(maker.next())

    assert made == sorted(set(made))
    assert {key.version for key in made} == {7}
    assert made[0].int >> 80 == int(NOW.timestamp() * 1000)


@given(st.integers(0, 10_000), st.integers(0, 730))
def test_a_life_is_in_order(seed: int, back: int) -> None:
    created = CLOCK.today - back

    deal = live(seeded(seed), TRAITS, DAYS, created, CLOCK)

    days = [created, *(move.day for move in deal.moves)]
    stages = [0, *(move.end for move in deal.moves)]
    assert all(a < b for a, b in pairwise(days))
    assert all(1 <= b - a <= 2 for a, b in pairwise(stages))
    assert deal.stage == stages[-1]
    assert deal.since == days[-1]
    assert days[-1] <= deal.last <= CLOCK.today
    assert deal.outcome != "won" or deal.stage == len(DAYS) - 1
    assert deal.close >= created


def test_a_good_case_wins_more_often_and_a_workflow_of_one_stage_will_do() -> None:
    good = TRAITS._replace(origin="referral", stars=5, visits=4, best_agent=True)
    created = CLOCK.begin

    won = {
        traits: sum(
            live(seeded(seed), traits, (5.0,), created, CLOCK).outcome == "won"
            for seed in range(300)
        )
        for traits in (good, TRAITS)
    }

    assert won[good] > 1.5 * won[TRAITS]


def test_every_market_can_name_and_place_a_contact() -> None:
    sectors = {code for code, _text in catalogue.SECTORS}

    for market in markets.MARKETS:
        assert market.towns
        assert market.language in names.ROOTS
        assert set(names.WORDS[market.language]) == sectors
        assert names.FORMS[market.country]
        assert market.currency == "EUR" or market.currency in markets.USUAL_RATES


def test_effects_name_what_the_catalogue_has() -> None:
    families = {family.code for family in catalogue.FAMILIES}
    agents = {person.agent for person in catalogue.PEOPLE if person.agent}

    assert set(effects.FAMILY_AMOUNT) == families
    assert set(effects.SECTOR_LOGIT) <= {code for code, _text in catalogue.SECTORS}
    assert set(effects.ORIGIN_LOGIT) == {code for code, _weight in catalogue.ORIGIN_WEIGHTS}
    assert set(effects.BASE_LOGIT) == {code for code, _weight in catalogue.TYPE_WEIGHTS}
    assert effects.BEST_AGENT in agents
    assert {market.agent for market in markets.MARKETS} == agents
