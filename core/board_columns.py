"""Which columns a board has, and what belongs into each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from core.board_place import LOST_PLACE, NOT_SET, OF_KIND, WON_PLACE, BoardKind, Place, PlaceKind
from core.board_values import BoardColumn, ColumnFigures
from core.moves import LOST, OPEN, WON
from db.filters import ChoiceFilter, DayFilter, EitherFilter, EmptyFilter
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date
    from uuid import UUID

    from core.totals import Totals
    from db.board_rows import PlaceRow, PlaceSums
    from db.filters import Filter
    from db.list_query import ListQuery
    from db.list_totals import Sums

ENDS = {LOST: LOST_PLACE, WON: WON_PLACE}
OUTCOMES = {place.kind: outcome for outcome, place in ENDS.items()}
NAMES = {PlaceKind.PROBABILITY: "probability", PlaceKind.STAGE: "stage"}


class Ground(NamedTuple):
    """What decides which columns a board has; closing: codes of what the parameters name."""

    kind: BoardKind
    listed: ListQuery
    rows: Sequence[PlaceRow]
    closing: AbstractSet[str]
    finals: Mapping[str, UUID]
    since: date


def board_columns(
    ground: Ground,
    opened: Sequence[PlaceSums],
    closed: Sequence[Sums],
    totals: Callable[[Sequence[Sums]], Totals],
) -> tuple[BoardColumn, ...]:
    """Return the columns in their order, without cards.

    Lost stands at the left end and won at the right one, unless the workflow has final stages
    for them. A row that the parameters name, that is retired or that is none has a column only
    while something open stands there.
    """
    at: dict[UUID | None, list[Sums]] = defaultdict(list)
    for each in opened:
        at[each.key].append(each.sums)
    ends: dict[str, list[Sums]] = {LOST: [], WON: []}
    for sums in closed:
        ends[sums.outcome].append(sums)
    made = _Maker(ground, at, ends, totals)
    middle = [made.of_row(row) for row in made.shown_rows()]
    first = [made.end(LOST)] if LOST not in ground.finals else []
    unset = [made.unset()] if at.get(None) else []
    last = [made.end(WON)] if WON not in ground.finals else []
    return (*first, *unset, *middle, *last)


def column_query(ground: Ground, place: Place, *, both: bool = False) -> ListQuery:
    """Return the query of the cards of a column; both: a final stage has open ones too."""
    outcome = OUTCOMES.get(place.kind, OPEN)
    if place.kind is PlaceKind.STAGE:
        outcome = next((o for o, stage_id in ground.finals.items() if stage_id == place.id), OPEN)
    parts: tuple[Filter, ...] = _standing(ground, place)
    if outcome != OPEN:
        closed = (ChoiceFilter("outcome", (outcome,)), DayFilter("closed", ground.since))
        parts = (EitherFilter("outcome", (closed, parts)),) if both else closed
    return replace(ground.listed, filters=(*parts, *ground.listed.filters))


def _standing(ground: Ground, place: Place) -> tuple[Filter, ...]:
    """Return the filters of what is open and stands at a place."""
    name = NAMES[OF_KIND[ground.kind][1]]
    at = EmptyFilter(name) if place.id is None else ChoiceFilter(name, (place.id,))
    return (ChoiceFilter("outcome", (OPEN,)), at)


class _Maker:
    """Makes the columns of one board."""

    def __init__(
        self,
        ground: Ground,
        at: Mapping[UUID | None, Sequence[Sums]],
        ends: Mapping[str, Sequence[Sums]],
        totals: Callable[[Sequence[Sums]], Totals],
    ) -> None:
        self._ground = ground
        self._at, self._ends, self._totals = at, ends, totals
        self._kind = OF_KIND[ground.kind][1]

    def shown_rows(self) -> list[PlaceRow]:
        """Return the rows that have a column; of equal percents each says what it is, too."""
        rows = [row for row in self._ground.rows if self._is_shown(row)]
        times = Counter(row.percent for row in rows)
        return [row._replace(description=_title(row, times[row.percent])) for row in rows]

    def of_row(self, row: PlaceRow) -> BoardColumn:
        place = Place(self._kind, row.id)
        finals = {stage_id: outcome for outcome, stage_id in self._ground.finals.items()}
        outcome = finals.get(row.id, OPEN)
        sums = [*self._ends.get(outcome, ()), *self._at.get(row.id, ())]
        return self._column(place, row.description, outcome, sums)._replace(
            colour=row.colour, percent=row.percent, is_retired=row.is_gone
        )

    def _is_shown(self, row: PlaceRow) -> bool:
        if row.id in self._ground.finals.values() or self._at.get(row.id):
            return True
        named = self._ground.kind is BoardKind.PROGRESS and row.code in self._ground.closing
        return not (named or row.is_gone)

    def end(self, outcome: str) -> BoardColumn:
        return self._column(
            ENDS[outcome],
            _("LOST") if outcome == LOST else _("WON"),
            outcome,
            self._ends[outcome],
        )

    def unset(self) -> BoardColumn:
        progress = self._ground.kind is BoardKind.PROGRESS
        title = _("Not set") if progress else _("No stage")
        return self._column(NOT_SET, title, OPEN, self._at.get(None, ()))

    def _column(self, place: Place, title: str, outcome: str, sums: Sequence[Sums]) -> BoardColumn:
        rows = sum(each.rows for each in sums)
        ground = self._ground
        both = outcome != OPEN and place.id is not None and bool(self._at.get(place.id))
        query = column_query(ground, place, both=both)
        figures = ColumnFigures(rows, self._totals(sums))
        return BoardColumn(place, title, None, None, outcome, False, figures, (), query)  # noqa: FBT003


def _title(row: PlaceRow, times: int) -> str:
    if row.percent is None:
        return row.description
    percent = f"{row.percent} %"
    return percent if times == 1 else f"{percent} {row.description}"
