"""Where the log ends now, read on the connection of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.feed.values import Position

SQLITE_END = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)"
POSTGRESQL_END = "SELECT pg_current_snapshot()::text"


def read_position(connection: Connection) -> Position:
    """Return the end of the log as this transaction's first read sees it.

    What was read before in a transaction of one snapshot, and a feed that starts here, leave
    no gap between them.
    """
    sqlite = connection.dialect.name == "sqlite"
    end = connection.exec_driver_sql(SQLITE_END if sqlite else POSTGRESQL_END).scalar_one()
    return int(end) if sqlite else str(end)
