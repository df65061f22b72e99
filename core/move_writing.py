"""Writes moves as one act: the columns, the progress that tells of them, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.moves import progress
from db import acts
from db.opportunity_rows import RowMove, write_moves

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from core.moves import Position
    from db.acts import Act
    from db.writes import Values


def row_move(row: Values, before: Position, after: Position, values: Values, act: Act) -> RowMove:
    """Return what is written of an opportunity that an act changes, and moves perhaps."""
    user_id = act.user_id
    if user_id is None:
        raise LookupError(act.label_key)
    told = progress(before, after, row["stage_since_on"], act.at, user_id)
    if told is None:
        return RowMove(row["id"], values, None)
    told["team_id"] = row["team_id"]
    return RowMove(row["id"], {**values, **_derived(row, before, after, act.at)}, told)


def write_act(connection: Connection, moves: Sequence[RowMove], act: Act) -> None:
    """Write moves in a transaction that has begun, all of them as one act."""
    acts.begin(connection, act)
    write_moves(connection, moves, act)
    acts.end(connection, act)


def _derived(row: Values, before: Position, after: Position, now: datetime) -> Values:
    """Return what the triggers would set: filled here, it is written and logged but once."""
    touched, since = row["touched_at"], row["stage_since_on"]
    values: Values = {}
    if touched is None or touched < now:
        values["touched_at"] = now
    if before.stage_id != after.stage_id and (since is None or since < now.date()):
        values["stage_since_on"] = now.date()
    return values
