"""The menu that sorts a list without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from resources.texts import _
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from db.list_query import Order
    from views.list.columns import ListColumn
    from widgets.theme import Appearance


class SortMenu(PopupMenu):
    """Offers the columns that a list can be sorted by; the arrow is the order there is now."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Build an empty menu."""
        super().__init__(_("Sort by"), parent)
        self._appearance = appearance

    def offer(self, columns: Iterable[ListColumn[Any]], orders: Sequence[Order]) -> None:
        """Offer columns, given the present order."""
        arrows = {o.column: "arrow-down" if o.descending else "arrow-up" for o in orders}
        entries = [MenuEntry(c.name, c.title, arrows.get(c.name, "")) for c in columns]
        fill_menu(self, self._appearance, entries, self.chosen.emit)
