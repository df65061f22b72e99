"""Keeps a reader of the log connected, and says whether it is."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from db.engine import database_url, is_file
from db.errors import DealboardError
from db.feed.sqlite import SqliteLog
from db.feed.values import FeedState, FeedStatus

if TYPE_CHECKING:
    from db.feed.values import FeedBatch, LogReader, Position

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 10.0


class Feed:
    """Gives the changes of a database in batches; all but close belongs to one thread."""

    def __init__(self, reader: LogReader) -> None:
        """Read by a reader, which connects at the first wait."""
        self._reader = reader
        self._closed = Event()
        self._connected = False
        self._pause, self._next_pause = 0.0, FIRST_PAUSE
        self._status = FeedStatus(FeedState.AWAY)

    @property
    def status(self) -> FeedStatus:
        """Return whether changes arrive, and if not, why; away without an error: not yet begun."""
        return FeedStatus(FeedState.STOPPED) if self._closed.is_set() else self._status

    def wait(self, seconds: float) -> FeedBatch | None:
        """Return the next batch, or None when the time is up or the status became another.

        While the database is away, the wait tries to connect, with growing pauses.
        """
        try:
            if self._connected:
                return self._reader.wait(seconds, self._closed)
            self._connect(seconds)
        except DealboardError as error:
            self._go_away(error)
        finally:
            if self._closed.is_set():
                self._reader.close()
        return None

    def close(self) -> None:
        """Stop, from any thread; a wait under way ends soon and closes the connection."""
        self._closed.set()

    def _connect(self, seconds: float) -> None:
        """Connect once the pause is over; the time that is not waited now stays to be waited."""
        waited = min(self._pause, seconds)
        self._pause -= waited
        if self._closed.wait(waited) or self._pause > 0:
            return
        self._reader.open()
        self._connected, self._next_pause = True, FIRST_PAUSE
        self._status = FeedStatus(FeedState.LIVE)

    def _go_away(self, error: DealboardError) -> None:
        self._reader.close()
        self._connected = False
        self._pause = self._next_pause
        self._next_pause = min(self._next_pause * 2, LONGEST_PAUSE)
        self._status = FeedStatus(FeedState.AWAY, error)


def open_feed(address: str, position: Position | None = None, *, polls: bool = False) -> Feed:
    """Return a feed of a database from a position of its log, or from the log's present end.

    Polls: ask a server twice a second, also where it could send a notice.
    """
    url = database_url(address)
    if is_file(url):
        return Feed(SqliteLog(url, position))
    from db.feed.postgresql import PostgresqlLog  # noqa: PLC0415 - not loaded to open a file

    return Feed(PostgresqlLog(url, position, polls=polls))
