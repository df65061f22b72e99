"""Brings a database to the schema of this program, or says clearly why it cannot."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from db import capture
from db.engine import database_url, is_file
from db.errors import NewerSchemaError, NotADatabaseError, TooOldError
from db.failures import explained_driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.database import Database

HEAD = "0001"
KNOWN = ("0001",)
MIGRATIONS = Path(__file__).parent / "migrations"
# STRICT tables need 3.37; trigram search needs 3.34.
OLDEST = {"sqlite": ("SQLite", (3, 37, 0)), "postgresql": ("PostgreSQL", (13,))}
# Any number that no other program takes.
MIGRATION_LOCK = 7_303_014


class Found(Enum):
    """What a database holds before it is prepared."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"


def prepare(database: Database) -> Found:
    """Create or upgrade the tables; a file is copied aside before an upgrade."""
    with database.reading() as connection:
        refuse_old_engine(connection.dialect.name, connection.dialect.server_version_info or ())
        found = _found(connection, database.name)
    if found is Found.OLDER and is_file(database.url):
        path = Path(str(database.url.database))
        copy_file(path, path.with_name(f"{path.name}.before-{HEAD}"))
    if found is not Found.CURRENT:
        _upgrade(database)
    return found


def copy_file(source: Path, target: Path) -> None:
    """Copy a SQLite file as it is at one moment, also while others write to it."""
    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy)
    except sqlite3.Error as error:
        raise explained_driver(error, database_url(str(target))) or error from error


def _upgrade(database: Database) -> None:
    """Run the chain in one transaction; of two programs at once, the second finds it done."""
    with database.changing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK}
            )
        if _found(connection, database.name) is Found.CURRENT:
            return
        _run_chain(connection)
        capture.install(connection)


def _run_chain(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - costs start time, and is seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _found(connection: Connection, name: str) -> Found:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables:
            raise NotADatabaseError(name)
        return Found.EMPTY
    version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if version == HEAD:
        return Found.CURRENT
    if version is None or version in KNOWN:
        return Found.OLDER
    raise NewerSchemaError(str(version), HEAD)


def refuse_old_engine(dialect: str, version: tuple[int | str, ...]) -> None:
    """Raise where the engine is older than what the tables need."""
    name, oldest = OLDEST[dialect]
    if [part for part in version if isinstance(part, int)] < list(oldest):
        raise TooOldError(name, ".".join(map(str, version)), ".".join(map(str, oldest)))
