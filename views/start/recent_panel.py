"""What was open before, beside the choices of the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from resources.texts import _
from widgets.start import Recent, RecentList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.formats import Formats
    from views.start.values import RecentDatabase
    from widgets.theme import Appearance


class RecentPanel(QWidget):
    """A list that scrolls in itself, or a sentence on what will be listed."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, appearance: Appearance, formats: Formats) -> None:
        """Build an empty panel."""
        super().__init__()
        self._formats = formats
        title = QLabel(_("Recent"))
        title.setProperty("kind", "strong")
        self.nothing = QLabel(_("Databases that you open are listed here."))
        self.nothing.setProperty("kind", "small")
        self.nothing.setWordWrap(True)
        self.list = RecentList(appearance, _("Recent databases"))
        self.list.chosen.connect(self.chosen)
        self.list.forgotten.connect(self.forgotten)
        self.area = self._scrolling()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self.nothing)
        column.addWidget(self.area, 1)
        # Takes the room where there is no list to take it.
        column.addStretch(0)
        self.set_recent(())

    def set_recent(self, recent: Sequence[RecentDatabase]) -> None:
        """List other databases, the latest first."""
        self.list.set_recent([self._line(each) for each in recent])
        self.nothing.setVisible(not recent)
        self.area.setVisible(bool(recent))

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def _line(self, recent: RecentDatabase) -> Recent:
        return Recent(
            recent.address,
            recent.name,
            recent.place,
            self._formats.day(recent.day),
            "database" if recent.shared else "file",
            _("The file is no longer there.") if recent.missing else "",
        )
