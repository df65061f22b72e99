"""Finds records by words in their text: trigrams on either engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, column, func, literal_column, or_, select, table

from db.contains import contains
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from db.types import Id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy.orm import InstrumentedAttribute

TRIGRAM = 3
# Up to here the found ids drive the query; above, the order is walked and each row is asked.
FEW = 2_000


@dataclass(frozen=True)
class Found:
    """Which rows match some words: a condition, and how many there are where that is known.

    The condition is for a first page, whose order is walked until it is full; gathered, where
    there is one, reads all rows sooner, because the found ids are gathered once.
    """

    condition: ColumnElement[bool]
    count: int | None = None
    gathered: ColumnElement[bool] | None = None

    @property
    def of_all(self) -> ColumnElement[bool]:
        """Return the condition that reads all rows soonest."""
        return self.condition if self.gathered is None else self.gathered


def words_of(text: str) -> list[str]:
    """Return the words of a text; a sign that no database takes parts them like a space."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ").split()


def opportunities_with(words: Sequence[str], connection: Connection) -> Found:
    """Return the opportunities in whose number, title or contact's name all words stand."""
    if connection.dialect.name == "sqlite":
        return _sqlite(words, connection, "opportunity", OpportunityRow.id)
    return Found(and_(*map(_opportunity_holds, words)))


def contacts_with(words: Sequence[str], connection: Connection) -> Found:
    """Return the contacts in whose name all words stand."""
    if connection.dialect.name == "sqlite":
        return _sqlite(words, connection, "contact", ContactRow.id)
    return Found(and_(*(contains(ContactRow.name, word) for word in words)))


def _sqlite(
    words: Sequence[str], connection: Connection, name: str, key: InstrumentedAttribute[UUID]
) -> Found:
    text = table(f"{name}_text", column("n"), column("record_id", Id()), column("text"))
    long = [word for word in words if len(word) >= TRIGRAM]
    short = [contains(text.c.text, word) for word in words if len(word) < TRIGRAM]
    index = table(f"{name}_index", column("rowid"))
    match = _match(long, name)
    matches = [*short, text.c.n.in_(select(index.c.rowid).where(match))] if long else short
    # The index alone counts four times as fast as with a look at each text.
    counted, which = (text, matches) if short else (index, [match])
    count = connection.scalar(select(func.count()).select_from(counted).where(*which)) or 0
    gathered = key.in_(select(text.c.record_id).where(*matches))
    if count <= FEW:
        return Found(gathered, count, gathered)
    held = [contains(text.c.text, word) for word in words]
    walked = select(text.c.n).where(text.c.record_id == key, *held).exists()
    return Found(walked, count, gathered)


def _match(words: Sequence[str], name: str) -> ColumnElement[bool]:
    """Return the look-up of words in the trigram index."""
    phrases = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
    return literal_column(f"{name}_index").op("MATCH", is_comparison=True)(phrases)


def _opportunity_holds(word: str) -> ColumnElement[bool]:
    contacts = select(ContactRow.id).where(contains(ContactRow.name, word))
    return or_(
        contains(OpportunityRow.number, word),
        contains(OpportunityRow.title, word),
        OpportunityRow.contact_id.in_(contacts),
    )
