"""Painting the lines of the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from widgets.painted import (
    Plate,
    draw_found,
    draw_keys,
    draw_line,
    draw_plate,
    ink_of,
    keys_width,
    middle_square,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from widgets.palette.results import Index, PaletteResult, ResultsModel
    from widgets.theme import Appearance

ROW_HEIGHT = 36
HEAD_HEIGHT = 32
MARGIN = 6
PADDING = 10
GAP = 10
STRONG = 600


class ResultDelegate(QStyledItemDelegate):
    """Paints results with the letters that were found, and the titles of groups."""

    def __init__(self, appearance: Appearance, model: ResultsModel, parent: QObject) -> None:
        """Paint the lines of a model."""
        super().__init__(parent)
        self._appearance = appearance
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT if self._model.result(index.row()) else HEAD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        painter.save()
        rect = QRectF(option.rect)
        result = self._model.result(index.row())
        if result is None:
            room = rect.adjusted(MARGIN + PADDING, 6, -MARGIN - PADDING, 0)
            ink = ink_of(self._appearance.theme, "caption-strong", "text-faint")
            draw_line(painter, room, str(index.data()), ink)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_result(painter, rect.adjusted(MARGIN, 0, -MARGIN, 0), result, selected)
        painter.restore()

    def _paint_result(
        self,
        painter: QPainter,
        rect: QRectF,
        result: PaletteResult,
        selected: bool,  # noqa: FBT001 - one of its four
    ) -> None:
        theme = self._appearance.theme
        if selected:
            plate = Plate(theme.radius["medium"], theme.colour("selection"))
            draw_plate(painter, rect, plate)
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        if result.icon:
            side = theme.sizes["icon"]
            square = middle_square(room, room.left(), side)
            self._appearance.icons.paint(painter, square, result.icon, "text-muted")
            room.setLeft(room.left() + side + GAP)
        room.setRight(room.right() - self._paint_end(painter, room, result) - GAP)
        self._paint_words(painter, room, result)

    def _paint_end(self, painter: QPainter, room: QRectF, result: PaletteResult) -> float:
        """Paint what stands at the right; return how wide it is."""
        theme = self._appearance.theme
        if result.keys:
            width = keys_width(theme, result.keys)
            draw_keys(painter, room.adjusted(room.width() - width, 0, 0, 0), theme, result.keys)
            return width
        taken = 0.0
        for text, style, role in (
            (result.code, "caption", "text-faint"),
            (result.figure, "body-strong", "text"),
        ):
            if text:
                place = room.adjusted(0, 0, -taken, 0)
                taken += 6 + draw_line(painter, place, text, ink_of(theme, style, role), right=True)
        return taken

    def _paint_words(self, painter: QPainter, room: QRectF, result: PaletteResult) -> None:
        theme = self._appearance.theme
        role = "text-disabled" if result.barred else "text"
        inks = (ink_of(theme, "body", role), ink_of(theme, "body", "link", STRONG))
        taken = draw_found(painter, room, result.title, inks, result.found)
        room = room.adjusted(taken + GAP, 0, 0, 0)
        if room.width() > PADDING:
            inks = (ink_of(theme, "small", "text-muted"), ink_of(theme, "small", "link", STRONG))
            detail = result.barred or result.detail
            found = () if result.barred else result.detail_found
            draw_found(painter, room, detail, inks, found)
