"""Painting what one cell shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.grid.cell import Align, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from widgets.grid.brush import Brush, Letters
    from widgets.grid.cell import Cell
    from widgets.theme.icons import Icons

PADDING = 8
CODE_SLOT = 28
CODE_GAP = 6
BAR_WIDTH = 48
BAR_HEIGHT = 6
FIGURE_SLOT = 44  # room for "100 %" and the gap to the bar
SWATCH = 8
SWATCH_GAP = 6
MARK_STEP = 16
MARK_GAP = 4
LOADING_HEIGHT = 10
LOADING_SHARE = 0.6
LOADING_RADIUS = 3
CUT = "…"
CUT_ROOM = 99  # any: the sign itself is never cut

Antialiasing = QPainter.RenderHint.Antialiasing


class Span(NamedTuple):
    """The room in a cell that is still free."""

    left: int
    right: int
    top: int
    height: int

    @classmethod
    def inside(cls, rect: QRect, lead: int) -> Span:
        """Return the room inside the padding of a cell, lead more at the left."""
        left = rect.x() + PADDING + lead
        return cls(left, rect.x() + rect.width() - PADDING, rect.y(), rect.height())

    @property
    def width(self) -> int:
        """How wide the room is."""
        return self.right - self.left

    def square(self, left: float, side: int) -> QRectF:
        """Return a square in the middle of the height."""
        return QRectF(left, self.top + (self.height - side) / 2, side, side)


class CellPainter:
    """Paints a cell with the brush and icons of a theme."""

    def __init__(self, brush: Brush, icons: Icons) -> None:
        """Paint with a brush."""
        self._brush = brush
        self._icons = icons

    def paint(self, painter: QPainter, span: Span, cell: Cell, *, muted: bool = False) -> None:
        """Paint what a cell shows into the room that it has."""
        if cell.percent is not None:
            self._paint_bar(painter, span, cell.percent)
        if cell.code:
            span = self._paint_code(painter, span, cell)
        if cell.swatch:
            span = self._paint_swatch(painter, span, cell.swatch)
        if cell.marks and cell.align is Align.LEFT:
            self._paint_marks(painter, span, span.left, cell)
            span = span._replace(left=span.left + self._marks_width(cell))
        if cell.text:
            self._paint_text(painter, span, cell, muted=muted)
        elif cell.marks and cell.align is Align.RIGHT:
            self._paint_marks(painter, span, span.right - self._marks_width(cell), cell)

    def paint_name(self, painter: QPainter, span: Span, name: str) -> Span:
        """Paint a short name at the right, and return the room left of it."""
        letters = self._brush.caption
        fitted = letters.fit(name, span.width // 2)
        left = span.right - fitted.width
        painter.setPen(self._brush.colour("link"))
        letters.draw(painter, left, letters.baseline(span.top, span.height), fitted)
        return span._replace(right=int(left) - PADDING)

    def paint_loading(self, painter: QPainter, span: Span, align: Align) -> None:
        """Paint a bar where text will be."""
        width = span.width * LOADING_SHARE
        left = span.left if align is Align.LEFT else span.right - width
        top = span.top + (span.height - LOADING_HEIGHT) / 2
        bar = QRectF(left, top, width, LOADING_HEIGHT)
        _round(painter, bar, LOADING_RADIUS, self._brush.colour("pressed"))

    def letters(self, cell: Cell) -> Letters:
        """Return the font of a cell."""
        return self._brush.strong if cell.tone is Tone.STRONG else self._brush.normal

    def is_cut(self, span: Span, cell: Cell) -> bool:
        """Tell whether a cell's text is wider than the room that it has."""
        return self.width(cell) > span.width

    def width(self, cell: Cell) -> float:
        """Return how wide a cell must be inside its padding to show all."""
        width = self.letters(cell).width(cell.text) + self._marks_width(cell)
        if cell.percent is not None:
            width = BAR_WIDTH + max(FIGURE_SLOT, width + PADDING)
        return width + (CODE_SLOT if cell.code else 0) + (SWATCH + SWATCH_GAP) * bool(cell.swatch)

    def _paint_text(self, painter: QPainter, span: Span, cell: Cell, *, muted: bool) -> None:
        letters = self.letters(cell)
        fitted = letters.fit(cell.text, span.width)
        left: float = span.left
        if cell.align is Align.RIGHT:
            # Half a number is another number: show all of it or none.
            fitted = fitted if fitted.is_whole else letters.fit(CUT, CUT_ROOM)
            left = span.right - fitted.width
        painter.setPen(self._brush.colour("text-muted" if muted else cell.tone.role))
        letters.draw(painter, left, letters.baseline(span.top, span.height), fitted)
        if cell.marks and cell.align is Align.RIGHT:
            self._paint_marks(painter, span, left - self._marks_width(cell), cell)

    def _paint_code(self, painter: QPainter, span: Span, cell: Cell) -> Span:
        letters = self._brush.caption
        left = span.right - CODE_SLOT
        painter.setPen(self._brush.colour("text-faint"))
        # On the line of the sum, not in the middle of its own height.
        line = self.letters(cell).baseline(span.top, span.height)
        letters.draw(painter, left + CODE_GAP, line, letters.fit(cell.code, CODE_SLOT))
        return span._replace(right=left)

    def _paint_swatch(self, painter: QPainter, span: Span, name: str) -> Span:
        colour = self._brush.theme.stage_colours(name).base
        _round(painter, span.square(span.left, SWATCH), 2, colour)
        return span._replace(left=span.left + SWATCH + SWATCH_GAP)

    def _paint_bar(self, painter: QPainter, span: Span, percent: int) -> None:
        left = span.right - FIGURE_SLOT - BAR_WIDTH
        if left < span.left:
            return
        bar = QRectF(left, span.top + (span.height - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT)
        _round(painter, bar, BAR_HEIGHT / 2, self._brush.colour("bar-track"))
        filled = BAR_WIDTH * max(0, min(100, percent)) / 100
        painter.setClipRect(QRectF(left, bar.top(), filled, BAR_HEIGHT))
        _round(painter, bar, BAR_HEIGHT / 2, self._brush.colour("bar-fill"))
        painter.setClipping(False)

    def _paint_marks(self, painter: QPainter, span: Span, left: float, cell: Cell) -> None:
        side = self._brush.theme.sizes["icon-small"]
        ratio = painter.device().devicePixelRatioF()
        for mark in cell.marks:
            pixmap = self._icons.pixmap(mark.icon, mark.role, side, ratio)
            painter.drawPixmap(span.square(left, side).topLeft(), pixmap)
            left += MARK_STEP

    def _marks_width(self, cell: Cell) -> int:
        return len(cell.marks) * MARK_STEP + (MARK_GAP if cell.marks else 0)


def _round(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    painter.setRenderHint(Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setRenderHint(Antialiasing, on=False)
