"""What a list of cards shows besides them: where they would land, a veil, an empty place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.kanban.card_painting import Stance
from widgets.kanban.drop_mark import DOT, draw_drop_mark
from widgets.kanban.refusal_box import draw_veil

if TYPE_CHECKING:
    from widgets.kanban.card_list import CardList
    from widgets.kanban.tools import Tools


class ListSigns:
    """Paints over the cards of a list, or in their place."""

    def __init__(self, tools: Tools) -> None:
        """Show nothing yet."""
        self._tools = tools
        self.has_model = False
        self.veiled = False
        self.mark: int | None = None

    def paint(self, painter: QPainter, cards: CardList) -> None:
        """Paint what there is to be shown now."""
        theme = self._tools.appearance.theme
        if not self.has_model:
            self._paint_loading(painter, cards)
        elif not cards.count():
            self._paint_place(painter, cards)
        if self.mark is not None:
            card = self._tools.delegate.card_rect(QRect(0, 0, cards.viewport().width(), 0))
            draw_drop_mark(painter, theme, self._mark_height(cards), card.left(), card.width())
        if self.veiled:
            draw_veil(painter, theme, cards.viewport().rect())

    def _paint_loading(self, painter: QPainter, cards: CardList) -> None:
        """Paint as many cards of bars as there is room for."""
        delegate = self._tools.delegate
        size = cards.viewport().size()
        for top in range(0, size.height(), delegate.row_height):
            row = QRect(0, top, size.width(), delegate.row_height)
            delegate.cards.paint(painter, delegate.card_rect(row), None, Stance())

    def _paint_place(self, painter: QPainter, cards: CardList) -> None:
        """Paint a dashed place where the first card will be."""
        theme, delegate = self._tools.appearance.theme, self._tools.delegate
        row = QRect(0, 0, cards.viewport().width(), delegate.row_height)
        rect = QRectF(delegate.card_rect(row)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "focus-ring" if cards.hasFocus() and delegate.shows_ring else "border-strong"
        painter.setPen(QPen(theme.colour(role), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.radius["medium"]
        painter.drawRoundedRect(rect, radius, radius)
        painter.restore()

    def _mark_height(self, cards: CardList) -> int:
        """Return where the mark is drawn; at the edge if the place is out of sight."""
        height = self._tools.delegate.row_height
        top = (self.mark or 0) * height - cards.verticalScrollBar().value()
        return max(DOT // 2, min(top, cards.viewport().height() - DOT // 2 - 1))
