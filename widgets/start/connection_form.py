"""Fields for a server, and what came of trying it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from resources.texts import _
from widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from widgets.theme import Appearance

LAST_PORT = 65_535
PORT_WIDTH = 80
USUAL_PORT = 5432


class ConnectionValues(NamedTuple):
    """Where a server is, and who asks."""

    server: str = ""
    port: int = USUAL_PORT
    database: str = ""
    login: str = ""
    password: str = ""


class ConnectionState(StrEnum):
    """What came of trying a connection."""

    NONE = "none"
    TRYING = "trying"
    GOOD = "good"
    BAD = "bad"


MARKS = {
    ConnectionState.NONE: ("info", "text-faint"),
    ConnectionState.TRYING: ("arrows-clockwise", "text-muted"),
    ConnectionState.GOOD: ("check-circle-fill", "positive"),
    ConnectionState.BAD: ("warning-circle-fill", "negative"),
}


class ConnectionForm(QWidget):
    """Server, port, database, login and password; nothing is kept here."""

    test_requested = Signal(object)
    connect_requested = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        """Build empty fields."""
        super().__init__()
        self._icon = IconLabel(appearance, "info", "text-faint", appearance.theme.sizes["icon"])
        self.sentence = QLabel()
        self._trying = False
        self._build_fields()
        self._build_buttons()
        self._lay_out()
        for field in self._required():
            field.textChanged.connect(self._changed)
        self.password.textChanged.connect(self._changed)
        self._changed()

    @property
    def values(self) -> ConnectionValues:
        """What stands in the fields."""
        return ConnectionValues(
            self.server.text().strip(),
            int(self.port.text() or USUAL_PORT),
            self.database.text().strip(),
            self.login.text().strip(),
            self.password.text(),
        )

    def set_values(self, values: ConnectionValues) -> None:
        """Show other values."""
        self.server.setText(values.server)
        self.port.setText(str(values.port))
        self.database.setText(values.database)
        self.login.setText(values.login)
        self.password.setText(values.password)

    def set_state(self, kind: ConnectionState, sentence: str) -> None:
        """Say what came of trying; while it goes on, nothing else can be tried."""
        icon, role = MARKS[kind]
        self._icon.show_icon(icon, role)
        self._icon.setVisible(bool(sentence))
        self.sentence.setText(sentence)
        self._trying = kind is ConnectionState.TRYING
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.connect_button.isEnabled():
            self._ask_connect()
        else:
            super().keyPressEvent(event)

    def _build_fields(self) -> None:
        self.server = _field(_("Server"), "db.example.com")
        self.port = _field(_("Port"), str(USUAL_PORT))
        self.port.setText(str(USUAL_PORT))
        self.port.setValidator(QIntValidator(1, LAST_PORT, self.port))
        self.port.setFixedWidth(PORT_WIDTH)
        self.database = _field(_("Database"), "")
        self.login = _field(_("Login"), "")
        self.password = _field(_("Password"), "")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

    def _build_buttons(self) -> None:
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.test_button = QPushButton(_("Test the connection"))
        self.test_button.clicked.connect(self._ask_test)
        self.connect_button = QPushButton(_("Connect"))
        self.connect_button.setProperty("kind", "primary")
        self.connect_button.clicked.connect(self._ask_connect)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        server = QHBoxLayout()
        server.setSpacing(8)
        server.addWidget(self.server, 1)
        server.addWidget(_label(_("Port"), self.port))
        server.addWidget(self.port)
        grid.addWidget(_label(_("Server"), self.server), 0, 0)
        grid.addLayout(server, 0, 1)
        fields = ((_("Database"), self.database), (_("Login"), self.login))
        for row, (title, field) in enumerate((*fields, (_("Password"), self.password)), 1):
            grid.addWidget(_label(title, field), row, 0)
            grid.addWidget(field, row, 1)
        grid.addLayout(self._foot(), 4, 1)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.test_button)
        row.addWidget(self._icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.connect_button)
        return row

    def _required(self) -> tuple[QLineEdit, ...]:
        return self.server, self.port, self.database, self.login

    def _changed(self) -> None:
        # What was found out no longer holds.
        self.set_state(ConnectionState.NONE, "")

    def _allow(self) -> None:
        missing = [f.accessibleName() for f in self._required() if not f.text().strip()]
        reason = _("Still empty: {fields}").format(fields=", ".join(missing)) if missing else ""
        reason = _("The connection is being tried.") if self._trying else reason
        for button in (self.test_button, self.connect_button):
            button.setEnabled(not reason)
            button.setToolTip(reason)

    def _ask_test(self) -> None:
        self.test_requested.emit(self.values)

    def _ask_connect(self) -> None:
        self.connect_requested.emit(self.values)


def _field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "muted")
    label.setBuddy(buddy)
    return label
