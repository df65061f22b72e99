"""The demo company: its people, what it sells, and what its engine checks of all its rows."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import core.demo.fill
from core.demo import catalogue, effects, fill_with_demo
from core.workspace import open_workspace
from db.ids import new_id
from db.tables.people import UserRow
from resources.texts import PSEUDO_LANGUAGE, language
from tests.core.demo_help import NOW, TODAY, ask, filled, one
from tests.workspaces import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.workspace import Workspace

COUNT = 700


@pytest.fixture(scope="module")
def demo(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Return a file filled with demo data without a log, for questions only."""
    path = str(shutil.copy(sqlite_template, tmp_path_factory.mktemp("company") / "board.db"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core.demo.fill, "MOST_LOGGED", 0)
        workspace = filled(path, COUNT)
    with closing(workspace.database):
        yield workspace


def test_the_untouched_first_company_becomes_the_machine_builder(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=20)

    companies = ask(workspace, "SELECT description, currency_code, country_code FROM company")
    assert companies == [("Rossetti Macchine S.p.A.", "EUR", "IT")]
    teams = {team for (team,) in ask(workspace, "SELECT description FROM team")}
    assert teams == {team for _code, team in catalogue.TEAMS}


def test_a_first_company_in_another_language_is_untouched_too(tmp_path: Path) -> None:
    language.use(PSEUDO_LANGUAGE)
    try:
        workspace = open_workspace(str(tmp_path / "board.db"), NOW)
        fill_with_demo(workspace, NOW, opportunities=5)
    finally:
        language.use("en")

    companies = ask(workspace, "SELECT description FROM company")
    workspace.database.close()

    assert companies == [("Rossetti Macchine S.p.A.",)]


def test_ten_agents_have_a_user_a_zone_and_a_team(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=20)

    agents = ask(
        workspace,
        """SELECT a.code, u.id, z.description, t.id FROM agent a JOIN app_user u ON u.id = a.user_id
        JOIN zone z ON z.id = a.zone_id JOIN team t ON t.id = a.team_id ORDER BY a.code""",
    )

    assert [code for code, *_rest in agents] == [f"A{n:02}" for n in range(1, 11)]
    assert len({zone for _code, _user, zone, _team in agents}) == 10
    assert len({user for _code, user, _zone, _team in agents}) == 10
    mine = "SELECT count(*) FROM agent a JOIN app_user u ON u.id = a.user_id WHERE u.login = :login"
    assert one(workspace, mine, login=workspace.user.login) == 1


def test_twelve_users_each_have_a_role_and_a_team(demo: Workspace) -> None:
    users = ask(
        demo,
        """SELECT u.login, count(r.id), count(u.team_id), count(u.company_id) FROM app_user u
        JOIN user_role r ON r.user_id = u.id GROUP BY u.login""",
    )

    assert len(users) == 12
    assert all(counts == (1, 1, 1) for _login, *rest in users for counts in [tuple(rest)])


def test_each_team_has_a_manager_out_of_its_own(demo: Workspace) -> None:
    wrong = """SELECT count(*) FROM team t LEFT JOIN app_user u ON u.id = t.manager_id
        WHERE u.team_id IS NOT t.id"""

    assert one(demo, wrong) == 0


def test_the_user_who_fills_is_a_member_of_every_team(demo: Workspace) -> None:
    found = """SELECT count(DISTINCT m.team_id) FROM team_member m
        JOIN app_user u ON u.id = m.user_id WHERE u.login = :login"""

    assert one(demo, found, login=demo.user.login) == 4


def test_a_login_that_is_taken_gets_another_name(sqlite_workspace: Workspace) -> None:
    row = {"id": new_id(), "login": "marta.bellini", "name": "The real Marta"}
    write_rows(sqlite_workspace, UserRow, [row])

    fill_with_demo(sqlite_workspace, NOW, opportunities=5)

    query = "SELECT login, name FROM app_user WHERE login LIKE 'marta%' ORDER BY login"
    found = ask(sqlite_workspace, query)
    assert found == [("marta.bellini", "The real Marta"), ("marta.bellini.demo", "Marta Bellini")]


def test_every_product_has_a_family_and_prices_in_three_currencies(demo: Workspace) -> None:
    prices = ask(
        demo,
        """SELECT p.code, count(f.id), min(r.price_minor) FROM product p
        JOIN product_family f ON f.id = p.family_id
        JOIN product_price r ON r.product_id = p.id GROUP BY p.code""",
    )

    assert len(prices) == 30
    assert all(count == 3 and least > 0 for _code, count, least in prices)


def test_campaigns_have_numbers_and_what_came_from_them_came_after_they_began(
    demo: Workspace,
) -> None:
    campaigns = ask(demo, "SELECT number, starts_on, ends_on FROM campaign ORDER BY starts_on")
    early = """SELECT count(*) FROM opportunity o JOIN campaign c ON c.id = o.campaign_id
        WHERE o.created_on < c.starts_on"""

    assert [number for number, *_days in campaigns] == ["C25/001", "C25/002", "C26/001", "C26/002"]
    assert campaigns[-1][1] < TODAY < campaigns[-1][2]
    assert one(demo, early) == 0
    assert one(demo, "SELECT count(DISTINCT campaign_id) FROM opportunity") == 4


def test_every_reference_of_a_row_leads_to_a_row(demo: Workspace) -> None:
    assert ask(demo, "PRAGMA foreign_key_check") == []
    assert ask(demo, "PRAGMA integrity_check") == [("ok",)]


def test_planned_meetings_have_a_start_and_an_end_and_other_tasks_a_day(demo: Workspace) -> None:
    wrong = """SELECT count(*) FROM activity a JOIN activity_type t ON t.id = a.activity_type_id
        WHERE a.done_at IS NULL AND CASE WHEN t.kind IN ('meeting', 'visit')
        THEN a.planned_end_at <= a.planned_start_at OR a.planned_start_at IS NULL
        ELSE a.due_at IS NULL END"""
    open_only = """SELECT count(*) FROM activity a JOIN opportunity o ON o.id = a.opportunity_id
        WHERE a.done_at IS NULL AND o.outcome <> 'open'"""

    assert one(demo, wrong) == 0
    assert one(demo, open_only) == 0


def test_activities_are_of_every_kind_and_happen_on_the_way(demo: Workspace) -> None:
    kinds = (
        "SELECT DISTINCT t.kind FROM activity a JOIN activity_type t ON t.id = a.activity_type_id"
    )
    outside = """SELECT count(*) FROM activity a JOIN opportunity o ON o.id = a.opportunity_id
        WHERE date(a.done_at) < o.created_on OR date(a.done_at) > o.closed_on"""

    found = {kind for (kind,) in ask(demo, kinds)}

    assert found == {"call", "email", "meeting", "visit", "note", "to_do"}
    assert one(demo, outside) == 0


def test_who_closed_last_did_something_that_day(demo: Workspace) -> None:
    silent = "SELECT count(*) FROM opportunity WHERE closed_on <> date(last_activity_at)"

    assert one(demo, silent) == 0


def test_order_delivery_and_invoice_follow_each_other(demo: Workspace) -> None:
    wrong = """SELECT count(*) FROM {table} WHERE expected_order_on > expected_delivery_on
        OR expected_delivery_on > expected_invoice_on"""
    ordered = """SELECT count(*) FROM opportunity WHERE outcome = 'won'
        AND expected_order_on <> closed_on"""

    assert one(demo, wrong.format(table="opportunity")) == 0
    assert one(demo, wrong.format(table="opportunity_line")) == 0
    assert one(demo, ordered) == 0


def test_contacts_have_an_agent_a_phone_a_mail_and_a_person(demo: Workspace) -> None:
    without = """SELECT count(*) FROM contact c WHERE c.agent_id IS NULL OR NOT EXISTS
        (SELECT 1 FROM contact_channel h WHERE h.contact_id = c.id AND h.kind = '{kind}')"""
    alone = """SELECT count(*) FROM contact c WHERE 1 <> (SELECT count(*) FROM reference r
        WHERE r.contact_id = c.id AND r.main)"""

    assert one(demo, without.format(kind="phone")) == 0
    assert one(demo, without.format(kind="email")) == 0
    assert one(demo, alone) == 0


def test_a_parent_company_is_an_older_one_of_the_same_country(demo: Workspace) -> None:
    pairs = ask(
        demo,
        """SELECT c.country_code = p.country_code, c.created_at >= p.created_at FROM contact c
        JOIN contact p ON p.id = c.parent_id""",
    )

    assert pairs
    assert set(pairs) == {(1, 1)}


def test_an_opportunity_has_agent_and_quality_of_its_contact(demo: Workspace) -> None:
    other = """SELECT count(*) FROM opportunity o JOIN contact c ON c.id = o.contact_id
        WHERE o.agent_id <> c.agent_id OR o.quality_id <> c.quality_id
        OR o.currency_code <> c.currency_code"""

    assert one(demo, other) == 0


def test_some_probabilities_were_set_by_hand(demo: Workspace) -> None:
    by_hand = """SELECT count(*), sum(o.probability_id = s.probability_id) FROM opportunity o
        JOIN stage s ON s.id = o.stage_id WHERE o.probability_by_hand"""
    automatic = """SELECT count(*) FROM opportunity o JOIN stage s ON s.id = o.stage_id
        WHERE NOT o.probability_by_hand AND o.probability_id <> s.probability_id"""

    count, same = ask(demo, by_hand)[0]

    assert count > 0
    assert same == 0
    assert one(demo, automatic) == 0


def test_only_the_three_first_types_are_used(demo: Workspace) -> None:
    types = """SELECT t.code, count(*) FROM opportunity o JOIN opportunity_type t
        ON t.id = o.type_id GROUP BY 1 ORDER BY 2 DESC"""

    found = ask(demo, types)

    assert [code for code, _count in found] == ["sale", "service", "project"]
    assert {code for code, _count in found} == set(effects.BASE_LOGIT)


def test_titles_are_of_many_kinds_and_complete(demo: Workspace) -> None:
    titles = [title for (title,) in ask(demo, "SELECT title FROM opportunity")]

    assert len(set(titles)) > 200
    assert not [title for title in titles if "{" in title]
