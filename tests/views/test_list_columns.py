"""Columns of a list: which, in which order, how wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.view_content import ViewColumn, ViewContent
from tests.lists import add_contacts, add_opportunities
from tests.views.full_list import LEFT, column, show_rows, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.views.full_list import ListView

USUAL = [
    *("contact", "number", "title", "stage", "probability", "net", "since", "expected_close"),
    *("agent", "type", "workflow", "created", "last_activity", "gross", "user"),
]


@pytest.fixture
def rows(sqlite_workspace: Workspace, full: ListView, qtbot: QtBot) -> None:
    """Show three opportunities."""
    contacts = add_contacts(sqlite_workspace, ["Conti"])
    add_opportunities(sqlite_workspace, contacts, 3, lambda place: {"priority": place})
    show_rows(full, qtbot, 3)


pytestmark = pytest.mark.usefixtures("rows")


def check(full: ListView, title: str) -> None:
    """Check or uncheck a column in the chooser."""
    assert full.keeper.chooser is not None
    (item,) = [each for each in full.keeper.chooser.checks.items if each.text() == title]
    on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


def test_the_usual_columns_are_those_of_the_list(full: ListView) -> None:
    assert full.keeper.shown == USUAL


def test_every_column_of_the_query_can_be_shown(full: ListView) -> None:
    assert {each.name for each in full.base.columns} == set(full.base.source.kinds)


def test_a_column_that_is_chosen_is_read_for_the_rows_that_are_there(
    full: ListView, qtbot: QtBot
) -> None:
    qtbot.mouseClick(full.bar.columns, LEFT)

    check(full, "Priority")

    assert full.keeper.shown == [*USUAL, "priority"]
    qtbot.waitUntil(lambda: sorted(texts(full, "priority")) == ["0", "1", "2"])


def test_a_column_is_hidden_and_the_first_one_never(full: ListView, qtbot: QtBot) -> None:
    qtbot.mouseClick(full.bar.columns, LEFT)
    assert full.keeper.chooser is not None
    first = full.keeper.chooser.entries[0]

    check(full, "Type")

    assert full.grid.isColumnHidden(column(full, "type"))
    assert (first.key, first.fixed) == ("contact", True)


def test_alt_down_in_the_chooser_moves_a_column(full: ListView, qtbot: QtBot) -> None:
    qtbot.mouseClick(full.bar.columns, LEFT)
    assert full.keeper.chooser is not None
    rows = full.keeper.chooser.checks.list
    rows.setCurrentRow(1)

    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert full.keeper.shown[:4] == ["contact", "title", "number", "stage"]


def test_reset_shows_the_columns_as_at_first(full: ListView, qtbot: QtBot) -> None:
    qtbot.mouseClick(full.bar.columns, LEFT)
    check(full, "Type")
    check(full, "Priority")
    full.grid.header.resizeSection(column(full, "title"), 333)
    assert full.keeper.chooser is not None

    qtbot.mouseClick(full.keeper.chooser.reset, LEFT)

    assert full.keeper.shown == USUAL
    assert full.content.columns == full.state.usual.columns
    assert [e.key for e in full.keeper.chooser.entries if e.shown] == USUAL


def test_a_title_that_is_dragged_moves_its_column_in_the_content(full: ListView) -> None:
    header = full.grid.header
    start = QPoint(header.sectionViewportPosition(column(full, "title")) + 20, 10)
    end = QPoint(header.sectionViewportPosition(column(full, "number")) + 10, 10)

    QTest.mousePress(header.viewport(), LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(header.viewport(), start + (end - start) * step / 5)
    QTest.mouseRelease(header.viewport(), LEFT, pos=end)

    names = [each.name for each in full.content.columns]
    assert names.index("title") < names.index("number")
    assert full.keeper.shown == names


def test_a_width_is_kept_when_the_user_sets_it_and_only_then(full: ListView) -> None:
    header = full.grid.header
    untouched = [each.width for each in full.content.columns]
    at = header.sectionViewportPosition(column(full, "title"))
    edge = QPoint(at + header.sectionSize(column(full, "title")) - 1, 10)

    QTest.mousePress(header.viewport(), LEFT, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(30, 0))
    QTest.mouseMove(header.viewport(), edge + QPoint(60, 0))
    QTest.mouseRelease(header.viewport(), LEFT, pos=edge + QPoint(60, 0))

    widths = {each.name: each.width for each in full.content.columns}
    assert untouched == [None] * len(USUAL)
    assert widths["title"] == header.sectionSize(column(full, "title"))
    assert widths["number"] is None


def test_a_content_puts_columns_and_widths(full: ListView) -> None:
    columns = (ViewColumn("contact", 300), ViewColumn("net"), ViewColumn("title", 222))

    full.set_content(ViewContent(columns))

    assert full.keeper.shown == ["contact", "net", "title"]
    assert full.grid.columnWidth(column(full, "title")) == 222
    assert full.content.columns == columns


def test_the_first_column_stays_in_sight(full: ListView) -> None:
    full.resize(700, 500)

    full.grid.horizontalScrollBar().setValue(400)

    assert full.grid.visualRect(full.model.index(0, column(full, "contact"))).left() == 0


def test_the_menu_of_a_title_sorts_hides_and_filters(full: ListView, qtbot: QtBot) -> None:
    header = full.grid.header
    menu = full.menus.head
    section = column(full, "title")

    header.menu_requested.emit(section, QPoint(5, 5))
    titles = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    with qtbot.waitSignal(full.counted):
        menu.chosen.emit("down", "title")
    menu.chosen.emit("hide", "title")
    menu.chosen.emit("filter", "title")

    assert titles == [
        *("Sort ascending", "Sort descending", "Filter…", "Hide column", "Columns…"),
    ]
    assert full.content.orders[0] == ("title", True)
    assert full.keeper.shown[-1] == "title"


def test_the_first_column_cannot_be_hidden_and_says_why(full: ListView) -> None:
    full.grid.header.menu_requested.emit(0, QPoint(5, 5))

    (hide,) = [each for each in full.menus.head.actions() if each.text() == "Hide column"]
    full.menus.head.close()

    assert not hide.isEnabled()
    assert hide.toolTip() == "This column is always shown."


def test_the_menu_of_a_row_filters_by_the_value_of_a_cell(full: ListView, qtbot: QtBot) -> None:
    title = full.model.index(1, column(full, "title"))
    place, text = full.grid.visualRect(title).center(), title.data()

    full.grid.customContextMenuRequested.emit(place)
    shown = [action.text() for action in full.menus.rows.actions() if action.text()]
    full.menus.rows.close()
    with qtbot.waitSignal(full.counted):
        full.menus.rows.chosen.emit("filter")

    assert shown == [
        "Copy as a table",
        "Edit Title",
        f"Filter Title by “{text}”",
    ]
    assert full.model.rowCount() == 1
