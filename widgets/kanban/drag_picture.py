"""The picture of cards that are dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from widgets.kanban.card_painting import Stance
from widgets.painted import Plate, draw_line, draw_plate, ink_of

if TYPE_CHECKING:
    from widgets.kanban.card_painting import CardPainter
    from widgets.kanban.values import Card
    from widgets.theme import Theme

STEP = 4
MOST_BEHIND = 2
BADGE = 22
BADGE_PADDING = 6
# How far the pointer stands left of the card and above it, so that the drop mark stays visible.
AWAY_LEFT = 10
AWAY_ABOVE = 12


def drag_picture(  # noqa: PLR0913 - a card, how many they are, and how large it is drawn
    cards: CardPainter, card: Card, count: int, width: int, ratio: float, *, mirrored: bool = False
) -> tuple[QPixmap, QPoint]:
    """Return the picture of a card with others behind it, and its hot spot.

    Width is that of the card. The room between pointer and card is part of the picture, since
    a hot spot outside of it is not kept everywhere.
    """
    theme = cards.theme
    behind = min(MOST_BEHIND, count - 1)
    at = QRect(AWAY_LEFT, AWAY_ABOVE, width, cards.height)
    badge = _badge_rect(theme, at, count)
    whole = at.adjusted(0, 0, MOST_BEHIND * STEP + 1, MOST_BEHIND * STEP + 1)
    whole = whole.united(badge.toAlignedRect()) if count > 1 else whole
    picture = _empty(QSize(whole.right() + 1, whole.bottom() + 1), ratio)
    painter = QPainter(picture)
    for place in range(behind, 0, -1):
        _draw_edge(painter, theme, QRectF(at.translated(place * STEP, place * STEP)))
    cards.paint(painter, at, card, Stance(lifted=True, mirrored=mirrored))
    if count > 1:
        _draw_badge(painter, theme, badge, count)
    painter.end()
    return picture, QPoint(0, 0)


def _empty(size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _draw_edge(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    plate = Plate(theme.radius["medium"], theme.colour("surface-raised"), theme.colour("accent"))
    draw_plate(painter, rect, plate)


def _badge_rect(theme: Theme, card: QRect, count: int) -> QRectF:
    words = ink_of(theme, "small", "accent-text", 600).width(str(count))
    width = max(BADGE, round(words) + 2 * BADGE_PADDING)
    middle = card.x() + card.width()
    return QRectF(middle - width / 2, card.y() - BADGE / 2, width, BADGE)


def _draw_badge(painter: QPainter, theme: Theme, rect: QRectF, count: int) -> None:
    ink = ink_of(theme, "small", "accent-text", 600)
    draw_plate(painter, rect, Plate(BADGE / 2, theme.colour("accent")))
    inset = (rect.width() - ink.width(str(count))) / 2
    draw_line(painter, rect.adjusted(inset, 0, 0, 0), str(count), ink)
