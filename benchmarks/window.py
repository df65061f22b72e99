"""The program's own window with a list, wired as the program wires it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.desk import READERS
from app.list_screens import OPPORTUNITIES
from app.main_window import MainWindow
from app.places import RESOURCES
from app.run import favour_window, make_application
from benchmarks.data_sets import NOW
from benchmarks.waiting import wait_until
from core.cell_edit import CellEdits
from core.formats import Formats
from core.list_export import ListExport
from core.list_figures import ListFigures
from core.record_source import RecordSource
from core.saved_views import SavedViews
from core.workspace import open_workspace
from db.opportunity_list import OPPORTUNITY_LIST, OpportunityItem
from models.feed_thread import FeedThread
from models.task import TaskRunner
from views.context import ScreenContext
from views.list.record_list_view import RecordListView
from views.list.tools import ListParts
from views.opportunities.columns import opportunity_list
from views.opportunities.editing import OpportunityEditing
from widgets.theme import Appearance, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.feed import FeedBatch

OpportunityView = RecordListView[OpportunityItem]
LOCALE = "en_US"
STOP_MS = 3_000
# Said by the platform without a screen of every window that is shown.
NO_NEWS = "This plugin does not support"


class Window:
    """A shown window with the opportunity list of a database, which follows its changes."""

    def __init__(self, address: str) -> None:
        """Show the window and wait until the list and its order are there."""
        self._application = application()
        self._appearance = Appearance(self._application, load_theme(RESOURCES, "light"))
        self._tasks = TaskRunner(READERS)
        self._workspace = open_workspace(address, NOW)
        self._main = MainWindow(self._appearance)
        self._feed = FeedThread(address)
        self._feed.changed.connect(self._changed)
        self.view = self.new_view()
        self.show_view(self.view)
        self._main.show()
        self._main.activateWindow()
        self._feed.start()
        self.view.start()
        wait_for_order(self.view)

    def new_view(self) -> OpportunityView:
        """Return another list of the opportunities, which has not read anything yet."""
        workspace, formats = self._workspace, Formats(LOCALE)
        context = ScreenContext(self._appearance, self._tasks, formats, workspace.parameters)
        fields = OPPORTUNITY_LIST.fields.keys()
        parts = ListParts(
            figures=ListFigures(workspace),
            views=SavedViews(workspace, OPPORTUNITIES, fields),
            editing=OpportunityEditing(CellEdits(workspace), context.clock),
            export=ListExport(workspace.database, OPPORTUNITY_LIST, formats),
        )
        source = RecordSource(workspace.database, OPPORTUNITY_LIST)
        return RecordListView(context, opportunity_list(), source, parts)

    def show_view(self, view: OpportunityView) -> None:
        """Show a list in the place of the one before."""
        self._main.show_page(view)
        before, self.view = self.view, view
        if before is not view:
            self._main.remove_page(before)

    def close(self) -> None:
        """Close the window, and with it everything on the database."""
        self._feed.stop()
        self._tasks.wait(STOP_MS)
        self._main.close()
        self._main.deleteLater()
        self._workspace.database.close()

    def _changed(self, batch: FeedBatch) -> None:
        self.view.take_changes(None if batch.everything else batch.rows, "")


def application() -> QApplication:
    """Return the application that all windows share."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    qInstallMessageHandler(_say)
    favour_window()
    return make_application()


def _say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith(NO_NEWS):
        sys.stderr.write(f"{text}\n")


@contextmanager
def shown(path: Path) -> Iterator[Window]:
    """Give a window on a file."""
    window = Window(str(path))
    try:
        yield window
    finally:
        window.close()


def wait_for_order(view: OpportunityView) -> None:
    """Wait until every row of a list has its place."""
    wait_until(lambda: has_order(view), "the order of the list")


def has_order(view: OpportunityView) -> bool:
    """Tell whether the last row is known; the ids behind the first page have then arrived."""
    last = view.model.rowCount() - 1
    return last >= 0 and view.model.key(last) is not None
