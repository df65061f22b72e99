"""Takes an act back, cell by cell, where nobody has worked on since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.history import changes_of_act, find_acts, kept_texts
from db.net_change import net_changes
from db.reversal.planner import Planner
from db.reversal.values import Bonds, Plan, Reversal, Skipped
from db.reversal.writing import long_marks, write_table
from db.tables import Base

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from db.acts import Act

__all__ = ["Bonds", "Reversal", "Skipped", "reverse"]


def reverse(connection: Connection, act_id: UUID, act: Act, bonds: Bonds) -> Reversal:
    """Take back what an act did, as another act."""
    net = net_changes(changes_of_act(connection, act_id))
    # Parents first: a move of their team would carry away what is set on their parts.
    tables = sorted(
        net, key=lambda name: (bool(Base.metadata.tables[name].info["team_from"]), name)
    )
    plan = Planner(connection, bonds).plan({name: net[name] for name in tables})
    texts = kept_texts(connection, long_marks(plan))
    for name in tables:
        write_table(connection, name, plan, texts, act)
    return Reversal(
        changed=sum(map(len, plan.updates.values())),
        removed=sum(map(len, plan.removals.values())),
        returned=sum(map(len, plan.returns.values())),
        skipped=_named(connection, plan),
    )


def _named(connection: Connection, plan: Plan) -> tuple[Skipped, ...]:
    acts = find_acts(connection, {act_id for _place, _column, act_id in plan.skipped if act_id})
    return tuple(
        Skipped(table, key, column, acts.get(act_id) if act_id else None)
        for (table, key), column, act_id in plan.skipped
    )
