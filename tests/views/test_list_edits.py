"""Editing in the cells of the opportunity list, with mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from core.undo import undo
from db.ids import new_id
from db.list_query import Order
from db.opportunity_rows import read_opportunity
from db.tables.opportunity import OpportunityLineRow, OpportunityRow
from db.tables.workflow import StageRow
from tests.lists import add_contacts, add_opportunities, change_rows
from tests.views.full_list import click_cell, column, show_rows, texts
from tests.workspaces import NOW, write_rows
from views.opportunities.closing_dialog import ClosingDialog

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.views.full_list import ListView

Key = Qt.Key
BY_NUMBER = (Order("number"),)


@pytest.fixture
def keys(sqlite_workspace: Workspace, full: ListView, qtbot: QtBot) -> list[UUID]:
    """Return the ids of six opportunities that are shown by number."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate"])
    with sqlite_workspace.database.reading() as connection:
        stage, workflow = connection.execute(
            select(StageRow.id, StageRow.workflow_id)
            .where(StageRow.initial, StageRow.deleted_at.is_(None))
            .order_by(StageRow.code)
        ).first() or (None, None)
    made = add_opportunities(
        sqlite_workspace,
        contacts,
        6,
        lambda place: {
            "currency_code": "EUR",
            "net_minor": 100_000 * (place + 1),
            "gross_minor": 100_000 * (place + 1),
            "stage_id": stage,
            "workflow_id": workflow,
        },
    )
    show_rows(full, qtbot, 6)
    with qtbot.waitSignal(full.counted):
        full.sort_by(BY_NUMBER)
    qtbot.waitUntil(lambda: bool(full.book.of("agent")) or full.book.has("agent"))
    return made


def stored(workspace: Workspace, key: UUID, name: str) -> object:
    """Return a column as it is stored."""
    with workspace.database.reading() as connection:
        return read_opportunity(connection, key, lock=False)[name]


def open_editor(full: ListView, qtbot: QtBot, row: int, name: str) -> None:
    """Press F2 on a cell and wait for its editor."""
    full.grid.setCurrentIndex(full.model.index(row, column(full, name)))
    full.grid.setFocus()
    QTest.keyClick(full.grid, Key.Key_F2)
    assert full.edits is not None
    qtbot.waitUntil(lambda: full.edits is not None and full.edits.is_open)


def open_one(full: ListView) -> Any:  # noqa: ANN401 - an editor of any kind
    """Return the editor that is open."""
    assert full.grid.editing is not None
    assert full.grid.editing.editor is not None
    return full.grid.editing.editor


def leave(full: ListView, text: str) -> None:
    """Type into the editor that is open, and leave it with Enter."""
    editor = open_one(full)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Key.Key_Return)


def test_f2_changes_a_title_and_tells_the_act(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    open_editor(full, qtbot, 0, "title")

    with qtbot.waitSignal(full.acted) as acted:
        leave(full, "Robot cell")

    assert stored(sqlite_workspace, keys[0], "title") == "Robot cell"
    assert texts(full, "title")[0] == "Robot cell"
    assert acted.args[1] == "Changed Title of Robot cell"
    undo(sqlite_workspace, acted.args[0], NOW)
    assert stored(sqlite_workspace, keys[0], "title") == "Packing line 00000"


def test_a_double_click_edits_and_does_not_open_the_row(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    opened: list[UUID] = []
    full.activated.connect(opened.append)

    click_cell(full, qtbot, 1, "title", double=True)
    edited = full.edits is not None and full.edits.is_open
    QTest.keyClick(open_one(full), Key.Key_Escape)
    click_cell(full, qtbot, 2, "contact", double=True)

    assert edited
    assert opened == [keys[2]]


def test_enter_on_a_row_opens_it(full: ListView, qtbot: QtBot, keys: list[UUID]) -> None:
    full.grid.setCurrentIndex(full.model.index(3, column(full, "title")))
    full.grid.setFocus()

    with qtbot.waitSignal(full.activated) as opened:
        QTest.keyClick(full.grid, Key.Key_Return)

    assert opened.args == [keys[3]]


def test_a_value_stands_there_before_it_is_saved_and_is_marked_then(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    open_editor(full, qtbot, 0, "title")
    with sqlite_workspace.database.writing(sqlite_workspace.act("Long work", NOW)):
        leave(full, "Robot")
        shown = texts(full, "title")[0]
        qtbot.waitUntil(lambda: full.edits is not None and full.edits.is_saving(keys[0]))

    assert shown == "Robot"
    qtbot.waitUntil(lambda: full.edits is not None and not full.edits.is_saving(keys[0]))


def test_an_empty_title_is_refused_at_its_field(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    assert keys
    open_editor(full, qtbot, 0, "title")
    editor = open_one(full)

    QTest.keyClick(editor, Key.Key_Delete)
    QTest.keyClick(editor, Key.Key_Return)

    assert open_one(full) is editor
    assert editor.error == "Title must be filled in."


def test_an_amount_is_typed_in_the_users_locale_from_its_first_key(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    full.grid.setCurrentIndex(full.model.index(1, column(full, "net")))
    full.grid.setFocus()

    QTest.keyClicks(full.grid, "12")
    qtbot.waitUntil(lambda: full.edits is not None and full.edits.is_open)
    with qtbot.waitSignal(full.acted):
        leave(full, ",345.67")

    assert stored(sqlite_workspace, keys[1], "net_minor") == 1_234_567
    qtbot.waitUntil(lambda: texts(full, "net")[1] == "12,345.67 EUR")


def test_an_amount_that_is_the_sum_of_lines_cannot_be_typed(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    line = {"id": new_id(), "opportunity_id": keys[0], "position": 1, "gross_minor": 5}
    write_rows(sqlite_workspace, OpportunityLineRow, [line])
    full.grid.setCurrentIndex(full.model.index(0, column(full, "net")))
    full.grid.setFocus()

    QTest.keyClick(full.grid, Key.Key_F2)

    qtbot.waitUntil(full.message.isVisible)
    assert full.message.sentence.text() == "Net amount is the sum of the lines. Change it there."
    assert full.edits is not None
    assert not full.edits.is_open


def test_what_somebody_else_has_changed_meanwhile_goes_back_and_says_who(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    open_editor(full, qtbot, 0, "title")
    change_rows(sqlite_workspace, OpportunityRow, [keys[0]], {"title": "Theirs"})

    leave(full, "Mine")

    qtbot.waitUntil(full.message.isVisible)
    name = sqlite_workspace.user.name
    assert full.message.sentence.text().startswith(f"{name} has changed Title in the meantime.")
    qtbot.waitUntil(lambda: texts(full, "title")[0] == "Theirs")
    assert stored(sqlite_workspace, keys[0], "title") == "Theirs"


def test_a_row_that_was_edited_keeps_its_place_until_the_next_sort(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    with qtbot.waitSignal(full.counted):
        full.sort_by((Order("title"),))
    open_editor(full, qtbot, 0, "title")
    with qtbot.waitSignal(full.acted):
        leave(full, "Zzz last")

    full.take_changes({"opportunity": frozenset({keys[0]})})
    qtbot.wait(1_500)
    kept = texts(full, "title")
    with qtbot.waitSignal(full.counted):
        full.sort_by((Order("title"),))

    assert kept[0] == "Zzz last"
    assert texts(full, "title")[-1] == "Zzz last"


def test_an_open_editor_keeps_the_rows_where_they_are(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    open_editor(full, qtbot, 3, "title")
    editor = open_one(full)
    QTest.keyClicks(editor, "Half ty")

    change_rows(sqlite_workspace, OpportunityRow, [keys[0]], {"deleted_at": NOW})
    full.take_changes({"opportunity": frozenset({keys[0]})})
    qtbot.wait(1_500)
    still = open_one(full)
    QTest.keyClick(still, Key.Key_Escape)

    assert still is editor

    qtbot.waitUntil(lambda: full.model.rowCount() == 5)


def test_the_winning_probability_asks_why_and_closes(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    open_editor(full, qtbot, 0, "probability")
    editor = open_one(full)
    editor.begin_with("100 %")
    QTest.keyClick(editor, Key.Key_Return)
    assert full.edits is not None
    qtbot.waitUntil(lambda: full.edits is not None and full.edits.dialog is not None)
    dialog = full.edits.dialog
    assert isinstance(dialog, ClosingDialog)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    asked = dialog.error.text()
    dialog.reason.setCurrentIndex(0)

    with qtbot.waitSignal(full.acted) as acted:
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    assert asked == "Choose why it is closed."
    assert stored(sqlite_workspace, keys[0], "outcome") == "won"
    assert acted.args[1] == "Closed Packing line 00000 as won"


def test_who_gives_no_reason_closes_nothing(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    before = texts(full, "probability")[0]
    open_editor(full, qtbot, 0, "probability")
    editor = open_one(full)
    editor.begin_with("100 %")
    QTest.keyClick(editor, Key.Key_Return)
    assert full.edits is not None
    qtbot.waitUntil(lambda: full.edits is not None and full.edits.dialog is not None)

    assert full.edits.dialog is not None
    QTest.keyClick(full.edits.dialog, Key.Key_Escape)

    assert stored(sqlite_workspace, keys[0], "outcome") == "open"
    assert texts(full, "probability")[0] == before


def test_a_closed_one_is_reopened_only_when_asked_for(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    values = {"outcome": "lost", "closed_on": NOW.date()}
    change_rows(sqlite_workspace, OpportunityRow, [keys[0]], values)
    open_editor(full, qtbot, 0, "probability")
    editor = open_one(full)
    editor.begin_with("50 %")
    QTest.keyClick(editor, Key.Key_Return)
    assert full.edits is not None
    qtbot.waitUntil(lambda: full.edits is not None and full.edits.dialog is not None)

    with qtbot.waitSignal(full.acted):
        full.edits.dialog.ok.click()  # type: ignore[union-attr]

    assert stored(sqlite_workspace, keys[0], "outcome") == "open"


def test_stages_are_those_of_the_workflow_of_the_row(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    assert keys
    open_editor(full, qtbot, 0, "stage")
    editor = open_one(full)

    titles = [editor.itemText(at) for at in range(editor.count())]

    assert len(titles) == len(set(titles)) > 2


def test_columns_that_nobody_types_have_no_editor(full: ListView, keys: list[UUID]) -> None:
    assert keys
    full.grid.setCurrentIndex(full.model.index(0, column(full, "number")))
    full.grid.setFocus()

    QTest.keyClick(full.grid, Key.Key_F2)

    assert full.edits is not None
    assert not full.edits.is_open


def test_a_row_that_others_have_changed_says_who_for_a_moment(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    full.take_changes({"opportunity": frozenset({keys[2]})}, "Elisa Conti")
    look = full._row(full.model.index(2, 0))  # noqa: SLF001 - what the grid draws

    assert look.fresh == "Elisa Conti"
    qtbot.waitUntil(lambda: full.fresh.who(keys[2]) == "", timeout=4_000)
