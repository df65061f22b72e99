"""The rows of a list that are loaded, by id; the oldest give way to new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Far more than any screen shows.
KEPT = 20_000


class RecordCache:
    """Keeps the rows that were loaded last."""

    def __init__(self) -> None:
        """Begin empty."""
        self._items: dict[bytes, Any] = {}

    def get(self, packed: bytes) -> Any | None:  # noqa: ANN401 - any kind of record
        """Return the row of an id in 16 bytes, or None."""
        return self._items.get(packed)

    def keep(self, items: Mapping[UUID, Any]) -> None:
        """Add rows, newest last."""
        for key, item in items.items():
            self._items.pop(key.bytes, None)
            self._items[key.bytes] = item
        for oldest in list(self._items)[: max(0, len(self._items) - KEPT)]:
            del self._items[oldest]

    def drop(self, keys: Iterable[UUID]) -> None:
        """Forget some rows."""
        for key in keys:
            self._items.pop(key.bytes, None)

    def keys(self) -> set[UUID]:
        """Return the ids of the loaded rows."""
        return {UUID(bytes=key) for key in self._items}

    def clear(self) -> None:
        """Forget every row."""
        self._items.clear()
