"""The private PostgreSQL of tests and benchmarks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from devtools import postgresql_programs
from devtools.places import ROOT
from devtools.postgresql import HOST, PostgresqlError, PostgresqlServer
from devtools.postgresql_programs import NoPostgresqlError, Programs
from devtools.surroundings import NO_POSTGRESQL, is_root

NEEDS_SERVER = """
def test_it(postgresql_url: str) -> None:
    assert postgresql_url
"""


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide every server of this machine."""
    for look in ("named_by_pg_config", "in_usual_folders", "on_path", "from_package"):
        monkeypatch.setattr(postgresql_programs, look, lambda: iter(()))


def test_each_database_is_fresh(postgresql_server: PostgresqlServer) -> None:
    first, second = postgresql_server.create_database(), postgresql_server.create_database()

    postgresql_server.psql(first, "CREATE TABLE city (name text)")

    assert first != second
    assert postgresql_server.psql(second, "SELECT to_regclass('city') IS NULL") == "t"


def test_the_address_is_one_that_sqlalchemy_takes(postgresql_url: str) -> None:
    assert postgresql_url.startswith(f"postgresql+psycopg://postgres@{HOST}:")
    engine = create_engine(postgresql_url)

    with engine.connect() as connection:
        lowered = connection.execute(text("SELECT lower('M\u00dcLLER')")).scalar_one()

    engine.dispose()
    assert lowered == "m\u00fcller"


def test_a_new_login_has_no_rights(postgresql_server: PostgresqlServer) -> None:
    url = postgresql_server.create_database()
    postgresql_server.psql(url, "CREATE TABLE secret (word text)")
    postgresql_server.create_login("anna o'hara", "p'w")
    anna = postgresql_server.url(url.rpartition("/")[2], "anna%20o%27hara")

    assert postgresql_server.psql(anna, "SELECT session_user") == "anna o'hara"
    with pytest.raises(PostgresqlError, match="permission denied for table secret"):
        postgresql_server.psql(anna, "SELECT * FROM secret")


def test_the_plug_can_be_pulled_and_put_back(request: pytest.FixtureRequest) -> None:
    if os.environ.get(NO_POSTGRESQL) == "1":
        pytest.skip(f"{NO_POSTGRESQL}=1")
    with PostgresqlServer(fsync=True) as server:
        request.addfinalizer(server.close)
        url = server.create_database()
        server.psql(url, "CREATE TABLE city AS SELECT 'Lucca' AS name")
        assert server.psql(url, "SHOW fsync") == "on"

        server.stop()
        with pytest.raises(PostgresqlError, match="refused"):
            server.psql(url, "SELECT 1")
        server.start()

        assert server.psql(url, "SELECT name FROM city") == "Lucca"


@pytest.mark.skipif(not is_root(), reason="only root hands the server to another user")
def test_programs_that_the_servers_user_cannot_reach_are_copied(tmp_path: Path) -> None:
    home = tmp_path / "package"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "initdb").touch()
    home.chmod(0o700)
    data = tmp_path / "data"
    data.mkdir()

    moved = Programs(home / "bin", "nobody").reachable_from(data)

    assert moved.folder == data / "programs" / "bin"
    assert (moved.folder / "initdb").exists()
    assert Programs(home / "bin").reachable_from(data).folder == home / "bin"


def test_the_client_runs_as_the_caller_and_the_server_as_its_user() -> None:
    own = Programs(Path("bin"))

    assert own.command("psql", "-X") == [str(Path("bin", "psql")), "-X"]
    if is_root():
        other = Programs(Path("bin"), "nobody")
        assert other.command("initdb")[0] == "setpriv"
        assert other.command("psql", as_server=False) == own.command("psql")


@pytest.mark.usefixtures("no_programs")
def test_a_machine_without_postgresql_is_told_how_to_get_it() -> None:
    with pytest.raises(NoPostgresqlError, match="apt-get install postgresql"):
        PostgresqlServer()


@pytest.mark.parametrize(("left_out", "ending"), [(False, "1 error"), (True, "1 skipped")])
def test_a_test_without_its_server_fails_unless_told_otherwise(
    tmp_path: Path, *, left_out: bool, ending: str
) -> None:
    (tmp_path / "conftest.py").write_text(
        "from devtools import postgresql_programs as programs\n"
        "from tests.postgresql import postgresql_server, postgresql_url\n"
        "programs.NEEDED = ('no such program',)\n",
        encoding="utf-8",
    )
    (tmp_path / "test_it.py").write_text(NEEDS_SERVER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), NO_POSTGRESQL: "1" if left_out else ""}

    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )

    assert ending in answer.stdout
    assert ("--no-postgresql" in answer.stdout) is not left_out
