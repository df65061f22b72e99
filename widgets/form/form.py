"""A form made from sections of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from widgets.form.fields import Control, Flag, Setting, Value, control_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LABEL_WIDTH = 180
WIDEST = 720
TOP = Qt.AlignmentFlag.AlignTop


class Section(NamedTuple):
    """Settings under one title."""

    title: str
    settings: tuple[Setting, ...]


class SettingsForm(QWidget):
    """Labels at the left, controls at the right; each change is told at once."""

    changed = Signal(str, object)

    def __init__(self, sections: Sequence[Section]) -> None:
        """Build the controls of some sections."""
        super().__init__()
        self.controls: dict[str, Control] = {}
        self._errors: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for section in sections:
            self._add_section(section)
        self._column.addStretch(1)
        self.setMaximumWidth(WIDEST)

    def set_value(self, name: str, value: Value) -> None:
        """Show the value of a setting without telling it."""
        self.controls[name].set_value(value)

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show many values; what the form does not have is left alone."""
        for name, value in values.items():
            if name in self.controls:
                self.set_value(name, value)

    def set_error(self, name: str, sentence: str) -> None:
        """Say under a setting what is wrong with it; nothing takes it away."""
        label, control = self._errors[name], self.controls[name]
        label.setText(sentence)
        label.setVisible(bool(sentence))
        control.inner.setAccessibleDescription(sentence)
        # A field of keys draws its frame by a line edit inside.
        framed = control.inner.findChild(QLineEdit) or control.inner
        framed.setProperty("state", "error" if sentence else "")
        framed.style().unpolish(framed)
        framed.style().polish(framed)

    def error(self, name: str) -> str:
        """Return what is said under a setting."""
        return self._errors[name].text()

    def _add_section(self, section: Section) -> None:
        title = QLabel(section.title)
        title.setProperty("kind", "subtitle")
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 20)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, setting in enumerate(section.settings):
            self._add_setting(grid, row, setting)
        self._column.addWidget(title)
        self._column.addLayout(grid)

    def _add_setting(self, grid: QGridLayout, row: int, setting: Setting) -> None:
        control = control_of(setting)
        control.changed.connect(lambda value: self.changed.emit(setting.name, value))
        control.refused.connect(lambda sentence: self.set_error(setting.name, sentence))
        self.controls[setting.name] = control
        if not isinstance(setting, Flag):
            grid.addWidget(self._label(setting, control), row, 0, TOP)
        grid.addWidget(self._with_words(setting, control), row, 1)

    def _label(self, setting: Setting, control: Control) -> QLabel:
        label = QLabel(setting.title)
        label.setWordWrap(True)
        label.setMaximumWidth(LABEL_WIDTH)
        label.setProperty("kind", "muted")
        label.setContentsMargins(0, 4, 0, 0)
        label.setBuddy(control.inner)
        return label

    def _with_words(self, setting: Setting, control: Control) -> QWidget:
        hint, error = QLabel(setting.hint), QLabel()
        hint.setProperty("kind", "small")
        hint.setWordWrap(True)
        hint.setVisible(bool(setting.hint))
        error.setProperty("kind", "error")
        error.setWordWrap(True)
        error.hide()
        self._errors[setting.name] = error
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (control, error, hint):
            column.addWidget(widget)
        return whole
