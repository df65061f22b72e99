"""A control under its label, with what is wrong with it below: the fields of a small form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TEXT_HEIGHT = 72
# The key of nothing chosen.
NONE_KEY = ""


class LabelledField(QWidget):
    """Shows a value and gives the one that is typed or chosen by then."""

    def __init__(self, label: str, control: QWidget) -> None:
        """Put a label over a control, whose name it is."""
        super().__init__()
        self.control = control
        self.label = QLabel(label)
        self.label.setProperty("kind", "small")
        self.label.setBuddy(control)
        control.setAccessibleName(label)
        self.error = QLabel()
        self.error.setProperty("kind", "error")
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        for widget in (self.label, control, self.error):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFocusProxy(control)

    def value(self) -> object:
        """Return the value; raises ValueError with a sentence where there is none."""
        raise NotImplementedError

    def bar(self, why: str) -> None:
        """Let nobody change the value, and say why in the tooltip."""
        self.control.setEnabled(False)
        self.control.setToolTip(why)

    def say(self, sentence: str, state: str = "error") -> None:
        """Say below the control what is wrong with it; nothing takes that away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence)
        self.control.setProperty("state", state if sentence else "")
        # Qt reads properties of the style sheet only when a widget is polished.
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)


class LineField(LabelledField):
    """A line that is read when its value is wanted."""

    def __init__(self, label: str, shown: str, read: Callable[[str], object]) -> None:
        """Show a text; read turns what is typed into a value or raises ValueError."""
        self.line = QLineEdit(shown)
        super().__init__(label, self.line)
        self._read = read

    def value(self) -> object:
        """Return what is typed, as it was read."""
        return self._read(self.line.text().strip())


class ListField(LabelledField):
    """One of some keys."""

    def __init__(self, label: str, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer keys with titles."""
        self.list = QComboBox()
        super().__init__(label, self.list)
        for key, title in options:
            self.list.addItem(title, key)
        self.list.setCurrentIndex(self.list.findData(chosen))

    def value(self) -> object:
        """Return the key that is chosen."""
        key = self.list.currentData()
        return None if key in (NONE_KEY, None) else key


class TextField(LabelledField):
    """Some lines of text."""

    def __init__(self, label: str, shown: str) -> None:
        """Show a text."""
        self.text = QPlainTextEdit(shown)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        super().__init__(label, self.text)

    def value(self) -> object:
        """Return the text, or None where there is none."""
        return self.text.toPlainText().strip() or None
