"""Starts the window on a database."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.crash import CrashReporter
from app.places import NAME, report_folder, settings_folder
from app.program import Program
from core.local_settings import LocalSettingsFile

SWITCH_SECONDS = 0.001


def run(address: str | None) -> int:
    """Show the window and stay until it is closed; without an address begin where one left."""
    program = Program(make_application(), LocalSettingsFile(settings_folder()))
    teller = _Teller(program)
    CrashReporter(report_folder(), teller.told.emit).install()
    program.start(address or program.last_address())
    favour_window()
    return QApplication.exec()


def make_application() -> QApplication:
    """Return the application with the settings that must stand before the first window."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("")
    return app


def favour_window() -> None:
    """Let the window wait for nothing that reads do in the background.

    A collection of garbage would look through all that is loaded, 150,000 objects, in 0.1 s; a
    thread that computes would hand over to the one that paints only every 5 ms.
    """
    gc.freeze()
    sys.setswitchinterval(SWITCH_SECONDS)


class _Teller(QObject):
    """Carries a sentence from any thread to the message bar."""

    told = Signal(str)

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.told.connect(program.say_failure)
