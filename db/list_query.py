"""What a list asks for: plain values that screens, saved views and queries share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.filters import Filter

Item_co = TypeVar("Item_co", covariant=True)


class Order(NamedTuple):
    """A column that a list is sorted by."""

    column: str
    descending: bool = False


@dataclass(frozen=True)
class ListQuery:
    """Sort and filter of a list; no order means the list's own, and all filters must hold."""

    orders: tuple[Order, ...] = ()
    text: str = ""
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True)
class FirstPage(Generic[Item_co]):
    """The first rows of a list, and how many it has in all."""

    items: Sequence[Item_co]
    count: int
