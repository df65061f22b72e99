"""A list of lines that each lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from widgets.drawn_button import DrawnButton
from widgets.painted import Plate, draw_line, draw_plate, draw_ring, ink_of, middle_square

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from widgets.theme import Appearance

PADDING = 16
HEAD_HEIGHT = 40
ROW_EXTRA = 4


class LinkLine(NamedTuple):
    """A line: icon in the colour of a role, title, what else is to be known, a figure."""

    key: str
    title: str
    detail: str = ""
    figure: str = ""
    code: str = ""
    icon: str = ""
    role: str = "text-muted"


class LinkList(QFrame):
    """A framed list with a title, a count and a link to all."""

    chosen = Signal(str)
    all_clicked = Signal()

    def __init__(self, appearance: Appearance, title: str, link: str = "") -> None:
        """Build an empty list; link is what leads to all lines."""
        super().__init__()
        self._appearance = appearance
        self.rows: list[LinkRow] = []
        self.setObjectName("box")
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 5)
        self._column.setSpacing(0)
        self._column.addLayout(self._head(title, link))
        self.nothing = QLabel()
        self.nothing.setProperty("kind", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(PADDING, 4, PADDING, 8)
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)

    def set_lines(self, lines: Sequence[LinkLine], count: str = "", nothing: str = "") -> None:
        """Show other lines, how many there are in all, and a sentence where there are none."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(line) for line in lines]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(1 + place, row)
        self.count.setText(count)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not lines and bool(nothing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        at = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -1)
        if event.key() in steps and at >= 0:
            to = at + steps[Qt.Key(event.key())]
            self.rows[max(0, min(len(self.rows) - 1, to))].setFocus()
        else:
            super().keyPressEvent(event)

    def _head(self, title: str, link: str) -> QHBoxLayout:
        label = QLabel(title)
        label.setProperty("kind", "strong")
        self.count = QLabel()
        self.count.setProperty("kind", "muted")
        self.link = QPushButton(link)
        self.link.setProperty("kind", "link")
        self.link.setAccessibleName(f"{link}: {title}")
        self.link.setVisible(bool(link))
        self.link.clicked.connect(self.all_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(PADDING, 10, PADDING - 4, 6)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.link)
        return row

    def _row(self, line: LinkLine) -> LinkRow:
        row = LinkRow(self._appearance, line)
        row.clicked.connect(lambda: self.chosen.emit(line.key))
        return row


class LinkRow(DrawnButton):
    """One line of a list."""

    def __init__(self, appearance: Appearance, line: LinkLine) -> None:
        """Build a line."""
        words = " ".join(filter(None, (line.title, line.detail, line.figure, line.code)))
        super().__init__(appearance, words)
        self.line = line
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * PADDING, self.theme.rows["menu"] + ROW_EXTRA)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.frame.adjusted(4, 0, -4, 0)
        if self.underMouse():
            hover = Plate(self.theme.radius["medium"], self.theme.colour("hover"))
            draw_plate(painter, ground, hover)
        if self.hasFocus():
            draw_ring(painter, ground, self.theme)
        room = self.frame.adjusted(PADDING, 0, -PADDING, 0)
        if self.line.icon:
            side = self.theme.sizes["icon-small"]
            square = middle_square(room, room.left(), side)
            self.appearance.icons.paint(painter, square, self.line.icon, self.line.role)
            room.setLeft(room.left() + side + 10)
        for text, style, role in (
            (self.line.code, "caption", "text-faint"),
            (self.line.figure, "body-strong", "text"),
        ):
            if text:
                taken = draw_line(painter, room, text, ink_of(self.theme, style, role), right=True)
                room.setRight(room.right() - taken - 6)
        room.setRight(room.right() - 6)
        title = ink_of(self.theme, "body", "text", 500)
        room.setLeft(room.left() + draw_line(painter, room, self.line.title, title) + 8)
        if room.width() > PADDING:
            muted = ink_of(self.theme, "small", "text-muted")
            draw_line(painter, room, self.line.detail, muted)
