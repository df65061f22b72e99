"""The name of what is shown, and the others that could be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from widgets.drawn_button import DrawnButton
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.painted import Plate, draw_line, draw_plate, draw_ring, ink_of, middle_square
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from widgets.theme import Appearance

PADDING = 8
GAP = 6
CARET = 14
DOT = 6
NARROWEST = 80
WIDEST = 320


class ViewButton(DrawnButton):
    """A name with an arrow; a dot tells that it was changed and not saved."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build the button; name is read aloud before that of the view."""
        super().__init__(appearance, name)
        self._about = name
        self._title = ""
        self._changed = False
        self.menu = PopupMenu(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)

    def set_title(self, title: str, *, changed: bool = False, note: str = "") -> None:
        """Show the name of a view; note says in the tooltip what the dot means."""
        self._title = title
        self._changed = changed
        self.setAccessibleName(f"{self._about}: {title}")
        self.setToolTip("\n".join(filter(None, (title, note))))
        self.restyle()

    def set_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Offer other views and what can be done with this one."""
        fill_menu(self.menu, self.appearance, entries, self.chosen.emit)

    def open(self) -> None:
        """Open the menu."""
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        words = ink_of(self.theme, "subtitle", "text").width(self._title)
        width = 2 * PADDING + words + GAP + CARET + (DOT + GAP) * self._changed
        return QSize(min(WIDEST, round(width + 0.5)), self.theme.rows["button"])

    def minimumSizeHint(self) -> QSize:
        return QSize(min(NARROWEST, self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            hover = Plate(self.theme.radius["medium"], self.theme.colour("hover"))
            draw_plate(painter, self.frame, hover)
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)
        end = self.width() - PADDING - CARET - GAP - (DOT + GAP) * self._changed
        room = QRectF(PADDING, 0, end - PADDING, self.height())
        left: float = PADDING + GAP
        left += draw_line(painter, room, self._title, ink_of(self.theme, "subtitle", "text"))
        if self._changed:
            dot = middle_square(self.frame, left, DOT)
            draw_plate(painter, dot, Plate(DOT / 2, self.theme.colour("accent")))
            left += DOT + GAP
        caret = middle_square(self.frame, left, CARET)
        self.appearance.icons.paint(painter, caret, "caret-down", "text-muted")
