"""The raw engine: plain sqlite3 without SQLAlchemy, objects or Qt, that our figures stand against.

It has the settings of our own connections, so that only what lies above the engine differs.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from db import capture
from db.engine import CACHE_KIB

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    f"cache_size = -{CACHE_KIB}",
    "temp_store = MEMORY",
)
# Time since the last activity is derived from its moment, for the raw engine as for us.
COLUMNS = """o.id, c.name, t.description, o.created_on, o.last_activity_at,
    julianday('now') - julianday(o.last_activity_at), o.number, o.title, w.description,
    s.description, p.percent, o.gross_minor, o.net_minor, a.description, u.name,
    o.expected_close_on"""
JOINS = """opportunity o JOIN contact c ON c.id = o.contact_id
    JOIN opportunity_type t ON t.id = o.type_id
    LEFT JOIN workflow w ON w.id = o.workflow_id LEFT JOIN stage s ON s.id = o.stage_id
    LEFT JOIN probability p ON p.id = o.probability_id
    LEFT JOIN agent a ON a.id = o.agent_id LEFT JOIN app_user u ON u.id = o.user_id"""
# In the order of the list: SQLite reads it faster than in the order that it would choose itself.
ALL_ROWS = f"""SELECT {COLUMNS} FROM {JOINS} WHERE o.deleted_at IS NULL
    ORDER BY o.created_on DESC, o.id DESC"""  # noqa: S608 - own text


class PlainFile:
    """A SQLite file through plain sqlite3."""

    def __init__(self, path: Path) -> None:
        """Open a file."""
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")

    def all(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of a query."""
        return self._connection.execute(query, values).fetchall()

    def one(self, query: str, values: Sequence[object] = ()) -> int:
        """Return the number that a query gives."""
        return int(self.all(query, values)[0][0])

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Cursor]:
        """Give a cursor whose changes are one transaction."""
        cursor = self._connection.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        yield cursor
        cursor.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def drop_triggers(self) -> None:
        """Let nothing follow a change: no log, no search, no derived columns."""
        triggers = self.all("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers:
            if name.startswith(capture.PREFIX):
                self._connection.execute(f"DROP TRIGGER {name}")
