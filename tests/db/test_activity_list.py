"""The activity list, a further kind of record by description alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from db.activity_list import ACTIVITY_LIST
from db.filters import EmptyFilter, MomentFilter
from db.ids import new_id
from db.list_query import ListQuery
from db.record_list import first_page
from db.tables.activity import ActivityRow
from db.tables.lookups import ActivityTypeRow
from tests.workspaces import NOW, first_id, write_rows

if TYPE_CHECKING:
    from core.workspace import Workspace


def add_activities(workspace: Workspace) -> None:
    """Write one that is overdue, one to come, one done."""
    with workspace.database.reading() as connection:
        kind = first_id(connection, ActivityTypeRow)
    day = timedelta(days=1)
    shared = {"activity_type_id": kind, "user_id": workspace.user.id}
    rows = [
        {"subject": "Late call", "due_at": NOW - day, "done_at": None},
        {"subject": "Visit", "due_at": NOW + day, "done_at": None},
        {"subject": "Old call", "due_at": NOW - 9 * day, "done_at": NOW - 8 * day},
    ]
    write_rows(workspace, ActivityRow, [{"id": new_id(), **shared, **row} for row in rows])


def subjects(workspace: Workspace, query: ListQuery) -> list[str]:
    with workspace.database.reading() as connection:
        return [item.subject for item in first_page(connection, ACTIVITY_LIST, query).items]


def test_activities_stand_in_the_order_in_which_they_are_due(workspace: Workspace) -> None:
    add_activities(workspace)

    assert subjects(workspace, ListQuery()) == ["Old call", "Late call", "Visit"]


def test_what_is_overdue_is_due_before_now_and_not_done(workspace: Workspace) -> None:
    add_activities(workspace)
    overdue = (EmptyFilter("done"), MomentFilter("due", None, NOW))

    assert subjects(workspace, ListQuery(filters=overdue)) == ["Late call"]


def test_activities_are_found_by_words_of_their_subject(workspace: Workspace) -> None:
    add_activities(workspace)

    assert subjects(workspace, ListQuery(text="CALL old")) == ["Old call"]
