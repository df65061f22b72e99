"""The choices of the start page, each down to an open database."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.places import backup_folder, data_folder
from core.daily_backup import back_up_daily
from core.workspace import open_workspace
from tests.db.test_errors import require_password
from tests.lists import add_contacts, add_opportunities
from tests.workspaces import NOW
from widgets.start import ConnectionValues
from widgets.start.recent_list import RecentButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.workspace import Workspace
    from devtools.postgresql import PostgresqlServer
    from tests.app.started import Started

    Start = Callable[[str | None], Started]

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def backup(home: Path, sqlite_workspace: Workspace) -> Path:
    """Return the backup of a file with three opportunities, of a day of this year."""
    assert home
    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 3)
    made = back_up_daily(sqlite_workspace.database, backup_folder(), date(2026, 3, 4))
    assert made is not None
    return made


def values_of(server: PostgresqlServer, address: str, password: str = "") -> ConnectionValues:
    """Return what a user types to reach a database of a server."""
    name = address.partition("?")[0].rpartition("/")[2]
    return ConnectionValues("127.0.0.1", server.port, name, "postgres", password)


def test_one_click_leads_a_new_user_to_demo_data(start: Start) -> None:
    program = start(None)
    program.wait_for_start()

    program.qtbot.mouseClick(program.page.demo, LEFT)

    program.wait_for_rows(2000)
    (address,) = program.program.settings.recent
    assert address == str(data_folder() / "Demo company.db")
    assert not program.is_starting
    program.wait(lambda: not program.window.busy.isVisible())
    assert program.message == ""


def test_two_clicks_make_one_demo_company(start: Start) -> None:
    program = start(None)
    program.wait_for_start()

    program.qtbot.mouseClick(program.page.demo, LEFT)
    program.qtbot.mouseClick(program.page.demo, LEFT)

    program.wait_for_rows(2000)
    assert [path.name for path in data_folder().glob("*.db")] == ["Demo company.db"]


def test_the_status_strip_names_the_company_of_the_demo_data(start: Start) -> None:
    program = start(None)
    program.wait_for_start()
    program.qtbot.mouseClick(program.page.demo, LEFT)
    program.wait_for_rows(2000)

    program.wait(lambda: program.strip != "" and "My company" not in program.strip)

    names = program.strip.split(" | ")[-4:]
    assert names[1:3] == ["Demo company", "Live"]
    assert names[3] == program.workspace.user.name


def test_a_new_database_is_made_under_the_name_that_is_given(start: Start, tmp_path: Path) -> None:
    program = start(None)
    program.wait_for_start()

    program.qtbot.mouseClick(program.page.new, LEFT)
    dialog = program.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "mine.db"))

    program.wait_for_rows(0)
    assert (tmp_path / "mine.db").exists()


def test_a_file_from_elsewhere_is_opened(
    start: Start, sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 3)
    program = start(None)
    program.wait_for_start()

    program.qtbot.mouseClick(program.page.open, LEFT)
    dialog = program.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(sqlite_address)

    program.wait_for_rows(3)


def test_recent_databases_are_listed_and_forgotten(
    start: Start, sqlite_address: str, tmp_path: Path
) -> None:
    program = start(sqlite_address)
    program.wait_for_rows(0)
    program.program.open(str(tmp_path / "gone.db"))
    program.wait(lambda: program.program.settings.recent[:1] == (str(tmp_path / "gone.db"),))
    program.wait_for_rows(0)
    program.program.show_start()
    (tmp_path / "gone.db").unlink()
    program.program.show_start()
    program.wait(lambda: len(recent(program)) == 2)
    program.wait(lambda: bool(recent(program)[0].line.missing))
    names = [button.line.name for button in recent(program)]

    recent(program)[0].cross.click()

    program.wait(lambda: [button.line.name for button in recent(program)] == ["board"])
    assert names == ["gone", "board"]
    program.wait(lambda: program.file.read().recent == (sqlite_address,))
    assert not recent(program)[0].line.missing


def recent(program: Started) -> list[RecentButton]:
    """Return the lines of the recent databases."""
    return program.page.recent.list.findChildren(RecentButton)


def test_a_backup_becomes_a_database_of_its_own(
    start: Start, backup: Path, sqlite_address: str
) -> None:
    program = start(None)
    program.wait_for_start()
    program.wait(lambda: "1 backup" in program.page.restore.accessibleDescription())

    program.page.restore_chosen.emit(str(backup))

    program.wait_for_rows(3)
    (address,) = program.program.settings.recent
    assert address not in {sqlite_address, str(backup)}
    assert Path(address).parent == data_folder()


def test_a_backup_that_is_none_is_told_and_others_can_be_chosen(
    start: Start, backup: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear all", encoding="utf-8")
    program = start(None)
    program.wait_for_start()

    program.page.restore_chosen.emit(str(letter))
    program.wait(lambda: "is not a Dealboard database" in program.message)
    told_link = program.page.message.link.isVisible()
    program.page.restore_chosen.emit(str(backup))

    program.wait_for_rows(3)
    assert not told_link


def test_a_data_folder_that_cannot_be_made_is_told(start: Start, home: Path) -> None:
    home.mkdir()
    (home / "xdg_data_home").write_text("in the way", encoding="utf-8")
    program = start(None)
    program.wait(lambda: program.is_starting)

    program.page.demo_wanted.emit()

    program.wait(lambda: "cannot be written" in program.message)
    assert program.page.demo.isEnabled()


def test_a_server_that_answers_is_told_and_then_opened(
    start: Start, postgresql_server: PostgresqlServer, postgresql_address: str
) -> None:
    program = start(None)
    program.wait_for_start()
    values = values_of(postgresql_server, postgresql_address)

    program.page.set_connection(values)
    program.page.connection.form.test_button.click()
    program.wait(lambda: "The server answers" in program.page.connection.form.sentence.text())
    program.page.connection.form.connect_button.click()

    program.wait_for_rows(0)
    assert values.database in program.strip


def test_a_server_that_is_down_is_told_by_the_test(start: Start) -> None:
    program = start(None)
    program.wait_for_start()

    program.page.set_connection(ConnectionValues("127.0.0.1", 1, "board", "anna", "secret"))
    program.page.connection.form.test_button.click()

    sentence = program.page.connection.form.sentence
    program.wait(lambda: "127.0.0.1 cannot be reached" in sentence.text())
    assert program.page.connection.form.test_button.isEnabled()


def test_a_wrong_password_is_told_and_the_fields_stand_ready(
    start: Start, postgresql_server: PostgresqlServer, postgresql_address: str
) -> None:
    login = f"berta_{uuid4().hex[:8]}"
    postgresql_server.create_login(login, "right")
    require_password(postgresql_server, login)
    values = values_of(postgresql_server, postgresql_address)._replace(login=login)
    program = start(None)
    program.wait_for_start()

    program.page.connect_wanted.emit(values._replace(password="wrong"))  # noqa: S106
    program.wait(lambda: f"refused the login {login}" in program.message)

    form = program.page.connection.form
    assert form.isVisible()
    assert form.values == values
    assert program.page.message.link.text() == "Try again"


def test_a_backup_of_the_day_is_made_once(start: Start, sqlite_address: str) -> None:
    program = start(sqlite_address)
    program.wait_for_rows(0)
    program.wait(lambda: len(list(backup_folder().glob("board.*.db"))) == 1)
    (made,) = backup_folder().glob("board.*.db")
    before = made.stat().st_mtime_ns
    program.close()

    again = start(sqlite_address)
    again.wait_for_rows(0)
    again.close()

    assert [path.stat().st_mtime_ns for path in backup_folder().glob("*")] == [before]


def test_a_file_with_opportunities_opens_from_a_start_without_a_name(
    start: Start, sqlite_address: str
) -> None:
    workspace = open_workspace(sqlite_address, NOW)
    with closing(workspace.database):
        add_opportunities(workspace, add_contacts(workspace, ["Conti"]), 2)

    program = start(sqlite_address)

    program.wait_for_rows(2)
    assert program.program.last_address() == sqlite_address
