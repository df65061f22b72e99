"""The settings page over a real database."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QKeySequenceEdit, QLabel, QLineEdit

from core.formats import Formats
from core.settings import SETTINGS, SettingKind, Settings
from db.errors import ConnectionLostError
from resources.texts import language
from views.context import ScreenContext
from views.settings import Command, SettingsView
from views.settings.settings_view import KEY_FIELD
from widgets.form import Choice
from widgets.form.fields import KeysControl, ListControl, SegmentsControl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from models.task import TaskRunner
    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
PATIENCE = 20.0
COMMANDS = (
    Command("find", "Find or do anything", "Ctrl+K"),
    Command("undo", "Undo", "Ctrl+Z"),
    Command("theme", "Light or dark"),
)
COMPANIES = [(f"id-{place}", f"Company {place}") for place in range(6)]


class GatedSettings(Settings):
    """Stores for real, but only while its gate is open, and not while the cable is out."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with the gate open and the cable in."""
        super().__init__(workspace)
        self.gate = Event()
        self.gate.set()
        self.cable_is_out = False
        self.stores: list[tuple[str, object]] = []

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401 - as the real ones
        """Store when the gate is open."""
        assert self.gate.wait(PATIENCE)
        if self.cable_is_out:
            raise ConnectionLostError("board")
        super().set(name, value)
        self.stores.append((name, value))


@pytest.fixture
def settings(sqlite_workspace: Workspace) -> Iterator[GatedSettings]:
    made = GatedSettings(sqlite_workspace)
    made.load()
    yield made
    made.gate.set()


@pytest.fixture
def context(
    sqlite_workspace: Workspace, tasks: TaskRunner, appearance: Appearance
) -> ScreenContext:
    return ScreenContext(appearance, tasks, Formats("en_GB"), sqlite_workspace.parameters)


@pytest.fixture
def view(context: ScreenContext, settings: GatedSettings, qtbot: QtBot) -> SettingsView:
    return shown(SettingsView(context, settings, COMPANIES, COMMANDS), qtbot)


def shown(view: SettingsView, qtbot: QtBot) -> SettingsView:
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def segments(view: SettingsView, name: str) -> SegmentsControl:
    control = view.form.controls[name]
    assert isinstance(control, SegmentsControl)
    return control


def keys_of(view: SettingsView, key: str) -> KeysControl:
    control = view.form.controls[KEY_FIELD + key]
    assert isinstance(control, KeysControl)
    return control


def press(view: SettingsView, qtbot: QtBot, key: str, letter: Qt.Key) -> None:
    """Press Ctrl and a letter in the field of a command, and leave it."""
    edit = keys_of(view, key).edit
    edit.setFocus()
    qtbot.keyClick(edit, letter, CTRL)
    qtbot.waitUntil(lambda: keys_of(view, key).edit.keySequence().toString() != "")
    edit.editingFinished.emit()


def again(workspace: Workspace) -> Settings:
    """Return the settings as another start reads them."""
    made = Settings(workspace)
    made.load()
    return made


def test_every_setting_that_is_chosen_is_on_the_page(view: SettingsView) -> None:
    kinds = (SettingKind.CHOICE, SettingKind.RECORD)

    wanted = {s.name for s in SETTINGS if s.kind in kinds and not s.hidden}

    assert wanted <= view.form.controls.keys()
    assert "layout" not in view.form.controls


def test_the_page_shows_what_is_stored(
    context: ScreenContext, settings: GatedSettings, qtbot: QtBot
) -> None:
    settings.set("theme", "dark")
    settings.set("company", "id-3")

    view = shown(SettingsView(context, settings, COMPANIES, COMMANDS), qtbot)

    company = view.form.controls["company"]
    assert segments(view, "theme").segments.value == "dark"
    assert isinstance(company, ListControl)
    assert company.combo.currentText() == "Company 3"


def test_a_choice_is_told_at_once_and_stored(
    sqlite_workspace: Workspace, view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    settings.gate.clear()
    told: list[tuple[str, object]] = []
    view.changed.connect(lambda name, value: told.append((name, value)))

    qtbot.mouseClick(segments(view, "theme").segments.button("dark"), LEFT)
    before = list(told)
    with qtbot.waitSignal(view.stored):
        settings.gate.set()

    assert before == [("theme", "dark")]
    assert again(sqlite_workspace)["theme"] == "dark"


def test_a_company_is_chosen_by_its_name(
    sqlite_workspace: Workspace, view: SettingsView, qtbot: QtBot
) -> None:
    control = view.form.controls["company"]
    assert isinstance(control, ListControl)
    control.combo.setFocus()

    with qtbot.waitSignal(view.stored):
        qtbot.keyClick(control.combo, Key.Key_Down)
        control.combo.activated.emit(control.combo.currentIndex())

    assert again(sqlite_workspace)["company"] == "id-0"


def test_of_many_changes_the_last_one_is_stored(
    sqlite_workspace: Workspace, view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    settings.gate.clear()
    for theme in ("dark", "light", "system", "light"):
        segments(view, "theme").segments.button(theme).click()

    settings.gate.set()

    qtbot.waitUntil(lambda: settings.stores == [("theme", "dark"), ("theme", "light")])
    assert again(sqlite_workspace)["theme"] == "light"


def test_what_cannot_be_stored_goes_back_and_says_why(
    view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    settings.cable_is_out = True
    told: list[tuple[str, object]] = []
    view.changed.connect(lambda name, value: told.append((name, value)))

    with qtbot.waitSignal(view.failed):
        segments(view, "theme").segments.button("dark").click()

    assert segments(view, "theme").segments.value == "system"
    assert view.form.error("theme")
    assert told == [("theme", "dark"), ("theme", "system")]


def test_the_next_good_change_takes_the_error_away(
    view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    settings.cable_is_out = True
    with qtbot.waitSignal(view.failed):
        segments(view, "theme").segments.button("dark").click()
    settings.cable_is_out = False

    with qtbot.waitSignal(view.stored):
        segments(view, "theme").segments.button("light").click()

    assert view.form.error("theme") == ""


def test_keys_are_pressed_as_they_will_be_and_stored(
    sqlite_workspace: Workspace, view: SettingsView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.stored):
        press(view, qtbot, "theme", Key.Key_L)

    assert again(sqlite_workspace)["shortcuts"] == {"theme": "Ctrl+L"}


def test_keys_that_belong_to_another_command_are_refused_at_their_field(
    view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    press(view, qtbot, "theme", Key.Key_K)

    edit = keys_of(view, "theme").edit
    line = edit.findChild(QLineEdit)
    assert "belongs to “Find or do anything”" in view.form.error(KEY_FIELD + "theme")
    assert line is not None
    assert line.property("state") == "error"
    assert edit.keySequence().toString() == "Ctrl+K"
    assert settings.stores == []


def test_keys_that_are_freed_settle_the_conflict(
    view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    press(view, qtbot, "theme", Key.Key_K)

    with qtbot.waitSignal(view.stored):
        qtbot.mouseClick(keys_of(view, "find").clear, LEFT)

    assert view.form.error(KEY_FIELD + "theme") == ""
    assert settings["shortcuts"] == {"find": "", "theme": "Ctrl+K"}


def test_reset_gives_a_command_its_own_keys_back(
    view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    before = view.resets["find"].isEnabled()
    with qtbot.waitSignal(view.stored):
        press(view, qtbot, "find", Key.Key_P)
    tooltip = view.resets["find"].toolTip()

    with qtbot.waitSignal(view.stored):
        qtbot.mouseClick(view.resets["find"], LEFT)

    assert not before
    assert tooltip == "Back to Ctrl+K"
    assert keys_of(view, "find").edit.keySequence().toString() == "Ctrl+K"
    assert settings["shortcuts"] == {}


def test_all_shortcuts_go_back_at_once(
    view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    press(view, qtbot, "find", Key.Key_P)
    press(view, qtbot, "theme", Key.Key_Z)
    view.area.ensureWidgetVisible(view.reset_all)

    view.reset_all.click()

    qtbot.waitUntil(lambda: settings["shortcuts"] == {} and len(settings.stores) > 1)
    assert view.form.error(KEY_FIELD + "theme") == ""
    assert not view.reset_all.isEnabled()
    assert view.reset_all.toolTip()


def test_shortcuts_that_cannot_be_stored_go_back(
    view: SettingsView, settings: GatedSettings, qtbot: QtBot
) -> None:
    settings.cable_is_out = True

    with qtbot.waitSignal(view.failed):
        press(view, qtbot, "find", Key.Key_P)

    assert keys_of(view, "find").edit.keySequence().toString() == "Ctrl+K"


def test_a_page_without_commands_has_no_shortcuts(
    context: ScreenContext, settings: GatedSettings, qtbot: QtBot
) -> None:
    view = shown(SettingsView(context, settings, COMPANIES), qtbot)

    assert not view.reset_all.isVisible()
    assert not view.findChildren(QKeySequenceEdit)


def test_every_control_has_a_name_and_the_tab_key_reaches_it(
    view: SettingsView,
) -> None:
    kinds = (QAbstractButton, QComboBox, QKeySequenceEdit)
    wanted = {
        widget
        for kind in kinds
        for widget in view.findChildren(kind)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    segments(view, "theme").segments.button("system").setFocus()
    reached = set()

    for _step in range(len(wanted) + 3):
        reached.add(view.focusWidget())
        view.focusNextChild()

    assert wanted - reached == set()
    assert all(w.accessibleName() or getattr(w, "text", str)() for w in wanted)


def test_languages_are_named_in_themselves_whatever_is_spoken(
    context: ScreenContext, settings: GatedSettings, qtbot: QtBot
) -> None:
    language.use("qps")
    try:
        view = shown(SettingsView(context, settings, COMPANIES, COMMANDS), qtbot)
    finally:
        language.use("en")

    words = [label.text() for label in view.findChildren(QLabel) if label.text()]
    own = {command.title for command in COMMANDS}
    assert segments(view, "language").segments.button("it").text().strip("[]").startswith("Í")
    assert all(text.startswith("[") for text in words if text not in own)


def test_the_form_is_made_from_the_description(view: SettingsView) -> None:
    choices = {
        setting.name: setting
        for section in view._sections()  # noqa: SLF001 - what the form is made from
        for setting in section.settings
        if isinstance(setting, Choice)
    }

    for setting in SETTINGS:
        if setting.kind is SettingKind.CHOICE:
            assert [key for key, _title in choices[setting.name].options] == list(
                setting.choices or ()
            )
