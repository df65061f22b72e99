"""Acts: every write is one command of a user, named in the log."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, insert, update

from db.ids import new_id
from db.tables.log import ActNowRow, ActRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True)
class Act:
    """A command: who, when, on which machine, and a label that is translated when shown."""

    label_key: str
    at: datetime
    user_id: UUID | None
    device: str
    label_values: Mapping[str, str | int] = field(default_factory=dict)
    undoes: UUID | None = None
    id: UUID = field(default_factory=new_id)


def begin(connection: Connection, act: Act) -> None:
    """Write the act and make it the one that the triggers of this transaction name."""
    values = json.dumps(dict(act.label_values), ensure_ascii=False)
    row = {
        "id": act.id,
        "at": act.at,
        "user_id": act.user_id,
        "device": act.device,
        "label_key": act.label_key,
        "label_values": values,
        "undoes": act.undoes,
    }
    connection.execute(insert(ActRow), row)
    _set(connection, act.id)


def end(connection: Connection, act: Act) -> None:
    """Clear the act before the commit; one that changed nothing leaves no trace."""
    _set(connection, None)
    touched = exists().where(ChangeRow.act_id == act.id)
    connection.execute(delete(ActRow).where(ActRow.id == act.id, ~touched))


def _set(connection: Connection, act_id: UUID | None) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(update(ActNowRow).values(act_id=act_id))
        return
    value = "" if act_id is None else str(act_id)
    connection.exec_driver_sql("SELECT set_config('dealboard.act', %s, true)", (value,))
