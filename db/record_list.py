"""Reads lists: a first page with its exact count, the ordered ids, and rows by id.

A kind of record is a description (RecordList), not a copy of these queries.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import LargeBinary, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

from db.id_list import IdList
from db.list_query import FirstPage, ListQuery, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute
    from sqlalchemy.sql.compiler import SQLCompiler

    from db.tables import Base
    from db.text_search import Found

PAGE = 200
# A cancelled read of ids stops at the next of these.
CHUNK = 10_000
Item = TypeVar("Item")


class unindexed(FunctionElement[Any]):  # noqa: N801 - reads as the SQL that it is
    """A column that SQLite may not look up by, so that it walks the other table's index.

    It would else sort all opportunities by contact name (0.34 s at 100,000) instead of walking
    the contacts in order (3 ms); PostgreSQL needs no such hint.
    """

    inherit_cache = True


@compiles(unindexed)
def _unindexed(element: unindexed, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column = compiler.process(element.clauses, **options)
    return f"+{column}" if compiler.dialect.name == "sqlite" else column


class id_bytes(FunctionElement[bytes]):  # noqa: N801 - reads as the SQL that it is
    """An id as its 16 bytes, without a UUID object for each row."""

    type = LargeBinary()
    inherit_cache = True


@compiles(id_bytes)
def _id_bytes(element: id_bytes, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column = compiler.process(element.clauses, **options)
    return column if compiler.dialect.name == "sqlite" else f"uuid_send({column})"


class Join(NamedTuple):
    """Another table of a list, and how it is reached."""

    target: type[Base]
    condition: ColumnElement[bool]
    outer: bool = True


class Sort(NamedTuple):
    """What a column is sorted by, and the tables that it stands in."""

    by: tuple[InstrumentedAttribute[Any], ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True)
class RecordList(Generic[Item]):
    """The description of one kind of list; columns begin with the id."""

    row: type[Base]
    columns: tuple[InstrumentedAttribute[Any], ...]
    joins: tuple[Join, ...]
    sorts: Mapping[str, Sort]
    default_orders: tuple[Order, ...]
    make: Callable[[Sequence[Any]], Item]
    with_words: Callable[[Sequence[str], Connection], Found]
    # Tables whose changes show in a row.
    watched: frozenset[str]

    @property
    def key(self) -> ColumnElement[Any]:
        """Return the column of the id."""
        return self.row.__table__.c.id

    @property
    def alive(self) -> ColumnElement[bool]:
        """Return the condition that leaves deleted rows out."""
        return self.row.__table__.c.deleted_at.is_(None)


def first_page(
    connection: Connection, listed: RecordList[Item], query: ListQuery
) -> FirstPage[Item]:
    """Return the first page of a list and the exact count of its rows."""
    found = _found(connection, listed, query)
    packed = connection.execute(id_statement(listed, query, found).limit(PAGE)).scalars()
    ids = [UUID(bytes=key) for key in packed]
    rows = items_by_id(connection, listed, ids)
    count = len(ids) if len(ids) < PAGE else _count(connection, listed, found)
    return FirstPage([rows[key] for key in ids], count)


def ordered_ids(
    connection: Connection,
    listed: RecordList[Item],
    query: ListQuery,
    cancelled: Callable[[], bool] = lambda: False,
) -> IdList | None:
    """Return the ids of a list in its order, or None when it was cancelled."""
    statement = id_statement(listed, query, _found(connection, listed, query))
    # The driver's own rows: a Row object for each id would cost ten times the query.
    cursor = connection.execute(statement).cursor
    parts: list[bytes] = []
    while chunk := cursor.fetchmany(CHUNK):
        if cancelled():
            return None
        parts.append(b"".join(chain.from_iterable(chunk)))
    return IdList(b"".join(parts))


def items_by_id(
    connection: Connection, listed: RecordList[Item], ids: Sequence[UUID]
) -> dict[UUID, Item]:
    """Return rows by id; one that is deleted or gone is left out."""
    statement = _joined(select(*listed.columns), listed, listed.joins)
    rows = connection.execute(statement.where(listed.key.in_(ids)))
    return {row[0]: listed.make(row) for row in rows}


def id_statement(listed: RecordList[Item], query: ListQuery, found: Found | None) -> Select[Any]:
    """Return the statement of a list's ordered ids, as bytes."""
    statement = _joined(select(id_bytes(listed.key)), listed, _sort_joins(listed, query))
    if found is not None:
        statement = statement.where(found.condition)
    return _ordered(statement, listed, query)


def _found(connection: Connection, listed: RecordList[Item], query: ListQuery) -> Found | None:
    words = query.text.split()
    return listed.with_words(words, connection) if words else None


def _count(connection: Connection, listed: RecordList[Item], found: Found | None) -> int:
    if found is not None and found.count is not None:
        return found.count
    statement = select(func.count()).select_from(listed.row).where(listed.alive)
    if found is not None:
        statement = statement.where(found.condition)
    return connection.scalar(statement) or 0


def _sort_joins(listed: RecordList[Item], query: ListQuery) -> list[Join]:
    found = {join.target: join for sort, _ in _sorts(listed, query) for join in sort.joins}
    return list(found.values())


def _sorts(listed: RecordList[Item], query: ListQuery) -> Iterator[tuple[Sort, bool]]:
    for order in query.orders or listed.default_orders:
        yield listed.sorts[order.column], order.descending


def _joined(statement: Select[Any], listed: RecordList[Item], joins: Sequence[Join]) -> Select[Any]:
    statement = statement.select_from(listed.row).where(listed.alive)
    for join in joins:
        statement = statement.join(join.target, join.condition, isouter=join.outer)
    return statement


def _ordered(statement: Select[Any], listed: RecordList[Item], query: ListQuery) -> Select[Any]:
    """Sort a statement; every order ends in the id, so that it is one and the same each time."""
    down = False
    for sort, down in _sorts(listed, query):
        statement = statement.order_by(*(c.desc() if down else c for c in sort.by))
    return statement.order_by(listed.key.desc() if down else listed.key)
