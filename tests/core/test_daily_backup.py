"""A backup each day, and the way back to one: the old file is never lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.backup import BackupError
from core.daily_backup import (
    KEPT,
    RestoreError,
    back_up_daily,
    backups,
    restore,
    verify,
)
from core.workspace import open_workspace
from tests.workspaces import NOW, add_contact

if TYPE_CHECKING:
    from core.workspace import Workspace

TODAY = NOW.date()


def contacts(path: Path) -> list[str]:
    """Return the names in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM contact ORDER BY name")]


def file_of(workspace: Workspace) -> Path:
    return Path(str(workspace.database.url.database))


def test_the_first_start_of_a_day_makes_a_backup_and_the_second_none(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    add_contact(sqlite_workspace, name="Before")

    first = back_up_daily(sqlite_workspace.database, folder, TODAY)
    add_contact(sqlite_workspace, name="After")
    second = back_up_daily(sqlite_workspace.database, folder, TODAY)

    assert first is not None
    assert first.name == "board.2026-03-04.db"
    assert contacts(first) == ["Before"]
    assert second is None
    assert back_up_daily(sqlite_workspace.database, folder, TODAY + timedelta(days=1)) is not None


def test_the_last_seven_are_kept_and_other_files_left_alone(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    others = ["other.2020-01-01.db", "board.2020-13-01.db", "board.db", "notes.txt"]
    for name in others:
        (folder / name).write_text("", encoding="utf-8")

    for number in range(10):
        back_up_daily(sqlite_workspace.database, folder, TODAY + timedelta(days=number))

    days = [backup.day for backup in backups(folder, "board")]
    assert days == [date(2026, 3, 13) - timedelta(days=number) for number in range(KEPT)]
    assert {path.name for path in folder.iterdir()} >= set(others)
    assert [b.day for b in backups(folder)][-1] == date(2020, 1, 1)
    assert backups(tmp_path / "nowhere") == []


def test_a_backup_that_cannot_be_written_is_said(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(BackupError, match="could not be written"):
        back_up_daily(sqlite_workspace.database, tmp_path / "file", TODAY)


def test_a_server_is_backed_up_by_its_administrator(
    postgresql_workspace: Workspace, tmp_path: Path
) -> None:
    assert back_up_daily(postgresql_workspace.database, tmp_path, TODAY) is None


def test_a_restored_backup_takes_the_place_of_the_file_which_is_kept(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    target = file_of(sqlite_workspace)
    add_contact(sqlite_workspace, name="Before")
    backup = back_up_daily(sqlite_workspace.database, tmp_path / "backups", TODAY)
    assert backup is not None
    add_contact(sqlite_workspace, name="After")
    sqlite_workspace.database.close()

    kept = restore(backup, target, NOW)

    assert kept is not None
    assert kept.name == "board.before-20260304-093000.db"
    assert contacts(target) == ["Before"]
    assert contacts(kept) == ["After", "Before"]
    assert contacts(backup) == ["Before"]
    again = open_workspace(str(target), NOW)
    add_contact(again, name="New")
    again.database.close()
    assert contacts(target) == ["Before", "New"]


def test_what_was_not_written_back_when_a_program_died_goes_with_the_old_file(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    target = file_of(sqlite_workspace)
    backup = back_up_daily(sqlite_workspace.database, tmp_path / "backups", TODAY)
    assert backup is not None
    add_contact(sqlite_workspace, name="Only in the journal")
    saved = {path: path.read_bytes() for path in target.parent.glob("board.db*")}
    sqlite_workspace.database.close()
    for path, content in saved.items():
        path.write_bytes(content)

    kept = restore(backup, target, NOW)

    assert kept is not None
    assert contacts(kept) == ["Only in the journal"]
    assert contacts(target) == []


def test_a_backup_is_restored_where_there_is_no_file_yet(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    backup = back_up_daily(sqlite_workspace.database, tmp_path / "backups", TODAY)
    assert backup is not None

    assert restore(backup, tmp_path / "new.db", NOW) is None
    assert contacts(tmp_path / "new.db") == []


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192 : 8192 + 40_000] = b"\xaa" * 40_000
    path.write_bytes(content)


def test_a_damaged_backup_is_refused_and_the_file_stays(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    target = file_of(sqlite_workspace)
    add_contact(sqlite_workspace, name="Mine")
    backup = back_up_daily(sqlite_workspace.database, tmp_path / "backups", TODAY)
    assert backup is not None
    damaged(backup)

    with pytest.raises(RestoreError, match=r"older backup|not a Dealboard database"):
        restore(backup, target, NOW)

    assert contacts(target) == ["Mine"]


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00 and no more"])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)

    with pytest.raises(RestoreError, match="not a Dealboard database"):
        verify(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")

    with pytest.raises(RestoreError, match="not a Dealboard database"):
        verify(path)
    with pytest.raises(RestoreError, match="cannot be read"):
        verify(tmp_path / "nowhere.db")


def test_a_failure_on_the_way_leaves_the_old_file_in_its_place(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    target = file_of(sqlite_workspace)
    add_contact(sqlite_workspace, name="Mine")
    backup = back_up_daily(sqlite_workspace.database, tmp_path / "backups", TODAY)
    assert backup is not None
    sqlite_workspace.database.close()
    (target.parent / f"{target.name}.restored").mkdir()

    with pytest.raises(RestoreError, match="could not be put back"):
        restore(backup, target, NOW)

    assert contacts(target) == ["Mine"]
