"""How an opportunity moves: stage, probability and outcome, as pure rules on plain values."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from db.move_rows import Left, Stage

OPEN, WON, LOST = "open", "won", "lost"


@dataclass(frozen=True)
class Position:
    """Where an opportunity stands: the columns that only moves write."""

    workflow_id: UUID | None
    stage_id: UUID | None
    probability_id: UUID | None
    probability_by_hand: bool
    outcome: str
    closed_on: date | None
    closing_reason_id: UUID | None
    closing_description: str | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Position:
        """Return the position in the columns of an opportunity."""
        return cls(**{name: row[name] for name in POSITION})

    def changes(self, after: Position) -> dict[str, Any]:
        """Return the columns that differ in a later position, with their new values."""
        old, new = vars(self), vars(after)
        return {name: new[name] for name in POSITION if old[name] != new[name]}


POSITION = tuple(each.name for each in fields(Position))


class Ending(NamedTuple):
    """How an opportunity is closed: outcome, why and when."""

    outcome: str
    reason_id: UUID
    description: str | None
    day: date


def set_by_hand(position: Position, probability_id: UUID | None) -> Position:
    """Return the position with a probability that its stages leave alone from now on."""
    return replace(position, probability_id=probability_id, probability_by_hand=True)


def set_automatic(position: Position, stage: Stage | None) -> Position:
    """Return the position with the probability of its stage, which stages set from now on."""
    probability_id = stage.probability_id if stage else None
    return replace(
        position,
        probability_id=probability_id or position.probability_id,
        probability_by_hand=False,
    )


def enter_stage(position: Position, stage: Stage) -> Position:
    """Return the position in a stage, with its probability while that is automatic."""
    moved = replace(position, workflow_id=stage.workflow_id, stage_id=stage.id)
    if position.probability_by_hand or stage.probability_id is None:
        return moved
    return replace(moved, probability_id=stage.probability_id)


def close(
    position: Position, ending: Ending, final: Stage | None, probability_id: UUID | None
) -> Position:
    """Return the position closed: in the final stage of the outcome, where there is one."""
    return replace(
        position,
        stage_id=final.id if final else position.stage_id,
        probability_id=probability_id or position.probability_id,
        probability_by_hand=False,
        outcome=ending.outcome,
        closed_on=ending.day,
        closing_reason_id=ending.reason_id,
        closing_description=ending.description,
    )


def reopen(position: Position, left: Left | None, first: Stage | None) -> Position:
    """Return the position as it was before it was closed.

    Where nobody knows how it was, as with an import, it begins in the first stage again.
    """
    opened = replace(
        position, outcome=OPEN, closed_on=None, closing_reason_id=None, closing_description=None
    )
    if left is not None:
        return replace(
            opened,
            stage_id=left.stage_id or position.stage_id,
            probability_id=left.probability_id,
            probability_by_hand=bool(left.by_hand),
        )
    return enter_stage(replace(opened, probability_by_hand=False), first) if first else opened


def progress(
    before: Position, after: Position, since: date | None, now: datetime, user_id: UUID
) -> dict[str, Any] | None:
    """Return the row that tells of a move, or None where nothing that it tells of has moved."""
    stage = before.stage_id != after.stage_id
    probability = before.probability_id != after.probability_id
    hand = before.probability_by_hand != after.probability_by_hand
    outcome = before.outcome != after.outcome
    if not (stage or probability or hand or outcome):
        return None
    days = None if since is None else max(0, (now.date() - since).days)
    # A closing keeps all that it left, so that reopening can put it back.
    chance, marks = probability or outcome, hand or outcome
    return {
        "moved_at": now,
        "user_id": user_id,
        "from_stage_id": before.stage_id if stage else None,
        "to_stage_id": after.stage_id if stage else None,
        "from_probability_id": before.probability_id if chance else None,
        "to_probability_id": after.probability_id if chance else None,
        "from_by_hand": before.probability_by_hand if marks else None,
        "to_by_hand": after.probability_by_hand if marks else None,
        "from_outcome": before.outcome if outcome else None,
        "to_outcome": after.outcome if outcome else None,
        "days_in_stage": days if stage else None,
    }
