"""Finds records by words in their text: trigrams on either engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import column, func, literal_column, or_, select, table

from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from db.types import Id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection, TableClause
    from sqlalchemy.orm import InstrumentedAttribute

TRIGRAM = 3
# Up to here the found ids drive the query; above, the order is walked and each row is asked.
FEW = 3_000
ESCAPE = "\\"


@dataclass(frozen=True)
class Found:
    """Which rows match some words: a condition, and how many there are where that is known."""

    condition: ColumnElement[bool]
    count: int | None = None


def opportunities_with(words: Sequence[str], connection: Connection) -> Found:
    """Return the opportunities in whose number, title or contact's name all words stand."""
    if connection.dialect.name == "sqlite":
        return _sqlite(words, connection, "opportunity", OpportunityRow.id)
    return Found(_every(words, _opportunity_columns))


def contacts_with(words: Sequence[str], connection: Connection) -> Found:
    """Return the contacts in whose name all words stand."""
    if connection.dialect.name == "sqlite":
        return _sqlite(words, connection, "contact", ContactRow.id)
    return Found(_every(words, lambda pattern: ContactRow.name.ilike(pattern, escape=ESCAPE)))


def _sqlite(
    words: Sequence[str], connection: Connection, name: str, key: InstrumentedAttribute[UUID]
) -> Found:
    text = table(f"{name}_text", column("n"), column("record_id", Id()), column("text"))
    matches = _matches(words, text, name)
    count = connection.scalar(select(func.count()).select_from(text).where(*matches)) or 0
    if count <= FEW:
        return Found(key.in_(select(text.c.record_id).where(*matches)), count)
    likes = [text.c.text.like(_pattern(word), escape=ESCAPE) for word in words]
    return Found(select(text.c.n).where(text.c.record_id == key, *likes).exists(), count)


def _matches(words: Sequence[str], text: TableClause, name: str) -> list[ColumnElement[bool]]:
    """Return conditions on the text: one trigram search for the long words, LIKE for the others."""
    long = [word for word in words if len(word) >= TRIGRAM]
    short = [word for word in words if len(word) < TRIGRAM]
    conditions: list[ColumnElement[bool]] = [
        text.c.text.like(_pattern(word), escape=ESCAPE) for word in short
    ]
    if long:
        phrases = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
        index = table(f"{name}_index", column("rowid"))
        found = select(index.c.rowid).where(literal_column(f"{name}_index").op("MATCH")(phrases))
        conditions.append(text.c.n.in_(found))
    return conditions


def _every(
    words: Sequence[str], condition: Callable[[str], ColumnElement[bool]]
) -> ColumnElement[bool]:
    conditions = [condition(_pattern(word)) for word in words]
    every = conditions[0]
    for further in conditions[1:]:
        every = every & further
    return every


def _opportunity_columns(pattern: str) -> ColumnElement[bool]:
    contacts = select(ContactRow.id).where(ContactRow.name.ilike(pattern, escape=ESCAPE))
    return or_(
        OpportunityRow.number.ilike(pattern, escape=ESCAPE),
        OpportunityRow.title.ilike(pattern, escape=ESCAPE),
        OpportunityRow.contact_id.in_(contacts),
    )


def _pattern(word: str) -> str:
    for special in (ESCAPE, "%", "_"):
        word = word.replace(special, ESCAPE + special)
    return f"%{word}%"
