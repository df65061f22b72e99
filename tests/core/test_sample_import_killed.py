"""An import that is killed leaves the database as before, and works afterwards."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from core.workspace import open_workspace
from db.tables.opportunity import OpportunityRow
from tests.core.sample_help import KEPT, SAMPLE, acts, changes, imported, rows
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.workspace import Workspace

ROOT = Path(__file__).parents[2]
# Stops for ever in the middle of the transaction, after the opportunities were inserted.
HALF_IMPORT = """
import sys, time
from datetime import datetime
from pathlib import Path
from core.sample_import import import_sample
from core.workspace import open_workspace

def stop(progress):
    if progress.step == "Writing the rows" and progress.done > int(sys.argv[4]):
        print("half", flush=True)
        time.sleep(600)

now = datetime.fromisoformat(sys.argv[3])
import_sample(open_workspace(sys.argv[1], now), Path(sys.argv[2]), now, progress=stop)
"""


@pytest.mark.parametrize("rows_written", [0, 60, 80])
def test_a_killed_import_leaves_the_file_as_before(sqlite_address: str, rows_written: int) -> None:
    with _opened(sqlite_address) as workspace:
        before = (acts(workspace), changes(workspace))

    _kill_in_the_middle(sqlite_address, rows_written)

    with closing(sqlite3.connect(sqlite_address)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with _opened(sqlite_address) as workspace:
        assert (acts(workspace), changes(workspace)) == before
        assert rows(workspace, OpportunityRow) == {}


def test_an_import_works_after_one_was_killed(sqlite_address: str) -> None:
    _kill_in_the_middle(sqlite_address, 60)

    with _opened(sqlite_address) as workspace:
        report = imported(workspace)

        assert report.written("opportunity") == len(KEPT)
        assert set(rows(workspace, OpportunityRow)) == set(KEPT)


def test_a_killed_import_leaves_the_server_as_before(postgresql_address: str) -> None:
    with _opened(postgresql_address) as workspace:
        before = (acts(workspace), changes(workspace))

    _kill_in_the_middle(postgresql_address, 60)

    with _opened(postgresql_address) as workspace:
        _wait_for_rollback(workspace)
        assert (acts(workspace), changes(workspace)) == before
        assert imported(workspace).written("opportunity") == len(KEPT)


def _kill_in_the_middle(address: str, rows_written: int) -> None:
    arguments = [address, str(SAMPLE), NOW.isoformat(), str(rows_written)]
    command = [sys.executable, "-c", HALF_IMPORT, *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "half"
        process.kill()


def _wait_for_rollback(workspace: Workspace) -> None:
    """Wait until the server has noticed: until then the killed import holds its lock."""
    with workspace.database.changing() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(7303015)"))


@contextmanager
def _opened(address: str) -> Iterator[Workspace]:
    workspace = open_workspace(address, NOW)
    with closing(workspace.database):
        yield workspace
