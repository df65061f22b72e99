"""One database: the place where every transaction begins and every driver error is explained."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from db import acts
from db.engine import Lane, connect_engine, is_file, set_lane
from db.failures import explained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import URL, Connection

    from db.acts import Act


class Database:
    """Reads and writes of one database, each in a transaction of its own."""

    def __init__(self, url: URL, on_statement: Callable[[], None] | None = None) -> None:
        """Prepare to connect; nothing is opened before the first transaction."""
        self.url = url
        self._engine = connect_engine(url, on_statement)

    @property
    def name(self) -> str:
        """Return the database's name as a user knows it, without a password."""
        if is_file(self.url):
            return str(self.url.database)
        return f"{self.url.database} on {self.url.host or 'localhost'}"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection whose reads see one state of the database."""
        with self._explaining(), self._engine.connect() as connection, connection.begin():
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
        options = {"writes": True, "lane": lane}
        with self._explaining(), self._engine.connect() as plain:
            connection = plain.execution_options(**options)
            with connection.begin():
                if not is_file(self.url):
                    set_lane(connection, lane)
                yield connection

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise explained(error, self.url) from error

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
