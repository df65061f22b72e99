"""What a board is made of, as plain values: places, queries, columns and their figures."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - NamedTuple keeps the annotations
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - the same
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - the same

from core.board_place import BoardKind, Place, place_in
from core.totals import Base, Totals  # noqa: TC001 - NamedTuple keeps the annotations
from db.list_query import ListQuery  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.card_list import CardItem
    from db.filters import Filter

CLOSED_DAYS = 90


class CardOrder(Enum):
    """What the cards of a column are sorted by, named as the list's column is."""

    AMOUNT = "net"
    CLOSE = "expected_close"
    ACTIVITY = "last_activity"


@dataclass(frozen=True)
class BoardQuery:
    """What a board shows: the stages board needs a workflow."""

    kind: BoardKind
    filters: tuple[Filter, ...] = ()
    text: str = ""
    order: CardOrder = CardOrder.AMOUNT
    descending: bool = True
    workflow_id: UUID | None = None
    closed_days: int = CLOSED_DAYS


class ColumnFigures(NamedTuple):
    """How many rows a column has in all, and what they are worth."""

    rows: int
    totals: Totals


class BoardColumn(NamedTuple):
    """A column: what stands in its band, its first cards, and the query of all of them."""

    place: Place
    title: str
    colour: str | None
    percent: int | None
    outcome: str
    is_retired: bool
    figures: ColumnFigures
    cards: Sequence[CardItem]
    query: ListQuery


class Board(NamedTuple):
    """A board as one state of the database has it; open: the totals of all that is open.

    Finals are the final stages of the workflow by outcome; since: what was closed before that day
    is not shown.
    """

    query: BoardQuery
    columns: tuple[BoardColumn, ...]
    open: Totals
    base: Base
    workflow: str | None
    finals: Mapping[str, UUID]
    since: date

    @property
    def currency(self) -> str:
        """Return the base currency."""
        return self.base.currency

    def column(self, place: Place) -> BoardColumn | None:
        """Return the column of a place, or None where there is none."""
        return next((each for each in self.columns if each.place == place), None)

    def place_of(self, card: CardItem) -> Place | None:
        """Return where a card stands; None: not on this board."""
        if self.query.kind is BoardKind.STAGES and card.workflow_id != self.query.workflow_id:
            return None
        if card.closed_on is not None and card.closed_on < self.since:
            return None
        return place_in(self.query.kind, card._asdict(), self.finals)


class Health(NamedTuple):
    """How the open cards of a column stand.

    Each counts once as on time, stale or without next activity, and overdue besides.
    """

    on_time: int
    stale: int
    no_next: int
    overdue: int


class Workflow(NamedTuple):
    """A workflow of opportunities that a board can show."""

    id: UUID
    description: str
