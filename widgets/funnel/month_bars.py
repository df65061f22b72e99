"""Small bars, one for each month."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from widgets.drawn_button import DrawnButton
from widgets.painted import Ink, Plate, draw_line, draw_plate, draw_ring, ink_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from widgets.theme import Appearance

HEIGHT = 96
LABEL = 18
FIGURE = 16
BAR_WIDTH = 40
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class MonthBar(NamedTuple):
    """A month: its short name, its figure in words, its height from 0 to 1."""

    key: str
    label: str
    figure: str
    share: float
    selected: bool = False
    hint: str = ""


class MonthBars(QWidget):
    """Bars beside one another; a click on one, or Enter, tells it."""

    month_clicked = Signal(str)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build without bars; name is read aloud."""
        super().__init__()
        self._appearance = appearance
        self.buttons: list[MonthButton] = []
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(0)

    def set_months(self, months: Sequence[MonthBar]) -> None:
        """Show other months."""
        at = self._focused()
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(month) for month in months]
        for button in self.buttons:
            self._row.addWidget(button)
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

    def _button(self, month: MonthBar) -> MonthButton:
        button = MonthButton(self._appearance, month)
        button.clicked.connect(lambda: self.month_clicked.emit(month.key))
        return button


class MonthButton(DrawnButton):
    """One bar."""

    def __init__(self, appearance: Appearance, month: MonthBar) -> None:
        """Build a bar."""
        super().__init__(appearance, f"{month.label} {month.figure}")
        self.month = month
        self.setToolTip(month.hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(BAR_WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.height() - LABEL
        room = ground - FIGURE - 2
        high = max(2, round(room * max(0.0, min(1.0, self.month.share))))
        width = min(BAR_WIDTH, self.width() - 4)
        bar = QRectF(round((self.width() - width) / 2), ground - high, width, high)
        hover = self.month.selected or self.underMouse()
        fill = self.theme.colour("accent" if hover else "bar-fill")
        draw_plate(painter, bar, Plate(2, fill))
        painter.fillRect(0, ground, self.width(), 1, self.theme.colour("border-strong"))
        caption = ink_of(self.theme, "caption", "text")
        self._centred(painter, QRectF(0, bar.top() - FIGURE, self.width(), FIGURE), caption)
        label = QRectF(0, ground + 1, self.width(), LABEL - 1)
        ink = ink_of(self.theme, "caption", "text-muted")
        inset = max(0.0, (self.width() - ink.width(self.month.label)) / 2)
        draw_line(painter, label.adjusted(inset, 0, 0, 0), self.month.label, ink)
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)

    def _centred(self, painter: QPainter, room: QRectF, ink: Ink) -> None:
        width = ink.width(self.month.figure)
        # Half a number is another number: what does not fit is in the tooltip.
        if width <= self.width():
            inset = (self.width() - width) / 2
            draw_line(painter, room.adjusted(inset, 0, 0, 0), self.month.figure, ink)
