"""What a reversal is told, and what it tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping  # noqa: TC003 - NamedTuple keeps the annotation
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID  # noqa: TC003 - the same

from db.history import PastAct  # noqa: TC001 - the same

if TYPE_CHECKING:
    from db.references import Key

Values = dict[str, Any]


class Bonds(NamedTuple):
    """What only makes sense together.

    Columns: groups of a table of which all are taken back or none. Followers: a table whose
    inserted rows stay where such a group of their record stays: {table: (column, parent table)}.
    """

    columns: Mapping[str, tuple[frozenset[str], ...]]
    followers: Mapping[str, tuple[str, str]]


class Skipped(NamedTuple):
    """A cell, or without a column a row, that was left alone, and who worked on it since."""

    table: str
    row_id: UUID
    column: str | None
    by: PastAct | None


@dataclass(frozen=True)
class Reversal:
    """How many rows were set back, removed and brought back, and what was left alone."""

    changed: int
    removed: int
    returned: int
    skipped: tuple[Skipped, ...]


@dataclass
class Plan:
    """What is to be written, by table, before long texts are looked up."""

    updates: dict[str, dict[UUID, Values]] = field(default_factory=lambda: defaultdict(dict))
    removals: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    returns: dict[str, dict[UUID, Values]] = field(default_factory=lambda: defaultdict(dict))
    skipped: list[tuple[Key, str | None, UUID | None]] = field(default_factory=list)
