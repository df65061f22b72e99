"""What stands where there is nothing yet: bars of what is read, dashed places of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.widgets.conftest import RESOURCES
from tests.widgets.pictures import picture_of
from widgets.empty_columns import EmptyColumn, EmptyColumns
from widgets.loading_bars import PADDING, Bar, LoadingBars
from widgets.theme import load_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

COLUMNS = [EmptyColumn(f"{percent} %", "0", "0.00 EUR") for percent in (10, 50, 90)]


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_bars_lie_over_the_content_and_grow_with_it(qtbot: QtBot, appearance: Appearance) -> None:
    target = QPushButton()
    qtbot.addWidget(target)
    bars = LoadingBars(target, appearance, [Bar(10, 20, 0.5)])
    target.resize(232, 60)
    target.show()

    image = picture_of(target)

    pressed = appearance.theme.colour("pressed").name()
    assert bars.size() == target.size()
    assert image.pixelColor(PADDING + 90, 20).name() == pressed
    assert image.pixelColor(PADDING + 110, 20).name() != pressed


def test_the_mouse_reaches_what_lies_below_the_bars(qtbot: QtBot, appearance: Appearance) -> None:
    target = QPushButton()
    qtbot.addWidget(target)
    LoadingBars(target, appearance, [Bar(0, 20, 1)])
    target.show()

    with qtbot.waitSignal(target.clicked):
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton)


def test_an_empty_board_has_a_head_for_each_column(qtbot: QtBot, appearance: Appearance) -> None:
    board = EmptyColumns(appearance, "Board")
    qtbot.addWidget(board)
    board.resize(616, board.sizeHint().height())
    board.show()
    nothing = picture_of(board)

    board.set_columns(COLUMNS)

    image = picture_of(board)
    sunken = appearance.theme.colour("surface-sunken").name()
    assert board.accessibleName() == "Board"
    assert image != nothing
    # Inside each of the three columns, and not in the gaps between.
    inside = [image.pixelColor(x, 165).name() for x in (100, 308, 516)]
    assert inside == [sunken] * 3
    assert image.pixelColor(204, 165).name() != sunken


def test_places_are_fewer_the_further_a_column_is(qtbot: QtBot, appearance: Appearance) -> None:
    board = EmptyColumns(appearance, "Board")
    qtbot.addWidget(board)
    board.resize(616, board.sizeHint().height())
    board.set_columns(COLUMNS)
    board.show()

    image = picture_of(board)

    sunken = appearance.theme.colour("surface-sunken").name()
    second = [image.pixelColor(left + 12, 130).name() for left in (0, 208, 416)]
    assert second[0] != sunken or second[1] != sunken
    assert second[2] == sunken


def test_the_empty_board_follows_the_theme(qtbot: QtBot, appearance: Appearance) -> None:
    board = EmptyColumns(appearance, "Board")
    qtbot.addWidget(board)
    board.resize(300, 176)
    board.set_columns(COLUMNS[:1])
    board.show()
    before = colours(picture_of(board))

    appearance.use(load_theme(RESOURCES, "dark"))

    assert appearance.theme.colour("surface-sunken").name() in colours(picture_of(board))
    assert appearance.theme.colour("surface-sunken").name() not in before
