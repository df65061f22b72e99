"""Writing many rows at once: in whole columns, and for the largest fills without a log."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, select

from db import capture
from db.capture import search
from db.engine import Lane, run_as_is
from db.errors import DealboardError
from db.tables.opportunity import OpportunityRow
from db.types import Day, Flag, Id, Moment
from db.writes import table_of
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from db.database import Database
    from db.tables import Base

SQLITE = "sqlite"
# Sorting an index needs room; the transaction's own setting ends with the fill.
FILL_CACHE_KIB = 256_000
USUAL_CACHE_KIB = 16_000


class NotEmptyError(DealboardError):
    """The database has opportunities already, whose changes must be logged."""

    def __init__(self) -> None:
        """Say what to do."""
        text = _(
            "This database already has opportunities, so it cannot be filled without a log of "
            "changes. Nothing was changed. Choose a new database, or fewer rows."
        )
        super().__init__(text)


@contextmanager
def without_log(database: Database) -> Iterator[Connection]:
    """Give a connection whose rows leave no trace in the log; all of them hold, or none.

    Only for a database without opportunities. Triggers and indexes are away in the meantime, so
    the writer fills derived columns and teams itself.
    """
    with database.changing(Lane.LONG) as connection:
        _refuse_opportunities(connection)
        capture.remove(connection)
        indexes = _put_aside(connection)
        yield connection
        for statement in indexes:
            run_as_is(connection, statement)
        _fill_search(connection)
        capture.install(connection)
        analyze(connection)
        _usual_cache(connection)


def analyze(connection: Connection) -> None:
    """Count the rows anew for the planner, which after a fill would choose the wrong indexes."""
    connection.exec_driver_sql("ANALYZE")


def insert_many(
    connection: Connection,
    row_class: type[Base],
    fields: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Insert rows given as tuples of these fields; about three times as fast as by mappings."""
    if not rows:
        return
    table = table_of(row_class)
    columns = [table.c[name] for name in fields]
    values = zip(columns, zip(*rows, strict=True), strict=True)
    names = ", ".join(fields)
    if connection.dialect.name == SQLITE:
        marks = ", ".join("?" * len(fields))
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - own names
        stored = [_stored(column, column_values) for column, column_values in values]
        connection.exec_driver_sql(statement, list(zip(*stored, strict=True)))
        return
    marks = ", ".join(f"%s::{_type_name(column, connection)}[]" for column in columns)
    statement = f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({marks})"  # noqa: S608
    connection.exec_driver_sql(
        statement, tuple(list(column_values) for _c, column_values in values)
    )


def _type_name(column: Column[Any], connection: Connection) -> str:
    return str(column.type.compile(dialect=connection.dialect))


def _stored(column: Column[Any], values: Sequence[Any]) -> Sequence[Any]:
    """Return a column's values as SQLite stores them."""
    if isinstance(column.type, Id):
        return _ids(values)
    if isinstance(column.type, Day):
        return _days(values)
    if isinstance(column.type, Moment):
        return _moments(values)
    if isinstance(column.type, Flag):
        return [v if v is None else int(v) for v in values]
    return values


def _ids(values: Sequence[UUID | None]) -> list[bytes | None]:
    return [v if v is None else v.bytes for v in values]


def _days(values: Sequence[date | None]) -> list[str | None]:
    return [v if v is None else v.isoformat() for v in values]


def _moments(values: Sequence[datetime | None]) -> list[str | None]:
    """Return moments, which must be in UTC, in the stored form."""
    texts = [v if v is None else v.isoformat(timespec="milliseconds") for v in values]
    return [t if t is None else t.replace("+00:00", "Z") for t in texts]


def _refuse_opportunities(connection: Connection) -> None:
    if connection.scalar(select(OpportunityRow.id).limit(1)) is not None:
        raise NotEmptyError


def _put_aside(connection: Connection) -> list[str]:
    """Drop SQLite's indexes, and return the statements that make them again.

    Rows that come in the order of their keys append to a table, but scatter over its indexes.
    PostgreSQL keeps its own, and checks references after each statement: at the end they would
    fill the server's memory.
    """
    if connection.dialect.name != SQLITE:
        connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        return []
    connection.exec_driver_sql(f"PRAGMA cache_size = -{FILL_CACHE_KIB}")
    # An index that the engine made for a constraint has no statement, and stays.
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    found = connection.exec_driver_sql(query).all()
    for name, _statement in found:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    return [statement for _name, statement in found]


def _usual_cache(connection: Connection) -> None:
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{USUAL_CACHE_KIB}")


def _fill_search(connection: Connection) -> None:
    if connection.dialect.name == SQLITE:
        for statement in search.fill_statements():
            run_as_is(connection, statement)
