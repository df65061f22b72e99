"""The rows a user has chosen, without an index for each of them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QItemSelectionModel


def chosen_spans(chosen: QItemSelectionModel) -> list[range]:
    """Return the chosen rows of a grid that chooses whole rows, in their order."""
    spans = {(part.top(), part.bottom()) for part in chosen.selection().toList()}
    return [range(first, last + 1) for first, last in sorted(spans)]


def chosen_rows(chosen: QItemSelectionModel) -> Iterator[int]:
    """Yield the chosen rows in their order."""
    return chain.from_iterable(chosen_spans(chosen))


def chosen_count(chosen: QItemSelectionModel) -> int:
    """Return how many rows are chosen."""
    return sum(map(len, chosen_spans(chosen)))
