"""Brings the changes of the database to the GUI thread."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from db.feed import FeedBatch, FeedState, FeedStatus, open_feed

if TYPE_CHECKING:
    from db.feed import Position

# How long one wait lasts; a stop does not wait for its end.
WAIT_SECONDS = 60.0
STOP_SECONDS = 0.4


class FeedThread(QObject):
    """Reads the feed on a thread of its own; both signals come on the thread of this object."""

    changed = Signal(object)
    state_changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, address: str, position: Position | None = None) -> None:
        """Prepare to read from a position of the log, or from its end when the thread starts."""
        super().__init__()
        self._feed = open_feed(address, position)
        # A daemon: an attempt to connect to a silent server cannot be cut short.
        self._thread = Thread(target=self._run, name="feed", daemon=True)
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to read; call it when the window stands."""
        self._thread.start()

    def stop(self) -> None:
        """End within half a second; no further batch comes."""
        self._feed.close()
        if self.running:
            self._thread.join(STOP_SECONDS)

    @property
    def running(self) -> bool:
        """Tell whether the thread is at work."""
        return self._thread.is_alive()

    def _run(self) -> None:
        told = self._feed.status
        while told.state is not FeedState.STOPPED:
            batch = self._feed.wait(WAIT_SECONDS)
            status = self._feed.status
            if status != told:
                self._arrived.emit(status)
                told = status
            if batch is not None:
                self._arrived.emit(batch)

    @Slot(object)
    def _tell(self, news: FeedBatch | FeedStatus) -> None:
        if isinstance(news, FeedStatus):
            self.state_changed.emit(news)
        elif self._feed.status.state is not FeedState.STOPPED:
            self.changed.emit(news)
