"""A frame that opens over a window and closes by a click elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.painted import Plate, draw_plate

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent

    from widgets.theme import Appearance

PADDING = 8
BELOW = 2


class PopupFrame(QWidget):
    """A raised surface with round corners; Escape closes it."""

    closed = Signal()

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build an empty frame; put widgets into its column. Name is read aloud."""
        flags = Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint
        super().__init__(None, flags | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.appearance = appearance
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self.column.setSpacing(PADDING)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget; above it, or to its left, where the screen ends."""
        self.adjustSize()
        at = anchor.mapToGlobal(QPoint(0, anchor.height() + BELOW))
        screen = anchor.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        y = at.y()
        if y + self.height() > screen.bottom():
            above = y - anchor.height() - 2 * BELOW - self.height()
            y = above if above >= screen.top() else screen.bottom() - self.height()
        self.move(x, max(screen.top(), y))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.appearance.theme
        fill, border = theme.colour("surface-raised"), theme.colour("border-strong")
        plate = Plate(theme.radius["large"], fill, border)
        draw_plate(QPainter(self), QRectF(self.rect()), plate)
