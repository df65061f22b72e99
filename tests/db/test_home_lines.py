"""The first lines of the home screen: what stands in them, in which order, and how many."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from db.home_lines import activity_lines, company_name, has_rows
from db.home_rows import ActivityQuery
from db.ids import new_id
from db.tables.activity import ActivityRow
from db.tables.contact import ContactRow
from db.tables.lookups import ActivityTypeRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import CompanyRow
from tests.lists import change_rows, delete_rows
from tests.workspaces import NOW, add_contact, add_opportunity, first_id, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace
    from db.home_lines import ActivityLine

DAY = timedelta(days=1)


def plan(workspace: Workspace, subject: str, **values: object) -> UUID:
    """Write an activity of the user, due today."""
    with workspace.database.reading() as connection:
        kind = first_id(connection, ActivityTypeRow)
    key = new_id()
    needed = {"id": key, "activity_type_id": kind, "user_id": workspace.user.id, "due_at": NOW}
    write_rows(workspace, ActivityRow, [{**needed, "subject": subject, **values}])
    return key


def lines(workspace: Workspace, limit: int = 8) -> list[ActivityLine]:
    query = ActivityQuery(workspace.user.id, None, NOW + DAY)
    with workspace.database.reading() as connection:
        return activity_lines(connection, query, limit)


def test_an_activity_names_whom_and_what_it_is_about(workspace: Workspace) -> None:
    contact = add_contact(workspace, name="Bianchi")
    deal = add_opportunity(workspace, contact, title="Press")

    key = plan(workspace, "Call", contact_id=contact, opportunity_id=deal)

    (line,) = lines(workspace)
    assert (line.id, line.subject, line.due_at) == (key, "Call", NOW)
    assert (line.contact, line.opportunity_id, line.opportunity) == ("Bianchi", deal, "Press")
    assert line.type


def test_the_contact_of_an_opportunity_stands_in_for_a_missing_one(workspace: Workspace) -> None:
    deal = add_opportunity(workspace, add_contact(workspace, name="Bianchi"))

    plan(workspace, "Call", opportunity_id=deal)

    assert lines(workspace)[0].contact == "Bianchi"


def test_an_activity_about_nobody_is_listed_too(workspace: Workspace) -> None:
    plan(workspace, "Tidy up")

    (line,) = lines(workspace)

    assert (line.subject, line.contact, line.opportunity_id) == ("Tidy up", None, None)


def test_a_deleted_opportunity_is_no_link(workspace: Workspace) -> None:
    deal = add_opportunity(workspace, add_contact(workspace))
    plan(workspace, "Call", opportunity_id=deal)

    delete_rows(workspace, OpportunityRow, [deal])

    assert lines(workspace)[0].opportunity_id is None


def test_what_is_due_first_comes_first_and_no_more_than_asked(workspace: Workspace) -> None:
    for hours in (3, 1, 2):
        plan(workspace, f"in {hours}", due_at=NOW + timedelta(hours=hours))

    found = [line.subject for line in lines(workspace, limit=2)]

    assert found == ["in 1", "in 2"]


def test_a_planned_start_stands_in_for_a_missing_due_time(workspace: Workspace) -> None:
    plan(workspace, "Visit", due_at=None, planned_start_at=NOW - DAY)

    assert lines(workspace)[0].due_at == NOW - DAY


@pytest.mark.parametrize("row_class", [ContactRow, OpportunityRow])
def test_a_new_database_has_no_records(
    workspace: Workspace, row_class: type[ContactRow | OpportunityRow]
) -> None:
    with workspace.database.reading() as connection:
        assert not has_rows(connection, row_class)


def test_deleted_rows_are_no_rows(workspace: Workspace) -> None:
    key = add_contact(workspace)
    with workspace.database.reading() as connection:
        before = has_rows(connection, ContactRow)

    delete_rows(workspace, ContactRow, [key])

    with workspace.database.reading() as connection:
        assert (before, has_rows(connection, ContactRow)) == (True, False)


def test_a_company_is_called_by_its_name_and_an_unknown_one_by_the_first(
    workspace: Workspace,
) -> None:
    key = workspace.user.company_id
    assert key is not None
    change_rows(workspace, CompanyRow, [key], {"description": "Rossetti"})

    with workspace.database.reading() as connection:
        names = (company_name(connection, key), company_name(connection, new_id()))

    assert names == ("Rossetti", "Rossetti")
