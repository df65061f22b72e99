"""The list screens of one open database, each a description with what it can do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from core.cell_edit import CellEdits
from core.list_export import ListExport
from core.list_figures import ListFigures
from core.record_source import RecordSource
from core.saved_views import SavedViews
from db.activity_list import ACTIVITY_LIST
from db.contact_list import CONTACT_LIST
from db.opportunity_list import OPPORTUNITY_LIST
from resources.texts import _, ngettext
from views.activities.columns import activity_list
from views.contacts.columns import contact_list
from views.list.record_list_view import RecordListView
from views.list.tools import ListParts
from views.opportunities.columns import opportunity_list
from views.opportunities.editing import OpportunityEditing
from views.opportunities.shared_filter import FilterLink
from widgets.empty_state import Emptiness
from widgets.status_strip import StatusText

if TYPE_CHECKING:
    from uuid import UUID

    from app.desk import Desk
    from app.opening import Opened
    from app.shared_parts import SharedParts
    from db.feed import FeedBatch
    from db.record_list import RecordList
    from views.context import ScreenContext
    from views.list.chosen_sums import ChosenTotals
    from views.list.columns import ListDescription

OPPORTUNITIES, CONTACTS, ACTIVITIES = "opportunities", "contacts", "activities"


class ListScreens(QObject):
    """Makes the lists, tells them of changes, and shows what is selected in the status strip."""

    def __init__(
        self, desk: Desk, opened: Opened, context: ScreenContext, shared: SharedParts
    ) -> None:
        """Make lists for a desk; that of opportunities shares its filter with the boards."""
        super().__init__(desk)
        self._desk = desk
        self._opened = opened
        self._context = context
        self._shared = shared
        self._figures = ListFigures(opened.workspace, opened.company_id)
        self.open: dict[str, RecordListView[Any]] = {}

    def opportunities(self) -> RecordListView[Any]:
        """Return the opportunity list, with figures, views, edits and export; it has begun."""
        workspace = self._opened.workspace
        view = self._list(
            OPPORTUNITIES,
            OPPORTUNITY_LIST,
            opportunity_list(),
            figures=self._figures,
            editing=OpportunityEditing(CellEdits(workspace), self._context.clock),
            names=self._shared.names,
        )
        FilterLink(self._shared.filter, view.state, view.view_menu, view)
        view.show_emptiness(_no_opportunities())
        view.empty.first_clicked.connect(self._desk.fill_with_demo)
        view.empty.second_clicked.connect(self._desk.choose_sample)
        view.start(self._shared.filter.content, self._shared.filter.view_id)
        return view

    def contacts(self) -> RecordListView[Any]:
        """Return the contact list."""
        return self._list(CONTACTS, CONTACT_LIST, contact_list())

    def activities(self) -> RecordListView[Any]:
        """Return the activity list."""
        return self._list(ACTIVITIES, ACTIVITY_LIST, activity_list())

    def refresh(self, batch: FeedBatch) -> None:
        """Let the lists take changes, and say who made them if it was somebody else."""
        who = who_else(batch, self._opened.workspace.user.id)
        for view in self.open.values():
            view.take_changes(None if batch.everything else batch.rows, who)

    def read_again(self) -> None:
        """Let the lists read what they could not read."""
        for view in self.open.values():
            view.read_again()

    def show_status(self, key: str) -> None:
        """Show what is chosen in a list in the status strip; of another screen nothing."""
        self._desk.window.status.set_left([])
        view = self.open.get(key)
        if view is not None and view.sums is not None:
            view.sums.ask()

    @Slot(str)
    def forget(self, key: str) -> None:
        """Let go of a list that was closed."""
        if self.open.pop(key, None) is not None:
            self._desk.window.status.set_left([])

    def use(self, opened: Opened) -> None:
        """Take what is known of the database by now; totals are in the company's currency."""
        self._opened = opened
        self._figures.use_company(opened.company_id)

    @Slot(Exception)
    def _tell(self, error: Exception) -> None:
        # Not the list itself: it may be closed by the time the user tries again.
        self._desk.notices.tell(error, self.read_again)

    def _list(
        self,
        key: str,
        listed: RecordList[Any],
        description: ListDescription[Any],
        **more: Any,  # noqa: ANN401 - handed on
    ) -> RecordListView[Any]:
        workspace = self._opened.workspace
        parts: ListParts[Any] = ListParts(
            views=SavedViews(workspace, key, listed.fields.keys()),
            export=ListExport(workspace.database, listed, self._context.formats),
            **more,
        )
        source = RecordSource(workspace.database, listed)
        view = RecordListView(self._context, description, source, parts)
        view.failed.connect(self._tell)
        view.counted.connect(self._desk.notices.unsay)
        view.summed.connect(partial(self._show_chosen, key))
        view.copied.connect(self._show_copied)
        view.acted.connect(self._desk.tell_act)
        self.open[key] = view
        return view

    def _show_chosen(self, key: str, chosen: ChosenTotals) -> None:
        """Show how many rows are chosen and what they add up to, while their list is seen."""
        if self._desk.window.shell.tabs.current != key:
            return
        texts = [StatusText(figure=chosen.words)] if chosen.rows else []
        texts += [StatusText(t.label, t.figure, t.code) for t in chosen.totals]
        texts += [StatusText(after=note) for note in chosen.notes]
        self._desk.window.status.set_left(texts)

    @Slot(int)
    def _show_copied(self, count: int) -> None:
        copied = ngettext("row copied", "rows copied", count)
        figure = self._desk.formats.count(count)
        self._desk.window.status.set_left([StatusText(figure=figure, after=copied)])


def who_else(batch: FeedBatch, own: UUID) -> str:
    """Return who made the changes of a batch, if it was one and somebody else than the user."""
    others = {act.user_name or _("Another program") for act in batch.acts if act.user_id != own}
    return others.pop() if len(others) == 1 else ""


def _no_opportunities() -> Emptiness:
    return Emptiness(
        "briefcase",
        _("No opportunities yet"),
        _("Try Dealboard on an invented company, or bring in the public CRM sample."),
        _("Try it with demo data"),
        _("Import the CRM sample…"),
    )
