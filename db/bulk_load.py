"""Writing many rows at once: in whole columns, and for the largest fills without a log."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Text, select

from db import capture
from db.capture import search
from db.engine import CACHE_KIB, Lane, run_as_is
from db.errors import DealboardError
from db.tables.opportunity import OpportunityRow
from db.types import Day, Flag, Id, LongText, Moment
from db.writes import table_of
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection

    from db.database import Database
    from db.tables import Base

SQLITE = "sqlite"
NULL = "NULL"
# Sorting an index needs room; the transaction's own setting ends with the fill.
FILL_CACHE_KIB = 256_000
# An index that an engine made for a constraint has no statement of its own, and stays.
SQLITE_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
POSTGRESQL_INDEXES = """SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
ORDER BY indexrelid"""
POSTGRESQL_REFERENCES = """SELECT conrelid::regclass::text, conname::text,
    pg_get_constraintdef(oid)
FROM pg_constraint
WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY oid"""


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
def without_log(database: Database, check: Callable[[Connection], None]) -> Iterator[Connection]:
    """Give a connection whose rows leave no trace in the log; all of them hold, or none.

    Only for a database without opportunities, and where the check lets it be. Triggers and indexes
    are away in the meantime, and on a server the references too, so the writer fills derived
    columns and teams itself.
    """
    with database.changing(Lane.LONG) as connection:
        # First of all: to put aside what another fill works on would wait for its end.
        check(connection)
        _refuse_opportunities(connection)
        capture.remove(connection)
        aside = _put_aside(connection)
        yield connection
        for statement in aside:
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
    values = list(zip(columns, zip(*rows, strict=True), strict=True))
    into = f"INSERT INTO {table.name} ({', '.join(fields)})"
    if connection.dialect.name == SQLITE:
        marks = ", ".join("?" * len(fields))
        stored = [_stored(column, column_values) for column, column_values in values]
        statement = f"{into} VALUES ({marks})"
        connection.exec_driver_sql(statement, list(zip(*stored, strict=True)))
        return
    marks = ", ".join(f"%s::{_type_name(column, connection)}[]" for column in columns)
    arrays = tuple(_array(column, column_values) for column, column_values in values)
    connection.exec_driver_sql(f"{into} SELECT * FROM unnest({marks})", arrays)  # noqa: S608


def _type_name(column: Column[Any], connection: Connection) -> str:
    return str(column.type.compile(dialect=connection.dialect))


def _stored(column: Column[Any], values: Sequence[Any]) -> Sequence[Any]:
    """Return a column's values as SQLite stores them."""
    if isinstance(column.type, Id):
        return [v if v is None else v.bytes for v in values]
    if isinstance(column.type, Day):
        return [v if v is None else v.isoformat() for v in values]
    if isinstance(column.type, Moment):
        # The canonical form as moment_text gives it, in a third of the time.
        texts = [v if v is None else v.isoformat(timespec="milliseconds") for v in values]
        return [t if t is None else t.replace("+00:00", "Z") for t in texts]
    if isinstance(column.type, Flag):
        return [v if v is None else int(v) for v in values]
    return values


def _array(column: Column[Any], values: Sequence[Any]) -> str:
    """Return a column's values as an array of PostgreSQL, which the driver would make slowly."""
    if isinstance(column.type, Id):
        texts = [NULL if v is None else v.hex for v in values]
    elif isinstance(column.type, Day | Moment):
        texts = [NULL if v is None else v.isoformat() for v in values]
    elif isinstance(column.type, Text | LongText):
        texts = [NULL if v is None else _quoted(v) for v in values]
    else:
        texts = [NULL if v is None else str(v) for v in values]
    return f"{{{','.join(texts)}}}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _refuse_opportunities(connection: Connection) -> None:
    if connection.scalar(select(OpportunityRow.id).limit(1)) is not None:
        raise NotEmptyError


def _put_aside(connection: Connection) -> list[str]:
    """Drop what slows a fill, and return the statements that make and check it again.

    Rows that come in the order of their keys append to a table, but scatter over its indexes;
    a server checks a reference for each row, and a whole column of them in one go.
    """
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{FILL_CACHE_KIB}")
        indexes = connection.exec_driver_sql(SQLITE_INDEXES).all()
        references = []
    else:
        references = list(connection.exec_driver_sql(POSTGRESQL_REFERENCES))
        indexes = connection.exec_driver_sql(POSTGRESQL_INDEXES).all()
    for table, name, _definition in references:
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _statement in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    added = [f"ALTER TABLE {t} ADD CONSTRAINT {name} {text}" for t, name, text in references]
    return [*(statement for _name, statement in indexes), *added]


def _usual_cache(connection: Connection) -> None:
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")


def _fill_search(connection: Connection) -> None:
    if connection.dialect.name == SQLITE:
        for statement in search.fill_statements():
            run_as_is(connection, statement)
