"""The plain values of the feed, and what a reader of an engine's log must be able to do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from threading import Event
    from uuid import UUID

    from db.errors import DealboardError
    from db.history import PastAct

# A place in the log: the last seq on SQLite, a snapshot on PostgreSQL.
Position = int | str
# More changed rows than this are not named one by one: whoever shows rows reads them all anew.
MANY_ROWS = 50_000


@dataclass(frozen=True)
class FeedBatch:
    """What changed since the batch before; everything: rows are not named, so refresh all."""

    rows: Mapping[str, frozenset[UUID]] = field(default_factory=dict)
    acts: tuple[PastAct, ...] = ()
    everything: bool = False


class FeedState(Enum):
    """Whether changes arrive."""

    LIVE = "live"
    AWAY = "away"
    STOPPED = "stopped"


class FeedStatus(NamedTuple):
    """The state of a feed, and while it is away the reason."""

    state: FeedState
    error: DealboardError | None = None


class LogReader(Protocol):
    """Reads the log of one engine on a connection of its own; raises only DealboardError."""

    def open(self) -> None:
        """Connect, at the present end of the log or where the reader stood before."""

    def wait(self, seconds: float, closed: Event) -> FeedBatch | None:
        """Return what is new, waiting for it a while; return at once when closed is set."""

    def close(self) -> None:
        """Close the connection; the position is kept."""


def rows_by_table(rows: Iterable[tuple[str, UUID]]) -> dict[str, frozenset[UUID]]:
    """Return the ids of each table."""
    found: defaultdict[str, set[UUID]] = defaultdict(set)
    for table, row_id in rows:
        found[table].add(row_id)
    return {table: frozenset(ids) for table, ids in found.items()}
