"""The program over files of a test's own, driven as a user drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.program import Program
from core.local_settings import LocalSettingsFile
from tests.app.sight import Sight

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.desk import Desk
    from app.screens import Screens
    from core.workspace import Workspace
    from db.opportunity_list import OpportunityItem
    from views.list.record_list_view import RecordListView
    from views.start.start_page import StartPage

LEFT = Qt.MouseButton.LeftButton


class Started(Sight):
    """A program that was started, and what its user sees."""

    patience_ms = 60_000

    def __init__(
        self, qtbot: QtBot, application: QApplication, home: Path, address: str | None
    ) -> None:
        """Start the program, with the settings of this machine in a folder of the home."""
        self.qtbot = qtbot
        self.file = LocalSettingsFile(home / "settings")
        self.program = Program(application, self.file)
        self.program.start(address)

    @property
    def window(self) -> Any:  # noqa: ANN401 - another one after a change of the language
        """Return the window."""
        return self.program.window

    @property
    def page(self) -> StartPage:
        """Return the start page."""
        assert self.program.start_desk is not None
        return self.program.start_desk.page

    @property
    def desk(self) -> Desk:
        """Return what is open."""
        assert self.program.desk is not None
        return self.program.desk

    @property
    def screens(self) -> Screens:
        """Return the screens of what is open."""
        assert self.desk.screens is not None
        return self.desk.screens

    @property
    def workspace(self) -> Workspace:
        """Return the database and its user."""
        assert self.desk.workspace is not None
        return self.desk.workspace

    @property
    def list(self) -> RecordListView[OpportunityItem]:
        """Return the opportunity list."""
        assert self.desk.list is not None
        return self.desk.list

    @property
    def is_starting(self) -> bool:
        """Whether the start page is in sight."""
        start = self.program.start_desk
        return start is not None and self.window.pages.currentWidget() is start.page

    @property
    def message(self) -> str:
        """Return the sentence of the message bar in sight, empty where there is none."""
        bar = self.page.message if self.is_starting else self.window.message
        return str(bar.sentence.text()) if bar.isVisible() else ""

    def wait_for_rows(self, rows: int) -> None:
        """Wait until the opportunity list has its rows and the feed is live."""
        self.wait(lambda: self.program.desk is not None and self.program.desk.list is not None)
        self.wait(lambda: bool(self.list.count.text()) and self.list.model.rowCount() == rows)
        self.wait(lambda: self.list.model.key(max(0, rows - 1)) is not None or rows == 0)
        self.wait(lambda: "Live" in self.strip)

    def wait_for_start(self) -> None:
        """Wait until the start page is in sight and free."""
        self.wait(lambda: self.is_starting and self.page.demo.isEnabled())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press keys wherever the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def activate(self) -> None:
        """Give the window the keyboard."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def close(self) -> None:
        """Close the window as a user does."""
        self.window.close()
