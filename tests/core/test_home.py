"""The home screen: each figure is what the list behind it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from core.day_ranges import Calendar
from core.home import Figure, Home, HomeFigures
from core.record_source import RecordSource
from db.home_rows import activity_ids
from db.ids import new_id
from db.opportunity_list import OPPORTUNITY_LIST
from db.people import find_user
from db.tables.activity import ActivityRow
from db.tables.lookups import ActivityTypeRow, ExchangeRateRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import TargetRow, UserRow
from tests.copies import open_copy
from tests.lists import change_rows
from tests.workspaces import NOW, add_contact, add_opportunity, first_id, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from core.workspace import Workspace

TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """Return a workspace with opportunities of two users, activities and targets."""
    workspace = open_copy(request, tmp_path_factory, request.param)
    me, other = workspace.user.id, new_id()
    write_rows(workspace, UserRow, [{"id": other, "login": "second", "name": "Second"}])
    contact = add_contact(workspace)

    def add(title: str, user: UUID = me, **values: object) -> UUID:
        wanted: dict[str, object] = {
            "title": title,
            "user_id": user,
            "currency_code": "EUR",
            "net_minor": 1_000,
        }
        return add_opportunity(workspace, contact, **{**wanted, "number": title, **values})

    add("fresh", last_activity_at=NOW - DAY, expected_close_on=date(2026, 3, 31))
    add("stale", touched_at=NOW - 22 * DAY, expected_close_on=date(2026, 4, 1))
    add("edge", touched_at=NOW - 21 * DAY, expected_close_on=date(2026, 3, 1))
    add("dollars", currency_code="USD", net_minor=2_000)
    add("theirs", other, touched_at=NOW - 90 * DAY, expected_close_on=TODAY)
    add("won", outcome="won", closed_on=date(2026, 3, 1), net_minor=500)
    add("won before", outcome="won", closed_on=date(2026, 2, 28))
    add("lost", outcome="lost", closed_on=TODAY)
    write_rows(workspace, ExchangeRateRow, [rate("USD", 2_000_000)])
    write_rows(workspace, TargetRow, [target(me, 10_000, "EUR"), target(me, 4_000, "USD")])
    write_rows(workspace, TargetRow, [target(other, 1, "EUR")])
    with workspace.database.reading() as connection:
        kind = first_id(connection, ActivityTypeRow)
    rows: list[dict[str, Any]] = [
        {"due_at": NOW - DAY},
        {"due_at": NOW - timedelta(hours=9)},
        {"due_at": NOW + timedelta(hours=9)},
        {"due_at": NOW + DAY},
        {"due_at": None},
        {"due_at": NOW - DAY, "done_at": NOW},
        {"due_at": NOW - DAY, "user_id": other},
        {"planned_start_at": NOW},
    ]
    empty = {"due_at": None, "done_at": None, "planned_start_at": None, "user_id": me}
    named = {"activity_type_id": kind, "subject": "Call"}
    write_rows(workspace, ActivityRow, [{"id": new_id(), **named, **empty, **row} for row in rows])
    yield workspace
    workspace.database.close()


def rate(code: str, millionths: int) -> dict[str, Any]:
    values = {"base_code": "EUR", "currency_code": code, "rate_millionths": millionths}
    return {"id": new_id(), "valid_on": date(2026, 1, 1), **values}


def target(user: UUID, minor: int, code: str) -> dict[str, Any]:
    values = {"amount_minor": minor, "currency_code": code, "month_on": date(2026, 3, 1)}
    return {"id": new_id(), "user_id": user, **values}


def titles(workspace: Workspace, figure: Figure) -> set[str]:
    """Open the list behind a figure; it must have exactly as many rows."""
    page = RecordSource(workspace.database, OPPORTUNITY_LIST).first_page(figure.query)
    assert page.count == figure.totals.rows
    return {item.title for item in page.items}


def home(workspace: Workspace) -> Home:
    return HomeFigures(workspace).read(NOW)


def test_my_pipeline_is_what_i_have_open_in_the_base_currency(filled: Workspace) -> None:
    found = home(filled).pipeline

    assert titles(filled, found) == {"fresh", "stale", "edge", "dollars"}
    assert (found.totals.currency, found.totals.net_minor) == ("EUR", 4_000)


def test_what_should_close_this_month_is_mine_and_open(filled: Workspace) -> None:
    assert titles(filled, home(filled).closing) == {"fresh", "edge"}


def test_stale_is_what_the_list_marks_as_stale(filled: Workspace) -> None:
    assert titles(filled, home(filled).stale) == {"stale"}


def test_activities_are_overdue_before_today_and_due_until_its_end(filled: Workspace) -> None:
    found = home(filled)

    assert (found.overdue.rows, found.today.rows) == (1, 3)
    with filled.database.reading() as connection:
        for figure in (found.overdue, found.today):
            assert len(activity_ids(connection, figure.query)) == figure.rows


def test_this_month_won_stands_against_the_targets_of_all_currencies(filled: Workspace) -> None:
    month = home(filled).month

    assert titles(filled, month.won) == {"won"}
    assert (month.won.totals.net_minor, month.target_minor) == (500, 12_000)
    assert (month.month, month.missing) == (date(2026, 3, 1), ())


def test_a_target_without_a_rate_is_said_and_not_guessed(filled: Workspace) -> None:
    write_rows(filled, TargetRow, [target(filled.user.id, 5, "GBP")])

    month = home(filled).month

    assert (month.target_minor, month.missing) == (None, ("GBP",))


def test_my_own_changes_are_not_changes_by_others(filled: Workspace) -> None:
    assert titles(filled, home(filled).changed) == set()


def test_what_others_changed_since_yesterday_comes_out_of_the_log(
    sqlite_workspace: Workspace,
) -> None:
    contact = add_contact(sqlite_workspace)
    key = add_opportunity(sqlite_workspace, contact, title="Mine", number="1")
    write_rows(sqlite_workspace, UserRow, [{"id": new_id(), "login": "second", "name": "Second"}])
    with sqlite_workspace.database.reading() as connection:
        other = find_user(connection, "second")
    assert other is not None
    change_rows(replace(sqlite_workspace, user=other), OpportunityRow, [key], {"priority": 2})
    change_rows(sqlite_workspace, OpportunityRow, [key], {"priority": 3})

    assert titles(sqlite_workspace, home(sqlite_workspace).changed) == {"Mine"}
    later = HomeFigures(sqlite_workspace).read(NOW + 2 * DAY)
    assert titles(sqlite_workspace, later.changed) == set()


def test_a_new_database_has_figures_of_nothing(sqlite_workspace: Workspace) -> None:
    found = HomeFigures(sqlite_workspace, calendar=Calendar()).read(NOW)

    assert (found.pipeline.totals.rows, found.overdue.rows, found.today.rows) == (0, 0, 0)
    assert found.month.target_minor is None
