"""Which rows point to which: what a row that goes would leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from db.capture.columns import captured_columns, captured_tables
from db.parts import in_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from sqlalchemy import Column, Connection

Key = tuple[str, "UUID"]


class Reference(NamedTuple):
    """A living row that points to another; owned: it is a part of the other, as a line is."""

    child: Key
    parent: Key
    owned: bool


def references_to(
    connection: Connection, rows: Mapping[str, Iterable[UUID]]
) -> Iterator[Reference]:
    """Yield the references of living rows to these rows."""
    for name, ids in rows.items():
        for column in _columns_to(name):
            yield from _found(connection, column, name, list(ids))


def kept_together(
    references: Iterable[Reference], going: AbstractSet[Key], kept: AbstractSet[Key]
) -> set[Key]:
    """Return which of the rows that should go must stay, given that some must.

    A row stays that something staying points to, and with it its own parts.
    """
    links = list(references)
    staying = set(kept)
    while True:
        needed = {r.parent for r in links if r.child not in going or r.child in staying}
        parts = {r.child for r in links if r.owned and r.parent in staying}
        more = ((needed | parts) & going) - staying
        if not more:
            return staying
        staying |= more


def _columns_to(name: str) -> Iterator[Column[object]]:
    for table in captured_tables():
        for column in captured_columns(table):
            if any(key.target_fullname == f"{name}.id" for key in column.foreign_keys):
                yield column


def _found(
    connection: Connection, column: Column[object], name: str, ids: list[UUID]
) -> Iterator[Reference]:
    table = column.table
    owned = column.name in table.info["team_from"]
    for some in in_parts(ids):
        query = select(table.c.id, column).where(column.in_(some), table.c.deleted_at.is_(None))
        for child, parent in connection.execute(query):
            yield Reference((table.name, child), (name, parent), owned)
