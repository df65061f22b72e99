"""A read that many may ask for and that runs once at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.task import TaskRunner

PAUSE_MS = 1_000


class PacedRead(QObject):
    """Runs a read in the background; what is asked meanwhile is one more read afterwards."""

    arrived = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self, parent: QObject, tasks: TaskRunner, prepare: Callable[[], Callable[[], object]]
    ) -> None:
        """Take from prepare, on this thread, the work of each read."""
        super().__init__(parent)
        self._tasks = tasks
        self._prepare = prepare
        self._running = self._again = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._go_on)

    @Slot()
    def now(self) -> None:
        """Read at once, or right after the read that is under way."""
        self._again = True
        if not self._running:
            self._start()

    @Slot()
    def soon(self) -> None:
        """Read at most once a second."""
        self._again = True
        self._go_on()

    def _start(self) -> None:
        self._running, self._again = True, False
        task = Task(self._prepare())
        task.done.connect(self._arrive)
        task.failed.connect(self._fail)
        self._pause.start()
        self._tasks.start(task)

    @Slot()
    def _go_on(self) -> None:
        if self._again and not self._running and not self._pause.isActive():
            self._start()

    @Slot(object)
    def _arrive(self, answer: object) -> None:
        self._running = False
        self.arrived.emit(answer)
        self._go_on()

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        self._running = False
        self.failed.emit(error)
        self._go_on()
