"""The bar at the upper end of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.widgets.conftest import RESOURCES
from tests.widgets.pictures import picture_of
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu
from widgets.theme import load_theme
from widgets.top_bar import TopBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
NEW = [MenuEntry("a", "Apples & pears"), MenuEntry("b", "Birds", barred="Not in winter.")]


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance) -> TopBar:
    bar = TopBar(appearance, "Board")
    bar.set_search("Search or run a command", ("Ctrl", "K"))
    bar.set_new("New", NEW)
    bar.set_user("MB", "Marta Bellini")
    qtbot.addWidget(bar)
    bar.resize(1440, 48)
    bar.show()
    return bar


def test_the_search_stands_in_the_middle_of_the_window(bar: TopBar) -> None:
    assert (bar.search.width(), bar.search.height()) == (440, 32)
    assert bar.search.geometry().center().x() in {719, 720}


def test_a_narrow_window_has_the_search_as_an_icon(bar: TopBar) -> None:
    bar.resize(980, 48)

    assert bar.search.icon_only
    assert bar.search.width() == 32
    assert bar.search.geometry().right() < bar.right.x()


def test_nothing_overlaps_with_german_words(bar: TopBar) -> None:
    bar.set_new("Neue Verkaufsgelegenheit", NEW)

    for width in (700, 1000, 1100, 1440):
        bar.resize(width, 48)
        assert not bar.search.geometry().intersects(bar.left.geometry())
        assert not bar.search.geometry().intersects(bar.right.geometry())


def test_the_search_is_opened_by_mouse_and_by_enter(qtbot: QtBot, bar: TopBar) -> None:
    with qtbot.waitSignal(bar.search_clicked):
        qtbot.mouseClick(bar.search, LEFT)
    with qtbot.waitSignal(bar.search_clicked):
        qtbot.keyClick(bar.search, Qt.Key.Key_Return)

    assert bar.search.accessibleName() == "Search or run a command"
    assert "Ctrl+K" in bar.search.toolTip()


def test_undo_says_what_it_takes_back(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_undo("Undo: rename", enabled=True)

    with qtbot.waitSignal(bar.undo_clicked):
        qtbot.mouseClick(bar.undo, LEFT)

    assert bar.undo.toolTip() == "Undo: rename"


def test_redo_says_why_it_cannot(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_redo("Nothing was taken back.", enabled=False)

    with qtbot.assertNotEmitted(bar.redo_clicked):
        qtbot.mouseClick(bar.redo, LEFT)

    assert bar.redo.toolTip() == "Nothing was taken back."


def test_new_is_a_button_with_a_menu(qtbot: QtBot, bar: TopBar) -> None:
    with qtbot.waitSignal(bar.new_clicked):
        qtbot.mouseClick(bar.new, LEFT)
    with qtbot.waitSignal(bar.new_chosen) as caught:
        bar.menu.actions()[0].trigger()

    assert caught.args == ["a"]
    assert bar.new.height() == bar.more.height() == 32


def test_a_barred_entry_says_why(bar: TopBar) -> None:
    birds = bar.menu.actions()[1]

    assert not birds.isEnabled()
    assert birds.toolTip() == "Not in winter."


def test_a_sign_in_a_title_is_no_access_key(bar: TopBar) -> None:
    assert bar.menu.actions()[0].text() == "Apples && pears"


def test_the_user_is_named(qtbot: QtBot, bar: TopBar) -> None:
    with qtbot.waitSignal(bar.user_clicked):
        qtbot.mouseClick(bar.user, LEFT)

    assert bar.user.accessibleName() == "Marta Bellini"


def test_the_navigation_is_narrowed_from_here(qtbot: QtBot, bar: TopBar) -> None:
    with qtbot.waitSignal(bar.collapse_clicked):
        qtbot.mouseClick(bar.collapse, LEFT)


def test_the_bar_follows_the_theme(bar: TopBar, appearance: Appearance) -> None:
    before = picture_of(bar)

    appearance.use(load_theme(RESOURCES, "dark"))

    field = picture_of(bar.search).pixelColor(300, 6)
    assert picture_of(bar) != before
    assert field == appearance.theme.colour("surface")


def test_a_menu_shows_checks_shortcuts_and_rules(qtbot: QtBot, appearance: Appearance) -> None:
    menu = PopupMenu()
    qtbot.addWidget(menu)
    entries = [
        MenuEntry("a", "A", "house", "Ctrl+1", checked=True),
        MenuEntry("b", "B", separated=True),
    ]

    fill_menu(menu, appearance, entries, lambda _key: None)

    first, rule, second = menu.actions()
    assert first.isChecked()
    assert first.shortcut().toString() == "Ctrl+1"
    assert rule.isSeparator()
    assert not second.isCheckable()
