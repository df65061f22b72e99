"""Widgets in columns, of which there are fewer where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

GAP = 12
TOP = Qt.AlignmentFlag.AlignTop


class Arranged(QWidget):
    """Puts widgets beside one another, each at least so wide."""

    def __init__(self, widgets: Sequence[QWidget], least: int) -> None:
        """Arrange widgets; least is the width that each needs."""
        super().__init__()
        self._widgets = tuple(widgets)
        self._least = least
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._arrange(len(widgets))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        most = max(1, (self.width() + GAP) // (self._least + GAP))
        count = len(self._widgets)
        # Rows of equal length: four beside one another, or two and two, not three and one.
        self._arrange(next(c for c in range(min(most, count), 0, -1) if count % c == 0))

    def _arrange(self, columns: int) -> None:
        if columns == self.columns:
            return
        for column in range(max(self.columns, columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self.columns = columns
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, *divmod(place, columns))
