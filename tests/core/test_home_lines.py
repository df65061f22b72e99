"""What the home screen lists below its figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from core.home import HomeFigures
from core.home_lines import SHOWN, HomeLists
from db.ids import new_id
from db.people import find_user
from db.tables.opportunity import OpportunityRow
from db.tables.people import UserRow
from tests.db.test_home_lines import plan
from tests.lists import add_opportunities, change_rows
from tests.workspaces import NOW, add_contact, add_opportunity, write_rows

if TYPE_CHECKING:
    from core.home_lines import HomeLines
    from core.workspace import Workspace

DAY = timedelta(days=1)


def read(workspace: Workspace) -> HomeLines:
    return HomeLists(workspace).read(HomeFigures(workspace).read(NOW))


def test_an_empty_database_says_what_it_is_of(workspace: Workspace) -> None:
    beginning = read(workspace).beginning

    assert (beginning.contacts, beginning.opportunities) == (False, False)
    assert (beginning.company, beginning.currency) == ("My company", "EUR")


def test_the_empty_board_leaves_lost_and_won_out(workspace: Workspace) -> None:
    percents = read(workspace).beginning.percents

    assert percents == tuple(sorted(percents))
    assert 0 not in percents
    assert 100 not in percents
    assert len(percents) > 2


def test_a_first_contact_and_a_first_opportunity_are_steps_done(workspace: Workspace) -> None:
    contact = add_contact(workspace)
    before = read(workspace).beginning

    add_opportunity(workspace, contact)

    after = read(workspace).beginning
    assert (before.contacts, before.opportunities) == (True, False)
    assert (after.contacts, after.opportunities) == (True, True)


def test_each_list_has_the_first_eight_lines_at_most(workspace: Workspace) -> None:
    mine = {"user_id": workspace.user.id, "touched_at": NOW - 40 * DAY}
    add_opportunities(workspace, [add_contact(workspace)], SHOWN + 3, lambda _place: mine)
    for place in range(SHOWN + 1):
        plan(workspace, f"Call {place}", due_at=NOW - DAY + timedelta(minutes=place))

    found = read(workspace)

    assert len(found.stale) == len(found.overdue) == SHOWN
    assert found.overdue[0].subject == "Call 0"


def test_the_stalest_opportunity_comes_first_with_what_a_line_shows(workspace: Workspace) -> None:
    contact = add_contact(workspace, name="Bianchi")
    for days in (30, 60):
        values = {"title": f"{days} days", "number": str(days), "net_minor": 5}
        moment = {"user_id": workspace.user.id, "touched_at": NOW - days * DAY}
        add_opportunity(workspace, contact, currency_code="EUR", **values, **moment)

    found = read(workspace).stale

    assert [item.title for item in found] == ["60 days", "30 days"]
    assert (found[0].contact, found[0].net_minor, found[0].currency) == ("Bianchi", 5, "EUR")


def second_user(workspace: Workspace) -> Workspace:
    """Return the workspace of somebody else."""
    write_rows(workspace, UserRow, [{"id": new_id(), "login": "luca", "name": "Luca"}])
    with workspace.database.reading() as connection:
        luca = find_user(connection, "luca")
    assert luca is not None
    return replace(workspace, user=luca)


def test_what_somebody_else_changed_names_who(sqlite_workspace: Workspace) -> None:
    key = add_opportunity(sqlite_workspace, add_contact(sqlite_workspace), title="Press")

    change_rows(second_user(sqlite_workspace), OpportunityRow, [key], {"priority": 2})

    (item,) = read(sqlite_workspace).changed
    assert (item.title, item.changed_by, item.changed_at) == ("Press", "Luca", NOW)


def test_what_i_changed_after_others_names_nobody(sqlite_workspace: Workspace) -> None:
    key = add_opportunity(sqlite_workspace, add_contact(sqlite_workspace))
    change_rows(second_user(sqlite_workspace), OpportunityRow, [key], {"priority": 2})

    change_rows(sqlite_workspace, OpportunityRow, [key], {"priority": 3})

    assert [item.changed_by for item in read(sqlite_workspace).changed] == [None]


def test_decimals_of_every_currency_come_along(workspace: Workspace) -> None:
    assert read(workspace).decimals["EUR"] == 2


def test_what_shows_on_the_screen_is_watched(workspace: Workspace) -> None:
    watched = HomeLists(workspace).watched

    assert {"opportunity", "activity", "target", "exchange_rate", "contact"} <= watched
    assert "saved_view" not in watched
