"""Work off the GUI thread."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

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
    """Runs tasks in a small pool; each lives, and is let go, on the thread of the runner.

    A task may hold the last reference to a screen. Freed on a thread of the pool, that would
    destroy widgets there; so the pool knows a task only by its number.
    """

    _over = Signal(int)

    def __init__(self, threads: int) -> None:
        """Make a pool of a number of threads."""
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._running: dict[int, Task] = {}
        self._last = 0
        self._closed = False
        self._over.connect(self._forget, Qt.ConnectionType.QueuedConnection)

    def start(self, task: Task) -> None:
        """Run a task as soon as a thread is free; after the close nothing runs."""
        if self._closed:
            return
        self._last += 1
        self._running[self._last] = task
        self._pool.start(partial(self._run, self._last))

    def wait(self, milliseconds: int) -> bool:
        """Wait for the end of what runs; tell whether it came in time."""
        return self._pool.waitForDone(milliseconds)

    def close(self, milliseconds: int) -> bool:
        """Take no more tasks and wait for what runs; tell whether it ended in time."""
        self._closed = True
        return self.wait(milliseconds)

    def _run(self, number: int) -> None:
        """Run a task on a thread of the pool, where nothing of it stays."""
        self._running[number].run()
        self._over.emit(number)

    @Slot(int)
    def _forget(self, number: int) -> None:
        self._running.pop(number, None)
