"""The start page, worked with mouse and keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from core.formats import Formats
from resources.texts import language
from views.start import RecentDatabase, SavedCopy, StartPage
from widgets.start import ChoiceTile, ConnectionState, ConnectionValues

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
DAY = date(2026, 3, 4)
RECENT = [
    RecentDatabase("a.db", "Rossetti", "/home/marta/a.db", DAY),
    RecentDatabase("b.db", "Demo", "/home/marta/b.db", missing=True),
    RecentDatabase("postgresql://db/sales", "sales", "db", shared=True),
]
COPIES = [SavedCopy("/copies/2.db", "a", DAY), SavedCopy("/copies/1.db", "a", date(2026, 3, 3))]
VALUES = ConnectionValues("db.example.com", 5433, "sales", "marta", "secret")
PLAIN = {
    "new": "new_wanted",
    "open": "open_wanted",
    "sample": "sample_wanted",
    "restore": "restore_wanted",
}


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> StartPage:
    return shown(StartPage(appearance, Formats("en_GB")), qtbot)


def shown(page: StartPage, qtbot: QtBot) -> StartPage:
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_one_click_tries_the_demo(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.demo_wanted):
        qtbot.mouseClick(page.demo, LEFT)


def test_the_demo_is_first_largest_and_one_key_away(page: StartPage, qtbot: QtBot) -> None:
    others = [tile for tile in page.tiles if tile is not page.demo and tile.isVisible()]

    with qtbot.waitSignal(page.demo_wanted):
        qtbot.keyClick(page.focusWidget(), Key.Key_Return)

    area = page.demo.width() * page.demo.height()
    assert all(tile.width() * tile.height() < area for tile in others)
    assert all(tile.mapTo(page, tile.rect().topLeft()).y() > page.demo.y() for tile in others)


@pytest.mark.parametrize("name", PLAIN)
def test_each_tile_says_what_is_wanted(page: StartPage, qtbot: QtBot, name: str) -> None:
    tile: ChoiceTile = getattr(page, name)
    tile.setFocus()

    with qtbot.waitSignal(getattr(page, PLAIN[name])):
        qtbot.keyClick(tile, Key.Key_Space)


def test_own_lists_are_offered_only_where_they_can_be_imported(
    page: StartPage, qtbot: QtBot, appearance: Appearance
) -> None:
    offering = shown(StartPage(appearance, Formats("en_GB"), offers_import=True), qtbot)

    with qtbot.waitSignal(offering.import_wanted):
        qtbot.mouseClick(offering.own, LEFT)

    assert offering.own.isVisible()
    assert not page.own.isVisible()


def test_recent_databases_open_with_their_day(page: StartPage, qtbot: QtBot) -> None:
    page.set_recent(RECENT)
    first = page.recent.list.buttons[0]
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty() and first.height() < 60)

    with qtbot.waitSignal(page.recent_chosen) as told:
        qtbot.mouseClick(first, LEFT)

    assert told.args == ["a.db"]
    assert first.accessibleName() == "Rossetti /home/marta/a.db 04 Mar 26"


def test_a_recent_database_is_forgotten_by_the_delete_key(page: StartPage, qtbot: QtBot) -> None:
    page.set_recent(RECENT)
    page.recent.list.buttons[1].setFocus()

    with qtbot.waitSignal(page.recent_forgotten) as told:
        qtbot.keyClick(page.recent.list.buttons[1], Key.Key_Delete)

    assert told.args == ["b.db"]


def test_a_missing_file_is_said(page: StartPage) -> None:
    page.set_recent(RECENT)

    words = [button.accessibleDescription() for button in page.recent.list.buttons]

    assert words == ["", "The file is no longer there.", ""]


def test_without_recent_databases_a_sentence_says_what_will_be_there(page: StartPage) -> None:
    before = page.recent.nothing.isVisible()

    page.set_recent(RECENT)

    assert before
    assert not page.recent.nothing.isVisible()
    assert page.recent.area.isVisible()


def test_backups_are_named_by_their_days(page: StartPage, qtbot: QtBot) -> None:
    page.set_backups(COPIES)
    menu = page.copies_menu()
    qtbot.addWidget(menu)

    with qtbot.waitSignal(page.restore_chosen) as told:
        menu.actions()[1].trigger()

    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["04 Mar 26  a", "03 Mar 26  a", "Choose a file…"]
    assert told.args == ["/copies/1.db"]
    assert page.restore.accessibleDescription() == "2 backups, the newest of 04 Mar 26."


def test_a_backup_from_elsewhere_can_be_looked_for(page: StartPage, qtbot: QtBot) -> None:
    page.set_backups(COPIES)
    menu = page.copies_menu()
    qtbot.addWidget(menu)

    with qtbot.waitSignal(page.restore_wanted):
        menu.actions()[-1].trigger()


def test_with_backups_the_tile_opens_their_menu(page: StartPage, qtbot: QtBot) -> None:
    page.set_backups(COPIES)
    told: list[str] = []
    page.restore_wanted.connect(lambda: told.append("wanted"))

    qtbot.mouseClick(page.restore, LEFT)

    assert page.findChild(type(page.copies_menu())) is not None
    assert told == []


def test_backups_that_are_gone_are_offered_no_more(page: StartPage, qtbot: QtBot) -> None:
    page.set_backups(COPIES)
    page.set_backups(())

    with qtbot.waitSignal(page.restore_wanted):
        qtbot.mouseClick(page.restore, LEFT)

    assert page.restore.accessibleDescription() == "A copy that Dealboard keeps each day."


def test_the_fields_of_a_shared_database_unfold_ready_for_keys(
    page: StartPage, qtbot: QtBot
) -> None:
    before = page.connection.box.isVisible()

    qtbot.mouseClick(page.connection.tile, LEFT)

    assert not before
    assert page.connection.box.isVisible()
    assert page.focusWidget() is page.connection.form.server
    qtbot.mouseClick(page.connection.tile, LEFT)
    assert not page.connection.box.isVisible()


def test_what_was_typed_is_tested_and_connected_to(page: StartPage, qtbot: QtBot) -> None:
    page.set_connection(VALUES)
    form = page.connection.form

    with qtbot.waitSignal(page.test_wanted) as tested:
        form.test_button.click()
    with qtbot.waitSignal(page.connect_wanted) as connected:
        qtbot.keyClick(form.password, Key.Key_Return)

    assert tested.args == [VALUES]
    assert connected.args == [VALUES]


def test_what_came_of_a_test_stands_beside_the_fields(page: StartPage) -> None:
    page.set_connection(VALUES)

    page.set_connection_state(ConnectionState.BAD, "The server does not answer.")

    assert page.connection.form.sentence.text() == "The server does not answer."


def test_while_something_is_being_done_nothing_else_can_be_chosen(
    page: StartPage, qtbot: QtBot
) -> None:
    page.set_recent(RECENT)

    page.set_busy("Filling the demo database…", can_cancel=True)

    qtbot.waitUntil(page.busy.isVisible)
    assert not any(tile.isEnabled() for tile in page.tiles)
    assert {tile.toolTip() for tile in page.tiles} == {"Filling the demo database…"}
    assert not page.recent.list.buttons[0].isEnabled()
    with qtbot.waitSignal(page.cancel_wanted):
        qtbot.mouseClick(page.busy.cancel, LEFT)


def test_when_it_is_done_everything_can_be_chosen_again(page: StartPage) -> None:
    page.set_busy("Filling the demo database…")
    page.set_progress(5, 10)

    page.set_busy("")

    assert all(tile.isEnabled() for tile in page.tiles)
    assert page.demo.toolTip() == ""
    assert not page.busy.isVisible()


def test_an_error_is_said_and_frees_the_choices(page: StartPage, qtbot: QtBot) -> None:
    page.set_busy("Opening…")

    page.set_error("The file is not a Dealboard database. Choose another file.")

    assert page.message.isVisible()
    assert page.message.sentence.text().startswith("The file is not")
    with qtbot.waitSignal(page.open_wanted):
        qtbot.mouseClick(page.open, LEFT)


def test_the_next_attempt_takes_the_error_away(page: StartPage) -> None:
    page.set_error("The file is not a Dealboard database.")

    page.set_busy("Opening…")

    assert not page.message.isVisible()


def test_an_error_is_in_sight_on_a_small_window(page: StartPage, qtbot: QtBot) -> None:
    page.resize(1000, 560)
    page.set_connection(VALUES)
    qtbot.waitUntil(lambda: page.demo.visibleRegion().isEmpty())

    page.set_error("The server does not answer.")

    qtbot.waitUntil(lambda: not page.message.visibleRegion().isEmpty())


def test_the_form_is_in_sight_on_a_small_window(page: StartPage, qtbot: QtBot) -> None:
    page.resize(1000, 640)

    qtbot.mouseClick(page.connection.tile, LEFT)

    button = page.connection.form.connect_button
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())


def test_language_theme_and_density_are_at_hand(page: StartPage) -> None:
    told: list[str] = []
    for signal in (page.language_chosen, page.theme_chosen, page.density_chosen):
        signal.connect(told.append)

    page.look.language.button("it").click()
    page.look.theme.button("dark").click()
    page.look.density.button("compact").click()

    assert told == ["it", "dark", "compact"]


def test_what_is_in_use_is_shown_without_being_told(page: StartPage) -> None:
    told: list[str] = []
    page.language_chosen.connect(told.append)

    page.set_look("de", "light", "compact")

    chosen = (page.look.language.value, page.look.theme.value, page.look.density.value)
    assert chosen == ("de", "light", "compact")
    assert told == []


def test_the_tab_key_reaches_everything_and_everything_has_a_name(
    page: StartPage, qtbot: QtBot
) -> None:
    page.set_recent(RECENT)
    page.set_connection(VALUES)
    kinds = (QAbstractButton, QLineEdit)
    wanted = {
        widget
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached = set()

    for _step in range(len(wanted) + 4):
        reached.add(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)

    assert wanted <= reached
    assert all(w.accessibleName() or getattr(w, "text", str)() for w in wanted)


def test_all_words_go_through_the_catalogue(qtbot: QtBot, appearance: Appearance) -> None:
    language.use("qps")
    try:
        page = shown(StartPage(appearance, Formats("en_GB")), qtbot)
    finally:
        language.use("en")

    words = [label.text() for label in page.findChildren(QLabel) if label.text()]
    titles = [tile.accessibleName() for tile in page.tiles]
    sentences = [tile.accessibleDescription() for tile in page.tiles]
    assert all(text.startswith("[") for text in [*words, *titles, *sentences])


@pytest.mark.parametrize("size", [(1440, 900), (1000, 640), (960, 540)])
def test_nothing_stands_out_of_the_card(
    page: StartPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.set_recent(RECENT * 3)
    page.resize(*size)
    qtbot.waitUntil(lambda: page.size().toTuple() == size)

    card = page.card.card
    for widget in (page.demo, page.look, page.recent):
        corner = widget.mapTo(card, widget.rect().bottomRight())
        assert corner.x() < card.width()
    foot = page.look.mapTo(page, page.look.rect().bottomRight())
    assert foot.y() < page.height()
