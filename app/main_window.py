"""The main window: a message, the work, what is being done, and the status strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from resources.texts import _
from widgets.busy_bar import BusyBar
from widgets.island import Island
from widgets.message_bar import MessageBar
from widgets.status_strip import StatusStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from widgets.theme import Appearance

FIRST_SIZE = QSize(1440, 900)
MARGIN = 8


class MainWindow(QMainWindow):
    """Frames the work; it knows nothing of databases."""

    closing = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty window."""
        super().__init__()
        self.setWindowTitle(_("Dealboard"))
        self.resize(FIRST_SIZE)
        self.message = MessageBar(appearance)
        self.busy = BusyBar()
        self.status = StatusStrip(appearance)
        self.work = QStackedWidget()
        self._build(appearance)

    def show_work(self, widget: QWidget) -> None:
        """Put a screen into the island; the one before goes."""
        before = self.work.currentWidget()
        self.work.addWidget(widget)
        self.work.setCurrentWidget(widget)
        if before is not None:
            self.work.removeWidget(before)
            before.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _build(self, appearance: Appearance) -> None:
        island = Island(appearance)
        for widget, stretch in ((self.message, 0), (self.work, 1), (self.busy, 0)):
            island.column.addWidget(widget, stretch)
        frame = QWidget()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        inner.addWidget(island)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(frame, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
