"""A bar that says one sentence above the content."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from resources.texts import _
from widgets.icon_button import cross_button
from widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from widgets.theme import Appearance

HEIGHT = 36


class MessageKind(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"
    NEGATIVE = "negative"


# A mark goes with each colour: no state is told by colour alone.
MARKS = {
    MessageKind.INFO: ("info", "link"),
    MessageKind.WARNING: ("warning", "warning"),
    MessageKind.NEGATIVE: ("warning-circle-fill", "negative"),
}


class MessageBar(QFrame):
    """One sentence with one link; hidden until there is something to say."""

    link_clicked = Signal()
    dismissed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Build the bar, hidden."""
        super().__init__()
        self._appearance = appearance
        self.setObjectName("message")
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build()
        self.hide()

    def show_message(
        self, kind: MessageKind, sentence: str, *, link: str = "", icon: str = ""
    ) -> None:
        """Say a sentence; link is what the link reads, icon another mark than the kind's own."""
        mark, role = MARKS[kind]
        self._icon.show_icon(icon or mark, role)
        self.sentence.setText(sentence)
        self.link.setText(link)
        self.link.setVisible(bool(link))
        self.setAccessibleName(sentence)
        self._dress(kind)
        self.show()

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.dismissed.emit()

    def _build(self) -> None:
        size = self._appearance.theme.sizes["icon"]
        self._icon = IconLabel(self._appearance, "info", "link", size)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.link = QPushButton()
        self.link.setProperty("kind", "link")
        self.link.clicked.connect(self.link_clicked)
        self.cross = cross_button(self._appearance, _("Dismiss"))
        self.cross.clicked.connect(self.dismiss)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.link)
        layout.addWidget(self.cross)

    def _dress(self, kind: MessageKind) -> None:
        self.setProperty("kind", kind.value)
        # Qt reads properties of the style sheet only when a widget is polished.
        self.style().unpolish(self)
        self.style().polish(self)
