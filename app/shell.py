"""The frame of the work: top bar, navigation, tabs, what is being done, and the status strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.texts import _
from widgets.busy_bar import BusyBar
from widgets.message_bar import MessageBar
from widgets.navigation import Navigation
from widgets.status_strip import StatusStrip
from widgets.tabs import TabIsland
from widgets.toast import Toast
from widgets.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from widgets.theme import Appearance

MARGIN = 8
HEAD_PLACE = 1


class Shell(QWidget):
    """Holds the parts that every screen shares; it knows nothing of databases."""

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty frame."""
        super().__init__()
        self.top = TopBar(appearance, _("Dealboard"))
        self.navigation = Navigation(appearance, _("Screens"))
        self.tabs = TabIsland(appearance, _("Open screens"))
        self.message = MessageBar(appearance)
        self.busy = BusyBar()
        self.status = StatusStrip(appearance)
        # Records are entered on screens that are still to come.
        self.top.new.hide()
        self.top.more.hide()
        self._build()
        self.toast = Toast(appearance, self.tabs)
        self.top.collapse_clicked.connect(self.navigation.toggle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fit(self.width())

    def _build(self) -> None:
        self.tabs.column.insertWidget(HEAD_PLACE, self.message)
        self.tabs.column.addWidget(self.busy)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, MARGIN, 0)
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
