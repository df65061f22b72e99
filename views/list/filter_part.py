"""The filter row and the chips of a list, both showing the same filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import DealboardError
from resources.texts import _
from views.list.filter_chips import TEXT_KEY, filter_chips
from views.list.filter_values import cell_of, fits, to_filter
from widgets.filter_row import FilterRow
from widgets.filter_row.pickers import PickerCell
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from views.list.columns import ListColumn
    from views.list.filter_values import Wanted
    from views.list.tools import ListBase
    from widgets.chips import FilterChips
    from widgets.filter_row import Filter, FilterValue


class FilterPart(QObject):
    """Keeps row, chips and state the same."""

    # A cell is to be used whose column is not shown.
    column_needed = Signal(str)
    text_wanted = Signal()

    def __init__(self, base: ListBase[Any], chips: FilterChips) -> None:
        """Build the row under the titles of a grid."""
        super().__init__(base.grid)
        self._base = base
        self._grid = base.grid
        self._chips = chips
        self._columns = base.columns
        self._kinds = base.source.kinds
        self._state = base.state
        self._book = base.book
        self._tools = base.tools
        self._about = [self._cell(column) for column in base.columns]
        self.row = FilterRow(base.appearance, base.grid.header, dict(enumerate(self._about)))
        self.menu = PopupMenu(_("Add a filter"), base.grid)
        self._connect()

    def focus(self, column: str, *, open_choices: bool = False) -> None:
        """Put the keyboard into the cell of a column, shown first where it is hidden."""
        section = self._base.section(column)
        if self._grid.header.isSectionHidden(section):
            self.column_needed.emit(column)
        self._grid.show_section(section)
        self.row.lay_out()
        self.row.focus(section)
        cell = self.row.cells[section]
        if open_choices and isinstance(cell, PickerCell):
            cell.open()

    @Slot()
    def show_state(self) -> None:
        """Show the filters of the state; a cell that means the same is left as it is typed."""
        for section, column in enumerate(self._columns):
            wanted = self._state.filter(column.name)
            if self._meant(section) != wanted:
                self.row.set_value(section, fits(self._about[section], wanted, self._tools))
        self.show_chips()

    @Slot()
    def show_chips(self) -> None:
        """Show a chip for each filter."""
        self._chips.set_chips(filter_chips(self._base))

    def _connect(self) -> None:
        self.row.changed.connect(self._typed)
        self.row.left_downwards.connect(self._enter_rows)
        self._state.asked.connect(self.show_state)
        self._book.changed.connect(self._choices_came)
        if self._base.names is not None:
            self._base.names.changed.connect(self.show_chips)
        self._chips.opened.connect(self._open)
        self._chips.removed.connect(self._remove)
        self._chips.add_clicked.connect(self._offer)

    def _cell(self, column: ListColumn[Any]) -> Filter:
        kind = self._kinds[column.name]
        choices = self._book.for_filter(column.name) if self._book.has(column.name) else None
        return cell_of(column, kind, self._tools, choices)

    def _meant(self, section: int) -> Wanted | None:
        return self._read(section, self.row.cells[section].value)

    def _read(self, section: int, value: FilterValue) -> Wanted | None:
        column = self._columns[section].name
        try:
            return to_filter(column, self._kinds[column], value, self._tools)
        except DealboardError:
            return None

    @Slot(int, object)
    def _typed(self, section: int, value: FilterValue) -> None:
        self._state.set_filters({self._columns[section].name: self._read(section, value)})

    @Slot()
    def _choices_came(self) -> None:
        for section, column in enumerate(self._columns):
            if self._book.has(column.name) and self._state.filter(column.name) is not None:
                self.row.set_value(section, self.row.cells[section].value)
        self.show_chips()

    @Slot()
    def _enter_rows(self) -> None:
        if not self._grid.currentIndex().isValid() and self._grid.model().rowCount():
            first = self._grid.header.first_section()
            self._grid.setCurrentIndex(self._grid.model().index(0, first))
        self._grid.setFocus()

    @Slot(str)
    def _open(self, key: str) -> None:
        if key == TEXT_KEY:
            self.text_wanted.emit()
        else:
            self.focus(key, open_choices=True)

    @Slot(str)
    def _remove(self, key: str) -> None:
        if key == TEXT_KEY:
            self._state.set_text("")
        else:
            self._state.set_filters({key: None})

    @Slot()
    def _offer(self) -> None:
        """Offer the columns, those that are shown first."""
        shown = {each.name for each in self._state.content.columns}
        free = [c for c in self._columns if self._state.filter(c.name) is None]
        first = [MenuEntry(c.name, c.title) for c in free if c.name in shown]
        rest = [MenuEntry(c.name, c.title) for c in free if c.name not in shown]
        if rest:
            rest[0] = rest[0]._replace(separated=True)
        fill_menu(self.menu, self._base.appearance, [*first, *rest], self._add)
        below = self._chips.add.rect().bottomLeft()
        self.menu.popup(self._chips.add.mapToGlobal(below))

    def _add(self, column: str) -> None:
        self.focus(column, open_choices=True)
