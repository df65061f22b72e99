"""Ctrl+K: commands and screens at once, opportunities and contacts as soon as they are found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from core import palette
from models.asker import Asker
from resources.texts import _
from widgets.palette import CommandPalette, PaletteResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.commands import Command, Commands
    from core.palette import Hit
    from db.database import Database
    from models.task import TaskRunner
    from widgets.theme import Appearance

# Few enough letters are in almost everything.
SHORTEST = 2
COMMANDS_SHOWN = 8
RECORD = "record:"
ICONS = {"opportunity": "briefcase", "contact": "buildings"}


class PaletteDesk(QObject):
    """Answers what is typed into the palette."""

    record_chosen = Signal(str, UUID)
    failed = Signal(Exception)

    def __init__(
        self, appearance: Appearance, over: QWidget, commands: Commands, tasks: TaskRunner
    ) -> None:
        """Lie over a window and offer its commands."""
        super().__init__(over)
        self._commands = commands
        self._database: Database | None = None
        self._asker = Asker(tasks, self)
        self._asker.failed.connect(self.failed)
        self._typed = ""
        self._hits: dict[str, Hit] = {}
        words = _("Search opportunities and contacts, or run a command")
        self.palette = CommandPalette(appearance, over, words)
        self.palette.query_changed.connect(self._search)
        self.palette.chosen.connect(self._choose)

    def use(self, database: Database | None) -> None:
        """Find records of a database, or of none."""
        self._database = database

    @Slot()
    def open(self) -> None:
        """Open the palette."""
        self.palette.open()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._typed = typed
        found = palette.rank_commands(typed, map(_ranked, self._commands.all))
        commands = [self._command_result(command.key) for command in found[:COMMANDS_SHOWN]]
        if self._database is None or len(typed.strip()) < SHORTEST:
            self._show(commands, [])
            return
        self._show(commands, list(self._hits.values()))
        work = partial(palette.search, self._database, typed)
        self._asker.ask(work, lambda hits: self._take(typed, commands, hits))

    def _take(self, typed: str, commands: list[PaletteResult], hits: list[Hit]) -> None:
        """Show what was found, unless other letters stand there by now."""
        if typed == self._typed:
            self._show(commands, hits)

    def _show(self, commands: list[PaletteResult], hits: Sequence[Hit]) -> None:
        self._hits = {f"{RECORD}{hit.id}": hit for hit in hits}
        results = [*(_record_result(key, hit) for key, hit in self._hits.items()), *commands]
        self.palette.set_results(results)
        nothing = _("Nothing is called “{text}”.").format(text=self._typed)
        self.palette.set_message("" if results else nothing)

    def _command_result(self, key: str) -> PaletteResult:
        command = next(each for each in self._commands.all if each.key == key)
        keys = tuple(filter(None, self._commands.shortcut(key).split("+")))
        return PaletteResult(
            key, command.title, _("Commands"), command.icon or "caret-right", keys=keys
        )

    @Slot(str)
    def _choose(self, key: str) -> None:
        hit = self._hits.get(key)
        self.palette.dismiss()
        if hit is not None:
            self.record_chosen.emit(hit.kind, hit.id)
        else:
            self._commands.run(key)


def _ranked(command: Command) -> palette.Command:
    return palette.Command(command.key, command.title, command.words)


def _record_result(key: str, hit: Hit) -> PaletteResult:
    group = _("Opportunities") if hit.kind == "opportunity" else _("Contacts")
    return PaletteResult(key, hit.title, group, ICONS[hit.kind], hit.detail)
