"""The screens of one database: figures of Home, company, layout, closing, and what changes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from core.demo import fill_with_demo
from core.workspace import open_workspace
from db.engine import Lane
from db.errors import UnreachableError
from db.ids import new_id
from db.people import companies
from db.setting_rows import store_setting
from db.tables.people import CompanyRow
from db.writes import update_rows
from tests.lists import add_contacts, add_opportunities
from tests.workspaces import NOW, write_rows
from views.home.home_view import HomeView
from views.settings import SettingsView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from core.workspace import Workspace
    from tests.app.desktop import Desktop
    from tests.app.started import Started
    from views.list.record_list_view import RecordListView

    Open = Callable[[str], Desktop]
    Start = Callable[[str | None], Started]

CTRL = Qt.KeyboardModifier.ControlModifier
FIGURES = ("pipeline", "closing", "month", "overdue", "today", "stale", "changed")
ACTIVITIES = ("overdue", "today")


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with demo data of today."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    workspace = open_workspace(str(path), datetime.now(UTC))
    with closing(workspace.database):
        fill_with_demo(workspace, datetime.now(UTC), opportunities=600)
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> str:
    """Return the name of a file with demo data of the test's own."""
    return str(shutil.copy(demo_file, tmp_path / "demo.db"))


def home_of(desktop: Desktop) -> HomeView:
    """Return Home, once its figures are there."""
    assert desktop.desk.screens is not None
    home = desktop.desk.screens.book.show("home")
    assert isinstance(home, HomeView)
    desktop.wait(lambda: home._answer is not None)  # noqa: SLF001 - the figures as they were read
    return home


def figures(home: HomeView) -> dict[str, int]:
    """Return how many rows each figure says."""
    answer = home._answer  # noqa: SLF001
    assert answer is not None
    read = answer.home
    return {
        "pipeline": read.pipeline.totals.rows,
        "closing": read.closing.totals.rows,
        "month": read.month.won.totals.rows,
        "overdue": read.overdue.rows,
        "today": read.today.rows,
        "stale": read.stale.totals.rows,
        "changed": read.changed.totals.rows,
    }


def list_of(desktop: Desktop, key: str) -> RecordListView[Any]:
    assert desktop.desk.screens is not None
    return desktop.desk.screens.lists.open[key]


def answered(view: RecordListView[Any], rows: int) -> bool:
    """Tell whether a list has the answer to what it asks, with so many rows."""
    return view.model.rowCount() == rows and bool(view.count.text())


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("is_open", [True, False])
def test_a_figure_opens_the_list_with_as_many_rows(
    open_desktop: Open, demo: str, name: str, *, is_open: bool
) -> None:
    desktop = open_desktop(demo)
    desktop.wait_for_list()
    home = home_of(desktop)
    rows = figures(home)[name]
    key = "activities" if name in ACTIVITIES else "opportunities"
    assert desktop.desk.screens is not None
    book = desktop.desk.screens.book
    if is_open:
        book.show(key)
        desktop.wait(lambda: bool(list_of(desktop, key).count.text()))
    else:
        book.close(key)
    book.show("home")

    home.figures.cards[name].click()

    desktop.wait(lambda: desktop.window.shell.tabs.current == key)
    desktop.wait(lambda: answered(list_of(desktop, key), rows))
    desktop.qtbot.wait(150)
    assert answered(list_of(desktop, key), rows)


def test_the_filters_that_a_figure_sets_can_be_cleared(open_desktop: Open, demo: str) -> None:
    desktop = open_desktop(demo)
    desktop.wait_for_list()
    every = desktop.screen.model.rowCount()
    home = home_of(desktop)
    rows = figures(home)["pipeline"]
    home.figures.cards["pipeline"].click()
    desktop.wait(lambda: desktop.screen.model.rowCount() == rows)

    desktop.screen.state.clear()

    desktop.wait(lambda: desktop.screen.model.rowCount() == every)
    assert rows < every


def test_a_line_of_home_is_chosen_in_the_list(open_desktop: Open, demo: str) -> None:
    desktop = open_desktop(demo)
    desktop.wait_for_list()
    line = desktop.screen.model.key(5)
    home = home_of(desktop)

    home.opportunity_wanted.emit(line)

    grid = desktop.screen.grid
    desktop.wait(lambda: len(grid.selectionModel().selectedRows()) == 1)
    (index,) = grid.selectionModel().selectedRows()
    assert desktop.screen.model.key(index.row()) == line


def test_home_follows_what_others_write(open_desktop: Open, demo: str) -> None:
    desktop = open_desktop(demo)
    desktop.wait_for_list()
    home = home_of(desktop)
    before = home._answer  # noqa: SLF001
    workspace = open_workspace(demo, NOW)

    with closing(workspace.database):
        add_opportunities(workspace, add_contacts(workspace, ["Conti"]), 2)

    desktop.wait(lambda: home._answer is not before)  # noqa: SLF001


def test_home_of_an_empty_database_fills_it_with_demo_data(
    open_desktop: Open, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    home = home_of(desktop)

    home.step_wanted.emit("demo")

    desktop.wait(lambda: figures(home)["pipeline"] > 0)
    desktop.wait(lambda: not desktop.window.busy.isVisible())


def test_a_company_that_is_renamed_shows_in_the_strip(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    before = desktop.strip
    with sqlite_workspace.database.reading() as connection:
        (company,) = companies(connection)

    act = sqlite_workspace.act("Renamed", NOW)
    with sqlite_workspace.database.writing(act) as connection:
        update_rows(connection, CompanyRow, [(company.id, {"description": "Rossetti"})], act)

    desktop.wait(lambda: "Rossetti" in desktop.strip)
    assert company.name in before


def test_a_company_that_is_chosen_shows_at_once_with_its_currency(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    with sqlite_workspace.database.reading() as connection:
        (first,) = companies(connection)
    other = add_company(sqlite_workspace, "Swiss branch", "CHF")
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    assert desktop.desk.screens is not None
    view = desktop.desk.screens.book.show("settings")
    assert isinstance(view, SettingsView)
    before = desktop.strip

    view.form.changed.emit("company", other)

    desktop.wait(lambda: "Swiss branch" in desktop.strip)
    home = home_of(desktop)
    answer = home._answer  # noqa: SLF001
    assert answer is not None
    assert answer.home.pipeline.totals.currency == "CHF"
    assert first.name in before


def add_company(workspace: Workspace, name: str, currency: str) -> str:
    """Write one more company like the first; return its id as the settings keep it."""
    table = CompanyRow.__table__
    with workspace.database.reading() as connection:
        found = connection.execute(select(table)).mappings().first()
    assert found is not None
    own = {"id": new_id(), "code": "CH", "description": name, "currency_code": currency}
    write_rows(workspace, CompanyRow, [{**dict(found), **own}])
    return str(own["id"])


def test_the_layout_is_kept_over_a_restart(start: Start, sqlite_address: str) -> None:
    program = start(sqlite_address)
    program.wait_for_rows(0)
    for key in ("home", "contacts", "settings", "contacts"):
        program.screens.book.show(key)
    program.window.shell.top.collapse_clicked.emit()
    narrow = program.window.shell.navigation.collapsed
    program.close()

    again = start(sqlite_address)

    again.wait_for_rows(0)
    tabs = again.window.shell.tabs
    assert tabs.keys == ["opportunities", "home", "contacts", "settings"]
    assert tabs.current == "contacts"
    assert again.window.shell.navigation.collapsed is narrow


@pytest.mark.parametrize(
    "layout",
    [
        "not json",
        "[]",
        '{"tabs": 7, "current": [], "narrow": "x"}',
        '{"tabs": ["gone", 3, null], "current": "gone"}',
        '{"tabs": ["opportunities", "opportunities"], "current": "opportunities"}',
    ],
)
def test_a_damaged_layout_falls_back_to_the_list(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str, layout: str
) -> None:
    store(sqlite_workspace, "layout", layout)

    desktop = open_desktop(sqlite_address)

    desktop.wait_for_list()
    assert desktop.window.shell.tabs.keys == ["opportunities"]


@pytest.mark.parametrize("keys", ["7", '{"palette": 7}', '{"gone": "Ctrl+J", "palette": null}'])
def test_damaged_shortcuts_are_those_that_commands_come_with(
    start: Start, sqlite_workspace: Workspace, sqlite_address: str, keys: str
) -> None:
    store(sqlite_workspace, "shortcuts", keys)

    program = start(sqlite_address)

    program.wait_for_rows(0)
    assert program.window.commands.shortcut("palette") == "Ctrl+K"
    assert program.screens.book.show("settings") is not None


def store(workspace: Workspace, name: str, text: str) -> None:
    """Store a setting as another version, or a broken disk, may have left it."""
    with workspace.database.changing(Lane.INTERACTIVE) as connection:
        store_setting(connection, workspace.user.id, name, text)


def test_a_closed_screen_that_is_opened_again_at_once_still_follows_changes(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    assert desktop.desk.screens is not None
    book = desktop.desk.screens.book
    book.show("home")
    book.close("opportunities")
    book.show("opportunities")
    desktop.qtbot.wait(100)

    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 2)

    desktop.wait(lambda: desktop.desk.list is not None)
    desktop.wait(lambda: desktop.screen.model.rowCount() == 2)


def test_an_error_of_a_closed_list_can_be_tried_again(
    open_desktop: Open, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    assert desktop.desk.screens is not None
    book = desktop.desk.screens.book
    book.show("contacts")
    contacts = list_of(desktop, "contacts")
    desktop.wait(lambda: bool(contacts.count.text()))
    contacts.failed.emit(UnreachableError("db"))
    book.close("contacts")
    desktop.qtbot.wait(50)

    desktop.window.message.link.click()

    assert desktop.message == ""


def test_the_circle_with_the_initials_opens_the_settings(
    open_desktop: Open, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()

    desktop.window.shell.top.user.click()

    assert desktop.window.shell.tabs.current == "settings"


@pytest.mark.parametrize("key", ["home", "opportunities", "contacts", "activities", "settings"])
def test_every_control_that_tab_reaches_has_a_name(open_desktop: Open, demo: str, key: str) -> None:
    desktop = open_desktop(demo)
    desktop.wait_for_list()
    assert desktop.desk.screens is not None
    desktop.desk.screens.book.show(key)
    desktop.qtbot.wait(300)
    desktop.window.setFocus()

    reached = walk(desktop)

    nameless = [widget for widget in reached if not name_of(widget)]
    assert nameless == []
    assert len(reached) > 5


def walk(desktop: Desktop) -> list[QWidget]:
    """Press Tab until the first control is reached again; return all that were."""
    reached: list[QWidget] = []
    for _step in range(200):
        desktop.qtbot.keyClick(desktop.window.focusWidget() or desktop.window, Qt.Key.Key_Tab)
        focused = desktop.window.focusWidget()
        assert focused is not None
        if focused in reached[:1]:
            return reached
        reached.append(focused)
    return reached


def name_of(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")


def test_rows_of_the_layout_are_written_before_the_file_is_closed(
    open_desktop: Open, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    assert desktop.desk.screens is not None
    desktop.desk.screens.book.show("home")

    desktop.close()

    with closing(sqlite3.connect(sqlite_address)) as connection:
        rows = connection.execute("SELECT value FROM setting WHERE name = 'layout'").fetchall()
    assert len(rows) == 1
    assert '"home"' in rows[0][0]
