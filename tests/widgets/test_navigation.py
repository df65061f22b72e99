"""The navigation: choosing by mouse and keys, children, collapsing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.widgets.conftest import RESOURCES
from tests.widgets.pictures import picture_of
from widgets.navigation import Navigation, NavigationChild, NavigationEntry
from widgets.navigation.rows import HeadRow, NavigationRow
from widgets.theme import Density, load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
VIEWS = (NavigationChild("mine", "Mine", "36"), NavigationChild("late", "Late"))
ENTRIES = (
    NavigationEntry("home", "Home", "house"),
    NavigationEntry("list", "Lists", "list-bullets", "Work", "36", VIEWS),
    NavigationEntry("map", "Map", "map-trifold"),
    NavigationEntry("alarms", "Alarms", "intersect", number="3", urgent=True, foot=True),
)


@pytest.fixture
def navigation(qtbot: QtBot, appearance: Appearance) -> Navigation:
    navigation = Navigation(appearance, "Screens")
    qtbot.addWidget(navigation)
    navigation.set_entries(ENTRIES)
    navigation.resize(208, 500)
    navigation.show()
    navigation.activateWindow()
    return navigation


def titles(navigation: Navigation) -> list[str]:
    return [row.title for row in navigation.rows]


def row(navigation: Navigation, title: str) -> NavigationRow:
    return next(row for row in navigation.rows if row.title == title)


def selected(navigation: Navigation) -> list[str]:
    return [row.title for row in navigation.rows if row.selected]


def test_entries_stand_in_their_order_with_the_foot_last(navigation: Navigation) -> None:
    heads = navigation.findChildren(HeadRow)

    assert titles(navigation) == ["Home", "Lists", "Map", "Alarms"]
    assert [head.accessibleName() for head in heads] == ["Work"]
    assert row(navigation, "Alarms").y() >= 0
    assert navigation.width() == 208


def test_a_click_chooses_a_screen(qtbot: QtBot, navigation: Navigation) -> None:
    with qtbot.waitSignal(navigation.chosen) as caught:
        qtbot.mouseClick(row(navigation, "Map"), LEFT)

    assert caught.args == ["map"]
    assert navigation.current == ("map", "")
    assert selected(navigation) == ["Map"]


def test_only_the_open_screen_shows_its_children(navigation: Navigation) -> None:
    navigation.select("list")
    opened = titles(navigation)

    navigation.select("home")

    assert opened == ["Home", "Lists", "Mine", "Late", "Map", "Alarms"]
    assert titles(navigation) == ["Home", "Lists", "Map", "Alarms"]


def test_a_click_chooses_a_child(qtbot: QtBot, navigation: Navigation) -> None:
    navigation.select("list")

    with qtbot.waitSignal(navigation.child_chosen) as caught:
        qtbot.mouseClick(row(navigation, "Late"), LEFT)

    assert caught.args == ["list", "late"]
    assert selected(navigation) == ["Lists", "Late"]


def test_arrows_go_through_what_is_seen_and_enter_chooses(
    qtbot: QtBot, navigation: Navigation
) -> None:
    navigation.select("list")
    row(navigation, "Lists").setFocus()

    qtbot.keyClick(row(navigation, "Lists"), Key.Key_Down)
    qtbot.keyClick(row(navigation, "Mine"), Key.Key_Down)
    with qtbot.waitSignal(navigation.child_chosen) as caught:
        qtbot.keyClick(row(navigation, "Late"), Key.Key_Return)

    assert caught.args == ["list", "late"]


def test_home_and_end_go_to_the_ends(qtbot: QtBot, navigation: Navigation) -> None:
    row(navigation, "Map").setFocus()

    qtbot.keyClick(row(navigation, "Map"), Key.Key_End)
    last = row(navigation, "Alarms").hasFocus()
    qtbot.keyClick(row(navigation, "Alarms"), Key.Key_Home)

    assert last
    assert row(navigation, "Home").hasFocus()


def test_tab_stops_once_at_what_is_selected(navigation: Navigation) -> None:
    navigation.select("map")

    stops = [r.title for r in navigation.rows if r.focusPolicy() == Qt.FocusPolicy.StrongFocus]

    assert stops == ["Map"]


def test_selecting_from_outside_tells_nothing(qtbot: QtBot, navigation: Navigation) -> None:
    with qtbot.assertNotEmitted(navigation.chosen):
        navigation.select("map")


def test_a_narrow_window_collapses_and_a_wide_one_brings_back(navigation: Navigation) -> None:
    navigation.fit(1100)
    narrow = navigation.width()
    tooltip = row(navigation, "Lists").toolTip()

    navigation.fit(1400)

    assert (narrow, tooltip) == (48, "Lists 36")
    assert navigation.width() == 208
    assert row(navigation, "Lists").toolTip() == ""


def test_what_the_user_collapsed_stays_so_in_a_wide_window(
    qtbot: QtBot, navigation: Navigation
) -> None:
    with qtbot.waitSignal(navigation.collapsed_changed) as caught:
        navigation.toggle()
    navigation.fit(1100)

    navigation.fit(1400)

    assert caught.args == [True]
    assert navigation.width() == 48


def test_children_are_not_seen_while_it_is_collapsed(navigation: Navigation) -> None:
    navigation.select("list")

    navigation.set_collapsed(collapsed=True)

    assert titles(navigation) == ["Home", "Lists", "Map", "Alarms"]


def test_a_count_changes_in_its_place(navigation: Navigation) -> None:
    before = row(navigation, "Lists")

    navigation.set_count("list", "37")

    assert row(navigation, "Lists") is before
    assert before.accessibleName() == "Lists 37"


def test_the_keyboard_stays_when_children_change(navigation: Navigation) -> None:
    navigation.select("list")
    row(navigation, "Map").setFocus()

    navigation.set_children("list", (NavigationChild("new", "New view"),))

    assert titles(navigation) == ["Home", "Lists", "New view", "Map", "Alarms"]
    assert row(navigation, "Map").hasFocus()


def test_the_selected_entry_is_seen(navigation: Navigation, appearance: Appearance) -> None:
    navigation.select("map")

    image = picture_of(row(navigation, "Map"))

    assert image.pixelColor(100, 4) == appearance.theme.colour("navigation-selected")


def test_an_urgent_count_is_an_amber_pill(navigation: Navigation, appearance: Appearance) -> None:
    alarms = row(navigation, "Alarms")

    image = picture_of(alarms)

    at = QPoint(alarms.width() - 8 - 9, alarms.height() // 2 - 8)
    assert image.pixelColor(at) == appearance.theme.colour("warning-tint")


def test_rows_are_lower_when_compact(navigation: Navigation, appearance: Appearance) -> None:
    comfortable = row(navigation, "Map").sizeHint().height()

    appearance.use(load_theme(RESOURCES, "dark", Density.COMPACT))

    assert (comfortable, row(navigation, "Map").sizeHint().height()) == (32, 28)


def test_a_title_too_long_is_whole_in_the_tooltip(qtbot: QtBot, navigation: Navigation) -> None:
    long = "Verkaufsgelegenheiten und Angebotsnachverfolgung"

    navigation.set_entries([NavigationEntry("long", long, "house")])

    qtbot.waitUntil(lambda: row(navigation, long).toolTip() == long)
