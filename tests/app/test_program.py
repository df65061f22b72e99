"""The program: one database after the other, and what is remembered of them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from core.workspace import open_workspace
from db.errors import DealboardError
from db.tables.opportunity import OpportunityRow
from resources.texts import language
from tests.lists import add_contacts, add_opportunities, change_rows
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.workspace import Workspace
    from tests.app.started import Started

    Start = Callable[[str | None], Started]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def three(sqlite_workspace: Workspace, sqlite_address: str) -> str:
    """Return the name of a file with three opportunities."""
    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 3)
    return sqlite_address


@pytest.fixture
def five(tmp_path: Path) -> str:
    """Return the name of another file, with five opportunities."""
    path = str(tmp_path / "other.db")
    workspace = open_workspace(path, NOW)
    with closing(workspace.database):
        add_opportunities(workspace, add_contacts(workspace, ["Abate"]), 5)
    return path


def titles(program: Started) -> set[str]:
    """Return the titles that stand in the list."""
    model = program.list.model
    place = [column.name for column in model.columns].index("title")
    return {str(model.index(row, place).data()) for row in range(model.rowCount())}


def rename(program: Started, row: int, title: str) -> None:
    """Change a title as an act of the user."""
    key = program.list.model.key(row)
    assert key is not None
    change_rows(program.workspace, OpportunityRow, [key], {"title": title})
    program.wait(lambda: title in titles(program))


def test_a_first_start_shows_the_start_page(start: Start) -> None:
    program = start(None)

    program.wait_for_start()

    assert program.page.demo.isVisible()
    assert program.message == ""


def test_ctrl_o_leads_to_the_start_page_and_another_database(
    start: Start, three: str, five: str
) -> None:
    program = start(three)
    program.wait_for_rows(3)
    title = program.window.windowTitle()
    commands = [command.key for command in program.window.commands.all]

    program.press(Key.Key_O, CTRL)
    program.wait_for_start()
    left = program.window.windowTitle(), [c.key for c in program.window.commands.all]
    program.program.open_again(five)
    program.wait_for_rows(5)

    assert title == "board – Dealboard"
    assert left == ("Dealboard", ["quit"])
    assert program.window.windowTitle() == "other – Dealboard"
    assert [command.key for command in program.window.commands.all] == commands
    assert program.program.settings.recent == (five, three)


def test_keys_act_once_after_databases_were_changed(start: Start, three: str, five: str) -> None:
    program = start(three)
    program.wait_for_rows(3)
    program.press(Key.Key_O, CTRL)
    program.wait_for_start()
    program.program.open_again(five)
    program.wait_for_rows(5)
    rename(program, 0, "First")
    rename(program, 1, "Second")
    program.wait(program.window.shell.top.undo.isEnabled)

    program.press(Key.Key_Z, CTRL)
    program.wait(lambda: "Second" not in titles(program))
    program.press(Key.Key_K, CTRL)

    assert "First" in titles(program)
    assert program.screens.palette.palette.isVisible()
    assert len(program.window.findChildren(type(program.screens.palette.palette))) == 1


def test_the_undo_button_acts_once_after_databases_were_changed(
    start: Start, three: str, five: str
) -> None:
    program = start(three)
    program.wait_for_rows(3)
    for address, rows in ((five, 5), (three, 3)):
        program.press(Key.Key_O, CTRL)
        program.wait_for_start()
        program.program.open_again(address)
        program.wait_for_rows(rows)
    rename(program, 0, "First")
    rename(program, 1, "Second")
    program.wait(program.window.shell.top.undo.isEnabled)

    program.window.shell.top.undo.click()

    program.wait(lambda: "Second" not in titles(program))
    program.qtbot.wait(300)
    assert "First" in titles(program)
    assert program.message == ""


def test_nothing_of_an_old_database_stays_in_the_window(
    start: Start, three: str, tmp_path: Path
) -> None:
    program = start(three)
    program.wait_for_rows(3)
    program.list.grid.selectAll()
    program.wait(lambda: "3 selected" in program.strip)
    rename(program, 0, "First")
    program.wait(program.window.shell.top.undo.isEnabled)

    program.press(Key.Key_O, CTRL)
    program.wait_for_start()
    program.program.open(str(tmp_path / "new.db"))
    program.wait_for_rows(0)

    assert "selected" not in program.strip
    assert not program.window.shell.top.undo.isEnabled()
    assert not program.window.shell.toast.isVisible()


def test_old_desks_are_gone_from_the_window(start: Start, three: str, five: str) -> None:
    program = start(three)
    program.wait_for_rows(3)
    once = len(program.window.children()), len(program.window.shell.children())

    for address, rows in ((five, 5), (three, 3)):
        program.press(Key.Key_O, CTRL)
        program.wait_for_start()
        program.program.open_again(address)
        program.wait_for_rows(rows)
    program.qtbot.wait(50)

    assert (len(program.window.children()), len(program.window.shell.children())) == once


def test_an_error_at_opening_is_told_and_can_be_tried_again(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "no folder" / "new.db"
    program = start(str(path))
    program.wait_for_start()
    program.wait(lambda: f"{path} cannot be found" in program.message)
    path.parent.mkdir()

    program.page.message.link.click()

    program.wait_for_rows(0)
    assert program.message == ""


def test_a_message_of_the_old_database_cannot_be_tried_again_on_the_new_one(
    start: Start, three: str, five: str
) -> None:
    program = start(three)
    program.wait_for_rows(3)
    tried: list[str] = []
    first = program.desk.notices
    first.tell(PathError(), lambda: tried.append("first"))
    program.press(Key.Key_O, CTRL)
    program.wait_for_start()
    program.program.open_again(five)
    program.wait_for_rows(5)
    before = program.message

    program.desk.notices.tell(PathError(), lambda: tried.append("second"))
    program.window.message.link.click()

    assert before == ""
    assert tried == ["second"]


def test_a_recent_file_that_is_gone_is_told_and_not_made_anew(start: Start, three: str) -> None:
    program = start(three)
    program.wait_for_rows(3)
    program.press(Key.Key_O, CTRL)
    program.wait_for_start()
    for path in Path(three).parent.glob("board.db*"):
        path.unlink()

    program.page.recent_chosen.emit(three)

    program.wait(lambda: f"{three} cannot be found" in program.message)
    assert not Path(three).exists()


def test_demo_data_that_are_left_say_nothing_in_the_next_database(start: Start, three: str) -> None:
    program = start(None)
    program.wait_for_start()
    program.page.demo.click()
    program.wait(program.window.busy.isVisible)

    program.program.open_again(three)
    program.wait_for_rows(3)

    assert program.message == ""
    assert not program.window.busy.isVisible()


def test_a_language_that_is_chosen_holds_at_once_on_the_same_database(
    start: Start, three: str
) -> None:
    program = start(three)
    program.wait_for_rows(3)
    old = program.window

    program.program.change_language("de")
    program.wait(lambda: program.window is not old)
    program.wait(lambda: program.program.desk is not None and program.program.desk.list is not None)
    program.wait(lambda: program.list.model.rowCount() == 3)

    assert language.code == "de"
    assert program.window.commands.tooltip("settings").startswith("Einstellungen")
    assert program.program.settings.recent == (three,)


def test_a_language_can_be_chosen_before_anything_is_open(start: Start) -> None:
    program = start(None)
    program.wait_for_start()
    old = program.window

    program.page.language_chosen.emit("it")
    program.wait(lambda: program.window is not old)
    program.wait_for_start()

    assert language.code == "it"
    assert program.file.read().language == "it"
    assert program.program.desk is None


def test_what_is_chosen_on_the_start_page_holds_in_the_new_database(
    start: Start, tmp_path: Path
) -> None:
    program = start(None)
    program.wait_for_start()

    program.page.theme_chosen.emit("dark")
    program.page.density_chosen.emit("compact")
    program.program.open(str(tmp_path / "new.db"))
    program.wait_for_rows(0)

    settings = program.screens.book
    view = settings.show("settings")
    assert view is not None
    assert program.program.look.appearance.theme.name == "dark"
    assert program.program.look.density == "compact"
    stored = program.desk.settings
    assert (stored["theme"], stored["density"]) == ("dark", "compact")


def test_theme_density_and_keys_are_kept_over_a_restart(start: Start, three: str) -> None:
    program = start(three)
    program.wait_for_rows(3)
    view = program.screens.book.show("settings")
    for name, value in (("theme", "dark"), ("density", "compact"), ("keys:contacts", "Ctrl+J")):
        view.form.changed.emit(name, value)  # type: ignore[union-attr]
    program.wait(lambda: program.desk.settings["shortcuts"] == {"contacts": "Ctrl+J"})
    program.close()

    again = start(three)
    again.wait_for_rows(3)
    again.activate()
    again.press(Key.Key_J, CTRL)

    assert again.window.shell.tabs.current == "contacts"
    assert again.program.look.appearance.theme.name == "dark"
    assert again.program.look.density == "compact"


def test_the_place_of_the_window_is_kept(start: Start, three: str) -> None:
    program = start(three)
    program.wait_for_rows(3)
    program.window.resize(770, 640)
    program.wait(lambda: program.window.width() == 770)
    program.close()

    again = start(three)

    assert (again.window.width(), again.window.height()) == (770, 640)


@pytest.mark.parametrize(
    "text",
    [
        "{ not json",
        json.dumps({"version": 1, "theme": "purple", "language": "xx", "window": "AAAA"}),
        json.dumps({"version": 1, "theme": 3, "recent": "board", "window": ["x"]}),
        json.dumps({"version": 9}),
        "[]",
    ],
)
def test_damaged_settings_of_the_machine_are_as_none(
    start: Start, home: Path, three: str, text: str
) -> None:
    folder = home / "settings"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(text, encoding="utf-8")

    program = start(three)

    program.wait_for_rows(3)
    assert program.program.settings.theme == "system"
    assert program.program.settings.language == "system"
    assert program.program.settings.recent == (three,)


def test_a_crash_is_told_in_the_window_and_on_the_start_page(start: Start, three: str) -> None:
    program = start(None)
    program.wait_for_start()
    program.program.say_failure("Something went wrong.")
    first = program.message

    program.program.open_again(three)
    program.wait_for_rows(3)
    program.program.say_failure("Something went wrong again.")

    assert first == "Something went wrong."
    assert program.message == "Something went wrong again."


def test_the_last_database_is_opened_at_the_next_start(start: Start, three: str) -> None:
    program = start(three)
    program.wait_for_rows(3)
    before = program.program.last_address()

    Path(three).rename(f"{three}.away")

    assert before == three
    assert program.program.last_address() is None
    Path(f"{three}.away").rename(three)


class PathError(DealboardError):
    """Something that a user can mend."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("The folder is not there.")
