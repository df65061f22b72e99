"""What a form is made from, and the control of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from resources.texts import _
from widgets.segments import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Callable

# More would not fit beside one another in every language.
MOST_SEGMENTS = 4
FIELD_WIDTH = 280


@dataclass(frozen=True)
class Choice:
    """One of some keys with titles; few are all in sight, many open in a list."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]
    hint: str = ""


@dataclass(frozen=True)
class Text:
    """Words; check raises ValueError with a sentence where they cannot stand."""

    name: str
    title: str
    hint: str = ""
    check: Callable[[str], object] | None = None


@dataclass(frozen=True)
class Keys:
    """The keys of a command, as "Ctrl+K"."""

    name: str
    title: str
    hint: str = ""


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    name: str
    title: str
    hint: str = ""


Setting = Choice | Text | Keys | Flag
Value = str | bool


class Control(QWidget):
    """Holds the control of a setting."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, inner: QWidget) -> None:
        """Hold a control."""
        super().__init__()
        self.inner = inner
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(inner)
        self.row = row
        self.setFocusProxy(inner)

    def set_value(self, value: Value) -> None:
        """Show a value without telling it."""
        raise NotImplementedError


class SegmentsControl(Control):
    """A choice of few."""

    def __init__(self, about: Choice) -> None:
        """Build the control of a choice."""
        self.segments = SegmentedControl(about.title, about.options)
        super().__init__(self.segments)
        self.row.addStretch(1)
        self.segments.chosen.connect(self.changed.emit)

    def set_value(self, value: Value) -> None:
        """Show a value without telling it."""
        self.segments.select(str(value))


class ListControl(Control):
    """A choice of many."""

    def __init__(self, about: Choice) -> None:
        """Build the control of a choice."""
        self.combo = QComboBox()
        self.combo.setAccessibleName(about.title)
        self.combo.setFixedWidth(FIELD_WIDTH)
        super().__init__(self.combo)
        self.row.addStretch(1)
        for key, title in about.options:
            self.combo.addItem(title, key)
        self.combo.activated.connect(lambda: self.changed.emit(self.combo.currentData()))

    def set_value(self, value: Value) -> None:
        """Show a value without telling it."""
        self.combo.setCurrentIndex(self.combo.findData(value))


class TextControl(Control):
    """Words, told when they are left."""

    def __init__(self, about: Text) -> None:
        """Build the control of words."""
        self.field = QLineEdit()
        self.field.setAccessibleName(about.title)
        self.field.setMinimumWidth(FIELD_WIDTH)
        super().__init__(self.field)
        self._check = about.check
        self._told = ""
        self.field.editingFinished.connect(self._tell)

    def set_value(self, value: Value) -> None:
        """Show a value without telling it."""
        self._told = str(value)
        self.field.setText(self._told)

    def _tell(self) -> None:
        text = self.field.text().strip()
        if text == self._told:
            self.refused.emit("")
            return
        try:
            if self._check is not None:
                self._check(text)
        except ValueError as error:
            self.refused.emit(str(error))
            return
        self._told = text
        self.refused.emit("")
        self.changed.emit(text)


class KeysControl(Control):
    """Keys, pressed as they will be; the cross takes them away."""

    def __init__(self, about: Keys) -> None:
        """Build the control of a shortcut."""
        self.edit = QKeySequenceEdit()
        self.edit.setAccessibleName(about.title)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setFixedWidth(FIELD_WIDTH // 2)
        super().__init__(self.edit)
        self._told = ""
        self.clear = QPushButton(_("Clear"))
        self.clear.setProperty("kind", "link")
        self.clear.setAccessibleName(_("Clear: {title}").format(title=about.title))
        self.clear.clicked.connect(lambda: self._put(""))
        self.row.addWidget(self.clear)
        self.row.addStretch(1)
        self.edit.editingFinished.connect(self._tell)

    def set_value(self, value: Value) -> None:
        """Show a value without telling it."""
        self._told = str(value)
        self.edit.setKeySequence(QKeySequence(self._told))
        self.clear.setEnabled(bool(self._told))

    def _put(self, keys: str) -> None:
        self.edit.setKeySequence(QKeySequence(keys))
        self._tell()

    def _tell(self) -> None:
        keys = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if keys != self._told:
            self.set_value(keys)
            self.changed.emit(keys)


class FlagControl(Control):
    """A check box."""

    def __init__(self, about: Flag) -> None:
        """Build the control of a yes or no."""
        self.box = QCheckBox(about.title.replace("&", "&&"))
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(self.box)
        self.box.clicked.connect(self._tell)

    def set_value(self, value: Value) -> None:
        """Show a value without telling it."""
        self.box.setChecked(bool(value))

    def _tell(self) -> None:
        self.changed.emit(self.box.isChecked())


def control_of(setting: Setting) -> Control:
    """Return the control of a setting."""
    match setting:
        case Choice() if len(setting.options) <= MOST_SEGMENTS:
            return SegmentsControl(setting)
        case Choice():
            return ListControl(setting)
        case Text():
            return TextControl(setting)
        case Keys():
            return KeysControl(setting)
        case Flag():
            return FlagControl(setting)
