"""The open screens: made when they are first shown, remembered until the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from widgets.navigation import NavigationEntry
from widgets.tabs import TabLook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.shell import Shell


class Screen(NamedTuple):
    """A screen that can be opened: its names, and how it is made."""

    key: str
    title: str
    icon: str
    build: Callable[[], QWidget]
    head: str = ""
    foot: bool = False


class TabBook(QObject):
    """Opens screens as tabs and keeps navigation and tabs together."""

    shown = Signal(str)
    # A screen is gone, though Qt may take a moment to destroy it.
    closed = Signal(str)

    def __init__(self, shell: Shell, screens: Sequence[Screen]) -> None:
        """Offer screens in the navigation of a shell."""
        super().__init__(shell)
        self._shell = shell
        self._screens = {screen.key: screen for screen in screens}
        shell.navigation.set_entries([_entry(screen) for screen in screens])
        shell.navigation.chosen.connect(self.show)
        shell.tabs.current_changed.connect(self._changed)
        shell.tabs.close_requested.connect(self.close)

    @Slot(str)
    def show(self, key: str) -> QWidget | None:
        """Bring a screen into sight; return it."""
        screen = self._screens.get(key)
        if screen is None:
            return None
        if self._shell.tabs.page(key) is None:
            look = TabLook(screen.title, screen.icon)
            self._shell.tabs.add_tab(key, look, screen.build())
        self._shell.tabs.select(key)
        return self._shell.tabs.page(key)

    @Slot(str)
    def close(self, key: str) -> None:
        """Close a tab; the last one stays, since a window without work helps nobody."""
        if len(self._shell.tabs.keys) > 1:
            self._remove(key)

    def clear(self) -> None:
        """Close every tab."""
        for key in self._shell.tabs.keys:
            self._remove(key)

    def state(self) -> dict[str, object]:
        """Return which tabs are open, to be kept."""
        tabs = self._shell.tabs
        return {
            "tabs": tabs.keys,
            "current": tabs.current,
            "narrow": self._shell.navigation.collapsed,
        }

    def restore(self, state: Mapping[str, object], first: str) -> None:
        """Open the tabs that were kept; what is unknown or damaged is left out."""
        kept = state.get("tabs")
        for key in kept if isinstance(kept, list) else ():
            if isinstance(key, str):
                self.show(key)
        self.show(str(state.get("current", first)))
        if not self._shell.tabs.keys:
            self.show(first)
        self._shell.navigation.set_collapsed(collapsed=state.get("narrow") is True)

    def _remove(self, key: str) -> None:
        page = self._shell.tabs.remove_tab(key)
        if page is not None:
            self.closed.emit(key)
            page.deleteLater()

    @Slot(str)
    def _changed(self, key: str) -> None:
        if key:
            self._shell.navigation.select(key)
            self.shown.emit(key)


def _entry(screen: Screen) -> NavigationEntry:
    return NavigationEntry(screen.key, screen.title, screen.icon, screen.head, foot=screen.foot)
