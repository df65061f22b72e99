"""Waits for what a user sees, in the real event loop."""

from __future__ import annotations

from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

PATIENCE_MS = 120_000
LOOK_MS = 1


class TooLateError(Exception):
    """Something that is measured did not happen at all."""


def wait_until(happened: Callable[[], bool], what: str, patience_ms: int = PATIENCE_MS) -> None:
    """Let the event loop run until something has happened, looked at each millisecond."""
    loop, timer = QEventLoop(), QTimer(interval=LOOK_MS)
    timer.timeout.connect(lambda: loop.quit() if happened() else None)
    timer.start()
    _run(loop, happened, what, patience_ms)


def rest(milliseconds: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Painted(QObject):
    """Tells when one of some widgets has been painted after something was told.

    A paint event is seen before it is handled; the next turn of the event loop comes when all of
    the window is painted and handed to the system.
    """

    def __init__(self, *widgets: QWidget) -> None:
        """Watch widgets."""
        super().__init__()
        self._widgets = widgets
        self._loop = QEventLoop()
        self._due = False
        self._done = False
        for widget in widgets:
            widget.installEventFilter(self)

    def expect(self) -> None:
        """Take the next painting for the one that is waited for; a slot of the answer."""
        self._due = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look out for the painting."""
        if self._due and event.type() == QEvent.Type.Paint:
            self._due = False
            QTimer.singleShot(0, self._finish)
        return super().eventFilter(watched, event)

    def wait(self, patience_ms: int = PATIENCE_MS) -> float:
        """Return the moment when all was painted."""
        if not self._done:
            _run(self._loop, lambda: self._done, "the painting", patience_ms)
        for widget in self._widgets:
            widget.removeEventFilter(self)
        return self._at

    def _finish(self) -> None:
        self._at = perf_counter()
        self._done = True
        self._loop.quit()


class Stalls(QObject):
    """Measures for how long the event loop takes nobody's turn; painting counts."""

    def __init__(self) -> None:
        """Prepare to look each millisecond."""
        super().__init__()
        self.longest = 0.0
        self._timer = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look in the meantime."""
        self._last = perf_counter()
        self._timer.start()
        yield
        self._timer.stop()

    def _look(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def _run(loop: QEventLoop, happened: Callable[[], bool], what: str, patience_ms: int) -> None:
    timer = QTimer(singleShot=True, interval=patience_ms)
    timer.timeout.connect(loop.quit)
    timer.start()
    loop.exec()
    timer.stop()
    if not happened():
        raise TooLateError(f"{what} did not come within {patience_ms} ms")
