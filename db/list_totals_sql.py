"""Rows as the driver gives them, for sums in thousands of groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select


def raw_rows(connection: Connection, statement: Select[Any]) -> list[Sequence[Any]]:
    """Return the rows without a Row object for each, and without the types of their columns."""
    return list(connection.execute(statement).cursor.fetchall())
