"""Where the columns of a board stand: some at its ends, the others on the shelf between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from widgets.kanban.values import End

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 8
LEAST = 232
MOST = 320
# A narrower board shows more columns rather than more of each.
NARROW = 960


class Slot(NamedTuple):
    """A column to be placed: its end, and whether it is open."""

    end: End
    is_open: bool


class Sizes(NamedTuple):
    """How wide a strip is, and an open column that has to be scrolled to."""

    strip: int
    column: int


class Place(NamedTuple):
    """Where a column stands, on the board or on the shelf that is scrolled."""

    left: int
    width: int
    on_shelf: bool


class Arrangement(NamedTuple):
    """The places of all columns, in their order, and the shelf with the width of what is on it."""

    places: tuple[Place, ...]
    shelf_left: int
    shelf_width: int
    content: int


def arrange(slots: Sequence[Slot], room: int, sizes: Sizes) -> Arrangement:
    """Place columns that are ordered from left to right, in the width of a board."""
    width = column_width(slots, room, sizes)
    widths = [width if slot.is_open else sizes.strip for slot in slots]
    fixed = _ends_stay(slots, widths, room)
    lefts = [i for i, slot in enumerate(slots) if fixed and slot.end is End.LEFT]
    rights = [i for i, slot in enumerate(slots) if fixed and slot.end is End.RIGHT]
    ends = {*lefts, *rights}
    middle = [i for i in range(len(slots)) if i not in ends]
    shelf_left = _span(widths, lefts)
    shelf_width = max(0, room - shelf_left - _span(widths, rights))
    places: dict[int, Place] = {}
    _put(places, widths, lefts, 0)
    _put(places, widths, middle, 0, on_shelf=True)
    _put(places, widths, rights, shelf_left + shelf_width + GAP)
    ordered = tuple(places[i] for i in range(len(slots)))
    return Arrangement(ordered, shelf_left, shelf_width, max(0, _span(widths, middle) - GAP))


def column_width(slots: Sequence[Slot], room: int, sizes: Sizes) -> int:
    """Return the width of an open column: all fit in the room, or those between the ends scroll."""
    opened = sum(slot.is_open for slot in slots)
    if not opened:
        return sizes.column
    strips = (len(slots) - opened) * sizes.strip
    fitting = (room - strips - GAP * (len(slots) - 1)) // opened
    if fitting >= LEAST:
        return min(fitting, MOST)
    return LEAST if room < NARROW else sizes.column


def _ends_stay(slots: Sequence[Slot], widths: Sequence[int], room: int) -> bool:
    """Tell whether the ends leave room to see a column between them; else they scroll too."""
    ends = [i for i, slot in enumerate(slots) if slot.end is not End.NONE]
    return len(ends) == len(slots) or room - _span(widths, ends) >= LEAST


def _span(widths: Sequence[int], columns: Sequence[int]) -> int:
    return sum(widths[i] + GAP for i in columns)


def _put(
    places: dict[int, Place],
    widths: Sequence[int],
    columns: Sequence[int],
    left: int,
    *,
    on_shelf: bool = False,
) -> None:
    for i in columns:
        places[i] = Place(left, widths[i], on_shelf)
        left += widths[i] + GAP
