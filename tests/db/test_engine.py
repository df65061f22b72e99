"""Connections: what each transaction sees, and how long it waits for others."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from db.database import Database
from db.engine import Lane, database_url, run_as_is
from db.errors import BusyError, ReadOnlyError
from db.tables.contact import ContactRow
from tests.workspaces import NOW, add_contact

if TYPE_CHECKING:
    from core.workspace import Workspace


def waits(workspace: Workspace) -> int:
    """Return how many milliseconds a new reader waits for a lock."""
    with workspace.database.reading() as connection:
        return int(connection.scalar(text("PRAGMA busy_timeout")) or 0)


def test_a_reader_sees_one_state_while_others_write(workspace: Workspace) -> None:
    first = add_contact(workspace)

    with workspace.database.reading() as connection:
        before = connection.scalars(select(ContactRow.id)).all()
        writer = Thread(target=add_contact, args=(workspace,))
        writer.start()
        writer.join()
        after = connection.scalars(select(ContactRow.id)).all()

    assert before == after == [first]
    with workspace.database.reading() as connection:
        assert len(connection.scalars(select(ContactRow.id)).all()) == 2


def test_a_reader_cannot_write_on_a_server(postgresql_workspace: Workspace) -> None:
    database = postgresql_workspace.database

    with pytest.raises(ReadOnlyError), database.reading() as connection:
        connection.execute(text("UPDATE tag SET position = 1"))

    assert add_contact(postgresql_workspace)


def test_a_writer_sees_what_others_committed_since_it_began(
    postgresql_workspace: Workspace,
) -> None:
    act = postgresql_workspace.act("Looked", NOW)

    with postgresql_workspace.database.writing(act) as connection:
        key = add_contact(postgresql_workspace)
        found = connection.scalars(select(ContactRow.id)).all()

    assert found == [key]


def test_the_wait_of_a_long_writer_is_not_handed_on_to_a_reader(
    sqlite_workspace: Workspace,
) -> None:
    before = waits(sqlite_workspace)

    with sqlite_workspace.database.changing(Lane.LONG) as connection:
        long = connection.scalar(text("PRAGMA busy_timeout"))
    after = waits(sqlite_workspace)

    assert (before, long, after) == (2_000, 30_000, 2_000)


@pytest.mark.parametrize("lane", Lane)
def test_a_server_is_told_how_long_to_wait(postgresql_workspace: Workspace, lane: Lane) -> None:
    with postgresql_workspace.database.changing(lane) as connection:
        lock = connection.scalar(
            text("SELECT setting FROM pg_settings WHERE name = 'lock_timeout'")
        )
        statement = connection.scalar(
            text("SELECT setting FROM pg_settings WHERE name = 'statement_timeout'")
        )

    assert (int(lock or 0), int(statement or 0)) == lane.value


def test_the_waits_of_a_transaction_end_with_it(postgresql_workspace: Workspace) -> None:
    with postgresql_workspace.database.changing(Lane.INTERACTIVE) as connection:
        connection.execute(text("SELECT 1"))

    with postgresql_workspace.database.reading() as connection:
        assert connection.scalar(text("SHOW lock_timeout")) == "0"


def test_a_statement_that_takes_too_long_is_ended(postgresql_workspace: Workspace) -> None:
    database = postgresql_workspace.database
    slow = "SET LOCAL statement_timeout = 50; SELECT pg_sleep(5)"

    with pytest.raises(BusyError), database.changing(Lane.INTERACTIVE) as connection:
        connection.exec_driver_sql(slow)


def test_foreign_keys_are_checked_at_the_end_of_a_transaction(workspace: Workspace) -> None:
    key = add_contact(workspace)
    act = workspace.act("Swapped", NOW)

    with workspace.database.writing(act) as connection:
        table = ContactRow.__table__
        connection.execute(table.update().values(parent_id=act.id))  # type: ignore[attr-defined]
        connection.execute(table.update().values(parent_id=key))  # type: ignore[attr-defined]

    with workspace.database.reading() as connection:
        assert connection.scalar(select(ContactRow.parent_id)) == key


def test_a_moment_without_a_zone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StatementError, match="zone"):
        add_contact(workspace, deleted_at=NOW.replace(tzinfo=None))


def test_every_statement_is_announced_on_its_thread(sqlite_address: str) -> None:
    announced = []
    made = Database(database_url(sqlite_address), lambda: announced.append(1))

    with made.reading() as connection:
        connection.execute(text("SELECT 1"))
    made.close()

    assert announced


def test_a_percent_sign_is_a_percent_sign(workspace: Workspace) -> None:
    with workspace.database.changing() as connection:
        run_as_is(connection, "UPDATE tag SET description = '100%(s) %s' WHERE 5 % 2 = 1")


def test_a_file_name_is_an_address_and_so_are_both_names_of_a_server() -> None:
    file = database_url("board.db")

    assert file.get_backend_name() == "sqlite"
    assert str(file.database).endswith("board.db")
    for address in ("postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"):
        assert database_url(address).drivername == "postgresql+psycopg"
