"""The frame that work lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QChildEvent
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from widgets.theme import Appearance


class _Side(NamedTuple):
    right: bool
    lower: bool


class Island(QFrame):
    """A surface with a thin border and round corners, which also its content gets."""

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty island; put widgets into its column."""
        super().__init__()
        self.setObjectName("island")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        sides = (_Side(right, lower) for right in (False, True) for lower in (False, True))
        self._corners = [_Corner(self, appearance, side) for side in sides]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for corner in self._corners:
            corner.settle()

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        child = event.child()
        added = event.type() == QEvent.Type.ChildPolished
        if added and isinstance(child, QWidget) and not isinstance(child, _Corner):
            self._raise_corners()

    def _raise_corners(self) -> None:
        for corner in self._corners:
            corner.raise_()


class _Corner(QWidget):
    """Lies over a corner of the content, which would otherwise stand out of the round border."""

    def __init__(self, island: Island, appearance: Appearance, side: _Side) -> None:
        super().__init__(island)
        self._island = island
        self._appearance = appearance
        self._side = side
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        radius = appearance.theme.radius["large"]
        self.setFixedSize(radius, radius)

    def settle(self) -> None:
        """Go back to the corner after the island has changed its size."""
        x = self._island.width() - self.width() if self._side.right else 0
        y = self._island.height() - self.height() if self._side.lower else 0
        self.move(QPoint(x, y))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = self._circle()
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        painter.fillPath(outside.subtracted(circle), theme.colour("window"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawPath(circle)

    def _circle(self) -> QPainterPath:
        """Return the circle that the corner is a quarter of, in the middle of the border."""
        radius = self.width()
        square = QRectF(0, 0, 2 * radius, 2 * radius).adjusted(0.5, 0.5, -0.5, -0.5)
        square.translate(-radius * self._side.right, -radius * self._side.lower)
        path = QPainterPath()
        path.addEllipse(square)
        return path
