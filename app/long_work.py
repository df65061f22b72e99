"""Long commands of a user: progress, a way out, and a report at the end."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from db.errors import DealboardError
from models.task import Task
from resources.texts import _
from widgets.message_bar import MessageKind
from widgets.report_dialog import Report, ReportDialog, ReportLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.main_window import MainWindow
    from core.sample_import import ImportReport
    from core.workspace import Workspace
    from models.task import TaskRunner


class Progress(Protocol):
    """How far a piece of long work is."""

    done: int
    total: int
    step: str


class LongWork(QObject):
    """Runs one long command at a time."""

    def __init__(self, window: MainWindow, tasks: TaskRunner, parent: QObject) -> None:
        """Show progress in a window, for a parent."""
        super().__init__(parent)
        self._window = window
        self._tasks = tasks
        self._stop = Event()
        self._busy = self._over = False
        self._show: Callable[[Any], None] | None = None
        window.busy.cancelled.connect(self.cancel)

    @Slot()
    def cancel(self) -> None:
        """Ask the running command to stop; it then leaves nothing behind."""
        self._stop.set()

    def end(self) -> None:
        """Stop, and say no more: the window may show something else by now."""
        self.cancel()
        self._ended()
        self._over = True

    def choose_folder(self, go_on: Callable[[Path], None]) -> None:
        """Let the user choose a folder and go on with it."""
        dialog = QFileDialog(self._window, _("Folder of the CRM sample"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: go_on(Path(name)))
        dialog.open()

    def import_sample(self, workspace: Workspace, folder: Path) -> None:
        """Import the CRM sample, then show what was imported, mended and left out."""
        from core.sample_import import import_sample  # noqa: PLC0415 - costs start time

        self._run(
            _("Importing {folder}…").format(folder=folder.name),
            lambda told, stopped: import_sample(
                workspace, folder, datetime.now(UTC), progress=told, cancelled=stopped
            ),
            self._show_import,
        )

    def fill_with_demo(self, workspace: Workspace) -> None:
        """Fill the database with demo data."""
        from core.demo import fill_with_demo  # noqa: PLC0415 - costs start time

        self._run(
            _("Making demo data…"),
            lambda told, stopped: fill_with_demo(
                workspace, datetime.now(UTC), progress=told, cancelled=stopped
            ),
            lambda _report: None,
        )

    def _run(
        self,
        sentence: str,
        work: Callable[[Callable[[Any], None], Callable[[], bool]], object],
        show: Callable[[Any], None],
    ) -> None:
        if self._busy:
            return
        self._busy, self._stop, self._show = True, Event(), show
        self._window.message.hide()
        self._window.busy.start(sentence)
        stop = self._stop
        task = Task(lambda: work(task.progressed.emit, stop.is_set))
        task.progressed.connect(self._progress)
        task.done.connect(self._done)
        task.failed.connect(self._failed)
        self._tasks.start(task)

    @Slot(object)
    def _progress(self, progress: Progress) -> None:
        if not self._over:
            self._window.busy.set_progress(progress.done, progress.total, progress.step)

    @Slot(object)
    def _done(self, report: object) -> None:
        if not self._over:
            self._ended()
            if self._show is not None:
                self._show(report)

    def _ended(self) -> None:
        if self._busy:
            self._busy = False
            self._window.busy.finish()

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        if self._over:
            return
        self._ended()
        if not isinstance(error, DealboardError):
            raise error
        self._window.message.show_message(MessageKind.NEGATIVE, str(error))

    def _show_import(self, report: ImportReport) -> None:
        dialog = ReportDialog(_shown(report), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _shown(report: ImportReport) -> Report:
    """Return an import's report as the dialog shows it: what was written, then what was done."""
    lines = [ReportLine(number, sentence) for number, sentence in report.rows()]
    sentence = _("This was written, mended, filled and left out. Nothing was dropped silently.")
    return Report(_("The CRM sample was imported"), sentence, lines)
