"""Chips of filters, and the button with the name of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from widgets.chips import Chip, FilterChips
from widgets.menu_entries import MenuEntry
from widgets.view_button import ViewButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
TWO = (Chip("outcome", "Outcome", "open"), Chip("agent", "Agent", "any of 5"))


@pytest.fixture
def chips(qtbot: QtBot, appearance: Appearance) -> FilterChips:
    chips = FilterChips(appearance, "Filters")
    qtbot.addWidget(chips)
    chips.set_chips(TWO)
    chips.resize(500, 28)
    chips.show()
    chips.activateWindow()
    return chips


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> ViewButton:
    view = ViewButton(appearance, "View")
    qtbot.addWidget(view)
    view.set_title("My team, open")
    view.set_entries([MenuEntry("mine", "Mine"), MenuEntry("late", "Late")])
    view.show()
    return view


def test_a_click_opens_a_filter(qtbot: QtBot, chips: FilterChips) -> None:
    with qtbot.waitSignal(chips.opened) as caught:
        qtbot.mouseClick(chips.buttons[1], LEFT)

    assert caught.args == ["agent"]
    assert chips.buttons[1].accessibleName() == "Agent any of 5"


def test_the_cross_takes_a_filter_away(qtbot: QtBot, chips: FilterChips) -> None:
    with qtbot.waitSignal(chips.removed) as caught:
        qtbot.mouseClick(chips.buttons[0].cross, LEFT)

    assert caught.args == ["outcome"]
    assert chips.buttons[0].cross.accessibleName() == "Remove the filter Outcome"


def test_delete_takes_a_filter_away(qtbot: QtBot, chips: FilterChips) -> None:
    with qtbot.waitSignal(chips.removed) as caught:
        qtbot.keyClick(chips.buttons[0], Key.Key_Delete)

    assert caught.args == ["outcome"]


def test_a_filter_can_be_added(qtbot: QtBot, chips: FilterChips) -> None:
    with qtbot.waitSignal(chips.add_clicked):
        qtbot.mouseClick(chips.add, LEFT)


def test_the_same_chips_are_left_as_they_are(chips: FilterChips) -> None:
    before = list(chips.buttons)

    chips.set_chips(TWO)

    assert chips.buttons == before


def test_the_keyboard_goes_on_after_a_chip_is_gone(chips: FilterChips) -> None:
    chips.buttons[1].setFocus()

    chips.set_chips(TWO[:1])

    assert chips.buttons[0].hasFocus()


def test_a_narrow_line_scrolls_to_the_chip_of_the_keyboard(
    qtbot: QtBot, chips: FilterChips
) -> None:
    many = [Chip(str(n), "Verantwortlicher Vertreter", f"eine von {n}") for n in range(6)]
    chips.set_chips(many)
    chips.resize(300, 28)

    chips.buttons[5].setFocus()

    qtbot.waitUntil(lambda: chips.horizontalScrollBar().value() > 0)
    assert not chips.horizontalScrollBar().isVisible()


def test_the_button_names_the_view(view: ViewButton) -> None:
    assert view.accessibleName() == "View: My team, open"


def test_another_view_is_chosen_from_the_menu(qtbot: QtBot, view: ViewButton) -> None:
    with qtbot.waitSignal(view.chosen) as caught:
        view.menu.actions()[1].trigger()

    assert caught.args == ["late"]


def test_the_menu_opens_by_mouse_and_by_arrow(qtbot: QtBot, view: ViewButton) -> None:
    qtbot.mouseClick(view, LEFT)
    by_mouse = view.menu.isVisible()
    view.menu.close()

    qtbot.keyClick(view, Key.Key_Down)

    assert by_mouse
    assert view.menu.isVisible()
    view.menu.close()


def test_a_dot_tells_that_the_view_was_changed(view: ViewButton) -> None:
    before = view.sizeHint().width()

    view.set_title("My team, open", changed=True, note="Changed and not saved")

    assert view.sizeHint().width() > before
    assert "Changed and not saved" in view.toolTip()


def test_a_long_name_does_not_push_the_others_away(view: ViewButton) -> None:
    view.set_title("x" * 500)

    assert view.sizeHint().width() == 320
    assert view.minimumSizeHint().width() == 80
