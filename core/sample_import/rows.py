"""Collects the rows that an import is going to write, next to those that are there."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from db.ids import new_id
from db.sample_rows import ORIGIN
from db.writes import Values, table_of

if TYPE_CHECKING:
    from collections.abc import Container
    from uuid import UUID

    from core.sample_import.notes import Place
    from db.sample_rows import LookupsThere, SampleState
    from db.tables import Base


class Rows:
    """The new rows of each table."""

    def __init__(self, state: SampleState) -> None:
        """Add to what is there."""
        self.state = state
        self.new: dict[type[Base], list[Values]] = {}
        # The lines of the files that give a new row: only their notes are reported.
        self.places: set[Place] = set()
        self._lookups = {name: _copy(there) for name, there in state.lookups.items()}

    def add(self, row_class: type[Base], values: Values) -> UUID:
        """Add a row; return its id."""
        key = new_id()
        self.new.setdefault(row_class, []).append({"id": key, **values})
        return key

    def add_many(self, row_class: type[Base], rows: list[Values]) -> None:
        """Add rows that bring their ids and share their columns."""
        if rows:
            self.new.setdefault(row_class, []).extend(rows)

    def lookup(
        self,
        row_class: type[Base],
        key: str,
        description: str,
        values: Values | None = None,
    ) -> UUID:
        """Return the id of the sample's row of a lookup table, added where it is not there."""
        there = self._lookups[table_of(row_class).name]
        if key not in there.by_origin:
            code = free_code(slug(key), there.by_code)
            there.by_origin[key] = there.by_code[code] = self.add(
                row_class,
                {
                    "code": code,
                    "description": description,
                    "position": there.last_position + 1,
                    "origin_system": ORIGIN,
                    "origin_key": key,
                    **(values or {}),
                },
            )
            there = there._replace(last_position=there.last_position + 1)
            self._lookups[table_of(row_class).name] = there
        return there.by_origin[key]

    def shared_lookup(self, row_class: type[Base], key: str, description: str) -> UUID:
        """Return the id of a row of a lookup table; one of the same code, whoever made it, will do.

        The sample's own is added where there is none.
        """
        there = self._lookups[table_of(row_class).name]
        if key not in there.by_origin and slug(key) in there.by_code:
            return there.by_code[slug(key)]
        return self.lookup(row_class, key, description)


def slug(text: str) -> str:
    """Return a text as a code: small Latin letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-") or "sample"


def free_code(code: str, taken: Container[str]) -> str:
    """Return a code that nobody has: itself, or with a number behind it."""
    number, free = 1, code
    while free in taken:
        number += 1
        free = f"{code}-{number}"
    return free


def _copy(there: LookupsThere) -> LookupsThere:
    return there._replace(by_origin=dict(there.by_origin), by_code=dict(there.by_code))
