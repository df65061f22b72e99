"""Painting the cards of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QToolTip

from widgets.hints import show_hint
from widgets.kanban.card_layout import GAP, RIM
from widgets.kanban.card_painting import CardPainter, Stance
from widgets.kanban.card_words import spoken
from widgets.kanban.values import CardState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from widgets.kanban.values import Card
    from widgets.theme import Appearance, Density

    Index = QModelIndex | QPersistentModelIndex
    Look = Callable[[Index], Card | None]

TURN_EVERY = 60  # milliseconds
TURN_BY = 30  # degrees
FULL_TURN = 360
State = QStyle.StateFlag


class CardDelegate(QStyledItemDelegate):
    """Paints the cards that look describes; all are equally high.

    A row holds a card with half of the gap above and below it and as much at its sides.
    """

    turned = Signal()

    def __init__(self, appearance: Appearance, look: Look, parent: QObject | None = None) -> None:
        """Ask look for each card."""
        super().__init__(parent)
        self._appearance = appearance
        self._look = look
        self._dimmed: Callable[[Index], bool] | None = None
        self._turn = 0
        self._timer = QTimer(self, singleShot=True, interval=TURN_EVERY)
        self._timer.timeout.connect(self._turn_on)
        self.shows_ring = True
        self.cards = self._painter(appearance.theme.density)
        appearance.changed.connect(self.refresh)

    @property
    def height(self) -> int:
        """How high a card is."""
        return self.cards.height

    @property
    def row_height(self) -> int:
        """How high a row is: a card and the gap to the next."""
        return self.cards.height + GAP

    @Slot()
    def refresh(self) -> None:
        """Read the theme again."""
        self.cards = self._painter(self.cards.density)

    def set_density(self, density: Density) -> None:
        """Paint in a density; the list must be laid out anew."""
        self.cards = self._painter(density)

    def set_dimmed(self, dimmed: Callable[[Index], bool] | None) -> None:
        """Say which cards are faded because they are dragged; none: no card is."""
        self._dimmed = dimmed

    def card_rect(self, row: QRect) -> QRect:
        """Return where in a row the card stands."""
        return row.adjusted(RIM, RIM, -RIM, -RIM)

    def spoken(self, index: Index) -> str:
        """Return a card in words."""
        return spoken(self._look(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card as it stands."""
        card = self._look(index)
        state = option.state
        stance = Stance(
            hovered=bool(state & State.State_MouseOver),
            selected=bool(state & State.State_Selected),
            ringed=self.shows_ring and bool(state & State.State_HasFocus),
            faded=self._dimmed is not None and self._dimmed(index),
            mirrored=option.direction == Qt.LayoutDirection.RightToLeft,
            turn=self._turn,
        )
        self.cards.paint(painter, self.card_rect(option.rect), card, stance)
        if card is not None and card.state is CardState.SAVING and not self._timer.isActive():
            self._timer.start()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(2 * RIM, self.row_height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        card = self._look(index) if index.isValid() else None
        if card is None:
            QToolTip.hideText()
            return False
        return show_hint(event, view, option.rect, self.hint(option.rect, card))

    def hint(self, row: QRect, card: Card) -> str:
        """Return what the tooltip of a card says: what is cut, its tip, what its marks mean."""
        cut = self.cards.cut_texts(self.card_rect(row).width(), card)
        lines = (*cut, card.tip, *(mark.words for mark in card.marks))
        return "\n".join(filter(None, lines))

    def _painter(self, density: Density) -> CardPainter:
        return CardPainter(self._appearance.theme, self._appearance.icons, density)

    @Slot()
    def _turn_on(self) -> None:
        """Turn the arrow on; it stops by itself when no card with one is painted."""
        self._turn = (self._turn + TURN_BY) % FULL_TURN
        self.turned.emit()
