"""A dialog that says what came of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 460
PADDING = 16
FOOT_HEIGHT = 52
LIST_HEIGHT = 320


class ReportLine(NamedTuple):
    """How many of what."""

    number: int
    sentence: str


class Report(NamedTuple):
    """What came of something: a title, what it means, and the counts."""

    title: str
    sentence: str
    lines: Sequence[ReportLine]


class ReportDialog(QDialog):
    """Shows a report until it is closed."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """Build the dialog for a report."""
        super().__init__(parent)
        self.setWindowTitle(report.title)
        self.setFixedWidth(WIDTH)
        self.close_button = QPushButton(_("Close"), default=True)
        self.close_button.setProperty("kind", "primary")
        self.close_button.setProperty("size", "large")
        self.close_button.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._body(report), 1)
        layout.addWidget(self._foot())
        self.close_button.setFocus()

    def _body(self, report: Report) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        layout.setSpacing(8)
        layout.addWidget(_label(report.title, "subtitle"))
        layout.addWidget(_label(report.sentence, "muted"))
        layout.addSpacing(4)
        layout.addWidget(self._list(report.lines))
        return body

    def _list(self, lines: Sequence[ReportLine]) -> QScrollArea:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            self._add_line(grid, row, line)
        grid.setRowStretch(len(lines), 1)
        return _scrolling(table)

    def _add_line(self, grid: QGridLayout, row: int, line: ReportLine) -> None:
        count = _label(self.locale().toString(line.number), "strong")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(count, row, 0)
        grid.addWidget(_label(line.sentence, ""), row, 1)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("foot")
        foot.setFixedHeight(FOOT_HEIGHT)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(PADDING, 0, PADDING, 0)
        layout.addStretch()
        layout.addWidget(self.close_button)
        return foot


def _scrolling(table: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setWidget(table)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    # As high as its lines, up to the point where they scroll.
    height = table.heightForWidth(WIDTH - 2 * PADDING)
    area.setFixedHeight(max(0, min(LIST_HEIGHT, height)))
    return area


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(kind != "strong")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
