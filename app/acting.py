"""Undo, redo, and what a toast says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.commands import Command
from app.undo_desk import Done, Next, UndoDesk, deed_of, label_of
from resources.texts import _
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from uuid import UUID

    from app.desk import Desk
    from core.workspace import Workspace
    from db.history import PastAct

KEYS = ("undo", "redo", "acts")


class Acting(QObject):
    """Connects undo and redo to the top bar, the keyboard and the toast."""

    def __init__(self, desk: Desk, workspace: Workspace) -> None:
        """Act on the database of a desk."""
        super().__init__(desk)
        self._desk = desk
        self._last: UUID | None = None
        self._acts: dict[str, PastAct] = {}
        self.undo = UndoDesk(workspace, desk.tasks, self)
        self.undo.next_changed.connect(self._show_next)
        self.undo.done.connect(self._show_done)
        self.undo.failed.connect(desk.notices.tell)
        shell = desk.window.shell
        shell.top.undo_clicked.connect(self.undo.undo)
        shell.top.redo_clicked.connect(self.undo.redo)
        shell.toast.link_clicked.connect(self._take_back_last)
        self.menu = PopupMenu(parent=desk.window)
        self._add_commands()
        self._show_next(Next(None, None))
        desk.window.commands.shortcuts_changed.connect(self._tell_keys)
        self.undo.refresh()

    def end(self) -> None:
        """Take the commands away, and what the toast offers."""
        self._desk.window.commands.remove(KEYS)
        self._desk.window.shell.toast.dismiss()
        self._show_next(Next(None, None))
        self.menu.deleteLater()

    @Slot()
    def _tell_keys(self) -> None:
        self._show_next(self.undo.next)

    def tell_act(self, act_id: UUID, label: str) -> None:
        """Say what was just done, and offer to take it back."""
        self._last = act_id
        self._desk.window.shell.toast.show_toast(label, "", link=_("Undo"))
        self.undo.refresh()

    def _add_commands(self) -> None:
        self._desk.window.commands.add(
            (
                Command("undo", _("Undo"), self.undo.undo, "Ctrl+Z", icon="arrow-u-up-left"),
                Command("redo", _("Redo"), self.undo.redo, "Ctrl+Y", icon="arrow-u-up-right"),
                Command(
                    "acts",
                    _("What I did last"),
                    self._list_acts,
                    "Ctrl+Alt+Z",
                    _("history undo acts"),
                    "clock-counter-clockwise",
                ),
            )
        )

    @Slot(object)
    def _show_next(self, found: Next) -> None:
        """Name what undo and redo would take in their tooltips."""
        commands, top = self._desk.window.commands, self._desk.window.shell.top
        back = _("Undo: {label}").format(label=deed_of(found.undo)) if found.undo else ""
        again = _("Redo: {label}").format(label=deed_of(found.redo)) if found.redo else ""
        nothing, none = _("Nothing of yours to undo"), _("Nothing to redo")
        top.set_undo(commands.tooltip("undo", back or nothing), enabled=bool(back))
        top.set_redo(commands.tooltip("redo", again or none), enabled=bool(again))

    @Slot(object)
    def _show_done(self, done: Done) -> None:
        self._last = done.act_id
        self._desk.window.shell.toast.show_toast(done.sentence, "", link=_("Undo"))

    @Slot()
    def _take_back_last(self) -> None:
        if self._last is not None:
            self.undo.take_back_id(self._last)

    def _list_acts(self) -> None:
        self.undo.list_acts(self._offer)

    def _offer(self, acts: list[PastAct]) -> None:
        """List the user's last acts under the undo button; choosing one takes it back."""
        self._acts = {str(act.id): act for act in acts}
        entries = [
            MenuEntry(key, f"{self._when(act)}   {label_of(act)}")
            for key, act in self._acts.items()
        ]
        nothing = [MenuEntry("", _("You have not changed anything yet"), barred=_("Nothing here"))]
        fill_menu(self.menu, self._desk.appearance, entries or nothing, self._choose)
        button = self._desk.window.shell.top.undo
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _when(self, act: PastAct) -> str:
        local = act.at.astimezone()
        return f"{self._desk.formats.day(local.date())} {local:%H:%M}"

    def _choose(self, key: str) -> None:
        act = self._acts.get(key)
        if act is not None:
            self.undo.take_back(act)
