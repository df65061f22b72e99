"""Which keys belong to which command: changes are taken, or refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NATIVE = QKeySequence.SequenceFormat.NativeText
PORTABLE = QKeySequence.SequenceFormat.PortableText
# Keys below this write a letter, those above act by themselves.
FIRST_ACTING_KEY = 0x01000000
MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# Whoever took these from every field and list could no longer work by keys.
KEPT = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
}


class Command(NamedTuple):
    """A command and its keys, as "Ctrl+K": those it comes with, and those in use."""

    key: str
    title: str
    default: str = ""
    current: str = ""


class Shortcuts:
    """The keys of all commands; no two have the same."""

    def __init__(self, commands: Sequence[Command]) -> None:
        """Begin with what is in use."""
        self.commands = {command.key: command for command in commands}
        self.taken = {command.key: portable(command.current) for command in commands}
        # Keys that were asked for and refused, and why.
        self.refused: dict[str, tuple[str, str]] = {}

    @property
    def changed(self) -> dict[str, str]:
        """Return the keys of the commands that have others than they come with."""
        return {
            key: keys
            for key, keys in self.taken.items()
            if keys != portable(self.commands[key].default)
        }

    def ask(self, key: str, keys: str) -> bool:
        """Give a command keys, or note why it cannot have them; tell whether anything changed."""
        before = dict(self.taken)
        self.refused[key] = (portable(keys), "")
        # Keys that this one gives back may be what another one has asked for.
        while any(self._settle(waiting) for waiting in tuple(self.refused)):
            pass
        return self.taken != before

    def ask_all_defaults(self) -> None:
        """Give every command the keys it comes with."""
        self.refused.clear()
        self.taken = {key: portable(each.default) for key, each in self.commands.items()}

    def shown(self, key: str) -> str:
        """Return the keys that stand in the field of a command, refused ones too."""
        return self.refused[key][0] if key in self.refused else self.taken[key]

    def reason(self, key: str) -> str:
        """Return why a command does not have the keys that stand in its field."""
        return self.refused[key][1] if key in self.refused else ""

    def _settle(self, key: str) -> bool:
        """Take what was asked for where that can be; tell whether it was taken."""
        keys = self.refused[key][0]
        reason = self._against(key, keys)
        if reason:
            self.refused[key] = (keys, reason)
            return False
        del self.refused[key]
        self.taken[key] = keys
        return True

    def _against(self, key: str, keys: str) -> str:
        if not keys or keys == portable(self.commands[key].default):
            return self._owned(key, keys)
        if not _is_free_to_use(keys):
            return _("{keys} is needed for typing. Press it together with Ctrl or Alt.").format(
                keys=native(keys)
            )
        return self._owned(key, keys)

    def _owned(self, key: str, keys: str) -> str:
        others = (other for other, its in self.taken.items() if keys == its and other != key)
        owner = next(others, None) if keys else None
        if owner is None:
            return ""
        return _("{keys} belongs to “{title}”. Press other keys, or clear those.").format(
            keys=native(keys), title=self.commands[owner].title
        )


def kept_shortcuts(commands: Sequence[Command], stored: Mapping[str, object]) -> list[Command]:
    """Return commands with the keys that a user has stored for them; damaged ones are left out."""
    return [
        command._replace(current=_stored(stored.get(command.key), command.default))
        for command in commands
    ]


def portable(keys: str) -> str:
    """Return keys as they are stored, the same in every language."""
    return QKeySequence(keys).toString(PORTABLE)


def native(keys: str) -> str:
    """Return keys as this system writes them."""
    return QKeySequence(keys).toString(NATIVE)


def _stored(keys: object, default: str) -> str:
    return keys if isinstance(keys, str) else default


def _is_free_to_use(keys: str) -> bool:
    # The stubs do not know that keys can be taken one by one.
    pressed = QKeySequence(keys)[0]  # type: ignore[index]
    if pressed.keyboardModifiers() & MODIFIERS:
        return True
    return pressed.key() >= FIRST_ACTING_KEY and pressed.key() not in KEPT
