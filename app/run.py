"""Starts the window on a database."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.crash import CrashReporter
from app.desk import Desk
from app.main_window import MainWindow
from app.places import NAME, RESOURCES, report_folder
from widgets.message_bar import MessageKind
from widgets.theme import Appearance, SystemScheme, load_theme

if TYPE_CHECKING:
    from pathlib import Path

LOG_BYTES = 1_000_000


def run(address: str) -> int:
    """Show the window and stay until it is closed; return the exit status."""
    folder = report_folder()
    log_to(folder)
    app = make_application()
    scheme = SystemScheme(app.styleHints())
    appearance = Appearance(app, load_theme(RESOURCES, scheme.theme_name()))
    scheme.changed.connect(lambda name: appearance.use(load_theme(RESOURCES, name)))
    window = MainWindow(appearance)
    teller = _Teller(window)
    CrashReporter(folder, teller.told.emit).install()
    desk = Desk(window, appearance, address, QLocale.system().name())
    window.show()
    desk.open()
    return app.exec()


def make_application() -> QApplication:
    """Return the application with the settings that must stand before the first window."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("")
    return app


def log_to(folder: Path) -> None:
    """Keep the program's own log in a folder; an old one gives way to a new one."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - not needed by tests

    handler = RotatingFileHandler(
        folder / "dealboard.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
    )
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[handler])


class _Teller(QObject):
    """Carries a sentence from any thread to the message bar."""

    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.told.connect(lambda text: window.message.show_message(MessageKind.NEGATIVE, text))
