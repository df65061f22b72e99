"""One fill at a time, and only one in a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from core.demo.errors import DemoThereError, FillRunningError
from core.demo.writer import ORIGIN
from db.tables.contact import ContactRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Any number that no other program takes.
FILL_LOCK = 7_303_017


def refuse_second_fill(connection: Connection) -> None:
    """Raise where demo data are there or on their way; until the transaction ends others get it.

    A file has one writer anyway: a second fill waits there, and then finds what the first wrote.
    """
    if connection.dialect.name == "postgresql" and not _hold(connection):
        raise FillRunningError
    there = select(ContactRow.id).where(ContactRow.origin_system == ORIGIN).limit(1)
    if connection.scalar(there) is not None:
        raise DemoThereError


def _hold(connection: Connection) -> bool:
    """Take the lock without waiting; tell whether nobody had it."""
    taken = text("SELECT pg_try_advisory_xact_lock(:lock)")
    return bool(connection.scalar(taken, {"lock": FILL_LOCK}))
