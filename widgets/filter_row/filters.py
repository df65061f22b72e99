"""What the cells of a filter row are told, and the plain values that they give."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

Number = int | Decimal


class NumberRange(NamedTuple):
    """Numbers between two ends; None is no end, above and below leave the end itself out."""

    low: Number | None = None
    high: Number | None = None
    above: bool = False
    below: bool = False


class DateRange(NamedTuple):
    """A range with a name, or the days between two ends, both counted in."""

    name: str = ""
    first: date | None = None
    last: date | None = None


# None is no filter; a choice is its keys, a text what is contained.
FilterValue = str | NumberRange | DateRange | tuple[str, ...] | bool | None


@dataclass(frozen=True)
class TextFilter:
    """Rows whose text contains some words."""

    title: str


@dataclass(frozen=True)
class NumberFilter:
    """Rows whose number lies in a range.

    read turns what is typed into a number, or raises ValueError with a sentence for the user.
    """

    title: str
    read: Callable[[str], Number]
    show: Callable[[Number], str]


@dataclass(frozen=True)
class DateFilter:
    """Rows whose day lies in a range; ranges are the ones that have a name, as (key, title)."""

    title: str
    ranges: tuple[tuple[str, str], ...]
    read: Callable[[str], date]
    show: Callable[[date], str]


@dataclass(frozen=True)
class ChoiceFilter:
    """Rows that have one of some values; choices are (key, title), asked for when it opens."""

    title: str
    choices: Callable[[], tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class FlagFilter:
    """Rows of which something is so, or is not; yes and no are the words for it."""

    title: str
    yes: str
    no: str


Filter = TextFilter | NumberFilter | DateFilter | ChoiceFilter | FlagFilter


def chosen_keys(value: FilterValue) -> tuple[str, ...]:
    """Return the keys of a choice, none for a value of another kind."""
    if isinstance(value, tuple) and not isinstance(value, NumberRange | DateRange):
        return value
    return ()
