"""Reads of a file that nobody wants any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from db.stopping import StoppedReadError, stopped_when

if TYPE_CHECKING:
    from core.workspace import Workspace

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_a_read_without_end_stops_when_it_is_cancelled(sqlite_workspace: Workspace) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(len(asked) > 3)
        return asked[-1]

    with (
        sqlite_workspace.database.reading() as connection,
        pytest.raises(StoppedReadError),
        stopped_when(connection, cancelled),
    ):
        connection.execute(text(ENDLESS))

    assert asked[-1]


def test_a_connection_goes_on_after_a_stopped_read(sqlite_workspace: Workspace) -> None:
    with sqlite_workspace.database.reading() as connection:
        with pytest.raises(StoppedReadError), stopped_when(connection, lambda: True):
            connection.execute(text(ENDLESS))

        rows = connection.scalar(text("SELECT count(*) FROM currency WHERE code <> ''"))

    assert rows


def test_another_error_of_the_engine_stays_what_it_is(sqlite_workspace: Workspace) -> None:
    with (
        sqlite_workspace.database.reading() as connection,
        pytest.raises(OperationalError, match="no such table"),
        stopped_when(connection, lambda: False),
    ):
        connection.execute(text("SELECT * FROM nowhere"))


def test_on_a_server_a_read_goes_on(postgresql_workspace: Workspace) -> None:
    with (
        postgresql_workspace.database.reading() as connection,
        stopped_when(connection, lambda: True),
    ):
        assert connection.scalar(text("SELECT 1")) == 1
