"""What was open before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from resources.texts import _
from widgets.drawn_button import DrawnButton
from widgets.funnel.button_column import ButtonColumn
from widgets.icon_button import cross_button
from widgets.painted import Plate, draw_line, draw_plate, draw_ring, ink_of, middle_square

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from widgets.theme import Appearance

HEIGHT = 44
PADDING = 10
CROSS = 20


class Recent(NamedTuple):
    """Something that was open: its name, where it lies, and the day; missing says what is wrong."""

    key: str
    name: str
    path: str
    day: str = ""
    icon: str = "database"
    missing: str = ""


class RecentList(ButtonColumn):
    """Lines that open again; the cross, or Delete, forgets one."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build an empty list; name is read aloud."""
        super().__init__(name)
        self._appearance = appearance

    def set_recent(self, recent: Sequence[Recent]) -> None:
        """Show other lines, the latest first."""
        self.set_buttons([self._button(line) for line in recent])

    def _button(self, line: Recent) -> RecentButton:
        button = RecentButton(self._appearance, line)
        button.clicked.connect(lambda: self.chosen.emit(line.key))
        button.forgotten.connect(lambda: self.forgotten.emit(line.key))
        return button


class RecentButton(DrawnButton):
    """One line of what was open."""

    forgotten = Signal()

    def __init__(self, appearance: Appearance, line: Recent) -> None:
        """Build a line."""
        super().__init__(appearance, " ".join(filter(None, (line.name, line.path, line.day))))
        self.line = line
        self.setToolTip("\n".join(filter(None, (line.path, line.missing))))
        self.setAccessibleDescription(line.missing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cross = cross_button(appearance, _("Forget {name}").format(name=line.name))
        self.cross.setParent(self)
        self.cross.clicked.connect(self.forgotten)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = (self.height() - CROSS) // 2
        self.cross.setGeometry(self.width() - CROSS - PADDING, top, CROSS, CROSS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            hover = Plate(self.theme.radius["medium"], self.theme.colour("hover"))
            draw_plate(painter, self.frame, hover)
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)
        side = self.theme.sizes["icon"]
        icon, role = self.line.icon, "text-muted"
        if self.line.missing:
            icon, role = "warning", "warning"
        self.appearance.icons.paint(painter, middle_square(self.frame, PADDING, side), icon, role)
        left = PADDING + side + 12
        room = QRectF(left, 4, self.width() - left - 2 * PADDING - CROSS, (HEIGHT - 8) / 2)
        small = ink_of(self.theme, "small", "text-muted")
        used = draw_line(painter, room, self.line.day, small, right=True)
        name = ink_of(self.theme, "body", "text", 500)
        draw_line(painter, room.adjusted(0, 0, -used - 8, 0), self.line.name, name)
        below = room.translated(0, room.height())
        draw_line(painter, below, self.line.missing or self.line.path, small)
