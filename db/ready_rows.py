"""Rows made ready for the driver before a transaction begins, so that it only has to insert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from db.engine import is_file
from db.types import Id
from db.writes import Values, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import URL, Column, Connection
    from sqlalchemy.engine import Dialect

    from db.acts import Act
    from db.tables import Base


class ReadyRows(NamedTuple):
    """A statement, the values of its columns as the driver takes them, and how many rows."""

    statement: str
    columns: list[list[Any]]
    size: int


def make_ready(url: URL, row_class: type[Base], rows: Sequence[Values], act: Act) -> ReadyRows:
    """Return rows that share their columns, dated by an act, ready for the database of a URL."""
    dialect = url.get_dialect()()
    table = table_of(row_class)
    stamp = _stamp(act)
    names = (*rows[0], *stamp)
    columns = [table.c[name] for name in names]
    values = [
        _bound([stamp[column.name]], column, dialect) * len(rows)
        if column.name in stamp
        else _bound([row[column.name] for row in rows], column, dialect)
        for column in columns
    ]
    if is_file(url):
        source = f"VALUES ({', '.join('?' * len(names))})"
    else:
        arrays = (f"%s::{column.type.compile(dialect=dialect)}[]" for column in columns)
        source = f"SELECT * FROM unnest({', '.join(arrays)})"  # noqa: S608 - own names
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) {source}"
    return ReadyRows(statement, values, len(rows))


def insert_ready(connection: Connection, ready: ReadyRows) -> None:
    """Insert rows that were made ready: one by one on SQLite, as arrays on PostgreSQL."""
    if connection.dialect.name == "sqlite":
        # Put together only now: so many tuples at once would keep the garbage collector busy.
        connection.exec_driver_sql(ready.statement, list(zip(*ready.columns, strict=True)))
    else:
        connection.exec_driver_sql(ready.statement, tuple(ready.columns))


def _stamp(act: Act) -> Values:
    return {
        "created_at": act.at,
        "entered_by_id": act.user_id,
        "changed_at": act.at,
        "changed_by_id": act.user_id,
    }


def _bound(values: list[Any], column: Column[Any], dialect: Dialect) -> list[Any]:
    """Return a column's values as the driver takes them."""
    if isinstance(column.type, Id):
        # Hardly two alike, and slow to hash.
        sqlite = dialect.name == "sqlite"
        return [v if v is None else v.bytes for v in values] if sqlite else values
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return values
    known = {value: process(value) for value in set(values)}
    return [known[value] for value in values]
