"""The filters of a bar: chips, the menu that offers more, and the editors that open under them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import DealboardError
from db.filters import RecordFilter
from resources.texts import _
from views.filter_bar.filter_editor import FilterEditor
from views.list.filter_chips import TEXT_KEY, filter_chips
from views.list.filter_values import cell_of, fits, to_filter
from widgets.filter_row.record_popup import RecordPopup
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from views.list.filter_values import Wanted
    from views.list.record_names import RecordNames
    from views.list.tools import FilterBase
    from widgets.chips import Chip, FilterChips
    from widgets.filter_row import FilterValue


class BarFilters(QObject):
    """Keeps chips and state the same."""

    text_wanted = Signal()
    # A chip was clicked, or its cross, that stands for no filter of the state.
    own_opened = Signal(str)
    own_removed = Signal(str)

    def __init__(
        self, base: FilterBase[Any], chips: FilterChips, first: Sequence[str], switch: str
    ) -> None:
        """Offer the columns named first ahead of the others; switch says what lies below a record.

        The state decides what is shown; what is chosen goes into it.
        """
        super().__init__(chips)
        self._base = base
        self._chips = chips
        self._first = first
        self._switch = switch
        self._own: tuple[Chip, ...] = ()
        self._column = ""
        self._records: RecordPopup | None = None
        self.editor = FilterEditor(base.appearance, self)
        self.menu = PopupMenu(_("Add a filter"), chips)
        self.more = PopupMenu(_("Other fields"), self.menu)
        self._connect()
        self.show_chips()

    def set_own(self, chips: Sequence[Chip]) -> None:
        """Show chips ahead of the filters that the screen itself keeps."""
        self._own = tuple(chips)
        self.show_chips()

    @Slot()
    def show_chips(self) -> None:
        """Show a chip for each filter."""
        self._chips.set_chips([*self._own, *filter_chips(self._base)])

    def edit(self, column: str) -> None:
        """Open the editor of a column's filter, under its chip where it has one."""
        self._column = column
        anchor = self._chips.button(column)
        wanted = self._base.state.filter(column)
        by_words = wanted is not None and not isinstance(wanted, RecordFilter)
        if column in self._base.source.with_records and not by_words and self._base.names:
            self._edit_records(wanted, self._base.names, anchor)
            return
        book = self._base.book
        choices = book.for_filter(column) if book.has(column) else None
        about = cell_of(
            self._base.column(column), self._base.kind(column), self._base.tools, choices
        )
        self.editor.open(about, fits(about, wanted, self._base.tools), anchor)

    def _connect(self) -> None:
        self._base.state.asked.connect(self.show_chips)
        self._base.book.changed.connect(self.show_chips)
        if self._base.names is not None:
            self._base.names.changed.connect(self.show_chips)
        self.editor.changed.connect(self._take)
        self._chips.opened.connect(self._open)
        self._chips.removed.connect(self._remove)
        self._chips.add_clicked.connect(self._offer)

    def _edit_records(self, wanted: Wanted | None, names: RecordNames, anchor: QWidget) -> None:
        known = (
            wanted if isinstance(wanted, RecordFilter) else RecordFilter(self._column, below=True)
        )
        title = self._base.column(self._column).title
        chosen = names.titles(known.keys)
        popup = RecordPopup(self._base.appearance, title, chosen, below=known.below)
        popup.name_switch(self._switch)
        popup.asked.connect(lambda text: names.find(text, partial(self._show_found, text)))
        popup.changed.connect(partial(self._take_records, self._column))
        popup.closed.connect(self._forget_records)
        self._records = popup
        self.editor.show(popup, anchor)

    def _show_found(self, text: str, found: list[tuple[str, str]]) -> None:
        # It may be closed by then.
        if self._records is not None:
            self._records.show_found(text, found)

    @Slot()
    def _forget_records(self) -> None:
        self._records = None

    def _take_records(self, column: str, keys: tuple[str, ...], below: bool) -> None:  # noqa: FBT001 - a signal's argument
        wanted = RecordFilter(column, tuple(map(UUID, keys)), below) if keys else None
        self._base.state.set_filters({column: wanted})

    @Slot(object)
    def _take(self, value: FilterValue) -> None:
        self._base.state.set_filters({self._column: self._read(value)})

    def _read(self, value: FilterValue) -> Wanted | None:
        try:
            return to_filter(self._column, self._base.kind(self._column), value, self._base.tools)
        except DealboardError:
            return None

    @Slot(str)
    def _open(self, key: str) -> None:
        if key == TEXT_KEY:
            self.text_wanted.emit()
        elif self._is_own(key):
            self.own_opened.emit(key)
        else:
            self.edit(key)

    @Slot(str)
    def _remove(self, key: str) -> None:
        if key == TEXT_KEY:
            self._base.state.set_text("")
        elif self._is_own(key):
            self.own_removed.emit(key)
        else:
            self._base.state.set_filters({key: None})

    def _is_own(self, key: str) -> bool:
        return any(chip.key == key for chip in self._own)

    @Slot()
    def _offer(self) -> None:
        """Offer the columns that have no filter yet: the usual ones, the words, then the rest."""
        state = self._base.state
        free = {c.name: c.title for c in self._base.columns if state.filter(c.name) is None}
        usual = [MenuEntry(name, free.pop(name)) for name in self._first if name in free]
        text = MenuEntry(TEXT_KEY, _("Text"), separated=True)
        fill_menu(self.menu, self._base.appearance, [*usual, text], self._open)
        rest = [MenuEntry(name, title) for name, title in free.items()]
        fill_menu(self.more, self._base.appearance, rest, self._open)
        self.menu.addMenu(self.more)
        add = self._chips.add
        self.menu.popup(add.mapToGlobal(add.rect().bottomLeft()))
