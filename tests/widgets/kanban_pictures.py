"""Cards, columns and pictures for the tests of the board's pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from widgets.kanban.card_layout import RIM
from widgets.kanban.card_painting import AT_REST, CardPainter
from widgets.kanban.values import Card, Column, Figure, Mark, Share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.grid.cell import Index
    from widgets.kanban.card_painting import Stance

ROOT = QModelIndex()
WIDTH = 236
COLOUR = QColor("#0B7887")
STALE = Mark("clock-fill", "warning", "27 days without anything done")
OVERDUE = Mark("warning-circle-fill", "negative", "2 days overdue")
LOST = Mark("x-circle-fill", "negative", "Lost")
GATE = Card(
    heading="Officine Brenta S.p.A.",
    title="Press line 3, turnkey",
    caption="Marta Bellini · National",
    initials="MB",
    stage="Negotiation",
    colour=COLOUR,
    amount="184,500.00",
    amount_short="184,500",
    unit="EUR",
    tip="184,500.00 EUR",
)
FIGURES = (Figure("Count", "9"), Figure("Total net amount", "434,530.00", "EUR"))
SHARES = (
    Share("positive-mark", 6, "6 on time"),
    Share("warning-mark", 1, "1 stale"),
    Share("border-strong", 2, "2 no next"),
)
QUARTER = Column("25", "25 %", FIGURES, SHARES, tip="Weighted 108,632.50 EUR")


class CardModel(QAbstractListModel):
    """A column of cards that are kept in a list."""

    def __init__(self, cards: Sequence[Card | None]) -> None:
        """Hold cards; none is one that is still loading."""
        super().__init__()
        self.cards = list(cards)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> None:
        """Return nothing: the delegate asks for cards."""

    def look(self, index: Index) -> Card | None:
        """Return the card of an index."""
        return self.cards[index.row()]


def painted(
    cards: CardPainter,
    card: Card | None,
    stance: Stance = AT_REST,
    *,
    width: int = WIDTH,
    ratio: float = 1.0,
) -> QImage:
    """Return the picture of a row with a card in it, on the ground of a column."""
    row = QSize(width + 2 * RIM, cards.height + 2 * RIM)
    image = QImage(row * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(cards.theme.colour("surface-sunken"))
    painter = QPainter(image)
    cards.paint(painter, QRect(RIM, RIM, width, cards.height), card, stance)
    painter.end()
    return image


def card_part(image: QImage, left: float, top: float, width: float, height: float) -> QImage:
    """Return a part of a painted card, by its place inside the card in logical pixels."""
    ratio = image.devicePixelRatio()
    left, top = (left + RIM) * ratio, (top + RIM) * ratio
    return image.copy(round(left), round(top), round(width * ratio), round(height * ratio))


def colours_of(image: QImage) -> set[str]:
    """Return the names of all the colours in a picture."""
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots}


def inked_columns(image: QImage, ground: QColor) -> list[int]:
    """Return how far from the left something stands that is not the ground."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]


def inked_rows(image: QImage, ground: QColor) -> list[int]:
    """Return how far from the top something stands that is not the ground."""
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) != ground for x in range(image.width()))
    ]
