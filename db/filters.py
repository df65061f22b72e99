"""Filters of a list as plain values: each names a column and says what it must be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - a saved view reads the annotations
from uuid import UUID  # noqa: TC003 - the same

# An amount in a filter has so many decimals, whatever the currencies of the rows.
AMOUNT_DECIMALS = 4


@dataclass(frozen=True)
class TextFilter:
    """The text of a column, or the name of what is chosen in it, contains this."""

    column: str
    text: str


@dataclass(frozen=True)
class NumberFilter:
    """A whole number lies between two others, both included; none is open on that side."""

    column: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class MoneyFilter:
    """An amount lies between two others, given in ten-thousandths of a unit of any currency."""

    column: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class DayFilter:
    """A day lies between two others, both included; overdue leaves out what is closed."""

    column: str
    first: date | None = None
    last: date | None = None
    overdue: bool = False


@dataclass(frozen=True)
class MomentFilter:
    """A moment is not before one and before another; overdue leaves out what is closed."""

    column: str
    since: datetime | None = None
    before: datetime | None = None
    overdue: bool = False


@dataclass(frozen=True)
class ChoiceFilter:
    """One of these is chosen, or nothing is where empty counts."""

    column: str
    keys: tuple[UUID | str, ...] = ()
    empty: bool = False


@dataclass(frozen=True)
class RecordFilter:
    """The record of a column is one of these, or one that lies below them where below counts."""

    column: str
    keys: tuple[UUID, ...] = ()
    below: bool = False


@dataclass(frozen=True)
class FlagFilter:
    """A yes or no is set so."""

    column: str
    value: bool


@dataclass(frozen=True)
class EmptyFilter:
    """A column is empty, or is not."""

    column: str
    empty: bool = True


@dataclass(frozen=True)
class ChangedFilter:
    """Somebody else has changed the record since a moment; the column is that of the change."""

    column: str
    since: datetime
    besides: UUID


@dataclass(frozen=True)
class StaleFilter:
    """It is open, and nobody has done anything for the days of its stage, else for these.

    A kept one has no moment: it means another one each time.
    """

    column: str
    days: int
    now: datetime | None = None


@dataclass(frozen=True)
class EitherFilter:
    """All filters of one of these groups hold; the column is the one that tells them apart."""

    column: str
    groups: tuple[tuple[Filter, ...], ...]


Filter = (
    TextFilter
    | NumberFilter
    | MoneyFilter
    | DayFilter
    | MomentFilter
    | ChoiceFilter
    | RecordFilter
    | FlagFilter
    | EmptyFilter
    | ChangedFilter
    | StaleFilter
    | EitherFilter
)
