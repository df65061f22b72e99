"""What the start page is told."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - NamedTuple keeps the annotation
from typing import NamedTuple


class RecentDatabase(NamedTuple):
    """A database that was open before; missing: its file is no longer there."""

    address: str
    name: str
    place: str
    day: date | None = None
    missing: bool = False
    shared: bool = False


class SavedCopy(NamedTuple):
    """A backup: its path, the database it is of, and its day."""

    path: str
    name: str
    day: date
