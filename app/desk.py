"""Wires one open database to one window: reads, feed, and the commands of the user."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from app.long_work import LongWork
from core.formats import Formats
from core.record_source import RecordSource
from core.workspace import open_workspace
from db.errors import DealboardError
from db.feed import FeedState, read_position
from db.opportunity_list import OPPORTUNITY_LIST
from models.feed_thread import FeedThread
from models.task import Task, TaskRunner
from resources.texts import _
from views.context import ScreenContext
from views.list.record_list_view import RecordListView
from views.opportunities.columns import opportunity_list
from widgets.empty_state import Emptiness
from widgets.message_bar import MessageKind
from widgets.status_strip import StatusText

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.main_window import MainWindow
    from core.workspace import Workspace
    from db.feed import FeedBatch, FeedStatus, Position
    from db.opportunity_list import OpportunityItem
    from widgets.theme import Appearance

# Reads of lists; more threads would only wait for one another.
READERS = 3
STOP_MS = 3_000


class Opened(NamedTuple):
    """An open database, and where its log stood when the window began to read."""

    workspace: Workspace
    position: Position


class Desk(QObject):
    """Everything that happens between one database and one window."""

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        address: str,
        locale_name: str,
        on_statement: Callable[[], None] | None = None,
    ) -> None:
        """Prepare to open a database; on_statement is called on the thread of each statement."""
        super().__init__()
        self._window = window
        self._appearance = appearance
        self._address = address
        self._formats = Formats(locale_name)
        self._on_statement = on_statement
        self._tasks = TaskRunner(READERS)
        self._feed: FeedThread | None = None
        self.workspace: Workspace | None = None
        self.list: RecordListView[OpportunityItem] | None = None
        self.long_work = LongWork(window, self._tasks)
        self._retry: Callable[[], None] = self.open
        window.message.link_clicked.connect(self._try_again)
        window.closing.connect(self.close)

    @Slot()
    def open(self) -> None:
        """Open the database in the background and show its opportunities."""
        self._window.busy.start(_("Opening {name}…").format(name=self._address), can_cancel=False)
        task = Task(self._open_workspace)
        task.done.connect(self._opened)
        task.failed.connect(self._not_opened)
        self._tasks.start(task)

    @Slot()
    def close(self) -> None:
        """Stop the feed, let reads end and close every connection."""
        self.long_work.cancel()
        if self._feed is not None:
            self._feed.stop()
        self._tasks.wait(STOP_MS)
        if self.workspace is not None:
            self.workspace.database.close()

    def import_sample(self, folder: Path) -> None:
        """Import the CRM sample from a folder and show the report."""
        if self.workspace is not None:
            self.long_work.import_sample(self.workspace, folder)

    def fill_with_demo(self) -> None:
        """Fill the empty database with an invented company."""
        if self.workspace is not None:
            self.long_work.fill_with_demo(self.workspace)

    def _open_workspace(self) -> Opened:
        workspace = open_workspace(self._address, datetime.now(UTC), self._on_statement)
        with workspace.database.reading() as connection:
            return Opened(workspace, read_position(connection))

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        self._window.busy.finish()
        self.workspace = opened.workspace
        self._show_list(opened.workspace)
        self._show_status(_("connecting"))
        self._feed = FeedThread(self._address, opened.position)
        self._feed.changed.connect(self._changed)
        self._feed.state_changed.connect(self._feed_told)
        self._feed.start()

    def _show_list(self, workspace: Workspace) -> None:
        context = ScreenContext(self._appearance, self._tasks, self._formats, workspace.parameters)
        source = RecordSource(workspace.database, OPPORTUNITY_LIST)
        view = RecordListView(context, opportunity_list(), source)
        view.show_emptiness(_no_opportunities())
        view.empty.first_clicked.connect(self.fill_with_demo)
        view.empty.second_clicked.connect(lambda: self.long_work.choose_folder(self.import_sample))
        view.failed.connect(lambda error: self._tell(error, view.refresh))
        view.model.counted.connect(self._window.message.hide)
        self._window.setWindowTitle(_("{name} – Dealboard").format(name=workspace.database.name))
        self._window.show_work(view)
        view.grid.setFocus()
        view.refresh()
        self.list = view

    @Slot(object)
    def _changed(self, batch: FeedBatch) -> None:
        if self.list is not None:
            self.list.model.loader.refresh(None if batch.everything else batch.rows)

    @Slot(object)
    def _feed_told(self, status: FeedStatus) -> None:
        live = status.state is FeedState.LIVE
        self._show_status(_("Live") if live else _("Away"), "" if live else "cloud-slash")
        if status.error is not None:
            self._tell(status.error, None)
        elif live:
            self._window.message.hide()

    def _show_status(self, feed: str, icon: str = "cloud-check") -> None:
        if self.workspace is None:
            return
        self._window.status.set_right(
            [
                StatusText(after=self.workspace.database.name, icon="database"),
                StatusText(after=feed, icon=icon or "cloud-check"),
                StatusText(after=self.workspace.user.name, icon="user-circle"),
            ]
        )

    @Slot(Exception)
    def _not_opened(self, error: Exception) -> None:
        self._window.busy.finish()
        self._tell(error, self.open)

    def _tell(self, error: Exception, retry: Callable[[], None] | None) -> None:
        """Say an error in the message bar; what is our fault goes on to the crash report."""
        if not isinstance(error, DealboardError):
            raise error
        link = ""
        if retry is not None:
            self._retry, link = retry, _("Try again")
        self._window.message.show_message(MessageKind.NEGATIVE, str(error), link=link)

    @Slot()
    def _try_again(self) -> None:
        self._window.message.hide()
        self._retry()


def _no_opportunities() -> Emptiness:
    return Emptiness(
        "briefcase",
        _("No opportunities yet"),
        _("Try Dealboard on an invented company, or bring in the public CRM sample."),
        _("Try it with demo data"),
        _("Import the CRM sample…"),
    )
