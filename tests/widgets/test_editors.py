"""Small editors: what they read, refuse and step through."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from widgets.editors import ChoiceEditor, DateEditor, MoneyEditor, PercentEditor, TextEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


def read_minor(text: str) -> int | None:
    if not text:
        return None
    if not text.replace(".", "").isdecimal():
        raise ValueError("Write an amount as 12.50.")
    return round(float(text) * 100)


def test_an_amount_is_minor_units(qtbot: QtBot) -> None:
    editor = MoneyEditor("Net", 1250, read_minor, lambda minor: f"{minor / 100:.2f}")
    qtbot.addWidget(editor)
    shown = editor.text()
    editor.selectAll()
    qtbot.keyClicks(editor, "99.5")

    with qtbot.waitSignal(editor.committed) as caught:
        qtbot.keyClick(editor, Key.Key_Return)

    assert shown == "12.50"
    assert caught.args == [9950]


def test_no_amount_is_none(qtbot: QtBot) -> None:
    editor = MoneyEditor("Net", 1250, read_minor, lambda minor: f"{minor / 100:.2f}")
    qtbot.addWidget(editor)
    editor.selectAll()
    qtbot.keyClick(editor, Key.Key_Delete)

    with qtbot.waitSignal(editor.committed) as caught:
        qtbot.keyClick(editor, Key.Key_Return)

    assert caught.args == [None]


def test_an_unknown_amount_is_empty_at_first(qtbot: QtBot) -> None:
    editor = MoneyEditor("Net", None, read_minor, str)
    qtbot.addWidget(editor)

    assert editor.text() == ""


def test_an_error_goes_with_the_next_letter(qtbot: QtBot) -> None:
    editor = MoneyEditor("Net", 1250, read_minor, str)
    qtbot.addWidget(editor)
    editor.begin_with("x")
    qtbot.keyClick(editor, Key.Key_Return)
    wrong = editor.error

    qtbot.keyClick(editor, Key.Key_Backspace)

    assert wrong == "Write an amount as 12.50."
    assert editor.error == ""


def test_arrows_go_from_day_to_day(qtbot: QtBot) -> None:
    editor = DateEditor("Day", date(2026, 12, 31), date.fromisoformat, date.isoformat)
    qtbot.addWidget(editor)

    qtbot.keyClick(editor, Key.Key_Up)

    assert editor.text() == "2027-01-01"


def test_arrows_leave_alone_what_is_no_day(qtbot: QtBot) -> None:
    editor = DateEditor("Day", None, date.fromisoformat, date.isoformat)
    qtbot.addWidget(editor)
    editor.begin_with("soon")

    qtbot.keyClick(editor, Key.Key_Down)

    assert editor.text() == "soon"


def test_arrows_go_by_five_percent_and_stay_within(qtbot: QtBot) -> None:
    editor = PercentEditor("Chance", 97)
    qtbot.addWidget(editor)

    qtbot.keyClick(editor, Key.Key_Up)
    top = editor.text()
    qtbot.keyClick(editor, Key.Key_Down)

    assert (top, editor.text()) == ("100", "95")


@pytest.mark.parametrize("typed", ["101", "-1", "x", ""])
def test_what_is_no_percentage_is_refused(qtbot: QtBot, typed: str) -> None:
    editor = PercentEditor("Chance", 50)
    qtbot.addWidget(editor)
    editor.begin_with(typed)

    with qtbot.assertNotEmitted(editor.committed):
        qtbot.keyClick(editor, Key.Key_Return)

    assert editor.error == "Write a whole number from 0 to 100."


def test_a_percent_sign_may_be_typed(qtbot: QtBot) -> None:
    editor = PercentEditor("Chance", 50)
    qtbot.addWidget(editor)
    editor.begin_with("75 %")

    with qtbot.waitSignal(editor.committed) as caught:
        qtbot.keyClick(editor, Key.Key_Return)

    assert caught.args == [75]


def test_shift_and_tab_step_back(qtbot: QtBot) -> None:
    editor = TextEditor("Name", "Gate")
    qtbot.addWidget(editor)

    with qtbot.waitSignal(editor.stepped) as caught:
        qtbot.keyClick(editor, Key.Key_Backtab)

    assert caught.args == [-1]


def test_typing_finds_a_choice(qtbot: QtBot) -> None:
    editor = ChoiceEditor("Kind", (("a", "Alpha"), ("b", "Beta")), "a")
    qtbot.addWidget(editor)
    editor.begin_with("be")

    with qtbot.waitSignal(editor.committed) as caught:
        qtbot.keyClick(editor, Key.Key_Return)

    assert caught.args == ["b"]


def test_a_choice_that_stays_is_not_told(qtbot: QtBot) -> None:
    editor = ChoiceEditor("Kind", (("a", "Alpha"), ("b", "Beta")), "a")
    qtbot.addWidget(editor)

    with qtbot.waitSignal(editor.cancelled), qtbot.assertNotEmitted(editor.committed):
        editor.commit()
