"""Qt's own texts speak the language of the program."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from app.qt_texts import QtTexts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.app.started import Started

    Start = Callable[[str | None], Started]

Button = QDialogButtonBox.StandardButton


@pytest.fixture
def texts(qapp: QApplication) -> Iterator[QtTexts]:
    """Return Qt's texts; they are English again afterwards."""
    made = QtTexts(qapp)
    yield made
    made.leave()


def buttons(qtbot: QtBot) -> list[str]:
    """Return how the buttons of a dialog read that is made now."""
    box = QDialogButtonBox(Button.Save | Button.Cancel)
    qtbot.addWidget(box)
    return [box.button(each).text().replace("&", "") for each in (Button.Save, Button.Cancel)]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", ["Save", "Cancel"]),
        ("de", ["Speichern", "Abbrechen"]),
        ("it", ["Salva", "Annulla"]),
    ],
)
def test_a_standard_button_reads_in_each_language(
    qtbot: QtBot, texts: QtTexts, code: str, words: list[str]
) -> None:
    texts.use(code)

    assert buttons(qtbot) == words


def test_one_language_takes_the_place_of_the_other(qtbot: QtBot, texts: QtTexts) -> None:
    texts.use("de")
    texts.use("it")
    italian = buttons(qtbot)

    texts.use("en")

    assert italian == ["Salva", "Annulla"]
    assert buttons(qtbot) == ["Save", "Cancel"]


def test_keys_are_named_and_understood_in_the_language(texts: QtTexts) -> None:
    texts.use("de")
    keys = QKeySequence("Ctrl+Shift+S")

    named = keys.toString(QKeySequence.SequenceFormat.NativeText)

    assert named == "Strg+Umschalt+S"
    assert QKeySequence(named) == keys
    assert keys.toString(QKeySequence.SequenceFormat.PortableText) == "Ctrl+Shift+S"


def test_a_language_that_qt_does_not_speak_is_english_and_logged(
    qtbot: QtBot, texts: QtTexts, caplog: pytest.LogCaptureFixture
) -> None:
    texts.use("de")

    with caplog.at_level(logging.WARNING):
        texts.use("xx")

    assert buttons(qtbot) == ["Save", "Cancel"]
    assert "Qt has no texts for xx" in caplog.text


def test_dialogs_of_qt_follow_the_language_that_is_chosen(
    start: Start, qtbot: QtBot, sqlite_address: str
) -> None:
    program = start(sqlite_address)
    program.wait_for_rows(0)
    before = buttons(qtbot)
    old = program.window

    program.program.change_language("de")
    program.wait(lambda: program.window is not old)
    program.wait(lambda: program.program.desk is not None and program.program.desk.list is not None)
    dialog = QFileDialog(program.window)
    qtbot.addWidget(dialog)

    assert before == ["Save", "Cancel"]
    assert buttons(qtbot) == ["Speichern", "Abbrechen"]
    label = dialog.labelText(QFileDialog.DialogLabel.FileName)
    assert label.replace("&", "").strip(":") == "Dateiname"
