"""The whole window over a real database, watched so that it never waits for it."""

from __future__ import annotations

from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.desk import Desk
from app.main_window import MainWindow
from tests.app.sight import Sight
from widgets.theme import Appearance, load_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.acting import Acting
    from db.opportunity_list import OpportunityItem
    from views.list.record_list_view import RecordListView

RESOURCES = Path(__file__).parents[2] / "resources"
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class GuiThreadError(AssertionError):
    """A statement ran on the thread of the screens."""


class Desktop(Sight):
    """A window and its desk; statements on the GUI thread are caught."""

    patience_ms = 30_000

    def __init__(self, qtbot: QtBot, application: QApplication, address: str) -> None:
        """Build the window and open the database."""
        appearance = Appearance(application, load_theme(RESOURCES, "light"))
        self.qtbot = qtbot
        self.caught: list[str] = []
        self.window = MainWindow(appearance)
        self.desk = Desk(self.window, appearance, address, "en_GB", self._watch)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.desk.open()

    @property
    def screen(self) -> RecordListView[OpportunityItem]:
        """Return the list that is shown."""
        assert self.desk.list is not None
        return self.desk.list

    @property
    def acting(self) -> Acting:
        """Return undo, redo and the list of acts."""
        assert self.desk.acting is not None
        return self.desk.acting

    @property
    def message(self) -> str:
        """Return the sentence of the message bar; empty while it is hidden."""
        bar = self.window.message
        return bar.sentence.text() if bar.isVisible() else ""

    def wait_for_list(self) -> None:
        """Wait until the list has its answer and the feed is live."""
        self.wait(lambda: self.desk.list is not None and bool(self.screen.count.text()))
        self.wait(lambda: "Live" in self.strip)
        rows = self.screen.model.rowCount()
        self.wait(lambda: rows == 0 or self.screen.model.key(rows - 1) is not None)

    def texts(self, name: str) -> list[str | None]:
        """Return the texts of a column; None where a row is not loaded."""
        model = self.screen.model
        place = [column.name for column in model.columns].index(name)
        return [model.index(row, place).data() for row in range(model.rowCount())]

    def click_head(self, name: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Click the head of a column and wait for the answer."""
        header = self.screen.grid.header
        place = [column.name for column in self.screen.model.columns].index(name)
        at = QPoint(header.sectionViewportPosition(place) + 12, header.viewport().height() // 2)
        with self.qtbot.waitSignal(self.screen.counted):
            self.qtbot.mouseClick(header.viewport(), LEFT, modifier, at)

    def type_words(self, words: str) -> None:
        """Type into the text filter and wait for the answer."""
        self.screen.focus_search()
        with self.qtbot.waitSignal(self.screen.counted):
            QTest.keyClicks(self.screen.search, words)

    def close(self) -> None:
        """Close the window as a user does."""
        self.window.close()

    def _watch(self) -> None:
        if current_thread() is main_thread():
            self.caught.append("a statement ran on the GUI thread")
            raise GuiThreadError
