"""Editing a cell in place, columns that stay in sight, and what covers the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from tests.widgets.grid_model import Words, look
from tests.widgets.pictures import picture_of
from widgets.editors import ChoiceEditor, Editor, TextEditor
from widgets.grid import GridView, Index

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Key = Qt.Key
KINDS = (("first", "First"), ("second", "Second"))


def refuse_empty(text: str) -> None:
    if not text:
        raise ValueError("Write a name.")


def make_editor(index: Index) -> Editor | None:
    if index.column() == 0:
        return TextEditor("Name", str(index.data()), refuse_empty)
    return ChoiceEditor("Kind", KINDS, str(index.data())) if index.column() == 1 else None


@pytest.fixture
def grid(qtbot: QtBot, appearance: Appearance) -> GridView:
    grid = GridView(appearance, "Rows", look)
    grid.setModel(Words(grid))
    grid.set_editing(make_editor, lambda index: index.column() < 2)
    qtbot.addWidget(grid)
    grid.resize(500, 300)
    for section in range(3):
        grid.header.resizeSection(section, 150)
    grid.show()
    grid.activateWindow()
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(1, 0))
    return grid


def editor(grid: GridView) -> Editor:
    assert grid.editing is not None
    assert grid.editing.editor is not None
    return grid.editing.editor


def is_editing(grid: GridView) -> bool:
    return grid.editing is not None and grid.editing.editor is not None


def test_f2_opens_the_editor_over_its_cell(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)

    place = editor(grid).geometry()
    assert grid.visualRect(grid.currentIndex()).contains(place)
    assert editor(grid).hasFocus()
    assert editor(grid).accessibleName() == "Name"


def test_enter_tells_the_cell_and_the_value(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Gate")

    with qtbot.waitSignal(grid.committed) as caught:
        qtbot.keyClick(editor(grid), Key.Key_Return)

    index, value = caught.args
    assert (index.row(), index.column(), value) == (1, 0, "Gate")
    assert not is_editing(grid)
    assert grid.hasFocus()


def test_escape_leaves_the_cell_as_it_was(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Gate")

    with qtbot.assertNotEmitted(grid.committed):
        qtbot.keyClick(editor(grid), Key.Key_Escape)

    assert not is_editing(grid)


def test_typing_begins_anew(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, "g")
    qtbot.keyClicks(editor(grid), "ate")

    with qtbot.waitSignal(grid.committed) as caught:
        qtbot.keyClick(editor(grid), Key.Key_Return)

    assert caught.args[1] == "gate"


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Escape, Key.Key_Shift])
def test_other_keys_begin_nothing(qtbot: QtBot, grid: GridView, key: Qt.Key) -> None:
    qtbot.keyClick(grid, key)

    assert not is_editing(grid)


def test_a_command_begins_nothing(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert not is_editing(grid)


def test_a_cell_that_cannot_be_edited_has_no_editor(qtbot: QtBot, grid: GridView) -> None:
    grid.setCurrentIndex(grid.model().index(1, 2))

    qtbot.keyClick(grid, Key.Key_F2)

    assert not is_editing(grid)


def test_what_is_wrong_is_said_and_the_editor_stays(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClick(editor(grid), Key.Key_Delete)

    with qtbot.assertNotEmitted(grid.committed):
        qtbot.keyClick(editor(grid), Key.Key_Return)

    assert editor(grid).toolTip() == "Write a name."
    assert editor(grid).property("state") == "error"


def test_the_same_value_is_not_told(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)

    with qtbot.assertNotEmitted(grid.committed):
        qtbot.keyClick(editor(grid), Key.Key_Return)

    assert not is_editing(grid)


def test_tab_goes_on_to_the_next_cell_that_can_be_edited(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Gate")

    with qtbot.waitSignal(grid.committed):
        qtbot.keyClick(editor(grid), Key.Key_Tab)

    assert isinstance(editor(grid), ChoiceEditor)
    assert grid.currentIndex().column() == 1


def test_a_choice_is_made_by_keys(qtbot: QtBot, grid: GridView) -> None:
    grid.setCurrentIndex(grid.model().index(1, 1))
    qtbot.keyClick(grid, Key.Key_F2)

    qtbot.keyClick(editor(grid), Key.Key_Down)
    with qtbot.waitSignal(grid.committed) as caught:
        qtbot.keyClick(editor(grid), Key.Key_Return)

    assert caught.args[1] == "second"


def test_the_editor_moves_with_its_row(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    before = editor(grid).y()

    grid.verticalScrollBar().setValue(20)

    assert editor(grid).y() == before - 20


def test_a_click_elsewhere_keeps_what_was_typed(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Gate")

    with qtbot.waitSignal(grid.committed) as caught:
        grid.setFocus(Qt.FocusReason.MouseFocusReason)

    assert caught.args[1] == "Gate"


def test_rows_that_change_places_end_the_editing(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    assert grid.editing is not None

    with qtbot.waitSignal(grid.editing.cancelled):
        grid.model().beginResetModel()
        grid.model().endResetModel()

    assert not is_editing(grid)


def test_who_knows_the_new_place_lets_the_editing_go_on(qtbot: QtBot, grid: GridView) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Gate")
    assert grid.editing is not None
    grid.model().beginResetModel()
    grid.model().endResetModel()

    grid.editing.reattach(grid.model().index(4, 0))
    with qtbot.waitSignal(grid.committed) as caught:
        qtbot.keyClick(editor(grid), Key.Key_Return)

    assert (caught.args[0].row(), caught.args[1]) == (4, "Gate")


def test_the_cell_that_f2_would_edit_is_framed(grid: GridView, appearance: Appearance) -> None:
    rect = grid.visualRect(grid.currentIndex())

    image = picture_of(grid.viewport())

    assert image.pixelColor(rect.topRight()) == appearance.theme.colour("focus-ring")


def test_a_right_click_on_a_title_asks_for_its_menu(qtbot: QtBot, grid: GridView) -> None:
    from PySide6.QtGui import QContextMenuEvent  # noqa: PLC0415 - only here

    at = QPoint(grid.header.sectionViewportPosition(1) + 20, 10)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, grid.header.viewport().mapToGlobal(at)
    )

    with qtbot.waitSignal(grid.header.menu_requested) as caught:
        grid.header.contextMenuEvent(event)

    assert caught.args[0] == 1


@pytest.fixture
def frozen(grid: GridView) -> GridView:
    grid.resize(330, 300)
    grid.set_frozen(1)
    grid.horizontalScrollBar().setValue(100)
    return grid


def test_a_frozen_column_stays_where_it_is(frozen: GridView) -> None:
    assert frozen.visualRect(frozen.model().index(0, 0)).x() == 0
    assert frozen.visualRect(frozen.model().index(0, 1)).x() == 50


def test_the_mouse_finds_a_frozen_column(qtbot: QtBot, frozen: GridView) -> None:
    assert frozen.indexAt(QPoint(20, 40)).column() == 0
    assert frozen.indexAt(QPoint(160, 40)).column() == 1

    qtbot.mouseClick(frozen.viewport(), LEFT, pos=QPoint(20, 70))

    assert (frozen.currentIndex().row(), frozen.currentIndex().column()) == (2, 0)


def test_a_frozen_title_sorts_its_own_column(qtbot: QtBot, frozen: GridView) -> None:
    with qtbot.waitSignal(frozen.header.sort_requested) as caught:
        qtbot.mouseClick(frozen.header.viewport(), LEFT, pos=QPoint(70, 10))

    assert caught.args[0] == 0


def test_a_title_beside_a_frozen_one_sorts_its_own_column(qtbot: QtBot, frozen: GridView) -> None:
    with qtbot.waitSignal(frozen.header.sort_requested) as caught:
        qtbot.mouseClick(frozen.header.viewport(), LEFT, pos=QPoint(170, 10))

    assert caught.args[0] == 1


def test_a_rule_stands_after_frozen_columns(frozen: GridView, appearance: Appearance) -> None:
    strong = appearance.theme.colour("border-strong")

    assert picture_of(frozen.viewport()).pixelColor(149, 100) == strong
    assert picture_of(frozen.header.viewport()).pixelColor(149, 10) == strong


def test_a_frozen_column_looks_the_same_when_scrolled(frozen: GridView) -> None:
    scrolled = picture_of(frozen.viewport()).copy(0, 0, 149, 200)

    frozen.horizontalScrollBar().setValue(0)

    assert picture_of(frozen.viewport()).copy(0, 0, 149, 200) == scrolled


def test_the_keyboard_brings_a_column_out_from_under_frozen_ones(frozen: GridView) -> None:
    frozen.setCurrentIndex(frozen.model().index(1, 1))

    frozen.scrollTo(frozen.model().index(1, 1))

    assert frozen.visualRect(frozen.model().index(1, 1)).x() >= 150


def test_a_cover_stands_in_the_place_of_the_rows(grid: GridView) -> None:
    cover = QLabel("Nothing found")

    grid.set_cover(cover)
    grid.resize(600, 400)

    assert cover.isVisible()
    assert cover.geometry() == grid.viewport().geometry()
    grid.set_cover(None)
    assert cover.isHidden()
