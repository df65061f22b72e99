"""What the start page's choices do."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from app.places import backup_folder, data_folder
from core.connection import server_address, server_parts, try_connection
from core.daily_backup import backups
from core.formats import Formats
from db.errors import DealboardError, RefusedError
from models.asker import Asker
from models.task import TaskRunner
from resources.texts import _, language
from views.start.start_page import StartPage
from views.start.values import RecentDatabase, SavedCopy
from widgets.message_bar import MessageKind
from widgets.start import ConnectionState, ConnectionValues

if TYPE_CHECKING:
    from app.program import Program
    from widgets.theme import Appearance

FILES = "Dealboard (*.db)"
USUAL_PORT = 5432


class StartDesk(QObject):
    """Connects the start page to the program."""

    def __init__(self, program: Program, appearance: Appearance) -> None:
        """Build the page."""
        super().__init__(program)
        self._program = program
        self.page = StartPage(appearance, Formats(language.code))
        self._tasks = TaskRunner(1)
        self._asker = Asker(self._tasks, self.page)
        self._asker.failed.connect(self._connection_failed)
        self._files = Asker(self._tasks, self.page)
        self._files.failed.connect(self.tell)
        self._connect()

    def refresh(self) -> None:
        """Show recent databases, backups and the look in use."""
        settings = self._program.settings
        self.page.set_error("")
        self.page.set_look(settings.language, settings.theme, self._program.look.density)
        self._files.ask(lambda: [_recent(a) for a in settings.recent], self.page.set_recent)
        self._files.ask(_copies, self.page.set_backups)

    def opening(self, address: str) -> None:
        """Say that a database is being opened."""
        name = address.rpartition("/")[2] if "://" in address else Path(address).stem
        self.page.set_busy(_("Opening {name}…").format(name=name))

    def tell(self, error: Exception) -> None:
        """Say why something could not be done; its fault and not ours."""
        if not isinstance(error, DealboardError):
            self.page.set_busy("")
            raise error
        self.page.set_error(str(error))

    def tell_not_opened(self, error: Exception, address: str) -> None:
        """Say why a database could not be opened, and let it be tried again."""
        self.tell(error)
        self.page.message.show_message(MessageKind.NEGATIVE, str(error), link=_("Try again"))
        if isinstance(error, RefusedError):
            # Passwords are not kept: it may be all that is missing.
            server, port, *others = server_parts(address)
            self.page.set_connection(ConnectionValues(server, port or USUAL_PORT, *others))

    def _connect(self) -> None:
        page, program = self.page, self._program
        page.demo_wanted.connect(program.try_demo)
        page.new_wanted.connect(self._choose_new)
        page.open_wanted.connect(self._choose_file)
        page.sample_wanted.connect(self._choose_sample)
        page.recent_chosen.connect(program.open_again)
        page.message.link_clicked.connect(program.try_again)
        page.recent_forgotten.connect(self._forget)
        page.restore_chosen.connect(lambda path: self._restore(Path(path)))
        page.restore_wanted.connect(self._choose_backup)
        page.connect_wanted.connect(lambda values: program.open(_address(values)))
        page.test_wanted.connect(self._test)
        page.theme_chosen.connect(program.change_theme)
        page.language_chosen.connect(program.change_language)
        page.density_chosen.connect(program.change_density)

    @Slot(str)
    def _forget(self, address: str) -> None:
        self._program.forget(address)
        self.refresh()

    @Slot()
    def _choose_new(self) -> None:
        dialog = self._dialog(_("New database"), data_folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        # A file that is there is opened: nothing is ever replaced.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self._program.open)
        dialog.open()

    @Slot()
    def _choose_file(self) -> None:
        dialog = self._dialog(_("Open a database"), data_folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._program.open)
        dialog.open()

    @Slot()
    def _choose_backup(self) -> None:
        dialog = self._dialog(_("Restore a backup"), backup_folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._restore(Path(path)))
        dialog.open()

    @Slot()
    def _choose_sample(self) -> None:
        dialog = QFileDialog(self.page, _("Folder of the CRM sample"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._program.import_sample(Path(path)))
        dialog.open()

    def _dialog(self, title: str, folder: Path) -> QFileDialog:
        dialog = QFileDialog(self.page, title, str(folder), FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _restore(self, backup: Path) -> None:
        self.page.set_busy(_("Restoring {name}…").format(name=backup.name))
        self._files.ask(
            lambda: self._program.restored(backup), lambda path: self._program.open(str(path))
        )

    @Slot(object)
    def _test(self, values: ConnectionValues) -> None:
        self.page.set_connection_state(ConnectionState.TRYING, _("Trying…"))
        self._asker.ask(lambda: try_connection(_address(values)), self._connected)

    def _connected(self, version: str) -> None:
        text = _("The server answers: PostgreSQL {version}.").format(version=version)
        self.page.set_connection_state(ConnectionState.GOOD, text)

    @Slot(Exception)
    def _connection_failed(self, error: Exception) -> None:
        if not isinstance(error, DealboardError):
            raise error
        self.page.set_connection_state(ConnectionState.BAD, str(error))


def _address(values: ConnectionValues) -> str:
    return server_address(*values)


def _copies() -> list[SavedCopy]:
    return [SavedCopy(str(b.path), _stem(b.path), b.day) for b in backups(backup_folder())]


def _stem(path: Path) -> str:
    return path.stem.rpartition(".")[0] or path.stem


def _recent(address: str) -> RecentDatabase:
    """Return a recent database as the page lists it."""
    if "://" in address:
        name, place = address.rpartition("/")[2], address
        return RecentDatabase(address, name, place, shared=True)
    path = Path(address)
    missing = not path.exists()
    day = None if missing else datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    return RecentDatabase(address, path.stem, str(path.parent), day, missing)
