"""The commands of the program: one description serves shortcuts, menus, tooltips and Ctrl+K."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Command:
    """What a user can do from anywhere: its name, further words for it, its usual shortcut."""

    key: str
    title: str
    run: Callable[[], object]
    shortcut: str = ""
    words: str = ""
    icon: str = ""


class Commands(QObject):
    """All commands of a window, with the shortcuts that its user has chosen."""

    shortcuts_changed = Signal()

    def __init__(self, window: QWidget) -> None:
        """Put shortcuts on a window."""
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._chosen: Mapping[str, object] = {}

    @property
    def all(self) -> list[Command]:
        """Return every command, in the order in which they were added."""
        return list(self._commands.values())

    def add(self, commands: Iterable[Command]) -> None:
        """Add commands; one of the same key takes the place of the old one."""
        for command in commands:
            self.remove([command.key])
            action = QAction(command.title, self._window)
            action.triggered.connect(lambda _checked=False, run=command.run: run())
            self._window.addAction(action)
            self._commands[command.key] = command
            self._actions[command.key] = action
            self._set_keys(command)

    def remove(self, keys: Iterable[str]) -> None:
        """Take commands away."""
        for key in keys:
            self._commands.pop(key, None)
            action = self._actions.pop(key, None)
            if action is not None:
                self._window.removeAction(action)
                action.deleteLater()

    def use_shortcuts(self, chosen: Mapping[str, object]) -> None:
        """Take the user's own shortcuts, by the keys of commands; others keep their usual ones."""
        self._chosen = chosen
        for command in self._commands.values():
            self._set_keys(command)
        self.shortcuts_changed.emit()

    def shortcut(self, key: str) -> str:
        """Return the shortcut of a command as it is read; empty where it has none."""
        command = self._commands.get(key)
        return self._sequence(command).toString(_NATIVE) if command else ""

    def tooltip(self, key: str, text: str = "") -> str:
        """Return a text, or the title of a command, with its shortcut."""
        command = self._commands.get(key)
        words = text or (command.title if command else "")
        keys = self.shortcut(key)
        return f"{words} ({keys})" if keys else words

    def run(self, key: str) -> bool:
        """Run a command; tell whether there is one of that key."""
        command = self._commands.get(key)
        if command is not None:
            command.run()
        return command is not None

    def _set_keys(self, command: Command) -> None:
        self._actions[command.key].setShortcut(self._sequence(command))

    def _sequence(self, command: Command) -> QKeySequence:
        chosen = self._chosen.get(command.key)
        # What was stored may be damaged.
        return QKeySequence(chosen if isinstance(chosen, str) else command.shortcut)


_NATIVE = QKeySequence.SequenceFormat.NativeText
