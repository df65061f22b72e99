"""A table for many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView

from widgets.grid.delegate import CellDelegate, Frame
from widgets.grid.header import GridHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from widgets.grid.cell import Cell, Index, RowLook
    from widgets.theme import Appearance

Action = QAbstractItemView.CursorAction
PER_PIXEL = QAbstractItemView.ScrollMode.ScrollPerPixel
# How many rows are measured to find out how wide a column is.
MEASURED_ROWS = 60
WIDEST = 320


class GridView(QTableView):
    """Rows that are chosen whole, moved through by keyboard and painted by a delegate."""

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
            if self.header.is_right(section):
                numbers[section] = self.header.sectionSize(section)
            elif self.header.sectionSize(section) > widest:
                self.header.resizeSection(section, widest)
        self.header.set_minimums(numbers)

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = self._frame()
        self.cells.begin(frame)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_rest(painter, event.rect())
        if frame.focused:
            self._paint_focus(painter)

    def indexAt(self, p: QPoint) -> QModelIndex:
        # Right of the last column a row goes on, and so does its place for the mouse.
        end = self.header.length() - self.header.offset()
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
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(PER_PIXEL)
        self.setHorizontalScrollMode(PER_PIXEL)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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
