"""The cards as they look now: what is stored of them, who has moved them, how their move goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from views.boards.card_words import in_saving, moved_by, sent_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from db.card_list import CardItem
    from views.boards.card_moves import CardMoves
    from views.boards.card_words import CardWords
    from views.list.fresh_rows import FreshRows
    from widgets.grid.cell import Index
    from widgets.kanban.values import Card
    from widgets.theme import Appearance, Theme

# Some screens full of cards; the dictionary is dropped when it is fuller.
MOST = 2_000


class _Made(NamedTuple):
    """A card with what it was made of."""

    item: CardItem
    theme: Theme
    now: datetime
    card: Card


@dataclass(frozen=True)
class FaceParts:
    """What decides how a card looks."""

    appearance: Appearance
    words: CardWords
    fresh: FreshRows
    moves: CardMoves
    now: Callable[[], datetime]


class CardFaces:
    """Makes cards when they are painted, and keeps those that were painted before."""

    def __init__(self, parts: FaceParts) -> None:
        """Begin with no card."""
        self._parts = parts
        self._made: dict[UUID, _Made] = {}

    def look(self, index: Index) -> Card | None:
        """Return the card of an index, None while it is being loaded."""
        item: CardItem | None = index.model().item(index.row())  # type: ignore[attr-defined]
        return None if item is None else self._with_state(item.id, self._card(item))

    def key(self, index: Index) -> UUID | None:
        """Return which card stands at an index."""
        found: UUID | None = index.model().key(index.row())  # type: ignore[attr-defined]
        return found

    def _card(self, item: CardItem) -> Card:
        theme, now = self._parts.appearance.theme, self._parts.now()
        made = self._made.get(item.id)
        if made is None or made.item is not item or made.theme is not theme or made.now != now:
            if len(self._made) > MOST:
                self._made.clear()
            made = _Made(item, theme, now, self._parts.words.card(item, now, theme))
            self._made[item.id] = made
        return made.card

    def _with_state(self, key: UUID, card: Card) -> Card:
        moves = self._parts.moves
        why, who = moves.why_back(key), self._parts.fresh.who(key)
        if why:
            return sent_back(card, why)
        if moves.is_slow(key):
            return in_saving(card)
        return moved_by(card, who) if who else card
