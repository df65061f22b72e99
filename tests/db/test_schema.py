"""The schema: frozen, made once, and never mistaken for another."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select, text

from core.workspace import open_workspace
from db import capture, ddl, schema
from db.database import Database
from db.engine import database_url
from db.errors import MissingFileError, NewerSchemaError, NotADatabaseError, TooOldError
from db.schema import Found, copy_file, prepare, refuse_old_engine
from db.tables import Base
from db.tables.lookups import CurrencyRow
from db.tables.people import CompanyRow, UserRow
from tests.db.outside import run_module
from tests.workspaces import NOW, add_contact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from devtools.postgresql import PostgresqlServer

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """Return a prepared database, without a workspace."""
    with closing(Database(database_url(address))) as made:
        yield made


@pytest.mark.parametrize("engine", ddl.DIALECTS)
def test_the_frozen_statements_make_the_tables_as_they_are(engine: str) -> None:
    # python -m db.ddl 0001, while the first schema is not released.
    assert ddl.frozen_statements(schema.HEAD, engine) == ddl.table_statements(engine)


def test_the_chain_of_migrations_ends_at_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    script = ScriptDirectory.from_config(config)

    revisions = [revision.revision for revision in script.walk_revisions()]

    assert script.get_heads() == [schema.HEAD]
    assert sorted(revisions) == sorted(schema.KNOWN)


def test_a_new_database_holds_every_table_and_its_version(database: Database) -> None:
    with database.reading() as connection:
        found = set(inspect(connection).get_table_names())
        version = connection.scalar(text("SELECT version_num FROM alembic_version"))
        sqlite = connection.dialect.name == "sqlite"

    expected = {name for name in Base.metadata.tables if sqlite or name != "act_now"}
    assert expected <= found
    assert version == schema.HEAD


def test_the_tables_in_the_database_have_the_columns_of_the_classes(database: Database) -> None:
    with database.reading() as connection:
        sqlite = connection.dialect.name == "sqlite"
        found = {t.name: columns(connection, t.name) for t in Base.metadata.tables.values()}

    expected = {t.name: {c.name for c in t.columns} for t in Base.metadata.tables.values()}
    if not sqlite:
        expected["change"].add("xid")
        expected["act_now"] = set()
    assert found == expected


def columns(connection: Connection, table: str) -> set[str]:
    """Return the columns of a table, of which SQLAlchemy does not know every type."""
    query = (
        "SELECT name FROM pragma_table_info(:table)"
        if connection.dialect.name == "sqlite"
        else "SELECT column_name FROM information_schema.columns WHERE table_name = :table"
    )
    return set(connection.scalars(text(query), {"table": table}))


def test_a_prepared_database_is_left_alone(database: Database) -> None:
    assert prepare(database) is Found.CURRENT


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()

    with closing(Database(database_url(str(path)))) as made:
        found = prepare(made)
        again = prepare(made)

    assert (found, again) == (Found.EMPTY, Found.CURRENT)


def test_a_newer_schema_is_refused_and_nothing_is_changed(
    database: Database, sqlite_address: str
) -> None:
    with database.changing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        before = capture.installed(connection)

    with pytest.raises(NewerSchemaError, match=r"newer Dealboard \(schema 9999; .*0001") as caught:
        prepare(database)

    assert "Nothing was changed" in str(caught.value)
    with database.reading() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"
        assert capture.installed(connection) == before
    assert not list(Path(sqlite_address).parent.glob("*.before-*"))


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "letter.odt"
    content = b"Dear customer,\n" * 500
    path.write_bytes(content)

    with pytest.raises(NotADatabaseError, match=r"letter\.odt is not a Dealboard database"):
        open_workspace(str(path), NOW)

    assert path.read_bytes() == content


def test_a_file_with_tables_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    run_module(str(path), "CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x')")

    with pytest.raises(NotADatabaseError):
        open_workspace(str(path), NOW)

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmark",)]


def test_a_server_database_with_tables_of_another_program_is_refused(
    postgresql_url: str, postgresql_server: PostgresqlServer
) -> None:
    postgresql_server.psql(postgresql_url, "CREATE TABLE bookmark (url text)")

    with pytest.raises(NotADatabaseError, match="is not a Dealboard database"):
        open_workspace(postgresql_url, NOW)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_programs_that_make_one_database_at_once_make_it_once(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    address = (
        str(tmp_path / "new.db")
        if engine == "sqlite"
        else str(request.getfixturevalue("postgresql_url"))
    )
    program = (
        "import sys\n"
        "from core.workspace import open_workspace\n"
        "from tests.workspaces import NOW\n"
        "sys.stdin.readline()\n"
        "open_workspace(sys.argv[1], NOW).database.close()\n"
    )
    command = [sys.executable, "-c", program, address]
    running = [
        subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(3)
    ]

    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    errors = [each.communicate(timeout=60)[1] for each in running]

    assert errors == ["", "", ""]
    with closing(open_workspace(address, NOW).database) as made, made.reading() as connection:
        for row_class, count in ((CompanyRow, 1), (UserRow, 1), (CurrencyRow, 20)):
            query = select(func.count()).select_from(row_class)
            assert connection.scalar(query) == count
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_a_preparation_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "half.db"
    monkeypatch.setattr(capture, "statements", lambda _dialect: ("CREATE TRIGGER nonsense",))

    with closing(Database(database_url(str(path)))) as made:
        with pytest.raises(Exception, match="nonsense"):
            prepare(made)
        with made.reading() as connection:
            assert inspect(connection).get_table_names() == []


def test_a_copy_holds_what_was_committed_while_others_write(
    sqlite_workspace: Workspace, sqlite_address: str, tmp_path: Path
) -> None:
    key = add_contact(sqlite_workspace)
    target = tmp_path / "copy.db"

    with sqlite_workspace.database.changing() as connection:
        connection.execute(text("UPDATE contact SET name = 'not yet'"))
        copy_file(Path(sqlite_address), target)

    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT id, name FROM contact").fetchall() == [
            (key.bytes, "Rossi S.p.A.")
        ]
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_copy_into_no_folder_is_explained(sqlite_address: str, tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="cannot be found"):
        copy_file(Path(sqlite_address), tmp_path / "nowhere" / "copy.db")


@pytest.mark.parametrize(
    ("dialect", "version", "sentence"),
    [
        ("sqlite", (3, 36, 0), "SQLite 3.36.0 is too old: version 3.37.0"),
        ("postgresql", (12, 17), "PostgreSQL 12.17 is too old: version 13"),
    ],
)
def test_an_old_engine_is_refused(dialect: str, version: tuple[int, ...], sentence: str) -> None:
    with pytest.raises(TooOldError, match=sentence):
        refuse_old_engine(dialect, version)


@pytest.mark.parametrize(
    ("dialect", "version"), [("sqlite", (3, 37, 0)), ("sqlite", (4,)), ("postgresql", (13,))]
)
def test_an_engine_that_is_new_enough_is_taken(dialect: str, version: tuple[int, ...]) -> None:
    refuse_old_engine(dialect, version)


def test_no_table_is_named_by_a_reserved_word_of_a_server(postgresql_url: str) -> None:
    query = "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')"
    with psycopg.connect(postgresql_url.replace("+psycopg", "")) as connection:
        reserved = {row[0] for row in connection.execute(query)}

    assert "user" in reserved
    assert not reserved & set(Base.metadata.tables)


def test_no_table_is_named_by_a_reserved_word_of_sqlite() -> None:
    refused = []
    with closing(sqlite3.connect(":memory:")) as connection:
        for name in [*Base.metadata.tables, "order"]:
            try:
                connection.execute(f"CREATE TABLE {name} (id INTEGER)")
            except sqlite3.OperationalError:
                refused.append(name)

    assert refused == ["order"]


@pytest.mark.parametrize("engine", ddl.DIALECTS)
def test_no_name_needs_quotes(engine: str) -> None:
    made = [s for s in ddl.table_statements(engine) if s.startswith("CREATE TABLE")]

    assert not [statement for statement in made if '"' in statement]


def test_every_captured_table_can_be_deleted_softly() -> None:
    for table in capture.columns.captured_tables():
        assert "deleted_at" in table.c


def test_a_file_keeps_what_was_asked_of_it(sqlite_workspace: Workspace) -> None:
    asked = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}

    with sqlite_workspace.database.reading() as connection:
        found = {name: connection.scalar(text(f"PRAGMA {name}")) for name in asked}
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []

    assert found == asked
