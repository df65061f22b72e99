"""A board: columns beside one another, between whose ends the others scroll."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from widgets.kanban.card_delegate import CardDelegate
from widgets.kanban.columns import ColumnRow
from widgets.kanban.drag_picture import drag_picture
from widgets.kanban.dragging import Dragging
from widgets.kanban.key_moves import KeyMoves
from widgets.kanban.moving_keys import MovingKeys
from widgets.kanban.selection import CardSelection
from widgets.kanban.tools import Tools

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QHideEvent,
    )

    from widgets.grid.cell import Index
    from widgets.kanban.column import ColumnPane
    from widgets.kanban.values import Card, Column, Preview, Refusal
    from widgets.theme import Appearance, Density

# Without row_of no more rows than these are searched for a card.
SEARCHED = 2_000


class CardLook(Protocol):
    """Says what a card shows."""

    def __call__(self, index: Index) -> Card | None:
        """Return the card of an index, None while it is loading."""


class KanbanBoard(QWidget):
    """Shows columns of cards and tells what the user wants done with them; changes no model."""

    activated = Signal(object)
    drag_began = Signal(object)
    drag_ended = Signal()
    target_changed = Signal(str)
    dropped = Signal(object, str)
    chosen = Signal(object)
    collapsed = Signal(str, bool)
    entered = Signal(str, str)
    entry_edited = Signal(str, str)
    entry_closed = Signal(str)
    menu_wanted = Signal(object, QPoint)
    needed = Signal(str)

    def __init__(
        self, appearance: Appearance, look: CardLook, key: Callable[[Index], UUID | None]
    ) -> None:
        """Build an empty board; look says what a card shows, key which one it is."""
        super().__init__()
        # The row where cards would land in a column by its order; None: not known.
        self.place_for: Callable[[tuple[UUID, ...], str], int | None] | None = None
        # The row of a card in a column; without it only the first rows are searched.
        self.row_of: Callable[[str, UUID], int | None] | None = None
        self._gone: list[ColumnPane] = []
        self._cover: QWidget | None = None
        self.delegate = CardDelegate(appearance, look, self)
        self._tools = Tools(appearance, self.delegate, look, key, self._find)
        self.columns = ColumnRow(self._tools)
        self.selection = CardSelection(self.columns, self._tools)
        self.dragging = Dragging(self.columns, self._place_for)
        self._moves = KeyMoves(self.columns, self.dragging)
        self._keys = MovingKeys(self.columns)
        self._current: str | None = None
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self._connect()
        appearance.changed.connect(self._refit)

    def set_columns(self, columns: Sequence[Column], collapsed: AbstractSet[str]) -> None:
        """Show these columns; one that stays keeps its model, place and selection."""
        self._gone += self.columns.set_columns(columns, collapsed)
        if not self.dragging.is_active:
            self._bury()
        self.selection.look_again()

    def set_model(self, key: str, model: QAbstractItemModel) -> None:
        """Give a column the model of its cards."""
        pane = self.columns.pane(key)
        if pane is not None:
            pane.set_model(model)

    def set_refusals(self, refusals: Mapping[str, Refusal]) -> None:
        """Say which columns take nothing of what is dragged, and why; empty if all take it."""
        self.dragging.set_refusals(refusals)

    def set_previews(self, previews: Mapping[str, Preview]) -> None:
        """Say what a drop would make of the figures of columns."""
        self.dragging.set_previews(previews)

    def set_density(self, density: Density) -> None:
        """Draw the cards closer together or farther apart."""
        self.delegate.set_density(density)
        self._refit()

    def set_cover(self, cover: QWidget | None) -> None:
        """Show a widget in the place of the columns."""
        if self._cover is not None and self._cover is not cover:
            self._cover.hide()
        self._cover = cover
        layout = self.layout()
        if cover is not None and layout is not None:
            layout.addWidget(cover)
            cover.show()
        self.columns.setVisible(cover is None)

    @Slot()
    def refresh(self) -> None:
        """Draw all cards anew, where no model tells that they changed."""
        for pane in self.columns:
            if pane.cards is not None:
                pane.cards.viewport().update()

    @Slot()
    def cancel_drag(self) -> None:
        """End a drag without a drop."""
        self.dragging.cancel()

    def begin_entry(self, key: str) -> None:
        """Open the quick line of a column."""
        pane = self.columns.pane(key)
        if pane is not None:
            self._begin_entry(pane)

    def close_entry(self, key: str) -> None:
        """Close the quick line of a column and forget what was typed."""
        pane = self.columns.pane(key)
        if pane is not None and pane.body is not None:
            pane.body.close_entry()

    def set_entry_error(self, key: str, sentence: str) -> None:
        """Say below the quick line of a column what is wrong."""
        pane = self.columns.pane(key)
        if pane is not None and pane.body is not None:
            pane.body.quick.set_error(sentence)

    def set_suggestions(self, key: str, suggestions: Sequence[str]) -> None:
        """Offer continuations of what is typed into the quick line of a column."""
        pane = self.columns.pane(key)
        if pane is not None and pane.body is not None:
            pane.body.quick.set_suggestions(suggestions)

    def select(self, keys: Sequence[UUID]) -> None:
        """Select these cards and no others, as far as they are there, and show the first."""
        self.selection.select(keys)

    def selected(self) -> tuple[UUID, ...]:
        """Return the keys of the selected cards, column by column from the top."""
        return self.selection.keys()

    def spoken(self, index: Index) -> str:
        """Return a card in words, for reading aloud."""
        return self.delegate.spoken(index)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Refused at the door, a drag would never be told of again: columns answer as it moves.
        if self.dragging.owns(event.mimeData()):
            self.dragging.hover(self._place(event))
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.dragging.owns(event.mimeData()) and self.dragging.hover(self._place(event)):
            event.acceptProposedAction()
        elif self.dragging.owns(event.mimeData()):
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.dragging.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.dragging.owns(event.mimeData()) and self.dragging.drop(self._place(event)):
            event.acceptProposedAction()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.dragging.cancel()

    def _connect(self) -> None:
        self.columns.built.connect(self._wire)
        self.columns.toggled.connect(self._toggle)
        self.selection.changed.connect(self.chosen)
        self.dragging.began.connect(self._fade)
        self.dragging.began.connect(self.drag_began)
        self.dragging.dropped.connect(self._tell_drop)
        self.dragging.ended.connect(self._settle)
        self.dragging.ended.connect(self.drag_ended)
        self.dragging.target_changed.connect(self.target_changed)
        self._keys.opened.connect(self._open)
        self._keys.entry_wanted.connect(self._begin_entry)
        self._keys.move_wanted.connect(self._move_by_keys)
        self._keys.cleared.connect(self.selection.clear)

    @Slot(object)
    def _wire(self, pane: ColumnPane) -> None:
        """Listen to what was built of a column."""
        cards, body = pane.cards, pane.body
        if cards is None or body is None or cards.take_key is not None:
            return
        cards.take_key = partial(self._keys.take, pane)
        self.selection.watch(cards)
        cards.taken.connect(partial(self._take, pane))
        cards.opened.connect(partial(self._open, pane))
        cards.drag_wanted.connect(partial(self._drag, pane))
        cards.menu_asked.connect(partial(self._ask_for_menu, pane))
        body.quick.entered.connect(partial(self.entered.emit, pane.key))
        body.quick.edited.connect(partial(self.entry_edited.emit, pane.key))
        body.quick.closed.connect(partial(self.entry_closed.emit, pane.key))
        self.needed.emit(pane.key)

    def _take(self, pane: ColumnPane) -> None:
        self._current = pane.key
        self.columns.reveal(pane)

    def _open(self, pane: ColumnPane, index: Index) -> None:
        key = self._tools.key(index)
        if key is not None:
            self.activated.emit(key)

    def _ask_for_menu(self, pane: ColumnPane, index: Index, place: QPoint) -> None:
        keys = self.selected()
        if index.isValid() and keys:
            self.menu_wanted.emit(keys, place)

    @Slot(object)
    def _begin_entry(self, pane: ColumnPane) -> None:
        if not pane.is_open:
            self._toggle(pane, False)  # noqa: FBT003 - a slot of a signal without names
        self.columns.reveal(pane)
        if pane.body is not None and pane.column.accepts_entry:
            pane.body.begin_entry()

    @Slot(object, bool)
    def _toggle(self, pane: ColumnPane, collapsed: bool) -> None:  # noqa: FBT001 - a slot
        had_focus = pane.isAncestorOf(QApplication.focusWidget() or self)
        pane.set_collapsed(collapsed=collapsed)
        self.columns.settle()
        if not collapsed:
            self.columns.reveal(pane)
        stops = pane.stops()
        if had_focus and stops:
            stops[-1].setFocus()
        self.collapsed.emit(pane.key, collapsed)

    def _drag(self, pane: ColumnPane, index: Index) -> None:
        """Let the mouse drag the selected cards."""
        card, cards = self._tools.look(index), pane.cards
        if card is None or cards is None:
            return
        if not self.dragging.begin(self.selection.by_column(), by_mouse=True):
            return
        count, width = (
            len(self.dragging.keys),
            self.delegate.card_rect(cards.visualRect(index)).width(),
        )
        picture, hot_spot = drag_picture(
            self.delegate.cards, card, count, width, self.devicePixelRatioF()
        )
        self.dragging.run(picture, hot_spot)

    @Slot(object, int)
    def _move_by_keys(self, pane: ColumnPane, direction: int) -> None:
        held = self.selection.by_column()
        cards = pane.cards
        if not held and cards is not None and cards.currentIndex().isValid():
            key = self._tools.key(cards.currentIndex())
            held = {pane.key: (key,)} if key is not None else {}
        self._moves.begin(held, pane, direction)

    @Slot(object, str)
    def _tell_drop(self, keys: tuple[UUID, ...], column: str) -> None:
        self.dropped.emit(keys, column)
        # Where the models have changed at once, the cards stay selected in their new column.
        found = [key for key in keys if self._find(column, key) is not None]
        if not found:
            return
        self.select(found)
        pane, focus = self.columns.pane(column), QApplication.focusWidget()
        if pane is not None and pane.is_open and pane.cards and self.columns.holding(focus):
            pane.cards.setFocus()

    @Slot(object)
    def _fade(self, keys: tuple[UUID, ...]) -> None:
        """Draw what is dragged as a ghost."""
        dragged = frozenset(keys)
        self.delegate.set_dimmed(lambda index: self._tools.key(index) in dragged)
        self.refresh()

    @Slot()
    def _settle(self) -> None:
        """Draw all cards as they are, and let go of columns that went during a drag."""
        self.delegate.set_dimmed(None)
        self.refresh()
        self._bury()

    def _bury(self) -> None:
        for pane in self._gone:
            pane.deleteLater()
        self._gone.clear()

    @Slot()
    def _refit(self) -> None:
        for pane in self.columns:
            if pane.cards is not None:
                pane.cards.fit_rows()
        self.columns.settle()

    def _place(self, event: QDropEvent) -> QPoint:
        return self.columns.mapFrom(self, event.position().toPoint())

    def _place_for(self, keys: tuple[UUID, ...], column: str) -> int | None:
        return self.place_for(keys, column) if self.place_for is not None else None

    def _find(self, column: str, key: UUID) -> int | None:
        """Return the row of a card in a column, if it is known to stand there."""
        if self.row_of is not None:
            return self.row_of(column, key)
        pane = self.columns.pane(column)
        model = pane.model if pane is not None else None
        if model is None:
            return None
        rows = range(min(SEARCHED, model.rowCount()))
        return next((row for row in rows if self._tools.key(model.index(row, 0)) == key), None)
