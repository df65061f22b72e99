"""Bars that stand where words will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets.painted import Plate, draw_plate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

PADDING = 16


class Bar(NamedTuple):
    """A bar: how far from the top, how high, and its share of the width."""

    top: int
    height: int
    share: float


class LoadingBars(QWidget):
    """Lies over a widget until its content has come, and lets the mouse through."""

    def __init__(self, target: QWidget, appearance: Appearance, bars: Sequence[Bar]) -> None:
        """Cover a widget with bars."""
        super().__init__(target)
        self._appearance = appearance
        self._bars = tuple(bars)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(target.size())
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        plate = Plate(theme.radius["small"], theme.colour("pressed"))
        width = self.width() - 2 * PADDING
        for bar in self._bars:
            draw_plate(painter, QRectF(PADDING, bar.top, width * bar.share, bar.height), plate)
