"""The window over a database: what a user sees and does, and never waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.workspace import open_workspace
from db.tables.opportunity import OpportunityRow
from tests.app.desktop import Desktop, GuiThreadError
from tests.db.outside import run_sqlite3
from tests.lists import add_contacts, add_opportunities, delete_rows
from tests.workspaces import NOW
from widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from core.workspace import Workspace
    from devtools.postgresql import PostgresqlServer

    Open = Callable[[str], Desktop]

pytestmark = pytest.mark.usefixtures("clipboard")
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
MANY = 450


@pytest.fixture
def filled(workspace: Workspace, address: str) -> str:
    """Return the address of a database with opportunities, once of each engine."""
    contacts = add_contacts(workspace, ["Conti", "Abate", "Bruno"])
    add_opportunities(workspace, contacts, MANY, lambda place: {"title": f"Press {place % 2}"})
    return address


@pytest.fixture
def filled_file(sqlite_workspace: Workspace, sqlite_address: str) -> str:
    """Return the name of a file with opportunities."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate", "Bruno"])
    add_opportunities(
        sqlite_workspace, contacts, MANY, lambda place: {"title": f"Press {place % 2}"}
    )
    return sqlite_address


def test_a_new_database_offers_the_first_steps(open_desktop: Open, tmp_path: Path) -> None:
    desktop = open_desktop(str(tmp_path / "new.db"))

    desktop.wait_for_list()

    empty = desktop.screen.empty
    assert empty.isVisible()
    assert empty.title.text() == "No opportunities yet"
    assert empty.first.text() == "Try it with demo data"
    assert empty.second.text() == "Import the CRM sample…"
    assert empty.first.isVisible()
    assert empty.second.isVisible()
    assert desktop.window.windowTitle() == "new – Dealboard"


def test_demo_data_fill_the_list_at_a_click(open_desktop: Open, tmp_path: Path) -> None:
    desktop = open_desktop(str(tmp_path / "new.db"))
    desktop.wait_for_list()

    desktop.qtbot.mouseClick(desktop.screen.empty.first, LEFT)

    desktop.wait(lambda: desktop.screen.count.text() == "2,000 opportunities")
    assert not desktop.screen.empty.isVisible()
    desktop.wait(lambda: not desktop.window.busy.isVisible())
    assert desktop.message == ""


def test_demo_data_can_be_stopped_and_leave_nothing(open_desktop: Open, tmp_path: Path) -> None:
    desktop = open_desktop(str(tmp_path / "new.db"))
    desktop.wait_for_list()
    desktop.qtbot.mouseClick(desktop.screen.empty.first, LEFT)
    desktop.wait(desktop.window.busy.isVisible)

    desktop.qtbot.mouseClick(desktop.window.busy.cancel, LEFT)

    desktop.wait(lambda: desktop.message == "The fill was cancelled. Nothing was changed.")
    assert not desktop.window.busy.isVisible()
    assert desktop.screen.model.rowCount() == 0


def test_the_list_is_sorted_and_filtered_by_mouse_and_keys(open_desktop: Open, filled: str) -> None:
    desktop = open_desktop(filled)
    desktop.wait_for_list()
    first = desktop.screen.count.text()

    desktop.click_head("contact")
    desktop.click_head("title", SHIFT)
    sorted_texts = desktop.texts("contact")[:1], desktop.texts("title")[:1]
    desktop.type_words("bruno 26/0001")

    assert first == f"{MANY} opportunities"
    assert sorted_texts == (["Abate"], ["Press 0"])
    desktop.wait(lambda: desktop.screen.count.text() == "3 opportunities with “bruno 26/0001”")
    assert desktop.texts("number") == ["26/00014", "26/00011", "26/00017"]


def test_what_another_program_writes_to_the_file_is_seen_in_its_place(
    open_desktop: Open, filled_file: str
) -> None:
    desktop = open_desktop(filled_file)
    desktop.wait_for_list()
    desktop.click_head("number")
    desktop.wait(lambda: desktop.screen.model.key(MANY - 1) is not None)
    grid = desktop.screen.grid
    grid.selectRow(12)
    grid.verticalScrollBar().setValue(10 * grid.rowHeight(0))

    run_sqlite3(filled_file, "UPDATE opportunity SET title = 'Robot' WHERE number = '26/00012'")

    desktop.wait(lambda: desktop.texts("title")[12] == "Robot")
    assert [index.row() for index in grid.selectionModel().selectedRows()] == [12]
    assert grid.rowAt(0) == 10


def test_what_another_program_writes_to_the_server_is_seen_in_its_place(
    open_desktop: Open,
    postgresql_workspace: Workspace,
    postgresql_address: str,
    postgresql_server: PostgresqlServer,
) -> None:
    add_opportunities(postgresql_workspace, add_contacts(postgresql_workspace, ["Conti"]), 60)
    desktop = open_desktop(postgresql_address)
    desktop.wait_for_list()
    desktop.click_head("number")
    grid = desktop.screen.grid
    grid.selectRow(12)
    grid.verticalScrollBar().setValue(10 * grid.rowHeight(0))

    sql = "UPDATE opportunity SET title = 'Robot' WHERE number = '26/00012'"
    postgresql_server.psql(postgresql_address, sql)

    desktop.wait(lambda: desktop.texts("title")[12] == "Robot")
    assert [index.row() for index in grid.selectionModel().selectedRows()] == [12]
    assert grid.rowAt(0) == 10


def test_rows_that_go_elsewhere_leave_the_user_where_he_was(
    open_desktop: Open, workspace: Workspace, filled: str
) -> None:
    desktop = open_desktop(filled)
    desktop.wait_for_list()
    desktop.click_head("number")
    desktop.wait(lambda: desktop.screen.model.key(MANY - 1) is not None)
    model, grid = desktop.screen.model, desktop.screen.grid
    chosen, top = model.key(200), model.key(195)
    grid.selectRow(200)
    grid.verticalScrollBar().setValue(195 * grid.rowHeight(0))
    gone = [key for key in (model.key(0), model.key(150), model.key(300)) if key is not None]

    delete_rows(workspace, OpportunityRow, gone)

    desktop.wait(lambda: desktop.screen.count.text() == f"{MANY - 3} opportunities")
    rows = [index.row() for index in grid.selectionModel().selectedRows()]
    assert [model.key(row) for row in rows] == [chosen]
    assert model.key(grid.rowAt(0)) == top


def test_the_strip_tells_what_is_chosen_and_copied(open_desktop: Open, filled_file: str) -> None:
    desktop = open_desktop(filled_file)
    desktop.wait_for_list()

    desktop.screen.grid.selectRow(3)
    desktop.wait(lambda: "1 selected" in desktop.strip)
    desktop.qtbot.keyClick(desktop.screen.grid, Key.Key_A, CTRL)
    desktop.wait(lambda: f"{MANY} selected" in desktop.strip)
    desktop.qtbot.keyClick(desktop.screen.grid, Key.Key_C, CTRL)

    desktop.wait(lambda: f"{MANY} rows copied" in desktop.strip)
    assert len(QGuiApplication.clipboard().text().split("\n")) == MANY + 1


def test_the_strip_names_database_feed_and_user(open_desktop: Open, sqlite_address: str) -> None:
    desktop = open_desktop(sqlite_address)

    desktop.wait_for_list()

    workspace = desktop.desk.workspace
    assert workspace is not None
    assert desktop.strip.endswith(f"board | Live | {workspace.user.name}")


def test_keys_alone_reach_the_filter_and_the_rows(open_desktop: Open, filled_file: str) -> None:
    desktop = open_desktop(filled_file)
    desktop.wait_for_list()
    reached = []

    for _step in range(40):
        focused = desktop.window.focusWidget()
        assert focused is not None
        reached.append(focused)
        desktop.qtbot.keyClick(focused, Key.Key_Tab)

    assert desktop.screen.grid in reached
    assert desktop.screen.search in reached


def test_every_control_of_the_window_has_a_name(open_desktop: Open, filled_file: str) -> None:
    desktop = open_desktop(filled_file)
    desktop.wait_for_list()
    desktop.window.message.show_message(MessageKind.INFO, "Sentence", link="Link")
    desktop.window.busy.start("Working")
    desktop.wait(desktop.window.busy.isVisible)

    nameless = [
        widget
        for widget in desktop.window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]

    assert nameless == []


def test_ctrl_q_closes_the_window(open_desktop: Open, sqlite_address: str) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()

    desktop.qtbot.keyClick(desktop.screen.grid, Key.Key_Q, CTRL)

    desktop.wait(lambda: not desktop.window.isVisible())


def test_a_window_that_is_closed_while_it_opens_ends_cleanly(
    open_desktop: Open, tmp_path: Path
) -> None:
    desktop = open_desktop(str(tmp_path / "new.db"))

    desktop.close()
    desktop.qtbot.wait(300)

    assert desktop.desk.list is None
    assert not (tmp_path / "new.db-wal").exists()


def test_a_window_that_is_closed_while_it_reads_ends_cleanly(
    open_desktop: Open, filled_file: str
) -> None:
    desktop = open_desktop(filled_file)
    desktop.wait_for_list()
    for words in ("press", "press 0", "press 1"):
        desktop.screen.search.setText(words)
        desktop.screen.refresh()

    desktop.close()
    desktop.qtbot.wait(300)

    assert desktop.message == ""


def test_a_window_that_is_closed_while_it_fills_leaves_nothing(
    open_desktop: Open, tmp_path: Path
) -> None:
    path = str(tmp_path / "new.db")
    desktop = open_desktop(path)
    desktop.wait_for_list()
    desktop.qtbot.mouseClick(desktop.screen.empty.first, LEFT)
    desktop.wait(desktop.window.busy.isVisible)

    desktop.close()
    desktop.qtbot.wait(300)

    workspace = open_workspace(path, NOW)
    with workspace.database.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM opportunity").scalar()
    workspace.database.close()
    assert count == 0


def test_the_watch_catches_a_read_on_the_thread_of_the_screens(
    open_desktop: Open, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    workspace = desktop.desk.workspace
    assert workspace is not None

    with pytest.raises(GuiThreadError), workspace.database.reading() as connection:
        connection.exec_driver_sql("SELECT 1")

    assert len(desktop.caught) == 1
    desktop.caught.clear()
