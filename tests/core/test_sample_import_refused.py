"""What cannot be trusted at all is refused in one sentence, and nothing is half done."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, event, update

from core.sample_import import ImportCancelledError, ImportProgress, SampleError, import_sample
from core.workspace import open_workspace
from db.errors import DealboardError, DiskFullError
from db.tables.opportunity import OpportunityRow
from db.tables.people import CompanyRow
from db.writes import table_of
from tests.core.sample_help import PIPELINE, SAMPLE, acts, altered, changes, imported, rows
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.workspace import Workspace

ALL_FILES = "accounts.csv, products.csv, sales_teams.csv, sales_pipeline.csv"


def test_a_folder_that_is_not_there_is_refused(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    message = _refused(sqlite_workspace, tmp_path / "away")

    assert message == (
        f"{tmp_path / 'away'} is not a folder. Nothing was imported. "
        f"Choose the folder with {ALL_FILES}."
    )


def test_a_folder_of_other_files_is_refused(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    message = _refused(sqlite_workspace, tmp_path)

    assert message == (
        f"{tmp_path} does not hold the whole sample. Nothing was imported. "
        f"Add {ALL_FILES}, or choose another folder."
    )


def test_the_missing_file_is_named(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    (folder / "products.csv").unlink()

    message = _refused(sqlite_workspace, folder)

    assert "Add products.csv, or" in message


def test_missing_columns_are_named(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    altered(tmp_path, PIPELINE, "close_date,close_value\n", "closed,value\n")

    message = _refused(sqlite_workspace, tmp_path / "altered")

    assert message == (
        "The first line of sales_pipeline.csv lacks the columns close_date, close_value. "
        "Nothing was imported. Add them, separated by commas, and try again."
    )


def test_a_file_with_other_separators_is_refused(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    folder = altered(tmp_path, "products.csv", ",", ";")

    message = _refused(sqlite_workspace, folder)

    assert "lacks the columns product, series, sales_price" in message


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named(
    sqlite_workspace: Workspace, tmp_path: Path, content: bytes
) -> None:
    folder = _copy(tmp_path)
    (folder / "sales_teams.csv").write_bytes(content)

    message = _refused(sqlite_workspace, folder)

    assert message == (
        "sales_teams.csv is empty. Nothing was imported. "
        "Put a whole copy of it in its place and try again."
    )


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("product,series,sales_price\nCaf\xe9,GTX,5\n".encode("latin-1"), 2),
        ("product,series,sales_price\n".encode("utf-16"), 1),
        (b"product,series,sales_price\nA,B,5\nC\0,D,5\n", 3),
    ],
    ids=["latin-1", "utf-16", "zero bytes"],
)
def test_a_file_that_is_not_utf8_is_refused(
    sqlite_workspace: Workspace, tmp_path: Path, content: bytes, line: int
) -> None:
    folder = _copy(tmp_path)
    (folder / "products.csv").write_bytes(content)

    message = _refused(sqlite_workspace, folder)

    assert message == (
        f"products.csv is not UTF-8 text (line {line}). Nothing was imported. "
        "Save it again as CSV in UTF-8 and try again."
    )


def test_a_forgotten_quotation_mark_is_refused(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    folder = altered(tmp_path, PIPELINE, "W2,", '"W2,')

    message = _refused(sqlite_workspace, folder)

    assert message.startswith("sales_pipeline.csv cannot be read as CSV (line ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_a_file_that_may_not_be_read_is_refused(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    folder = _copy(tmp_path)
    (folder / PIPELINE).chmod(0)

    message = _refused(sqlite_workspace, folder)

    assert message.startswith("sales_pipeline.csv cannot be read (")


def test_a_mark_of_byte_order_and_blank_lines_do_no_harm(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    folder = altered(tmp_path, PIPELINE, "\nW2,", "\n\n\nW2,")
    text = (folder / PIPELINE).read_bytes().replace(b"\n", b"\r\n")
    (folder / PIPELINE).write_bytes(b"\xef\xbb\xbf" + text)

    report = import_sample(sqlite_workspace, folder, NOW)

    assert report.written("opportunity") == 9


def test_a_database_without_a_company_is_refused(workspace: Workspace) -> None:
    act = workspace.act("Deleted", NOW)
    with workspace.database.writing(act) as connection:
        values = {"deleted_at": NOW, "changed_at": NOW}
        connection.execute(update(table_of(CompanyRow)).values(values))
    nobody = workspace.user._replace(company_id=None)
    before = changes(workspace)

    with pytest.raises(SampleError, match="no company"):
        import_sample(replace(workspace, user=nobody), SAMPLE, NOW)

    assert changes(workspace) == before


def test_a_full_disk_while_writing_leaves_the_database_as_before(
    sqlite_address: str, small_disk: None
) -> None:
    del small_disk
    workspace = open_workspace(sqlite_address, NOW)
    with closing(workspace.database):
        before = (acts(workspace), changes(workspace))

        with pytest.raises(DiskFullError) as failed:
            imported(workspace)

        assert str(failed.value).startswith("The disk is full. Nothing was changed.")
        assert (acts(workspace), changes(workspace)) == before
        assert rows(workspace, OpportunityRow) == {}


@pytest.mark.parametrize("step", range(1, 28, 3))
def test_a_cancelled_import_changes_nothing(sqlite_workspace: Workspace, step: int) -> None:
    before = (acts(sqlite_workspace), changes(sqlite_workspace))
    asked = iter(range(1, 1000))

    with pytest.raises(ImportCancelledError, match="Nothing was changed"):
        imported(sqlite_workspace, cancelled=lambda: next(asked) >= step)

    assert (acts(sqlite_workspace), changes(sqlite_workspace)) == before


def test_progress_goes_from_reading_to_the_last_row(sqlite_workspace: Workspace) -> None:
    told: list[ImportProgress] = []

    imported(sqlite_workspace, progress=told.append)

    steps = list(dict.fromkeys(progress.step for progress in told))
    assert steps == ["Reading the files", "Checking the rows", "Writing the rows"]
    assert all(progress.done <= progress.total for progress in told)
    assert told[-1].done == told[-1].total


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Let every file of SQLite grow by only a few pages, as on a disk that is nearly full."""

    def limit(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]  # the driver's own
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 3}")
        cursor.close()

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def _refused(workspace: Workspace, folder: Path) -> str:
    """Import what cannot be imported; return the sentence, after a look at the database."""
    before = (acts(workspace), changes(workspace))
    with pytest.raises(DealboardError) as failed:
        import_sample(workspace, folder, NOW)
    assert (acts(workspace), changes(workspace)) == before
    return str(failed.value)


def _copy(tmp_path: Path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "copy")
