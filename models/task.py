"""Work off the GUI thread."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from db.errors import DealboardError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)


class Task(QObject):
    """A background job; its signals arrive on the thread that made it.

    It has no Qt parent, so that it outlives the screen that asked for it.
    """

    done = Signal(object)
    failed = Signal(Exception)
    progressed = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[], object]) -> None:
        """Prepare to run work, which must touch no widget."""
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Do the work on the calling thread and tell how it ended."""
        try:
            result = self._work()
        except DealboardError as error:
            log.info("background job refused: %s", error)
            self.failed.emit(error)
        except Exception as error:  # the one place for it: any error must reach the screen
            log.exception("background job failed")
            self.failed.emit(error)
        else:
            self.done.emit(result)
        self.ended.emit()


class TaskRunner(QObject):
    """Runs tasks in a small pool and keeps each alive until it has ended."""

    def __init__(self, threads: int) -> None:
        """Make a pool of a number of threads."""
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._running: dict[int, Task] = {}
        self._closed = False

    def start(self, task: Task) -> None:
        """Run a task as soon as a thread is free; after the close nothing runs."""
        if self._closed:
            return
        self._running[id(task)] = task
        task.ended.connect(self._forget)
        self._pool.start(task.run)

    def wait(self, milliseconds: int) -> bool:
        """Wait for the end of what runs; tell whether it came in time."""
        return self._pool.waitForDone(milliseconds)

    def close(self, milliseconds: int) -> bool:
        """Take no more tasks and wait for what runs; tell whether it ended in time."""
        self._closed = True
        return self.wait(milliseconds)

    @Slot()
    def _forget(self) -> None:
        self._running.pop(id(self.sender()), None)
