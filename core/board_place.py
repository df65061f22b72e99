"""The places of a board: where a card may stand, as plain values with a key of text."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Self
from uuid import UUID

from core.moves import LOST, OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class BoardKind(Enum):
    """What the columns of a board are."""

    PROGRESS = "progress"
    STAGES = "stages"


class PlaceKind(Enum):
    """What a place is; NOT_SET: no probability, or no stage."""

    LOST = "lost"
    PROBABILITY = "probability"
    STAGE = "stage"
    NOT_SET = "not_set"
    WON = "won"


class Place(NamedTuple):
    """A column of a board: a probability, a stage, or one of the ends."""

    kind: PlaceKind
    id: UUID | None = None

    @property
    def key(self) -> str:
        """Return the place as text, such as won or stage:<hex>."""
        return self.kind.value if self.id is None else f"{self.kind.value}:{self.id.hex}"

    @classmethod
    def of(cls, key: str) -> Self:
        """Return the place of a key; raises ValueError where it is none."""
        kind, _colon, key_of_row = key.partition(":")
        return cls(PlaceKind(kind), UUID(hex=key_of_row) if key_of_row else None)


LOST_PLACE = Place(PlaceKind.LOST)
WON_PLACE = Place(PlaceKind.WON)
NOT_SET = Place(PlaceKind.NOT_SET)
# The column that decides where something open stands.
OF_KIND = {
    BoardKind.PROGRESS: ("probability_id", PlaceKind.PROBABILITY),
    BoardKind.STAGES: ("stage_id", PlaceKind.STAGE),
}


def place_in(kind: BoardKind, row: Mapping[str, Any], finals: Mapping[str, UUID]) -> Place:
    """Return where the columns of an opportunity put it: outcome, probability_id and stage_id.

    Finals are the final stages of its workflow by outcome: on the board of stages, what is closed
    stands there, whatever its stage.
    """
    outcome = row["outcome"]
    if outcome != OPEN and kind is BoardKind.STAGES and outcome in finals:
        return Place(PlaceKind.STAGE, finals[outcome])
    if outcome != OPEN:
        return LOST_PLACE if outcome == LOST else WON_PLACE
    name, of_kind = OF_KIND[kind]
    return Place(of_kind, row[name]) if row[name] else NOT_SET
