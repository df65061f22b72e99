"""The command palette: screens, commands, opportunities and contacts by a few letters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from db import palette_search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from db.database import Database

SHOWN = 8
# How much of a word must agree; a swap of two letters in seven leaves 85.
ENOUGH = 70
WHOLE = 100
BEGINS = 98
INSIDE = 94
# What is forgiven counts less than any part that is right.
FORGIVEN = 0.9
# A title is what people know; the words beside it help.
BESIDE = 0.85
# From so many letters on a slip is more likely than another word.
FORGIVING = 4


class Command(NamedTuple):
    """A screen or command: a key of the program's own, its title, and further words for it."""

    key: str
    title: str
    keywords: str = ""


class Hit(NamedTuple):
    """A record that was found: what it is, its title, and a line beside it."""

    kind: str
    id: UUID
    title: str
    detail: str
    score: float


def rank_commands(typed: str, commands: Iterable[Command]) -> list[Command]:
    """Return the commands that are meant, best first; all of them where nothing is typed."""
    words = plain(typed).split()
    if not words:
        return list(commands)
    scored = [(_command_score(words, command), command) for command in commands]
    found = [pair for pair in scored if pair[0] >= ENOUGH]
    return [command for _score, command in sorted(found, key=lambda pair: -pair[0])]


def search(database: Database, typed: str, limit: int = SHOWN) -> list[Hit]:
    """Return the opportunities and contacts that are meant, best first; waits for the database."""
    words = plain(typed).split()
    with database.reading() as connection:
        found = palette_search.candidates(connection, typed)
        best = _best(words, found, limit)
        ids = {key: score for score, _kind, key in best}
        names = {
            **palette_search.named_opportunities(connection, list(ids)),
            **palette_search.named_contacts(connection, list(ids)),
        }
    return [
        Hit(kind, key, names[key].title, names[key].detail, score)
        for score, kind, key in best
        if key in names
    ]


def score(words: Sequence[str], text: str) -> float:
    """Return how well a plain text answers plain words, up to 100; 0 where one is missing."""
    parts = text.split()
    scores = [_word_score(word, text, parts) for word in words]
    return sum(scores) / len(scores) if scores and min(scores) >= ENOUGH * FORGIVEN else 0


def plain(text: str) -> str:
    """Return a text without case and accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in split if not unicodedata.combining(sign))


def _best(
    words: Sequence[str], found: Iterable[palette_search.Candidate], limit: int
) -> list[tuple[float, str, UUID]]:
    scored = []
    for kind, key, text in found:
        value = score(words, plain(text))
        if value:
            # Of two that answer alike, the one that says less besides.
            scored.append((value, -len(text), key.bytes, kind, key))
    best = {key: (value, kind) for value, _length, _b, kind, key in sorted(scored)[-limit * 2 :]}
    pairs = [(value, kind, key) for key, (value, kind) in reversed(best.items())]
    return pairs[:limit]


def _command_score(words: Sequence[str], command: Command) -> float:
    title = plain(command.title)
    beside = score(words, f"{title} {plain(command.keywords)}") * BESIDE
    return max(score(words, title), beside)


def _word_score(word: str, text: str, parts: Sequence[str]) -> float:
    if word in text:
        if word in parts:
            return WHOLE
        return BEGINS if any(part.startswith(word) for part in parts) else INSIDE
    if len(word) < FORGIVING:
        return 0
    return FORGIVEN * fuzz.partial_ratio(word, text, score_cutoff=ENOUGH)
