"""The card in the middle of a window, with a narrow and a wide side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.mark import Mark

if TYPE_CHECKING:
    from widgets.theme import Appearance

SIZE = QSize(1160, 648)
LEFT_WIDTH = 360
MARK_SIZE = 32
PADDING = 32


class StartCard(QWidget):
    """Mark, welcome and foot at the left; whatever is put into body at the right, which scrolls."""

    def __init__(self, appearance: Appearance, title: str, sentence: str) -> None:
        """Build a card that welcomes."""
        super().__init__()
        self.card = QFrame()
        self.card.setObjectName("start-card")
        self.card.setMaximumSize(SIZE)
        sides = QHBoxLayout(self.card)
        sides.setContentsMargins(1, 1, 1, 1)
        sides.setSpacing(0)
        sides.addWidget(self._left(appearance, title, sentence))
        sides.addWidget(self._right(), 1)
        self._centre()

    def _left(self, appearance: Appearance, title: str, sentence: str) -> QFrame:
        left = QFrame()
        left.setObjectName("start-left")
        left.setFixedWidth(LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(PADDING, PADDING, PADDING, 24)
        column.setSpacing(8)
        column.addWidget(Mark(appearance, MARK_SIZE))
        column.addSpacing(8)
        column.addWidget(_words(title, "display"))
        column.addWidget(_words(sentence, "muted"))
        self.aside = QVBoxLayout()
        self.aside.setContentsMargins(0, 16, 0, 0)
        column.addLayout(self.aside, 1)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(8)
        column.addLayout(self.foot)
        return left

    def _right(self) -> QScrollArea:
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(40, PADDING, 40, 24)
        self.body.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def _centre(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, SIZE.width())
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addLayout(row, SIZE.height())
        column.addStretch(1)


def _words(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
