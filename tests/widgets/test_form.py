"""A form made from a description: each kind of setting, errors, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from widgets.form import Choice, Flag, Keys, Section, SettingsForm, Text
from widgets.form.fields import FlagControl, KeysControl, ListControl, SegmentsControl, TextControl

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def refuse_empty(text: str) -> None:
    if not text:
        raise ValueError("Write a name.")


FEW = Choice("theme", "Theme", (("system", "System"), ("light", "Light"), ("dark", "Dark")))
MANY = Choice("language", "Language", tuple((str(n), f"Language {n}") for n in range(6)), "A hint.")
TEXT = Text("company", "Name of the company", check=refuse_empty)
KEYS = Keys("search", "Search")
FLAG = Flag("motion", "Show movement")


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    form = SettingsForm([Section("Look", (FEW, MANY, FLAG)), Section("Company", (TEXT, KEYS))])
    qtbot.addWidget(form)
    form.set_values(
        {"theme": "light", "language": "2", "motion": True, "company": "Gate", "gone": "x"}
    )
    form.show()
    form.activateWindow()
    return form


def test_few_choices_are_all_in_sight(qtbot: QtBot, form: SettingsForm) -> None:
    control = form.controls["theme"]
    assert isinstance(control, SegmentsControl)
    before = control.segments.value

    with qtbot.waitSignal(form.changed) as caught:
        qtbot.mouseClick(control.segments.button("dark"), LEFT)

    assert before == "light"
    assert caught.args == ["theme", "dark"]


def test_many_choices_open_in_a_list(qtbot: QtBot, form: SettingsForm) -> None:
    control = form.controls["language"]
    assert isinstance(control, ListControl)
    before = control.combo.currentText()

    with qtbot.waitSignal(form.changed) as caught:
        qtbot.keyClick(control.combo, Key.Key_Down)

    assert before == "Language 2"
    assert caught.args == ["language", "3"]


def test_words_are_told_when_they_are_left(qtbot: QtBot, form: SettingsForm) -> None:
    control = form.controls["company"]
    assert isinstance(control, TextControl)
    qtbot.keyClicks(control.field, "way")

    with qtbot.waitSignal(form.changed) as caught:
        qtbot.keyClick(control.field, Key.Key_Return)

    assert caught.args == ["company", "Gateway"]


def test_the_same_words_are_not_told(qtbot: QtBot, form: SettingsForm) -> None:
    control = form.controls["company"]
    assert isinstance(control, TextControl)

    with qtbot.assertNotEmitted(form.changed):
        qtbot.keyClick(control.field, Key.Key_Return)


def test_words_that_cannot_stand_are_refused_in_a_sentence(
    qtbot: QtBot, form: SettingsForm
) -> None:
    control = form.controls["company"]
    assert isinstance(control, TextControl)
    control.field.clear()

    with qtbot.assertNotEmitted(form.changed):
        qtbot.keyClick(control.field, Key.Key_Return)

    assert form.error("company") == "Write a name."
    assert control.field.property("state") == "error"


def test_the_error_goes_when_it_is_put_right(qtbot: QtBot, form: SettingsForm) -> None:
    control = form.controls["company"]
    assert isinstance(control, TextControl)
    form.set_error("company", "Write a name.")

    qtbot.keyClick(control.field, Key.Key_Return)

    assert form.error("company") == ""


def test_keys_are_pressed_as_they_will_be(qtbot: QtBot, form: SettingsForm) -> None:
    control = form.controls["search"]
    assert isinstance(control, KeysControl)

    with qtbot.waitSignal(form.changed) as caught:
        qtbot.keyClick(control.edit, Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    assert caught.args == ["search", "Ctrl+J"]


def test_keys_can_be_taken_away(qtbot: QtBot, form: SettingsForm) -> None:
    form.set_value("search", "Ctrl+K")
    control = form.controls["search"]
    assert isinstance(control, KeysControl)

    with qtbot.waitSignal(form.changed) as caught:
        qtbot.mouseClick(control.clear, LEFT)

    assert caught.args == ["search", ""]
    assert not control.clear.isEnabled()


def test_a_flag_is_told(qtbot: QtBot, form: SettingsForm) -> None:
    control = form.controls["motion"]
    assert isinstance(control, FlagControl)

    with qtbot.waitSignal(form.changed) as caught:
        qtbot.keyClick(control.box, Key.Key_Space)

    assert caught.args == ["motion", False]


def test_values_from_outside_are_not_told(qtbot: QtBot, form: SettingsForm) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_values({"theme": "dark", "language": "0", "motion": False, "search": "F3"})


def test_labels_belong_to_their_controls(form: SettingsForm) -> None:
    buddies = {
        label.text(): label.buddy().accessibleName()
        for label in form.findChildren(QLabel)
        if label.buddy()
    }

    assert buddies == {
        "Theme": "Theme",
        "Language": "Language",
        "Name of the company": "Name of the company",
        "Search": "Search",
    }


def test_a_long_label_wraps(qtbot: QtBot) -> None:
    long = Text("x", "Geschäftsbezeichnung der Gesellschaft, wie sie im Register steht")
    form = SettingsForm([Section("", (long,))])
    qtbot.addWidget(form)
    form.resize(600, 200)
    form.show()

    label = next(label for label in form.findChildren(QLabel) if label.text() == long.title)

    assert label.width() <= 180
    assert label.height() >= 2 * label.fontMetrics().height()
