"""The row of filters that follows the sections of a grid's head."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets.filter_row.fields import NumberCell, TextCell, TypedCell
from widgets.filter_row.filters import (
    ChoiceFilter,
    DateFilter,
    FlagFilter,
    NumberFilter,
    TextFilter,
)
from widgets.filter_row.pickers import ChoiceCell, DateCell, FlagCell, PickerCell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from widgets.filter_row.filters import Filter, FilterValue
    from widgets.grid import GridHeader
    from widgets.theme import Appearance

FilterCell = TypedCell | PickerCell
# Between a cell and the borders of its column, and the row's own.
GAP = 3
BORDER = 1


class FilterRow(QWidget):
    """A cell under each title, as wide as its column."""

    changed = Signal(int, object)
    cell_focused = Signal(int)
    left_downwards = Signal()

    def __init__(
        self, appearance: Appearance, header: GridHeader, filters: Mapping[int, Filter]
    ) -> None:
        """Build a cell for each section that has a filter; the head takes the row in."""
        super().__init__()
        self._appearance = appearance
        self._header = header
        # Cells lie on a strip that moves as a whole when the columns are scrolled.
        self._strip = QWidget(self)
        self._fixed = _Fixed(appearance, self)
        self.cells = {section: self._cell(section, about) for section, about in filters.items()}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.lay_out)
        self._connect()
        header.set_row(self)
        self._order()

    @property
    def values(self) -> dict[int, FilterValue]:
        """The filters that are set, by section."""
        return {s: cell.value for s, cell in self.cells.items() if cell.value is not None}

    @property
    def height_wanted(self) -> int:
        """How high the row must be for its theme and density."""
        return self._appearance.theme.rows["filter"]

    def set_value(self, section: int, value: FilterValue) -> None:
        """Show a filter without telling it; a section without a cell is left alone."""
        if section in self.cells:
            self.cells[section].set_value(value)

    def clear(self) -> None:
        """Show no filter, without telling it."""
        for cell in self.cells.values():
            cell.set_value(None)

    def focus(self, section: int) -> None:
        """Put the keyboard into the cell of a section."""
        if section in self.cells:
            self.cells[section].setFocus()

    @Slot()
    def lay_out(self) -> None:
        """Put each cell under its title; whoever changes many widths is followed once."""
        height = self.height_wanted - 2 * GAP
        frozen = self._header.frozen_sections()
        self._fixed.setGeometry(0, 0, self._header.frozen_width(), self.height())
        for section, cell in self.cells.items():
            hidden = self._header.isSectionHidden(section)
            side = self._fixed if section in frozen else self._strip
            if cell.parentWidget() is not side:
                cell.setParent(side)
                cell.setVisible(not hidden)
            if not hidden:
                left, width = self._header.place_of(section)
                cell.setGeometry(left + GAP, GAP - BORDER, max(0, width - 2 * GAP), height)
            if cell.isHidden() != hidden:
                cell.setHidden(hidden)
        self.scroll_to_header()

    @Slot()
    def scroll_to_header(self) -> None:
        """Move with the titles when they are scrolled."""
        width = max(self._header.length(), self.width())
        self._strip.setGeometry(-self._header.offset(), 0, width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.colour("surface-header"))
        line = self.height() - BORDER
        painter.fillRect(0, line, self.width(), BORDER, theme.colour("border-strong"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_out()

    def _connect(self) -> None:
        header = self._header
        header.sectionResized.connect(self._later)
        header.sectionCountChanged.connect(self._later)
        header.geometriesChanged.connect(self._later)
        header.sectionMoved.connect(self._order)
        header.scrolled.connect(self.scroll_to_header)
        self._appearance.changed.connect(self._later)

    def _cell(self, section: int, about: Filter) -> FilterCell:
        cell = _make(self._appearance, about)
        cell.setParent(self._strip)
        cell.value_changed.connect(lambda value: self.changed.emit(section, value))
        cell.focused.connect(lambda: self.cell_focused.emit(section))
        cell.left_downwards.connect(self.left_downwards)
        return cell

    @Slot()
    def _later(self) -> None:
        self._timer.start()

    @Slot()
    def _order(self) -> None:
        """Let Tab go through the cells as they stand."""
        cells = [self.cells[s] for s in self._header.order() if s in self.cells]
        for before, after in pairwise(cells):
            QWidget.setTabOrder(before, after)
        self._timer.start()


class _Fixed(QWidget):
    """What the cells lie on whose columns stay in sight, and the rule after them."""

    def __init__(self, appearance: Appearance, row: FilterRow) -> None:
        super().__init__(row)
        self._appearance = appearance

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.colour("surface-header"))
        line, strong = self.height() - BORDER, theme.colour("border-strong")
        painter.fillRect(0, line, self.width(), BORDER, strong)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), strong)


def _make(appearance: Appearance, about: Filter) -> FilterCell:
    match about:
        case TextFilter():
            return TextCell(appearance, about)
        case NumberFilter():
            return NumberCell(appearance, about)
        case DateFilter():
            return DateCell(appearance, about)
        case ChoiceFilter():
            return ChoiceCell(appearance, about)
        case FlagFilter():
            return FlagCell(appearance, about)
