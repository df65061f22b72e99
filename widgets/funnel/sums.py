"""Sums under one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.painted import draw_line, ink_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

PADDING = 16
LINE = 27
CODE_SLOT = 28


class Sum(NamedTuple):
    """What of, how much, in what."""

    label: str
    figure: str
    code: str = ""


class SumsBlock(QWidget):
    """Lines whose figures stand under one another."""

    def __init__(self, appearance: Appearance) -> None:
        """Build a block without lines."""
        super().__init__()
        self._appearance = appearance
        self._sums: tuple[Sum, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def set_sums(self, sums: Sequence[Sum]) -> None:
        """Show other sums."""
        self._sums = tuple(sums)
        self.setAccessibleName(", ".join(" ".join(filter(None, line)) for line in sums))
        self.setToolTip("\n".join(" ".join(filter(None, line)) for line in sums))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * PADDING, LINE * len(self._sums))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        for place, line in enumerate(self._sums):
            room = QRectF(PADDING, place * LINE, self.width() - 2 * PADDING, LINE)
            slot = QRectF(room.right() - CODE_SLOT + 5, room.top(), CODE_SLOT, LINE)
            draw_line(painter, slot, line.code, ink_of(theme, "caption", "text-faint"))
            figures = room.adjusted(0, 0, -CODE_SLOT, 0) if line.code else room
            strong = ink_of(theme, "body-strong", "text")
            used = draw_line(painter, figures, line.figure, strong, right=True)
            label = figures.adjusted(0, 0, -used - 8, 0)
            draw_line(painter, label, line.label, ink_of(theme, "body", "text-muted"))
