"""The commands as a user gives them in a terminal: each in a process of its own."""

from __future__ import annotations

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.database import Database
from db.engine import database_url
from tests.app.programs import ROOT, Ended, environment, powerless, run_program, run_python
from tests.lists import add_opportunities
from tests.workspaces import add_contact

if TYPE_CHECKING:
    from core.workspace import Workspace
    from devtools.postgresql import PostgresqlServer

MENDABLE = 2
SAMPLE = ROOT / "tests" / "data" / "sample"
SMALL = ("demo", "--opportunities", "50", "--seed", "3")


def refused(ended: Ended, *words: str) -> bool:
    """Tell whether a command ended with status 2 and one sentence that names these words."""
    lines = ended.said.splitlines()
    assert (ended.status, len(lines), ended.out) == (MENDABLE, 1, ""), ended
    assert lines[0].endswith("."), lines
    return all(word in lines[0] for word in words)


def opportunities(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM opportunity").fetchone()[0])


def titles(path: Path) -> list[tuple[str, str]]:
    """Return numbers and titles, by number."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT number, title FROM opportunity ORDER BY number, id"
        return connection.execute(query).fetchall()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Return a file that is no database."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear all", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file that the program filled with demo data."""
    home = tmp_path_factory.mktemp("demo")
    ended = run_program(home, "--database", str(home / "demo.db"), *SMALL)
    assert (ended.status, ended.said) == (0, "")
    assert "50 opportunities" in ended.out
    return home / "demo.db"


def test_demo_fills_a_new_file(demo: Path) -> None:
    assert opportunities(demo) == 50


def test_the_database_may_stand_behind_the_command(demo: Path, tmp_path: Path) -> None:
    ended = run_program(tmp_path, *SMALL, "--database", str(tmp_path / "behind.db"))

    assert ended.status == 0
    assert titles(tmp_path / "behind.db") == titles(demo)


def test_without_a_name_the_users_own_file_is_used(tmp_path: Path) -> None:
    ended = run_program(tmp_path, "demo", "--opportunities", "7")

    (path,) = tmp_path.rglob("dealboard.db")
    assert ended.status == 0
    assert opportunities(path) == 7


def test_demo_is_refused_where_it_is_already(demo: Path, tmp_path: Path) -> None:
    ended = run_program(tmp_path, "--database", str(demo), *SMALL)

    assert refused(ended, "already holds the demo data")
    assert opportunities(demo) == 50


def test_the_sample_is_imported_once_however_often(sqlite_address: str, tmp_path: Path) -> None:
    command = ("--database", sqlite_address, "import", str(SAMPLE))

    first = run_program(tmp_path, *command)
    once = titles(Path(sqlite_address))
    second = run_program(tmp_path, *command)

    assert (first.status, first.said) == (0, "")
    assert (second.status, second.said) == (0, "")
    assert first.out
    assert len(once) > 0
    assert titles(Path(sqlite_address)) == once


def test_a_backup_can_be_opened(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    add_opportunities(sqlite_workspace, [add_contact(sqlite_workspace)], 30)
    source, target = sqlite_workspace.database.name, tmp_path / "copy.db"

    ended = run_program(tmp_path, "backup", str(target), "--database", source)
    demo = run_program(tmp_path, *SMALL, "--database", str(target))

    assert (ended.status, ended.out) == (0, f"Copied to {target}.\n")
    assert demo.status == 0
    assert opportunities(target) == 80


def test_a_backup_is_refused_where_a_file_is(sqlite_address: str, letter: Path) -> None:
    ended = run_program(letter.parent, "backup", str(letter), "--database", sqlite_address)

    assert refused(ended, str(letter), "not overwritten")
    assert letter.read_text(encoding="utf-8") == "Dear all"


def test_a_backup_of_nothing_makes_nothing(tmp_path: Path) -> None:
    ended = run_program(
        tmp_path, "backup", str(tmp_path / "copy.db"), "--database", str(tmp_path / "typo.db")
    )

    assert refused(ended, "typo.db", "cannot be found")
    assert list(tmp_path.glob("*.db")) == []


def test_a_backup_of_a_server_is_refused(postgresql_address: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"

    ended = run_program(tmp_path, "backup", str(target), "--database", postgresql_address)

    assert refused(ended, "pg_dump")
    assert not target.exists()


def test_a_file_that_is_no_database_is_refused_by_every_command(letter: Path) -> None:
    home = letter.parent
    commands = (SMALL, ("import", str(home)), ("backup", str(home / "copy.db")))

    for command in commands:
        ended = run_program(home, "--database", str(letter), *command)

        assert refused(ended, str(letter), "is not a Dealboard database"), command
    assert letter.read_text(encoding="utf-8") == "Dear all"


def test_a_newer_schema_is_refused(sqlite_address: str, tmp_path: Path) -> None:
    path = shutil.copy(sqlite_address, tmp_path / "newer.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    ended = run_program(tmp_path, "--database", str(path), *SMALL)

    assert refused(ended, "schema 9999", "Install the newer program")


def test_a_folder_without_the_sample_is_refused(sqlite_address: str, tmp_path: Path) -> None:
    empty, nowhere = tmp_path / "empty", tmp_path / "nowhere"
    empty.mkdir()

    for folder in (empty, nowhere):
        ended = run_program(tmp_path, "--database", sqlite_address, "import", str(folder))

        assert refused(ended, str(folder), "Nothing was imported"), folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_place_that_cannot_be_written_is_refused(sqlite_address: str, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    there = shutil.copy(sqlite_address, folder / "there.db")
    (folder / "there.db").chmod(0o444)
    folder.chmod(0o555)

    new = run_program(tmp_path, *SMALL, "--database", str(folder / "new.db"), before=powerless())
    old = run_program(tmp_path, *SMALL, "--database", str(there), before=powerless())
    copy = run_program(
        tmp_path, "backup", str(folder / "x.db"), "--database", sqlite_address, before=powerless()
    )

    assert refused(new, "new.db", "cannot be written")
    assert refused(old, "there.db", "cannot be written")
    assert refused(copy, "x.db")


def test_a_server_that_is_down_is_named(tmp_path: Path) -> None:
    address = "postgresql://anna:secret@127.0.0.1:1/board"

    ended = run_program(tmp_path, "--database", address, *SMALL)

    assert refused(ended, "127.0.0.1", "cannot be reached")
    assert "secret" not in ended.said


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    ended = run_program(tmp_path, "--database", "mysql://anna@db/board", *SMALL)

    assert refused(ended, "is not the address of a database")


def test_a_port_that_cannot_be_is_refused(tmp_path: Path) -> None:
    address = "postgresql://anna:secret@127.0.0.1:99999/board"

    ended = run_program(tmp_path, "--database", address, *SMALL)

    assert refused(ended, "99999", "from 1 to 65535")
    assert "secret" not in ended.said


def test_a_folder_as_database_is_refused_by_every_command(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    commands = (SMALL, ("import", str(SAMPLE)), ("backup", str(tmp_path / "copy.db")))

    for command in commands:
        ended = run_program(tmp_path, "--database", str(folder), *command)

        assert refused(ended, f"{folder} is a folder", str(folder / "dealboard.db")), command
    assert list(folder.iterdir()) == []


def test_a_database_that_the_server_does_not_have_is_refused(
    tmp_path: Path, postgresql_server: PostgresqlServer
) -> None:
    ended = run_program(tmp_path, "--database", postgresql_server.url("nowhere"), *SMALL)

    assert refused(ended, "nowhere")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("demo", "--opportunities", "0"), "one or more"),
        (("demo", "--opportunities", "many"), "one or more"),
        (("dance",), "dance"),
        (("backup",), "FILE"),
    ],
)
def test_a_wrong_command_is_explained(
    tmp_path: Path, arguments: tuple[str, ...], word: str
) -> None:
    ended = run_program(tmp_path, *arguments)

    assert ended.status == MENDABLE
    assert word in ended.said
    assert ended.said.startswith("usage: dealboard")
    assert "Traceback" not in ended.said
    assert "_positive" not in ended.said


def test_help_names_every_command(tmp_path: Path) -> None:
    ended = run_program(tmp_path, "--help")

    assert ended.status == 0
    assert all(command in ended.out for command in ("run", "import", "demo", "backup"))
    assert "--database" in ended.out


def test_a_bug_ends_in_a_report_and_one_sentence(sqlite_address: str, tmp_path: Path) -> None:
    # A table that is gone is nobody's fault but ours.
    with closing(sqlite3.connect(sqlite_address)) as connection:
        connection.executescript("PRAGMA foreign_keys = OFF; DROP TABLE app_user;")

    ended = run_program(tmp_path, "--database", sqlite_address, *SMALL)

    assert ended.status == 1
    assert re.fullmatch(r"Something went wrong\..*A report was written to .*\.txt\.\n", ended.said)
    (report,) = tmp_path.rglob("crash-*.txt")
    assert "app_user" in report.read_text(encoding="utf-8")
    (log,) = tmp_path.rglob("dealboard.log")
    assert "unexpected error" in log.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_home_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)

    ended = run_program(tmp_path, *SMALL, before=powerless())
    tmp_path.chmod(0o755)

    assert refused(ended, "cannot be written")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_an_interrupt_leaves_nothing_half_done(sqlite_address: str, tmp_path: Path) -> None:
    command = ("-m", "app", "--database", sqlite_address, "demo", "--opportunities", "20000")
    # Who starts the tests in the background hands down an interrupt that is ignored.
    heard = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL)"
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{heard}; os.execv(sys.executable, sys.argv[1:])",
            sys.executable,
            *command,
        ],
        cwd=ROOT,
        env=environment(tmp_path),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        assert program.stderr is not None
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(4)
        program.send_signal(signal.SIGINT)
        said = program.stderr.read()

    assert program.returncode == 130
    assert said == "Stopped. Nothing was changed.\n"
    database = Database(database_url(sqlite_address))
    with closing(database), database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM opportunity").scalar() == 0


# What costs more than its use at the start.
LATE = (
    *("pandas", "numpy", "folium", "sklearn", "pyqtgraph", "openpyxl"),
    *("alembic", "babel", "psycopg", "core.demo", "core.sample_import"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtNetwork"),
)


def test_the_start_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    code = f"import sys, app.run; print(*[n for n in {LATE!r} if n in sys.modules])"

    ended = run_python(tmp_path, "-c", code)

    assert (ended.status, ended.out.strip()) == (0, "")


def test_help_and_backup_load_no_qt(tmp_path: Path) -> None:
    code = "import sys, app.command_line; print([n for n in sys.modules if 'PySide6' in n])"

    ended = run_python(tmp_path, "-c", code)

    assert ended.out.strip() == "[]"


def test_without_a_screen_it_says_so_in_a_sentence(tmp_path: Path) -> None:
    bare = {
        name: value
        for name, value in environment(tmp_path).items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }

    done = subprocess.run(
        [sys.executable, "-m", "app", "run", "--database", str(tmp_path / "x.db")],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    assert done.returncode == 2
    assert done.stderr == "There is no screen for the window. Start it on a desktop.\n"
