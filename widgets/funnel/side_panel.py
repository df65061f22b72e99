"""A panel at the right of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from resources.texts import _
from widgets.icon_button import cross_button

if TYPE_CHECKING:
    from widgets.theme import Appearance

PADDING = 16


class SidePanel(QFrame):
    """A title with a cross over blocks that scroll where the window is low."""

    closed = Signal()

    def __init__(self, appearance: Appearance, title: str) -> None:
        """Build an empty panel."""
        super().__init__()
        self.setObjectName("side")
        self.setAccessibleName(title)
        self.setFixedWidth(appearance.theme.sizes["side-panel"])
        self.cross = cross_button(appearance, _("Close the panel"))
        self.cross.clicked.connect(self.closed)
        self.title = _heading(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._scrolling(), 1)

    def add_block(self, block: QWidget, *, side: int = 0) -> None:
        """Add a widget below the others, side pixels from the borders."""
        block.setContentsMargins(side, 0, side, 0)
        self._blocks.insertWidget(self._blocks.count() - 1, block)

    def add_rule(self) -> None:
        """Add a line between two blocks."""
        rule = QFrame()
        rule.setObjectName("thin-rule")
        rule.setFixedHeight(1)
        frame = QVBoxLayout()
        frame.setContentsMargins(PADDING, 10, PADDING, 10)
        frame.addWidget(rule)
        self._blocks.insertLayout(self._blocks.count() - 1, frame)

    def add_title(self, title: str, note: str = "") -> QLabel:
        """Add the title of the next block; return the note at its right."""
        label = QLabel(note)
        label.setProperty("kind", "caption")
        row = QHBoxLayout()
        row.setContentsMargins(PADDING, 4, PADDING, 6)
        row.addWidget(_heading(title))
        row.addStretch(1)
        row.addWidget(label)
        self._blocks.insertLayout(self._blocks.count() - 1, row)
        return label

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(PADDING - 1, 10, 10, 8)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.cross)
        return row

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        self._blocks = QVBoxLayout(inside)
        self._blocks.setContentsMargins(0, 0, 0, 8)
        self._blocks.setSpacing(0)
        self._blocks.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "strong")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
