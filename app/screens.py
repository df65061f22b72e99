"""The screens of one open database: a new one is one function and one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from app.board_screens import PROGRESS, STAGES, BoardScreens
from app.commands import Command
from app.list_screens import ACTIVITIES, CONTACTS, OPPORTUNITIES, ListScreens
from app.palette_desk import PaletteDesk
from app.shared_parts import shared_parts
from app.tab_book import Screen, TabBook
from core.home import HomeFigures
from core.home_lines import HomeLists
from db.filters import ChoiceFilter, EmptyFilter, MomentFilter
from db.list_query import ListQuery, Order
from models.task import Task
from resources.texts import _
from views.context import ScreenContext
from views.home.home_view import HomeAbout, HomeView
from views.list.record_finder import RecordFinder
from views.settings import Command as Shortcut
from views.settings import SettingsView

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.desk import Desk
    from app.opening import Opened
    from db.feed import FeedBatch
    from db.home_rows import ActivityQuery
    from views.list.record_list_view import RecordListView

LAYOUT = "layout"
HOME = "home"
SETTINGS = "settings"


class Screens(QObject):
    """Makes, refreshes and remembers the screens."""

    def __init__(self, desk: Desk, opened: Opened) -> None:
        """Offer every screen of a database."""
        super().__init__(desk)
        self._desk = desk
        self._opened = opened
        parameters = opened.workspace.parameters
        self.context = ScreenContext(desk.appearance, desk.tasks, desk.formats, parameters)
        self.shared = shared_parts(opened.workspace.database, desk.tasks, self)
        self.shared.names.failed.connect(self._tell)
        self.lists = ListScreens(desk, opened, self.context, self.shared)
        self.boards = BoardScreens(desk, opened, self.context, self.shared)
        self.boards.list_wanted.connect(partial(self._show_record, "opportunity"))
        workspace, company = opened.workspace, opened.company_id
        self._company_id = company
        self._home_figures = HomeFigures(workspace, company)
        self._home_lists = HomeLists(workspace, company)
        self._home_view: HomeView | None = None
        self.book = TabBook(desk.window.shell, self._all())
        self.book.setParent(self)
        self.book.closed.connect(self.lists.forget)
        self.book.closed.connect(self.boards.forget)
        self.book.closed.connect(self._forget)
        self.book.shown.connect(self._show_status)
        self.palette = PaletteDesk(
            desk.appearance, desk.window.shell, desk.window.commands, desk.tasks
        )
        self.palette.use(opened.workspace.database)
        self.palette.record_chosen.connect(self._show_record)
        self.palette.failed.connect(desk.notices.tell)
        self._add_commands()

    @property
    def opportunities(self) -> RecordListView[Any] | None:
        """Return the opportunity list, where it is open."""
        return self.lists.open.get(OPPORTUNITIES)

    def restore(self) -> None:
        """Open the screens that were open when the user left."""
        self.book.restore(self._opened.settings[LAYOUT], OPPORTUNITIES)
        view = self.lists.open.get(self._desk.window.shell.tabs.current)
        if view is not None:
            view.grid.setFocus()

    def keep_layout(self) -> None:
        """Store which screens are open."""
        self.boards.keep_choices()
        state = self.book.state()
        if state != self._opened.settings[LAYOUT]:
            self._desk.tasks.start(Task(partial(self._opened.settings.set, LAYOUT, state)))

    def end(self) -> None:
        """Close every screen and take the commands away."""
        self._desk.window.commands.remove([*self._keys(), "databases", "palette"])
        self.palette.palette.dismiss()
        self.palette.palette.deleteLater()
        self.palette.deleteLater()
        self.book.clear()

    def refresh(self, batch: FeedBatch) -> None:
        """Let the screens take changes."""
        if batch.everything or "contact" in batch.rows:
            self.shared.names.forget(None if batch.everything else batch.rows["contact"])
        self.lists.refresh(batch)
        self.boards.refresh(batch)
        if self._home_view is not None:
            self._home_view.refresh_changed(None if batch.everything else batch.rows)

    def read_again(self) -> None:
        """Let the screens read what they could not read."""
        self.lists.read_again()
        self.boards.read_again()
        if self._home_view is not None:
            self._home_view.refresh()

    def use(self, opened: Opened) -> None:
        """Take what is known of the database by now."""
        before, self._company_id = self._company_id, opened.company_id
        self._opened = opened
        self.lists.use(opened)
        self.boards.use(opened)
        for part in (self._home_figures, self._home_lists):
            part.use_company(opened.company_id)
        if opened.company_id != before:
            self.read_again()

    def _all(self) -> tuple[Screen, ...]:
        lists, sales, records = self.lists, _("Sales"), _("Records")
        return (
            Screen(HOME, _("Home"), "house", self._home),
            Screen(
                OPPORTUNITIES,
                _("Opportunities"),
                "list-bullets",
                lists.opportunities,
                sales,
            ),
            Screen(PROGRESS, _("Progress board"), "columns", self.boards.progress),
            Screen(STAGES, _("Stages board"), "flow-arrow", self.boards.stages),
            Screen(ACTIVITIES, _("Activities"), "check-square", partial(_begun, lists.activities)),
            Screen(CONTACTS, _("Contacts"), "users", partial(_begun, lists.contacts), records),
            Screen(SETTINGS, _("Settings"), "gear", self._settings, foot=True),
        )

    def _keys(self) -> list[str]:
        return [screen.key for screen in self._all()]

    def _add_commands(self) -> None:
        show, wanted = self.book.show, self._desk.start_wanted.emit
        screens = [Command(s.key, s.title, partial(show, s.key), icon=s.icon) for s in self._all()]
        shell, commands = self._desk.window.shell, self._desk.window.commands
        commands.add(
            (
                *screens,
                Command("databases", _("Other databases"), wanted, "Ctrl+O", icon="database"),
                Command("palette", _("Search or run a command"), self.palette.open, "Ctrl+K"),
            )
        )
        commands.shortcuts_changed.connect(self._tell_keys)
        self._tell_keys()
        shell.top.user_clicked.connect(self._show_settings)
        shell.top.search_clicked.connect(self.palette.open)
        shell.tabs.new_requested.connect(self.palette.open)
        name = self._opened.workspace.user.name
        shell.top.set_user("".join(word[0] for word in name.split()[:2]).upper(), name)

    @Slot()
    def _tell_keys(self) -> None:
        """Name the keys that open the palette where it can be clicked."""
        keys = self._desk.window.commands.shortcut("palette").split("+")
        words = _("Search or run a command")
        self._desk.window.shell.top.set_search(words, tuple(filter(None, keys)))

    @Slot()
    def _show_settings(self) -> None:
        self.book.show(SETTINGS)

    def _home(self) -> QWidget:
        workspace = self._opened.workspace
        about = HomeAbout(workspace.user.name, workspace.database.short_name)
        view = HomeView(self.context, self._home_figures, self._home_lists, about)
        view.failed.connect(self._tell)
        view.list_wanted.connect(self._show_opportunities)
        view.activities_wanted.connect(self._show_activities)
        view.opportunity_wanted.connect(partial(self._show_record, "opportunity"))
        view.step_wanted.connect(self._take_step)
        view.refresh()
        self._home_view = view
        return view

    @Slot(str)
    def _show_status(self, key: str) -> None:
        """Show what the screen that came into sight says in the status strip."""
        if not self.boards.show_status(key):
            self.lists.show_status(key)

    @Slot(str)
    def _forget(self, key: str) -> None:
        if key == HOME:
            self._home_view = None

    @Slot(Exception)
    def _tell(self, error: Exception) -> None:
        self._desk.notices.tell(error, self.read_again)

    def _settings(self) -> QWidget:
        commands = self._desk.window.commands.all
        shortcuts = [Shortcut(each.key, each.title, each.shortcut) for each in commands]
        companies = [(str(each.id), each.name) for each in self._opened.companies]
        view = SettingsView(self.context, self._opened.settings, companies, shortcuts)
        view.changed.connect(self._desk.setting_changed)
        view.stored.connect(self._desk.setting_stored)
        view.failed.connect(self._desk.notices.tell)
        return view

    @Slot(object, str)
    def _show_opportunities(self, query: ListQuery, _title: str) -> None:
        """Open the list behind a figure."""
        self._show_list(OPPORTUNITIES, query)

    @Slot(object, str)
    def _show_activities(self, query: ActivityQuery, _title: str) -> None:
        filters = (
            ChoiceFilter("user", (query.user_id,)),
            EmptyFilter("done"),
            MomentFilter("due", query.since, query.before),
        )
        self._show_list(ACTIVITIES, ListQuery((Order("due"),), "", filters))

    def _show_record(self, kind: str, record_id: UUID) -> None:
        """Show a record that was found: in its list, until it has a form of its own."""
        key = OPPORTUNITIES if kind == "opportunity" else CONTACTS
        self.book.show(key)
        view = self.lists.open.get(key)
        if view is not None:
            RecordFinder(view).show(record_id)

    def _show_list(self, key: str, query: ListQuery) -> None:
        self.book.show(key)
        view = self.lists.open.get(key)
        if view is not None:
            view.show_query(query)

    @Slot(str)
    def _take_step(self, step: str) -> None:
        if step == "demo":
            self._desk.fill_with_demo()
        elif step == "sample":
            self._desk.choose_sample()


def _begun(make: Any) -> QWidget:  # noqa: ANN401 - any of the lists
    """Return a list that has begun to read."""
    view: RecordListView[Any] = make()
    view.start()
    return view
