"""The cards of one column, however many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from widgets.kanban.card_signs import ListSigns
from widgets.kanban.place_keeper import PlaceKeeper
from widgets.kanban.wheel import LINE, distance, is_sideways
from widgets.table_manners import set_manners

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from widgets.grid.cell import Index
    from widgets.kanban.tools import Tools

PER_PIXEL = QAbstractItemView.ScrollMode.ScrollPerPixel
Choice = QItemSelectionModel.SelectionFlag
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class CardList(QTableView):
    """A list that is laid out at once: a table of one column, whose rows are all equally high.

    A QListView asks for every row, or, laid out in batches, loses its place with every change.
    """

    others_cleared = Signal()
    chosen_changed = Signal()
    taken = Signal()
    opened = Signal(object)
    drag_wanted = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, tools: Tools, find: Callable[[UUID], int | None]) -> None:
        """Build an empty list; find tells the row of a card."""
        super().__init__()
        self._tools = tools
        self._signs = ListSigns(tools)
        self._keeper = PlaceKeeper(self, tools.key, find)
        # Asked for each key first; tells whether it took it.
        self.take_key: Callable[[QKeyEvent], bool] | None = None
        self._set_manners()
        self._set_drag()
        self.setItemDelegate(tools.delegate)
        tools.delegate.turned.connect(self.viewport().update)
        self.fit_rows()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._keeper.watch(model)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self._signs.has_model = model is not None
        self.viewport().update()

    @Slot()
    def fit_rows(self) -> None:
        """Make rows as high as the cards of the density in use."""
        self.verticalHeader().setDefaultSectionSize(self._tools.delegate.row_height)
        self.viewport().update()

    def count(self) -> int:
        """Return how many cards there are."""
        model = self.model()
        return model.rowCount() if model else 0

    def key(self, row: int) -> UUID | None:
        """Return the key of a card, None while it is not known."""
        return self._tools.key(self.model().index(row, 0))

    def chosen_rows(self) -> list[int]:
        """Return the rows of the selected cards, from the top."""
        if self.model() is None:
            return []
        selection = self.selectionModel().selection()
        parts = [selection.at(n) for n in range(selection.size())]
        return sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))

    def chosen_keys(self) -> tuple[UUID, ...]:
        """Return the keys of the selected cards, as far as they are known."""
        keys = (self.key(row) for row in self.chosen_rows())
        return tuple(key for key in keys if key is not None)

    def choose_rows(self, rows: list[int]) -> None:
        """Select these rows too; the first of them gets the keyboard, and comes into sight."""
        self._keeper.choose(rows)
        if rows:
            first = self.model().index(min(rows), 0)
            self.selectionModel().setCurrentIndex(first, Choice.NoUpdate)
            self.scrollTo(first)

    def go_to(self, row: int) -> None:
        """Move the keyboard to a row and select it alone."""
        if 0 <= row < self.count():
            self.setCurrentIndex(self.model().index(row, 0))

    def row_near(self, y: int) -> int:
        """Return the row at a height of the list, or the nearest one in sight."""
        height = max(0, min(y, self.viewport().height() - 1))
        row = self.rowAt(height)
        return row if row >= 0 else self.count() - 1

    def height_of_current(self) -> int:
        """Return at which height of the list the card of the keyboard has its middle."""
        index = self.currentIndex()
        return self.visualRect(index).center().y() if index.isValid() else 0

    def set_mark(self, row: int | None) -> None:
        """Show where cards would land, or no longer."""
        self._signs.mark = row
        self.viewport().update()

    def set_veiled(self, *, veiled: bool) -> None:
        """Lay a veil over the cards of a column that takes nothing."""
        self._signs.veiled = veiled
        self.viewport().update()

    def scroll_by(self, pixels: int) -> bool:
        """Scroll down, or up by less than nothing; tell whether it did."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        return bar.value() != before

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._signs.paint(QPainter(self.viewport()), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.horizontalHeader().setDefaultSectionSize(self.viewport().width())
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if is_sideways(event) or not self.verticalScrollBar().maximum():
            event.ignore()
            return
        # At its end a list keeps the turn: the board must not run off sideways.
        self.scroll_by(distance(event))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._tools.delegate.shows_ring = True
        if self.take_key is None or not self.take_key(event):
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tools.delegate.shows_ring = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(self.indexAt(event.pos()), event.globalPos())
        else:
            self.ask_for_menu()
        event.accept()

    def ask_for_menu(self) -> None:
        """Ask for the menu of the card of the keyboard."""
        index = self.currentIndex()
        self.scrollTo(index)
        below = self.visualRect(index).center()
        self.menu_asked.emit(index, self.viewport().mapToGlobal(below))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._tools.delegate.shows_ring = True
        self.taken.emit()

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt's name
        self.drag_wanted.emit(self.currentIndex())

    def selectAll(self) -> None:
        self.others_cleared.emit()
        super().selectAll()

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        command = super().selectionCommand(index, event)
        if command & Choice.Clear:
            self.others_cleared.emit()
        return command

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would ask for the text of every card, loaded or not."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # Home and End go through the rows, as there are no columns here.
        actions = QAbstractItemView.CursorAction
        if self.count() and action in {actions.MoveHome, actions.MoveEnd}:
            row = 0 if action == actions.MoveHome else self.count() - 1
            return self.model().index(row, 0)
        return super().moveCursor(action, modifiers)

    def _set_manners(self) -> None:
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setProperty("kind", "cards")
        set_manners(self)
        self.setHorizontalScrollBarPolicy(NEVER)
        # The column draws the bar beside the cards, so that they keep their width.
        self.setVerticalScrollBarPolicy(NEVER)
        self.verticalScrollBar().setSingleStep(LINE)
        self.viewport().setAutoFillBackground(False)

    def _set_drag(self) -> None:
        self.setDragEnabled(True)
        # Drops are the business of the board, which sees all columns.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
