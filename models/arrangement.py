"""How rows get from one order to another, step by step, as Qt wants it told.

A row that stays keeps its identity, so that a selection and the place in a view stay with it.
Rows behind the known ids have no names yet; they only come and go at the end.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from db.id_list import IdList  # noqa: TC001 - NamedTuple keeps the annotation

if TYPE_CHECKING:
    from collections.abc import Iterator


class Change(Enum):
    """What a step does with rows."""

    # Rows that stood without a name get one.
    NAME = auto()
    INSERT = auto()
    REMOVE = auto()
    # One row goes to another place.
    MOVE = auto()
    # Rows change places among each other.
    ORDER = auto()


class Rows(NamedTuple):
    """The ids of the first rows, as far as they are known, and how many rows there are."""

    ids: IdList
    total: int

    @property
    def unnamed(self) -> int:
        """Return how many rows stand behind the known ones."""
        return self.total - len(self.ids)


class Step(NamedTuple):
    """A change of the rows from a first to a last one, and what stands there afterwards.

    To: the row that one row moves in front of.
    """

    change: Change
    first: int
    last: int
    rows: Rows
    to: int = 0


def steps(old: Rows, new: Rows) -> Iterator[Step]:
    """Yield the steps from some rows to others."""
    now = old
    for step in _known(old, new):
        now = step.rows
        yield step
    if now.total < new.total:
        yield Step(Change.INSERT, now.total, new.total - 1, new)
    elif now.total > new.total:
        yield Step(Change.REMOVE, new.total, now.total - 1, new)


def _known(old: Rows, new: Rows) -> Iterator[Step]:
    """Yield the steps that make the known ids the new ones."""
    if new.ids.begins_with(old.ids):
        yield from _named(old, new)
        return
    head = old.ids.shared_head(new.ids)
    tail = min(old.ids.shared_tail(new.ids), min(len(old.ids), len(new.ids)) - head)
    part = _Part(old, head, len(old.ids) - tail)
    yield from part.become(new.ids.all_packed(head, len(new.ids) - tail))


def _named(old: Rows, new: Rows) -> Iterator[Step]:
    """Yield the steps where the new ids only go on behind the old ones."""
    first, end = len(old.ids), len(new.ids)
    named = min(old.unnamed, end - first)
    if named:
        ids = new.ids.spliced(first + named, end, ())
        yield Step(Change.NAME, first, first + named - 1, Rows(ids, old.total))
    if first + named < end:
        rows = Rows(new.ids, old.total + end - first - named)
        yield Step(Change.INSERT, first + named, end - 1, rows)


class _Part:
    """The rows between two that stay, on their way to what they shall be."""

    def __init__(self, rows: Rows, first: int, end: int) -> None:
        self._rows = rows
        self._first = first
        self._keys = rows.ids.all_packed(first, end)

    def become(self, wanted: list[bytes]) -> Iterator[Step]:
        had, shall = set(self._keys), set(wanted)
        yield from self._lose([key for key in self._keys if key not in shall])
        yield from self._gain(wanted, [key for key in wanted if key not in had])
        yield from self._sort(wanted)

    def _lose(self, gone: list[bytes]) -> Iterator[Step]:
        """Take rows away: those that stand apart go to the end first."""
        if not gone:
            return
        at = self._keys.index(gone[0])
        if self._keys[at : at + len(gone)] != gone:
            lost = set(gone)
            stay = [key for key in self._keys if key not in lost]
            at = len(stay)
            yield self._ordered(stay + gone)
        kept = self._keys[:at] + self._keys[at + len(gone) :]
        yield self._step(Change.REMOVE, at, at + len(gone), kept)

    def _gain(self, wanted: list[bytes], came: list[bytes]) -> Iterator[Step]:
        """Add rows: where they belong if they stand together there, else at the end."""
        if not came:
            return
        at, end = wanted.index(came[0]), len(self._keys)
        if self._keys[:at] + came + self._keys[at:] != wanted:
            at = end
        more = self._keys[:at] + came + self._keys[at:]
        yield self._step(Change.INSERT, at, at + len(came), more)

    def _sort(self, wanted: list[bytes]) -> Iterator[Step]:
        if self._keys == wanted:
            return
        pairs = zip(self._keys, wanted, strict=True)
        apart = [at for at, (key, other) in enumerate(pairs) if key != other]
        at, last = apart[0], apart[-1]
        here, there = self._keys[at : last + 1], wanted[at : last + 1]
        if here[1:] + here[:1] == there:
            yield self._step(Change.MOVE, at, at + 1, wanted, last + 1)
        elif here[-1:] + here[:-1] == there:
            yield self._step(Change.MOVE, last, last + 1, wanted, at)
        else:
            yield self._ordered(wanted)

    def _ordered(self, keys: list[bytes]) -> Step:
        return self._step(Change.ORDER, 0, len(keys), keys)

    def _step(self, change: Change, at: int, end: int, keys: list[bytes], to: int = 0) -> Step:
        ids = self._rows.ids.spliced(self._first, self._first + len(self._keys), keys)
        total = self._rows.total + len(keys) - len(self._keys)
        self._rows, self._keys = Rows(ids, total), keys
        return Step(change, self._first + at, self._first + end - 1, self._rows, self._first + to)
