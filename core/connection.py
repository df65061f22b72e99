"""Addresses of shared databases, and whether they answer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL

from db.database import Database
from db.engine import POSTGRESQL, database_url
from db.schema import refuse_old_engine


def server_address(server: str, port: int, database: str, login: str, password: str) -> str:
    """Return the address of a database on a server."""
    url = URL.create(
        POSTGRESQL, login or None, password or None, server or "localhost", port, database
    )
    return url.render_as_string(hide_password=False)


def without_password(address: str) -> str:
    """Return an address that may be written down."""
    url = database_url(address)
    if url.get_backend_name() != POSTGRESQL:
        return address
    plain = url.set(password=None, drivername=POSTGRESQL)
    return plain.render_as_string(hide_password=False)


def server_parts(address: str) -> tuple[str, int | None, str, str]:
    """Return server, port, database and login of an address on a server."""
    url = database_url(address)
    return url.host or "", url.port, url.database or "", url.username or ""


def known_address(address: str) -> str:
    """Return an address as it is listed: without a password, and a file by its whole path."""
    plain = without_password(address)
    return plain if "://" in plain else str(Path(plain).absolute())


def try_connection(address: str) -> str:
    """Return the version of a server that answers; raises a DealboardError where none does."""
    database = Database(database_url(address))
    try:
        with database.reading() as connection:
            version = connection.dialect.server_version_info or ()
            refuse_old_engine(connection.dialect.name, version)
            return ".".join(map(str, version))
    finally:
        database.close()
