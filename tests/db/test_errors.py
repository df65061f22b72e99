"""What goes wrong with a database is told in a sentence that says what to do."""

from __future__ import annotations

import os
import socket
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import make_url, select, text, update
from sqlalchemy.exc import ProgrammingError

from core.workspace import open_workspace
from db.database import Database
from db.engine import database_url
from db.errors import (
    BusyError,
    ConnectionLostError,
    DiskFullError,
    FolderError,
    ForbiddenError,
    InvalidAddressError,
    InvalidPortError,
    MissingFileError,
    NoSuchDatabaseError,
    ReadOnlyError,
    RefusedError,
    RuleError,
    UnreachableError,
)
from db.tables.contact import ContactRow
from db.tables.lookups import TagRow
from db.writes import insert_rows, update_rows
from devtools.surroundings import is_root
from tests.db.proxy import PostgresqlProxy
from tests.workspaces import NOW, add_contact, contact_values, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from core.workspace import Workspace
    from devtools.postgresql import PostgresqlServer

NOBODY = 65534


@contextmanager
def without_root() -> Iterator[None]:
    """Work as a user whom read-only permissions bind."""
    if not is_root():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def change_tags(database: Database) -> None:
    with database.changing() as connection:
        connection.execute(text("UPDATE tag SET position = 1"))


@pytest.fixture
def shut_folder(sqlite_workspace: Workspace, tmp_path: Path) -> Path:
    """Return a folder that everybody may read and nobody may write, with a database in it."""
    sqlite_workspace.database.close()
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    for file in tmp_path.iterdir():
        file.chmod(0o444)
    tmp_path.chmod(0o555)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind are of Unix")
def test_a_file_that_cannot_be_written_is_told(shut_folder: Path) -> None:
    made = Database(database_url(str(shut_folder / "board.db")))

    with without_root(), closing(made), pytest.raises(ReadOnlyError, match="read-only") as caught:
        change_tags(made)

    assert "Change its permissions, or choose another place" in str(caught.value)


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind are of Unix")
def test_a_folder_that_cannot_be_written_is_told(shut_folder: Path) -> None:
    with without_root(), pytest.raises(ReadOnlyError, match=r"new\.db cannot be written"):
        open_workspace(str(shut_folder / "new.db"), NOW)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"cannot be found\. Check that its folder"):
        open_workspace(str(tmp_path / "away" / "board.db"), NOW)


def test_a_folder_instead_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderError) as caught:
        open_workspace(str(tmp_path), NOW)

    example = tmp_path / "dealboard.db"
    assert str(caught.value) == f"{tmp_path} is a folder. Name a file in it, such as {example}."
    assert not example.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not remove an open file")
def test_a_file_that_vanished_is_told_and_not_made_anew(
    sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    add_contact(sqlite_workspace)
    Path(sqlite_address).unlink()

    with pytest.raises(MissingFileError), sqlite_workspace.database.reading():
        pass
    with pytest.raises(MissingFileError):
        add_contact(sqlite_workspace)

    assert not Path(sqlite_address).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file in its place")
def test_a_file_that_was_put_back_is_read_anew(
    sqlite_workspace: Workspace, sqlite_address: str, tmp_path: Path, sqlite_template: Path
) -> None:
    add_contact(sqlite_workspace)
    other = tmp_path / "backup.db"
    other.write_bytes(sqlite_template.read_bytes())
    for rest in ("-wal", "-shm"):
        Path(f"{sqlite_address}{rest}").unlink()
    other.replace(sqlite_address)

    with sqlite_workspace.database.reading() as connection:
        found = connection.scalars(select(ContactRow.id)).all()

    assert found == []


def test_a_full_disk_is_told_and_nothing_is_changed(sqlite_workspace: Workspace) -> None:
    row = {"code": "big", "description": "x" * 5_000_000}

    def fill() -> None:
        act = sqlite_workspace.act("Imported", NOW)
        with sqlite_workspace.database.writing(act) as connection:
            pages = connection.scalar(text("PRAGMA page_count"))
            connection.execute(text(f"PRAGMA max_page_count = {pages + 10}"))
            insert_rows(connection, TagRow, [row], act)

    with pytest.raises(DiskFullError, match="disk is full") as caught:
        fill()

    assert "Nothing was changed" in str(caught.value)
    with sqlite_workspace.database.reading() as connection:
        assert connection.scalars(select(TagRow.id)).all() == []
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"


def test_a_file_that_another_program_is_writing_is_busy(sqlite_workspace: Workspace) -> None:
    with sqlite_workspace.database.changing() as first:
        first.execute(text("UPDATE tag SET position = 1"))

        with pytest.raises(BusyError, match="Another program is writing"):
            add_contact(sqlite_workspace)


def rename(workspace: Workspace, key: UUID) -> None:
    act = workspace.act("Renamed", NOW)
    with workspace.database.writing(act) as connection:
        update_rows(connection, ContactRow, [(key, {"name": "y"})], act)


def test_a_row_that_another_program_holds_is_busy(postgresql_workspace: Workspace) -> None:
    key = add_contact(postgresql_workspace)
    with postgresql_workspace.database.changing() as first:
        first.execute(update(ContactRow).values(name="x"))

        with pytest.raises(BusyError):
            rename(postgresql_workspace, key)


def test_a_broken_rule_is_named(workspace: Workspace) -> None:
    row = {"code": "vip", "description": "VIP"}
    write_rows(workspace, TagRow, [row])

    with pytest.raises(RuleError, match="breaks the rule") as caught:
        write_rows(workspace, TagRow, [row])

    assert "tag" in str(caught.value)


def test_a_missing_parent_is_a_broken_rule(workspace: Workspace) -> None:
    with pytest.raises(RuleError):
        add_contact(workspace, contact_type_id=uuid4())


def test_a_fault_of_ours_is_not_dressed_up(postgresql_workspace: Workspace) -> None:
    with pytest.raises(ProgrammingError), postgresql_workspace.database.reading() as connection:
        connection.execute(text("SELECT nonsense"))


def require_password(server: PostgresqlServer, login: str) -> None:
    """Make the server ask for the password of a login."""
    place = server.psql(server.admin_url, "SHOW hba_file")
    rules = (f"host all {login} 127.0.0.1/32 scram-sha-256", "host all all 127.0.0.1/32 trust")
    rows = " UNION ALL ".join(f"SELECT '{rule}'" for rule in rules)
    server.psql(server.admin_url, f"COPY ({rows}) TO '{place}'")
    server.psql(server.admin_url, "SELECT pg_reload_conf()")


def test_a_wrong_password_is_told_without_showing_it(
    postgresql_server: PostgresqlServer, postgresql_address: str
) -> None:
    login = f"carla_{uuid4().hex[:8]}"
    postgresql_server.create_login(login, "right")
    require_password(postgresql_server, login)
    database = make_url(postgresql_address).database or ""

    with pytest.raises(RefusedError, match=f"refused the login {login}") as caught:
        open_workspace(postgresql_server.url(database, login, "wr0ng"), NOW)
    with pytest.raises(RefusedError):
        open_workspace(postgresql_server.url(database, login), NOW)
    made = Database(database_url(postgresql_server.url(database, login, "right")))
    with closing(made), made.reading() as connection:
        assert connection.scalar(text("SELECT session_user")) == login

    assert "Check the name and the password" in str(caught.value)
    assert "wr0ng" not in str(caught.value)


def test_an_unknown_login_is_refused(postgresql_server: PostgresqlServer) -> None:
    with pytest.raises(RefusedError, match="refused the login nobody_here"):
        open_workspace(postgresql_server.url("postgres", "nobody_here"), NOW)


def test_an_unknown_database_is_told(postgresql_server: PostgresqlServer) -> None:
    with pytest.raises(NoSuchDatabaseError, match=r"no database nowhere on 127\.0\.0\.1"):
        open_workspace(postgresql_server.url("nowhere"), NOW)


def test_a_server_that_is_down_is_told() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

        with pytest.raises(UnreachableError, match=r"127\.0\.0\.1 cannot be reached"):
            open_workspace(f"postgresql://127.0.0.1:{port}/board", NOW)


def test_a_server_without_a_name_is_told() -> None:
    with pytest.raises(UnreachableError, match=r"no-such-host\.invalid"):
        open_workspace("postgresql://no-such-host.invalid/board", NOW)


@pytest.mark.parametrize(
    "address",
    [
        "mysql://here/board",
        "postgresql://here",
        "://",
        "http://x/y",
        "postgresql://here:port/board",
        "postgresql://one:5432,two:5432/board",
    ],
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(InvalidAddressError, match="is not the address of a database"):
        open_workspace(address, NOW)


@pytest.mark.parametrize(
    ("place", "port"),
    [
        ("here:99999/board", "99999"),
        ("here:0/board", "0"),
        ("here:-4/board", "-4"),
        ("here/board?port=70000", "70000"),
        ("here/board?port=many", "many"),
        ("/board?host=one:5432&host=two:65536", "65536"),
    ],
)
def test_a_port_that_cannot_be_is_told(place: str, port: str) -> None:
    with pytest.raises(InvalidPortError) as caught:
        open_workspace(f"postgresql://anna:secret@{place}", NOW)

    assert str(caught.value) == (
        f"{port} is not a port of a server: give a number from 1 to 65535, such as 5432."
    )


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://here:65535/board",
        "postgresql://[::1]:5432/board",
        "postgresql:///board?host=one:1&host=two&host=::1&host=/run/postgresql",
        "postgresql:///board?host=one:&host=two&port=5432,5433",
    ],
)
def test_every_port_that_can_be_is_taken(address: str) -> None:
    assert database_url(address).database == "board"


def test_a_login_without_rights_is_told(
    postgresql_server: PostgresqlServer, postgresql_address: str
) -> None:
    login = f"dora_{uuid4().hex[:8]}"
    postgresql_server.create_login(login)
    database = make_url(postgresql_address).database or ""

    with pytest.raises(ForbiddenError, match=f"{login} has no right"):
        open_workspace(postgresql_server.url(database, login), NOW)


def test_a_connection_lost_in_the_middle_is_told_and_the_next_works(
    postgresql_address: str,
) -> None:
    with PostgresqlProxy(postgresql_address) as proxy:
        workspace = open_workspace(proxy.address, NOW)

        def lose() -> None:
            with workspace.database.changing() as connection:
                connection.execute(text("UPDATE tag SET position = 1"))
                proxy.cut()
                connection.execute(text("UPDATE tag SET position = 2"))

        with closing(workspace.database):
            with pytest.raises(ConnectionLostError, match="was not saved"):
                lose()
            key = add_contact(workspace)
            with workspace.database.reading() as connection:
                found = connection.scalars(select(ContactRow.id)).all()

    assert found == [key]


def test_a_connection_lost_before_the_commit_is_told(postgresql_address: str) -> None:
    with PostgresqlProxy(postgresql_address) as proxy:
        workspace = open_workspace(proxy.address, NOW)

        def lose() -> None:
            act = workspace.act("Created", NOW)
            with workspace.database.writing(act) as connection:
                insert_rows(connection, ContactRow, [contact_values(connection)], act)
                proxy.cut()

        with closing(workspace.database):
            with pytest.raises(ConnectionLostError):
                lose()
            with workspace.database.reading() as connection:
                assert connection.scalars(select(ContactRow.id)).all() == []


def test_a_backend_ended_by_its_administrator_is_a_lost_connection(
    postgresql_workspace: Workspace, postgresql_server: PostgresqlServer
) -> None:
    def lose() -> None:
        with postgresql_workspace.database.changing() as connection:
            process = connection.scalar(text("SELECT pg_backend_pid()"))
            end = f"SELECT pg_terminate_backend({process})"
            postgresql_server.psql(postgresql_server.admin_url, end)
            connection.execute(text("SELECT 1"))

    with pytest.raises(ConnectionLostError):
        lose()

    assert add_contact(postgresql_workspace)


def test_the_name_of_a_database_never_shows_a_password() -> None:
    made = Database(database_url("postgresql://anna:secret@db.example/board"))

    assert made.name == "board on db.example"
    for place in ("mysql://anna:secret@db.example/board", "postgresql://anna:se@c:ret@db:x/board"):
        with pytest.raises(InvalidAddressError) as caught:
            database_url(place)
        assert "ret" not in str(caught.value)
        assert "anna:***@db" in str(caught.value)
