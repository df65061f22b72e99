"""The order of cards in Python is that of the database."""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING

import pytest

from core.board import BoardKind, BoardQuery, BoardSource, CardOrder
from core.card_order import precedes
from tests.lists import add_opportunities
from tests.workspaces import NOW, add_contact

if TYPE_CHECKING:
    from core.workspace import Workspace
    from db.card_list import CardItem

NETS = (500, None, 300, 300, -20, None, 500)
DAYS = (3, None, 1, 3, None, 2, 1)


@pytest.mark.parametrize("order", [CardOrder.AMOUNT, CardOrder.CLOSE, CardOrder.ACTIVITY])
@pytest.mark.parametrize("descending", [True, False])
def test_cards_are_sorted_as_the_database_sorts_them(
    workspace: Workspace, order: CardOrder, *, descending: bool
) -> None:
    add_opportunities(
        workspace,
        [add_contact(workspace)],
        len(NETS),
        lambda at: {
            "net_minor": NETS[at],
            "expected_close_on": None if (day := DAYS[at]) is None else NOW.date().replace(day=day),
        },
    )
    query = BoardQuery(BoardKind.PROGRESS, order=order, descending=descending)
    board = BoardSource(workspace).read(query, NOW)
    column = next(each for each in board.columns if each.figures.rows)

    def compare(one: CardItem, other: CardItem) -> int:
        return -1 if precedes(column.query.orders, one, other) else 1

    mixed = sorted(column.cards, key=lambda card: card.number[-1])
    assert sorted(mixed, key=cmp_to_key(compare)) == list(column.cards)
    assert len(mixed) == len(NETS)
