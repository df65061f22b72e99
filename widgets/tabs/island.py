"""An island with a strip of tabs over its screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from resources.texts import _
from widgets.icon_button import IconButton
from widgets.island import Island
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu
from widgets.tabs.strip import TabStrip

if TYPE_CHECKING:
    from widgets.theme import Appearance


class TabLook(NamedTuple):
    """What a tab shows; one that is not closable has no cross."""

    title: str
    icon: str
    closable: bool = True


class TabIsland(Island):
    """Screens of which one is in sight; closing is asked for, the owner does it."""

    current_changed = Signal(str)
    close_requested = Signal(str)
    new_requested = Signal()
    order_changed = Signal()

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build an island without tabs; name is read aloud."""
        super().__init__(appearance)
        self._appearance = appearance
        self._screens: dict[str, QWidget] = {}
        self.strip = TabStrip(appearance, name)
        self.stack = QStackedWidget()
        self.menu = PopupMenu()
        self.column.addWidget(self._head())
        self.column.addWidget(self.stack, 1)
        self._connect()
        self._add_shortcuts()

    @property
    def keys(self) -> list[str]:
        """The keys of the tabs, from left to right."""
        return [self._key(place) for place in range(self.strip.count())]

    @property
    def current(self) -> str:
        """The key of the tab in sight, empty where there is none."""
        return self._key(self.strip.currentIndex())

    def add_tab(self, key: str, look: TabLook, screen: QWidget, *, select: bool = True) -> None:
        """Add a screen at the right end; one whose key is there already is only selected."""
        if key not in self._screens:
            self._screens[key] = screen
            self.stack.addWidget(screen)
            self._add_to_strip(key, look)
        if select:
            self.select(key)

    def page(self, key: str) -> QWidget | None:
        """Return the screen of a tab."""
        return self._screens.get(key)

    def select(self, key: str) -> None:
        """Bring a tab into sight."""
        if key in self._screens:
            self.strip.setCurrentIndex(self._place(key))

    def remove_tab(self, key: str) -> QWidget | None:
        """Take a tab away and return its screen, which the caller may delete."""
        screen = self._screens.pop(key, None)
        if screen is not None:
            self.strip.removeTab(self._place(key))
            self.stack.removeWidget(screen)
            screen.setParent(None)
        return screen

    def set_title(self, key: str, title: str) -> None:
        """Give a tab another title."""
        place = self._place(key)
        self.strip.setTabText(place, title.replace("&", "&&"))
        self.strip.setTabToolTip(place, title)

    def set_unsaved(self, key: str, *, unsaved: bool) -> None:
        """Mark a tab whose screen holds what is not saved."""
        self.strip.set_unsaved(self._place(key), unsaved=unsaved)

    def ask_close(self, key: str) -> None:
        """Ask for a tab to be closed."""
        if key and self.strip.end(self._place(key)).closable:
            self.close_requested.emit(key)

    def close_others(self, key: str) -> None:
        """Ask for all tabs but one to be closed."""
        for other in self.keys:
            if other != key:
                self.ask_close(other)

    def step(self, by: int) -> None:
        """Go to the next tab in the order of the strip, round its ends."""
        count = self.strip.count()
        if count:
            self.strip.setCurrentIndex((self.strip.currentIndex() + by) % count)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("tab-strip")
        head.setMinimumHeight(self._appearance.theme.sizes["tab-strip"])
        self.plus = IconButton(self._appearance, "plus", _("New tab"))
        self.plus.clicked.connect(self.new_requested)
        self.corner = QHBoxLayout()
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.strip)
        row.addWidget(self.plus)
        row.addStretch(1)
        row.addLayout(self.corner)
        return head

    def _connect(self) -> None:
        self.strip.currentChanged.connect(self._show)
        self.strip.close_wanted.connect(lambda place: self.ask_close(self._key(place)))
        self.strip.menu_wanted.connect(self._open_menu)
        self.strip.tabMoved.connect(self._moved)

    def _add_shortcuts(self) -> None:
        keys = {"Ctrl+Tab": 1, "Ctrl+Shift+Tab": -1, "Ctrl+PgDown": 1, "Ctrl+PgUp": -1}
        for key, by in keys.items():
            shortcut = self._shortcut(key)
            shortcut.activated.connect(lambda by=by: self.step(by))
        self._shortcut("Ctrl+W").activated.connect(lambda: self.ask_close(self.current))

    def _shortcut(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _add_to_strip(self, key: str, look: TabLook) -> None:
        # Told only once the tab knows its key.
        self.strip.blockSignals(True)  # noqa: FBT003 - Qt's name
        place = self.strip.add(look.title, look.icon, closable=look.closable)
        self.strip.setTabData(place, key)
        self.strip.blockSignals(False)  # noqa: FBT003 - Qt's name
        if place == 0:
            self._show(0)

    def _show(self, place: int) -> None:
        screen = self._screens.get(self._key(place))
        if screen is not None:
            self.stack.setCurrentWidget(screen)
        self.current_changed.emit(self._key(place))

    def _moved(self) -> None:
        self.order_changed.emit()

    def _open_menu(self, place: int, at: QPoint) -> None:
        self.fill_menu(place)
        self.menu.popup(at)

    def fill_menu(self, place: int) -> None:
        """Fill the menu of a tab."""
        key = self._key(place)
        only = _("There is no other tab.") if self.strip.count() == 1 else ""
        stays = "" if self.strip.end(place).closable else _("This tab stays open.")
        entries = [
            MenuEntry("close", _("Close"), "x", "Ctrl+W", barred=stays),
            MenuEntry("others", _("Close others"), barred=only),
        ]
        does = {"close": self.ask_close, "others": self.close_others}
        fill_menu(self.menu, self._appearance, entries, lambda chosen: does[chosen](key))

    def _key(self, place: int) -> str:
        return str(self.strip.tabData(place) or "") if place >= 0 else ""

    def _place(self, key: str) -> int:
        places = range(self.strip.count())
        return next((place for place in places if self.strip.tabData(place) == key), -1)
