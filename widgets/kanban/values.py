"""The plain values that a board draws: cards, columns, and what a drag would do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class Tone(Enum):
    """What an amount says: something, nothing, or that it is not known."""

    POSITIVE = auto()
    ZERO = auto()
    UNKNOWN = auto()


class CardState(Enum):
    """How a card stands: at rest, being saved, or sent back."""

    PLAIN = auto()
    SAVING = auto()
    REFUSED = auto()


class Mark(NamedTuple):
    """A small picture at the right of a card's heading, in the colour of a role."""

    icon: str
    role: str
    words: str


@dataclass(frozen=True)
class Card:
    """What a card shows; short forms stand on the compact card.

    The note, while there is one, stands in place of the caption, and the card is tinted.
    """

    heading: str
    title: str
    caption: str
    initials: str
    stage: str
    colour: QColor | None
    amount: str
    amount_short: str
    unit: str
    tone: Tone = Tone.POSITIVE
    marks: tuple[Mark, ...] = ()
    tip: str = ""
    note: str = ""
    note_initials: str = ""
    state: CardState = CardState.PLAIN


class Share(NamedTuple):
    """A part of a column's bar, in the colour of a role, and the same in words."""

    role: str
    weight: int
    words: str


class Figure(NamedTuple):
    """A line of a column's band: label, figure, unit; short stands where the label is too wide."""

    label: str
    value: str
    unit: str = ""
    short: str = ""


class End(Enum):
    """Where a column stands while the others scroll between the ends."""

    LEFT = auto()
    NONE = auto()
    RIGHT = auto()


@dataclass(frozen=True)
class Column:
    """What stands in the band of a column, and on its strip while it is collapsed.

    The entry's hint and key are what its quick line shows at rest.
    """

    key: str
    title: str
    figures: tuple[Figure, ...]
    shares: tuple[Share, ...] = ()
    note: str = ""
    tip: str = ""
    mark: Mark | None = None
    end: End = End.NONE
    accepts_entry: bool = True
    entry_hint: str = ""
    entry_key: str = ""


class Preview(NamedTuple):
    """What a drop would make of a column's figures: what stands there now, and then.

    By line of the band: the words before the arrow, and those in the accent after it.
    """

    figures: tuple[tuple[str, str], ...]


class Refusal(NamedTuple):
    """Why a column takes no drop: a head, a sentence, and up to three names."""

    head: str
    sentence: str
    names: tuple[str, ...] = ()
