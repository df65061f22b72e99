"""Engines for SQLite and PostgreSQL; nothing above knows which of the two it has."""

from __future__ import annotations

import re
import sqlite3
from enum import Enum
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import InvalidAddressError, InvalidPortError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
DRIVERS = {SQLITE: SQLITE, POSTGRESQL: "postgresql+psycopg", "postgres": "postgresql+psycopg"}
CONNECT_SECONDS = 5
# A network that hangs is given up after 15 to 25 s, also in the middle of a wait.
PATIENCE: dict[str, Any] = {
    "connect_timeout": CONNECT_SECONDS,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
HIGHEST_PORT = 65_535
# From a login's colon to the server's name stands a password.
_SECRET = re.compile(r"(://[^:@/]*:).*@")
POOL_SIZE = 4
# Of each connection to a file; the system keeps more of it, and a first page is 2 ms later.
CACHE_KIB = 4_000
# Between two tries at a file that another program is making.
AGAIN_S = 0.02


class Lane(Enum):
    """How long a writer may wait: (lock milliseconds, statement milliseconds)."""

    INTERACTIVE = (2_000, 10_000)
    LONG = (30_000, 0)


def database_url(address: str) -> URL:
    """Return the URL of an address: a file name, or the URL of a server."""
    if "://" not in address:
        return URL.create(SQLITE, database=str(Path(address).expanduser().absolute()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise InvalidAddressError(_SECRET.sub(r"\1***@", address)) from error
    driver = DRIVERS.get(url.get_backend_name())
    if driver is None or not url.database:
        raise InvalidAddressError(url.render_as_string(hide_password=True))
    _refuse_bad_ports(url)
    return url.set(drivername=driver)


def _refuse_bad_ports(url: URL) -> None:
    for port in _ports(url):
        if not (port.isdecimal() and 0 < int(port) <= HIGHEST_PORT):
            raise InvalidPortError(port)


def _ports(url: URL) -> Iterator[str]:
    """Yield every port of an address: in front of the database's name, and behind it."""
    if url.port is not None:
        yield str(url.port)
    asked = url.normalized_query
    hosts = ",".join(asked.get("host", ())).split(",")
    # More than one colon is an address of the sixth version of the internet's protocol.
    behind = [host.partition(":")[2] for host in hosts if host.count(":") == 1]
    yield from filter(None, [*behind, *",".join(asked.get("port", ())).split(",")])


def is_file(url: URL) -> bool:
    """Tell whether a database is a file on this machine."""
    return url.get_backend_name() == SQLITE


def connect_engine(url: URL, on_statement: Callable[[], None] | None = None) -> Engine:
    """Return an engine; on_statement is called before each statement, on its thread."""
    engine = _sqlite_engine(url) if is_file(url) else _postgresql_engine(url)
    if on_statement is not None:
        event.listen(engine, "before_cursor_execute", lambda *_parts: on_statement())
    return engine


def set_lane(connection: Connection, lane: Lane) -> None:
    """Set how long this transaction waits for others."""
    lock, statement = lane.value
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {lock}")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {lock}")
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = {statement}")


def run_as_is(connection: Connection, statement: str) -> None:
    """Run a statement in which a percent sign is only a percent sign."""
    connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url, pool_size=POOL_SIZE, max_overflow=POOL_SIZE)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _record: object) -> None:
    """Set what holds for every connection to a file."""
    # The driver's own, late BEGIN would leave a reader without a snapshot.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {Lane.INTERACTIVE.value[0]}")
    _use_wal(cursor)
    for pragma in (
        "synchronous = FULL",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KIB}",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _use_wal(cursor: DBAPICursor) -> None:
    """Let readers and a writer work side by side.

    Where another program makes the same new file at this moment, SQLite refuses at once, whatever
    the timeout: so it is asked again until that is over.
    """
    last = monotonic() + Lane.INTERACTIVE.value[0] / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > last:
                raise
            sleep(AGAIN_S)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where a writer begins: a later upgrade could only fail."""
    options = connection.get_execution_options()
    writes = options.get("writes", False)
    # Always set: the pool hands on connections of the other lane.
    set_lane(connection, options.get("lane", Lane.INTERACTIVE))
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql_engine(url: URL) -> Engine:
    arguments = {
        **PATIENCE,
        "application_name": "dealboard",
        # Prepared statements do not survive a transaction pooler.
        "prepare_threshold": None,
        "options": "-c idle_in_transaction_session_timeout=60000 -c timezone=UTC",
    }
    return create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=POOL_SIZE,
        pool_pre_ping=True,
        connect_args=arguments,
    )
