"""The ways in which plain sqlite3 finds the rows that hold some words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.plain import COLUMNS, JOINS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.plain import PlainFile

PAGE = 200
TRIGRAM = 3
LIVE = "o.deleted_at IS NULL"
ORDER = f"ORDER BY o.created_on DESC, o.id DESC LIMIT {PAGE}"
PATTERNS = "(o.number LIKE ? OR o.title LIKE ? OR c.name LIKE ?)"
BY_INDEX = """o.id IN (SELECT id FROM opportunity WHERE number LIKE ? AND deleted_at IS NULL
    UNION SELECT id FROM opportunity WHERE title LIKE ? AND deleted_at IS NULL
    UNION SELECT id FROM opportunity WHERE deleted_at IS NULL AND contact_id IN
        (SELECT id FROM contact WHERE name LIKE ?))"""
ALL_TEXTS = "SELECT record_id FROM opportunity_text WHERE true"
COUNTED = "SELECT count(*) FROM opportunity_index WHERE opportunity_index MATCH ?"
EXISTS = "EXISTS (SELECT 1 FROM opportunity_text t WHERE t.record_id = o.id AND {})"
BY_TRIGRAM = " AND n IN (SELECT rowid FROM opportunity_index WHERE opportunity_index MATCH ?)"


class RawPage(NamedTuple):
    """What a raw way found: the exact count, and the rows of the first page."""

    total: int
    rows: list[Any]


def ways(plain: PlainFile, text: str) -> list[Callable[[], RawPage]]:
    """Return calls that each read first page and count of the rows with all words of a text."""
    words = text.split()
    patterns = [_like(word) for word in words for _column in range(3)]
    columns = "opportunity o JOIN contact c ON c.id = o.contact_id"
    return [
        lambda: _by_columns(plain, columns, [PATTERNS] * len(words), patterns),
        lambda: _by_columns(plain, "opportunity o", [BY_INDEX] * len(words), patterns),
        lambda: _by_text(plain, words, walk=False),
        lambda: _by_text(plain, words, walk=True),
    ]


def _by_columns(
    plain: PlainFile, tables: str, conditions: Sequence[str], values: Sequence[str]
) -> RawPage:
    where = " AND ".join((LIVE, *conditions))
    count = plain.one(f"SELECT count(*) FROM {tables} WHERE {where}", values)  # noqa: S608
    return RawPage(count, _page(plain, tables, conditions, values))


def _by_text(plain: PlainFile, words: Sequence[str], *, walk: bool) -> RawPage:
    """Read by the trigram index, short words by LIKE; walk: in the list's order, row by row."""
    phrases = " AND ".join('"' + word + '"' for word in words if len(word) >= TRIGRAM)
    short = [_like(word) for word in words if len(word) < TRIGRAM]
    found = ALL_TEXTS + (BY_TRIGRAM if phrases else "") + " AND text LIKE ?" * len(short)
    values = [phrases, *short] if phrases else short
    query = f"SELECT count(*) FROM ({found})" if short else COUNTED  # noqa: S608 - own text
    count = plain.one(query, values)
    if not walk:
        return RawPage(count, _page(plain, "opportunity o", [f"o.id IN ({found})"], values))
    text = " AND ".join(["t.text LIKE ?"] * len(words))
    exists = EXISTS.format(text)
    patterns = [_like(word) for word in words]
    return RawPage(count, _page(plain, "opportunity o", [exists], patterns))


def _page(
    plain: PlainFile, tables: str, conditions: Sequence[str], values: Sequence[str]
) -> list[Any]:
    where = " AND ".join((LIVE, *conditions))
    ids = plain.all(f"SELECT o.id FROM {tables} WHERE {where} {ORDER}", values)  # noqa: S608
    marks = ", ".join("?" * len(ids))
    rows = f"SELECT {COLUMNS} FROM {JOINS} WHERE o.id IN ({marks})"  # noqa: S608 - own text
    return plain.all(rows, [key for (key,) in ids])


def _like(word: str) -> str:
    return f"%{word}%"
