"""The head of a grid: sorting by mouse, widths, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.widgets.grid_model import Words, look
from tests.widgets.pictures import picture_of
from widgets.grid import GridHeader, GridView, SortKey

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> GridView:
    view = GridView(appearance, "Rows", look)
    view.setModel(Words(view))
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    return view


def middle(header: GridHeader, section: int) -> QPoint:
    x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    return QPoint(x, header.height() // 2)


def picture(header: GridHeader) -> QImage:
    return picture_of(header.viewport())


def test_a_click_asks_for_another_order(qtbot: QtBot, view: GridView) -> None:
    with qtbot.waitSignal(view.header.sort_requested) as caught:
        qtbot.mouseClick(view.header.viewport(), LEFT, pos=middle(view.header, 1))

    assert caught.args == [1, False]


def test_a_click_with_shift_asks_for_a_further_column(qtbot: QtBot, view: GridView) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier

    with qtbot.waitSignal(view.header.sort_requested) as caught:
        qtbot.mouseClick(view.header.viewport(), LEFT, shift, middle(view.header, 2))

    assert caught.args == [2, True]


def test_a_click_after_one_with_shift_starts_anew(qtbot: QtBot, view: GridView) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(view.header.viewport(), LEFT, shift, middle(view.header, 2))

    with qtbot.waitSignal(view.header.sort_requested) as caught:
        qtbot.mouseClick(view.header.viewport(), LEFT, pos=middle(view.header, 0))

    assert caught.args == [0, False]


def test_dragging_a_border_widens_a_column_and_sorts_nothing(qtbot: QtBot, view: GridView) -> None:
    header = view.header
    border = QPoint(header.sectionSize(0) - 1, header.height() // 2)
    before = header.sectionSize(0)

    with qtbot.assertNotEmitted(header.sort_requested):
        qtbot.mousePress(header.viewport(), LEFT, pos=border)
        qtbot.mouseMove(header.viewport(), border + QPoint(40, 0))
        qtbot.mouseRelease(header.viewport(), LEFT, pos=border + QPoint(40, 0))

    assert header.sectionSize(0) > before


def test_the_order_is_shown_with_numbers_when_there_are_several(view: GridView) -> None:
    plain = picture(view.header)

    view.header.set_sort([SortKey(0)])
    one = picture(view.header)
    view.header.set_sort([SortKey(0), SortKey(1, descending=True)])
    two = picture(view.header)

    assert plain != one
    assert one.copy(0, 0, 100, 32) != two.copy(0, 0, 100, 32)


def test_a_title_over_numbers_stands_at_the_right(view: GridView) -> None:
    assert [view.header.is_right(section) for section in range(3)] == [False, False, True]


def test_a_column_of_numbers_keeps_its_least_width(view: GridView) -> None:
    view.fit_columns()
    least = view.header.sectionSize(2)

    view.header.resizeSection(2, 50)
    view.header.resizeSection(0, 50)

    assert view.header.sectionSize(2) == least
    assert view.header.sectionSize(0) == 50


def test_the_first_column_is_the_one_that_stands_leftmost(view: GridView) -> None:
    view.header.moveSection(2, 0)
    assert view.header.first_section() == 2

    view.header.hideSection(2)

    assert view.header.first_section() == 0


def test_the_rule_goes_on_where_the_columns_end(view: GridView, appearance: Appearance) -> None:
    image = picture(view.header)

    right = image.pixelColor(image.width() - 1, image.height() - 1)

    assert right == appearance.theme.colour("border")


def test_the_title_under_the_mouse_is_set_off(
    qtbot: QtBot, view: GridView, appearance: Appearance
) -> None:
    qtbot.mouseMove(view.header.viewport(), middle(view.header, 1))

    corner = QPoint(view.header.sectionViewportPosition(1) + 2, 2)
    colour = appearance.theme.colour("hover")
    qtbot.waitUntil(lambda: picture(view.header).pixelColor(corner) == colour)
