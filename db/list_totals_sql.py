"""Rows as the driver gives them, for sums in thousands of groups."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Select


def raw_rows(connection: Connection, statement: Select[Any]) -> list[Sequence[Any]]:
    """Return the rows without a Row object for each, and without the types of their columns."""
    return list(connection.execute(statement).cursor.fetchall())


class Made(dict[Any, Any]):
    """Values made of what a driver gives, each of them once."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        """Make values by a function."""
        super().__init__()
        self._make = make

    def __missing__(self, stored: object) -> object:
        """Make a value that is asked for the first time."""
        self[stored] = made = self._make(stored)
        return made


def made_days() -> Made:
    """Return days by what a driver gives for them."""
    return Made(lambda stored: date.fromisoformat(stored) if isinstance(stored, str) else stored)


def made_ids() -> Made:
    """Return ids by what a driver gives for them."""
    return Made(lambda stored: UUID(bytes=stored) if isinstance(stored, bytes) else stored)
