"""Looks into the log, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from db.history import find_acts
from db.tables.log import ActRow, ChangeRow

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace
    from db.history import PastAct


class Logged(NamedTuple):
    """A row of the log with its act."""

    act: PastAct
    table: str
    row_id: UUID
    op: str
    team_id: UUID | None
    old_team_id: UUID | None


def last_seq(workspace: Workspace) -> int:
    """Return where the log ends."""
    with workspace.database.reading() as connection:
        return int(connection.scalar(select(func.max(ChangeRow.seq))) or 0)


def logged_since(workspace: Workspace, seq: int) -> list[Logged]:
    """Return what was logged after a place, in order."""
    columns = (
        ChangeRow.act_id,
        ChangeRow.table_name,
        ChangeRow.row_id,
        ChangeRow.op,
        ChangeRow.team_id,
        ChangeRow.old_team_id,
    )
    with workspace.database.reading() as connection:
        query = select(*columns).where(ChangeRow.seq > seq).order_by(ChangeRow.seq)
        rows = connection.execute(query).all()
        acts = find_acts(connection, {row[0] for row in rows})
    return [Logged(acts[row[0]], *row[1:]) for row in rows]


def count_acts(workspace: Workspace) -> int:
    """Return how many acts there are."""
    with workspace.database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(ActRow)) or 0)
