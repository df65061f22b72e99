"""Buttons under one another that arrows go through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from widgets.drawn_button import DrawnButton

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ButtonColumn(QWidget):
    """Holds buttons; the arrows move the keyboard among them."""

    def __init__(self, name: str) -> None:
        """Build an empty column; name is read aloud."""
        super().__init__()
        self.buttons: list[DrawnButton] = []
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def set_buttons(self, buttons: Sequence[DrawnButton]) -> None:
        """Hold other buttons; the keyboard stays at its place."""
        at = self._focused()
        for old in self.buttons:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = list(buttons)
        for button in self.buttons:
            self.column.addWidget(button)
        if 0 <= at < len(self.buttons):
            self.buttons[at].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, key = self._focused(), Qt.Key(event.key())
        if key in STEPS and at >= 0:
            self.buttons[max(0, min(len(self.buttons) - 1, at + STEPS[key]))].setFocus()
        else:
            super().keyPressEvent(event)

    def _focused(self) -> int:
        return next((place for place, b in enumerate(self.buttons) if b.hasFocus()), -1)
