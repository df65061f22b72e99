"""The program: start page or an open database, its look and its language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QObject, QTimer, Slot

from app.desk import Desk
from app.look import SYSTEM, Look
from app.main_window import MainWindow
from app.opening import Wanted
from app.places import data_folder, default_database
from app.qt_texts import QtTexts
from app.start_desk import StartDesk
from core.connection import known_address
from core.daily_backup import restore
from core.settings import LANGUAGES, THEMES
from models.asker import Asker
from models.task import Task, TaskRunner
from resources.texts import language
from widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from app.opening import Opened
    from core.local_settings import LocalSettings, LocalSettingsFile
    from core.settings import Settings

DEMO_NAME = "Demo company"
SAMPLE_NAME = "CRM sample"
STOP_MS = 2_000
TRANSLATED = ("en", "it", "de")


class Program(QObject):
    """Owns the window; opens databases in it one after the other."""

    def __init__(self, application: QApplication, local: LocalSettingsFile) -> None:
        """Read this machine's settings and build the window."""
        super().__init__()
        self._local = local
        self.settings = _known(local.read())
        self._files = TaskRunner(1)
        self.look = Look(application, self.settings.theme)
        self.qt_texts = QtTexts(application)
        self._use_language(self.settings.language)
        self.desk: Desk | None = None
        self.start_desk: StartDesk | None = None
        self._address: str | None = None
        self._again: Callable[[], None] | None = None
        # What was chosen here holds in the database that is opened next; else what it says holds.
        self._chosen: dict[str, str] = {}
        self._build_window()

    def start(self, address: str | None) -> None:
        """Show the window: on a database, or on the start page."""
        if address is None:
            self.show_start()
        else:
            self.open(address)
        self.window.show()

    @Slot()
    def show_start(self) -> None:
        """Close what is open and show the start page."""
        self._close_desk()
        self._address = None
        if self.start_desk is None:
            self.start_desk = StartDesk(self, self.look.appearance)
        self.start_desk.refresh()
        self.window.show_page(self.start_desk.page)

    @Slot(str)
    def open_again(self, address: str) -> None:
        """Open a database that was there before; no new file is made in its place."""
        self.open(address, must_exist=True)

    def open(
        self,
        address: str,
        then: Callable[[Desk], None] | None = None,
        *,
        must_exist: bool = False,
    ) -> None:
        """Open a database; then is called once it is open."""
        self._close_desk()
        self._again = partial(self.open, address, then, must_exist=must_exist)
        wanted = Wanted(address, self._settings_of_machine(), must_exist)
        desk = Desk(self.window, self.look.appearance, wanted, self._locale())
        desk.opened.connect(partial(self._opened, desk, address, then))
        desk.failed.connect(partial(self._not_opened, address))
        desk.setting_changed.connect(self._setting_changed)
        desk.start_wanted.connect(self.show_start)
        self.desk = desk
        if self.start_desk is None:
            self.window.show_page(None)
        else:
            self.start_desk.opening(address)
        desk.open()

    @Slot()
    def try_again(self) -> None:
        """Open once more what could not be opened."""
        if self._again is not None:
            self._again()

    def try_demo(self) -> None:
        """Make a database of its own and fill it with an invented company."""
        self._make(DEMO_NAME, Desk.fill_with_demo)

    def import_sample(self, folder: Path) -> None:
        """Make a database of its own and import the CRM sample into it."""
        self._make(SAMPLE_NAME, lambda desk: desk.import_sample(folder))

    def _make(self, name: str, then: Callable[[Desk], None]) -> None:
        if self.start_desk is not None:
            self.start_desk.opening(name)
        asker = Asker(self._files, self)
        asker.failed.connect(self._not_made)
        asker.ask(partial(_free, name), lambda path: self.open(str(path), then))

    def restored(self, backup: Path) -> Path:
        """Put a backup into a file of its own, so that nothing is lost; waits for the disk."""
        target = _free(backup.stem)
        restore(backup, target, datetime.now(UTC))
        return target

    def last_address(self) -> str | None:
        """Return what was open last, or the usual file where that is there."""
        usual = default_database()
        known = [*self.settings.recent[:1], *([str(usual)] if usual.exists() else [])]
        return next((a for a in known if "://" in a or Path(a).exists()), None)

    @Slot(str)
    def say_failure(self, sentence: str) -> None:
        """Say that something went wrong which nobody expected."""
        start = self.start_desk
        bar = self.window.message if start is None else start.page.message
        bar.show_message(MessageKind.NEGATIVE, sentence)

    def remember(self, settings: LocalSettings) -> None:
        """Keep the settings of this machine."""
        self.settings = settings
        self._files.start(Task(partial(self._local.write, settings)))

    def forget(self, address: str) -> None:
        """Take a database off the list of recent ones."""
        self.remember(self.settings.forgotten(address))

    def change_theme(self, name: str) -> None:
        """Change the theme at once and keep it."""
        self._chosen["theme"] = name
        self.look.use_theme(name)
        self.remember(replace(self.settings, theme=name))

    def change_density(self, name: str) -> None:
        """Change the density at once; the database that is opened next keeps it."""
        self._chosen["density"] = name
        self.look.use_density(name)

    def change_language(self, code: str) -> None:
        """Change the language: the window is built anew, on what was open."""
        self._chosen["language"] = code
        if code == self.settings.language:
            return
        self.remember(replace(self.settings, language=code))
        self._use_language(code)
        # After the signal of the widget that is about to go.
        QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        address = self._address
        old = self.window
        self._close_desk()
        self._drop_start()
        self._build_window()
        self.window.restoreGeometry(old.saveGeometry())
        self.start(address)
        old.close()
        old.deleteLater()

    def _build_window(self) -> None:
        self.window = MainWindow(self.look.appearance)
        self.window.closing.connect(self._keep_window)
        if self.settings.window:
            self.window.restoreGeometry(QByteArray.fromBase64(self.settings.window.encode()))

    @Slot()
    def _keep_window(self) -> None:
        state = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
        self.remember(replace(self.settings, window=state))
        self._files.wait(STOP_MS)

    def _opened(
        self, desk: Desk, address: str, then: Callable[[Desk], None] | None, opened: Opened
    ) -> None:
        self._address = address
        self.remember(self.settings.opened(known_address(address)))
        self._chosen.pop("density", None)
        self.look.use_density(opened.settings["density"])
        self.window.commands.use_shortcuts(opened.settings["shortcuts"])
        self.window.show_page(None)
        self._drop_start()
        self._follow(opened.settings)
        if then is not None:
            then(desk)

    def _settings_of_machine(self) -> dict[str, str]:
        """Return what was chosen on this machine; like the system is a choice only when made."""
        kept = {"theme": self.settings.theme, "language": self.settings.language}
        return {**{name: value for name, value in kept.items() if value != SYSTEM}, **self._chosen}

    def _follow(self, settings: Settings) -> None:
        """Take what a user has chosen on another machine, where this one has no wish of its own."""
        if settings["theme"] != self.settings.theme:
            self.change_theme(settings["theme"])
        if settings["language"] != self.settings.language:
            self.change_language(settings["language"])

    @Slot(Exception)
    def _not_made(self, error: Exception) -> None:
        if self.start_desk is not None:
            self.start_desk.tell(error)

    def _not_opened(self, address: str, error: Exception) -> None:
        """Say on the start page why a database could not be opened."""
        if self.start_desk is None:
            self.show_start()
        if self.start_desk is not None:
            self.start_desk.tell_not_opened(error, address)

    @Slot(str, object)
    def _setting_changed(self, name: str, value: object) -> None:
        """Let a setting hold at once."""
        if name == "theme":
            self.change_theme(str(value))
        elif name == "language":
            self.change_language(str(value))
        elif name == "density":
            self.look.use_density(str(value))
        elif name == "shortcuts" and isinstance(value, dict):
            self.window.commands.use_shortcuts(value)

    def _drop_start(self) -> None:
        if self.start_desk is not None:
            self.window.remove_page(self.start_desk.page)
            self.start_desk.deleteLater()
            self.start_desk = None

    def _close_desk(self) -> None:
        if self.desk is not None:
            self.desk.close()
            self.desk.deleteLater()
            self.desk = None

    def _use_language(self, code: str) -> None:
        system = QLocale.system().name()[:2]
        spoken = code if code in TRANSLATED else system if system in TRANSLATED else "en"
        language.use(spoken)
        self.qt_texts.use(spoken)

    def _locale(self) -> str:
        """Return the locale of numbers and days: the system's, or that of the language chosen."""
        chosen = self.settings.language
        return chosen if chosen in TRANSLATED else QLocale.system().name()


def _known(settings: LocalSettings) -> LocalSettings:
    """Return settings without a theme or a language that there is not: the file may be damaged."""
    theme = settings.theme if settings.theme in THEMES else SYSTEM
    language_code = settings.language if settings.language in LANGUAGES else SYSTEM
    return replace(settings, theme=theme, language=language_code)


def _free(name: str) -> Path:
    """Return a file of the data folder that is not there yet."""
    numbers = ("", *(f" {number}" for number in range(2, 1000)))
    paths = (data_folder() / f"{name}{number}.db" for number in numbers)
    return next(path for path in paths if not path.exists())
