"""The program: start page, demo data, other databases, what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.look import Look
from app.program import Program
from core.local_settings import LocalSettingsFile
from db.filters import ChoiceFilter
from db.list_query import ListQuery
from tests.lists import add_contacts, add_opportunities
from views.home.home_view import HomeView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace

    Start = Callable[[str | None], Program]

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 60_000


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Return a function that starts the program in a home of its own."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    started: list[Program] = []

    def begin(address: str | None) -> Program:
        program = Program(qapp, LocalSettingsFile(tmp_path / "settings"))
        qtbot.addWidget(program.window)
        program.start(address)
        started.append(program)
        return program

    yield begin
    for program in started:
        program.window.close()


def wait_for_rows(qtbot: QtBot, program: Program, rows: int) -> None:
    def there() -> bool:
        desk = program.desk
        shown = desk.list if desk else None
        return shown is not None and shown.model.rowCount() == rows

    qtbot.waitUntil(there, timeout=LONG_MS)


def test_one_click_leads_a_new_user_to_demo_data(qtbot: QtBot, start: Start) -> None:
    program = start(None)
    assert program.start_desk is not None

    qtbot.mouseClick(program.start_desk.page.demo, LEFT)

    wait_for_rows(qtbot, program, 2000)
    assert program.window.pages.currentWidget() is program.window.shell
    assert len(program.settings.recent) == 1


def test_a_file_that_is_no_database_is_told_on_the_start_page(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Sir or Madam,\n" * 100, encoding="utf-8")

    program = start(str(letter))

    qtbot.waitUntil(lambda: program.start_desk is not None, timeout=LONG_MS)
    assert program.start_desk is not None
    page = program.start_desk.page
    qtbot.waitUntil(lambda: "not a Dealboard database" in page.message.sentence.text())


def test_another_database_takes_the_place_of_the_one_before(
    qtbot: QtBot, start: Start, sqlite_workspace: Workspace, sqlite_address: str, tmp_path: Path
) -> None:
    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 3)
    program = start(sqlite_address)
    wait_for_rows(qtbot, program, 3)
    before = {command.key for command in program.window.commands.all}

    program.show_start()
    program.open(str(tmp_path / "other.db"))

    wait_for_rows(qtbot, program, 0)
    assert {command.key for command in program.window.commands.all} == before
    assert program.window.shell.tabs.keys == ["opportunities"]


def test_open_tabs_are_remembered_until_the_next_start(
    qtbot: QtBot, start: Start, sqlite_address: str
) -> None:
    program = start(sqlite_address)
    wait_for_rows(qtbot, program, 0)
    assert program.desk is not None
    assert program.desk.screens is not None
    program.desk.screens.book.show("contacts")
    program.window.close()

    again = start(sqlite_address)

    wait_for_rows(qtbot, again, 0)
    assert again.window.shell.tabs.keys == ["opportunities", "contacts"]
    assert again.window.shell.tabs.current == "contacts"


def test_the_theme_that_was_chosen_holds_at_once_and_later(
    qtbot: QtBot, qapp: QApplication, start: Start, sqlite_address: str
) -> None:
    program = start(sqlite_address)
    wait_for_rows(qtbot, program, 0)

    program.change_theme("dark")

    assert program.look.appearance.theme.name == "dark"
    assert program.settings.theme == "dark"
    Look(qapp, "light")


def test_a_figure_of_home_opens_the_list_behind_it(
    qtbot: QtBot, start: Start, sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 5)
    program = start(sqlite_address)
    wait_for_rows(qtbot, program, 5)
    assert program.desk is not None
    assert program.desk.screens is not None
    home = program.desk.screens.book.show("home")
    assert isinstance(home, HomeView)

    won = ListQuery(filters=(ChoiceFilter("outcome", ("won",)),))
    home.list_wanted.emit(won, "Won")

    wait_for_rows(qtbot, program, 0)
    assert program.window.shell.tabs.current == "opportunities"
