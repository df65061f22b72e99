"""Pop-ups in which a filter is typed, or records are found and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from widgets.chips import Chip, FilterChips
from widgets.filter_row import NumberFilter, NumberRange, TextFilter
from widgets.filter_row.record_popup import RecordPopup
from widgets.filter_row.typed_popup import TypedPopup
from widgets.segments import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key
FOUND = [("c", "Conti"), ("d", "Costa")]


@pytest.fixture
def anchor(qtbot: QtBot) -> QPushButton:
    """Return a button that pop-ups open under."""
    made = QPushButton("Contact")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def typed(qtbot: QtBot, appearance: Appearance, anchor: QPushButton) -> TypedPopup:
    """Return an open pop-up of a number filter that has a value."""
    about = NumberFilter("Net amount", int, str)
    made = TypedPopup(appearance, about, NumberRange(10, None))
    qtbot.addWidget(made)
    made.open_below(anchor)
    return made


@pytest.fixture
def records(qtbot: QtBot, appearance: Appearance, anchor: QPushButton) -> Iterator[RecordPopup]:
    """Return an open pop-up in which one record is chosen."""
    made = RecordPopup(appearance, "Contact", {"a": "Abate"}, below=False)
    made.name_switch("With its child companies")
    qtbot.addWidget(made)
    made.open_below(anchor)
    yield made
    made.close()


def titles(popup: RecordPopup) -> list[tuple[str, bool]]:
    """Return the lines and whether each is checked."""
    checked = popup.checks.checked
    keys = [item.data(Qt.ItemDataRole.UserRole) for item in popup.checks.items]
    texts = [item.text() for item in popup.checks.items]
    return [(text, key in checked) for text, key in zip(texts, keys, strict=True)]


def test_a_filter_is_typed_and_told(qtbot: QtBot, typed: TypedPopup) -> None:
    assert typed.cell.text() == "≥ 10"
    with qtbot.waitSignal(typed.changed) as caught:
        QTest.keyClicks(typed.cell, "5..7")

        QTest.keyClick(typed.cell, Key.Key_Return)

    assert caught.args == [NumberRange(5, 7)]
    assert not typed.isVisible()


def test_what_cannot_be_read_is_said_and_stays_open(typed: TypedPopup) -> None:
    QTest.keyClicks(typed.cell, "many")

    QTest.keyClick(typed.cell, Key.Key_Return)

    assert typed.isVisible()
    assert typed.error.isVisible()
    assert typed.error.text() == typed.cell.error != ""


def test_escape_leaves_the_filter_as_it_was(qtbot: QtBot, typed: TypedPopup) -> None:
    QTest.keyClicks(typed.cell, "7")

    with qtbot.assertNotEmitted(typed.changed, wait=400):
        QTest.keyClick(typed.cell, Key.Key_Escape)

    assert not typed.isVisible()


def test_words_are_typed_as_well(qtbot: QtBot, appearance: Appearance, anchor: QPushButton) -> None:
    popup = TypedPopup(appearance, TextFilter("Title"), None)
    qtbot.addWidget(popup)
    popup.open_below(anchor)

    with qtbot.waitSignal(popup.changed) as caught:
        QTest.keyClicks(popup.cell, "press")

    assert caught.args == ["press"]
    assert popup.isVisible()
    popup.close()


def test_what_is_typed_is_asked_for(qtbot: QtBot, records: RecordPopup) -> None:
    with qtbot.waitSignal(records.asked) as caught:
        QTest.keyClicks(records.search, "co")

    assert caught.args == ["co"]


def test_what_was_found_stands_below_what_is_chosen(records: RecordPopup) -> None:
    records.search.setText("co")

    records.show_found("co", FOUND)

    assert titles(records) == [("Abate", True), ("Conti", False), ("Costa", False)]


def test_a_late_answer_is_not_shown(records: RecordPopup) -> None:
    records.search.setText("cos")

    records.show_found("co", FOUND)

    assert titles(records) == [("Abate", True)]


def test_a_record_that_was_chosen_stays_while_others_are_looked_for(
    qtbot: QtBot, records: RecordPopup
) -> None:
    records.search.setText("co")
    records.show_found("co", FOUND)

    with qtbot.waitSignal(records.changed) as caught:
        records.checks.check(("a", "d"))
    records.search.setText("zz")
    records.show_found("zz", [])

    assert caught.args == [("a", "d"), False]
    assert titles(records) == [("Abate", True), ("Costa", True)]
    assert records.nothing.isVisible()


def test_the_switch_takes_in_what_lies_below(qtbot: QtBot, records: RecordPopup) -> None:
    with qtbot.waitSignal(records.changed) as caught:
        qtbot.mouseClick(records.below, LEFT, pos=records.below.rect().center() / 4)

    assert caught.args == [("a",), True]
    assert records.below.text() == "With its child companies"


def test_arrow_down_goes_from_the_words_to_the_lines(records: RecordPopup) -> None:
    QTest.keyClick(records.search, Key.Key_Down)

    assert records.checks.list.hasFocus()


def test_a_chip_that_stays_has_no_cross(qtbot: QtBot, appearance: Appearance) -> None:
    chips = FilterChips(appearance, "Filters")
    qtbot.addWidget(chips)
    chips.set_chips([Chip("closed", "Closed", "last 90 days", fixed=True)])
    chips.show()

    with qtbot.assertNotEmitted(chips.removed):
        QTest.keyClick(chips.buttons[0], Key.Key_Delete)

    assert not chips.buttons[0].cross.isVisible()
    assert chips.button("closed") is chips.buttons[0]
    assert chips.button("other") is chips.add


def test_icons_take_the_place_of_titles(qtbot: QtBot, appearance: Appearance) -> None:
    control = SegmentedControl("Cards", (("wide", "Comfortable"), ("narrow", "Compact")))
    qtbot.addWidget(control)

    control.show_icons(appearance, {"wide": "rows", "narrow": "list"})

    button = control.button("narrow")
    assert (button.text(), button.toolTip()) == ("", "Compact")
    assert not button.icon().isNull()
    assert button.accessibleName() == "Cards: Compact"
