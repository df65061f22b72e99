"""Brings a database to the schema of this program, or says clearly why it cannot."""

from __future__ import annotations

import sqlite3
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from db import capture
from db.engine import is_file
from db.errors import NewerSchemaError, NotADatabaseError, TooOldError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.database import Database

HEAD = "0001"
KNOWN = ("0001",)
MIGRATIONS = Path(__file__).parent / "migrations"
# STRICT tables need 3.37; trigram search needs 3.34.
OLDEST_SQLITE = (3, 37, 0)
OLDEST_POSTGRESQL = (13,)
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
        _refuse_old_engine(connection)
        found = _found(connection, database.name)
    if found is Found.OLDER and is_file(database.url):
        path = Path(str(database.url.database))
        copy_file(path, path.with_name(f"{path.name}.before-{HEAD}"))
    if found is not Found.CURRENT:
        _upgrade(database)
    return found


def copy_file(source: Path, target: Path) -> None:
    """Copy a SQLite file as it is at one moment, also while others write to it."""
    with sqlite3.connect(source) as original, sqlite3.connect(target) as copy:
        original.backup(copy)
    original.close()
    copy.close()


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


def _refuse_old_engine(connection: Connection) -> None:
    version = connection.dialect.server_version_info or ()
    sqlite = connection.dialect.name == "sqlite"
    oldest = OLDEST_SQLITE if sqlite else OLDEST_POSTGRESQL
    if version < oldest:
        engine = "SQLite" if sqlite else "PostgreSQL"
        raise TooOldError(engine, ".".join(map(str, version)), ".".join(map(str, oldest)))
