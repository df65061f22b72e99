"""Long lists of ids, cut so that one statement can take each part."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Far below what either engine takes.
MANY_IDS = 5_000
Item = TypeVar("Item")


def in_parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield parts that are short enough for one statement."""
    return (items[at : at + MANY_IDS] for at in range(0, len(items), MANY_IDS))
