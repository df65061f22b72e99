"""The ordered ids of a list in 16 bytes each, so that a million rows take 16 MB."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

SIZE = 16
# Up to so many ids are searched one by one; beyond, one walk through the list is faster.
SEARCHED = 50


class IdList:
    """Ids in the order of a list; finds the place of an id by searching the bytes."""

    __slots__ = ("_bytes",)

    def __init__(self, packed: bytes = b"") -> None:
        """Take ids that are packed one behind the other."""
        self._bytes = packed

    @classmethod
    def of(cls, ids: Iterable[UUID]) -> IdList:
        """Return the list of some ids."""
        return cls(b"".join(key.bytes for key in ids))

    def __len__(self) -> int:
        return len(self._bytes) // SIZE

    def __getitem__(self, place: int) -> UUID:
        if not 0 <= place < len(self):
            raise IndexError(place)
        return UUID(bytes=self._bytes[place * SIZE : (place + 1) * SIZE])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IdList) and self._bytes == other._bytes

    def __hash__(self) -> int:
        return hash(self._bytes)

    def slice(self, first: int, count: int) -> list[UUID]:
        """Return the ids of some places; fewer where the list ends."""
        return [self[place] for place in range(max(0, first), min(len(self), first + count))]

    def packed(self, place: int) -> bytes:
        """Return the 16 bytes of the id of a place."""
        return self._bytes[place * SIZE : (place + 1) * SIZE]

    def begins_with(self, other: IdList) -> bool:
        """Tell whether another list is the beginning of this one."""
        return self._bytes.startswith(other._bytes)

    def shared_head(self, other: IdList) -> int:
        """Return how many ids this list and another one begin with."""
        low, high = 0, min(len(self), len(other))
        while low < high:
            middle = (low + high + 1) // 2
            span = slice(low * SIZE, middle * SIZE)
            if self._bytes[span] == other._bytes[span]:
                low = middle
            else:
                high = middle - 1
        return low

    def shared_tail(self, other: IdList) -> int:
        """Return how many ids this list and another one end with."""
        low, high = 0, min(len(self), len(other))
        while low < high:
            middle = (low + high + 1) // 2
            if self.last(middle) == other.last(middle):
                low = middle
            else:
                high = middle - 1
        return low

    def last(self, count: int) -> IdList:
        """Return the last ids."""
        return IdList(self._bytes[len(self._bytes) - count * SIZE :])

    def all_packed(self, first: int, last: int) -> list[bytes]:
        """Return the ids of the places from a first one to before a last one, 16 bytes each."""
        return [self.packed(place) for place in range(first, last)]

    def spliced(self, first: int, last: int, ids: Iterable[bytes]) -> IdList:
        """Return the list with other ids from a first place to before a last one."""
        head, tail = self._bytes[: first * SIZE], self._bytes[last * SIZE :]
        return IdList(head + b"".join(ids) + tail)

    def keeping(self, places: Mapping[UUID, int]) -> IdList:
        """Return the list with some ids at these places, wherever they stand here."""
        if not places:
            return self
        others = bytearray(self._bytes)
        for at in reversed(self.places(places.keys())):
            del others[at * SIZE : (at + 1) * SIZE]
        for key, at in sorted(places.items(), key=lambda each: each[1]):
            others[at * SIZE : at * SIZE] = key.bytes
        return IdList(bytes(others))

    def places(self, keys: Collection[UUID]) -> list[int]:
        """Return the places of those ids that are in the list, in its order."""
        if len(keys) <= SEARCHED:
            return sorted(at for at in map(self.place, keys) if at >= 0)
        wanted = {key.bytes for key in keys}
        return [at for at in range(len(self)) if self.packed(at) in wanted]

    def place(self, key: UUID) -> int:
        """Return the place of an id, or -1 where it is not in the list."""
        wanted, at = key.bytes, -1
        while (at := self._bytes.find(wanted, at + 1)) >= 0:
            if at % SIZE == 0:
                return at // SIZE
        return -1
