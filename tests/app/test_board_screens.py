"""The boards in the whole window: navigation, layout, filter, feed, company, status strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.board_moves import Seen, move_cards
from core.board_place import BoardKind, Place, PlaceKind
from core.settings import Settings
from core.workspace import open_workspace
from db.engine import Lane
from db.filters import TextFilter
from db.setting_rows import store_setting
from tests.app.test_screens import add_company
from tests.core.test_opportunity_edit import add, chance
from tests.workspaces import NOW
from views.boards.board_choices import BoardChoices
from views.settings import SettingsView

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from core.workspace import Workspace
    from tests.app.desktop import Desktop
    from views.boards.board_view import BoardView

    Open = Callable[[str], Desktop]

SORTER = TextFilter("title", "sorter")


@pytest.fixture
def keys(sqlite_workspace: Workspace) -> list[UUID]:
    """Write two opportunities of 25 %."""
    return [
        add(sqlite_workspace, number=f"26/{title}", title=title, net_minor=100_00)
        for title in ("Sorter", "Press")
    ]


def board(desktop: Desktop, key: str = "progress") -> BoardView:
    """Show a board and wait for it."""
    screens = desktop.desk.screens
    assert screens is not None
    screens.book.show(key)
    view = screens.boards.open[key]
    desktop.wait(lambda: view.model.board is not None)
    return view


def figures(view: BoardView, title: str) -> tuple[str, ...]:
    """Return what the band of a column says."""
    pane = next(pane for pane in view.board.columns if pane.column.title == title)
    return tuple(f"{figure.value} {figure.unit}".strip() for figure in pane.column.figures)


def test_the_boards_stand_under_sales_and_in_the_palette(
    open_desktop: Open, sqlite_address: str
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()

    commands = {command.title for command in desktop.window.commands.all}

    assert {"Progress board", "Stages board"} <= commands
    assert desktop.desk.screens is not None
    assert desktop.desk.screens.book.state()["tabs"] == ["opportunities"]


def test_an_open_board_is_open_again_at_the_next_start(
    open_desktop: Open, sqlite_address: str, keys: list[UUID]
) -> None:
    assert keys
    first = open_desktop(sqlite_address)
    first.wait_for_list()
    board(first, "stages")
    first.close()

    second = open_desktop(sqlite_address)

    second.wait(lambda: second.desk.screens is not None)
    screens = second.desk.screens
    assert screens is not None
    second.wait(lambda: screens.boards.open["stages"].model.board is not None)
    assert second.window.shell.tabs.current == "stages"


def test_what_was_chosen_on_a_board_is_kept(
    open_desktop: Open, sqlite_address: str, keys: list[UUID]
) -> None:
    assert keys
    first = open_desktop(sqlite_address)
    first.wait_for_list()
    view = board(first)
    view.columns.open_or_collapse(opened=True)
    view.bar.density.button("compact").click()
    first.close()

    workspace = open_workspace(sqlite_address, NOW)
    settings = Settings(workspace)
    settings.load()
    workspace.database.close()

    kept = BoardChoices.from_plain(settings["boards"]["progress"])
    assert kept.density == "compact"
    assert {"won", "lost"} <= kept.opened


def test_a_damaged_setting_opens_the_board_as_at_first(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str, keys: list[UUID]
) -> None:
    assert keys
    with sqlite_workspace.database.changing(Lane.INTERACTIVE) as connection:
        kept = '{"progress": {"order": 7, "collapsed": "all", "workflow": "x"}, "stages": []}'
        store_setting(connection, sqlite_workspace.user.id, "boards", kept)
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()

    view = board(desktop)

    assert view.choices == BoardChoices()
    assert figures(view, "25 %") == ("2", "200.00 EUR")


def test_the_filter_goes_from_the_list_to_the_board_and_back(
    open_desktop: Open, sqlite_address: str, keys: list[UUID]
) -> None:
    assert keys
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    desktop.screen.state.set_filters({"title": SORTER})

    view = board(desktop)
    desktop.wait(lambda: figures(view, "25 %") == ("1", "100.00 EUR"))
    view.base.state.set_filters({"title": None})
    assert desktop.desk.screens is not None
    desktop.desk.screens.book.show("opportunities")

    desktop.wait(lambda: desktop.screen.model.rowCount() == 2)
    assert desktop.screen.bar.chips.chips == ()


def test_a_card_is_shown_in_the_list(
    open_desktop: Open, sqlite_address: str, keys: list[UUID]
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    view = board(desktop)

    view.list_wanted.emit(keys[1])

    desktop.wait(lambda: desktop.window.shell.tabs.current == "opportunities")
    desktop.wait(lambda: desktop.screen.grid.selectionModel().hasSelection())
    row = desktop.screen.grid.selectionModel().selectedRows()[0].row()
    assert desktop.screen.model.key(row) == keys[1]


def test_the_status_strip_speaks_of_the_screen_in_sight(
    open_desktop: Open, sqlite_address: str, keys: list[UUID]
) -> None:
    assert keys
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    board(desktop)
    desktop.wait(lambda: "2 open" in desktop.strip)
    on_board = desktop.strip
    assert desktop.desk.screens is not None

    desktop.desk.screens.book.show("opportunities")

    desktop.wait(lambda: "2 open" not in desktop.strip)
    assert "Net 200.00 EUR" in on_board


def test_what_another_program_moves_is_seen(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str, keys: list[UUID]
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    view = board(desktop)
    here = Place(PlaceKind.PROBABILITY, chance(sqlite_workspace, "25"))
    there = Place(PlaceKind.PROBABILITY, chance(sqlite_workspace, "75"))

    move_cards(sqlite_workspace, BoardKind.PROGRESS, [Seen(keys[0], "Sorter", here)], there, NOW)

    desktop.wait(lambda: figures(view, "75 %") == ("1", "100.00 EUR"))
    desktop.wait(lambda: figures(view, "25 %") == ("1", "100.00 EUR"))


def test_an_undo_of_a_move_is_seen(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str, keys: list[UUID]
) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    view = board(desktop)
    there = Place(PlaceKind.PROBABILITY, chance(sqlite_workspace, "75"))
    view.moves.move(view.moves.seen(keys), there)
    desktop.wait(desktop.window.shell.toast.isVisible)

    desktop.acting.undo.undo()

    desktop.wait(lambda: figures(view, "25 %") == ("2", "200.00 EUR"))
    assert figures(view, "75 %") == ("0", "0.00 EUR")


def test_totals_follow_the_company_that_is_chosen(
    open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str, keys: list[UUID]
) -> None:
    assert keys
    other = add_company(sqlite_workspace, "Overseas", "USD")
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    view = board(desktop)
    assert desktop.desk.screens is not None
    settings = desktop.desk.screens.book.show("settings")
    assert isinstance(settings, SettingsView)

    settings.form.changed.emit("company", other)

    desktop.wait(lambda: figures(view, "25 %")[1].endswith("USD"))


def test_a_closed_board_is_let_go(open_desktop: Open, sqlite_address: str) -> None:
    desktop = open_desktop(sqlite_address)
    desktop.wait_for_list()
    board(desktop)
    screens = desktop.desk.screens
    assert screens is not None

    screens.book.close("progress")

    assert screens.boards.open == {}
    assert desktop.window.shell.tabs.current == "opportunities"
