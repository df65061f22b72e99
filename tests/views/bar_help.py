"""A filter bar over a real database, without the board below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.day_ranges import Calendar
from core.record_source import RecordSource
from core.saved_views import SavedViews
from db.contact_list import CONTACT_LIST
from db.opportunity_list import OPPORTUNITY_LIST, OpportunityItem
from views.filter_bar.bar import FilterBar
from views.filter_bar.bar_filters import BarFilters
from views.list.choice_book import ChoiceBook
from views.list.filter_values import FilterTools
from views.list.list_state import ListState
from views.list.record_names import RecordNames
from views.list.tools import FilterBase
from views.list.view_menu import ViewMenu
from views.opportunities.columns import opportunity_columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from views.context import ScreenContext

FIRST = ("type", "user", "probability", "contact", "expected_close", "net", "by_hand")


class BarBench:
    """The bar with its filters and saved views, and ways to work it."""

    def __init__(self, qtbot: QtBot, context: ScreenContext, workspace: Workspace) -> None:
        """Build the bar and show it."""
        self.qtbot = qtbot
        self.bar = FilterBar(context.appearance, "Board", "Number, title or contact")
        qtbot.addWidget(self.bar)
        source = RecordSource(workspace.database, OPPORTUNITY_LIST)
        contacts: RecordSource[Any] = RecordSource(workspace.database, CONTACT_LIST)
        columns = opportunity_columns()
        book = ChoiceBook(source, columns, context.formats, context.tasks)
        book.setParent(self.bar)
        self.state = ListState(self.bar, [each.name for each in columns if each.shown])
        self.base: FilterBase[OpportunityItem] = FilterBase(
            context.appearance,
            context.tasks,
            FilterTools(context.formats, Calendar(), context.clock),
            source,
            columns,
            self.state,
            book,
            RecordNames(contacts, context.tasks, self.bar),
        )
        self.filters = BarFilters(self.base, self.bar.chips, FIRST, "With its child companies")
        self.views = SavedViews(workspace, "opportunities", OPPORTUNITY_LIST.fields.keys())
        self.view_menu = ViewMenu(self.base, self.bar.view, self.views, "All opportunities")
        self.bar.resize(1200, 48)
        self.bar.show()
        self.bar.activateWindow()
        qtbot.waitUntil(self.bar.isActiveWindow)

    @property
    def chips(self) -> list[tuple[str, str]]:
        """The words of the chips."""
        return [(chip.field, chip.value) for chip in self.bar.chips.chips]

    @property
    def popup(self) -> Any:  # noqa: ANN401 - of any kind
        """The editor that is open."""
        return self.filters.editor.popup

    def read_choices(self) -> None:
        """Read what can be chosen and wait for it."""
        with self.qtbot.waitSignal(self.base.book.changed):
            self.base.book.read()

    def add(self, title: str) -> None:
        """Choose a field in the menu of the button that adds a filter."""
        self.bar.chips.add_clicked.emit()
        menus = (self.filters.menu, self.filters.more)
        actions = [action for menu in menus for action in menu.actions()]
        (action,) = [each for each in actions if each.text() == title]
        action.trigger()
        self.filters.menu.close()
