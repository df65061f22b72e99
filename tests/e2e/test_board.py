"""The board as a user works it, with a real mouse and real keys on an X server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from core.workspace import open_workspace
from db.opportunity_rows import read_opportunity
from tests.app.desktop import Desktop
from tests.core.test_opportunity_edit import add, chance
from tests.e2e.real_input import click, drag, press, type_text, xdotool
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from db.writes import Values
    from views.boards.board_view import BoardView
    from widgets.kanban.column import ColumnPane

    Open = Callable[[str], "BoardDesk"]

pytestmark = pytest.mark.xcb
BOARD = "progress"


class BoardDesk:
    """A window on a board, and where things stand in it."""

    def __init__(self, qtbot: QtBot, application: QApplication, address: str) -> None:
        """Open the window and bring the board into sight."""
        self.desktop = Desktop(qtbot, application, address)
        # The screens of tests are smaller than the window would like to be.
        self.desktop.window.setGeometry(0, 0, 1200, 900)
        self.desktop.wait_for_list()
        screens = self.desktop.desk.screens
        assert screens is not None
        screens.book.show(BOARD)
        self.view: BoardView = screens.boards.open[BOARD]
        self.desktop.wait(lambda: self.view.model.board is not None)
        self.raise_()

    def raise_(self) -> None:
        """Bring the window to the front."""
        self.desktop.window.raise_()
        xdotool("windowfocus", "--sync", str(int(self.desktop.window.winId())))

    def pane(self, title: str) -> ColumnPane:
        """Return the column of a title."""
        return next(pane for pane in self.view.board.columns if pane.column.title == title)

    def titles(self, title: str) -> list[str]:
        """Return the cards of a column."""
        column = self.pane(title).model
        if column is None:
            return []
        looks = (self.view.faces.look(column.index(row, 0)) for row in range(column.rowCount()))
        return [look.title for look in looks if look is not None]

    def spot(self, title: str, row: int = 0) -> QPoint:
        """Return where a card of a column stands on the screen."""
        cards = self.pane(title).cards
        assert cards is not None
        rect = cards.visualRect(cards.model().index(row, 0))
        return cards.viewport().mapToGlobal(QPoint(rect.left() + 40, rect.top() + 30))

    def middle(self, title: str) -> QPoint:
        """Return the middle of a column on the screen."""
        pane = self.pane(title)
        return pane.mapToGlobal(pane.rect().center())

    def drag(self, start: QPoint, end: QPoint, key: str = "") -> None:
        """Drag with the mouse and wait until it is over."""
        self.raise_()
        gesture = drag(start, end, key=key)
        self.desktop.wait(lambda: gesture.poll() is not None)
        assert gesture.returncode == 0


@pytest.fixture
def open_board(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Return a function that opens a window on a board."""
    opened: list[BoardDesk] = []

    def open_on(address: str) -> BoardDesk:
        opened.append(BoardDesk(qtbot, qapp, address))
        return opened[-1]

    yield open_on
    for desk in opened:
        desk.desktop.close()
    assert [desk.desktop.caught for desk in opened if desk.desktop.caught] == []


@pytest.fixture
def key(sqlite_workspace: Workspace) -> UUID:
    """Write one opportunity of 25 %."""
    return add(sqlite_workspace, title="Sorter", net_minor=100_00)


def row_of(workspace: Workspace, key: UUID) -> Values:
    """Return the columns of an opportunity as they are stored."""
    with workspace.database.reading() as connection:
        return read_opportunity(connection, key)


def test_a_card_that_is_dragged_stands_in_the_database(
    open_board: Open, sqlite_workspace: Workspace, sqlite_address: str, key: UUID
) -> None:
    desk = open_board(sqlite_address)

    desk.drag(desk.spot("25 %"), desk.middle("50 %"))

    wanted = chance(sqlite_workspace, "50")
    desk.desktop.wait(lambda: row_of(sqlite_workspace, key)["probability_id"] == wanted)
    assert desk.titles("50 %") == ["Sorter"]
    assert desk.titles("25 %") == []
    desk.desktop.wait(desk.desktop.window.shell.toast.isVisible)


def test_the_toast_takes_a_drag_back(
    open_board: Open, sqlite_workspace: Workspace, sqlite_address: str, key: UUID
) -> None:
    desk = open_board(sqlite_address)
    desk.drag(desk.spot("25 %"), desk.middle("50 %"))
    toast = desk.desktop.window.shell.toast
    desk.desktop.wait(toast.isVisible)

    click(toast.link, toast.link.rect().center())

    wanted = chance(sqlite_workspace, "25")
    desk.desktop.wait(lambda: row_of(sqlite_workspace, key)["probability_id"] == wanted)
    desk.desktop.wait(lambda: desk.titles("25 %") == ["Sorter"])


def test_a_drag_to_won_asks_for_the_reason(
    open_board: Open, sqlite_workspace: Workspace, sqlite_address: str, key: UUID
) -> None:
    desk = open_board(sqlite_address)
    desk.drag(desk.spot("25 %"), desk.middle("WON"))
    desk.desktop.wait(lambda: desk.view.moves.dialog is not None)
    before = row_of(sqlite_workspace, key)["outcome"]

    press("Down", "Return")

    desk.desktop.wait(lambda: row_of(sqlite_workspace, key)["outcome"] == "won")
    assert before == "open"


def test_escape_takes_the_card_back_that_was_dragged_to_won(
    open_board: Open, sqlite_workspace: Workspace, sqlite_address: str, key: UUID
) -> None:
    desk = open_board(sqlite_address)
    desk.drag(desk.spot("25 %"), desk.middle("WON"))
    desk.desktop.wait(lambda: desk.view.moves.dialog is not None)

    press("Escape")

    desk.desktop.wait(lambda: desk.titles("25 %") == ["Sorter"])
    assert row_of(sqlite_workspace, key)["outcome"] == "open"


def test_escape_during_a_drag_moves_nothing(
    open_board: Open, sqlite_workspace: Workspace, sqlite_address: str, key: UUID
) -> None:
    desk = open_board(sqlite_address)

    desk.drag(desk.spot("25 %"), desk.middle("50 %"), "Escape")

    assert desk.titles("25 %") == ["Sorter"]
    assert not desk.view.board.dragging.is_active
    assert row_of(sqlite_workspace, key)["probability_id"] == chance(sqlite_workspace, "25")


def test_a_line_typed_into_a_column_is_a_card(
    open_board: Open, sqlite_workspace: Workspace, sqlite_address: str, key: UUID
) -> None:
    assert sqlite_workspace is not None
    assert key is not None
    desk = open_board(sqlite_address)
    body = desk.pane("10 %").body
    assert body is not None
    click(body.quick.rest, body.quick.rest.rect().center())

    type_text("Neue Werke, Gantry crane, 1500")
    press("Return")

    desk.desktop.wait(lambda: desk.titles("10 %") == ["Gantry crane"])


def test_a_double_click_opens_the_form(open_board: Open, sqlite_address: str, key: UUID) -> None:
    assert key is not None
    desk = open_board(sqlite_address)
    cards = desk.pane("25 %").cards
    assert cards is not None

    click(cards.viewport(), cards.viewport().mapFromGlobal(desk.spot("25 %")), times=2)

    desk.desktop.wait(lambda: desk.view.editor.dialog is not None)
    press("Escape")
    desk.desktop.wait(lambda: desk.view.editor.dialog is None)


def test_a_drag_on_one_desktop_is_seen_on_the_other(
    open_board: Open, postgresql_address: str
) -> None:
    workspace = open_workspace(postgresql_address, NOW)
    add(workspace, title="Sorter", net_minor=100_00)
    workspace.database.close()
    first, second = open_board(postgresql_address), open_board(postgresql_address)

    first.drag(first.spot("25 %"), first.middle("50 %"))

    second.desktop.wait(lambda: second.titles("50 %") == ["Sorter"])
    count = second.pane("50 %").column.figures[0].value
    second.desktop.wait(lambda: second.pane("50 %").column.figures[0].value == "1")
    assert count in {"0", "1"}


def test_who_drags_the_same_card_second_is_told_and_sees_the_first(
    open_board: Open, postgresql_address: str
) -> None:
    workspace = open_workspace(postgresql_address, NOW)
    key = add(workspace, title="Sorter", net_minor=100_00)
    first, second = open_board(postgresql_address), open_board(postgresql_address)
    # The second has the card in the hand while the first one lets it go.
    place = second.view.model.place(key)
    assert place is not None
    second.view.board.dragging.begin({place.key: (key,)}, by_mouse=True)

    first.drag(first.spot("25 %"), first.middle("50 %"))
    first.desktop.wait(lambda: first.titles("50 %") == ["Sorter"])
    wanted = chance(workspace, "50")
    first.desktop.wait(lambda: row_of(workspace, key)["probability_id"] == wanted)
    pane = second.pane("10 %")
    second.view.board.dragging.drop(pane.geometry().center())

    second.desktop.wait(second.view.message.isVisible)
    second.desktop.wait(lambda: second.titles("50 %") == ["Sorter"])
    assert row_of(workspace, key)["probability_id"] == wanted
    workspace.database.close()
