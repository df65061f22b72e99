"""A field whose words are searched while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from resources.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from widgets.theme import Appearance

# Long enough for the next letter of a fast typist, too short to be noticed.
SETTLE_MS = 60


class SearchField(QLineEdit):
    """Tells its words when typing pauses, and at once on Enter."""

    text_settled = Signal(str)

    def __init__(self, appearance: Appearance, placeholder: str) -> None:
        """Build the field; the placeholder is also its name when it is read aloud."""
        super().__init__()
        self._settled = ""
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.settle)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._add_icons(appearance)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self.settle)

    def settle(self) -> None:
        """Tell the words now, if they are others than were told before."""
        self._timer.stop()
        text = self.text().strip()
        if text != self._settled:
            self._settled = text
            self.text_settled.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Escape clears first; when there is nothing to clear, it is for others to use.
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_text()
        else:
            super().keyPressEvent(event)

    def clear_text(self) -> None:
        """Empty the field and tell it at once."""
        self.clear()
        self.settle()

    def _add_icons(self, appearance: Appearance) -> None:
        icons = appearance.icons
        self.addAction(icons.icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.cross = self.addAction(icons.icon("x"), QLineEdit.ActionPosition.TrailingPosition)
        self.cross.setText(_("Clear"))
        self.cross.setToolTip(_("Clear"))
        self.cross.setVisible(False)
        self.cross.triggered.connect(self.clear_text)

    def _wait(self) -> None:
        self.cross.setVisible(bool(self.text()))
        self._timer.start()
