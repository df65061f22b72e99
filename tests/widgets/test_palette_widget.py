"""The palette over a window: finding by keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.widgets.conftest import RESOURCES
from tests.widgets.pictures import picture_of
from widgets.palette import CommandPalette, PaletteResult
from widgets.theme import load_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
RESULTS = (
    PaletteResult("gate", "Gate 7", "Things", "briefcase", "of Brenta", found=((0, 4),)),
    PaletteResult("door", "Door", "Things", "briefcase", figure="1.00", code="EUR"),
    PaletteResult("go", "Go on", "Commands", keys=("Ctrl", "G")),
    PaletteResult("redo", "Redo", "Commands", barred="Nothing was taken back."),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit("behind"))
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def palette(window: QWidget, appearance: Appearance) -> CommandPalette:
    palette = CommandPalette(appearance, window, "Search or run a command")
    palette.open()
    palette.set_results(RESULTS, "4 found")
    return palette


def current(palette: CommandPalette) -> str:
    result = palette.model.result(palette.list.currentIndex().row())
    return result.key if result else ""


def has_colour(palette: CommandPalette, row: int, colour: QColor) -> bool:
    rect = palette.list.visualRect(palette.model.index(row))
    image = picture_of(palette.list.viewport()).copy(rect)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y) == colour for x, y in places)


def test_it_lies_over_the_whole_window(window: QWidget, palette: CommandPalette) -> None:
    card = palette.card.geometry()

    assert palette.geometry() == window.rect()
    assert (card.y(), card.width(), card.center().x()) == (96, 640, 599)
    assert palette.field.hasFocus()


def test_it_follows_the_size_of_the_window(window: QWidget, palette: CommandPalette) -> None:
    window.resize(500, 300)

    assert palette.geometry() == window.rect()
    assert palette.rect().contains(palette.card.geometry())


def test_opening_asks_for_what_is_there_without_words(
    qtbot: QtBot, palette: CommandPalette
) -> None:
    palette.dismiss()

    with qtbot.waitSignal(palette.query_changed) as caught:
        palette.open()

    assert caught.args == [""]


def test_each_letter_asks(qtbot: QtBot, palette: CommandPalette) -> None:
    asked: list[str] = []
    palette.query_changed.connect(asked.append)

    qtbot.keyClicks(palette.field, "bre")

    assert asked == ["b", "br", "bre"]


def test_titles_of_groups_stand_between(palette: CommandPalette) -> None:
    rows = range(palette.model.rowCount())
    lines = [palette.model.index(row).data() for row in rows]

    assert lines == ["Things", "Gate 7", "Door", "Commands", "Go on", "Redo"]
    assert palette.note.text() == "4 found"


def test_the_first_result_is_chosen_by_enter(qtbot: QtBot, palette: CommandPalette) -> None:
    with qtbot.waitSignal(palette.chosen) as caught:
        qtbot.keyClick(palette.field, Key.Key_Return)

    assert caught.args == ["gate"]
    assert palette.isHidden()


def test_arrows_leave_titles_out_and_go_round(qtbot: QtBot, palette: CommandPalette) -> None:
    seen = []
    for _time in range(4):
        qtbot.keyClick(palette.field, Key.Key_Down)
        seen.append(current(palette))

    qtbot.keyClick(palette.field, Key.Key_Up)

    assert seen == ["door", "go", "redo", "gate"]
    assert current(palette) == "redo"


def test_a_page_stops_at_the_end(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClick(palette.field, Key.Key_PageDown)

    assert current(palette) == "redo"


def test_a_click_chooses(qtbot: QtBot, palette: CommandPalette) -> None:
    at = palette.list.visualRect(palette.model.index(2)).center()

    with qtbot.waitSignal(palette.chosen) as caught:
        qtbot.mouseClick(palette.list.viewport(), LEFT, pos=at)

    assert caught.args == ["door"]


def test_the_title_of_a_group_cannot_be_chosen(qtbot: QtBot, palette: CommandPalette) -> None:
    at = palette.list.visualRect(palette.model.index(0)).center()

    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.mouseClick(palette.list.viewport(), LEFT, pos=at)

    assert palette.isVisible()


def test_what_is_barred_cannot_be_chosen_and_says_why(
    qtbot: QtBot, palette: CommandPalette
) -> None:
    qtbot.keyClick(palette.field, Key.Key_Up)

    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.field, Key.Key_Return)

    hint = palette.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert hint == "Nothing was taken back."


def test_escape_gives_the_keyboard_back(
    qtbot: QtBot, window: QWidget, palette: CommandPalette
) -> None:
    palette.dismiss()
    behind = window.findChild(QLineEdit)
    assert isinstance(behind, QLineEdit)
    behind.setFocus()
    palette.open()

    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Key.Key_Escape)

    assert behind.hasFocus()


def test_a_click_beside_the_card_closes(qtbot: QtBot, palette: CommandPalette) -> None:
    with qtbot.waitSignal(palette.closed):
        qtbot.mouseClick(palette, LEFT, pos=QPoint(10, 10))


def test_tab_does_not_leave_it(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClick(palette.field, Key.Key_Tab)

    assert palette.field.hasFocus()


def test_letters_that_were_found_are_seen(palette: CommandPalette, appearance: Appearance) -> None:
    link = appearance.theme.colour("link")

    assert has_colour(palette, 1, link)
    assert not has_colour(palette, 2, link)


def test_a_message_stands_in_the_place_of_results(palette: CommandPalette) -> None:
    palette.set_results(())
    palette.set_message("Nothing was found.")

    assert palette.message.isVisible()
    assert palette.list.isHidden()


def test_results_are_read_aloud_whole(palette: CommandPalette) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole

    assert palette.model.index(1).data(role) == "Gate 7 of Brenta"
    assert palette.model.index(2).data(role) == "Door 1.00 EUR"
    assert palette.model.index(4).data(role) == "Go on Ctrl+G"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_window_behind_is_veiled(
    window: QWidget, palette: CommandPalette, appearance: Appearance, theme: str
) -> None:
    appearance.use(load_theme(RESOURCES, theme))
    palette.hide()
    plain = picture_of(window).pixelColor(600, 700).lightness()

    palette.show()

    assert picture_of(window).pixelColor(600, 700).lightness() < plain
