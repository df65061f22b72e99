"""The saved views of a list: open one, save, rename, delete, begin with one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from core.saved_views import Audience, dropped_sentence
from db.errors import DealboardError
from models.task import Task
from resources.texts import _
from views.list.view_dialog import ViewDialog
from widgets.menu_entries import MenuEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from core.saved_views import SavedView, SavedViews
    from core.view_content import ViewContent
    from db.saved_view_rows import Role
    from views.list.tools import FilterBase
    from widgets.view_button import ViewButton

VIEW = "view:"
USUAL = "usual"
ICONS = {Audience.ME: "user", Audience.ROLE: "users", Audience.ALL: "users-three"}


class _Known(NamedTuple):
    """What was read: the views, the user's roles, and which view is current afterwards."""

    views: list[SavedView]
    roles: list[Role]
    current: UUID | None
    opens: bool = False


class ViewMenu(QObject):
    """Fills the view button, and does what is chosen in its menu."""

    # What is to be said of a view that could not be shown whole.
    told = Signal(str)
    refused = Signal(Exception)
    failed = Signal(Exception)
    # The views are read and one is open.
    began = Signal()
    changed = Signal()

    def __init__(
        self, base: FilterBase[Any], button: ViewButton, views: SavedViews | None, usual: str
    ) -> None:
        """Offer views; usual is the name of the list without any."""
        super().__init__(button)
        self._button = button
        self._store = views
        self._usual = usual
        self._state = state = base.state
        self._clock = base.tools.clock
        self._tasks = base.tasks
        self._roles: list[Role] = []
        self._opened = state.content
        self._gave_way = False
        self.views: list[SavedView] = []
        self.current: SavedView | None = None
        self.dialog: ViewDialog | None = None
        button.chosen.connect(self.choose)
        state.asked.connect(self.show_title)
        state.arranged.connect(self.show_title)
        self.show_title()

    @property
    def is_changed(self) -> bool:
        """Whether something else is shown than the view keeps."""
        return _meaning(self._state.content) != _meaning(self._opened)

    def begin(self, content: ViewContent | None, view_id: UUID | None = None) -> None:
        """Read the views, and open the one to begin with, unless something else is asked for.

        The content may come from a view that another screen has opened.
        """
        if content is not None or self._store is None:
            self._state.set_content(content or self._state.usual)
        if self._store is None:
            self.began.emit()
            return
        store, opens = self._store, content is None
        self._gave_way = False

        def read() -> _Known:
            first = store.first() if opens else None
            known = _read(store, first.id if first else view_id)
            return known._replace(opens=opens)

        self._run(read, self._followed if view_id else None)

    def follow(self, content: ViewContent, view_id: UUID | None) -> None:
        """Show what another screen shows, under the name of the view that it has opened."""
        self.give_way()
        self._state.set_content(content)
        self.current = next((view for view in self.views if view.id == view_id), None)
        self._compare()
        store = self._store
        if store is not None and view_id is not None and self.current is None:
            self._run(lambda: _read(store, view_id), self._followed)

    def give_way(self) -> None:
        """Do not open the view to begin with: something else was asked for before it was read."""
        self._gave_way = True

    @Slot()
    def read(self) -> None:
        """Read the views again, because somebody may have changed them."""
        if self._store is not None:
            store, current = self._store, self.current.id if self.current else None
            self._run(lambda: _read(store, current))

    @Slot(str)
    def choose(self, key: str) -> None:
        """Do what an entry of the menu stands for."""
        if key.startswith(VIEW):
            self.open(next((v for v in self.views if VIEW + str(v.id) == key), None))
        elif key == USUAL:
            self.open(None)
        else:
            actions = {
                "save": self._save,
                "save_as": self._save_as,
                "rename": self._rename,
                "begin": self._begin_with,
                "delete": self._delete,
            }
            actions[key]()

    def open(self, view: SavedView | None) -> None:
        """Show what a view keeps."""
        self.current = view
        self._state.set_content(view.content if view else self._state.usual)
        self._opened = self._state.content
        self.show_title()
        sentence = dropped_sentence(view) if view else ""
        if sentence:
            self.told.emit(sentence)

    @Slot()
    def show_title(self) -> None:
        """Show the name of the view, and whether it was changed."""
        name = self.current.name if self.current else self._usual
        note = _("Changed and not saved") if self.is_changed else ""
        self._button.set_title(name, changed=self.is_changed, note=note)
        self._button.set_entries(self._entries())

    def _entries(self) -> list[MenuEntry]:
        entries = [MenuEntry(USUAL, self._usual, "list-bullets", checked=self.current is None)]
        if self._store is None:
            return entries
        for audience in Audience:
            found = [view for view in self.views if view.audience is audience]
            entries += [self._entry(view, first=view is found[0]) for view in found]
        return [*entries, *self._actions()]

    def _entry(self, view: SavedView, *, first: bool) -> MenuEntry:
        now = self.current is not None and view.id == self.current.id
        title = _("{name} (begins)").format(name=view.name) if view.is_default else view.name
        key = VIEW + str(view.id)
        return MenuEntry(key, title, ICONS[view.audience], separated=first, checked=now)

    def _actions(self) -> list[MenuEntry]:
        no_view = "" if self.current else _("Save it under a name first.")
        shared = (
            ""
            if self.current is None or self.current.may_change
            else _("It is shared, and only who made it or an administrator may change it.")
        )
        same = "" if self.is_changed else _("Nothing was changed.")
        barred = no_view or shared
        begins = self.current is not None and self.current.is_default
        return [
            MenuEntry("save", _("Save"), "floppy-disk", separated=True, barred=barred or same),
            MenuEntry("save_as", _("Save as…"), "copy"),
            MenuEntry("rename", _("Rename…"), "pencil-simple", barred=barred),
            MenuEntry(
                "begin",
                _("Begin with this view"),
                "flag",
                barred=barred or (_("The list begins with it already.") if begins else ""),
            ),
            MenuEntry("delete", _("Delete"), "trash", barred=barred),
        ]

    def _save(self) -> None:
        if self.current is None:
            return
        content, key, now = self._state.content, self.current.id, self._clock()
        self._write(lambda store: store.replace(key, content, now), key)

    def _save_as(self) -> None:
        name = self.current.name if self.current else ""
        title = _("Save the view")
        self._ask(ViewDialog(title, _("Save"), name, self._roles, self._button.window()))

        def save(dialog: ViewDialog) -> None:
            content, now, words = self._state.content, self._clock(), dialog.name.text()
            audience, role = dialog.chosen()
            self._write(lambda store: store.save(words, content, now, audience, role), None)

        self._on_answer(save)

    def _rename(self) -> None:
        if self.current is None:
            return
        key = self.current.id
        dialog = ViewDialog(
            _("Rename the view"), _("Rename"), self.current.name, None, self._button.window()
        )
        self._ask(dialog)

        def rename(dialog: ViewDialog) -> None:
            now, words = self._clock(), dialog.name.text()
            self._write(lambda store: store.rename(key, words, now), key)

        self._on_answer(rename)

    def _begin_with(self) -> None:
        if self.current is not None:
            key, now = self.current.id, self._clock()
            self._write(lambda store: store.begin_with(key, now), key)

    def _delete(self) -> None:
        if self.current is not None:
            key, now = self.current.id, self._clock()
            self._write(lambda store: store.delete(key, now), None)

    def _ask(self, dialog: ViewDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _on_answer(self, go_on: Callable[[ViewDialog], None]) -> None:
        dialog = self.dialog
        if dialog is not None:
            dialog.answered.connect(lambda: go_on(dialog))

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    def _write(self, write: Callable[[SavedViews], UUID | None], current: UUID | None) -> None:
        """Write, then read what there is by now; a new view becomes the current one."""
        store = self._store
        if store is None:
            return

        def work() -> _Known:
            made = write(store)
            return _read(store, made or current)

        self._run(work, self._written)

    def _run(self, work: Callable[[], _Known], done: Callable[[Any], None] | None = None) -> None:
        task = Task(work)
        task.done.connect(done or self._take)
        task.failed.connect(self._fail)
        self._tasks.start(task)

    @Slot(object)
    def _written(self, known: _Known) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._keep(known)
        self._opened = self._state.content if self.current else self._state.usual
        if self.current is not None and _meaning(self.current.content) != _meaning(self._opened):
            # A rename leaves what was changed unsaved.
            self._opened = self._filled(self.current.content)
        self.show_title()
        self.changed.emit()

    @Slot(object)
    def _take(self, known: _Known) -> None:
        self._keep(known)
        if known.opens and not self._gave_way:
            self.open(self.current)
            self.began.emit()
        elif known.opens:
            self.current = None
            self.show_title()
            self.began.emit()
        else:
            self.show_title()
            self.changed.emit()

    @Slot(object)
    def _followed(self, known: _Known) -> None:
        self._keep(known)
        self._compare()
        self.began.emit()

    def _compare(self) -> None:
        """Tell what was changed from what the view keeps, not from what stood there before."""
        kept = self.current.content if self.current else self._state.usual
        self._opened = self._filled(kept)
        self.show_title()

    def _keep(self, known: _Known) -> None:
        self.views, self._roles = known.views, known.roles
        self.current = next((v for v in known.views if v.id == known.current), None)

    def _filled(self, content: ViewContent) -> ViewContent:
        return replace(content, columns=content.columns or self._state.usual.columns)

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, DealboardError):
            self.dialog.say(str(error))
        elif isinstance(error, DealboardError):
            self.refused.emit(error)
        else:
            self.failed.emit(error)


def _read(store: SavedViews, current: UUID | None) -> _Known:
    return _Known(store.views(), store.roles(), current)


def _meaning(content: ViewContent) -> tuple[object, ...]:
    """Return what counts of a content: filters in any order."""
    filters: Sequence[Any] = content.filters
    return (content.columns, frozenset(filters), content.orders, content.groups, content.text)
