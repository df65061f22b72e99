"""The line in which a new card is typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.widgets.conftest import RESOURCES
from tests.widgets.kanban_pictures import colours_of, inked_columns
from tests.widgets.pictures import picture_of
from widgets.kanban.quick_line import QuickLine
from widgets.theme import Appearance, Density, load_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView
    from pytestqt.qtbot import QtBot

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
HINT = "Contact, title, amount"
SENTENCE = "The amount is not a number: write it as 1,250.00, or leave it out."


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(236, 300)
    return window


@pytest.fixture
def line(window: QWidget, appearance: Appearance) -> QuickLine:
    line = QuickLine(appearance)
    line.set_hint(HINT, "N", "New card in 25 %")
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(line)
    column.addStretch(1)
    window.show()
    window.activateWindow()
    return line


@pytest.fixture
def other(window: QWidget, line: QuickLine) -> QWidget:
    """Return another widget that can have the keyboard."""
    other = QWidget(line.parentWidget())
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.setGeometry(0, 250, 50, 20)
    other.show()
    other.setFocus()
    assert window.focusWidget() is other
    return other


def suggestions(line: QuickLine) -> QAbstractItemView:
    """Return the list of suggestions of a line."""
    popup = line.field.completer().popup()
    assert popup
    return popup


def test_at_rest_a_line_shows_its_hint(line: QuickLine, other: QWidget) -> None:
    assert not line.is_open
    assert not other.isHidden()
    assert (line.rest.width(), line.rest.height()) == (236, 28)


def test_at_rest_a_line_is_dashed(line: QuickLine, other: QWidget, appearance: Appearance) -> None:
    image = picture_of(line)
    ground = image.pixelColor(120, 3)

    row = [image.pixelColor(x, 0) == ground for x in range(20, 200)]

    assert other.hasFocus()
    changes = sum(one != after for one, after in pairwise(row))
    assert changes > 40
    assert appearance.theme.colour("border-strong").name() in colours_of(image.copy(20, 0, 200, 1))


def test_the_key_stands_at_the_end(line: QuickLine, other: QWidget, appearance: Appearance) -> None:
    with_key = picture_of(line)
    assert other.hasFocus()

    line.set_hint(HINT, "", "New card")

    without = picture_of(line)
    assert with_key.copy(0, 0, 200, 28) == without.copy(0, 0, 200, 28)
    cap = with_key.copy(210, 5, 18, 18)
    assert appearance.theme.colour("surface-raised").name() in colours_of(cap)
    assert len(inked_columns(without.copy(205, 5, 25, 18), without.pixelColor(215, 14))) == 0


def test_a_long_hint_is_cut_before_the_key(line: QuickLine, other: QWidget) -> None:
    line.set_hint("Kontakt, Bezeichnung und voraussichtlicher Betrag", "N", "New")

    image = picture_of(line)

    assert other.hasFocus()
    ground = image.pixelColor(120, 3)
    assert inked_columns(image.copy(205, 4, 4, 20), ground) == []


def test_a_click_opens_the_line(qtbot: QtBot, line: QuickLine) -> None:
    with qtbot.waitSignal(line.opened):
        qtbot.mouseClick(line.rest, LEFT)

    assert line.is_open
    assert line.field.hasFocus()
    assert line.field.placeholderText() == HINT


def test_opening_twice_keeps_what_was_typed(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "Brenta")

    with qtbot.assertNotEmitted(line.opened):
        line.begin()

    assert line.field.text() == "Brenta"


def test_what_is_typed_is_told(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()

    with qtbot.waitSignal(line.edited) as caught:
        qtbot.keyClicks(line.field, "B")

    assert caught.args == ["B"]


def test_enter_tells_the_line(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, " Brenta, Gate, 1000 ")

    with qtbot.waitSignal(line.entered) as caught:
        qtbot.keyClick(line.field, Key.Key_Return)

    assert caught.args == ["Brenta, Gate, 1000"]
    assert line.is_open


def test_enter_without_words_tells_nothing(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "  ")

    with qtbot.assertNotEmitted(line.entered):
        qtbot.keyClick(line.field, Key.Key_Return)


def test_escape_leaves_the_line(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "Brenta")

    with qtbot.waitSignal(line.closed):
        qtbot.keyClick(line.field, Key.Key_Escape)

    assert not line.is_open
    assert line.rest.hasFocus()
    assert line.field.text() == ""


def test_an_empty_line_closes_when_the_keyboard_goes(
    qtbot: QtBot, line: QuickLine, other: QWidget
) -> None:
    line.begin()

    with qtbot.waitSignal(line.closed):
        other.setFocus()

    assert not line.is_open
    assert other.hasFocus()


def test_a_line_with_words_stays_when_the_keyboard_goes(
    qtbot: QtBot, line: QuickLine, other: QWidget
) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "Brenta")

    with qtbot.assertNotEmitted(line.closed):
        other.setFocus()

    assert line.field.text() == "Brenta"


def test_an_error_stands_below_the_line(line: QuickLine, window: QWidget) -> None:
    line.begin()
    low = line.height()

    line.set_error(SENTENCE)
    layout = window.layout()
    assert layout
    layout.activate()

    assert line.error.isVisible()
    assert line.height() > low
    assert line.error.height() >= line.error.heightForWidth(line.error.width())
    assert line.field.property("state") == "error"
    assert line.field.accessibleDescription() == SENTENCE


def test_an_error_goes_with_the_next_letter(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    line.set_error(SENTENCE)

    qtbot.keyClicks(line.field, "x")

    assert line.error.isHidden()
    assert not line.field.property("state")


def test_an_error_goes_when_the_line_is_closed(line: QuickLine) -> None:
    line.begin()
    line.set_error(SENTENCE)

    line.close_entry()

    assert line.error.isHidden()


def test_a_suggestion_is_taken(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "Off")
    line.set_suggestions(["Officine Brenta S.p.A.", "Officine Nord"])
    popup = suggestions(line)
    qtbot.waitUntil(popup.isVisible)

    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)

    assert line.field.text() == "Officine Brenta S.p.A., "
    assert not popup.isVisible()


def test_enter_means_the_line_while_no_suggestion_is_chosen(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "Off")
    line.set_suggestions(["Officine Brenta S.p.A."])
    popup = suggestions(line)
    qtbot.waitUntil(popup.isVisible)

    with qtbot.waitSignal(line.entered) as caught:
        qtbot.keyClick(popup, Key.Key_Return)

    assert caught.args == ["Off"]
    assert not popup.isVisible()


def test_escape_closes_the_suggestions_first(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "Off")
    line.set_suggestions(["Officine Brenta S.p.A."])
    popup = suggestions(line)
    qtbot.waitUntil(popup.isVisible)

    qtbot.keyClick(popup, Key.Key_Escape)

    assert not popup.isVisible()
    assert line.is_open
    assert line.field.text() == "Off"


def test_suggestions_end_with_the_first_comma(qtbot: QtBot, line: QuickLine) -> None:
    line.begin()
    qtbot.keyClicks(line.field, "Off, Gate")

    line.set_suggestions(["Officine Brenta S.p.A."])

    assert not suggestions(line).isVisible()


def test_late_suggestions_are_not_shown_on_a_closed_line(line: QuickLine) -> None:
    line.set_suggestions(["Officine Brenta S.p.A."])

    assert not suggestions(line).isVisible()


def test_a_line_is_read_aloud(line: QuickLine) -> None:
    assert line.rest.accessibleName() == "New card in 25 %"
    assert line.field.accessibleName() == "New card in 25 %"


@pytest.mark.parametrize("density", Density)
def test_a_line_is_as_high_at_rest_as_it_is_open(
    line: QuickLine, appearance: Appearance, density: Density
) -> None:
    appearance.use(load_theme(RESOURCES, "dark", density))
    rest = line.sizeHint().height()

    line.begin()

    assert line.sizeHint().height() == rest == appearance.theme.rows["field"]


def test_from_right_to_left_the_key_is_at_the_left(
    line: QuickLine, other: QWidget, appearance: Appearance
) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    image = picture_of(line)

    assert other.hasFocus()
    raised = appearance.theme.colour("surface-raised").name()
    assert raised in colours_of(image.copy(9, 6, 16, 16))
