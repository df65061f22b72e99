"""The copy of a database file."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from core.backup import BackupError, back_up
from core.workspace import open_workspace
from db.database import Database
from db.engine import database_url
from db.errors import FolderError, MissingFileError, NotADatabaseError
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.record_list import first_page
from tests.lists import add_opportunities
from tests.workspaces import NOW, add_contact

if TYPE_CHECKING:
    from pathlib import Path

    from core.workspace import Workspace


def count(address: Path) -> int:
    workspace = open_workspace(str(address), NOW)
    with closing(workspace.database), workspace.database.reading() as connection:
        return first_page(connection, OPPORTUNITY_LIST, ListQuery()).count


def file_at(path: Path) -> Database:
    return Database(database_url(str(path)))


def test_a_copy_is_a_database_with_all_that_was_saved(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    add_opportunities(sqlite_workspace, [add_contact(sqlite_workspace)], 30)

    target = back_up(sqlite_workspace.database, tmp_path / "copy.db")

    assert target == tmp_path / "copy.db"
    assert count(target) == 30


def test_a_copy_has_nothing_of_a_write_that_is_not_finished(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    contact = add_contact(sqlite_workspace)
    add_opportunities(sqlite_workspace, [contact], 3)
    act = sqlite_workspace.act("Half done", NOW)

    with sqlite_workspace.database.writing(act) as connection:
        connection.exec_driver_sql("UPDATE opportunity SET title = 'half'")
        back_up(sqlite_workspace.database, tmp_path / "copy.db")
    add_opportunities(sqlite_workspace, [contact], 2, first=3)

    assert count(tmp_path / "copy.db") == 3
    copied = open_workspace(str(tmp_path / "copy.db"), NOW)
    with closing(copied.database), copied.database.reading() as connection:
        assert not connection.exec_driver_sql("SELECT 1 FROM opportunity WHERE title='half'").all()


def test_a_file_that_is_there_is_not_overwritten(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine", encoding="utf-8")

    with pytest.raises(BackupError, match="not overwritten"):
        back_up(sqlite_workspace.database, target)

    assert target.read_text(encoding="utf-8") == "mine"


def test_a_missing_folder_is_named_and_nothing_is_left(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "no folder" / "copy.db"

    with pytest.raises(MissingFileError, match="no folder"):
        back_up(sqlite_workspace.database, target)

    assert not target.parent.exists()


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    source = tmp_path / "typo.db"

    with pytest.raises(MissingFileError, match="typo"):
        back_up(file_at(source), tmp_path / "copy.db")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_not_copied(tmp_path: Path) -> None:
    source = tmp_path / "letter.db"
    source.write_bytes(b"Dear all, " * 500)

    with pytest.raises(NotADatabaseError, match="letter"):
        back_up(file_at(source), tmp_path / "copy.db")

    assert list(tmp_path.iterdir()) == [source]


def test_a_damaged_database_is_not_copied_in_part(sqlite_address: str, tmp_path: Path) -> None:
    source = tmp_path / "damaged.db"
    shutil.copy(sqlite_address, source)
    with source.open("r+b") as file:
        file.truncate(source.stat().st_size // 2)

    with pytest.raises(NotADatabaseError, match="damaged"):
        back_up(file_at(source), tmp_path / "copy.db")

    assert not (tmp_path / "copy.db").exists()


def test_a_database_on_a_server_is_left_to_its_administrator(tmp_path: Path) -> None:
    server = Database(database_url("postgresql://anna@db.example/board"))

    with pytest.raises(BackupError, match=r"board on db\.example is kept on a server"):
        back_up(server, tmp_path / "copy.db")


def test_a_folder_cannot_be_copied_as_a_database(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="is a folder"):
        back_up(file_at(tmp_path), tmp_path / "copy.db")

    assert list(tmp_path.iterdir()) == []
