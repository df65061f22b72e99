"""Opening a database for the user who works on it."""

from __future__ import annotations

import getpass
import shutil
import sqlite3
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from core.workspace import FIRST_ROLE, LATER_ROLE, open_workspace
from db import schema
from db.errors import (
    InvalidAddressError,
    NewerSchemaError,
    NoSuchDatabaseError,
    NotADatabaseError,
    UnreachableError,
)
from db.tables.people import RoleRow, UserRoleRow, UserRow
from tests.workspaces import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from core.workspace import Workspace
    from devtools.postgresql import PostgresqlServer


def roles_of(workspace: Workspace) -> list[str]:
    """Return the roles of the user."""
    query = (
        select(RoleRow.code)
        .join(UserRoleRow, UserRoleRow.role_id == RoleRow.id)
        .where(UserRoleRow.user_id == workspace.user.id)
    )
    with workspace.database.reading() as connection:
        return list(connection.scalars(query))


def user_count(workspace: Workspace) -> int:
    with workspace.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(UserRow)) or 0


def test_a_new_file_is_made_ready_for_its_first_user(tmp_path: Path) -> None:
    workspace = open_workspace(str(tmp_path / "new.db"), NOW)

    with closing(workspace.database):
        assert workspace.user.login == getpass.getuser()
        assert roles_of(workspace) == [FIRST_ROLE]
        assert workspace.user.company_id is not None
        assert workspace.user.team_id is not None
        assert workspace.parameters.stale_days > 0


def test_a_second_start_finds_the_same_user(address: str) -> None:
    first = open_workspace(address, NOW)
    first.database.close()

    second = open_workspace(address, NOW)

    with closing(second.database):
        assert second.user == first.user
        assert user_count(second) == 1


def test_a_second_login_joins_without_the_rights_of_the_first(
    postgresql_address: str, postgresql_server: PostgresqlServer
) -> None:
    name = postgresql_address.rsplit("/", 1)[1]
    postgresql_server.psql(postgresql_server.admin_url, "CREATE ROLE anna LOGIN SUPERUSER")

    workspace = open_workspace(postgresql_server.url(name, "anna"), NOW)

    with closing(workspace.database):
        assert workspace.user.login == "anna"
        assert roles_of(workspace) == [LATER_ROLE]
        assert user_count(workspace) == 2


@pytest.mark.parametrize("turn", range(5))
def test_two_starts_at_once_make_one_user(tmp_path: Path, turn: int) -> None:
    # How the two fall over each other is another way each time.
    path = str(tmp_path / f"new{turn}.db")
    opened: list[Workspace] = []
    starts = [Thread(target=lambda: opened.append(open_workspace(path, NOW))) for _ in range(2)]

    for start in starts:
        start.start()
    for start in starts:
        start.join()

    assert len({workspace.user.id for workspace in opened}) == 1
    assert user_count(opened[0]) == 1
    for workspace in opened:
        workspace.database.close()


def test_the_first_act_names_the_user_that_it_made(sqlite_workspace: Workspace) -> None:
    workspace = sqlite_workspace

    with workspace.database.reading() as connection:
        acts = connection.exec_driver_sql("SELECT label_key, user_id FROM act ORDER BY at").all()

    assert acts[-1] == ("Started work as {name}", workspace.user.id.bytes)


def test_each_statement_is_told_on_its_thread(sqlite_address: str) -> None:
    told: list[int] = []

    workspace = open_workspace(sqlite_address, NOW, lambda: told.append(1))

    with closing(workspace.database):
        before = len(told)
        assert before > 0
        user_count(workspace)
        assert len(told) > before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all", encoding="utf-8")

    with pytest.raises(NotADatabaseError, match="letter"):
        open_workspace(str(path), NOW)

    assert path.read_text(encoding="utf-8") == "Dear all"


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")

    with pytest.raises(NotADatabaseError, match="other"):
        open_workspace(str(path), NOW)

    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("recipe",)]


def test_a_newer_schema_is_refused_unchanged(sqlite_address: str, tmp_path: Path) -> None:
    path = shutil.copy(sqlite_address, tmp_path / "newer.db")
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()

    with pytest.raises(NewerSchemaError, match=f"schema 9999.*{schema.HEAD}"):
        open_workspace(str(path), NOW)


@pytest.mark.parametrize("address", ["mysql://anna@db/board", "postgresql://db/", "http://x.y/z"])
def test_an_address_of_something_else_is_refused(address: str) -> None:
    with pytest.raises(InvalidAddressError, match="postgresql://login@server/name"):
        open_workspace(address, NOW)


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1"):
        open_workspace("postgresql://anna@127.0.0.1:1/board", NOW)


def test_a_database_that_the_server_does_not_have_is_named(
    postgresql_server: PostgresqlServer,
) -> None:
    with pytest.raises(NoSuchDatabaseError, match="nowhere"):
        open_workspace(postgresql_server.url("nowhere"), NOW)
