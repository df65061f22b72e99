"""A list whose rows come, go and change places: the user's own place stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel

from db.list_query import Order
from db.record_list import PAGE
from db.tables.opportunity import OpportunityRow
from tests.lists import add_opportunities, change_rows, delete_rows
from tests.workspaces import add_contact

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.views.conftest import ListView

MANY = 3 * PAGE
BY_NUMBER = (Order("number"),)
Select = QItemSelectionModel.SelectionFlag


@pytest.fixture
def keys(sqlite_workspace: Workspace, view: ListView, qtbot: QtBot) -> list[UUID]:
    """Return the ids of a list that is shown by number."""
    made = add_opportunities(sqlite_workspace, [add_contact(sqlite_workspace)], MANY)
    view.sort_by(BY_NUMBER)
    qtbot.waitUntil(lambda: view.model.key(MANY - 1) is not None)
    return made


def choose(view: ListView, *rows: int) -> None:
    """Choose rows; the last one becomes the current one."""
    chosen = view.grid.selectionModel()
    chosen.clear()
    for row in rows:
        chosen.setCurrentIndex(view.model.index(row, 0), Select.Select | Select.Rows)


def chosen_keys(view: ListView) -> set[UUID | None]:
    return {view.model.key(index.row()) for index in view.grid.selectionModel().selectedRows()}


def current_key(view: ListView) -> UUID | None:
    return view.model.key(view.grid.currentIndex().row())


def top_key(view: ListView) -> UUID | None:
    return view.model.key(view.grid.rowAt(0))


def move_away(workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]) -> None:
    """Delete rows elsewhere and wait until they are gone here."""
    rows = view.model.rowCount()
    delete_rows(workspace, OpportunityRow, keys)
    view.model.loader.refresh({"opportunity": frozenset(keys)})
    qtbot.waitUntil(lambda: view.model.rowCount() == rows - len(keys))


def test_chosen_and_current_rows_stay_the_same_records(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    choose(view, 5, 6, 9)

    move_away(sqlite_workspace, view, qtbot, [keys[0], keys[8]])

    assert chosen_keys(view) == {keys[5], keys[6], keys[9]}
    assert current_key(view) == keys[9]
    assert view.grid.currentIndex().row() == 7


def test_the_row_at_the_top_stays_at_the_top_to_the_pixel(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    view.grid.verticalScrollBar().setValue(100 * view.grid.rowHeight(0) + 7)
    top = top_key(view)

    move_away(sqlite_workspace, view, qtbot, keys[:3])

    assert top == keys[100]
    assert top_key(view) == keys[100]
    assert view.grid.rowViewportPosition(97) == -7


def test_a_chosen_row_that_moves_far_stays_chosen(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    choose(view, 2)

    change_rows(sqlite_workspace, OpportunityRow, [keys[2]], {"number": "27/0001"})
    view.model.loader.refresh({"opportunity": frozenset({keys[2]})})

    qtbot.waitUntil(lambda: view.model.key(MANY - 1) == keys[2])
    assert chosen_keys(view) == {keys[2]}
    assert view.grid.verticalScrollBar().value() == 0


def test_a_chosen_row_that_goes_is_chosen_no_more(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    choose(view, 2, 3)
    told: list[int] = []
    view.chosen.connect(told.append)

    move_away(sqlite_workspace, view, qtbot, [keys[2]])

    assert chosen_keys(view) == {keys[3]}
    assert told[-1] == 1


def test_the_last_chosen_row_that_goes_leaves_nothing_chosen(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    choose(view, 2)
    told: list[int] = []
    view.chosen.connect(told.append)

    move_away(sqlite_workspace, view, qtbot, [keys[2]])

    assert chosen_keys(view) == set()
    assert told[-1] == 0


def test_where_all_rows_were_chosen_all_rows_are(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    view.grid.selectAll()

    move_away(sqlite_workspace, view, qtbot, keys[:1])

    assert chosen_keys(view) == set(keys[1:])


def test_many_chosen_rows_are_found_again(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    choose(view, *range(0, 120, 2))

    move_away(sqlite_workspace, view, qtbot, keys[:3])

    assert chosen_keys(view) == set(keys[4:120:2])


def test_a_row_that_changes_in_its_place_moves_nothing(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    choose(view, 4)
    view.grid.verticalScrollBar().setValue(200)

    change_rows(sqlite_workspace, OpportunityRow, [keys[4]], {"title": "Robot"})
    view.model.loader.refresh({"opportunity": frozenset({keys[4]})})

    title = [column.name for column in view.model.columns].index("title")
    qtbot.waitUntil(lambda: view.model.index(4, title).data() == "Robot")
    assert view.grid.verticalScrollBar().value() == 200
    assert chosen_keys(view) == {keys[4]}


def test_another_sort_begins_at_its_top_with_nothing_chosen(
    view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    choose(view, 4)
    view.grid.scrollToBottom()

    view.sort_by((Order("number", descending=True),))

    qtbot.waitUntil(lambda: view.model.key(0) == keys[-1])
    assert view.grid.verticalScrollBar().value() == 0
    assert chosen_keys(view) == set()


def test_the_order_waits_for_the_end_of_a_scroll(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    delete_rows(sqlite_workspace, OpportunityRow, keys[:1])
    view.model.loader.refresh({"opportunity": frozenset(keys[:1])})

    for step in range(1, 16):
        view.grid.verticalScrollBar().setValue(step * 10)
        qtbot.wait(100)
    meanwhile = view.model.rowCount()

    assert meanwhile == MANY
    qtbot.waitUntil(lambda: view.model.rowCount() == MANY - 1)
