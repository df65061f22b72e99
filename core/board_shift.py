"""What a move makes of a card and of the figures, before the database has been asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.board_place import Place, PlaceKind
from core.exchange import divided
from core.moves import LOST, OPEN, WON
from core.totals import PERCENT, CurrencyTotal, Totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from core.board_values import Board, BoardColumn, ColumnFigures
    from core.totals import Base
    from db.card_list import CardItem

NO_TOTAL = CurrencyTotal("", 0, 0, 0, 0, 0, 0)


class Stack(NamedTuple):
    """Cards that leave or reach a column; unseen: so many more whose amounts are not known here."""

    place: Place
    cards: Sequence[CardItem]
    unseen: int = 0


def moved(card: CardItem, column: BoardColumn, today: date) -> CardItem:
    """Return a card as it will be once it stands in a column."""
    place = column.place
    if place.kind is PlaceKind.STAGE:
        closed = None if column.outcome == OPEN else card.closed_on or today
        card = card._replace(stage=column.title, stage_colour=column.colour, stage_id=place.id)
        return card._replace(outcome=column.outcome, closed_on=closed)
    if place.kind in {PlaceKind.LOST, PlaceKind.WON}:
        outcome = LOST if place.kind is PlaceKind.LOST else WON
        return card._replace(outcome=outcome, closed_on=today)
    opened = card._replace(outcome=OPEN, closed_on=None)
    if place.kind is PlaceKind.PROBABILITY:
        return opened._replace(probability_id=place.id, percent=column.percent, by_hand=True)
    return opened


def shifted(board: Board, leaving: Iterable[Stack], coming: Iterable[Stack]) -> Board:
    """Return a board whose counts and totals have lost some cards and gained others."""
    for stacks, sign in ((leaving, -1), (coming, 1)):
        for stack in stacks:
            board = _with(board, stack, sign)
    return board


def _with(board: Board, stack: Stack, sign: int) -> Board:
    columns = tuple(
        each._replace(figures=_figures(each.figures, stack, sign, board.base))
        if each.place == stack.place
        else each
        for each in board.columns
    )
    still_open = [card for card in stack.cards if card.outcome == OPEN]
    return board._replace(columns=columns, open=_totals(board.open, still_open, sign, board.base))


def _figures(figures: ColumnFigures, stack: Stack, sign: int, base: Base) -> ColumnFigures:
    totals = _totals(figures.totals, stack.cards, sign, base)
    totals = totals._replace(rows=totals.rows + sign * stack.unseen)
    return figures._replace(
        rows=figures.rows + sign * (len(stack.cards) + stack.unseen), totals=totals
    )


def _totals(totals: Totals, cards: Iterable[CardItem], sign: int, base: Base) -> Totals:
    for card in cards:
        totals = _split(totals, card, sign)
        ratio = base.exchange.ratio(card.currency, base.currency, card.closed_on or base.today)
        missing = set(totals.missing)
        if ratio is None:
            missing.add(card.currency)
        missing &= {each.currency for each in totals.by_currency}
        net = 0 if ratio is None else (card.net_minor or 0) * ratio.over * sign
        under = 1 if ratio is None else ratio.under
        totals = totals._replace(
            rows=totals.rows + sign,
            net_minor=totals.net_minor + divided(net, under),
            weighted_minor=totals.weighted_minor + divided(net * _percent(card), under * PERCENT),
            net_unknown=totals.net_unknown + _unknown(card) * sign,
            missing=tuple(sorted(missing)),
        )
    return totals


def _split(totals: Totals, card: CardItem, sign: int) -> Totals:
    """Return totals with a row of a card's currency more or less.

    The last row takes its currency away, unless gross amounts, which a card has not, would go too.
    """
    split = {each.currency: each for each in totals.by_currency}
    each = split.get(card.currency, NO_TOTAL._replace(currency=card.currency))
    net = (card.net_minor or 0) * sign
    split[card.currency] = each._replace(
        rows=each.rows + sign,
        net_minor=each.net_minor + net,
        weighted_minor=each.weighted_minor + divided(net * _percent(card), PERCENT),
        net_unknown=each.net_unknown + _unknown(card) * sign,
    )
    kept = tuple(split[code] for code in sorted(split) if any(split[code][1:]))
    return totals._replace(by_currency=kept)


def _percent(card: CardItem) -> int:
    return 0 if card.outcome == LOST else card.percent or 0


def _unknown(card: CardItem) -> int:
    return int(card.net_minor is None)
