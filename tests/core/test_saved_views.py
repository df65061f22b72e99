"""Saved views: whose they are, who may change them, and which a screen begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from core.saved_views import (
    Audience,
    NamelessError,
    NameTakenError,
    NotYoursError,
    SavedView,
    SavedViews,
    ViewGoneError,
    dropped_sentence,
)
from core.undo import last_undoable, undo
from core.view_content import ViewColumn, ViewContent
from db.ids import new_id
from db.opportunity_list import OPPORTUNITY_LIST
from db.people import find_user
from db.tables.people import RoleRow, UserRoleRow, UserRow
from tests.workspaces import NOW, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace

CONTENT = ViewContent((ViewColumn("title", 200), ViewColumn("net")), text="line")
OTHER = ViewContent((ViewColumn("stage"),))
SCREEN = "opportunities"


def views_of(workspace: Workspace, screen: str = SCREEN) -> SavedViews:
    """Return the views of a screen of opportunities."""
    return SavedViews(workspace, screen, OPPORTUNITY_LIST.fields)


def role_id(workspace: Workspace, code: str) -> UUID:
    """Return a role."""
    with workspace.database.reading() as connection:
        return connection.scalars(select(RoleRow.id).where(RoleRow.code == code)).one()


def second(workspace: Workspace, role: str = "sales") -> Workspace:
    """Return the workspace of another user with a role."""
    key = new_id()
    write_rows(workspace, UserRow, [{"id": key, "login": "second", "name": "Second"}])
    row = {"id": new_id(), "user_id": key, "role_id": role_id(workspace, role)}
    write_rows(workspace, UserRoleRow, [row])
    with workspace.database.reading() as connection:
        user = find_user(connection, "second")
    assert user is not None
    return replace(workspace, user=user)


def names(views: SavedViews) -> list[str]:
    """Return the names of the views that a user sees."""
    return [view.name for view in views.views()]


def only(views: SavedViews) -> SavedView:
    """Return the one view that a user sees."""
    (view,) = views.views()
    return view


def test_a_view_is_there_again_with_all_that_it_keeps(workspace: Workspace) -> None:
    key = views_of(workspace).save(" Mine ", CONTENT, NOW)

    view = only(views_of(workspace))
    assert (view.id, view.name, view.audience, view.content) == (key, "Mine", Audience.ME, CONTENT)
    assert view.may_change
    assert dropped_sentence(view) == ""
    assert names(views_of(workspace, "contacts")) == []


def test_a_view_is_seen_by_those_that_it_is_for(sqlite_workspace: Workspace) -> None:
    mine, others = views_of(sqlite_workspace), views_of(second(sqlite_workspace))
    mine.save("For me", CONTENT, NOW)
    mine.save("For sales", CONTENT, NOW, Audience.ROLE, role_id(sqlite_workspace, "sales"))
    mine.save("For readers", CONTENT, NOW, Audience.ROLE, role_id(sqlite_workspace, "reader"))
    mine.save("For all", CONTENT, NOW, Audience.ALL)

    assert names(others) == ["For all", "For sales"]
    assert names(mine) == ["For all", "For me"]
    assert [role.code for role in others.roles()] == ["sales"]


def test_a_shared_view_is_changed_by_its_owner_or_an_administrator_alone(
    sqlite_workspace: Workspace,
) -> None:
    mine, others = views_of(sqlite_workspace), views_of(second(sqlite_workspace))
    ours = mine.save("Ours", CONTENT, NOW, Audience.ALL)
    theirs = others.save("Theirs", CONTENT, NOW, Audience.ALL)

    with pytest.raises(NotYoursError, match="Ours"):
        others.replace(ours, OTHER, NOW)
    with pytest.raises(NotYoursError, match="Ours"):
        others.rename(ours, "New", NOW)
    with pytest.raises(NotYoursError, match="Ours"):
        others.delete(ours, NOW)
    with pytest.raises(NotYoursError, match="Ours"):
        others.begin_with(ours, NOW)
    mine.replace(theirs, OTHER, NOW)
    others.rename(theirs, "Renamed", NOW)

    assert {view.name: view.content for view in mine.views()} == {"Ours": CONTENT, "Renamed": OTHER}
    assert [view.may_change for view in others.views()] == [False, True]


def test_another_users_own_view_is_neither_seen_nor_changed(sqlite_workspace: Workspace) -> None:
    mine, others = views_of(sqlite_workspace), views_of(second(sqlite_workspace))
    key = others.save("Private", CONTENT, NOW)

    with pytest.raises(NotYoursError):
        mine.delete(key, NOW)

    assert names(mine) == []


def test_a_name_is_used_once_for_the_same_people(workspace: Workspace) -> None:
    views = views_of(workspace)
    views.save("Open", CONTENT, NOW)
    key = views.save("Other", CONTENT, NOW)
    views.save("Open", CONTENT, NOW, Audience.ALL)

    with pytest.raises(NameTakenError, match="open"):
        views.save("open", CONTENT, NOW)
    with pytest.raises(NameTakenError):
        views.rename(key, "Open", NOW)
    with pytest.raises(NamelessError):
        views.save("  ", CONTENT, NOW)

    views.rename(key, "other", NOW)
    assert names(views_of(workspace, SCREEN)).count("Open") == 2


def test_a_screen_begins_with_my_default_else_a_roles_else_that_of_all(
    sqlite_workspace: Workspace,
) -> None:
    views = views_of(sqlite_workspace)
    keys = [
        views.save("A", CONTENT, NOW, Audience.ALL),
        views.save("B", CONTENT, NOW, Audience.ROLE, role_id(sqlite_workspace, "administrator")),
        views.save("C", CONTENT, NOW),
    ]
    assert views.first() is None

    for key, name in zip(keys, "ABC", strict=True):
        views.begin_with(key, NOW)
        first = views.first()
        assert first is not None
        assert first.name == name


def test_there_is_one_default_and_the_other_gives_way(workspace: Workspace) -> None:
    views = views_of(workspace)
    first, then = views.save("A", CONTENT, NOW), views.save("B", CONTENT, NOW)

    views.begin_with(first, NOW)
    views.begin_with(then, NOW)

    assert [view.is_default for view in views.views()] == [False, True]


def test_a_deleted_view_is_gone_and_can_be_brought_back(workspace: Workspace) -> None:
    views = views_of(workspace)
    key = views.save("A", CONTENT, NOW)

    views.delete(key, NOW)

    assert names(views) == []
    with pytest.raises(ViewGoneError):
        views.replace(key, OTHER, NOW)
    with workspace.database.reading() as connection:
        act = last_undoable(connection, workspace.user.id)
    assert act is not None
    undo(workspace, act.id, NOW)
    assert names(views) == ["A"]


def test_a_view_with_a_column_that_is_no_more_loads_without_it_and_says_so(
    sqlite_workspace: Workspace,
) -> None:
    SavedViews(sqlite_workspace, SCREEN, ["title", "colour"]).save(
        "Old", ViewContent((ViewColumn("title"), ViewColumn("colour"))), NOW
    )

    view = only(views_of(sqlite_workspace))

    assert view.content.columns == (ViewColumn("title"),)
    sentence = "“Old” names columns that no longer exist: colour. The rest is shown."
    assert dropped_sentence(view) == sentence
    assert "cannot be read" in dropped_sentence(view._replace(dropped=(), damaged=True))
