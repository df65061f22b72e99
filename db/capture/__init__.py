"""Triggers that write the log of changes, made from the table definitions for either engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.capture import derived, postgresql, search, sqlite
from db.engine import run_as_is

if TYPE_CHECKING:
    from sqlalchemy import Connection

PREFIX = "dealboard_"


def statements(dialect: str) -> tuple[str, ...]:
    """Return the statements that create every trigger of an engine, in order."""
    if dialect == "sqlite":
        return (*sqlite.statements(), *derived.sqlite_statements(), *search.sqlite_statements())
    return (*postgresql.statements(), *derived.postgresql_statements())


def install(connection: Connection) -> None:
    """Replace all triggers by those that fit the tables as they are now."""
    remove(connection)
    for statement in statements(connection.dialect.name):
        run_as_is(connection, statement)


def remove(connection: Connection) -> None:
    """Drop all triggers; only for a change of the schema or a fill without a log."""
    for name, table in installed(connection):
        on_table = f" ON {table}" if connection.dialect.name == "postgresql" else ""
        connection.exec_driver_sql(f"DROP TRIGGER {name}{on_table}")


def installed(connection: Connection) -> list[tuple[str, str]]:
    """Return name and table of the triggers that stand in the database."""
    query = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname::text, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
    )
    rows = connection.exec_driver_sql(query)
    return sorted((name, table) for name, table in rows if name.startswith(PREFIX))
