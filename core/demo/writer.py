"""Writes the small tables of the demo: rows get ids, positions, stamps and their origin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from db.bulk_load import insert_many
from db.writes import Values, insert_rows, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any
    from uuid import UUID

    from sqlalchemy import Connection

    from core.demo.ids import IdMaker
    from db.acts import Act
    from db.tables import Base
    from db.tables.base import Lookup

ORIGIN = "demo"
# Behind the rows that a database begins with.
FIRST_POSITION = 100


class Writer:
    """Inserts rows on one connection, within one act, and counts them by table."""

    def __init__(self, connection: Connection, act: Act, ids: IdMaker) -> None:
        """Write on a connection."""
        self.connection = connection
        self.act = act
        self.ids = ids
        self.counts: Counter[str] = Counter()

    def lookups(self, row_class: type[Lookup], rows: Iterable[Values]) -> dict[str, UUID]:
        """Insert ordered lookup rows, marked as demo data; return their ids by code."""
        placed = [
            {"position": FIRST_POSITION + n, "origin_system": ORIGIN, "origin_key": row["code"]}
            | row
            for n, row in enumerate(rows)
        ]
        keys = self.plain(row_class, placed)  # type: ignore[arg-type]  # a lookup is a mapped class
        return {row["code"]: key for row, key in zip(placed, keys, strict=True)}

    def plain(self, row_class: type[Base], rows: Iterable[Values]) -> list[UUID]:
        """Insert rows that share their columns; return their ids."""
        made = [{"id": self.ids.next(), **row} for row in rows]
        insert_rows(self.connection, row_class, made, self.act)
        self.counts[table_of(row_class).name] += len(made)
        return [row["id"] for row in made]

    def many(
        self, row_class: type[Base], fields: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert rows given as tuples of these fields."""
        insert_many(self.connection, row_class, fields, rows)
        self.counts[table_of(row_class).name] += len(rows)
