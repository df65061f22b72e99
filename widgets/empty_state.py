"""What stands in the place of content that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from widgets.theme import Appearance

SENTENCE_WIDTH = 420


class Emptiness(NamedTuple):
    """Why there is nothing, and what to do about it."""

    icon: str
    title: str
    sentence: str
    first: str = ""
    second: str = ""


class EmptyState(QWidget):
    """Says what belongs here and offers the first step."""

    first_clicked = Signal()
    second_clicked = Signal()

    def __init__(self, appearance: Appearance, emptiness: Emptiness) -> None:
        """Say why there is nothing."""
        super().__init__()
        self._appearance = appearance
        self._build()
        self.show_emptiness(emptiness)

    def show_emptiness(self, emptiness: Emptiness) -> None:
        """Say another reason; a button without words is not there."""
        self._icon.show_icon(emptiness.icon, "text-faint")
        self.title.setText(emptiness.title)
        self.sentence.setText(emptiness.sentence)
        _name(self.first, emptiness.first)
        _name(self.second, emptiness.second)
        self.setAccessibleName(emptiness.title)
        self.setAccessibleDescription(emptiness.sentence)

    def _build(self) -> None:
        size = self._appearance.theme.sizes["icon-large"]
        self._icon = IconLabel(self._appearance, "tray", "text-faint", size)
        self.title = _centred("strong")
        self.sentence = _centred("muted")
        self.sentence.setMaximumWidth(SENTENCE_WIDTH)
        self.first = QPushButton()
        self.first.setProperty("kind", "primary")
        self.first.clicked.connect(self.first_clicked)
        self.second = QPushButton()
        self.second.clicked.connect(self.second_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addStretch()
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(_in_the_middle(self.sentence, share=SENTENCE_WIDTH))
        layout.addSpacing(8)
        layout.addLayout(_in_the_middle(self.first, self.second))
        layout.addStretch()


def _centred(kind: str) -> QLabel:
    label = QLabel()
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _in_the_middle(*widgets: QWidget, share: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget, share)
    row.addStretch(1)
    return row


def _name(button: QPushButton, text: str) -> None:
    button.setText(text)
    button.setVisible(bool(text))
