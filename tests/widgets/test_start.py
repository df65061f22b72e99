"""The parts of the start page: tiles, what was open before, a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.widgets.pictures import picture_of
from widgets.start import (
    ChoiceTile,
    ConnectionForm,
    ConnectionState,
    ConnectionValues,
    Recent,
    RecentList,
    StartCard,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
VALUES = ConnectionValues("db.example.com", 5433, "sales", "marta", "secret")
SENTENCE = "An invented company, ready in ten seconds."


@pytest.fixture
def form(qtbot: QtBot, appearance: Appearance) -> ConnectionForm:
    form = ConnectionForm(appearance)
    qtbot.addWidget(form)
    form.resize(700, 200)
    form.show()
    return form


@pytest.fixture
def recent(qtbot: QtBot, appearance: Appearance) -> RecentList:
    recent = RecentList(appearance, "Recent")
    qtbot.addWidget(recent)
    recent.set_recent(
        [
            Recent("a", "Rossetti", "/home/marta/rossetti.db", "Yesterday"),
            Recent("b", "Demo", "/tmp/demo.db", "12 Nov", missing="The file is gone."),  # noqa: S108
        ]
    )
    recent.resize(300, 100)
    recent.show()
    recent.activateWindow()
    return recent


def test_a_tile_is_pressed_by_mouse_and_enter(qtbot: QtBot, appearance: Appearance) -> None:
    tile = ChoiceTile(appearance, "flask", "Try it", SENTENCE, large=True)
    qtbot.addWidget(tile)
    tile.show()

    with qtbot.waitSignal(tile.clicked):
        qtbot.mouseClick(tile, LEFT)
    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Key.Key_Return)

    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Try it", SENTENCE)


def test_the_large_tile_is_larger_and_tinted(qtbot: QtBot, appearance: Appearance) -> None:
    large = ChoiceTile(appearance, "flask", "Try it", SENTENCE, large=True)
    small = ChoiceTile(appearance, "flask", "Try it", SENTENCE)
    for tile in (large, small):
        qtbot.addWidget(tile)
        tile.resize(600, tile.heightForWidth(600))

    grounds = [picture_of(tile).pixelColor(580, 10).name() for tile in (large, small)]

    theme = appearance.theme
    assert large.height() > 1.5 * small.height()
    assert grounds == [theme.colour("accent-tint").name(), theme.colour("surface").name()]


def test_a_narrow_tile_wraps_its_sentence(qtbot: QtBot, appearance: Appearance) -> None:
    tile = ChoiceTile(appearance, "flask", "Versuchen", SENTENCE * 2)
    qtbot.addWidget(tile)

    assert tile.heightForWidth(240) > tile.heightForWidth(900)


def test_a_barred_tile_says_why(qtbot: QtBot, appearance: Appearance) -> None:
    tile = ChoiceTile(appearance, "flask", "Try it", SENTENCE)
    qtbot.addWidget(tile)
    tile.show()
    tile.set_barred("It is being made.")

    with qtbot.assertNotEmitted(tile.clicked):
        qtbot.mouseClick(tile, LEFT)
    reason = tile.toolTip()
    tile.set_barred("")

    assert reason == "It is being made."
    assert tile.isEnabled()


def test_what_was_open_is_opened_again(qtbot: QtBot, recent: RecentList) -> None:
    with qtbot.waitSignal(recent.chosen) as caught:
        qtbot.mouseClick(recent.buttons[0], LEFT)

    assert caught.args == ["a"]
    assert recent.buttons[0].accessibleName() == "Rossetti /home/marta/rossetti.db Yesterday"


def test_keys_go_through_what_was_open(qtbot: QtBot, recent: RecentList) -> None:
    recent.buttons[0].setFocus()

    qtbot.keyClick(recent.buttons[0], Key.Key_Down)
    with qtbot.waitSignal(recent.forgotten) as caught:
        qtbot.keyClick(recent.buttons[1], Key.Key_Delete)

    assert caught.args == ["b"]


def test_what_is_gone_says_so(recent: RecentList) -> None:
    assert "The file is gone." in recent.buttons[1].toolTip()
    assert recent.buttons[1].accessibleDescription() == "The file is gone."


def test_an_empty_connection_says_what_is_missing(form: ConnectionForm) -> None:
    assert not form.test_button.isEnabled()
    assert form.connect_button.toolTip() == "Still empty: Server, Database, Login"


def test_a_connection_is_tested(qtbot: QtBot, form: ConnectionForm) -> None:
    form.set_values(VALUES)

    with qtbot.waitSignal(form.test_requested) as caught:
        qtbot.mouseClick(form.test_button, LEFT)

    assert caught.args == [VALUES]


def test_enter_connects(qtbot: QtBot, form: ConnectionForm) -> None:
    form.set_values(VALUES)

    with qtbot.waitSignal(form.connect_requested) as caught:
        qtbot.keyClick(form.password, Key.Key_Return)

    assert caught.args == [VALUES]


def test_nothing_else_is_tried_meanwhile(form: ConnectionForm) -> None:
    form.set_values(VALUES)

    form.set_state(ConnectionState.TRYING, "Connecting…")

    assert not form.connect_button.isEnabled()
    assert form.sentence.text() == "Connecting…"


def test_what_was_found_out_goes_when_a_field_changes(qtbot: QtBot, form: ConnectionForm) -> None:
    form.set_values(VALUES)
    form.set_state(ConnectionState.GOOD, "The server answers.")

    qtbot.keyClicks(form.database, "x")

    assert form.sentence.text() == ""
    assert form.connect_button.isEnabled()


@pytest.mark.parametrize("typed", ["abc", "-5"])
def test_a_port_is_a_number(qtbot: QtBot, form: ConnectionForm, typed: str) -> None:
    form.port.clear()

    qtbot.keyClicks(form.port, typed)

    assert form.values.port in {5432, 5}


def test_the_password_is_not_shown(form: ConnectionForm) -> None:
    assert form.password.echoMode() == QLineEdit.EchoMode.Password


def test_every_field_has_a_name(form: ConnectionForm) -> None:
    names = [field.accessibleName() for field in form.findChildren(QLineEdit)]

    assert sorted(names) == ["Database", "Login", "Password", "Port", "Server"]


def test_the_card_is_as_large_as_it_should_be(qtbot: QtBot, appearance: Appearance) -> None:
    card = StartCard(appearance, "Welcome", "Begin here.")
    qtbot.addWidget(card)
    card.body.addWidget(QLabel("Body"))
    card.resize(1440, 900)
    card.show()

    assert (card.card.width(), card.card.height()) == (1160, 648)
    assert abs(card.card.geometry().center().x() - 720) <= 1


def test_the_card_fits_a_small_window(qtbot: QtBot, appearance: Appearance) -> None:
    card = StartCard(appearance, "Willkommen bei Dealboard", "Beginnen Sie hier.")
    qtbot.addWidget(card)
    card.resize(900, 500)
    card.show()

    assert card.rect().contains(card.card.geometry())
