"""Stores settings one after the other, in the order in which they were changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from models.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.task import TaskRunner


class StoresSettings(Protocol):
    """Settings by name; setting one waits for the database."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - by the kind of the setting
        """Return a value, without waiting."""

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401 - by the kind of the setting
        """Store a value."""


class SettingsKeeper(QObject):
    """Runs one store at a time; of several values for one setting only the last is stored."""

    stored = Signal(str)
    # The setting, the value that holds again, and what went wrong.
    refused = Signal(str, object, Exception)

    def __init__(self, parent: QObject, settings: StoresSettings, tasks: TaskRunner) -> None:
        """Store into settings."""
        super().__init__(parent)
        self._settings = settings
        self._tasks = tasks
        self._waiting: dict[str, object] = {}
        self._name = ""

    def store(self, name: str, value: object) -> None:
        """Store a value as soon as those before it are stored."""
        self._waiting[name] = value
        self._next()

    def _next(self) -> None:
        if self._name or not self._waiting:
            return
        self._name = next(iter(self._waiting))
        task = Task(_storing(self._settings, self._name, self._waiting.pop(self._name)))
        task.done.connect(self._done)
        task.failed.connect(self._fail)
        self._tasks.start(task)

    @Slot()
    def _done(self) -> None:
        name, self._name = self._name, ""
        self.stored.emit(name)
        self._next()

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        name, self._name = self._name, ""
        if name not in self._waiting:
            self.refused.emit(name, self._settings[name], error)
        self._next()


def _storing(settings: StoresSettings, name: str, value: object) -> Callable[[], None]:
    return lambda: settings.set(name, value)
