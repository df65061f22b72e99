"""What moves, closes and reopens an opportunity: the same from a list, a form or a board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from core.edit_errors import MoveError, MoveRefusedError, ReasonNeededError, ReopenError
from core.fields import find_field
from core.move_ground import MoveGround
from core.move_rules import Step, refusals
from core.moves import (
    LOST,
    OPEN,
    POSITION,
    WON,
    Ending,
    Position,
    close,
    enter_stage,
    reopen,
    set_automatic,
    set_by_hand,
)
from db.opportunity_rows import read_opportunity
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from core.workspace import Workspace
    from db.move_rows import Chance, Stage
    from db.writes import Values

__all__ = [
    "MoveError",
    "MoveRefusedError",
    "MoveRules",
    "Reason",
    "ReasonNeededError",
    "ReopenError",
    "may_move",
]

SIGNS = {WON: 1, LOST: -1}
# What can be asked of a move, as columns of an opportunity.
MOVES = frozenset({"probability_id", "probability_by_hand", "stage_id", "outcome"})
# A move fills these by itself, whatever a stage demands.
FILLED = frozenset(POSITION) - {"probability_id", "closing_description"}


class Reason(NamedTuple):
    """Why an opportunity is closed; without a day it is closed today."""

    reason_id: UUID
    description: str | None = None
    day: date | None = None


class Target(NamedTuple):
    """Where something is to go; no outcome: the one that it has. Retired: a probability is."""

    name: str
    outcome: str | None
    stage: Stage | None
    sets_chance: bool
    chance_id: UUID | None
    by_hand: bool | None
    retired: bool


class Standing(NamedTuple):
    """An opportunity that is asked to move: as it is, and as it was while it was open."""

    row: Values
    before: Position
    opened: Position


class MoveRules:
    """The rules of moves for the opportunities of one transaction."""

    def __init__(self, ground: MoveGround) -> None:
        """Decide on what was read."""
        self._ground = ground
        self._known: dict[tuple[object, ...], list[str]] = {}

    def target(self, wanted: Mapping[str, Any]) -> Target:
        """Return where columns of a move lead; raises MoveError where that is no more."""
        stage = self._stage(wanted) if "stage_id" in wanted else None
        sets_chance = "probability_id" in wanted
        chance_id = wanted.get("probability_id")
        chance = self._ground.chances.get(chance_id) if chance_id else None
        if chance_id is not None and chance is None:
            text = _("This probability has been deleted. Refresh and choose another one.")
            raise MoveError(text)
        return Target(
            name=_name(wanted, stage, chance),
            outcome=self._outcome(wanted, stage),
            stage=stage,
            sets_chance=sets_chance,
            chance_id=chance_id,
            by_hand=wanted.get("probability_by_hand"),
            retired=chance is not None and chance.retired,
        )

    def standing(self, row: Values) -> Standing:
        """Return how an opportunity stands that has these columns."""
        before = Position.of(row)
        return Standing(row, before, before if before.outcome == OPEN else self._opened(row))

    def reopens(self, standing: Standing, target: Target) -> bool:
        """Tell whether a move takes a closing back."""
        return standing.before.outcome not in {OPEN, _aim(standing, target)}

    def closes(self, standing: Standing, target: Target) -> bool:
        """Tell whether a move closes, and so needs a reason."""
        return _aim(standing, target) not in {OPEN, standing.before.outcome}

    def refusals(self, standing: Standing, target: Target) -> list[str]:
        """Return why a move may not be made, as sentences; none: it may."""
        position = self._begin(standing, target)
        begin = end = self._find(position.stage_id)
        if target.stage is not None or target.outcome != OPEN:
            end = target.stage or self._final(position, standing, target) or begin
        duties: tuple[str, ...] = ()
        empty: tuple[str, ...] = ()
        if end is not begin:
            duties = self._ground.duties.get(standing.row["id"], ())
            empty = self._empty_fields(standing.row, end)
        now_id, end_id = standing.before.stage_id, end.id if end else None
        # What stands in the same stage is told the same.
        key = (now_id, position.stage_id, end_id, position.workflow_id, duties, empty)
        if key not in self._known:
            step = self._step(self._find(now_id), begin, end, position.workflow_id)
            self._known[key] = refusals(step._replace(open_duties=duties, empty_fields=empty))
        if target.retired and target.chance_id != standing.before.probability_id:
            text = _("{place} is retired. Choose another probability.")
            return [text.format(place=target.name), *self._known[key]]
        return self._known[key]

    def ending(self, outcome: str, reason: Reason | None, day: date) -> Ending:
        """Return how something is closed; raises ReasonNeededError without a reason that fits."""
        sign = reason and self._ground.sign(reason.reason_id)
        if reason is None or sign != SIGNS[outcome]:
            raise ReasonNeededError(outcome)
        return Ending(outcome, reason.reason_id, reason.description, reason.day or day)

    def moved(self, standing: Standing, target: Target, ending: Ending | None) -> Position:
        """Return where an opportunity stands after a move; one that closes needs its ending."""
        position = self._begin(standing, target)
        if target.stage is not None:
            position = enter_stage(position, target.stage)
        if _aim(standing, target) == OPEN:
            return self._with_chance(position, target)
        if ending is None or not self.closes(standing, target):
            return position
        final = self._final(position, standing, target)
        return close(position, ending, final, self._ground.ends[ending.outcome])

    def _begin(self, standing: Standing, target: Target) -> Position:
        return standing.opened if self.reopens(standing, target) else standing.before

    def _stage(self, wanted: Mapping[str, Any]) -> Stage:
        stage_id = wanted["stage_id"]
        if stage_id is None:
            raise MoveError(_("What has a workflow stands in a stage of it. Choose a stage."))
        if stage_id not in self._ground.stages:
            raise MoveError(_("This stage has been deleted. Refresh and choose another one."))
        return self._ground.stages[stage_id]

    def _outcome(self, wanted: Mapping[str, Any], stage: Stage | None) -> str | None:
        """Return the outcome that is asked for: the probabilities of the parameters close."""
        if "outcome" in wanted:
            return str(wanted["outcome"])
        if stage is not None and stage.outcome != OPEN:
            return stage.outcome
        if "probability_id" in wanted:
            chance_id = wanted["probability_id"]
            ends = self._ground.ends
            named = (o for o in (WON, LOST) if chance_id is not None and ends[o] == chance_id)
            return next(named, OPEN)
        return None if stage is None else OPEN

    def _opened(self, row: Values) -> Position:
        """Return the position before it was closed; what was deleted since is left out."""
        position, left = Position.of(row), self._ground.left.get(row["id"])
        first = self._ground.first(position.workflow_id)
        if left is None:
            return reopen(position, None, first)
        if left.probability_id is not None and left.probability_id not in self._ground.chances:
            left = left._replace(probability_id=None, by_hand=False)
        opened = reopen(position, left, first)
        if opened.stage_id in self._ground.stages or first is None:
            return opened
        return enter_stage(opened, first)

    def _with_chance(self, position: Position, target: Target) -> Position:
        if target.by_hand is False:
            return set_automatic(position, self._find(position.stage_id))
        if target.sets_chance:
            return set_by_hand(position, target.chance_id)
        return set_by_hand(position, position.probability_id) if target.by_hand else position

    def _final(self, position: Position, standing: Standing, target: Target) -> Stage | None:
        if not self.closes(standing, target):
            return None
        outcome = _aim(standing, target)
        if target.stage is not None and target.stage.outcome == outcome:
            return target.stage
        return self._ground.final(position.workflow_id, outcome)

    def _step(
        self, now: Stage | None, begin: Stage | None, end: Stage | None, workflow_id: UUID | None
    ) -> Step:
        ground = self._ground
        touched = {stage.id: stage for stage in (now, end) if stage is not None}
        kept_to = [
            (s, ground.stage_roles[k]) for k, s in touched.items() if k in ground.stage_roles
        ]
        transition = None
        if begin is not None and end is not None and begin is not end:
            transition = ground.transitions.get((begin.id, end.id))
        # Most drops are nobody's but everybody's: then the roles are not asked for.
        asked = bool(kept_to) or (transition is not None and transition.role_id is not None)
        roles = ground.roles if asked else frozenset()
        return Step(now, begin, end, workflow_id, transition, (), (), kept_to, roles)

    def _empty_fields(self, row: Values, end: Stage | None) -> tuple[str, ...]:
        named = self._ground.required.get(end.id, ()) if end else ()
        empty = (n for n in named if n not in FILLED and row.get(n) in (None, ""))
        return tuple(_label(name) for name in empty)

    def _find(self, stage_id: UUID | None) -> Stage | None:
        return self._ground.stages.get(stage_id) if stage_id else None


def may_move(workspace: Workspace, opportunity_id: UUID, stage_id: UUID) -> list[str]:
    """Return why an opportunity may not move to a stage, as sentences; none: it may."""
    with workspace.database.reading() as connection:
        row = read_opportunity(connection, opportunity_id)
        if not row:
            return [_("This opportunity has been deleted.")]
        rules = MoveRules(MoveGround(connection, workspace, [opportunity_id]))
        return rules.refusals(rules.standing(row), rules.target({"stage_id": stage_id}))


def _aim(standing: Standing, target: Target) -> str:
    return target.outcome or standing.before.outcome


def _name(wanted: Mapping[str, Any], stage: Stage | None, chance: Chance | None) -> str:
    if stage is not None:
        return stage.description
    if wanted.get("outcome") in {LOST, WON}:
        return _("LOST") if wanted["outcome"] == LOST else _("WON")
    return _("Not set") if chance is None else f"{chance.percent} %"


def _label(name: str) -> str:
    field = find_field("opportunity", name)
    return field.title if field else name
