"""An editor that offers some values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class ChoiceEditor(QComboBox):
    """Is left with the key that is chosen."""

    committed = Signal(object)
    cancelled = Signal()
    stepped = Signal(int)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], value: str) -> None:
        """Offer keys with titles; value is the key that is chosen now. Name is read aloud."""
        super().__init__()
        self.setObjectName("editor")
        self.setAccessibleName(name)
        self._before = value
        self._over = False
        for key, title in options:
            self.addItem(title, key)
        self.setCurrentIndex(self.findData(value))
        self._by_list = False
        self.activated.connect(self._picked)

    def begin_with(self, typed: str) -> None:
        """Choose the first title that begins with what was typed."""
        found = self.findText(typed, Qt.MatchFlag.MatchStartsWith)
        if found >= 0:
            self.setCurrentIndex(found)

    def commit(self) -> bool:
        """Tell the key that is chosen, where it is another one."""
        if not self._over:
            self._over = True
            value = self.currentData()
            if value in (self._before, None):
                self.cancelled.emit()
            else:
                self.committed.emit(value)
        return True

    def event(self, event: QEvent) -> bool:
        """Take what Qt would else use itself."""
        if event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())  # type: ignore[attr-defined]
            if key in TABS:
                self.commit()
                self.stepped.emit(TABS[key])
                return True
        return super().event(event)

    def showPopup(self) -> None:
        self._by_list = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_list = False
        if event.key() in ENTER:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self._over = True
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _picked(self) -> None:
        # An arrow key is no choice yet, a line of the open list is.
        if self._by_list:
            self.commit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        reasons = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if event.reason() not in reasons and self.isVisible():
            self.commit()
