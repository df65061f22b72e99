"""The bare UPDATE of each engine by its plain driver, on a database without triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import psycopg

from benchmarks.plain import PlainFile
from db import capture
from db.database import Database
from db.engine import database_url
from db.types import moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

UPDATE = """UPDATE opportunity SET changed_at = {0}, changed_by_id = {0}, probability_id = {0},
    expected_close_on = {0} WHERE id = {0}"""


class Edit(NamedTuple):
    """The values that one row gets, and its id."""

    changed_at: datetime
    changed_by_id: UUID
    probability_id: UUID
    expected_close_on: date
    key: UUID


class BareWriter(Protocol):
    """Updates rows and commits; nothing else happens."""

    def update(self, edits: Sequence[Edit]) -> None:
        """Write edits in one transaction."""

    def close(self) -> None:
        """Close the connection."""


class SqliteWriter:
    """Plain sqlite3."""

    def __init__(self, path: Path) -> None:
        """Open a file and take its triggers away."""
        self._plain = PlainFile(path)
        self._plain.drop_triggers()

    def update(self, edits: Sequence[Edit]) -> None:
        """Write edits in one transaction."""
        rows = [_stored(edit) for edit in edits]
        with self._plain.writing() as cursor:
            cursor.executemany(UPDATE.format("?"), rows)

    def close(self) -> None:
        """Close the file."""
        self._plain.close()


class PostgresqlWriter:
    """Plain psycopg."""

    def __init__(self, address: str) -> None:
        """Connect, and take the triggers away."""
        url = database_url(address)
        database = Database(url)
        with database.changing() as connection:
            capture.remove(connection)
        database.close()
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection = psycopg.connect(plain, prepare_threshold=None)

    def update(self, edits: Sequence[Edit]) -> None:
        """Write edits in one transaction."""
        with self._connection.cursor() as cursor:
            cursor.executemany(UPDATE.format("%s"), edits)
        self._connection.commit()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _stored(edit: Edit) -> tuple[str | bytes, ...]:
    return (
        moment_text(edit.changed_at),
        edit.changed_by_id.bytes,
        edit.probability_id.bytes,
        edit.expected_close_on.isoformat(),
        edit.key.bytes,
    )
