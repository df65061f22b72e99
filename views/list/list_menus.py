"""What a right click offers on the rows and titles of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot

from views.list.row_menu import HeadMenu, RowMenu
from views.list.same_value import same_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from views.list.cell_edits import CellEdits
    from views.list.column_keeper import ColumnKeeper
    from views.list.filter_values import Wanted
    from views.list.sorting import Sorting
    from views.list.tools import ListBase
    from widgets.grid import Index


class ListMenus(QObject):
    """Opens the menus and does what is chosen in them."""

    copy_wanted = Signal()
    filter_wanted = Signal(str)
    columns_wanted = Signal()

    def __init__(
        self,
        base: ListBase[Any],
        sorting: Sorting,
        keeper: ColumnKeeper,
        edits: CellEdits | None,
    ) -> None:
        """Offer menus on a grid."""
        grid = base.grid
        super().__init__(grid)
        self._base = base
        self._grid = grid
        self._model = base.model
        self._columns = base.columns
        self._state = base.state
        self._sorting = sorting
        self._keeper = keeper
        self._edits = edits
        self._index: Index = grid.currentIndex()
        self.rows = RowMenu(base.appearance, grid)
        self.head = HeadMenu(base.appearance, grid)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._offer_row)
        grid.header.menu_requested.connect(self._offer_head)
        self.rows.chosen.connect(self._do_row)
        self.head.chosen.connect(self._do_head)

    @Slot(QPoint)
    def _offer_row(self, place: QPoint) -> None:
        index = self._grid.indexAt(place)
        if not index.isValid() or self._model.item(index.row()) is None:
            return
        self._index = index
        can_edit = self._edits is not None and self._edits.can_edit(index)
        column = self._columns[index.column()].title
        can_filter = self._same() is not None
        self.rows.offer(column, str(index.data()), can_edit=can_edit, can_filter=can_filter)
        self.rows.popup(self._grid.viewport().mapToGlobal(place))

    def _same(self) -> Wanted | None:
        item = self._model.item(self._index.row())
        name = self._columns[self._index.column()].name
        return None if item is None else same_value(self._base, name, item)

    @Slot(str)
    def _do_row(self, key: str) -> None:
        if key == "copy":
            self.copy_wanted.emit()
        elif key == "edit" and self._edits is not None:
            self._edits.begin(self._index)
        elif key == "filter":
            wanted = self._same()
            if wanted is not None:
                self._state.set_filters({wanted.column: wanted})

    @Slot(int, QPoint)
    def _offer_head(self, section: int, place: QPoint) -> None:
        if section < 0:
            return
        name = self._columns[section].name
        orders = self._state.content.orders
        sorted_by = self._sorting.order(name) is not None
        last = len(self._keeper.shown) == 1
        self.head.offer(
            name, sorted_by=sorted_by, others=bool(orders), last=last, first=section == 0
        )
        self.head.popup(place)

    @Slot(str, str)
    def _do_head(self, key: str, name: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "up": lambda: self._sorting.set(name, descending=False),
            "down": lambda: self._sorting.set(name, descending=True),
            "add": lambda: self._sorting.add(name),
            "unsort": lambda: self._sorting.drop(name),
            "filter": lambda: self.filter_wanted.emit(name),
            "hide": lambda: self._keeper.show(name, shown=False),
            "columns": self.columns_wanted.emit,
        }
        actions[key]()
