"""The list screen of any kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from core.view_content import ViewContent
from models.record_loader import PAINTED_MS
from models.record_table import RecordTableModel
from resources.texts import _
from views.list.cell_edits import CellEdits
from views.list.choice_book import ChoiceBook
from views.list.chosen_sums import ChosenSums
from views.list.column_keeper import ColumnKeeper
from views.list.columns import Shown
from views.list.exporter import Exporter, exported_words
from views.list.figures_panel import FiguresPanel
from views.list.figures_reader import FiguresReader
from views.list.filter_part import FilterPart
from views.list.filter_values import FilterTools
from views.list.fresh_rows import FreshRows
from views.list.list_frame import ListFrame, not_found
from views.list.list_menus import ListMenus
from views.list.list_state import ListState
from views.list.place_keeper import PlaceKeeper
from views.list.row_copier import RowCopier
from views.list.selection import chosen_count
from views.list.sorting import Sorting
from views.list.tools import NO_PARTS, ListBase, ListParts
from views.list.view_menu import ViewMenu
from widgets.grid import Cell, RowLook
from widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from core.record_source import RecordSource
    from db.list_query import ListQuery, Order
    from views.context import ScreenContext
    from views.list.columns import ListDescription
    from views.list.exporter import Exported
    from views.list.figures_reader import ListSums
    from widgets.grid import Index

    Slotted = Callable[[], object]

Item = TypeVar("Item")
MINUTE_MS = 60_000
# A scroll is over when nothing has moved for so long.
SCROLL_REST_MS = 300
SORT_KEY = "Ctrl+Shift+S"
LOADING = RowLook(loading=True)
NO_CELL = Cell()


class RecordListView(ListFrame, Generic[Item]):
    """A grid over any number of records: filters, sorts, columns, sums, edits, export."""

    failed = Signal(Exception)
    counted = Signal(int)
    # How many rows are chosen; what they add up to (ChosenTotals); how many are on the clipboard.
    chosen = Signal(int)
    summed = Signal(object)
    copied = Signal(int)
    # A row is to be opened; an edit was saved: its act and what it is called.
    activated = Signal(object)
    acted = Signal(object, str)
    # The content of the view has changed; the saved views are others.
    content_changed = Signal()
    views_changed = Signal()

    def __init__(
        self,
        context: ScreenContext,
        description: ListDescription[Item],
        source: RecordSource[Item],
        parts: ListParts[Item] = NO_PARTS,
    ) -> None:
        """Build the screen; nothing is read before the first refresh."""
        super().__init__(context, description.title, description.placeholder)
        self._description = description
        self._source = source
        self._clock = context.clock
        self._shown = Shown(context.formats, context.parameters, context.clock(), parts.calendar)
        self._fitted = self._begun = self._opens_editor = self._read_choices = False
        self._build_base(context, parts)
        self._build_parts(context, parts)
        self._lay_out(self.panel.widget if self.panel else None)
        self._connect()
        self._add_actions()

    @property
    def content(self) -> ViewContent:
        """What is shown now: columns, filters, sorts, words."""
        return self.state.content

    def start(self, content: ViewContent | None = None, view_id: UUID | None = None) -> None:
        """Show a content, that of a view perhaps, else the view to begin with; read."""
        self._begun = True
        self.view_menu.begin(content, view_id)

    def set_content(self, content: ViewContent) -> None:
        """Show other columns, filters and sorts."""
        self._begun = True
        self.view_menu.give_way()
        self.state.set_content(content)

    def show_query(self, query: ListQuery) -> None:
        """Show the rows of a query in the columns that stand there."""
        columns = self.state.content.columns
        self.set_content(ViewContent(columns, query.filters, query.orders, (), query.text))

    @Slot()
    def refresh(self) -> None:
        """Read the list with the sort and filter that are set."""
        self._begun = True
        text = self.search.text().strip()
        if text != self.state.content.text:
            self.state.note_text(text)
            self.filters.show_chips()
        self.model.set_query(self.query())

    def query(self) -> ListQuery:
        """Return what the list asks for, as it is now."""
        return self.base.query()

    def sort_by(self, orders: tuple[Order, ...]) -> None:
        """Sort by some columns, the first one first."""
        self._begun = True
        if orders == self.state.content.orders:
            self.refresh()
        self.state.set_orders(orders)

    def take_changes(self, rows: Mapping[str, AbstractSet[UUID]] | None, who: str = "") -> None:
        """Take rows that have changed, by table, or None for all; who: somebody else did it."""
        self.model.loader.refresh(rows)
        touched = self._source.watched if rows is None else self._source.watched & rows.keys()
        if touched:
            self.reader.read_soon()
            self._sum_chosen()
        if touched - {self._source.table}:
            self.book.read()
        if rows is None or "saved_view" in rows:
            self.view_menu.read()
        mine = rows.get(self._source.table, frozenset()) if rows else frozenset()
        if who and mine:
            self.fresh.add(mine, who)

    @Slot()
    def read_again(self) -> None:
        """Read what is shown anew; the user's place stays."""
        self.model.loader.read_again()
        self.reader.read_now()
        self.book.read()

    @Slot()
    def focus_search(self) -> None:
        """Put the cursor into the text filter."""
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def offer_sorts(self) -> None:
        """Let the user choose by keys what the list is sorted by."""
        self.sorting.offer()

    def show_panel(self, *, shown: bool) -> None:
        """Show or hide the side panel."""
        if self.panel is not None:
            self.panel.widget.setVisible(shown)
            self.bar.panel.setChecked(shown)

    def _build_base(self, context: ScreenContext, parts: ListParts[Item]) -> None:
        columns = self._description.columns()
        tools = FilterTools(context.formats, parts.calendar, context.clock)
        table = [column.in_table(lambda: self._shown) for column in columns]
        self.model = RecordTableModel(self._source, table, context.tasks)
        self.model.setParent(self)
        self.grid.setModel(self.model)
        self.grid.set_frozen(1)
        self.state = ListState(self, [each.name for each in columns if each.shown])
        self.book = ChoiceBook(self._source, columns, tools.formats, context.tasks)
        self.book.setParent(self)
        self._columns = columns
        self.base = ListBase(
            context.appearance,
            context.tasks,
            tools,
            self._source,
            columns,
            self.state,
            self.book,
            parts.names,
            self.grid,
            self.model,
        )

    def _build_parts(self, context: ScreenContext, parts: ListParts[Item]) -> None:
        base, figures, about = self.base, parts.figures, self._description
        self.keeper = ColumnKeeper(base)
        self.sorting = Sorting(base)
        self.sort_menu = self.sorting.menu
        self.filters = FilterPart(base, self.bar.chips)
        panel = about.panel if figures else None
        self.reader = FiguresReader(base, figures, panel)
        self.panel = FiguresPanel(base, panel, context.parameters) if panel else None
        usual = about.all_rows or about.title
        self.view_menu = ViewMenu(base, self.bar.view, parts.views, usual)
        self.edits = CellEdits(base, parts.editing) if parts.editing else None
        self.menus = ListMenus(base, self.sorting, self.keeper, self.edits)
        self.fresh = FreshRows(context.appearance, self)
        self.copier = RowCopier(self.grid, self.model, self._source, context.tasks)
        export = parts.export
        self.exporter = Exporter(base, self.keeper, self, export) if export else None
        self.sums = ChosenSums(base, figures) if figures else None
        self._source.show(self.keeper.shown)
        self.bar.show_buttons(panel=panel is not None, export=export is not None)

    def _connect(self) -> None:
        self._connect_rows()
        self._connect_bar()
        self._connect_parts()
        # "27 d" and "overdue" go on while nobody touches the list.
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._minute.start()

    def _connect_rows(self) -> None:
        PlaceKeeper(self.grid, self.model)
        self.model.failed.connect(self.failed)
        self.model.counted.connect(self._show_count)
        # Rows come in many small parts where others change them; once for all of a turn is enough.
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self._fit)
        self.model.loader.loaded.connect(self._fit_soon)
        self._behind = QTimer(self, interval=PAINTED_MS, singleShot=True)
        self._behind.timeout.connect(self._read_rest)
        self.model.loader.answered.connect(self._behind.start)
        self._rest = QTimer(self, interval=SCROLL_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._hold)
        self.grid.verticalScrollBar().valueChanged.connect(self._scrolled)
        # Behind the keeper, which chooses the rows again after a reset.
        self.model.modelReset.connect(self._tell_chosen)
        self.grid.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.grid.doubleClicked.connect(self._double_clicked)
        self.grid.activated.connect(self._activate)
        self.fresh.changed.connect(self.grid.viewport().update)

    def _connect_bar(self) -> None:
        self.search.text_settled.connect(self.state.set_text)
        self.bar.columns.clicked.connect(self._choose_columns)
        self.bar.panel.toggled.connect(lambda shown: self.show_panel(shown=shown))
        if self.panel is not None:
            self.panel.widget.closed.connect(lambda: self.show_panel(shown=False))
        self.filters.column_needed.connect(self.keeper.show)
        self.filters.text_wanted.connect(self.focus_search)
        self.menus.copy_wanted.connect(self.copier.copy)
        self.menus.columns_wanted.connect(self._choose_columns)
        self.menus.filter_wanted.connect(lambda name: self.filters.focus(name, open_choices=True))
        self.missed.first_clicked.connect(self.state.clear)

    def _connect_parts(self) -> None:
        self.state.asked.connect(self._ask)
        self.state.arranged.connect(self.content_changed)
        self.keeper.widened.connect(self._read_wider)
        self.reader.arrived.connect(self._show_sums)
        for part in (self.reader, self.book, self.view_menu, self.copier):
            part.failed.connect(self.failed)
        self.copier.copied.connect(self.copied)
        self.view_menu.told.connect(self.say)
        self.view_menu.refused.connect(self._refuse)
        self.view_menu.changed.connect(self.views_changed)
        self.view_menu.began.connect(self.views_changed)
        if self.sums is not None:
            self.sums.summed.connect(self.summed)
            self.sums.failed.connect(self.failed)
        if self.exporter is not None:
            self.exporter.failed.connect(self.failed)
            self.exporter.refused.connect(self._refuse)
            self.exporter.exported.connect(self._tell_exported)
        if self.edits is not None:
            self.edits.acted.connect(self.acted)
            self.edits.saved.connect(self.reader.read_soon)
            self.edits.saved.connect(self._sum_chosen)
            self.edits.refused.connect(self._refuse)
            self.edits.failed.connect(self.failed)
            self.edits.held.connect(self._hold)

    def _add_actions(self) -> None:
        find, again = QKeySequence.StandardKey.Find, QKeySequence.StandardKey.Refresh
        self._add_action(_("Find"), find, self.focus_search)
        self._add_action(_("Read again"), again, self.read_again)
        self._add_action(_("Sort by…"), SORT_KEY, self.offer_sorts)
        copy = QAction(_("Copy"), self.grid)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        # In the text filter the same keys copy words.
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copier.copy)
        self.grid.addAction(copy)
        shortcut = QKeySequence(find).toString(QKeySequence.SequenceFormat.NativeText)
        self.search.setToolTip(_("Find ({shortcut})").format(shortcut=shortcut))

    def _add_action(self, text: str, keys: QKeySequence.StandardKey | str, slot: Slotted) -> None:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.triggered.connect(slot)
        self.addAction(action)

    def _cell(self, index: Index) -> Cell:
        item = self.model.item(index.row())
        if item is None:
            return NO_CELL
        return self._columns[index.column()].cell(item, self._shown)

    def _row(self, index: Index) -> RowLook:
        item = self.model.item(index.row())
        if item is None:
            return LOADING
        look, key = self._description.row_look(item), self.model.key(index.row())
        if key is None:
            return look
        saving = self.edits is not None and self.edits.is_saving(key)
        who = self.fresh.who(key)
        return look._replace(fresh=who, saving=saving) if who or saving else look

    @Slot()
    def _ask(self) -> None:
        """Read for other filters, sorts or words."""
        text = self.state.content.text
        if self.search.text().strip() != text:
            self.search.setText(text)
            self.search.settle()
        if self._begun:
            self.message.hide()
            self.refresh()
        self.content_changed.emit()

    @Slot()
    def _read_wider(self) -> None:
        """Read what columns need that were not shown before."""
        self._source.show(self.keeper.shown)
        if self._begun:
            self.model.loader.read_again()

    @Slot(int)
    def _show_count(self, count: int) -> None:
        content = self.state.content
        words = self._description.counted(count, content.text)
        self.foot.show_count(f"{self._shown.formats.count(count)} {words}")
        asked = bool(content.text or content.filters)
        if count == 0 and asked:
            self.missed.show_emptiness(not_found(content.text))
        cover = self.missed if asked else self.empty
        self.grid.set_cover(None if count else cover)
        self._fit()
        self.counted.emit(count)

    @Slot()
    def _read_rest(self) -> None:
        """Read what stands around the rows, once the first of them are painted."""
        self.reader.read_now()
        if not self._read_choices:
            self._read_choices = True
            self.book.read()

    @Slot(object)
    def _show_sums(self, sums: ListSums) -> None:
        if sums.query != self.query() and sums.query.filters != self.query().filters:
            return
        self.foot.show_sums(sums)
        if self.panel is not None:
            self.panel.show_sums(sums)

    @Slot()
    def _fit_soon(self) -> None:
        self._fitting.start()

    @Slot()
    def _fit(self) -> None:
        """Fit the columns to the first rows that are ever loaded; later the user's widths hold."""
        if not self._fitted and self.model.rowCount() and self.model.item(0) is not None:
            self._fitted = True
            self.keeper.fit()
            return
        with self.keeper.held():
            self.grid.widen_numbers()

    @Slot()
    def _tell_chosen(self) -> None:
        self.chosen.emit(chosen_count(self.grid.selectionModel()))
        self._sum_chosen()

    @Slot()
    def _sum_chosen(self) -> None:
        if self.sums is not None:
            self.sums.ask()

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        self._opens_editor = self.edits is not None and self.edits.begin(index)
        # Qt tells of the same double click once more, as of a row that is to be opened.
        QTimer.singleShot(0, self, self._forget_double_click)

    @Slot()
    def _forget_double_click(self) -> None:
        self._opens_editor = False

    @Slot(QModelIndex)
    def _activate(self, index: QModelIndex) -> None:
        key = self.model.key(index.row())
        if key is not None and not self._opens_editor:
            self.activated.emit(key)

    @Slot()
    def _choose_columns(self) -> None:
        self.keeper.choose(self.bar.columns)

    @Slot(object)
    def _tell_exported(self, exported: Exported) -> None:
        count = self._shown.formats.count(exported.rows)
        self.say(exported_words(exported, count), MessageKind.INFO)

    @Slot(Exception)
    def _refuse(self, error: Exception) -> None:
        self.say(str(error))

    @Slot()
    def _scrolled(self) -> None:
        self._rest.start()
        self._hold()

    @Slot()
    def _hold(self) -> None:
        """Keep the rows where they are while the user scrolls or types into one."""
        editing = self.edits is not None and self.edits.is_open
        self.model.loader.hold(held=self._rest.isActive() or editing)

    @Slot()
    def _tick(self) -> None:
        self._shown = self._shown._replace(now=self._clock())
        self.grid.viewport().update()
