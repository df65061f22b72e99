"""An island with tabs: adding, closing, moving, going round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.widgets.pictures import picture_of
from widgets.tabs import TabIsland, TabLook

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def island(qtbot: QtBot, appearance: Appearance) -> TabIsland:
    island = TabIsland(appearance, "Tabs")
    qtbot.addWidget(island)
    island.add_tab("home", TabLook("Home", "house", closable=False), QLineEdit())
    island.add_tab("list", TabLook("Opportunities", "list-bullets"), QLineEdit())
    island.add_tab("map", TabLook("Map & routes", "map-trifold"), QLineEdit(), select=False)
    island.resize(900, 400)
    island.show()
    island.activateWindow()
    return island


def middle(island: TabIsland, place: int) -> QPoint:
    return island.strip.tabRect(place).center()


def shown(island: TabIsland) -> QWidget:
    screen = island.stack.currentWidget()
    assert screen is not None
    return screen


def test_the_last_one_added_is_in_sight(island: TabIsland) -> None:
    assert island.keys == ["home", "list", "map"]
    assert island.current == "list"
    assert island.stack.currentWidget() is island.page("list")


def test_a_key_that_is_there_is_only_selected(island: TabIsland) -> None:
    island.add_tab("home", TabLook("Home again", "house"), QLabel())

    assert island.keys == ["home", "list", "map"]
    assert island.current == "home"


def test_a_click_brings_a_tab_into_sight(qtbot: QtBot, island: TabIsland) -> None:
    with qtbot.waitSignal(island.current_changed) as caught:
        qtbot.mouseClick(island.strip, LEFT, pos=middle(island, 2))

    assert caught.args == ["map"]
    assert island.stack.currentWidget() is island.page("map")


def test_the_cross_asks_to_close(qtbot: QtBot, island: TabIsland) -> None:
    with qtbot.waitSignal(island.close_requested) as caught:
        qtbot.mouseClick(island.strip.end(1).cross, LEFT)

    assert caught.args == ["list"]
    assert island.keys == ["home", "list", "map"]


def test_the_middle_button_asks_to_close(qtbot: QtBot, island: TabIsland) -> None:
    with qtbot.waitSignal(island.close_requested) as caught:
        qtbot.mouseClick(island.strip, MIDDLE, pos=middle(island, 2))

    assert caught.args == ["map"]


def test_a_tab_that_stays_cannot_be_closed(qtbot: QtBot, island: TabIsland) -> None:
    island.select("home")

    with qtbot.assertNotEmitted(island.close_requested):
        qtbot.mouseClick(island.strip, MIDDLE, pos=middle(island, 0))
        qtbot.keyClick(shown(island), Key.Key_W, CONTROL)

    assert island.strip.end(0).cross.isHidden()


def test_a_tab_that_is_taken_away_gives_its_screen_back(island: TabIsland) -> None:
    screen = island.page("list")

    taken = island.remove_tab("list")

    assert taken is screen
    assert island.keys == ["home", "map"]
    assert island.current in {"home", "map"}
    assert island.stack.currentWidget() is island.page(island.current)


def test_control_and_tab_go_round_in_the_order_of_the_strip(
    qtbot: QtBot, island: TabIsland
) -> None:
    seen = []
    for _time in range(3):
        shown(island).setFocus()
        qtbot.keyClick(shown(island), Key.Key_Tab, CONTROL)
        seen.append(island.current)

    qtbot.keyClick(shown(island), Key.Key_PageUp, CONTROL)

    assert seen == ["map", "home", "list"]
    assert island.current == "home"


def test_tabs_are_moved_with_the_mouse(qtbot: QtBot, island: TabIsland) -> None:
    start, end = middle(island, 2), middle(island, 0)

    with qtbot.waitSignal(island.order_changed):
        qtbot.mousePress(island.strip, LEFT, pos=start)
        for step in range(1, 11):
            qtbot.mouseMove(island.strip, start + (end - start) * step / 10)
        qtbot.mouseRelease(island.strip, LEFT, pos=end)

    assert island.keys[0] == "map"
    assert island.stack.currentWidget() is island.page(island.current)


def test_what_is_not_saved_has_a_dot(island: TabIsland, appearance: Appearance) -> None:
    island.set_unsaved("list", unsaved=True)
    end = island.strip.end(1)

    image = picture_of(end)

    assert image.pixelColor(3, image.height() // 2) == appearance.theme.colour("accent")
    assert end.accessibleName() == "Not saved"


def test_crosses_are_on_the_selected_tab_and_under_the_mouse(
    qtbot: QtBot, island: TabIsland
) -> None:
    before = [island.strip.end(place).cross.isHidden() for place in range(3)]

    def cross_is_there() -> bool:
        # A mouse that stays where it is tells nothing.
        qtbot.mouseMove(island.strip, middle(island, 0))
        qtbot.mouseMove(island.strip, middle(island, 2))
        return not island.strip.end(2).cross.isHidden()

    qtbot.waitUntil(cross_is_there)
    assert before == [True, False, True]


def test_the_menu_closes_the_others(island: TabIsland) -> None:
    closed: list[str] = []
    island.close_requested.connect(closed.append)
    island.fill_menu(2)

    island.menu.actions()[1].trigger()

    assert closed == ["list"]


def test_the_menu_says_why_a_tab_stays(island: TabIsland) -> None:
    island.fill_menu(0)

    close = island.menu.actions()[0]

    assert not close.isEnabled()
    assert close.toolTip() == "This tab stays open."


def test_the_plus_asks_for_a_tab(qtbot: QtBot, island: TabIsland) -> None:
    with qtbot.waitSignal(island.new_requested):
        qtbot.mouseClick(island.plus, LEFT)


def test_a_title_can_change(island: TabIsland) -> None:
    island.set_title("map", "Karte & Wege")

    assert island.strip.tabText(2) == "Karte && Wege"
    assert island.strip.tabToolTip(2) == "Karte & Wege"


def test_the_strip_is_as_high_as_it_should_be(island: TabIsland) -> None:
    strip = island.findChild(QWidget, "tab-strip")

    assert isinstance(strip, QWidget)
    assert strip.height() == 40


def test_titles_are_not_cut_while_there_is_room(island: TabIsland) -> None:
    metrics = island.strip.fontMetrics()

    for place in range(3):
        room = island.strip.tabRect(place).width() - 16 - 8 - 20
        assert room > metrics.horizontalAdvance(island.strip.tabText(place).replace("&&", "&"))
