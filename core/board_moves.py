"""Moves cards of a board: many in one act, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.board_place import NOT_SET, OF_KIND, BoardKind, Place, PlaceKind, place_in
from core.closing import MoveError, MoveRules, Target
from core.edit_errors import ConflictError, GoneError, MoveRefusedError, ReopenError
from core.labels import act_label
from core.move_ground import MoveGround
from core.move_writing import row_move, write_act
from core.moves import LOST, OPEN, POSITION, WON, Ending, Position
from core.opportunity_edit import LABELS, who_wrote
from db.engine import Lane
from db.opportunity_rows import read_opportunities
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Connection

    from core.closing import Reason, Standing
    from core.workspace import Workspace
    from db.writes import Values

MOVED = marked("Moved {title} to {place}")
MANY_MOVED = marked("Moved {count} opportunities to {place}")
MANY_LABELS = {
    "won": marked("Closed {count} opportunities as won"),
    "lost": marked("Closed {count} opportunities as lost"),
    "open": marked("Reopened {count} opportunities"),
}
# What a move must know of an opportunity besides the fields that stages demand.
NEEDED = frozenset({"title", "team_id", "touched_at", "stage_since_on", *POSITION})
# So many titles stand in a sentence.
NAMED = 3


class Seen(NamedTuple):
    """What the user saw of a card when its drag began."""

    id: UUID
    title: str
    place: Place


class Moved(NamedTuple):
    """What a move did; no act: every card stood there already. ids: those that moved."""

    act_id: UUID | None
    ids: tuple[UUID, ...]
    label: str = ""


class Bar(NamedTuple):
    """Why cards may not go to a place: sentences, and the titles of these cards."""

    place: Place
    reasons: tuple[str, ...]
    titles: tuple[str, ...]


class MovedMeanwhileError(ConflictError):
    """Somebody else has moved a card; places holds where such cards stand now."""

    def __init__(
        self, places: Mapping[UUID, Place], title: str, place: str, who: str | None
    ) -> None:
        """Name one of the cards, who moved it, and where it stands."""
        self.places = dict(places)
        text = _(
            "{who} has moved “{title}” in the meantime: it stands in {place} now. "
            "Nothing was moved. Move it from there if it is still wrong."
        )
        super().__init__({}, text.format(who=who or _("Another program"), title=title, place=place))


def move_cards(  # noqa: PLR0913 - the last two answer a question that was asked
    workspace: Workspace,
    kind: BoardKind,
    cards: Sequence[Seen],
    to: Place,
    now: datetime,
    *,
    reason: Reason | None = None,
    reopen: bool = False,
) -> Moved:
    """Move cards to a place, all of them or none, in one act.

    Raises GoneError, MovedMeanwhileError, MoveRefusedError, ReopenError where one is closed and
    reopen is not said, ReasonNeededError where closing needs a reason, and MoveError where the
    place is no more.
    """
    with workspace.database.changing(Lane.INTERACTIVE) as connection:
        drag = _Drag(connection, workspace, kind, [card.id for card in cards], lock=True)
        going = drag.going(cards, to)
        if not going:
            return Moved(None, ())
        target = drag.rules.target(wanted_at(kind, to))
        drag.check(going, target, reopen=reopen)
        ending = drag.ending(going, target, reason, now)
        after = [drag.rules.moved(each, target, ending) for each in going]
        label, values = _label(going, after, target)
        act = workspace.act(label, now, values)
        pairs = zip(going, after, strict=True)
        rows = [row_move(a.row, a.before, b, a.before.changes(b), act) for a, b in pairs]
        write_act(connection, rows, act)
    ids = tuple(each.row["id"] for each in going)
    return Moved(act.id, ids, act_label(label, values))


def barred(
    workspace: Workspace, kind: BoardKind, ids: Sequence[UUID], places: Sequence[Place]
) -> dict[Place, Bar]:
    """Return the places that some of the cards may not go to, and why."""
    with workspace.database.reading() as connection:
        drag = _Drag(connection, workspace, kind, ids, lock=False)
        bars = (drag.bar(place) for place in places)
        return {bar.place: bar for bar in bars if bar is not None}


def wanted_at(kind: BoardKind, place: Place) -> dict[str, Any]:
    """Return the columns that a place asks for, as the rules of moves take them."""
    if place.kind is PlaceKind.STAGE:
        return {"stage_id": place.id}
    if place.kind is PlaceKind.PROBABILITY:
        return {"probability_id": place.id}
    if place == NOT_SET:
        return {OF_KIND[kind][0]: None}
    return {"outcome": LOST if place.kind is PlaceKind.LOST else WON}


class _Drag:
    """The cards of one drag as they stand in the database, and what the rules say of them."""

    def __init__(
        self,
        connection: Connection,
        workspace: Workspace,
        kind: BoardKind,
        ids: Sequence[UUID],
        *,
        lock: bool,
    ) -> None:
        self._connection = connection
        self._kind = kind
        self._ground = MoveGround(connection, workspace, ids)
        self.rules = MoveRules(self._ground)
        demanded = {name for names in self._ground.required.values() for name in names}
        rows = read_opportunities(connection, ids, NEEDED | demanded, lock=lock)
        # In the order in which they were chosen.
        self._standing = {key: self.rules.standing(rows[key]) for key in ids if key in rows}

    def going(self, cards: Sequence[Seen], to: Place) -> list[Standing]:
        """Return the cards that do not stand there yet; raises where one is not as it was seen."""
        going, elsewhere = [], {}
        for card in cards:
            if card.id not in self._standing:
                raise GoneError(card.title)
            place = self._place(self._standing[card.id].row)
            if place == to:
                continue
            going.append(self._standing[card.id])
            if place != card.place:
                elsewhere[card.id] = place
        if elsewhere:
            raise self._moved_meanwhile(elsewhere)
        return going

    def check(self, going: Sequence[Standing], target: Target, *, reopen: bool) -> None:
        """Raise where a rule forbids a move, or where a closed one was not to be reopened."""
        bar = _bar(self.rules, going, target)
        if bar is not None:
            reasons, titles = bar
            raise MoveRefusedError(target.name, reasons, titles[:NAMED])
        closed = [str(each.row["title"]) for each in going if self.rules.reopens(each, target)]
        if closed and not reopen:
            raise ReopenError(*closed)

    def ending(
        self, going: Sequence[Standing], target: Target, reason: Reason | None, now: datetime
    ) -> Ending | None:
        """Return how cards are closed, where the move closes them."""
        closing = any(self.rules.closes(each, target) for each in going)
        if not closing or target.outcome is None:
            return None
        return self.rules.ending(target.outcome, reason, now.date())

    def bar(self, place: Place) -> Bar | None:
        """Return why some cards may not go to a place."""
        going = [each for each in self._standing.values() if self._place(each.row) != place]
        try:
            target = self.rules.target(wanted_at(self._kind, place))
        except MoveError as error:
            return Bar(place, (str(error),), tuple(str(each.row["title"]) for each in going))
        bar = _bar(self.rules, going, target)
        return None if bar is None else Bar(place, *bar)

    def _place(self, row: Values) -> Place:
        ended = self._kind is BoardKind.STAGES and row["outcome"] != OPEN
        finals = self._ground.finals(row["workflow_id"]) if ended else {}
        return place_in(self._kind, row, finals)

    def _moved_meanwhile(self, elsewhere: Mapping[UUID, Place]) -> MovedMeanwhileError:
        key, place = next(iter(elsewhere.items()))
        who = who_wrote(self._connection, key, {"probability_id", "stage_id", "outcome"})
        title = str(self._standing[key].row["title"])
        return MovedMeanwhileError(elsewhere, title, self._name(place), who)

    def _name(self, place: Place) -> str:
        try:
            return self.rules.target(wanted_at(self._kind, place)).name
        except MoveError:
            return _("Not set") if place == NOT_SET else _("a deleted column")


def _bar(
    rules: MoveRules, going: Sequence[Standing], target: Target
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the reasons why some may not go there, each once, and their titles."""
    reasons: dict[str, None] = {}
    titles = []
    for standing in going:
        refused = rules.refusals(standing, target)
        if refused:
            reasons.update(dict.fromkeys(refused))
            titles.append(str(standing.row["title"]))
    return (tuple(reasons), tuple(titles)) if titles else None


def _label(
    going: Sequence[Standing], after: Sequence[Position], target: Target
) -> tuple[str, dict[str, str | int]]:
    """Return how the act is called: a closing and a reopening by their own names."""
    pairs = zip(going, after, strict=True)
    ended = {now.outcome if now.outcome != a.before.outcome else None for a, now in pairs}
    # Where some were only moved on, none is named after the others.
    outcome = next(iter(ended)) if len(ended) == 1 else None
    if len(going) == 1:
        title = str(going[0].row["title"])
        label = MOVED if outcome is None else LABELS[outcome]
        return label, {"title": title, "place": target.name}
    label = MANY_MOVED if outcome is None else MANY_LABELS[outcome]
    return label, {"count": len(going), "place": target.name}
