"""A figure with a second line or a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tests.widgets.pictures import picture_of
from widgets.detail_card import BOTTOM, Detail, DetailCard
from widgets.figure_card import PADDING, Figure, FigureCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

FIGURE = Figure("Won", "1,000.00", "EUR", "half of it")
SIZE = (300, 104)


@pytest.fixture
def card(qtbot: QtBot, appearance: Appearance) -> DetailCard:
    made = DetailCard(appearance, FIGURE)
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    return made


def bar_colours(card: DetailCard) -> list[str]:
    """Return the colours along the middle of the bar."""
    image = picture_of(card)
    line = QFontMetrics(card.theme.font("small")).height()
    y = card.height() - BOTTOM - line // 2
    return [image.pixelColor(x, y).name() for x in range(PADDING + 3, card.width() - PADDING - 3)]


def test_the_detail_is_read_aloud_behind_the_figure(card: DetailCard) -> None:
    card.show_details(FIGURE, Detail("2 without an amount"))

    assert card.accessibleName() == "Won 1,000.00 EUR half of it 2 without an amount"


def test_words_are_drawn_in_the_colour_of_their_role(card: DetailCard) -> None:
    plain = picture_of(card)

    card.show_details(FIGURE, Detail("No rate for CHF", "warning"))

    drawn = picture_of(card)
    warning = card.theme.colour("warning").name()
    pixels = [drawn.pixelColor(x, y).name() for x in range(16, 120) for y in range(76, 96)]
    assert drawn != plain
    assert warning in pixels


@pytest.mark.parametrize(("share", "filled"), [(0.25, 0.25), (0.5, 0.5), (1.7, 1.0)])
def test_a_bar_is_as_long_as_the_share_and_no_longer_than_the_card(
    card: DetailCard, share: float, filled: float
) -> None:
    card.show_details(FIGURE, Detail(share=share, bar_role="positive-mark"))

    colours = bar_colours(card)

    part = colours.count(card.theme.colour("positive-mark").name()) / len(colours)
    assert part == pytest.approx(filled, abs=0.03)


def test_a_share_of_nothing_is_an_empty_track(card: DetailCard) -> None:
    card.show_details(FIGURE, Detail(share=0))

    assert set(bar_colours(card)) == {card.theme.colour("bar-track").name()}


def test_a_negative_share_is_an_empty_track(card: DetailCard) -> None:
    card.show_details(FIGURE, Detail(share=-0.4))

    assert set(bar_colours(card)) == {card.theme.colour("bar-track").name()}


def test_room_for_the_detail_is_kept_from_the_beginning(
    card: DetailCard, qtbot: QtBot, appearance: Appearance
) -> None:
    plain = FigureCard(appearance, FIGURE)
    qtbot.addWidget(plain)
    before = card.sizeHint()

    card.show_details(FIGURE, Detail("2 without an amount"))

    assert card.sizeHint() == before
    assert before.height() > plain.sizeHint().height()


def test_cards_beside_one_another_are_equally_high(qtbot: QtBot, appearance: Appearance) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    column = QHBoxLayout(row)
    cards = [DetailCard(appearance, FIGURE) for _place in range(2)]
    for card in cards:
        column.addWidget(card)

    row.resize(700, 200)
    row.show()

    assert cards[0].height() == cards[1].height()
