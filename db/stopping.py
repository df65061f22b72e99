"""Ends a long read of a file soon after nobody wants its answer any more."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

# Steps of SQLite's machine between two questions; about a millisecond.
STEPS = 10_000


class StoppedReadError(Exception):
    """A read was ended before its time, because it was cancelled."""


@contextmanager
def stopped_when(connection: Connection, cancelled: Callable[[], bool]) -> Iterator[None]:
    """End what is read in the meantime with StoppedReadError when it is cancelled.

    Only of a file: there the work is done in this program, whose other reads it holds up.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    stopped = Event()

    def stop() -> bool:
        if cancelled():
            stopped.set()
        return stopped.is_set()

    driver.set_progress_handler(stop, STEPS)
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        if stopped.is_set():
            raise StoppedReadError from error
        raise
    finally:
        driver.set_progress_handler(None, STEPS)
