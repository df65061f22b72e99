"""What closes and reopens an opportunity: the same from a list, a form or a board."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.fields import find_field
from core.moves import LOST, OPEN, WON, Ending, Ground, Position, close, refusals, reopen
from db import opportunity_rows as rows
from db.errors import DealboardError
from db.saved_view_rows import roles_of
from resources.texts import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.opportunity_rows import Stage
    from db.writes import Values

SIGNS = {WON: 1, LOST: -1}


class Reason(NamedTuple):
    """Why an opportunity is closed; without a day it is closed today."""

    reason_id: UUID
    description: str | None = None
    day: date | None = None


class MoveError(DealboardError):
    """A move cannot be made."""


class ReasonNeededError(MoveError):
    """Closing needs a reason of the right sign; outcome says which."""

    def __init__(self, outcome: str) -> None:
        """Say what to do."""
        self.outcome = outcome
        super().__init__(
            _("Choose why it was won.") if outcome == WON else _("Choose why it was lost.")
        )


class ReopenError(MoveError):
    """The opportunity is closed, and the user has not said that it is to be opened again."""

    def __init__(self, title: str) -> None:
        """Name the opportunity."""
        text = _("“{title}” is closed. Reopen it to move it on.")
        super().__init__(text.format(title=title))


class MoveRefusedError(MoveError):
    """The workflow does not allow a move; reasons says why."""

    def __init__(self, stage: str, reasons: list[str]) -> None:
        """Name the stage and why."""
        self.reasons = reasons
        text = _("This cannot move to {stage}: {reasons}")
        super().__init__(text.format(stage=stage, reasons=" ".join(reasons)))


class ClosingRules:
    """The rules of moves on one connection, for one opportunity as it stands there."""

    def __init__(self, connection: Connection, workspace: Workspace, row: Values) -> None:
        """Take the columns of the opportunity."""
        self._connection = connection
        self._workspace = workspace
        self._row = row

    def outcome_of(self, probability_id: UUID | None) -> str:
        """Return the outcome that a probability stands for: those of the parameters close."""
        for outcome in (WON, LOST):
            if probability_id is not None and probability_id == self._closing(outcome):
                return outcome
        return OPEN

    def closed(
        self,
        position: Position,
        outcome: str,
        reason: Reason | None,
        day: date,
        stage: Stage | None = None,
    ) -> Position:
        """Return the position closed; raises ReasonNeededError without a reason that fits."""
        sign = reason and rows.reason_sign(self._connection, reason.reason_id)
        if reason is None or sign != SIGNS[outcome]:
            raise ReasonNeededError(outcome)
        ending = Ending(outcome, reason.reason_id, reason.description, reason.day or day)
        final = stage or rows.final_stage(self._connection, position.workflow_id, outcome)
        return close(position, ending, final, self._closing(outcome))

    def reopened(self, position: Position) -> Position:
        """Return the position as it was before it was closed."""
        left = rows.before_closing(self._connection, self._row["id"])
        first = rows.first_stage(self._connection, position.workflow_id)
        return reopen(position, left, first)

    def stage(self, stage_id: UUID) -> Stage:
        """Return a stage; raises a MoveError where it is no more."""
        found = rows.find_stage(self._connection, stage_id)
        if found is None:
            raise MoveError(_("This stage has been deleted. Refresh and choose another one."))
        return found

    def refusals(self, end: Stage, begin_id: UUID | None) -> list[str]:
        """Return why the opportunity may not move to a stage; none: it may."""
        connection = self._connection
        begin = rows.find_stage(connection, begin_id) if begin_id else None
        named = rows.required_fields(connection, end.id)
        roles = roles_of(connection, self._workspace.user.id)
        ground = Ground(
            begin,
            end,
            rows.find_transition(connection, begin.id, end.id) if begin else None,
            rows.open_mandatory(connection, self._row["id"]),
            [_label(name) for name in named if self._row.get(name) in (None, "")],
            rows.stage_roles(connection, end.id),
            frozenset(role.id for role in roles),
        )
        return refusals(ground)

    def _closing(self, outcome: str) -> UUID | None:
        parameters = self._workspace.parameters
        code = parameters.won_probability if outcome == WON else parameters.lost_probability
        return rows.probability_by_code(self._connection, code)


def may_move(workspace: Workspace, opportunity_id: UUID, stage_id: UUID) -> list[str]:
    """Return why an opportunity may not move to a stage, as sentences; none: it may."""
    with workspace.database.reading() as connection:
        row = rows.read_opportunity(connection, opportunity_id, lock=False)
        if not row:
            return [_("This opportunity has been deleted.")]
        rules = ClosingRules(connection, workspace, row)
        return rules.refusals(rules.stage(stage_id), row["stage_id"])


def _label(name: str) -> str:
    field = find_field("opportunity", name)
    return field.title if field else name
