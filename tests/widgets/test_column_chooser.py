"""Choosing columns: checks, order, search, reset; and the list with checks beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt

from widgets.check_list import CheckList
from widgets.column_chooser import ColumnChooser, ColumnEntry

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ENTRIES = (
    ColumnEntry("name", "Name", shown=True, fixed=True),
    ColumnEntry("kind", "Kind", shown=True),
    ColumnEntry("sum", "Sum", shown=False),
)
MANY = [(str(number), f"Line {number}") for number in range(12)]


@pytest.fixture
def chooser(qtbot: QtBot, appearance: Appearance) -> ColumnChooser:
    chooser = ColumnChooser(appearance, ENTRIES)
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.activateWindow()
    chooser.checks.begin()
    return chooser


@pytest.fixture
def checks(qtbot: QtBot, appearance: Appearance) -> CheckList:
    checks = CheckList(appearance, "Lines", MANY)
    qtbot.addWidget(checks)
    checks.show()
    checks.activateWindow()
    return checks


def keys(chooser: ColumnChooser) -> list[str]:
    return [entry.key for entry in chooser.entries]


def test_columns_stand_in_their_order(chooser: ColumnChooser) -> None:
    assert chooser.entries == ENTRIES


def test_space_shows_a_column(qtbot: QtBot, chooser: ColumnChooser) -> None:
    chooser.checks.list.setCurrentRow(2)

    with qtbot.waitSignal(chooser.changed) as caught:
        qtbot.keyClick(chooser.checks.list, Key.Key_Space)

    assert caught.args[0][2] == ColumnEntry("sum", "Sum", shown=True)


def test_a_click_on_the_words_hides_a_column(qtbot: QtBot, chooser: ColumnChooser) -> None:
    rows = chooser.checks.list
    at = rows.visualItemRect(rows.item(1)).center()

    with qtbot.waitSignal(chooser.changed) as caught:
        qtbot.mouseClick(rows.viewport(), LEFT, pos=at)

    assert not caught.args[0][1].shown


def test_a_click_on_the_box_hides_a_column_once(qtbot: QtBot, chooser: ColumnChooser) -> None:
    rows = chooser.checks.list
    row = rows.visualItemRect(rows.item(1))

    qtbot.mouseClick(rows.viewport(), LEFT, pos=QPoint(row.left() + 12, row.center().y()))

    assert [entry.shown for entry in chooser.entries] == [True, False, False]


def test_a_fixed_column_cannot_be_hidden(qtbot: QtBot, chooser: ColumnChooser) -> None:
    rows = chooser.checks.list
    rows.setCurrentRow(0)

    with qtbot.assertNotEmitted(chooser.changed):
        qtbot.keyClick(rows, Key.Key_Space)
        qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(0)).center())

    assert rows.item(0).toolTip() == "This column is always shown."


def test_alt_and_an_arrow_move_a_column(qtbot: QtBot, chooser: ColumnChooser) -> None:
    chooser.checks.list.setCurrentRow(2)

    with qtbot.waitSignal(chooser.changed):
        qtbot.keyClick(chooser.checks.list, Key.Key_Up, ALT)

    assert keys(chooser) == ["name", "sum", "kind"]
    assert chooser.checks.list.currentRow() == 1


def test_a_column_at_the_end_moves_no_further(qtbot: QtBot, chooser: ColumnChooser) -> None:
    chooser.checks.list.setCurrentRow(2)

    with qtbot.assertNotEmitted(chooser.changed):
        qtbot.keyClick(chooser.checks.list, Key.Key_Down, ALT)


def test_dragging_moves_a_column(qtbot: QtBot, chooser: ColumnChooser) -> None:
    model, root = chooser.checks.list.model(), QModelIndex()

    with qtbot.waitSignal(chooser.changed):
        model.moveRows(root, 0, 1, root, 3)

    assert keys(chooser) == ["kind", "sum", "name"]


def test_reset_is_told(qtbot: QtBot, chooser: ColumnChooser) -> None:
    with qtbot.waitSignal(chooser.reset_clicked):
        qtbot.mouseClick(chooser.reset, LEFT)


def test_escape_closes(qtbot: QtBot, chooser: ColumnChooser) -> None:
    with qtbot.waitSignal(chooser.closed):
        qtbot.keyClick(chooser, Key.Key_Escape)


def test_it_opens_below_its_button(chooser: ColumnChooser, checks: CheckList) -> None:
    chooser.close()

    chooser.open_below(checks)

    assert chooser.isVisible()
    assert checks.screen().availableGeometry().contains(chooser.geometry())


def test_a_search_hides_lines_and_keeps_their_checks(qtbot: QtBot, checks: CheckList) -> None:
    checks.check(["3", "11"])

    qtbot.keyClicks(checks.search, "line 1")

    assert [i.text() for i in checks.items if not i.isHidden()] == ["Line 1", "Line 10", "Line 11"]
    assert checks.checked == ("3", "11")


def test_enter_checks_the_only_line_in_sight(qtbot: QtBot, checks: CheckList) -> None:
    qtbot.keyClicks(checks.search, "line 7")

    with qtbot.waitSignal(checks.changed) as caught:
        qtbot.keyClick(checks.search, Key.Key_Return)

    assert caught.args == [("7",)]


def test_arrow_down_goes_from_the_search_to_the_lines(qtbot: QtBot, checks: CheckList) -> None:
    checks.begin()
    qtbot.keyClicks(checks.search, "line 7")

    qtbot.keyClick(checks.search, Key.Key_Down)

    assert checks.list.hasFocus()
    assert checks.list.currentItem().text() == "Line 7"


def test_few_lines_need_no_search(qtbot: QtBot, appearance: Appearance) -> None:
    few = CheckList(appearance, "Lines", MANY[:3])
    qtbot.addWidget(few)

    assert few.search.isHidden()


def test_checking_from_outside_is_told_once(checks: CheckList) -> None:
    told: list[object] = []
    checks.changed.connect(told.append)

    checks.check(["1", "2"])
    checks.check(["1", "2"])

    assert told == [("1", "2")]
