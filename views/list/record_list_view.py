"""The list screen of any kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.list_query import ListQuery, Order
from models.record_table import RecordTableModel
from resources.texts import _
from views.list.columns import Shown
from views.list.place_keeper import PlaceKeeper
from widgets.empty_state import Emptiness, EmptyState
from widgets.grid import Cell, GridView, RowLook, SortKey
from widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.record_source import RecordSource
    from views.context import ScreenContext
    from views.list.columns import ListDescription
    from widgets.grid import Index
    from widgets.theme import Appearance

Item = TypeVar("Item")
MINUTE_MS = 60_000
# A scroll is over when nothing has moved for so long.
SCROLL_REST_MS = 300
LOADING = RowLook(loading=True)
NO_CELL = Cell()


class RecordListView(QWidget, Generic[Item]):
    """A grid over any number of records with a text filter and a count."""

    failed = Signal(Exception)
    counted = Signal(int)

    def __init__(
        self,
        context: ScreenContext,
        description: ListDescription[Item],
        source: RecordSource[Item],
    ) -> None:
        """Build the screen; nothing is read before the first refresh."""
        super().__init__()
        self._description = description
        self._clock = context.clock
        self._shown = Shown(context.formats, context.parameters, context.clock())
        self._columns = description.columns()
        self._sortable = source.sortable
        self._orders: tuple[Order, ...] = ()
        self._fitted = False
        self._nothing = Emptiness("list-bullets", _("Nothing here yet"), "")
        columns = [column.in_table(lambda: self._shown) for column in self._columns]
        self.model = RecordTableModel(source, columns, context.tasks)
        self.model.setParent(self)
        self._build(context.appearance)
        self._connect()

    def refresh(self) -> None:
        """Read the list with the sort and filter that are set."""
        self.model.set_query(ListQuery(self._orders, self.search.text().strip()))

    def focus_search(self) -> None:
        """Put the cursor into the text filter."""
        self.search.setFocus()
        self.search.selectAll()

    def show_emptiness(self, emptiness: Emptiness) -> None:
        """Say what belongs here while there is nothing at all."""
        self.empty.show_emptiness(emptiness)
        self._nothing = emptiness

    def _build(self, appearance: Appearance) -> None:
        self.search = SearchField(appearance, self._description.placeholder)
        self.search.setFixedWidth(320)
        self.count = QLabel()
        self.count.setProperty("kind", "muted")
        self.grid = GridView(appearance, self._description.title, self._cell, self._row)
        self.grid.setModel(self.model)
        self.empty = EmptyState(appearance, self._nothing)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.pages, 1)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("bar")
        title = QLabel(self._description.title)
        title.setProperty("kind", "subtitle")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.search)
        return bar

    def _connect(self) -> None:
        self._keeper = PlaceKeeper(self.grid, self.model)
        self.model.failed.connect(self.failed)
        self.model.counted.connect(self._show_count)
        self.search.text_settled.connect(self.refresh)
        self.grid.header.sort_requested.connect(self._sort)
        self._rest = QTimer(self, interval=SCROLL_REST_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self.model.loader.hold(held=False))
        self.grid.verticalScrollBar().valueChanged.connect(self._scrolled)
        # "27 d" and "overdue" go on while nobody touches the list.
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._minute.start()

    def _cell(self, index: Index) -> Cell:
        item = self.model.item(index.row())
        if item is None:
            return NO_CELL
        return self._columns[index.column()].cell(item, self._shown)

    def _row(self, index: Index) -> RowLook:
        item = self.model.item(index.row())
        return LOADING if item is None else self._description.row_look(item)

    @Slot(int)
    def _show_count(self, count: int) -> None:
        text = self.search.text().strip()
        words = self._description.counted(count, text)
        self.count.setText(f"{self._shown.formats.count(count)} {words}")
        if count == 0 and text:
            self.empty.show_emptiness(_not_found(text))
        elif count == 0:
            self.empty.show_emptiness(self._nothing)
        self.pages.setCurrentWidget(self.grid if count else self.empty)
        self._fit_once(count)
        self.counted.emit(count)

    def _fit_once(self, count: int) -> None:
        """Fit the columns to the first rows that are ever shown; later the user's widths hold."""
        if count and not self._fitted:
            self._fitted = True
            self.grid.fit_columns()

    @Slot(int, bool)
    def _sort(self, section: int, extend: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Sort by a column; a second click turns it round, Shift adds it to the others."""
        name = self._columns[section].name
        if name not in self._sortable:
            return
        now = next((order for order in self._orders if order.column == name), None)
        order = Order(name, descending=now is not None and not now.descending)
        kept = [order if old.column == name else old for old in self._orders] if extend else []
        self._orders = tuple(kept if order in kept else [*kept, order])
        self._show_sort()
        self.refresh()

    def _show_sort(self) -> None:
        places = {column.name: section for section, column in enumerate(self._columns)}
        keys = [SortKey(places[o.column], descending=o.descending) for o in self._orders]
        self.grid.header.set_sort(keys)

    @Slot()
    def _scrolled(self) -> None:
        self.model.loader.hold(held=True)
        self._rest.start()

    @Slot()
    def _tick(self) -> None:
        self._shown = self._shown._replace(now=self._clock())
        self.grid.viewport().update()


def _not_found(text: str) -> Emptiness:
    sentence = _("No number, title or contact contains “{text}”.").format(text=text)
    return Emptiness("magnifying-glass", _("Nothing found"), sentence)
