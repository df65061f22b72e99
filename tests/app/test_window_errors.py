"""What can go wrong with a database, as the window tells it, and the way on."""

from __future__ import annotations

import re
import shutil
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from app.crash import CrashReporter
from core.workspace import open_workspace
from db.tables.opportunity import OpportunityRow
from tests.lists import add_contacts, add_opportunities, change_rows
from tests.workspaces import NOW
from widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from devtools.postgresql import PostgresqlServer
    from tests.app.desktop import Desktop

    Open = Callable[[str], Desktop]

MANY = 250


def click_try_again(desktop: Desktop) -> None:
    assert desktop.window.message.link.text() == "Try again"
    desktop.window.message.link.click()


def filled(address: str) -> None:
    """Write opportunities into a prepared database."""
    workspace = open_workspace(address, NOW)
    with closing(workspace.database):
        add_opportunities(workspace, add_contacts(workspace, ["Conti"]), MANY)


def test_a_file_that_is_no_database_is_named(open_desktop: Open, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all", encoding="utf-8")

    desktop = open_desktop(str(path))

    desktop.wait(lambda: bool(desktop.message))
    assert desktop.message == (
        f"{path} is not a Dealboard database. Choose another file, or a new name."
    )
    assert not desktop.window.busy.isVisible()
    assert path.read_text(encoding="utf-8") == "Dear all"


def test_a_newer_schema_is_told_and_opens_once_it_is_an_old_one_again(
    open_desktop: Open, sqlite_address: str, tmp_path: Path
) -> None:
    path = str(shutil.copy(sqlite_address, tmp_path / "newer.db"))
    set_schema(path, "9999")
    desktop = open_desktop(path)
    desktop.wait(lambda: "made by a newer Dealboard (schema 9999" in desktop.message)

    shutil.copy(sqlite_address, path)
    click_try_again(desktop)

    desktop.wait_for_list()
    assert desktop.message == ""


def set_schema(path: str, version: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.commit()


def test_a_folder_that_is_missing_is_told(open_desktop: Open, tmp_path: Path) -> None:
    path = tmp_path / "no folder" / "board.db"
    desktop = open_desktop(str(path))
    desktop.wait(lambda: f"{path} cannot be found" in desktop.message)

    path.parent.mkdir()
    click_try_again(desktop)

    desktop.wait_for_list()


def test_an_address_that_is_none_is_told(open_desktop: Open) -> None:
    desktop = open_desktop("mysql://anna@db/board")

    desktop.wait(lambda: "is not the address of a database" in desktop.message)


def test_a_server_that_is_down_at_the_start_opens_when_it_is_back(
    open_desktop: Open, own_server: PostgresqlServer, own_address: str
) -> None:
    filled(own_address)
    own_server.stop()
    desktop = open_desktop(own_address)
    desktop.wait(lambda: "127.0.0.1 cannot be reached" in desktop.message)
    click_try_again(desktop)
    desktop.wait(lambda: "127.0.0.1 cannot be reached" in desktop.message)

    own_server.start()
    click_try_again(desktop)

    desktop.wait_for_list()
    assert desktop.screen.count.text() == f"{MANY} opportunities"
    assert desktop.message == ""


def test_a_server_that_goes_and_comes_back_brings_what_changed_meanwhile(
    open_desktop: Open, own_server: PostgresqlServer, own_address: str
) -> None:
    filled(own_address)
    desktop = open_desktop(own_address)
    desktop.wait_for_list()
    desktop.click_head("number")
    desktop.wait(lambda: desktop.screen.model.key(MANY - 1) is not None)
    desktop.screen.grid.selectRow(3)

    own_server.stop()
    desktop.wait(lambda: "Away" in desktop.strip and bool(desktop.message))
    away = desktop.message, desktop.texts("title")[3], desktop.screen.model.rowCount()
    own_server.start()
    sql = "UPDATE opportunity SET title = 'Robot' WHERE number = '26/00003'"
    own_server.psql(own_address, sql)

    desktop.wait(lambda: "Live" in desktop.strip)
    desktop.wait(lambda: desktop.texts("title")[3] == "Robot")
    assert "127.0.0.1" in away[0]
    assert away[1:] == ("Packing line 00003", MANY)
    assert desktop.message == ""
    assert [i.row() for i in desktop.screen.grid.selectionModel().selectedRows()] == [3]


def test_words_that_are_typed_while_the_server_is_away_are_answered_when_it_is_back(
    open_desktop: Open, own_server: PostgresqlServer, own_address: str
) -> None:
    filled(own_address)
    desktop = open_desktop(own_address)
    desktop.wait_for_list()
    own_server.stop()
    desktop.wait(lambda: "Away" in desktop.strip)

    desktop.screen.search.setText("26/0001")
    desktop.screen.search.settle()
    desktop.wait(desktop.window.message.link.isVisible)
    kept = desktop.screen.model.rowCount()
    own_server.start()

    desktop.wait(lambda: desktop.screen.model.rowCount() == 10)
    assert kept == MANY
    desktop.wait(lambda: desktop.message == "")


def test_a_read_that_failed_can_be_tried_again_by_hand(
    open_desktop: Open, own_server: PostgresqlServer, own_address: str
) -> None:
    filled(own_address)
    desktop = open_desktop(own_address)
    desktop.wait_for_list()
    own_server.stop()
    desktop.screen.search.setText("26/0001")
    desktop.screen.search.settle()
    desktop.wait(desktop.window.message.link.isVisible)

    own_server.start()
    click_try_again(desktop)

    desktop.wait(lambda: desktop.screen.model.rowCount() == 10)


def test_a_change_while_a_file_is_away_shows_when_it_is_back(
    open_desktop: Open, sqlite_address: str
) -> None:
    filled(sqlite_address)
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    path = Path(sqlite_address)
    aside = path.with_name("aside.db")

    path.rename(aside)
    desktop.wait(lambda: "Away" in desktop.strip and "cannot be found" in desktop.message)
    aside.rename(path)

    desktop.wait(lambda: "Live" in desktop.strip)
    desktop.wait(lambda: desktop.message == "")
    assert desktop.screen.model.rowCount() == MANY


def test_a_message_about_something_else_stays_when_rows_change(
    open_desktop: Open, sqlite_address: str
) -> None:
    filled(sqlite_address)
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    desktop.window.message.show_message(MessageKind.NEGATIVE, "A report was written.")
    workspace = open_workspace(sqlite_address, NOW)

    with closing(workspace.database):
        key = desktop.screen.model.key(0)
        assert key is not None
        change_rows(workspace, OpportunityRow, [key], {"created_on": NOW.date().replace(year=2020)})

    desktop.wait(lambda: desktop.screen.model.key(MANY - 1) == key)
    assert desktop.message == "A report was written."


@pytest.fixture
def told(tmp_path: Path) -> Iterator[list[str]]:
    """Return what a crash reporter tells; the hooks are put back afterwards."""
    sentences: list[str] = []
    hooks = sys.excepthook, threading.excepthook
    CrashReporter(tmp_path, sentences.append).install()
    yield sentences
    sys.excepthook, threading.excepthook = hooks


def reports(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in folder.glob("crash-*.txt")]


def test_a_bug_writes_a_report_and_is_told(told: list[str], tmp_path: Path) -> None:
    try:
        int("bug")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    (report,) = reports(tmp_path)
    assert "ValueError" in report
    assert "test_window_errors.py" in report
    assert re.fullmatch(
        r"Something went wrong\. Your data are safe\. A report was written to .*crash-.*\.txt\.",
        told[0],
    )


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_in_another_thread_is_told_as_well(told: list[str], tmp_path: Path) -> None:
    thread = Thread(target=lambda: int("bug"))

    thread.start()
    thread.join()

    assert len(told) == 1
    assert "ValueError" in reports(tmp_path)[0]


def test_a_report_that_cannot_be_written_is_told_too(tmp_path: Path) -> None:
    sentences: list[str] = []
    reporter = CrashReporter(tmp_path / "nowhere", sentences.append)

    reporter.report(ValueError, ValueError("bug"), None)

    assert sentences == ["Something went wrong. Your data are safe. No report could be written."]


def test_a_bug_in_a_read_reaches_the_hook_and_the_window_goes_on(
    open_desktop: Open, sqlite_address: str
) -> None:
    filled(sqlite_address)
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()

    with desktop.qtbot.capture_exceptions() as caught:
        QTimer.singleShot(0, lambda: desktop.screen.failed.emit(ValueError("bug")))
        desktop.wait(lambda: bool(caught))
    desktop.type_words("26/0001")

    assert [kind for kind, _error, _trace in caught] == [ValueError]
    assert desktop.screen.model.rowCount() == 10
