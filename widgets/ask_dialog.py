"""A small dialog: a title, a sentence, a few fields, and a button that repeats its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from resources.texts import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 460
PADDING = 16
FOOT_HEIGHT = 52


class AskDialog(QDialog):
    """Asks for something; whoever opened it closes it when the answer is good."""

    answered = Signal()

    def __init__(self, title: str, sentence: str, verb: str, parent: QWidget | None) -> None:
        """Build the dialog without fields; verb is on its button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.head = _words("subtitle", title)
        self.sentence = _words("muted", sentence)
        self.sentence.setVisible(bool(sentence))
        self.error = _words("error", "")
        self.error.hide()
        # Else Enter would press the first button that the dialog finds.
        self.cancel = QPushButton(_("Cancel"), autoDefault=False)
        self.cancel.clicked.connect(self.reject)
        self.ok = QPushButton(verb, default=True)
        self.ok.setProperty("kind", "primary")
        self.ok.clicked.connect(self.answered)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(4)
        self._lay_out()

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a field under its label."""
        words = _words("small", label)
        words.setBuddy(field)
        field.setAccessibleName(label)
        self._fields.addWidget(words)
        self._fields.addWidget(field)

    def add_part(self, part: QWidget) -> None:
        """Add what has its labels itself."""
        self._fields.addWidget(part)

    def say(self, error: str) -> None:
        """Say what is wrong, under the fields; nothing takes it away."""
        self.error.setText(error)
        self.error.setVisible(bool(error))
        self.adjustSize()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        body.setSpacing(8)
        body.addWidget(self.head)
        body.addWidget(self.sentence)
        body.addLayout(self._fields)
        body.addWidget(self.error)
        foot = QFrame()
        foot.setObjectName("foot")
        foot.setFixedHeight(FOOT_HEIGHT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(PADDING, 0, PADDING, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body)
        column.addWidget(foot)


def _words(kind: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
