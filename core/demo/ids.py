"""Ids of demo rows: made from the seed, in the form of UUIDv7, ascending."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

VERSION_7 = 0x7 << 76
VARIANT = 0b10 << 62
# Of the running count, twelve bits stand before the variant and twenty after it.
LOW_BITS = 20
LOW = (1 << LOW_BITS) - 1
RANDOM_BITS = 42


class IdMaker:
    """Gives one id after the other, so that rows append to their table."""

    def __init__(self, rng: Random) -> None:
        """Take the random part of each id from the fill's own source."""
        self._rng = rng
        self._count = 0
        self._base = 0

    def at(self, moment: datetime) -> None:
        """Date the ids that follow; an earlier moment than before changes nothing."""
        milliseconds = int(moment.timestamp() * 1000)
        self._base = max(self._base, milliseconds << 80)

    def next(self) -> UUID:
        """Return the next id."""
        self._count += 1
        high, low = self._count >> LOW_BITS, self._count & LOW
        tail = low << RANDOM_BITS | self._rng.getrandbits(RANDOM_BITS)
        return UUID(int=self._base | VERSION_7 | high << 64 | VARIANT | tail)
