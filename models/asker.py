"""Asks for something off the GUI thread and takes the answer on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from models.receiver import Receiver
from models.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.task import TaskRunner


class Asker(QObject):
    """Runs reads and writes of one part of the program; dies with it, and so do its answers."""

    failed = Signal(Exception)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        """Ask by tasks, for a parent."""
        super().__init__(parent)
        self._tasks = tasks

    def ask(
        self,
        work: Callable[[], object],
        take: Callable[[Any], None],
        fail: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do work in the background and hand its answer to take, on the GUI thread.

        Where nobody takes its failure, it is told by the signal.
        """
        task = Task(work)
        receiver = Receiver(self, take, fail or self.failed.emit, lambda: None)
        task.done.connect(receiver.take)
        task.failed.connect(receiver.fail)
        task.ended.connect(receiver.end)
        self._tasks.start(task)
