"""What needs attention, each line with how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from widgets.drawn_button import DrawnButton
from widgets.funnel.button_column import ButtonColumn
from widgets.painted import Plate, draw_line, draw_plate, draw_ring, ink_of, middle_square

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

PADDING = 16
INSET = 8
CARET = 12
HEIGHT = 32


class AttentionLine(NamedTuple):
    """Icon in the colour of a role, words, how often."""

    key: str
    icon: str
    role: str
    title: str
    figure: str
    selected: bool = False


class AttentionList(ButtonColumn):
    """Lines that filter."""

    line_clicked = Signal(str)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build a list without lines; name is read aloud."""
        super().__init__(name)
        self._appearance = appearance

    def set_lines(self, lines: Sequence[AttentionLine]) -> None:
        """Show other lines."""
        self.set_buttons([self._button(line) for line in lines])

    def _button(self, line: AttentionLine) -> AttentionButton:
        button = AttentionButton(self._appearance, line)
        button.clicked.connect(lambda: self.line_clicked.emit(line.key))
        return button


class AttentionButton(DrawnButton):
    """One line of what needs attention."""

    def __init__(self, appearance: Appearance, line: AttentionLine) -> None:
        """Build a line."""
        super().__init__(appearance, f"{line.title} {line.figure}")
        self.line = line
        self.setToolTip(line.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * PADDING, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.frame.adjusted(INSET, 1, -INSET, -1)
        if self.line.selected or self.underMouse():
            role = "accent-tint" if self.line.selected else "hover"
            plate = Plate(self.theme.radius["medium"], self.theme.colour(role))
            draw_plate(painter, ground, plate)
        if self.hasFocus():
            draw_ring(painter, ground, self.theme)
        side = self.theme.sizes["icon-small"]
        icon = middle_square(self.frame, PADDING, side)
        self.appearance.icons.paint(painter, icon, self.line.icon, self.line.role)
        caret = middle_square(self.frame, self.width() - PADDING - CARET, CARET)
        self.appearance.icons.paint(painter, caret, "caret-right", "text-faint")
        room = self.frame.adjusted(PADDING + side + 10, 0, -PADDING - CARET - 8, 0)
        strong = ink_of(self.theme, "body-strong", "text")
        used = draw_line(painter, room, self.line.figure, strong, right=True)
        words = room.adjusted(0, 0, -used - 8, 0)
        draw_line(painter, words, self.line.title, ink_of(self.theme, "body", "text"))
