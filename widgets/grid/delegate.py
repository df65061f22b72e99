"""Painting the rows and cells of a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QToolTip

from widgets.grid.brush import Brush
from widgets.grid.cell import PLAIN_ROW, Align, Index, RowLook
from widgets.grid.painting import PADDING, CellPainter, Span
from widgets.hints import show_hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QItemSelectionModel, QObject, QRect
    from PySide6.QtGui import QColor, QHelpEvent, QPainter
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from widgets.grid.cell import Cell
    from widgets.theme import Appearance

    Look = Callable[[Index], Cell]
    LookOfRow = Callable[[Index], RowLook]

ROOT = QModelIndex()
LINE = 1


class Frame(NamedTuple):
    """What holds for all the cells that are painted at one time."""

    selection: QItemSelectionModel | None = None
    first_column: int = 0
    hovered_row: int = -1
    focused: bool = False


class _Ground(NamedTuple):
    colour: QColor
    edge: QColor | None
    look: RowLook


class CellDelegate(QStyledItemDelegate):
    """Paints the cells that look describes, on the rows that row_look describes."""

    def __init__(
        self,
        appearance: Appearance,
        look: Look,
        row_look: LookOfRow | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Ask look for each cell, and row_look once for each row of a frame."""
        super().__init__(parent)
        self._appearance = appearance
        self._look = look
        self._row_look = row_look
        self._frame = Frame()
        self._grounds: dict[int, _Ground] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read the theme again."""
        self.brush = Brush(self._appearance.theme)
        self._cells = CellPainter(self.brush, self._appearance.icons)
        self._grounds.clear()

    def begin(self, frame: Frame) -> None:
        """Start to paint: what is known of the rows is asked for anew."""
        self._frame = frame
        self._grounds.clear()

    def paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the ground of a row and the rule below it."""
        painter.fillRect(rect, self._ground(index).colour)
        line = rect.y() + rect.height() - LINE
        painter.fillRect(rect.x(), line, rect.width(), LINE, self.brush.colour("border"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell and its part of the row."""
        ground = self._ground(index)
        rect: QRect = option.rect
        painter.save()
        self.paint_ground(painter, rect, index)
        lead = self._paint_edge(painter, rect, index, ground)
        self._paint_content(painter, Span.inside(rect, lead), index, ground.look)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lead = self.brush.edge * (index.column() == self._frame.first_column)
        width = self._cells.width(self._look(index)) + 2 * PADDING + lead
        return QSize(round(width + 0.5), self.brush.row_height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not index.isValid():
            QToolTip.hideText()
            return False
        return show_hint(event, view, option.rect, self.hint(option.rect, index))

    def hint(self, rect: QRect, index: Index) -> str:
        """Return what the tooltip of a cell says: its hint, what is cut, what its marks mean."""
        cell = self._look(index)
        span = Span.inside(rect, self._lead(index))
        said = cell.hint
        if not said and self._cells.is_cut(span, cell):
            said = f"{cell.text} {cell.code}".strip()
        return "\n".join(filter(None, (said, *(mark.hint for mark in cell.marks))))

    def _paint_edge(self, painter: QPainter, rect: QRect, index: Index, ground: _Ground) -> int:
        lead = self._lead(index)
        if lead and ground.edge:
            painter.fillRect(rect.x(), rect.y(), lead, rect.height(), ground.edge)
        return lead

    def _paint_content(self, painter: QPainter, span: Span, index: Index, look: RowLook) -> None:
        if look.loading:
            self._cells.paint_loading(painter, span, self._alignment(index))
            return
        if look.fresh and index.column() == self._frame.first_column:
            span = self._cells.paint_name(painter, span, look.fresh)
        self._cells.paint(painter, span, self._look(index), muted=look.saving)

    def _lead(self, index: Index) -> int:
        return self.brush.edge if index.column() == self._frame.first_column else 0

    def _ground(self, index: Index) -> _Ground:
        row = index.row()
        ground = self._grounds.get(row)
        if ground is None:
            ground = self._grounds[row] = self._find_ground(index)
        return ground

    def _find_ground(self, index: Index) -> _Ground:
        look = self._row_look(index) if self._row_look else PLAIN_ROW
        if look.loading:
            return _Ground(self.brush.colour("surface"), self.brush.colour("pressed"), look)
        edge = self.brush.theme.stage_colours(look.edge).base if look.edge else None
        return _Ground(self._row_colour(index.row(), look), edge, look)

    def _row_colour(self, row: int, look: RowLook) -> QColor:
        frame = self._frame
        if frame.selection is not None and frame.selection.isRowSelected(row, ROOT):
            return self.brush.colour("selection" if frame.focused else "selection-inactive")
        if row == frame.hovered_row:
            return self.brush.colour("hover")
        if look.fresh:
            return self.brush.colour("accent-tint")
        if look.edge and look.tinted:
            return self.brush.theme.stage_colours(look.edge).tint
        return self.brush.colour("surface")

    def _alignment(self, index: Index) -> Align:
        """Return the side a column stands on, which the head knows before the cells are there."""
        role = Qt.ItemDataRole.TextAlignmentRole
        side = index.model().headerData(index.column(), Qt.Orientation.Horizontal, role)
        right = side is not None and bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)
        return Align.RIGHT if right else Align.LEFT
