"""A funnel: one centred bar for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from widgets.drawn_button import DrawnButton
from widgets.funnel.button_column import ButtonColumn
from widgets.painted import Plate, draw_line, draw_plate, draw_ring, ink_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

PADDING = 16
BAR_HEIGHT = 12
BAR_RADIUS = 2
INSET = 8
ABOVE = 7
BETWEEN = 4
CODE_SLOT = 28
COUNT_GAP = 10


class FunnelStep(NamedTuple):
    """A step: how many, their sum in words, and how long its bar is, from 0 to 1."""

    key: str
    label: str
    number: str
    figure: str
    code: str = ""
    share: float = 0.0
    selected: bool = False
    hint: str = ""


class Funnel(ButtonColumn):
    """Steps under one another; a click on one, or Enter, tells it."""

    step_clicked = Signal(str)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build a funnel without steps; name is read aloud."""
        super().__init__(name)
        self._appearance = appearance
        self._steps: tuple[FunnelStep, ...] = ()

    def set_steps(self, steps: Sequence[FunnelStep]) -> None:
        """Show other steps; bars only change their length where the steps are the same."""
        same = [s.key for s in steps] == [s.key for s in self._steps]
        self._steps = tuple(steps)
        if not same:
            self.set_buttons([self._button(step) for step in steps])
        for button, step in zip(self.buttons, steps, strict=True):
            if isinstance(button, StepButton):
                button.show_step(step)

    def _button(self, step: FunnelStep) -> StepButton:
        button = StepButton(self._appearance, step)
        button.clicked.connect(lambda: self.step_clicked.emit(step.key))
        return button


class StepButton(DrawnButton):
    """One step of a funnel."""

    def __init__(self, appearance: Appearance, step: FunnelStep) -> None:
        """Build a step."""
        super().__init__(appearance, step.label)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(step)

    def nextCheckState(self) -> None:
        """Leave it to the owner whether the step is selected."""

    def show_step(self, step: FunnelStep) -> None:
        """Show other figures."""
        self.step = step
        self.setChecked(step.selected)
        words = (step.label, step.number, step.figure, step.code)
        self.setAccessibleName(" ".join(filter(None, words)))
        self.setToolTip(step.hint)
        self.restyle()

    def sizeHint(self) -> QSize:
        line = max(20, QFontMetrics(self.theme.font("body-strong")).height())
        return QSize(2 * PADDING, ABOVE + line + BETWEEN + BAR_HEIGHT + ABOVE + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.frame.adjusted(INSET, 2, -INSET, -2)
        if self.step.selected or self.underMouse():
            plate = Plate(self.theme.radius["medium"], self.theme.colour("hover"))
            draw_plate(painter, ground, plate)
        if self.hasFocus():
            draw_ring(painter, ground, self.theme)
        bottom = self.height() - ABOVE - 2
        line = QRectF(PADDING, ABOVE + 2, self.width() - 2 * PADDING, 0)
        line.setBottom(bottom - BAR_HEIGHT - BETWEEN)
        self._paint_line(painter, line)
        width = max(2.0, line.width() * max(0.0, min(1.0, self.step.share)))
        left = round(self.width() / 2 - width / 2)
        bar = QRectF(left, bottom - BAR_HEIGHT, round(width), BAR_HEIGHT)
        fill = self.theme.colour("accent" if self.step.selected else "bar-fill")
        draw_plate(painter, bar, Plate(BAR_RADIUS, fill))

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        strong, step = ink_of(self.theme, "body-strong", "text"), self.step
        taken = draw_line(painter, room, step.label, strong) + COUNT_GAP
        end = room
        if step.code:
            slot = QRectF(room.right() - CODE_SLOT + 5, room.top(), CODE_SLOT, room.height())
            draw_line(painter, slot, step.code, ink_of(self.theme, "caption", "text-faint"))
            end = room.adjusted(0, 0, -CODE_SLOT, 0)
        figure = ink_of(self.theme, "body", "text")
        used = draw_line(painter, end, step.figure, figure, right=True)
        rest = room.adjusted(taken, 0, -used - CODE_SLOT, 0)
        draw_line(painter, rest, step.number, ink_of(self.theme, "body", "text-muted"))
