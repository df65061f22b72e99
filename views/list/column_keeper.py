"""Which columns a grid shows, in which order and how wide."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from core.view_content import ViewColumn
from widgets.column_chooser import ColumnChooser, ColumnEntry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from views.list.tools import ListBase

WIDEST = 320


class ColumnKeeper(QObject):
    """Puts the columns of a grid as the state has them, and keeps what the user moves."""

    # Columns are shown that were not shown before.
    widened = Signal()

    def __init__(self, base: ListBase[Any]) -> None:
        """Arrange a grid that has its model."""
        super().__init__(base.grid)
        self._appearance = base.appearance
        self._grid = base.grid
        self._header = base.grid.header
        self._columns = base.columns
        self._places = {column.name: place for place, column in enumerate(base.columns)}
        self._state = base.state
        self._arranging = False
        self._shown: frozenset[str] = frozenset()
        self._widths: dict[str, int] = {}
        self.chooser: ColumnChooser | None = None
        self.arrange()
        self._state.arranged.connect(self.arrange)
        self._header.sectionMoved.connect(self._keep)
        self._header.sectionResized.connect(self._resized)

    @property
    def shown(self) -> list[str]:
        """The names of the columns that are shown, as they stand."""
        order = (self._columns[section].name for section in self._header.order())
        return [name for name in order if name in self._shown]

    def fit(self) -> None:
        """Fit the columns to their texts; the user's own widths hold."""
        with self.held():
            self._grid.fit_columns(WIDEST)
            self._set_widths()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Take no width that changes meanwhile for the user's."""
        before, self._arranging = self._arranging, True
        try:
            yield
        finally:
            self._arranging = before

    def show(self, name: str, *, shown: bool = True) -> None:
        """Show a column at the end, or hide it."""
        kept = [each for each in self._state.content.columns if each.name != name]
        added = [ViewColumn(name)] if shown else []
        if kept or added:
            self._state.note_columns((*kept, *added))

    def choose(self, anchor: QWidget) -> None:
        """Let the user choose the columns and their order."""
        self.chooser = ColumnChooser(self._appearance, self._entries())
        self.chooser.changed.connect(self._chosen)
        self.chooser.reset_clicked.connect(self._reset)
        self.chooser.open_below(anchor)

    @Slot()
    def arrange(self) -> None:
        """Put the columns as the state has them."""
        wanted = [each for each in self._state.content.columns if each.name in self._places]
        if [(each.name, each.width) for each in wanted] == self._now():
            return
        with self.held():
            self._arrange(wanted)
        names = frozenset(each.name for each in wanted)
        more, self._shown = bool(names - self._shown), names
        if more:
            self.widened.emit()

    def _now(self) -> list[tuple[str, int | None]]:
        return [(name, self._widths.get(name)) for name in self.shown]

    def _arrange(self, wanted: Sequence[ViewColumn]) -> None:
        order = [self._places[each.name] for each in wanted]
        rest = [place for place in range(len(self._columns)) if place not in set(order)]
        for at, section in enumerate([*order, *rest]):
            self._header.moveSection(self._header.visualIndex(section), at)
        for section in rest:
            self._header.hideSection(section)
        for each in wanted:
            section = self._places[each.name]
            fresh = self._header.isSectionHidden(section)
            self._header.showSection(section)
            if fresh and each.width is None and self._grid.model().rowCount():
                self._grid.resizeColumnToContents(section)
                self._header.resizeSection(section, min(self._header.sectionSize(section), WIDEST))
        self._widths = {each.name: each.width for each in wanted if each.width is not None}
        self._set_widths()

    def _set_widths(self) -> None:
        for name, width in self._widths.items():
            self._header.resizeSection(self._places[name], width)

    @Slot(int, int, int)
    def _resized(self, section: int, before: int, after: int) -> None:
        if not self._arranging and before > 0 and after > 0:
            self._widths[self._columns[section].name] = after
            self._keep()

    @Slot()
    def _keep(self) -> None:
        if not self._arranging:
            kept = (ViewColumn(name, self._widths.get(name)) for name in self.shown)
            self._state.note_columns(tuple(kept))

    def _entries(self) -> list[ColumnEntry]:
        fixed = self._columns[0].name
        shown = self.shown
        titles = {column.name: column.title for column in self._columns}
        rest = [column.name for column in self._columns if column.name not in shown]
        rest.sort(key=lambda name: titles[name].casefold())
        return [
            ColumnEntry(name, titles[name], name in self._shown, fixed=name == fixed)
            for name in (*shown, *rest)
        ]

    @Slot(object)
    def _chosen(self, entries: Sequence[ColumnEntry]) -> None:
        names = [entry.key for entry in entries if entry.shown or entry.fixed]
        self._state.note_columns(tuple(ViewColumn(n, self._widths.get(n)) for n in names))

    @Slot()
    def _reset(self) -> None:
        self._widths.clear()
        self._state.note_columns(self._state.usual.columns)
        self.fit()
        if self.chooser is not None:
            self.chooser.set_entries(self._entries())
