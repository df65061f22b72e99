"""Editors that one types into."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolTip

from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
PERCENT_STEP = 5
HUNDRED = 100


class LineEditor(QLineEdit):
    """A field that is left with a value by Enter or Tab, without one by Escape.

    read turns what is typed into a value, or raises ValueError with a sentence for the user.
    """

    committed = Signal(object)
    cancelled = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        name: str,
        value: object,
        read: Callable[[str], object],
        show: Callable[[object], str],
    ) -> None:
        """Show a value; name is read aloud."""
        super().__init__()
        self.setObjectName("editor")
        self.setAccessibleName(name)
        self._before = value
        self._read = read
        self._shown = show
        self._over = False
        self.error = ""
        self.setText("" if value is None else show(value))
        self.selectAll()
        self.textEdited.connect(lambda: self._say(""))

    def begin_with(self, typed: str) -> None:
        """Replace what is there by the first letters that were typed."""
        self.setText(typed)

    def commit(self) -> bool:
        """Tell the value; say what is wrong where there is none. Return whether it was left."""
        if self._over:
            return True
        try:
            value = self._read(self.text().strip())
        except ValueError as error:
            self._say(str(error))
            return False
        self._over = True
        if value == self._before:
            self.cancelled.emit()
        else:
            self.committed.emit(value)
        return True

    def event(self, event: QEvent) -> bool:
        """Take what Qt would else use itself."""
        # Tab would else move the keyboard before a key press is told.
        if event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())  # type: ignore[attr-defined]
            if key in TABS:
                if self.commit():
                    self.stepped.emit(TABS[key])
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER:
            self.commit()
        elif key == Qt.Key.Key_Escape:
            self._over = True
            self.cancelled.emit()
        elif key in STEPS and self._step(STEPS[key]):
            self._say("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }
        if elsewhere and self.isVisible():
            self.commit()

    def _step(self, by: int) -> bool:
        """Change the value by a step; tell whether it has steps."""
        return False

    def _current(self) -> object:
        try:
            return self._read(self.text().strip())
        except ValueError:
            return None

    def _put(self, value: object) -> None:
        self.setText(self._shown(value))
        self.selectAll()

    def _say(self, error: str) -> None:
        if error != self.error:
            self.error = error
            self.setToolTip(error)
            self.setAccessibleDescription(error)
            self.setProperty("state", "error" if error else "")
            self.style().unpolish(self)
            self.style().polish(self)
        if error and self.isVisible():
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), error, self)


class TextEditor(LineEditor):
    """Edits words; check raises ValueError with a sentence where they cannot stand."""

    def __init__(self, name: str, value: str, check: Callable[[str], object] | None = None) -> None:
        """Show words; name is read aloud."""

        def read(text: str) -> str:
            if check is not None:
                check(text)
            return text

        super().__init__(name, value, read, str)


class MoneyEditor(LineEditor):
    """Edits an amount in minor units."""

    def __init__(
        self,
        name: str,
        minor: int | None,
        read: Callable[[str], int | None],
        show: Callable[[int], str],
    ) -> None:
        """Show an amount as show writes it, read what is typed with read."""
        super().__init__(name, minor, read, lambda value: show(_whole(value)))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class DateEditor(LineEditor):
    """Edits a day; the arrow keys go to the next and the one before."""

    def __init__(
        self,
        name: str,
        day: date | None,
        read: Callable[[str], date | None],
        show: Callable[[date], str],
    ) -> None:
        """Show a day as show writes it, read what is typed with read."""
        super().__init__(name, day, read, lambda value: show(_day(value)))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _step(self, by: int) -> bool:
        day = self._current()
        if isinstance(day, date):
            self._put(day + timedelta(days=by))
        return True


class PercentEditor(LineEditor):
    """Edits a share from 0 to 100; the arrow keys go by five."""

    def __init__(self, name: str, percent: int | None) -> None:
        """Show a share; name is read aloud."""
        super().__init__(name, percent, _percent, str)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _step(self, by: int) -> bool:
        percent = self._current()
        if isinstance(percent, int):
            self._put(max(0, min(HUNDRED, percent + by * PERCENT_STEP)))
        return True


def _percent(text: str) -> int:
    number = text.removesuffix("%").strip()
    if not number.isdecimal() or int(number) > HUNDRED:
        raise ValueError(_("Write a whole number from 0 to 100."))
    return int(number)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(value)
    return value
