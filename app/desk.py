"""Wires one open database to one window: screens, feed, undo, and the commands of the user."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.acting import Acting
from app.long_work import LongWork
from app.notices import Notices
from app.opening import Opened, Wanted, back_up, open_database, read_companies
from app.screens import Screens
from core.formats import Formats
from db.feed import FeedState
from models.asker import Asker
from models.feed_thread import FeedThread
from models.task import Task, TaskRunner
from resources.texts import _
from widgets.status_strip import StatusText

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from app.main_window import MainWindow
    from core.settings import Settings
    from core.workspace import Workspace
    from db.feed import FeedBatch, FeedStatus
    from db.opportunity_list import OpportunityItem
    from views.list.record_list_view import RecordListView
    from widgets.theme import Appearance

# Reads of lists; more threads would only wait for one another.
READERS = 3
STOP_MS = 3_000


class Desk(QObject):
    """Everything that happens between one database and one window."""

    opened = Signal(object)
    failed = Signal(Exception)
    # The user wants another database.
    start_wanted = Signal()
    # A setting that was changed, and its value.
    setting_changed = Signal(str, object)

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        wanted: Wanted | str,
        locale_name: str,
        on_statement: Callable[[], None] | None = None,
    ) -> None:
        """Prepare to open a database; on_statement is called on the thread of each statement."""
        super().__init__()
        self.window = window
        self.appearance = appearance
        self.formats = Formats(locale_name)
        self.tasks = TaskRunner(READERS)
        self.notices = Notices(window.message, self)
        self.long_work = LongWork(window, self.tasks, self)
        self.screens: Screens | None = None
        self._wanted = Wanted(wanted) if isinstance(wanted, str) else wanted
        self._address = self._wanted.address
        self._asker = Asker(self.tasks, self)
        self._asker.failed.connect(self.notices.tell)
        self._on_statement = on_statement
        self._feed: FeedThread | None = None
        self._away = self._closed = False
        self._state = _("connecting")
        self.acting: Acting | None = None
        self._opened_database: Opened | None = None
        window.closing.connect(self.close)

    @property
    def workspace(self) -> Workspace | None:
        """Return the open database with its user."""
        return self._opened_database.workspace if self._opened_database else None

    @property
    def settings(self) -> Settings:
        """Return the settings of the user of the open database."""
        if self._opened_database is None:
            raise LookupError(self._address)
        return self._opened_database.settings

    @property
    def list(self) -> RecordListView[OpportunityItem] | None:
        """Return the opportunity list, where it is open."""
        return self.screens.opportunities if self.screens else None

    @Slot()
    def open(self) -> None:
        """Open the database in the background and show its screens."""
        self.window.busy.start(_("Opening {name}…").format(name=self._address), can_cancel=False)
        task = Task(partial(open_database, self._wanted, self._on_statement))
        task.done.connect(self._take)
        task.failed.connect(self._not_opened)
        self.tasks.start(task)

    @Slot()
    def close(self) -> None:
        """Keep the layout, stop the feed, let reads end and close every connection."""
        if self._closed:
            return
        self._closed = True
        self.long_work.end()
        if self._feed is not None:
            self._feed.stop()
        if self.screens is not None:
            self.screens.keep_layout()
        self.tasks.close(STOP_MS)
        if self.acting is not None:
            self.acting.end()
        if self.screens is not None:
            self.screens.end()
        if self.workspace is not None:
            self.workspace.database.close()
        self._leave_window()

    def import_sample(self, folder: Path) -> None:
        """Import the CRM sample from a folder and show the report."""
        if self.workspace is not None:
            self.long_work.import_sample(self.workspace, folder)

    @Slot()
    def fill_with_demo(self) -> None:
        """Fill the empty database with an invented company."""
        if self.workspace is not None:
            self.long_work.fill_with_demo(self.workspace)

    @Slot()
    def choose_sample(self) -> None:
        """Let the user choose the folder of the CRM sample, and import it."""
        self.long_work.choose_folder(self.import_sample)

    @Slot(object, str)
    def tell_act(self, act_id: UUID, label: str) -> None:
        """Say what was just done, and offer to take it back."""
        if self.acting is not None:
            self.acting.tell_act(act_id, label)

    @Slot(str)
    def setting_stored(self, name: str) -> None:
        """Let a setting hold that had to be stored first."""
        if name == "company" and self._opened_database is not None:
            self._use(self._opened_database)

    def _leave_window(self) -> None:
        """Take away what the window says of this database."""
        self.notices.unsay()
        self.window.busy.finish()
        self.window.setWindowTitle(_("Dealboard"))
        self.window.status.set_left([])
        self.window.status.set_right([])

    def _use(self, opened: Opened) -> None:
        self._opened_database = opened
        if self.screens is not None:
            self.screens.use(opened)
        self._show_status()

    @Slot(object)
    def _take(self, opened: Opened) -> None:
        if self._closed:
            opened.workspace.database.close()
            return
        self.window.busy.finish()
        self._opened_database = opened
        workspace = opened.workspace
        title = _("{name} – Dealboard").format(name=workspace.database.short_name)
        self.window.setWindowTitle(title)
        self.screens = Screens(self, opened)
        self.acting = Acting(self, workspace)
        self.screens.restore()
        self._show_status()
        self.tasks.start(Task(partial(back_up, workspace)))
        self._start_feed(opened)
        self.opened.emit(opened)

    def _start_feed(self, opened: Opened) -> None:
        self._feed = FeedThread(self._address, opened.position)
        self._feed.changed.connect(self._changed)
        self._feed.state_changed.connect(self._feed_told)
        self._feed.start()

    @Slot(object)
    def _changed(self, batch: FeedBatch) -> None:
        opened = self._opened_database
        if opened is None or self._closed:
            return
        if batch.everything or "company" in batch.rows:
            self._asker.ask(partial(read_companies, opened), self._use)
        if self.screens is not None:
            self.screens.refresh(batch)
        if self.acting is not None:
            self.acting.undo.refresh()

    @Slot(object)
    def _feed_told(self, status: FeedStatus) -> None:
        if self._closed:
            return
        live = status.state is FeedState.LIVE
        self._state = _("Live") if live else _("Away")
        self._show_status()
        if status.error is not None:
            self._away = True
            self.notices.tell(status.error)
        elif live and self._away:
            self._away = False
            self._back()

    def _back(self) -> None:
        """Read what could not be read while the database was away."""
        self.notices.unsay()
        if self.screens is not None:
            self.screens.read_again()

    def _show_status(self) -> None:
        opened = self._opened_database
        if opened is None:
            return
        name, user = opened.workspace.database.short_name, opened.workspace.user.name
        icon = "cloud-slash" if self._away else "cloud-check"
        company = [StatusText(after=opened.company, icon="buildings")] if opened.company else []
        texts = [StatusText(after=name, icon="database"), StatusText(after=self._state, icon=icon)]
        user_text = StatusText(after=user, icon="user-circle")
        self.window.status.set_right([*company, *texts, user_text])

    @Slot(Exception)
    def _not_opened(self, error: Exception) -> None:
        if self._closed:
            return
        self.window.busy.finish()
        self.notices.tell(error, self.open)
        self.failed.emit(error)
