"""What a move makes of cards and figures, against a board that is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.board import Board, BoardKind, BoardQuery, BoardSource, Place, PlaceKind
from core.board_place import LOST_PLACE, WON_PLACE
from core.board_shift import Stack, moved, shifted
from db.ids import new_id
from db.tables.lookups import ExchangeRateRow
from db.tables.opportunity import OpportunityRow
from tests.core.test_opportunity_edit import add, chance
from tests.lists import change_rows
from tests.workspaces import NOW, write_rows

if TYPE_CHECKING:
    from core.workspace import Workspace
    from db.card_list import CardItem

PROGRESS = BoardQuery(BoardKind.PROGRESS)


def read(workspace: Workspace) -> Board:
    return BoardSource(workspace).read(PROGRESS, NOW)


def at(workspace: Workspace, code: str) -> Place:
    return Place(PlaceKind.PROBABILITY, chance(workspace, code))


def card_in(board: Board, place: Place) -> CardItem:
    column = board.column(place)
    assert column is not None
    return column.cards[0]


@pytest.mark.parametrize(
    ("net", "currency"), [(12_345, "EUR"), (12_345, "USD"), (999, "CHF"), (None, "EUR")]
)
def test_shifted_figures_are_those_that_a_read_finds(
    workspace: Workspace, net: int | None, currency: str
) -> None:
    rate = {"id": new_id(), "base_code": "EUR", "currency_code": "USD"}
    rate |= {"valid_on": NOW.date(), "rate_millionths": 1_250_000}
    write_rows(workspace, ExchangeRateRow, [rate])
    key = add(workspace, net_minor=net, gross_minor=0, currency_code=currency)
    half = chance(workspace, "50")
    add(workspace, number="26/0002", net_minor=100, gross_minor=0, probability_id=half)
    source, target = at(workspace, "25"), at(workspace, "50")
    board = read(workspace)
    card, column = card_in(board, source), board.column(target)
    assert column is not None

    after = moved(card, column, NOW.date())
    found = shifted(board, [Stack(source, [card])], [Stack(target, [after])])
    change_rows(workspace, OpportunityRow, [key], {"probability_id": target.id})
    fresh = read(workspace)

    assert [each.figures for each in found.columns] == [each.figures for each in fresh.columns]
    assert found.open == fresh.open
    assert (after.percent, after.by_hand) == (50, True)


def test_a_shift_and_its_opposite_change_nothing(workspace: Workspace) -> None:
    add(workspace, net_minor=777, gross_minor=900)
    board, source, target = read(workspace), at(workspace, "25"), WON_PLACE
    card, column = card_in(board, source), board.column(target)
    assert column is not None
    after = moved(card, column, NOW.date())

    there = shifted(board, [Stack(source, [card])], [Stack(target, [after])])
    back = shifted(there, [Stack(target, [after])], [Stack(source, [card])])

    assert there.open.rows == 0
    assert back == board


def test_cards_that_are_not_loaded_count_without_an_amount(workspace: Workspace) -> None:
    add(workspace, net_minor=777)
    board, source = read(workspace), at(workspace, "25")

    found = shifted(board, [Stack(source, [], unseen=1)], [])

    column = found.column(source)
    assert column is not None
    assert column.figures.rows == 0
    assert column.figures.totals.net_minor == 777


def test_a_lost_one_counts_nothing_in_a_weighted_total(workspace: Workspace) -> None:
    add(workspace, net_minor=800)
    board, source = read(workspace), at(workspace, "25")
    card, column = card_in(board, source), board.column(LOST_PLACE)
    assert column is not None

    after = moved(card, column, NOW.date())
    found = shifted(board, [], [Stack(LOST_PLACE, [after])]).column(LOST_PLACE)

    assert found is not None
    assert found.figures.totals.weighted_minor == 0
    assert found.figures.totals.net_minor == 800
    assert after.closed_on == NOW.date()
