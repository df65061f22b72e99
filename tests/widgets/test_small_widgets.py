"""Message bar, empty state, search field, busy bar, island, status strip and report."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.widgets.conftest import RESOURCES
from tests.widgets.pictures import picture_of
from widgets.busy_bar import DELAY_MS, BusyBar
from widgets.empty_state import Emptiness, EmptyState
from widgets.island import Island
from widgets.message_bar import MessageBar, MessageKind
from widgets.popup_menu import PopupMenu
from widgets.report_dialog import Report, ReportDialog, ReportLine
from widgets.search_field import SearchField
from widgets.status_strip import StatusStrip, StatusText
from widgets.theme import load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
NOTHING = Emptiness("tray", "Nothing here", "It comes later.", "Begin", "Clear the filter")


@pytest.fixture
def message_bar(qtbot: QtBot, appearance: Appearance) -> MessageBar:
    bar = MessageBar(appearance)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def empty_state(qtbot: QtBot, appearance: Appearance) -> EmptyState:
    state = EmptyState(appearance, NOTHING)
    qtbot.addWidget(state)
    state.show()
    return state


@pytest.fixture
def search_field(qtbot: QtBot, appearance: Appearance) -> SearchField:
    field = SearchField(appearance, "Search")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def busy_bar(qtbot: QtBot) -> BusyBar:
    bar = BusyBar()
    qtbot.addWidget(bar)
    return bar


def test_a_message_bar_is_hidden_until_it_has_something_to_say(message_bar: MessageBar) -> None:
    assert message_bar.isHidden()

    message_bar.show_message(MessageKind.INFO, "It was changed.")

    assert message_bar.isVisible()
    assert message_bar.link.isHidden()
    assert message_bar.accessibleName() == "It was changed."


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        (MessageKind.INFO, "accent-tint"),
        (MessageKind.WARNING, "warning-tint"),
        (MessageKind.NEGATIVE, "negative-tint"),
    ],
)
def test_the_kind_of_a_message_is_seen(
    message_bar: MessageBar, appearance: Appearance, kind: MessageKind, role: str
) -> None:
    message_bar.show_message(kind, "Look.")

    image = picture_of(message_bar)

    assert image.pixelColor(image.width() // 2, 3) == appearance.theme.colour(role)


def test_the_link_of_a_message_is_told(qtbot: QtBot, message_bar: MessageBar) -> None:
    message_bar.show_message(MessageKind.NEGATIVE, "It failed.", link="Try again")

    with qtbot.waitSignal(message_bar.link_clicked):
        qtbot.mouseClick(message_bar.link, LEFT)

    assert message_bar.isVisible()


def test_the_cross_takes_a_message_away(qtbot: QtBot, message_bar: MessageBar) -> None:
    message_bar.show_message(MessageKind.WARNING, "It waits.")

    with qtbot.waitSignal(message_bar.dismissed):
        qtbot.mouseClick(message_bar.cross, LEFT)

    assert message_bar.isHidden()
    assert message_bar.cross.accessibleName() == "Dismiss"


def test_the_buttons_of_an_empty_state_are_told(qtbot: QtBot, empty_state: EmptyState) -> None:
    with qtbot.waitSignal(empty_state.first_clicked):
        qtbot.mouseClick(empty_state.first, LEFT)
    with qtbot.waitSignal(empty_state.second_clicked):
        qtbot.mouseClick(empty_state.second, LEFT)

    assert empty_state.first.property("kind") == "primary"


def test_an_empty_state_reads_itself_aloud(empty_state: EmptyState) -> None:
    assert empty_state.accessibleName() == "Nothing here"
    assert empty_state.accessibleDescription() == "It comes later."


def test_an_empty_state_without_a_step_has_no_buttons(empty_state: EmptyState) -> None:
    empty_state.show_emptiness(Emptiness("tray", "Nothing here", "It comes later."))

    assert empty_state.first.isHidden()
    assert empty_state.second.isHidden()


def test_words_are_told_once_when_typing_pauses(qtbot: QtBot, search_field: SearchField) -> None:
    told: list[str] = []
    search_field.text_settled.connect(told.append)

    qtbot.keyClicks(search_field, "roof")

    qtbot.waitUntil(lambda: told == ["roof"])


def test_enter_tells_the_words_at_once(qtbot: QtBot, search_field: SearchField) -> None:
    told: list[str] = []
    search_field.text_settled.connect(told.append)

    qtbot.keyClicks(search_field, "door")
    qtbot.keyClick(search_field, Qt.Key.Key_Return)

    assert told == ["door"]


def test_escape_empties_the_field_at_once(qtbot: QtBot, search_field: SearchField) -> None:
    qtbot.keyClicks(search_field, "door")
    search_field.settle()

    with qtbot.waitSignal(search_field.text_settled) as caught:
        qtbot.keyClick(search_field, Qt.Key.Key_Escape)

    assert caught.args == [""]


def test_the_cross_of_the_field_is_there_when_there_is_something_to_clear(
    qtbot: QtBot, search_field: SearchField
) -> None:
    assert not search_field.cross.isVisible()

    qtbot.keyClicks(search_field, "door")
    assert search_field.cross.isVisible()
    search_field.cross.trigger()

    assert search_field.text() == ""
    assert search_field.accessibleName() == "Search"


def test_work_that_takes_long_is_shown_after_a_while(qtbot: QtBot, busy_bar: BusyBar) -> None:
    begun = time.monotonic()

    busy_bar.start("Reading the file")
    assert busy_bar.isHidden()
    qtbot.waitUntil(busy_bar.isVisible)

    # The clock of a timer may be a little ahead of this one.
    assert (time.monotonic() - begun) * 1000 > DELAY_MS * 0.9
    assert busy_bar.sentence.text() == "Reading the file"
    assert busy_bar.line.accessibleName() == "Reading the file"


def test_work_that_ends_at_once_is_never_shown(qtbot: QtBot, busy_bar: BusyBar) -> None:
    busy_bar.start("Reading the file")

    busy_bar.finish()
    qtbot.wait(DELAY_MS + 50)

    assert busy_bar.isHidden()


def test_progress_says_how_far_it_is(busy_bar: BusyBar) -> None:
    busy_bar.start("Reading")

    busy_bar.set_progress(30, 120, "Reading row 30")

    assert (busy_bar.line.value(), busy_bar.line.maximum()) == (30, 120)
    assert busy_bar.sentence.text() == "Reading row 30"


def test_cancel_is_told_once(qtbot: QtBot, busy_bar: BusyBar) -> None:
    busy_bar.start("Reading")
    busy_bar.show()

    with qtbot.waitSignal(busy_bar.cancelled):
        qtbot.mouseClick(busy_bar.cancel, LEFT)

    assert not busy_bar.cancel.isEnabled()


def test_content_does_not_stand_out_of_an_island(qtbot: QtBot, appearance: Appearance) -> None:
    island = Island(appearance)
    qtbot.addWidget(island)
    content = QWidget()
    content.setStyleSheet("background: #ff0000")
    island.column.addWidget(content)
    island.resize(100, 100)
    island.show()

    image = picture_of(island)

    for x, y in ((0, 0), (99, 0), (0, 99), (99, 99)):
        assert image.pixelColor(x, y) == appearance.theme.colour("window")
    assert image.pixelColor(50, 50).name() == "#ff0000"


def test_a_status_strip_sets_off_its_figures(qtbot: QtBot, appearance: Appearance) -> None:
    strip = StatusStrip(appearance)
    qtbot.addWidget(strip)

    strip.set_left([StatusText("Net", "1,200.00", "EUR"), StatusText(figure="3", after="selected")])
    strip.set_right([StatusText("Up to date", icon="cloud-check")])

    labels = strip.left.findChildren(QLabel)
    assert [label.accessibleName() for label in labels] == ["Net 1,200.00 EUR", "3 selected"]
    assert "font-weight:600" in labels[0].text()
    assert [label.text() for label in strip.right.findChildren(QLabel)] == ["Up to date"]


def test_a_status_strip_shows_signs_as_they_are(qtbot: QtBot, appearance: Appearance) -> None:
    strip = StatusStrip(appearance)
    qtbot.addWidget(strip)

    strip.set_left([StatusText("<b>Smith & Sons</b>")])

    label = strip.left.findChildren(QLabel)[0]
    assert label.text() == "&lt;b&gt;Smith &amp; Sons&lt;/b&gt;"


def test_a_status_strip_follows_the_theme(qtbot: QtBot, appearance: Appearance) -> None:
    strip = StatusStrip(appearance)
    qtbot.addWidget(strip)
    strip.set_left([StatusText("Net", "1.00", "EUR")])
    dark = load_theme(RESOURCES, "dark")

    appearance.use(dark)

    shown = [label for label in strip.left.findChildren(QLabel) if label.isVisibleTo(strip)]
    assert [dark.colour("text").name() in label.text() for label in shown] == [True]


def test_a_report_counts_and_says(qtbot: QtBot) -> None:
    lines = [ReportLine(12, "rows were read"), ReportLine(1, "row was left out")]

    dialog = ReportDialog(Report("Import finished", "One file was read.", lines))
    qtbot.addWidget(dialog)

    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.windowTitle() == "Import finished"
    assert words == ["Import finished", "One file was read.", "12", "rows were read", "1",
                     "row was left out"]  # fmt: skip


def test_enter_closes_a_report(qtbot: QtBot) -> None:
    dialog = ReportDialog(Report("Import finished", "One file was read.", []))
    qtbot.addWidget(dialog)
    dialog.show()

    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_a_menu_shows_why_an_entry_is_barred(qtbot: QtBot) -> None:
    menu = PopupMenu("More")
    qtbot.addWidget(menu)

    assert menu.toolTipsVisible()
    assert menu.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
