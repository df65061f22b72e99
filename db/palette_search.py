"""Finds records that may be meant by what was typed, slips of the finger included.

Only candidates: whoever asks ranks them. On SQLite they come out of the trigram indexes of the
searched text, newest first; on PostgreSQL out of pg_trgm, or of plain patterns without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sqlalchemy import and_, literal, or_, select, text

from db.contains import contains
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from db.text_search import TRIGRAM, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

OPPORTUNITY = "opportunity"
CONTACT = "contact"
# What is taken of each trigram, and of what holds all the words.
OF_TRIGRAM = 150
OF_WORDS = 300
# Longer queries are told apart by their beginnings.
MOST_TRIGRAMS = 24
MOST_WORDS = 5
# So many that answer well leave no room for what answers less.
ENOUGH = 50
ESCAPE = "\\"
# How alike a word must be to some part of a text: pg_trgm's own 0.6 forgives too little.
ALIKE = "0.3"


class Candidate(NamedTuple):
    """A record, and the text that it is known by."""

    kind: str
    id: UUID
    text: str


class Named(NamedTuple):
    """A record as the palette shows it."""

    id: UUID
    title: str
    detail: str


def candidates(connection: Connection, typed: str) -> list[Candidate]:
    """Return opportunities and contacts that may be meant, in no order."""
    words = words_of(typed)
    if not words:
        return []
    if connection.dialect.name == "sqlite":
        both = ((OPPORTUNITY, words), (CONTACT, words))
        return [found for kind, some in both for found in _sqlite(connection, kind, some)]
    return list(_postgresql(connection, words))


def named_opportunities(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Named]:
    """Return opportunities by id: title, and number with the contact's name."""
    statement = (
        select(OpportunityRow.id, OpportunityRow.title, OpportunityRow.number, ContactRow.name)
        .join(ContactRow, ContactRow.id == OpportunityRow.contact_id)
        .where(OpportunityRow.id.in_(ids), OpportunityRow.deleted_at.is_(None))
    )
    rows = connection.execute(statement)
    return {key: Named(key, title, f"{number} · {name}") for key, title, number, name in rows}


def named_contacts(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Named]:
    """Return contacts by id: name and country."""
    statement = select(ContactRow.id, ContactRow.name, ContactRow.country_code).where(
        ContactRow.id.in_(ids), ContactRow.deleted_at.is_(None)
    )
    rows = connection.execute(statement)
    return {key: Named(key, name, country or "") for key, name, country in rows}


def _sqlite(connection: Connection, kind: str, words: Sequence[str]) -> Iterator[Candidate]:
    """Yield what holds all the words, then what shares trigrams with all, with most, with any."""
    long = sorted({word for word in words if len(word) >= TRIGRAM}, key=len)[-MOST_WORDS:]
    if not long:
        return _candidates(kind, dict(_short(connection, kind, words)))
    by_word = [_question(" OR ", _trigrams(word)) for word in long]
    found = dict(_matches(connection, kind, _question(" AND ", long), OF_WORDS))
    if len(long) > 1 and len(found) < ENOUGH:
        found.update(_matches(connection, kind, " AND ".join(by_word), OF_WORDS))
    if len(long) > 2 and len(found) < ENOUGH:  # noqa: PLR2004 - of two words each is asked below
        for without in range(len(by_word)):
            rest = by_word[:without] + by_word[without + 1 :]
            found.update(_matches(connection, kind, " AND ".join(rest), OF_TRIGRAM))
    if len(found) < ENOUGH:
        parts = dict.fromkeys(part for word in long for part in _trigrams(word))
        for part in list(parts)[-MOST_TRIGRAMS:]:
            found.update(_matches(connection, kind, _quoted(part), OF_TRIGRAM))
    return _candidates(kind, found)


def _candidates(kind: str, found: dict[bytes, str]) -> Iterator[Candidate]:
    return (Candidate(kind, UUID(bytes=key), name) for key, name in found.items())


def _question(operator: str, parts: Iterable[str]) -> str:
    return f"({operator.join(map(_quoted, parts))})"


def _matches(
    connection: Connection, kind: str, question: str, limit: int
) -> Iterable[tuple[bytes, str]]:
    # Names of our own tables; what was typed is an argument.
    statement = (
        f"SELECT record_id, text FROM {kind}_text WHERE n IN (SELECT rowid FROM {kind}_index "  # noqa: S608
        f"WHERE {kind}_index MATCH ? ORDER BY rowid DESC LIMIT ?)"
    )
    rows = connection.exec_driver_sql(statement, (question, limit)).cursor.fetchall()
    return [(key, name) for key, name in rows]


def _short(connection: Connection, kind: str, words: Sequence[str]) -> list[tuple[bytes, str]]:
    """Return what holds words that are too short for an index."""
    condition = " AND ".join(["text LIKE ? ESCAPE '\\'"] * len(words))
    statement = f"SELECT record_id, text FROM {kind}_text WHERE {condition} LIMIT ?"  # noqa: S608
    patterns = [f"%{_escaped(word)}%" for word in words]
    rows = connection.exec_driver_sql(statement, (*patterns, OF_WORDS)).cursor.fetchall()
    return [(key, name) for key, name in rows]


def _postgresql(connection: Connection, words: Sequence[str]) -> Iterator[Candidate]:
    forgiving = connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'"))
    if forgiving:
        setting = f"SET LOCAL pg_trgm.word_similarity_threshold = {ALIKE}"
        connection.exec_driver_sql(setting)
    like = _alike if forgiving else _shares
    o, c = OpportunityRow, ContactRow
    both = select(o.id, o.number, o.title, c.name).join(c, c.id == o.contact_id)
    both = both.where(o.deleted_at.is_(None))
    for statement, names, kind in (
        (both, (o.number, o.title, c.name), OPPORTUNITY),
        (select(c.id, c.name).where(c.deleted_at.is_(None)), (c.name,), CONTACT),
    ):
        for question in _conditions(words, names, like):
            rows = connection.execute(statement.where(question).limit(OF_WORDS)).all()
            yield from (Candidate(kind, key, " ".join(parts)) for key, *parts in rows)


def _conditions(
    words: Sequence[str], names: Sequence[Any], like: Callable[[Any, str], ColumnElement[bool]]
) -> Iterator[ColumnElement[bool]]:
    """Yield what holds all the words, then what is like each of them, then like any."""
    each = [or_(*(like(name, word) for name in names)) for word in words]
    yield and_(*(or_(*(contains(name, word) for name in names)) for word in words))
    yield and_(*each)
    if len(words) > 1:
        yield or_(*each)


def _alike(name: Any, word: str) -> ColumnElement[bool]:  # noqa: ANN401 - a mapped column
    return literal(word).op("<%", is_comparison=True)(name)


def _shares(name: Any, word: str) -> ColumnElement[bool]:  # noqa: ANN401 - a mapped column
    """Return the condition that a name shares three letters in a row with a word."""
    return or_(*(contains(name, part) for part in _trigrams(word) or [word]))


def _trigrams(word: str) -> list[str]:
    return [word[at : at + TRIGRAM] for at in range(len(word) - TRIGRAM + 1)]


def _quoted(part: str) -> str:
    return '"' + part.replace('"', '""') + '"'


def _escaped(word: str) -> str:
    for special in (ESCAPE, "%", "_"):
        word = word.replace(special, ESCAPE + special)
    return word
