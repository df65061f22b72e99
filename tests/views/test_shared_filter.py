"""The filter that is carried between the list and the boards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.formats import Formats
from core.view_content import ViewColumn, ViewContent
from db.filters import ChoiceFilter, TextFilter
from db.list_query import Order
from tests.lists import add_contacts, add_opportunities
from tests.views.bar_help import BarBench
from tests.views.full_list import LONG_MS, full_list, show_rows, texts
from tests.workspaces import NOW
from views.context import ScreenContext
from views.opportunities.shared_filter import FilterLink, SharedFilter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from models.task import TaskRunner
    from tests.models.records import GatedSource
    from tests.views.full_list import ListView
    from widgets.theme import Appearance

OPEN = ChoiceFilter("outcome", ("open",))
BRUNO = TextFilter("contact", "bruno")


class Desk(NamedTuple):
    """A list and a bar in one window, of which one is seen at a time."""

    shared: SharedFilter
    stack: QStackedWidget
    list: ListView
    bar: BarBench

    def show(self, screen: QWidget) -> None:
        """Bring one of the two into sight."""
        self.stack.setCurrentWidget(screen)


@pytest.fixture
def context(
    sqlite_workspace: Workspace, tasks: TaskRunner, appearance: Appearance
) -> ScreenContext:
    return ScreenContext(
        appearance, tasks, Formats("en_GB"), sqlite_workspace.parameters, lambda: NOW
    )


@pytest.fixture
def desk(
    context: ScreenContext, sqlite_workspace: Workspace, source: GatedSource, qtbot: QtBot
) -> Desk:
    """Return a list in sight over six opportunities, and a bar behind it."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate", "Bruno"])
    add_opportunities(sqlite_workspace, contacts, 6)
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    shared = SharedFilter(stack)
    bench = BarBench(qtbot, context, sqlite_workspace)
    listed = full_list(context, sqlite_workspace, source)
    FilterLink(shared, listed.state, listed.view_menu, listed)
    FilterLink(shared, bench.state, bench.view_menu, bench.bar)
    stack.addWidget(listed)
    stack.addWidget(bench.bar)
    stack.resize(1200, 500)
    stack.show()
    show_rows(listed, qtbot, 6)
    return Desk(shared, stack, listed, bench)


def test_what_the_list_asks_for_stands_on_the_board_when_it_is_shown(desk: Desk) -> None:
    desk.list.state.set_filters({"outcome": OPEN})
    desk.list.state.set_text("press")
    before = desk.bar.state.content.filters

    desk.show(desk.bar.bar)

    assert before == ()
    assert desk.bar.state.content.filters == (OPEN,)
    assert desk.bar.state.content.text == "press"


def test_what_the_board_asks_for_stands_in_the_list(desk: Desk, qtbot: QtBot) -> None:
    desk.show(desk.bar.bar)
    desk.bar.state.set_filters({"contact": BRUNO})

    desk.show(desk.list)

    qtbot.waitUntil(lambda: set(texts(desk.list, "contact")) == {"Bruno"}, timeout=LONG_MS)
    assert [chip.value for chip in desk.list.bar.chips.chips] == ["“bruno”"]


def test_columns_and_sorts_of_the_list_survive_the_board(desk: Desk) -> None:
    columns = (ViewColumn("contact"), ViewColumn("net"))
    desk.list.set_content(ViewContent(columns, (), (Order("net"),)))
    desk.show(desk.bar.bar)

    desk.bar.state.set_filters({"outcome": OPEN})
    desk.show(desk.list)

    content = desk.list.state.content
    assert [column.name for column in content.columns] == ["contact", "net"]
    assert content.orders == (Order("net"),)
    assert content.filters == (OPEN,)


def test_a_view_opened_on_the_board_is_that_of_the_list(desk: Desk, qtbot: QtBot) -> None:
    columns = (ViewColumn("contact"), ViewColumn("title"))
    desk.bar.views.save("Bruno", ViewContent(columns, (BRUNO,)), NOW)
    desk.show(desk.bar.bar)
    with qtbot.waitSignal(desk.bar.view_menu.changed):
        desk.bar.view_menu.read()
    desk.bar.view_menu.open(desk.bar.view_menu.views[0])

    desk.show(desk.list)

    qtbot.waitUntil(lambda: desk.list.bar.view.accessibleName() == "View: Bruno")
    assert desk.list.keeper.shown == ["contact", "title"]
    assert not desk.list.view_menu.is_changed


def test_a_view_that_was_changed_on_the_board_is_changed_in_the_list(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.bar.views.save("Bruno", ViewContent((), (BRUNO,)), NOW)
    desk.show(desk.bar.bar)
    with qtbot.waitSignal(desk.bar.view_menu.changed):
        desk.bar.view_menu.read()
    desk.bar.view_menu.open(desk.bar.view_menu.views[0])
    desk.bar.state.set_filters({"outcome": OPEN})

    desk.show(desk.list)

    qtbot.waitUntil(lambda: desk.list.bar.view.accessibleName() == "View: Bruno")
    assert desk.list.view_menu.is_changed


def test_what_a_hidden_screen_reads_late_undoes_nothing(desk: Desk) -> None:
    desk.show(desk.bar.bar)
    desk.bar.state.set_filters({"contact": BRUNO})

    desk.list.state.set_filters({"outcome": OPEN})
    desk.show(desk.list)

    assert desk.list.state.content.filters == (BRUNO,)


def test_a_screen_that_is_opened_later_begins_with_what_is_asked_for(
    desk: Desk,
    context: ScreenContext,
    sqlite_workspace: Workspace,
    source: GatedSource,
    qtbot: QtBot,
) -> None:
    key = desk.bar.views.save("Bruno", ViewContent((), (BRUNO,)), NOW)
    desk.shared.put(ViewContent(filters=(BRUNO,)), key)
    later = full_list(context, sqlite_workspace, source)
    FilterLink(desk.shared, later.state, later.view_menu, later)
    desk.stack.addWidget(later)

    later.start(desk.shared.content, desk.shared.view_id)
    desk.show(later)

    qtbot.waitUntil(lambda: set(texts(later, "contact")) == {"Bruno"}, timeout=LONG_MS)
    qtbot.waitUntil(lambda: later.bar.view.accessibleName() == "View: Bruno")
    assert not later.view_menu.is_changed


def test_two_screens_in_sight_show_the_same_at_once(
    context: ScreenContext, sqlite_workspace: Workspace, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shared = SharedFilter(parent)
    first = BarBench(qtbot, context, sqlite_workspace)
    second = BarBench(qtbot, context, sqlite_workspace)
    for bench in (first, second):
        FilterLink(shared, bench.state, bench.view_menu, bench.bar)

    first.state.set_filters({"contact": BRUNO})
    second.state.set_text("press")

    assert first.state.content == second.state.content
    assert first.chips == [("Contact", "“bruno”"), ("Text", "“press”")]
