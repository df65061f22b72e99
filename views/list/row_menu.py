"""The menus of a right click: on a row, and on the title of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.texts import _
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from widgets.theme import Appearance


class RowMenu(PopupMenu):
    """Offers what can be done with the rows that are chosen, and with one cell."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Build an empty menu."""
        super().__init__(_("Rows"), parent)
        self._appearance = appearance

    def offer(self, column: str, text: str, *, can_edit: bool, can_filter: bool) -> None:
        """Offer what fits a cell with a text, in a column with a title."""
        entries = [MenuEntry("copy", _("Copy as a table"), "copy", "Ctrl+C")]
        if can_edit:
            title = _("Edit {column}").format(column=column)
            entries.append(MenuEntry("edit", title, "pencil-simple", "F2"))
        if can_filter:
            said = f"“{text}”" if text else _("empty")
            title = _("Filter {column} by {value}").format(column=column, value=said)
            entries.append(MenuEntry("filter", title, "funnel-simple", separated=True))
        fill_menu(self, self._appearance, entries, self.chosen.emit)


class HeadMenu(PopupMenu):
    """Offers what can be done with a column."""

    chosen = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Build an empty menu."""
        super().__init__(_("Column"), parent)
        self._appearance = appearance

    def offer(self, name: str, *, sorted_by: bool, others: bool, last: bool, first: bool) -> None:
        """Offer what fits a column; others: the list is sorted by other columns as well."""
        entries = [
            MenuEntry("up", _("Sort ascending"), "sort-ascending"),
            MenuEntry("down", _("Sort descending"), "sort-descending"),
        ]
        if others and not sorted_by:
            entries.append(MenuEntry("add", _("Sort also by this"), "plus"))
        if sorted_by:
            entries.append(MenuEntry("unsort", _("Do not sort by this"), "x"))
        barred = _("This column is always shown.") if first or last else ""
        entries += [
            MenuEntry("filter", _("Filter…"), "funnel-simple", separated=True),
            MenuEntry("hide", _("Hide column"), "eye-slash", separated=True, barred=barred),
            MenuEntry("columns", _("Columns…"), "sliders-horizontal"),
        ]
        fill_menu(self, self._appearance, entries, lambda key: self.chosen.emit(key, name))
