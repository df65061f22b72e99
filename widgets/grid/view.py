"""A table for many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from widgets.grid.delegate import CellDelegate, Frame
from widgets.grid.editing import CellEditing, MakeEditor, typed_letters
from widgets.grid.header import GridHeader
from widgets.table_manners import set_manners

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from widgets.grid.cell import Cell, Index, RowLook
    from widgets.theme import Appearance

Action = QAbstractItemView.CursorAction
PER_PIXEL = QAbstractItemView.ScrollMode.ScrollPerPixel
# How many rows are measured to find out how wide a column is.
MEASURED_ROWS = 60
WIDEST = 320


class GridView(QTableView):
    """Rows that are chosen whole, moved through by keyboard and painted by a delegate."""

    committed = Signal(object, object)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        look: Callable[[Index], Cell],
        row_look: Callable[[Index], RowLook] | None = None,
    ) -> None:
        """Build a grid; name is read aloud, look and row_look say what is drawn."""
        super().__init__()
        self._hovered_row = -1
        self._cover: QWidget | None = None
        self.editing: CellEditing | None = None
        self.cells = CellDelegate(appearance, look, row_look, self)
        self.header = GridHeader(appearance, self)
        self.setAccessibleName(name)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.header)
        self._set_manners()
        self._set_heights()
        appearance.changed.connect(self._refresh)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._leave)

    def fit_columns(self, widest: int = WIDEST) -> None:
        """Make each column as wide as its texts; columns of numbers keep that as their least."""
        self.cells.begin(self._frame())
        self.resizeColumnsToContents()
        numbers = {}
        for section in range(self.header.count()):
            if self.header.isSectionHidden(section):
                continue
            if self.header.is_right(section):
                numbers[section] = self.header.sectionSize(section)
            elif self.header.sectionSize(section) > widest:
                self.header.resizeSection(section, widest)
        self.header.set_minimums(numbers)

    def widen_numbers(self) -> None:
        """Make columns of numbers wide enough for the rows in sight; none becomes narrower."""
        self.cells.begin(self._frame())
        needed = {}
        for section in filter(self.header.is_right, range(self.header.count())):
            if self.header.isSectionHidden(section):
                continue
            width = max(self.sizeHintForColumn(section), self.header.sectionSizeHint(section))
            needed[section] = max(width, self.header.sectionSize(section))
            self.header.resizeSection(section, needed[section])
        self.header.set_minimums(needed)

    def set_frozen(self, count: int) -> None:
        """Let the first columns stay in sight while the others are scrolled."""
        self.header.set_frozen(count)
        self.viewport().update()

    def set_editing(self, make_editor: MakeEditor, can_edit: Callable[[Index], bool]) -> None:
        """Edit in place, once the grid has its model: make_editor gives the editor of a cell.

        It gives None for a cell without one; can_edit tells the same without making any.
        """
        self.editing = CellEditing(self, make_editor, can_edit)
        self.editing.committed.connect(self.committed)

    def set_cover(self, cover: QWidget | None) -> None:
        """Show a widget in the place of the rows; titles and filters stay."""
        if self._cover is not None and self._cover is not cover:
            self._cover.hide()
        self._cover = cover
        if cover is not None:
            cover.setParent(self)
            cover.setGeometry(self.viewport().geometry())
            cover.show()

    def show_section(self, section: int) -> None:
        """Scroll sideways until a column is in sight."""
        left, width = self.header.place_of(section)
        if section in self.header.frozen_sections():
            return
        bar, offset = self.horizontalScrollBar(), self.header.offset()
        frozen = self.header.frozen_width()
        if left + width - offset > self.viewport().width():
            offset = left + width - self.viewport().width()
        bar.setValue(min(offset, left - frozen))

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = self._frame()
        self.cells.begin(frame)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_rest(painter, event.rect())
        self._paint_frozen(painter, event.rect())
        if frame.focused:
            self._paint_focus(painter)
            self._paint_cell_focus(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cover is not None:
            self._cover.setGeometry(self.viewport().geometry())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.header.scrolled.emit()
        if dx and self.header.frozen_width():
            # Qt moves the picture; what stays in sight has moved with it.
            self.header.viewport().update()
            self.viewport().update()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        place = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if self.header.frozen_width():
            self.horizontalScrollBar().setValue(place)
            self.show_section(index.column())

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        if index.column() in self.header.frozen_sections():
            rect.moveLeft(self.header.place_of(index.column())[0])
        return rect

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        typed = typed_letters(event)
        begins = event.key() == Qt.Key.Key_F2 or bool(typed)
        if not (begins and self.editing and self.editing.begin(index, typed)):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would ask for the text of every row, loaded or not."""

    def indexAt(self, p: QPoint) -> QModelIndex:
        # Right of the last column a row goes on, and so does its place for the mouse.
        end = self.header.length() - self.header.offset()
        if p.x() < self.header.frozen_width():
            return super().indexAt(QPoint(p.x() - self.header.offset(), p.y()))
        return super().indexAt(p if p.x() < end else QPoint(end - 1, p.y()))

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        # Home and End go through the rows: a row is what is chosen here, not a cell.
        last = self.model().rowCount() - 1 if self.model() else -1
        if last >= 0 and action in {Action.MoveHome, Action.MoveEnd}:
            row = 0 if action == Action.MoveHome else last
            return self.model().index(row, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._leave()
        return super().viewportEvent(event)

    def _set_manners(self) -> None:
        set_manners(self)
        self.setHorizontalScrollMode(PER_PIXEL)
        self.header.setResizeContentsPrecision(MEASURED_ROWS)

    def _set_heights(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.cells.brush.row_height)
        self.verticalScrollBar().setSingleStep(self.cells.brush.row_height)

    def _frame(self) -> Frame:
        focus = QApplication.focusWidget()
        focused = self.hasFocus() or (focus is not None and self.isAncestorOf(focus))
        return Frame(self.selectionModel(), self.header.first_section(), self._hovered_row, focused)

    def _paint_rest(self, painter: QPainter, dirty: QRect) -> None:
        """Let the rows go on where the columns end."""
        end = self.header.length() - self.header.offset()
        row, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        last = self.model().rowCount() - 1 if last < 0 and self.model() else last
        if row < 0 or end > dirty.right():
            return
        for index in (self.model().index(place, 0) for place in range(row, last + 1)):
            top, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
            rest = QRect(end, top, self.viewport().width() - end, height)
            self.cells.paint_ground(painter, rest, index)

    def _paint_frozen(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the columns that stay in sight over the others, and the rule after them."""
        sections = self.header.frozen_sections()
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        last = self.model().rowCount() - 1 if last < 0 and self.model() else last
        if not sections or first < 0:
            return
        option = QStyleOptionViewItem()
        for row in range(first, last + 1) if self.header.offset() else ():
            for section in sections:
                index = self.model().index(row, section)
                option.rect = self.visualRect(index)
                self.cells.paint(painter, option, index)
        end = self.rowViewportPosition(last) + self.rowHeight(last)
        colour = self.cells.brush.colour("border-strong")
        painter.fillRect(self.header.frozen_width() - 1, 0, 1, end, colour)

    def _paint_cell_focus(self, painter: QPainter) -> None:
        """Frame the cell that F2 would edit."""
        index = self.currentIndex()
        editing = self.editing
        if editing is None or editing.editor is not None or not index.isValid():
            return
        if editing.can_edit(index):
            colour = self.cells.brush.colour("focus-ring")
            for part in _frame_of(self.visualRect(index), 1):
                painter.fillRect(part, colour)

    def _paint_focus(self, painter: QPainter) -> None:
        """Frame the row of the keyboard where the selection does not show which one it is."""
        row = self.currentIndex().row()
        chosen = self.selectionModel().selectedRows() if row >= 0 else []
        if row < 0 or [index.row() for index in chosen] == [row]:
            return
        ring = self.cells.brush.theme.sizes["focus"]
        # The edge of the row stays in sight.
        rect = self._row_rect(row).adjusted(self.cells.brush.edge, 0, 0, 0)
        colour = self.cells.brush.colour("focus-ring")
        for part in _frame_of(rect, ring):
            painter.fillRect(part, colour)

    def _row_rect(self, row: int) -> QRect:
        width = self.viewport().width()
        return QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))

    @Slot(QModelIndex)
    def _hover(self, index: QModelIndex) -> None:
        self._set_hovered(index.row())

    @Slot()
    def _leave(self) -> None:
        self._set_hovered(-1)

    def _set_hovered(self, row: int) -> None:
        for changed in {row, self._hovered_row} - {-1} if row != self._hovered_row else ():
            self.viewport().update(self._row_rect(changed))
        self._hovered_row = row

    @Slot()
    def _refresh(self) -> None:
        self.cells.refresh()
        self.header.refresh()
        self._set_heights()
        self.viewport().update()


def _frame_of(rect: QRect, width: int) -> tuple[QRect, ...]:
    """Return the four sides of a frame inside a rectangle."""
    return (
        QRect(rect.x(), rect.y(), rect.width(), width),
        QRect(rect.x(), rect.bottom() - width + 1, rect.width(), width),
        QRect(rect.x(), rect.y(), width, rect.height()),
        QRect(rect.right() - width + 1, rect.y(), width, rect.height()),
    )
