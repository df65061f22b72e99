"""The head of a grid: titles, order of sorting, widths and places of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from widgets.grid.brush import Brush
from widgets.grid.painting import PADDING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from widgets.theme import Appearance

Role = Qt.ItemDataRole
ARROW = 12
ARROW_GAP = 4
ORDER_RISE = 3
NARROWEST = 48
HORIZONTAL = Qt.Orientation.Horizontal


class SortKey(NamedTuple):
    """A column that rows are sorted by."""

    section: int
    descending: bool = False


class RowUnderTitles(Protocol):
    """A widget that stands under the titles, such as a row of filters."""

    @property
    def height_wanted(self) -> int:
        """How high it must be."""


class GridHeader(QHeaderView):
    """Shows the order of sorting and asks for another; sorts nothing itself."""

    sort_requested = Signal(int, bool)
    menu_requested = Signal(int, QPoint)
    scrolled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Build the head of a grid."""
        super().__init__(HORIZONTAL, parent)
        self._appearance = appearance
        self._keys: tuple[SortKey, ...] = ()
        self._minimums: dict[int, int] = {}
        self._hovered = -1
        self._extend = False
        self._row: RowUnderTitles | None = None
        self._frozen = 0
        self._shift = 0
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self._ask)
        self.sectionResized.connect(self._keep_minimum)
        self.refresh()

    def refresh(self) -> None:
        """Read the theme again."""
        self._brush = Brush(self._appearance.theme)
        below = self._row.height_wanted if self._row else 0
        # The titles keep the upper part; the row lies in the margin below them.
        self.setViewportMargins(0, 0, 0, below)
        self.setFixedHeight(self._brush.head_height + below)
        self._place_row()
        self.viewport().update()

    def set_row(self, row: RowUnderTitles) -> None:
        """Take in a widget that stands under the titles."""
        self._row = row
        if isinstance(row, QWidget):
            row.setParent(self)
            row.show()
        self.refresh()

    def set_frozen(self, count: int) -> None:
        """Let the first columns stay in sight while the others are scrolled."""
        self._frozen = count
        self.viewport().update()
        self.geometriesChanged.emit()

    def frozen_sections(self) -> list[int]:
        """Return the columns that stay in sight, from left to right."""
        shown = (section for section in self.order() if not self.isSectionHidden(section))
        return [section for section, _place in zip(shown, range(self._frozen), strict=False)]

    def frozen_width(self) -> int:
        """Return how much room the columns take that stay in sight."""
        return sum(map(self.sectionSize, self.frozen_sections()))

    def order(self) -> list[int]:
        """Return all columns as they stand, the hidden ones too."""
        return [self.logicalIndex(place) for place in range(self.count())]

    def place_of(self, section: int) -> tuple[int, int]:
        """Return where a column begins when nothing is scrolled, and how wide it is."""
        return self.sectionPosition(section), self.sectionSize(section)

    def section_at(self, x: int) -> int:
        """Return the column that is seen at a place, or -1."""
        return self.logicalIndexAt(x - self._shift_at(x))

    def set_sort(self, keys: Sequence[SortKey]) -> None:
        """Show the order of sorting, the first key first."""
        self._keys = tuple(keys)
        self.viewport().update()

    def set_minimums(self, widths: Mapping[int, int]) -> None:
        """Let columns of numbers become no narrower than these widths."""
        self._minimums = dict(widths)
        for section in self._minimums:
            self._keep_minimum(section, 0, self.sectionSize(section))

    def first_section(self) -> int:
        """Return the column that stands leftmost and is not hidden."""
        places = map(self.logicalIndex, range(self.count()))
        return next((s for s in places if not self.isSectionHidden(s)), 0)

    def is_right(self, section: int) -> bool:
        """Tell whether a column stands at the right, as numbers do."""
        side = self.model().headerData(section, HORIZONTAL, Role.TextAlignmentRole)
        return side is not None and bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's name
        width = self._brush.head.width(self._title(logicalIndex)) + 2 * PADDING
        # Room for the arrow and its number, so that sorting does not cut the title.
        width += ARROW_GAP + ARROW + PADDING + self._lead(logicalIndex)
        return QSize(round(width), self._brush.head_height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        painter.save()
        ground = "hover" if logicalIndex == self._hovered else "surface-header"
        painter.fillRect(rect, self._brush.colour(ground))
        line = rect.y() + rect.height() - 1
        painter.fillRect(rect.x(), line, rect.width(), 1, self._brush.colour("border"))
        left = rect.x() + PADDING + self._lead(logicalIndex)
        right = rect.x() + rect.width() - PADDING
        self._paint_title(painter, QRect(left, rect.y(), right - left, rect.height()), logicalIndex)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # The rule goes on where the columns end.
        painter = QPainter(self.viewport())
        rest = self.viewport().rect().adjusted(self.length() - self.offset(), 0, 0, 0)
        painter.fillRect(rest, self._brush.colour("surface-header"))
        painter.fillRect(rest.x(), rest.bottom(), rest.width(), 1, self._brush.colour("border"))
        self._paint_frozen(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_row()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A title that stays in sight stands elsewhere than Qt believes.
        self._shift = self._shift_at(event.position().toPoint().x())
        super().mousePressEvent(_moved(event, self._shift))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(_moved(event, self._shift))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        shift = self._shift if event.buttons() else self._shift_at(x)
        super().mouseMoveEvent(_moved(event, shift))
        self._hover(self.section_at(x))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        section = self.section_at(event.pos().x()) if by_mouse else self.first_section()
        self.menu_requested.emit(section, event.globalPos())

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _shift_at(self, x: int) -> int:
        return self.offset() if x < self.frozen_width() else 0

    def _place_row(self) -> None:
        if self._row is not None and isinstance(self._row, QWidget):
            top = self._brush.head_height
            self._row.setGeometry(0, top, self.width(), self.height() - top)

    def _paint_frozen(self, painter: QPainter) -> None:
        """Paint the titles that stay in sight over the others, and the rule after them."""
        height, left = self.viewport().height(), 0
        for section in self.frozen_sections():
            width = self.sectionSize(section)
            if self.offset():
                self.paintSection(painter, QRect(left, 0, width, height), section)
            left += width
        if left:
            painter.fillRect(left - 1, 0, 1, height, self._brush.colour("border-strong"))

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _paint_title(self, painter: QPainter, room: QRect, section: int) -> None:
        place = self._place_of_key(section)
        sign = self._sign_width(place)
        letters = self._brush.head
        fitted = letters.fit(self._title(section), int(room.width() - sign))
        left: float = room.x()
        if self.is_right(section):
            left += room.width() - sign - fitted.width
        painter.setPen(self._brush.colour("text-muted"))
        line = letters.baseline(room.y(), room.height())
        letters.draw(painter, left, line, fitted)
        if place >= 0:
            self._paint_sign(painter, QPointF(left + fitted.width + ARROW_GAP, line), room, place)

    def _paint_sign(self, painter: QPainter, at: QPointF, room: QRect, place: int) -> None:
        icon = "arrow-down" if self._keys[place].descending else "arrow-up"
        square = QRectF(at.x(), room.y() + (room.height() - ARROW) / 2, ARROW, ARROW)
        self._appearance.icons.paint(painter, square, icon, "link")
        if len(self._keys) > 1:
            order = self._brush.order
            painter.setPen(self._brush.colour("link"))
            number = order.fit(str(place + 1), room.width())
            order.draw(painter, square.right(), at.y() - ORDER_RISE, number)

    def _sign_width(self, place: int) -> float:
        if place < 0:
            return 0
        several = len(self._keys) > 1
        order = self._brush.order.width(str(place + 1)) if several else 0
        return ARROW_GAP + ARROW + order

    def _place_of_key(self, section: int) -> int:
        sections = [key.section for key in self._keys]
        return sections.index(section) if section in sections else -1

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, HORIZONTAL, Role.DisplayRole) or "")

    def _lead(self, section: int) -> int:
        # The first title stands over its texts, which stand beside the edge of the row.
        return self._brush.edge if section == self.first_section() else 0

    @Slot(int)
    def _ask(self, section: int) -> None:
        self.sort_requested.emit(section, self._extend)

    @Slot(int, int, int)
    def _keep_minimum(self, section: int, before: int, width: int) -> None:
        least = self._minimums.get(section, 0)
        if 0 < width < least:
            self.resizeSection(section, least)


def _moved(event: QMouseEvent, by: int) -> QMouseEvent:
    """Return an event as if it had happened further to the left."""
    if not by:
        return event
    at = event.position() - QPointF(by, 0)
    return QMouseEvent(
        event.type(), at, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
    )
