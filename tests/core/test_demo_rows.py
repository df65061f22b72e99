"""The demo rows: sums, days, numbers, teams and places hold together."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select

from core.demo import fill_with_demo
from db.tables.lookups import NumberCounterRow, NumberSeriesRow
from db.tables.people import CompanyRow
from tests.core.demo_help import NOW, TODAY, ask, filled, one

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.workspace import Workspace

COUNT = 1500
TEAMED = (
    "contact", "contact_address", "contact_channel", "contact_note", "reference", "opportunity",
    "opportunity_line", "opportunity_tag", "opportunity_competitor", "progress", "activity",
    "campaign",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Return a file filled with demo data, for questions only."""
    path = tmp_path_factory.mktemp("demo") / "board.db"
    workspace = filled(str(shutil.copy(sqlite_template, path)), COUNT)
    with closing(workspace.database):
        yield workspace


def share(workspace: Workspace, condition: str, among: str = "1 = 1") -> float:
    """Return the share of opportunities that meet a condition."""
    query = f"SELECT avg(coalesce({condition}, 0)) FROM opportunity WHERE {among}"  # noqa: S608
    return float(one(workspace, query))


def test_every_record_has_a_team(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=150)

    for table in TEAMED:
        query = f"SELECT count(*), count(team_id) FROM {table}"  # noqa: S608
        rows, teamed = ask(workspace, query)[0]
        assert rows == teamed > 0, table


def test_the_amounts_of_the_lines_add_up(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=150)

    wrong = ask(
        workspace,
        """SELECT o.id FROM opportunity o LEFT JOIN opportunity_line l ON l.opportunity_id = o.id
        GROUP BY o.id, o.gross_minor, o.discount_minor, o.net_minor
        HAVING coalesce(sum(l.gross_minor), -1) <> coalesce(o.gross_minor, -1)
            OR coalesce(sum(l.discount_minor), -1) <> coalesce(o.discount_minor, -1)
            OR coalesce(sum(l.net_minor), -1) <> coalesce(o.net_minor, -1)
            OR o.net_minor <> o.gross_minor - o.discount_minor""",
    )

    assert wrong == []


def test_lines_are_one_to_four_where_the_amount_is_known(demo: Workspace) -> None:
    counts = ask(
        demo,
        """SELECT o.net_minor IS NULL, min(n), max(n) FROM (SELECT o.id, o.net_minor,
            (SELECT count(*) FROM opportunity_line l WHERE l.opportunity_id = o.id) AS n
            FROM opportunity o) o GROUP BY 1 ORDER BY 1""",
    )

    assert counts == [(0, 1, 4), (1, 0, 0)]


def test_a_few_amounts_are_unknown(demo: Workspace) -> None:
    unknown = share(demo, "net_minor IS NULL")

    assert 0.01 < unknown < 0.06


def test_numbers_follow_the_series_and_the_counters_know_the_last(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=150)

    numbers = [number for (number,) in ask(workspace, "SELECT number FROM opportunity ORDER BY id")]
    sales = [number for number in numbers if not number.startswith("P")]
    last = {year: max(int(n[3:]) for n in sales if n[:2] == year) for year in ("24", "25", "26")}
    counters = ask(
        workspace,
        """SELECT year, last_number FROM number_counter c JOIN number_series s
        ON s.id = c.series_id WHERE s.code = 'opportunity' ORDER BY year""",
    )
    assert len(set(numbers)) == len(numbers)
    assert sales == sorted(sales)
    assert counters == [(2000 + int(year), number) for year, number in last.items()]


def test_numbers_go_on_where_the_series_stands(workspace: Workspace) -> None:
    act = workspace.act("Counted", NOW)
    with workspace.database.writing(act) as connection:
        series = connection.scalar(
            select(NumberSeriesRow.id).where(NumberSeriesRow.code == "opportunity")
        )
        company = connection.scalar(select(CompanyRow.id))
        row = {"series_id": series, "company_id": company, "year": 2026, "last_number": 41}
        connection.execute(insert(NumberCounterRow), row)

    fill_with_demo(workspace, NOW, opportunities=150)

    first = "SELECT min(number) FROM opportunity WHERE number LIKE '26/%'"
    assert one(workspace, first) == "26/0042"
    stored = "SELECT max(last_number) FROM number_counter WHERE year = 2026"
    assert f"26/{one(workspace, stored):04}" == one(workspace, first.replace("min", "max"))


def test_nothing_that_happened_lies_in_the_future(demo: Workspace) -> None:
    moments = {
        "opportunity": ("created_at", "changed_at", "last_activity_at"),
        "activity": ("done_at", "created_at"),
        "progress": ("moved_at",),
        "contact": ("created_at",),
    }

    for table, columns in moments.items():
        for column in columns:
            latest = one(demo, f"SELECT max({column}) FROM {table}")  # noqa: S608
            assert latest <= f"{TODAY}T09:30:00.000Z", (table, column)


def test_progress_tells_the_whole_way(demo: Workspace) -> None:
    opportunities = ask(
        demo,
        """SELECT id, created_on, closed_on, outcome, stage_id, probability_id, stage_since_on,
            probability_by_hand FROM opportunity""",
    )
    moves = ask(
        demo,
        """SELECT opportunity_id, from_stage_id, to_stage_id, date(moved_at), days_in_stage,
            to_probability_id, to_outcome FROM progress ORDER BY moved_at""",
    )
    by_opportunity: dict[object, list[tuple[object, ...]]] = {}
    for key, *move in moves:
        by_opportunity.setdefault(key, []).append(tuple(move))

    for key, created, closed, outcome, stage, probability, since, by_hand in opportunities:
        staged = [move for move in by_opportunity.get(key, []) if move[1] is not None]
        days = sum(int(str(move[3])) for move in staged)
        stood_since = str(staged[-1][2]) if staged else str(created)
        assert all(a[1] == b[0] for a, b in pairwise(staged))
        assert all(a[2] < b[2] for a, b in pairwise(staged))  # type: ignore[operator]
        assert days == (date.fromisoformat(stood_since) - date.fromisoformat(created)).days
        assert since == stood_since
        assert not staged or staged[-1][1] == stage
        if key in by_opportunity:
            assert by_opportunity[key][-1][4] == probability
        assert by_hand in {0, 1}
        assert (outcome == "open") == (closed is None)
        assert closed in {None, stood_since}
        ended = [move[5] for move in by_opportunity.get(key, []) if move[5]]
        assert ended == ([] if outcome == "open" else [outcome])


def test_closed_ones_stand_in_the_final_stage_with_a_reason_of_the_right_sign(
    demo: Workspace,
) -> None:
    found = ask(
        demo,
        """SELECT DISTINCT o.outcome, s.outcome, p.percent, r.sign FROM opportunity o
        JOIN stage s ON s.id = o.stage_id JOIN probability p ON p.id = o.probability_id
        JOIN closing_reason r ON r.id = o.closing_reason_id ORDER BY 1""",
    )

    assert found == [("lost", "lost", 0, -1), ("won", "won", 100, 1)]
    assert one(demo, "SELECT count(*) FROM opportunity WHERE (outcome = 'open') <> "
                     "(closing_reason_id IS NULL)") == 0  # fmt: skip


def test_who_bought_is_a_customer_since_the_first_order(demo: Workspace) -> None:
    wrong = ask(
        demo,
        """SELECT c.name, c.customer_on, min(o.closed_on) FROM contact c
        JOIN opportunity o ON o.contact_id = c.id AND o.outcome = 'won'
        JOIN contact_type t ON t.id = c.contact_type_id GROUP BY c.id
        HAVING t.code <> 'customer' OR c.customer_on > min(o.closed_on)""",
    )

    assert wrong == []


def test_this_quarter_is_full_by_probability_and_by_month(demo: Workspace) -> None:
    columns = ask(
        demo,
        """SELECT p.percent, count(*) FROM opportunity o JOIN probability p
        ON p.id = o.probability_id WHERE o.outcome = 'open' GROUP BY 1 ORDER BY 1""",
    )
    quarter = "substr({}, 1, 7) IN ('2026-10', '2026-11', '2026-12')"
    closes = share(demo, quarter.format("expected_close_on"), "outcome = 'open'")
    invoiced = ask(
        demo,
        f"""SELECT substr(expected_invoice_on, 1, 7), count(*) FROM opportunity
        WHERE outcome <> 'lost' AND {quarter.format("expected_invoice_on")} GROUP BY 1""",  # noqa: S608
    )

    assert [percent for percent, _count in columns] == [10, 25, 50, 75, 90]
    assert min(count for _percent, count in columns) >= 10
    assert 0.4 < closes < 0.75
    assert len(invoiced) == 3
    assert min(count for _month, count in invoiced) >= 15


def test_some_open_ones_are_overdue_stale_or_without_a_next_step(demo: Workspace) -> None:
    is_open = "outcome = 'open'"

    assert 0.04 < share(demo, f"expected_close_on < '{TODAY}'", is_open) < 0.16
    assert 0.07 < share(demo, "last_activity_at < '2026-10-26'", is_open) < 0.20
    assert 0.05 < share(demo, "next_activity_at IS NULL", is_open) < 0.16
    assert 0.05 < share(demo, f"next_activity_at < '{TODAY}'", is_open) < 0.22
    assert 0.02 < share(demo, f"substr(next_activity_at, 1, 10) = '{TODAY}'", is_open) < 0.14
    assert 0.10 < share(demo, is_open) < 0.25


def test_the_user_who_fills_has_open_opportunities_of_his_own(demo: Workspace) -> None:
    mine = ask(
        demo,
        """SELECT count(*), count(DISTINCT o.team_id), min(t.description) FROM opportunity o
        JOIN app_user u ON u.id = o.user_id AND u.login = :login JOIN team t ON t.id = u.team_id
        WHERE o.outcome = 'open' AND o.team_id = u.team_id""",
        login=demo.user.login,
    )[0]

    assert mine[0] >= 8
    assert mine[1:] == (1, "Italy Centre and South")


def test_towns_are_where_they_are(demo: Workspace) -> None:
    places = ask(
        demo,
        """SELECT country_code, min(latitude_millionths), max(latitude_millionths),
            min(longitude_millionths), max(longitude_millionths)
        FROM contact_address WHERE latitude_millionths IS NOT NULL GROUP BY 1""",
    )
    box = {country: tuple(n / 1e6 for n in corners) for country, *corners in places}

    assert set(box) == {"IT", "DE", "AT", "CH", "FR", "ES", "PL", "CZ", "SE", "NO", "NL", "GB"}
    assert 36.6 < box["IT"][0] < box["IT"][1] < 46.6
    assert 7.3 < box["IT"][2] < box["IT"][3] < 18.3
    assert 47.9 < box["DE"][0] < box["DE"][1] < 53.8
    assert 47.0 < box["AT"][0] < box["AT"][1] < 48.4
    modena = "SELECT avg(latitude_millionths) FROM contact_address WHERE city = 'Modena'"
    assert one(demo, modena) == pytest.approx(44_647_100, abs=20_000)


def test_a_few_contacts_have_no_place_on_the_map(demo: Workspace) -> None:
    placed, only_country = ask(
        demo,
        """SELECT count(latitude_millionths), count(*) - count(city) FROM contact_address
        WHERE main""",
    )[0]
    contacts = one(demo, "SELECT count(*) FROM contact")

    assert 0.9 < placed / contacts < 1.0
    assert only_country >= 1


def test_names_are_unique_and_addresses_lead_nowhere(demo: Workspace) -> None:
    names = [name for (name,) in ask(demo, "SELECT name FROM contact")]
    mails = [m for (m,) in ask(demo, "SELECT value FROM contact_channel WHERE kind = 'email'")]
    mails += [mail for (mail,) in ask(demo, "SELECT email FROM reference")]

    assert len(set(names)) == len(names)
    assert all(mail.endswith(".example") and mail.isascii() for mail in mails)


def test_italian_vat_numbers_have_a_right_check_digit(demo: Workspace) -> None:
    numbers = [n for (n,) in ask(demo, "SELECT vat_number FROM contact WHERE vat_number NOTNULL")]

    for number in numbers:
        odd = sum(int(d) for d in number[0::2])
        even = sum(sum(divmod(2 * int(d), 10)) for d in number[1::2])
        assert (odd + even) % 10 == 0
        assert len(number) == 11


def test_rates_are_weekly_for_two_years_and_wander_slowly(demo: Workspace) -> None:
    rates: dict[str, list[int]] = {}
    query = "SELECT currency_code, rate_millionths FROM exchange_rate ORDER BY valid_on"
    for code, rate in ask(demo, query):
        rates.setdefault(code, []).append(rate)
    used = {code for (code,) in ask(demo, "SELECT DISTINCT currency_code FROM opportunity")}

    assert used - {"EUR"} <= set(rates)
    assert len(used) >= 6
    for course in rates.values():
        assert len(course) == 106
        steps = [abs(b / a - 1) for a, b in pairwise(course)]
        assert max(steps) < 0.04
        assert max(course) / min(course) < 1.35
    days = ask(demo, "SELECT min(valid_on), max(valid_on) FROM exchange_rate")[0]
    assert days == ("2024-11-18", "2026-11-23")
    first = one(demo, "SELECT min(created_on) FROM opportunity")
    assert days[0] <= first


def test_there_is_a_target_for_each_agent_and_month(demo: Workspace) -> None:
    found = ask(demo, "SELECT count(DISTINCT user_id), count(*), min(amount_minor) FROM target")[0]

    assert found[:2] == (10, 10 * 37)
    assert found[2] > 0
    this_month = "SELECT count(*) FROM target WHERE month_on = '2026-11-01'"
    assert one(demo, this_month) == 10


def test_contacts_were_there_before_their_opportunities(demo: Workspace) -> None:
    late = """SELECT count(*) FROM opportunity o JOIN contact c ON c.id = o.contact_id
        WHERE date(c.created_at) > o.created_on"""

    assert one(demo, late) == 0


def test_ids_ascend_with_the_day_of_creation(demo: Workspace) -> None:
    for query in (
        "SELECT created_on FROM opportunity ORDER BY id",
        "SELECT date(created_at) FROM contact ORDER BY id",
    ):
        days = [day for (day,) in ask(demo, query)]

        assert days == sorted(days)
    assert one(demo, "SELECT DISTINCT substr(hex(id), 13, 1) FROM opportunity") == "7"


@pytest.mark.parametrize("count", [0, 1, 7])
def test_small_counts_work_too(sqlite_workspace: Workspace, count: int) -> None:
    report = fill_with_demo(sqlite_workspace, NOW, opportunities=count)

    assert report.counts["opportunity"] == count
    assert report.counts["contact"] == 12


@pytest.mark.parametrize("day", ["2024-02-29T00:00:01", "2026-12-31T23:59:59", "2027-08-15T12:00"])
def test_any_day_will_do(sqlite_workspace: Workspace, day: str) -> None:
    now = NOW.fromisoformat(f"{day}+00:00")

    fill_with_demo(sqlite_workspace, now, opportunities=200)

    assert one(sqlite_workspace, "SELECT max(created_on) FROM opportunity") <= day[:10]
    assert one(sqlite_workspace, "SELECT max(done_at) FROM activity") <= f"{day}.000Z"
    opens = "SELECT count(*) FROM opportunity WHERE outcome = 'open'"
    assert one(sqlite_workspace, opens) > 0
