"""A column that takes no drop: its cards are veiled, and a box says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.kanban.side_pen import SidePen, beside
from widgets.kanban.values import Refusal
from widgets.kanban.wrapped import wrapped
from widgets.painted import Plate, draw_plate, ink_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance, Theme

VEIL = 0.62
PADDING = 12
HEAD_HEIGHT = 20
LINE_HEIGHT = 16
NAMES_GAP = 4
ICON_GAP = 6
MOST_NAMES = 3
MOST_LINES = 6


def draw_veil(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Cover cards so that they recede but can still be read."""
    veil = QColor(theme.colour("surface-sunken"))
    veil.setAlphaF(VEIL)
    painter.fillRect(rect, veil)


class RefusalBox(QWidget):
    """Says that a column takes nothing of what is dragged, why, and because of which cards."""

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty box."""
        super().__init__()
        self._appearance = appearance
        self._refusal = Refusal("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.update)

    @property
    def refusal(self) -> Refusal:
        """What the box says."""
        return self._refusal

    def set_refusal(self, refusal: Refusal) -> None:
        """Say something else; the box may need another height."""
        self._refusal = refusal
        names = ", ".join(refusal.names)
        self.setAccessibleName(" ".join(filter(None, (refusal.head, refusal.sentence, names))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._appearance.theme.sizes["column"]
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the box is with its sentence broken into lines."""
        names = min(len(self._refusal.names), MOST_NAMES) * self._line_height()
        lines = len(self._lines(width)) * self._line_height()
        gap = NAMES_GAP if names else 0
        return 2 * PADDING + self._head_height() + lines + gap + names

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        fill, border = theme.colour("surface-raised"), theme.colour("border-strong")
        draw_plate(painter, QRectF(self.rect()), Plate(theme.radius["medium"], fill, border))
        pen = SidePen(painter, self)
        room = QRectF(PADDING, PADDING, self.width() - 2 * PADDING, self._head_height())
        side = theme.sizes["icon"]
        used = pen.icon(room, side, self._appearance.icons, "prohibit", "negative") + ICON_GAP
        pen.write(beside(room, used), self._refusal.head, ink_of(theme, "body-strong", "text"))
        line = QRectF(room.left(), room.bottom(), room.width(), self._line_height())
        for text in self._lines(self.width()):
            pen.write(line, text, ink_of(theme, "small", "text-muted"))
            line.translate(0, line.height())
        line.translate(0, NAMES_GAP)
        for name in self._refusal.names[:MOST_NAMES]:
            pen.write(line, name, ink_of(theme, "small", "text"))
            line.translate(0, line.height())

    def _lines(self, width: int) -> list[str]:
        font = self._appearance.theme.font("small")
        return wrapped(self._refusal.sentence, font, width - 2 * PADDING, MOST_LINES)

    def _head_height(self) -> int:
        return max(HEAD_HEIGHT, QFontMetrics(self._appearance.theme.font("body-strong")).height())

    def _line_height(self) -> int:
        return max(LINE_HEIGHT, QFontMetrics(self._appearance.theme.font("small")).height())
