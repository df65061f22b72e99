"""What a forecast can find in the demo data: each named effect stands in the rows."""

from __future__ import annotations

import shutil
from contextlib import closing
from math import exp, log
from statistics import mean, median, stdev
from typing import TYPE_CHECKING

import pytest

import core.demo.fill
from core.demo import effects
from tests.core.demo_help import ask, filled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.workspace import Workspace

COUNT = 9_000
CLOSED = "o.outcome <> 'open'"


@pytest.fixture(scope="module")
def history(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Return a file with some thousand opportunities, for questions only."""
    path = str(shutil.copy(sqlite_template, tmp_path_factory.mktemp("history") / "board.db"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core.demo.fill, "MOST_LOGGED", 0)
        workspace = filled(path, COUNT)
    with closing(workspace.database):
        yield workspace


def win_rates(history: Workspace, by: str, joined: str = "") -> dict[str, float]:
    """Return the share won among closed opportunities by the value of an expression."""
    query = f"""SELECT {by}, avg(o.outcome = 'won') FROM opportunity o
        JOIN contact c ON c.id = o.contact_id {joined} WHERE {CLOSED} GROUP BY 1 ORDER BY 1"""  # noqa: S608
    return {str(value): rate for value, rate in ask(history, query)}


def odds_log(rate: float) -> float:
    """Return the log-odds of a rate."""
    return log(rate / (1 - rate))


def test_about_two_in_five_are_won(history: Workspace) -> None:
    rate = win_rates(history, "'all'")["all"]

    assert 0.33 < rate < 0.50


def test_a_referral_wins_most_and_a_cold_call_least(history: Workspace) -> None:
    rates = win_rates(history, "x.code", "JOIN origin x ON x.id = o.origin_id")

    ranked = sorted(rates, key=lambda code: rates[code])
    assert ranked == sorted(effects.ORIGIN_LOGIT, key=lambda code: effects.ORIGIN_LOGIT[code])
    gap = odds_log(rates["referral"]) - odds_log(rates["call"])
    assert gap == pytest.approx(
        effects.ORIGIN_LOGIT["referral"] - effects.ORIGIN_LOGIT["call"], abs=0.6
    )


def test_more_stars_win_more(history: Workspace) -> None:
    rates = win_rates(history, "x.stars", "JOIN quality x ON x.id = o.quality_id")

    assert list(rates) == ["1", "2", "3", "4", "5"]
    assert list(rates.values()) == sorted(rates.values())
    slope = (odds_log(rates["5"]) - odds_log(rates["2"])) / 3
    assert slope == pytest.approx(effects.STAR_LOGIT, abs=0.2)


def test_more_visits_win_more(history: Workspace) -> None:
    visits = """(SELECT count(*) FROM activity a JOIN activity_type y ON y.id = a.activity_type_id
        WHERE a.opportunity_id = o.id AND a.deleted_at IS NULL
            AND a.done_at IS NOT NULL AND y.kind = 'visit')"""
    kind = "JOIN opportunity_type y ON y.id = o.type_id AND y.code = 'sale'"

    rates = win_rates(history, visits, kind)

    assert list(rates) == ["0", "1", "2", "3", "4"]
    assert rates["0"] < rates["1"] < rates["2"] < rates["3"]
    assert odds_log(rates["2"]) - odds_log(rates["0"]) == pytest.approx(
        2 * effects.VISIT_LOGIT, abs=0.4
    )


def test_food_buys_gladly_and_textile_does_not(history: Workspace) -> None:
    rates = win_rates(history, "x.code", "JOIN sector x ON x.id = c.sector_id")

    neutral = mean(rate for code, rate in rates.items() if code not in effects.SECTOR_LOGIT)
    assert rates["food"] > neutral + 0.05
    assert rates["textile"] < neutral - 0.05
    assert rates["pharma"] < neutral - 0.05


def test_a_discount_helps(history: Workspace) -> None:
    percent = """CASE WHEN o.discount_minor * 100 < o.gross_minor THEN 'low'
        WHEN o.discount_minor * 100 > 7 * o.gross_minor THEN 'high' ELSE 'some' END"""

    rates = win_rates(history, percent)

    assert rates["low"] + 0.08 < rates["high"]
    assert rates["low"] < rates["some"] < rates["high"]


def test_one_agent_is_better_than_the_others(history: Workspace) -> None:
    rates = win_rates(history, "x.code", "JOIN agent x ON x.id = o.agent_id")

    best = rates.pop(effects.BEST_AGENT)
    assert best > max(rates.values())
    assert best > mean(rates.values()) + 0.1


def test_a_long_first_stage_lowers_the_chance(history: Workspace) -> None:
    # Only those that left their first stage alive: there a lost one does not linger.
    rows = ask(
        history,
        """SELECT p.days_in_stage, o.outcome = 'won' FROM progress p
        JOIN opportunity o ON o.id = p.opportunity_id JOIN stage s ON s.id = p.from_stage_id
        JOIN opportunity_type t ON t.id = o.type_id
        WHERE o.outcome <> 'open' AND s.initial AND p.to_outcome IS NULL AND t.code = 'sale'""",
    )
    days = sorted(d for d, _won in rows)
    fast, slow = days[len(days) // 4], days[-len(days) // 4]

    quick = mean(won for d, won in rows if d <= fast)
    lame = mean(won for d, won in rows if d >= slow)

    assert lame + 0.05 < quick


@pytest.mark.parametrize(
    ("table", "day"), [("progress", "moved_at"), ("opportunity", "created_on")]
)
def test_august_and_december_are_slow(history: Workspace, table: str, day: str) -> None:
    year = f"{day} >= '2025-06-01' AND {day} < '2026-06-01'"
    query = f"SELECT strftime('%m', {day}) FROM {table} WHERE {year}"  # noqa: S608
    months = [month for (month,) in ask(history, query)]

    counts = {n: months.count(f"{n:02}") for n in range(1, 13)}
    usual = mean(count for n, count in counts.items() if n not in effects.MONTH_SPEED)

    assert counts[8] < 0.65 * usual
    assert counts[12] < 0.85 * usual


@pytest.mark.parametrize("family", effects.FAMILY_AMOUNT)
def test_amounts_are_log_normal_by_family(history: Workspace, family: str) -> None:
    query = """SELECT l.gross_minor / 100.0 FROM opportunity_line l
        JOIN opportunity o ON o.id = l.opportunity_id AND o.currency_code = 'EUR'
        JOIN product_family f ON f.id = l.product_family_id WHERE f.code = :family"""
    logs = [log(amount) for (amount,) in ask(history, query, family=family)]

    usual, spread = effects.FAMILY_AMOUNT[family]

    assert exp(median(logs)) == pytest.approx(usual, rel=0.12)
    assert stdev(logs) == pytest.approx(spread, rel=0.15)


def test_chance_grows_with_what_helps() -> None:
    plain = effects.Traits("sale", "website", 3, "metal", 0, 0, best_agent=False)

    better = [
        plain._replace(origin="referral"),
        plain._replace(stars=5),
        plain._replace(sector="food"),
        plain._replace(visits=2),
        plain._replace(discount_hundredths=500),
        plain._replace(best_agent=True),
    ]

    assert all(effects.chance(traits, 0) > effects.chance(plain, 0) for traits in better)
    assert effects.chance(plain, 1) < effects.chance(plain, 0) < effects.chance(plain, -1)
    many = plain._replace(visits=9)
    assert effects.chance(many, 0) == effects.chance(plain._replace(visits=4), 0)
