"""The settings page, made from the one description of all settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.settings import BY_NAME, SETTINGS, SettingKind, choice_labels
from resources.texts import _
from views.settings.keeper import SettingsKeeper
from views.settings.shortcuts import Shortcuts, kept_shortcuts, native
from widgets.form import Choice, Keys, Section, SettingsForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.settings import Setting
    from views.context import ScreenContext
    from views.settings.keeper import StoresSettings
    from views.settings.shortcuts import Command

SHORTCUTS = "shortcuts"
# The fields of commands beside those of settings.
KEY_FIELD = "keys:"
MARGIN = 40


class SettingsView(QWidget):
    """Shows settings; a change holds at once and is stored in the background."""

    # A setting and its new value; of shortcuts, the keys of each command that has others.
    changed = Signal(str, object)
    stored = Signal(str)
    failed = Signal(Exception)

    def __init__(
        self,
        context: ScreenContext,
        settings: StoresSettings,
        companies: Sequence[tuple[str, str]],
        commands: Sequence[Command] = (),
    ) -> None:
        """Build the page of settings that were loaded; companies are ids with names."""
        super().__init__()
        self._settings = settings
        self._companies = tuple(companies)
        self._keeper = SettingsKeeper(self, settings, context.tasks)
        self._keeper.stored.connect(self.stored)
        self._keeper.refused.connect(self._take_back)
        stored = settings[SHORTCUTS]
        self.shortcuts = Shortcuts(kept_shortcuts(commands, stored))
        self.form = SettingsForm(self._sections())
        self.form.changed.connect(self._change)
        self._add_resets()
        self._lay_out()
        self.form.set_values({s.name: settings[s.name] for s in _choices()})
        self._show_shortcuts()

    def _sections(self) -> list[Section]:
        general = tuple(self._choice(setting) for setting in _choices())
        keys = tuple(
            Keys(KEY_FIELD + key, command.title) for key, command in self.shortcuts.commands.items()
        )
        sections = [Section(_("Look and company"), general)]
        return [*sections, Section(_(BY_NAME[SHORTCUTS].label), keys)] if keys else sections

    def _choice(self, setting: Setting) -> Choice:
        if setting.kind is SettingKind.RECORD:
            options = (("", _("My own")), *self._companies)
        else:
            options = tuple(choice_labels(setting).items())
        hint = _(setting.help) if setting.help else ""
        return Choice(setting.name, _(setting.label), options, hint)

    def _add_resets(self) -> None:
        """Put beside the keys of each command the way back to those it comes with."""
        self.resets: dict[str, QPushButton] = {}
        for key, command in self.shortcuts.commands.items():
            button = QPushButton(_("Reset"))
            button.setProperty("kind", "link")
            button.setAccessibleName(_("Reset: {title}").format(title=command.title))
            button.clicked.connect(lambda _on=False, key=key: self._reset(key))
            control = self.form.controls[KEY_FIELD + key]
            # Before the stretch at the end.
            control.row.insertWidget(control.row.count() - 1, button)
            self.resets[key] = button

    def _lay_out(self) -> None:
        title = QLabel(_("Settings"))
        title.setProperty("kind", "title")
        self.reset_all = QPushButton(_("Reset all shortcuts"))
        self.reset_all.setVisible(bool(self.shortcuts.commands))
        self.reset_all.clicked.connect(self._reset_all)
        foot = QHBoxLayout()
        foot.addWidget(self.reset_all)
        foot.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 28, MARGIN, 28)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self.form)
        column.addLayout(foot)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    @Slot(str, object)
    def _change(self, name: str, value: object) -> None:
        if name.startswith(KEY_FIELD):
            self._ask(name.removeprefix(KEY_FIELD), str(value))
            return
        self.form.set_error(name, "")
        self._hold(name, value)

    def _hold(self, name: str, value: object) -> None:
        self.changed.emit(name, value)
        self._keeper.store(name, value)

    def _ask(self, key: str, keys: str) -> None:
        if self.shortcuts.ask(key, keys):
            self._hold(SHORTCUTS, self.shortcuts.changed)
        self._show_shortcuts()

    def _reset(self, key: str) -> None:
        self._ask(key, self.shortcuts.commands[key].default)

    @Slot()
    def _reset_all(self) -> None:
        self.shortcuts.ask_all_defaults()
        self._hold(SHORTCUTS, self.shortcuts.changed)
        self._show_shortcuts()

    def _show_shortcuts(self) -> None:
        for key, command in self.shortcuts.commands.items():
            name, shown = KEY_FIELD + key, self.shortcuts.shown(key)
            self.form.set_value(name, shown)
            self.form.set_error(name, self.shortcuts.reason(key))
            button = self.resets[key]
            differs = native(shown) != native(command.default)
            button.setEnabled(differs)
            button.setToolTip(_back_to(command.default) if differs else _("These are its own keys"))
        waiting = self.shortcuts.changed or self.shortcuts.refused
        self.reset_all.setEnabled(bool(waiting))
        self.reset_all.setToolTip("" if waiting else _("Every command has its own keys"))

    @Slot(str, object, Exception)
    def _take_back(self, name: str, value: object, error: Exception) -> None:
        """Show what is stored again where a change could not be stored."""
        if name == SHORTCUTS:
            stored = value if isinstance(value, dict) else {}
            commands = tuple(self.shortcuts.commands.values())
            self.shortcuts = Shortcuts(kept_shortcuts(commands, stored))
            self._show_shortcuts()
        else:
            self.form.set_value(name, str(value))
            self.form.set_error(name, str(error))
        self.changed.emit(name, value)
        self.failed.emit(error)


def _choices() -> list[Setting]:
    """Return the settings that are chosen from a list; those the program keeps are left out."""
    kinds = (SettingKind.CHOICE, SettingKind.RECORD)
    return [setting for setting in SETTINGS if setting.kind in kinds and not setting.hidden]


def _back_to(keys: str) -> str:
    if not keys:
        return _("Back to no keys")
    return _("Back to {keys}").format(keys=native(keys))
