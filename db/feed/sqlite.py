"""Reads the log of a file: a cheap look four times a second, then the rows above the last seq."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import UUID

from db.errors import MissingFileError, NotADatabaseError
from db.failures import explained_driver
from db.feed.position import SQLITE_END
from db.feed.values import MANY_ROWS, FeedBatch, rows_by_table
from db.history import PastAct, label_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

    from sqlalchemy import URL

    from db.feed.values import Position

POLL_SECONDS = 0.25
BUSY_SECONDS = 2.0
ROWS = "SELECT DISTINCT table_name, row_id FROM change WHERE seq > ? AND seq <= ? LIMIT ?"
ACTS = """SELECT a.id, a.at, a.user_id, u.name, a.device, a.label_key, a.label_values, a.undoes
FROM act a LEFT JOIN app_user u ON u.id = a.user_id
WHERE a.id IN (SELECT act_id FROM change WHERE seq > ? AND seq <= ?) ORDER BY a.at, a.id"""


class SqliteLog:
    """The log of a file; a single writer at a time makes seq a safe cursor here."""

    def __init__(self, url: URL, position: Position | None = None) -> None:
        """Prepare to read, from a position or from the end of the log when it is opened."""
        self._url = url
        self._path = Path(str(url.database))
        self._position = None if position is None else int(position)
        self._connection: sqlite3.Connection | None = None
        self._version = -1
        self._file = (0, 0)
        self._lost = False

    def open(self) -> None:
        """Connect; a file that is not there is not made."""
        with self._explaining():
            file = self._identity()
            address = f"{self._path.absolute().as_uri()}?mode=rw"
            self._connection = sqlite3.connect(
                address,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                uri=True,
                check_same_thread=False,
            )
            self._connection.execute("PRAGMA query_only = ON")
            # Another file in the same place, such as a restored copy, has another log.
            self._lost = self._position is not None and self._file not in {(0, 0), file}
            self._file = file
            if self._position is None:
                self._position = self._end()
            self._version = -1

    def wait(self, seconds: float, closed: Event) -> FeedBatch | None:
        """Return what is new since the last batch, looking until the time is up."""
        until = monotonic() + seconds
        while not closed.is_set():
            batch = self._look()
            left = until - monotonic()
            if batch is not None or left <= 0:
                return batch
            closed.wait(min(POLL_SECONDS, left))
        return None

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _look(self) -> FeedBatch | None:
        with self._explaining():
            if self._identity() != self._file:
                raise MissingFileError(str(self._path))
            version = self._one("PRAGMA data_version")
            if version == self._version:
                return None
            batch = self._read()
            self._version = version
            return batch

    def _read(self) -> FeedBatch | None:
        """Return the rows up to the end; the position moves only when all went well."""
        start, end = self._position or 0, self._end()
        lost = self._lost or end < start
        batch = FeedBatch(everything=True) if lost else self._between(start, end)
        self._position, self._lost = end, False
        return batch

    def _between(self, start: int, end: int) -> FeedBatch | None:
        if end == start:
            return None
        span = (start, end)
        rows = self._all(ROWS, (*span, MANY_ROWS + 1))
        acts = tuple(_act(row) for row in self._all(ACTS, span))
        if len(rows) > MANY_ROWS:
            return FeedBatch(acts=acts, everything=True)
        return FeedBatch(rows_by_table((t, UUID(bytes=key)) for t, key in rows), acts)

    def _end(self) -> int:
        return self._one(SQLITE_END)

    def _one(self, query: str) -> int:
        return int(self._all(query, ())[0][0])

    def _all(self, query: str, values: tuple[int, ...]) -> list[Any]:
        if self._connection is None:
            raise MissingFileError(str(self._path))
        with closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()

    def _identity(self) -> tuple[int, int]:
        state = self._path.stat()
        return state.st_dev, state.st_ino

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise MissingFileError(str(self._path)) from error
        except sqlite3.Error as error:
            # Where nothing explains it, another file without our tables has taken the place.
            raise explained_driver(error, self._url) or NotADatabaseError(
                str(self._path)
            ) from error


def _act(row: tuple[Any, ...]) -> PastAct:
    key, at, user_id, name, device, label, values, undoes = row
    return PastAct(
        UUID(bytes=key),
        datetime.fromisoformat(at),
        UUID(bytes=user_id) if user_id else None,
        name,
        device,
        label,
        label_values(values),
        UUID(bytes=undoes) if undoes else None,
    )
