"""Tells which of two cards stands first, so that a moved card finds its place at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.card_list import CARD_LIST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.card_list import CardItem
    from db.list_query import Order


def precedes(orders: Sequence[Order], one: CardItem, other: CardItem) -> bool:
    """Tell whether a card stands before another one, as the database sorts them."""
    down = False
    for column, down in orders or CARD_LIST.default_orders:
        first, second = _rank(one, column), _rank(other, column)
        if first != second:
            return first > second if down else first < second
    return one.id > other.id if down else one.id < other.id


def _rank(card: CardItem, column: str) -> tuple[object, ...]:
    """Return what a card is sorted by; what is empty comes first."""
    attribute = list(CARD_LIST.fields[column].shows)[-1]
    value = getattr(card, attribute)
    return (False,) if value is None else (True, value)
