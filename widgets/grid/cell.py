"""The plain values that a grid draws."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class Align(Enum):
    """Where the text of a cell stands; money, dates and counts stand at the right."""

    LEFT = "left"
    RIGHT = "right"


class Tone(Enum):
    """How a cell's text is set off: the role of its colour."""

    NORMAL = "text"
    STRONG = "strong"
    MUTED = "text-muted"
    POSITIVE = "positive"
    WARNING = "warning"
    NEGATIVE = "negative"

    @property
    def role(self) -> str:
        """The role of the theme that gives the colour."""
        return "text" if self is Tone.STRONG else self.value


class Mark(NamedTuple):
    """A small icon before the text, and the words it stands for."""

    icon: str
    role: str
    hint: str


class Cell(NamedTuple):
    """What one cell shows.

    code stands in a slot of its own behind a sum, percent draws a bar before the text, swatch is
    a stage colour, "stage-3" or "#2372B9", hint is read in the tooltip.
    """

    text: str = ""
    align: Align = Align.LEFT
    tone: Tone = Tone.NORMAL
    code: str = ""
    percent: int | None = None
    swatch: str = ""
    marks: tuple[Mark, ...] = ()
    hint: str = ""


class RowLook(NamedTuple):
    """What one row shows behind and beside its cells.

    edge is a stage colour, "stage-3" or "#2372B9", from which the tint follows; fresh is who has
    just changed the row; saving mutes its text; loading draws bars in the place of its cells.
    """

    edge: str = ""
    tinted: bool = True
    fresh: str = ""
    saving: bool = False
    loading: bool = False


PLAIN_ROW = RowLook()
