"""The choice of a shared database, which unfolds the fields that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from resources.texts import _
from widgets.start import ChoiceTile, ConnectionForm

if TYPE_CHECKING:
    from widgets.theme import Appearance


class ConnectionFold(QWidget):
    """A tile and, once it is pressed, a form below."""

    unfolded = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Build it folded."""
        super().__init__()
        self.tile = ChoiceTile(
            appearance,
            "share-network",
            _("Connect to a shared database"),
            _("The office works together on one PostgreSQL server. You need its address."),
        )
        self.tile.clicked.connect(self._turn)
        self.form = ConnectionForm(appearance)
        self.box = QFrame()
        self.box.setObjectName("box")
        inner = QVBoxLayout(self.box)
        inner.setContentsMargins(16, 16, 16, 16)
        inner.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tile)
        column.addWidget(self.box)
        self.box.hide()

    def unfold(self) -> None:
        """Show the fields, the first empty one ready for keys."""
        self.box.show()
        form = self.form
        fields = (form.server, form.database, form.login, form.password)
        next((field for field in fields if not field.text()), form.server).setFocus()
        self.unfolded.emit()

    @Slot()
    def _turn(self) -> None:
        if self.box.isHidden():
            self.unfold()
        else:
            self.box.hide()
