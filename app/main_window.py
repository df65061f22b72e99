"""The main window: the start page, or the frame of the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from app.commands import Command, Commands
from app.shell import Shell
from resources.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from widgets.theme import Appearance

FIRST_SIZE = QSize(1440, 900)
SMALLEST = QSize(720, 480)


class MainWindow(QMainWindow):
    """Frames the work; it knows nothing of databases."""

    closing = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Build a window without work."""
        super().__init__()
        self.setWindowTitle(_("Dealboard"))
        self.resize(FIRST_SIZE)
        self.setMinimumSize(SMALLEST)
        self.shell = Shell(appearance)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.shell)
        self.setCentralWidget(self.pages)
        self.commands = Commands(self)
        self.commands.add((Command("quit", _("Quit"), self.close, "Ctrl+Q", icon="sign-out"),))
        self.message, self.busy = self.shell.message, self.shell.busy
        self.status = self.shell.status

    def show_page(self, page: QWidget | None) -> None:
        """Show a page in the place of the work, or the work itself."""
        if page is not None and self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page or self.shell)

    def remove_page(self, page: QWidget) -> None:
        """Take a page away that will not be needed again."""
        self.pages.removeWidget(page)
        page.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
