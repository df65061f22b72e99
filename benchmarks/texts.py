"""The texts that a benchmark types: of each kind, taken from the records themselves."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.plain import PlainFile

SEED = 7
SAMPLE = 2_000
LONG = 4
COMMON = 12
NOWHERE = "qzxwv"
QUERY = """SELECT o.number, o.title, c.name FROM opportunity o JOIN contact c ON c.id = o.contact_id
    WHERE o.deleted_at IS NULL ORDER BY o.id LIMIT ?"""


class Record(NamedTuple):
    """What of an opportunity can be searched."""

    number: str
    title: str
    contact: str


def typed_texts(plain: PlainFile, count: int) -> list[str]:
    """Return so many texts, the kinds in turn, the same at each call."""
    records = [Record(*row) for row in plain.all(QUERY, (SAMPLE,))]
    words = Counter(word for record in records for word in _words(record.title))
    common = [word for word, _times in words.most_common(COMMON)]
    random = Random(SEED)  # noqa: S311 - a choice, no secret
    kinds: tuple[Callable[[Record], str], ...] = (
        lambda record: record.number,
        lambda _record: random.choice(common),
        lambda record: random.choice(_words(record.contact) or common),
        lambda record: " ".join(
            (random.choice(_words(record.title) or common), record.contact.split()[0])
        ),
        lambda record: record.contact[:2],
        lambda _record: NOWHERE,
    )
    texts = (kinds[n % len(kinds)](random.choice(records)) for n in range(10 * count))
    return [text for text in texts if text.isascii()][:count]


def _words(text: str) -> list[str]:
    return [word for word in text.split() if len(word) >= LONG and word.isalpha()]
