"""Changes by other programs are logged like our own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url, select, text

from core.workspace import open_workspace
from db.tables.contact import ContactRow
from db.tables.people import UserRow
from tests.db.log import last_seq, logged_since
from tests.db.outside import run_module, run_sqlite3
from tests.workspaces import NOW, add_contact, add_opportunity

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.workspace import Workspace
    from devtools.postgresql import PostgresqlServer

TWO_TAGS = (
    "INSERT INTO tag (code, description) VALUES ('a', 'A');"
    "UPDATE tag SET description = 'B' WHERE code = 'a';"
)
ALL_TABLES = "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {login}"


def now() -> datetime:
    return datetime.now(UTC)


@pytest.mark.parametrize("run", [run_module, run_sqlite3])
def test_other_programs_are_logged_on_a_file(
    sqlite_workspace: Workspace, sqlite_address: str, run: Callable[[str, str], None]
) -> None:
    seq, begun = last_seq(sqlite_workspace), now()

    run(sqlite_address, TWO_TAGS)

    logged = logged_since(sqlite_workspace, seq)
    assert [(entry.table, entry.op) for entry in logged] == [("tag", "insert"), ("tag", "update")]
    for entry in logged:
        assert (entry.act.label_key, entry.act.user_id) == ("outside", None)
        assert abs(entry.act.at - begun).total_seconds() < 5


def test_all_rows_of_one_statement_are_one_outside_act(
    sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    seq = last_seq(sqlite_workspace)

    run_module(sqlite_address, "UPDATE probability SET colour = 'red'")

    logged = logged_since(sqlite_workspace, seq)
    assert len(logged) > 1
    assert len({entry.act.id for entry in logged}) == 1


def test_an_outside_act_of_a_wrong_clock_does_not_draw_later_rows_to_itself(
    sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    future = "INSERT INTO act (at, label_key) VALUES ('2199-01-01T00:00:00.000Z', 'outside')"
    run_module(sqlite_address, future)
    seq, begun = last_seq(sqlite_workspace), now()

    run_module(
        sqlite_address,
        "UPDATE tag SET position = 1; INSERT INTO tag (code, description) VALUES ('x', 'x')",
    )

    logged = logged_since(sqlite_workspace, seq)
    assert abs(logged[0].act.at - begun).total_seconds() < 5


def test_a_row_from_outside_has_a_sound_id_and_dates(
    sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    run_module(
        sqlite_address,
        "INSERT INTO contact (name, contact_type_id) SELECT 'Out', id FROM contact_type LIMIT 1",
    )

    with sqlite_workspace.database.reading() as connection:
        key, created = connection.execute(select(ContactRow.id, ContactRow.created_at)).one()
    assert len(key.bytes) == 16
    assert abs(created - now()).total_seconds() < 5


def test_a_change_from_outside_is_dated(workspace: Workspace, address: str) -> None:
    key = add_contact(workspace)

    change_name(workspace, address)

    with workspace.database.reading() as connection:
        found = connection.execute(
            select(ContactRow.name, ContactRow.changed_at).where(ContactRow.id == key)
        ).one()
    assert found.name == "Outside"
    assert abs(found.changed_at - now()).total_seconds() < 5


def change_name(workspace: Workspace, address: str) -> None:
    sql = "UPDATE contact SET name = 'Outside'"
    if workspace.database.url.get_backend_name() == "sqlite":
        run_module(address, sql)
        return
    with psycopg.connect(address.replace("+psycopg", "")) as connection:
        connection.execute(sql)


def test_a_file_refuses_what_is_no_day_and_no_id(
    sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    add_opportunity(sqlite_workspace, add_contact(sqlite_workspace))
    wrong = (
        "UPDATE opportunity SET created_on = '31.12.2026'",
        "UPDATE opportunity SET deleted_at = '2026-01-01'",
        "UPDATE opportunity SET probability_by_hand = 2",
        "UPDATE opportunity SET net_minor = 1.5",
        "UPDATE opportunity SET id = x'00'",
    )

    with closing(sqlite3.connect(sqlite_address)) as connection:
        for sql in wrong:
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(sql)


def test_psql_is_logged_as_one_outside_act_of_its_login(
    postgresql_workspace: Workspace,
    postgresql_address: str,
    postgresql_server: PostgresqlServer,
) -> None:
    seq = last_seq(postgresql_workspace)

    postgresql_server.psql(postgresql_address, f"BEGIN; {TWO_TAGS} COMMIT")

    logged = logged_since(postgresql_workspace, seq)
    assert [entry.op for entry in logged] == ["insert", "update"]
    assert len({entry.act.id for entry in logged}) == 1
    act = logged[0].act
    assert (act.label_key, act.user_id, act.device) == (
        "outside",
        postgresql_workspace.user.id,
        "psql",
    )


def test_two_transactions_of_one_connection_are_two_outside_acts(
    postgresql_workspace: Workspace, postgresql_address: str
) -> None:
    seq = last_seq(postgresql_workspace)

    with psycopg.connect(postgresql_address.replace("+psycopg", "")) as connection:
        for code in "ab":
            connection.execute("INSERT INTO tag (code, description) VALUES (%s, 'x')", [code])
            connection.commit()

    assert len({entry.act.id for entry in logged_since(postgresql_workspace, seq)}) == 2


def test_who_is_the_login_whatever_the_client_says(
    postgresql_workspace: Workspace, postgresql_address: str, postgresql_server: PostgresqlServer
) -> None:
    database = make_url(postgresql_address).database or ""
    login = f"anna_{uuid4().hex[:8]}"
    postgresql_server.create_login(login)
    postgresql_server.psql(postgresql_address, ALL_TABLES.format(login=login))
    anna = open_workspace(postgresql_server.url(database, login), NOW)
    act = anna.act("Pretended", NOW)
    forged = type(act)("Pretended", NOW, postgresql_workspace.user.id, "laptop")
    with closing(anna.database):
        seq = last_seq(anna)

        with anna.database.writing(forged) as connection:
            connection.execute(
                text("INSERT INTO tag (code, description) VALUES ('forged', 'Forged')")
            )

    logged = logged_since(postgresql_workspace, seq)
    assert logged[0].act.label_key == "Pretended"
    assert logged[0].act.user_id == anna.user.id
    assert anna.user.id != postgresql_workspace.user.id


def test_another_login_with_another_search_path_can_edit(
    postgresql_workspace: Workspace, postgresql_address: str, postgresql_server: PostgresqlServer
) -> None:
    key = add_contact(postgresql_workspace, name="Rossi")
    add_opportunity(postgresql_workspace, key)
    login = f"ben_{uuid4().hex[:8]}"
    postgresql_server.create_login(login)
    database = make_url(postgresql_address).database or ""
    postgresql_server.psql(postgresql_address, ALL_TABLES.format(login=login))
    postgresql_server.psql(postgresql_address, f"ALTER ROLE {login} SET search_path = pg_catalog")
    seq = last_seq(postgresql_workspace)

    postgresql_server.psql(
        postgresql_server.url(database, login),
        "UPDATE public.contact SET name = 'Ben'; UPDATE public.opportunity SET title = 'Ben'",
    )

    logged = logged_since(postgresql_workspace, seq)
    assert [entry.table for entry in logged] == ["contact", "opportunity"]
    with postgresql_workspace.database.reading() as connection:
        assert connection.scalar(select(UserRow.id).where(UserRow.login == login)) is None
    assert logged[0].act.user_id is None
