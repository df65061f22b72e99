"""The list screen, worked with mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db.errors import ConnectionLostError
from db.record_list import PAGE
from db.tables.opportunity import OpportunityRow
from tests.lists import add_contacts, add_opportunities, change_rows, delete_rows
from tests.workspaces import add_contact, add_opportunity
from views.list import row_copier

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.models.records import GatedSource
    from tests.views.conftest import ListView

pytestmark = pytest.mark.usefixtures("clipboard")
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
COLUMNS = ("contact", "number", "title")


def fill(workspace: Workspace, count: int = 12) -> None:
    contacts = add_contacts(workspace, ["Conti", "Abate", "Bruno"])
    add_opportunities(workspace, contacts, count, lambda place: {"title": f"Press {place % 2}"})


def show(view: ListView, qtbot: QtBot, count: int = 12) -> None:
    view.refresh()
    qtbot.waitUntil(lambda: view.model.rowCount() == count)
    qtbot.waitUntil(lambda: view.model.key(count - 1) is not None)


def column(view: ListView, name: str) -> int:
    return [column.name for column in view.model.columns].index(name)


def shown_titles(view: ListView) -> list[str]:
    """Return the titles of the columns that are shown, as they stand."""
    return [view.model.columns[column(view, name)].title for name in view.keeper.shown]


def texts(view: ListView, name: str) -> list[str]:
    """Return the texts of the column of that name."""
    place = column(view, name)
    return [str(view.model.index(row, place).data()) for row in range(view.model.rowCount())]


def click_head(
    view: ListView, qtbot: QtBot, name: str, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    """Click the head of a column, and wait for the answer."""
    header = view.grid.header
    x = header.sectionViewportPosition(column(view, name)) + 12
    with qtbot.waitSignal(view.counted):
        qtbot.mouseClick(
            header.viewport(), LEFT, modifier, QPoint(x, header.viewport().height() // 2)
        )


def nameless(view: ListView) -> list[QWidget]:
    """Return the controls that keys can reach and nothing names."""
    return [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(view)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]


def type_text(view: ListView, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(view.counted):
        QTest.keyClicks(view.search, text)


def test_rows_and_their_count_are_shown(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace, PAGE + 1_000)

    show(view, qtbot, PAGE + 1_000)

    assert view.count.text() == "1,200 opportunities"
    assert not view.missed.isVisible()
    assert not view.empty.isVisible()


def test_a_click_on_a_head_sorts_and_a_second_one_turns_round(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)

    click_head(view, qtbot, "contact")
    up = texts(view, "contact")
    click_head(view, qtbot, "contact")
    down = texts(view, "contact")

    assert up == ["Abate"] * 4 + ["Bruno"] * 4 + ["Conti"] * 4
    assert down == up[::-1]


def test_shift_adds_a_second_sort_and_turns_it_round_alone(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    click_head(view, qtbot, "contact")

    click_head(view, qtbot, "title", SHIFT)
    up = texts(view, "title")
    click_head(view, qtbot, "title", SHIFT)
    down = texts(view, "title")

    assert up == ["Press 0", "Press 0", "Press 1", "Press 1"] * 3
    assert down == ["Press 1", "Press 1", "Press 0", "Press 0"] * 3
    assert texts(view, "contact") == ["Abate"] * 4 + ["Bruno"] * 4 + ["Conti"] * 4


def test_a_plain_click_drops_the_other_sorts(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    click_head(view, qtbot, "contact")
    click_head(view, qtbot, "title", SHIFT)

    click_head(view, qtbot, "number")

    assert texts(view, "number") == sorted(texts(view, "number"))


def test_words_that_are_typed_filter_the_list(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)

    type_text(view, qtbot, "press bruno")

    qtbot.waitUntil(lambda: view.count.text() == "4 opportunities with “press bruno”")
    assert set(texts(view, "contact")) == {"Bruno"}


def test_words_that_are_nowhere_say_so(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)

    type_text(view, qtbot, "zzz")

    qtbot.waitUntil(view.missed.isVisible)
    assert view.missed.title.text() == "Nothing found"
    assert "“zzz”" in view.missed.sentence.text()


def test_escape_clears_the_words_and_brings_the_rows_back(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    type_text(view, qtbot, "zzz")

    qtbot.keyClick(view.search, Key.Key_Escape)

    qtbot.waitUntil(lambda: view.model.rowCount() == 12)
    assert view.search.text() == ""
    assert not view.missed.isVisible()
    assert not view.empty.isVisible()


def test_find_puts_the_cursor_into_the_filter_and_marks_its_words(
    view: ListView, qtbot: QtBot
) -> None:
    view.search.setText("press")

    qtbot.keyClick(view.grid, Key.Key_F, CTRL)

    assert view.search.hasFocus()
    assert view.search.selectedText() == "press"
    assert view.search.toolTip() == "Find (Ctrl+F)"


def test_f5_reads_what_nobody_told_and_keeps_the_place(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    keys = [key for key in map(view.model.key, range(12)) if key is not None]
    view.grid.selectRow(5)
    change_rows(sqlite_workspace, OpportunityRow, [keys[5]], {"title": "Robot"})
    delete_rows(sqlite_workspace, OpportunityRow, [keys[0]])

    qtbot.keyClick(view.grid, Key.Key_F5)

    qtbot.waitUntil(lambda: view.model.rowCount() == 11)
    qtbot.waitUntil(lambda: texts(view, "title")[4] == "Robot")
    assert [index.row() for index in view.grid.selectionModel().selectedRows()] == [4]


def test_copied_rows_are_a_table_with_a_head(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    contact = add_contact(sqlite_workspace, name="Rossi & C.")
    values = {"net_minor": 123_456_7, "title": "Press\tline", "currency_code": "EUR"}
    add_opportunity(sqlite_workspace, contact, **values)
    show(view, qtbot, 1)
    view.grid.selectRow(0)

    with qtbot.waitSignal(view.copied) as copied:
        qtbot.keyClick(view.grid, Key.Key_C, CTRL)

    data = QGuiApplication.clipboard().mimeData()
    head, row = (line.split("\t") for line in data.text().split("\n"))
    assert copied.args == [1]
    assert head == shown_titles(view)
    cells = dict(zip(head, row, strict=True))
    assert cells["Contact"] == "Rossi & C."
    assert cells["Title"] == "Press line"
    assert cells["Net amount"] == "12,345.67 EUR"
    assert "<td>Rossi &amp; C.</td>" in data.html()


def test_rows_are_copied_in_their_order_loaded_or_not(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace, 4 * PAGE)
    show(view, qtbot, 4 * PAGE)
    click_head(view, qtbot, "number")
    qtbot.waitUntil(lambda: view.model.key(4 * PAGE - 1) is not None)
    view.grid.selectAll()

    with qtbot.waitSignal(view.copied) as copied:
        qtbot.keyClick(view.grid, Key.Key_C, CTRL)

    lines = QGuiApplication.clipboard().text().split("\n")
    at = lines[0].split("\t").index("Number")
    numbers = [line.split("\t")[at] for line in lines[1:]]
    assert copied.args == [4 * PAGE]
    assert numbers == [f"26/{place:05}" for place in range(4 * PAGE)]


def test_hidden_columns_are_left_out_and_moved_ones_stand_where_they_are_seen(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace, 1)
    show(view, qtbot, 1)
    header = view.grid.header
    header.moveSection(header.visualIndex(column(view, "title")), 0)
    view.grid.hideColumn(column(view, "contact"))
    view.grid.selectRow(0)

    with qtbot.waitSignal(view.copied):
        qtbot.keyClick(view.grid, Key.Key_C, CTRL)

    head = QGuiApplication.clipboard().text().split("\n")[0].split("\t")
    assert head[:2] == ["Title", "Number"]
    assert "Contact" not in head


def test_too_many_rows_are_not_copied_but_named(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    monkeypatch.setattr(row_copier, "MOST", 11)
    view.grid.selectAll()

    with qtbot.waitSignal(view.failed) as failed:
        qtbot.keyClick(view.grid, Key.Key_C, CTRL)

    assert str(failed.args[0]) == "12 rows are too many to copy. Choose at most 11."


def test_rows_whose_place_is_not_known_yet_are_not_copied_in_part(
    sqlite_workspace: Workspace, view: ListView, source: GatedSource, qtbot: QtBot
) -> None:
    fill(sqlite_workspace, PAGE + 5)
    source.order_gate.clear()
    view.refresh()
    qtbot.waitUntil(lambda: view.model.rowCount() == PAGE + 5)
    view.grid.selectAll()

    with qtbot.waitSignal(view.failed) as failed:
        qtbot.keyClick(view.grid, Key.Key_C, CTRL)

    assert str(failed.args[0]) == "The list is still being read. Copy again in a moment."
    source.order_gate.set()


def test_nothing_chosen_copies_nothing(
    sqlite_workspace: Workspace, view: ListView, source: GatedSource, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    view.grid.clearSelection()
    reads = len(source.reads)

    qtbot.keyClick(view.grid, Key.Key_C, CTRL)

    assert len(source.reads) == reads


def test_words_in_the_filter_are_copied_as_words(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    view.grid.selectRow(0)
    view.search.setText("press")
    view.focus_search()

    qtbot.keyClick(view.search, Key.Key_C, CTRL)

    assert QGuiApplication.clipboard().text() == "press"


def test_how_many_rows_are_chosen_is_told(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    told: list[int] = []
    view.chosen.connect(told.append)

    view.grid.selectRow(3)
    qtbot.keyClick(view.grid, Key.Key_Down, SHIFT)
    qtbot.keyClick(view.grid, Key.Key_A, CTRL)
    view.grid.clearSelection()

    assert told == [1, 2, 12, 0]


def test_the_list_is_sorted_by_keys_alone(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    qtbot.keyClick(view.grid, Key.Key_S, CTRL | SHIFT)
    titles = [action.text() for action in view.sort_menu.actions()]

    with qtbot.waitSignal(view.counted):
        for _step in range(titles.index("Number") + 1):
            qtbot.keyClick(view.sort_menu, Key.Key_Down)
        qtbot.keyClick(view.sort_menu, Key.Key_Return)

    assert texts(view, "number") == sorted(texts(view, "number"))
    assert titles == shown_titles(view)


def test_a_right_click_on_a_head_offers_the_sorts(view: ListView, qtbot: QtBot) -> None:
    view.grid.header.menu_requested.emit(0, view.grid.mapToGlobal(QPoint(5, 5)))

    qtbot.waitUntil(view.menus.head.isVisible)
    view.menus.head.close()


def test_tab_goes_from_the_filter_to_the_rows_and_back(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    view.search.setFocus()

    qtbot.keyClick(view.search, Key.Key_Tab)
    after = view.focusWidget()
    qtbot.keyClick(view.grid, Key.Key_Tab, SHIFT)

    assert after is view.grid
    assert view.focusWidget() is view.search


def test_every_control_that_keys_can_reach_has_a_name(
    sqlite_workspace: Workspace, view: ListView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.counted):
        view.refresh()
    empty = nameless(view)
    fill(sqlite_workspace)
    show(view, qtbot)

    assert empty == []
    assert nameless(view) == []


def test_a_failed_read_is_told_and_the_rows_stay(
    sqlite_workspace: Workspace, view: ListView, source: GatedSource, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    show(view, qtbot)
    source.cable_is_out = True

    with qtbot.waitSignal(view.failed) as failed:
        view.read_again()

    assert isinstance(failed.args[0], ConnectionLostError)
    assert view.model.rowCount() == 12
    assert not view.missed.isVisible()
    assert not view.empty.isVisible()
