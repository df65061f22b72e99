"""A reader who has left, as in `python -m app --help | head -1`, is no error of ours."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.app.programs import LONG, ROOT, Ended, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAMPLE = ROOT / "tests" / "data" / "sample"
COMMANDS = (("--help",), ("import", str(SAMPLE)), ("demo", "--opportunities", "5"))
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows closes pipes otherwise")


@contextmanager
def closed_pipe() -> Iterator[int]:
    """Give the end of a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def run_unread(home: Path, *arguments: str, buffered: bool, errors: bool = True) -> Ended:
    """Run the program without a reader of its output; errors: what it complains of is read."""
    surroundings = {**environment(home), "PYTHONUNBUFFERED": "" if buffered else "1"}
    with closed_pipe() as unread:
        done = subprocess.run(
            [sys.executable, "-m", "app", *arguments],
            cwd=ROOT,
            env=surroundings,
            stdout=unread,
            stderr=subprocess.PIPE if errors else unread,
            encoding="utf-8",
            timeout=LONG,
            check=False,
        )
    return Ended(done.returncode, "", done.stderr or "")


def reports(home: Path) -> list[Path]:
    return list(home.rglob("crash-*.txt"))


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("buffered", [True, False])
def test_a_command_that_nobody_listens_to_ends_quietly(
    sqlite_address: str,
    tmp_path: Path,
    arguments: tuple[str, ...],
    buffered: bool,  # noqa: FBT001
) -> None:
    ended = run_unread(tmp_path, "--database", sqlite_address, *arguments, buffered=buffered)

    assert ended.said == ""
    assert ended.status in {0, 1}
    assert reports(tmp_path) == []


@pytest.mark.parametrize("buffered", [True, False])
def test_a_refusal_is_still_heard(tmp_path: Path, buffered: bool) -> None:  # noqa: FBT001
    address = str(tmp_path)

    ended = run_unread(tmp_path, "demo", "--database", address, buffered=buffered)

    assert ended.status == 2
    assert "is a folder" in ended.said


@pytest.mark.parametrize("buffered", [True, False])
def test_a_refusal_that_nobody_hears_ends_quietly_too(
    tmp_path: Path,
    buffered: bool,  # noqa: FBT001
) -> None:
    arguments = ("demo", "--database", str(tmp_path))

    ended = run_unread(tmp_path, *arguments, buffered=buffered, errors=False)

    assert ended.status == 1
    assert reports(tmp_path) == []


def test_what_was_done_stays_done_where_nobody_reads_the_report(
    sqlite_address: str, tmp_path: Path
) -> None:
    arguments = ("--database", sqlite_address, "import", str(SAMPLE))

    ended = run_unread(tmp_path, *arguments, buffered=True)

    assert ended.status == 1
    with closing(sqlite3.connect(sqlite_address)) as connection:
        assert connection.execute("SELECT count(*) FROM opportunity").fetchone() == (9,)
