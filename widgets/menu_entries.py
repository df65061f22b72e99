"""Menus out of plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from widgets.theme import Appearance


class MenuEntry(NamedTuple):
    """A line of a menu.

    barred is the reason why it cannot be chosen now; separated draws a rule above; checked is None
    where there is nothing to check.
    """

    key: str
    title: str
    icon: str = ""
    shortcut: str = ""
    barred: str = ""
    separated: bool = False
    checked: bool | None = None


def fill_menu(
    menu: QMenu,
    appearance: Appearance,
    entries: Sequence[MenuEntry],
    choose: Callable[[str], object],
) -> None:
    """Replace what a menu has; choose is called with the key of the entry that is chosen."""
    menu.clear()
    for entry in entries:
        if entry.separated:
            menu.addSeparator()
        _add(menu, appearance, entry, choose)


def _add(
    menu: QMenu, appearance: Appearance, entry: MenuEntry, choose: Callable[[str], object]
) -> None:
    # One "&" would be read as the mark of an access key.
    action: QAction = menu.addAction(entry.title.replace("&", "&&"))
    action.setData(entry.key)
    action.setEnabled(not entry.barred)
    action.setToolTip(entry.barred)
    if entry.icon:
        action.setIcon(appearance.icons.icon(entry.icon))
    if entry.shortcut:
        action.setShortcut(QKeySequence(entry.shortcut))
        # The window has the shortcut; here it is only shown.
        action.setShortcutVisibleInContextMenu(True)
    if entry.checked is not None:
        action.setCheckable(True)
        action.setChecked(entry.checked)
    action.triggered.connect(lambda: choose(entry.key))
