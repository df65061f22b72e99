"""One database: the place where every transaction begins and every driver error is explained."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from db import acts
from db.engine import Lane, connect_engine, is_file, set_lane
from db.errors import MissingFileError
from db.failures import explained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import URL, Connection

    from db.acts import Act

# On a server each statement would see a state of its own.
ONE_STATE = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


class Database:
    """Reads and writes of one database, each in a transaction of its own."""

    def __init__(self, url: URL, on_statement: Callable[[], None] | None = None) -> None:
        """Prepare to connect; nothing is opened before the first transaction."""
        self.url = url
        self._engine = connect_engine(url, on_statement)
        self._file: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """Return the database's name as a user knows it, without a password."""
        if is_file(self.url):
            return str(self.url.database)
        return f"{self.url.database} on {self.url.host or 'localhost'}"

    @property
    def short_name(self) -> str:
        """Return the name without the folder of a file, for places with little room."""
        return Path(self.name).stem if is_file(self.url) else self.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection whose reads see one state of the database."""
        with self._explaining(), self._connect() as plain:
            connection = plain if is_file(self.url) else plain.execution_options(**ONE_STATE)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, act: Act, lane: Lane = Lane.INTERACTIVE) -> Iterator[Connection]:
        """Give a connection whose changes belong to an act; all of them hold, or none."""
        with self.changing(lane) as connection:
            acts.begin(connection, act)
            yield connection
            acts.end(connection, act)

    @contextmanager
    def changing(self, lane: Lane = Lane.LONG) -> Iterator[Connection]:
        """Give a writing connection without an act, for what is not logged: schema and settings."""
        with self._explaining(), self._connect() as plain:
            connection = plain.execution_options(writes=True, lane=lane)
            with connection.begin():
                if not is_file(self.url):
                    set_lane(connection, lane)
                yield connection

    def _connect(self) -> Connection:
        self._look_for_file()
        return self._engine.connect()

    def _look_for_file(self) -> None:
        """Refuse to go on without the file: an open one takes writes long after it was deleted."""
        if not is_file(self.url):
            return
        try:
            state = Path(str(self.url.database)).stat()
        except OSError as error:
            if self._file is None:
                return
            self.close()
            raise MissingFileError(self.name) from error
        found = (state.st_dev, state.st_ino)
        if self._file not in {None, found}:
            # Another file took its place, such as a backup that was put back.
            self.close()
        self._file = found

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise explained(error, self.url) from error

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
