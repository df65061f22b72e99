"""Sorting a list by its titles, by keys and by menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Slot

from db.list_query import Order
from views.list.sort_menu import SortMenu
from widgets.grid import SortKey

if TYPE_CHECKING:
    from views.list.tools import ListBase


class Sorting(QObject):
    """Turns clicks on titles into the orders of a state, and shows these in the head."""

    def __init__(self, base: ListBase[Any]) -> None:
        """Sort by the columns that can be sorted by."""
        super().__init__(base.grid)
        self._base = base
        self._grid = base.grid
        self._columns = base.columns
        self._sortable = base.source.sortable
        self._state = base.state
        self.menu = SortMenu(base.appearance, base.grid)
        self._grid.header.sort_requested.connect(self.sort_section)
        self.menu.chosen.connect(self.sort)
        self._state.asked.connect(self.show_sort)

    def order(self, name: str) -> Order | None:
        """Return how the list is sorted by a column."""
        return next((o for o in self._state.content.orders if o.column == name), None)

    @Slot(int, bool)
    def sort_section(self, section: int, extend: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Sort by a column; a second click turns it round, Shift adds it to the others."""
        name = self._columns[section].name
        if name not in self._sortable:
            return
        now = self.order(name)
        order = Order(name, descending=now is not None and not now.descending)
        orders = self._state.content.orders
        kept = [order if old.column == name else old for old in orders] if extend else []
        self._state.set_orders(tuple(kept if order in kept else [*kept, order]))

    @Slot(str)
    def sort(self, name: str) -> None:
        """Sort by a column, as a click on its title does."""
        self.sort_section(self._base.section(name), False)  # noqa: FBT003 - a signal's argument

    def set(self, name: str, *, descending: bool) -> None:
        """Sort by a column alone."""
        self._state.set_orders((Order(name, descending),))

    def add(self, name: str) -> None:
        """Sort by a column behind the others."""
        self._state.set_orders((*self._state.content.orders, Order(name)))

    def drop(self, name: str) -> None:
        """Do not sort by a column any more."""
        orders = self._state.content.orders
        self._state.set_orders(tuple(order for order in orders if order.column != name))

    @Slot()
    def offer(self) -> None:
        """Let the user choose by keys what the list is sorted by."""
        shown = {each.name for each in self._state.content.columns}
        columns = [c for c in self._columns if c.name in self._sortable and c.name in shown]
        columns.sort(key=lambda c: self._grid.header.visualIndex(self._columns.index(c)))
        self.menu.offer(columns, self._state.content.orders)
        self.menu.popup(self._grid.mapToGlobal(QPoint(0, self._grid.header.height())))

    @Slot()
    def show_sort(self) -> None:
        """Show in the head what the list is sorted by."""
        places = {column.name: section for section, column in enumerate(self._columns)}
        orders = self._state.content.orders
        keys = [SortKey(places[o.column], o.descending) for o in orders if o.column in places]
        self._grid.header.set_sort(keys)
