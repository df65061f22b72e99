"""Reads lists: a first page with its exact count, the ordered ids, and rows by id.

A kind of record is a description (RecordList), not a copy of these queries.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import LargeBinary, Text, bindparam, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

from db.id_list import IdList
from db.list_filter import conditions, field_of
from db.list_query import FirstPage, ListQuery, Order
from db.stopping import StoppedReadError, stopped_when
from db.tables.base import by_words
from db.text_search import FEW, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select
    from sqlalchemy.sql.compiler import SQLCompiler

    from db.list_field import Expression, Join, ListField, Sort
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


class walked_last(FunctionElement[Any]):  # noqa: N801 - reads as the SQL that it is
    """Two last sorts, of which SQLite needs the first alone: the index it walks gives the second.

    It would else sort the few rows of each contact once more: a third of the time of all ids.
    """

    inherit_cache = True


@compiles(walked_last)
def _walked_last(element: walked_last, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    sorts = [compiler.process(each, **options) for each in element.clauses]
    return sorts[0] if compiler.dialect.name == "sqlite" else ", ".join(sorts)


@dataclass(frozen=True, eq=False)
class RecordList(Generic[Item]):
    """The description of one kind of list: an item is made of what the shown fields read."""

    row: type[Base]
    # A NamedTuple, whose attributes the fields name; it begins with the id.
    item: Any
    fields: Mapping[str, ListField]
    # Attributes that are read for every row, and the tables that they stand in.
    always: Mapping[str, Expression]
    always_joins: tuple[Join, ...]
    # Fields that are read where nobody says which are shown.
    usual: Sequence[str]
    default_orders: tuple[Order, ...]
    with_words: Callable[[Sequence[str], Connection], Found]
    # Tables whose changes show in a row.
    watched: frozenset[str]
    # What is still to be done; only such a row can be overdue.
    still_open: ColumnElement[bool] | None = None

    @property
    def key(self) -> ColumnElement[Any]:
        """Return the column of the id."""
        return self.row.__table__.c.id

    @property
    def alive(self) -> ColumnElement[bool]:
        """Return the condition that leaves deleted rows out."""
        return self.row.__table__.c.deleted_at.is_(None)

    @property
    def sorts(self) -> Mapping[str, Sort]:
        """Return what each column is sorted by."""
        return {name: field.sort for name, field in self.fields.items()}


def first_page(
    connection: Connection,
    listed: RecordList[Item],
    query: ListQuery,
    shown: Collection[str] | None = None,
) -> FirstPage[Item]:
    """Return the first page of a list, with what the shown columns need, and the exact count."""
    found = _found(connection, listed, query)
    few = _few(connection, listed, query, found)
    statement = _few_statement(listed, query, few) if few else id_statement(listed, query, found)
    packed: Iterable[bytes] = (
        connection.execute(statement.limit(PAGE)).scalars() if few != [] else []
    )
    ids = [UUID(bytes=key) for key in packed]
    rows = items_by_id(connection, listed, ids, shown)
    if few is not None:
        count = len(few)
    else:
        count = len(ids) if len(ids) < PAGE else _count(connection, listed, query, found)
    return FirstPage([rows[key] for key in ids], count)


def ordered_ids(
    connection: Connection,
    listed: RecordList[Item],
    query: ListQuery,
    cancelled: Callable[[], bool] = lambda: False,
) -> IdList | None:
    """Return the ids of a list in its order, or None when it was cancelled."""
    found = _all_found(connection, listed, query)
    statement = id_statement(listed, query, found, walk=not query.filters)
    try:
        with stopped_when(connection, cancelled):
            return IdList(b"".join(_packed_ids(connection, statement, cancelled)))
    except StoppedReadError:
        return None


def _packed_ids(
    connection: Connection, statement: Select[Any], cancelled: Callable[[], bool]
) -> Iterator[bytes]:
    # The driver's own rows: a Row object for each id would cost ten times the query.
    cursor = connection.execute(statement).cursor
    while chunk := cursor.fetchmany(CHUNK):
        if cancelled():
            raise StoppedReadError
        yield b"".join(chain.from_iterable(chunk))


def items_by_id(
    connection: Connection,
    listed: RecordList[Item],
    ids: Sequence[UUID],
    shown: Collection[str] | None = None,
) -> dict[UUID, Item]:
    """Return rows by id, with what the shown columns need; one deleted or gone is left out."""
    reading = _reading(listed, frozenset(listed.usual if shown is None else shown))
    rows = connection.execute(reading.statement, {"ids": ids})
    return {row[0]: reading.item(row) for row in rows}


def first_ids(
    connection: Connection, listed: RecordList[Any], query: ListQuery, limit: int, *, walk: bool
) -> list[UUID]:
    """Return the first ids of a list; walk: an index gives its order under these filters."""
    found = _all_found(connection, listed, query)
    statement = id_statement(listed, query, found, walk=walk).limit(limit)
    return [UUID(bytes=bytes(key)) for (key,) in connection.execute(statement).cursor.fetchall()]


def matching(
    connection: Connection, listed: RecordList[Item], query: ListQuery
) -> list[ColumnElement[bool]]:
    """Return the conditions that a query's rows meet, for sums over them."""
    found = _found(connection, listed, query)
    words = [] if found is None else [found.of_all]
    return [listed.alive, *words, *conditions(listed, query.filters)]


def id_statement(
    listed: RecordList[Item], query: ListQuery, found: Found | None, *, walk: bool = True
) -> Select[Any]:
    """Return the statement of a list's ordered ids, as bytes.

    To walk an index in its order and look each row up gives a first page at once; all rows
    that a filter leaves are had sooner by one scan that is sorted.
    """
    statement = _sorted_ids(listed, query, walk=walk)
    if found is not None:
        statement = statement.where(found.condition)
    return statement.where(*conditions(listed, query.filters))


def _few(
    connection: Connection, listed: RecordList[Item], query: ListQuery, found: Found | None
) -> list[bytes] | None:
    """Return the ids that pass the filters where they are few, in any order.

    A walk in the order of the list would ask row after row for one of them.
    """
    if not query.filters:
        return None
    statement = select(id_bytes(listed.key)).where(listed.alive)
    if found is not None:
        statement = statement.where(found.of_all)
    statement = statement.where(*conditions(listed, query.filters)).limit(FEW + 1)
    ids = list(connection.execute(statement).scalars())
    return ids if len(ids) <= FEW else None


def _few_statement(listed: RecordList[Item], query: ListQuery, few: list[bytes]) -> Select[Any]:
    ids = [UUID(bytes=key) for key in few]
    return _sorted_ids(listed, query, walk=False).where(listed.key.in_(ids))


def _found(connection: Connection, listed: RecordList[Item], query: ListQuery) -> Found | None:
    words = words_of(query.text)
    return listed.with_words(words, connection) if words else None


def _all_found(connection: Connection, listed: RecordList[Item], query: ListQuery) -> Found | None:
    """Return what the words find, as a condition for one scan instead of a walk."""
    found = _found(connection, listed, query)
    return None if found is None else replace(found, condition=found.of_all)


def _count(
    connection: Connection, listed: RecordList[Item], query: ListQuery, found: Found | None
) -> int:
    if found is not None and found.count is not None and not query.filters:
        return found.count
    statement = select(func.count()).select_from(listed.row).where(listed.alive)
    if found is not None:
        statement = statement.where(found.of_all)
    return connection.scalar(statement.where(*conditions(listed, query.filters))) or 0


class _Reading(NamedTuple):
    """A statement of rows by id, and how an item is made of a row."""

    statement: Select[Any]
    item: Callable[[Sequence[Any]], Any]


@lru_cache(maxsize=64)
def _reading(listed: RecordList[Any], shown: frozenset[str]) -> _Reading:
    """Return how rows are read; attributes that no shown column needs stay empty."""
    attributes = dict(listed.always)
    joins = {join.target: join for join in listed.always_joins}
    for name in sorted(shown & listed.fields.keys()):
        field = listed.fields[name]
        attributes.update(field.shows)
        joins.update({join.target: join for join in field.joins})
    names = [name for name in listed.item._fields if name in attributes]
    statement = _joined(select(*(attributes[n] for n in names)), listed, list(joins.values()))
    keys = bindparam("ids", expanding=True, type_=listed.key.type)
    places = [names.index(n) if n in names else len(names) for n in listed.item._fields]
    take = itemgetter(*places)
    make = listed.item._make
    return _Reading(statement.where(listed.key.in_(keys)), lambda row: make(take((*row, None))))


def _sorts(listed: RecordList[Item], query: ListQuery) -> Iterator[tuple[ListField, bool]]:
    for order in query.orders or listed.default_orders:
        yield field_of(listed, order.column), order.descending


def _joined(statement: Select[Any], listed: RecordList[Item], joins: Sequence[Join]) -> Select[Any]:
    statement = statement.select_from(listed.row).where(listed.alive)
    for join in joins:
        statement = statement.join(join.target, join.condition, isouter=join.outer)
    return statement


def _sorted_ids(listed: RecordList[Item], query: ListQuery, *, walk: bool) -> Select[Any]:
    """Return the sorted ids; every order ends in the id, so that it is the same each time."""
    fields = list(_sorts(listed, query))
    joins = [join for field, _ in fields for join in (field.sort.joins if walk else field.joins)]
    unique = {join.target: join for join in joins}
    statement = _joined(select(id_bytes(listed.key)), listed, list(unique.values()))
    down = False
    sorts: list[Any] = []
    for field, down in fields:
        by = field.sort.by if walk else map(unindexed, field.sort.by)
        sorts += [_turned(column, down=down) for column in by]
    last = listed.key.desc() if down else listed.key
    if walk and not down and fields[-1][0].sort.walked and not (query.filters or query.text):
        return statement.order_by(*sorts[:-1], walked_last(sorts[-1], last))
    return statement.order_by(*sorts, last)


def _turned(column: Expression, *, down: bool) -> ColumnElement[Any]:
    """Return a sort, the same on either engine: empty values first, capitals as small letters."""
    read = by_words(column) if isinstance(column.type, Text) else column
    return read.desc().nulls_last() if down else read.asc().nulls_first()
