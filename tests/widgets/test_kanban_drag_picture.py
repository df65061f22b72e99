"""The picture of dragged cards, and the mark where they would land."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from tests.widgets.kanban_pictures import COLOUR, GATE, WIDTH, colours_of
from widgets.kanban.card_painting import CardPainter
from widgets.kanban.drag_picture import drag_picture
from widgets.kanban.drop_mark import draw_drop_mark
from widgets.theme import Appearance, Density, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

LEFT, TOP = 10, 12  # how far the pointer stands from the card
NOTHING = 0


@pytest.fixture(params=Density, ids=str)
def cards(request: pytest.FixtureRequest, appearance: Appearance) -> CardPainter:
    """Return a painter of each density in turn."""
    return CardPainter(appearance.theme, appearance.icons, request.param)


def image_of(picture: QPixmap) -> QImage:
    return picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)


def dragged(cards: CardPainter, count: int, ratio: float = 1.0) -> QImage:
    return image_of(drag_picture(cards, GATE, count, WIDTH, ratio)[0])


def test_the_pointer_stands_left_of_the_card_and_above_it(cards: CardPainter) -> None:
    picture, hot_spot = drag_picture(cards, GATE, 1, WIDTH, 1.0)
    image = image_of(picture)

    first = [
        (x, y)
        for y in range(TOP + 3)
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > NOTHING
    ]

    assert hot_spot == QPoint(0, 0)
    assert min(y for _x, y in first) == TOP
    left = [x for x in range(30) if image.pixelColor(x, TOP + 20).alpha() > NOTHING]
    assert left[0] == LEFT


def test_the_card_is_shown_in_full_colour(cards: CardPainter) -> None:
    image = dragged(cards, 1)

    theme = cards.theme
    assert image.pixelColor(LEFT + 2, TOP + 24) == COLOUR
    assert image.pixelColor(LEFT + 100, TOP + 3) == theme.colour("surface-raised")


def test_the_card_has_an_accent_border(cards: CardPainter) -> None:
    image = dragged(cards, 1)

    accent = cards.theme.colour("accent")
    assert image.pixelColor(LEFT + 100, TOP) == accent
    assert image.pixelColor(LEFT + 100, TOP + cards.height - 1) == accent


@pytest.mark.parametrize(("count", "edges"), [(1, 0), (2, 1), (3, 2), (200, 2)])
def test_up_to_two_edges_stand_behind(cards: CardPainter, count: int, edges: int) -> None:
    image = dragged(cards, count)
    accent, bottom = cards.theme.colour("accent"), TOP + cards.height - 1

    below = [image.pixelColor(LEFT + 100, y) for y in range(bottom + 1, image.height())]

    assert [4 * place - 1 for place in (1, 2) if accent == below[4 * place - 1]] == [
        4 * place - 1 for place in range(1, edges + 1)
    ]
    assert sum(colour == accent for colour in below) == edges


def test_edges_stand_to_the_right_too(cards: CardPainter) -> None:
    image = dragged(cards, 3)
    accent, middle = cards.theme.colour("accent"), TOP + cards.height // 2 + 4
    right = LEFT + WIDTH - 1

    spots = [image.pixelColor(right + step, middle) for step in (0, 4, 8)]

    assert spots == [accent] * 3


def test_one_card_has_no_badge(cards: CardPainter) -> None:
    image = dragged(cards, 1)

    above = image.copy(0, 0, image.width(), TOP)

    assert colours_of(above) == {QColor(0, 0, 0, 0).name()}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("count", [2, 11, 200])
def test_a_badge_stands_on_the_upper_right_corner(
    cards: CardPainter, count: int, ratio: float
) -> None:
    image = dragged(cards, count, ratio)
    row = round(2 * ratio) + round(TOP * ratio) - round(11 * ratio)

    inked = [x / ratio for x in range(image.width()) if image.pixelColor(x, row).alpha() > 200]

    middle = (min(inked) + max(inked)) / 2
    assert abs(middle - (LEFT + WIDTH)) < 1
    assert max(inked) < image.width() / ratio - 1


def test_a_badge_is_22_high_in_the_accent(cards: CardPainter) -> None:
    image = dragged(cards, 2)
    accent = cards.theme.colour("accent")

    column = [y for y in range(TOP) if image.pixelColor(LEFT + WIDTH, y).alpha() > NOTHING]

    assert column == list(range(1, TOP))
    assert image.pixelColor(LEFT + WIDTH + 9, TOP) == accent
    assert cards.theme.colour("accent-text").name() in colours_of(
        image.copy(LEFT + WIDTH - 8, TOP - 8, 16, 16)
    )


def test_a_long_count_makes_a_wide_badge(cards: CardPainter) -> None:
    assert dragged(cards, 12_000).width() > dragged(cards, 2).width()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_is_made_for_its_screen(cards: CardPainter, ratio: float) -> None:
    picture, _hot_spot = drag_picture(cards, GATE, 3, WIDTH, ratio)

    assert picture.devicePixelRatio() == ratio
    size = picture.deviceIndependentSize()
    assert abs(size.width() - (LEFT + WIDTH + 11)) < 2
    assert abs(size.height() - (TOP + cards.height + 8)) < 2


def test_the_ground_of_a_picture_is_clear(cards: CardPainter) -> None:
    image = dragged(cards, 3)

    assert image.pixelColor(2, 2).alpha() == NOTHING
    assert image.pixelColor(LEFT, image.height() - 1).alpha() == NOTHING


def test_a_picture_is_mirrored_where_it_reads_so(cards: CardPainter) -> None:
    picture, _hot_spot = drag_picture(cards, GATE, 1, WIDTH, 1.0, mirrored=True)

    assert image_of(picture).pixelColor(LEFT + WIDTH - 3, TOP + 24) == COLOUR


def test_a_dragged_card_shows_its_own_words(cards: CardPainter) -> None:
    other = drag_picture(cards, replace(GATE, heading="Another"), 1, WIDTH, 1.0)[0]

    assert image_of(other) != dragged(cards, 1)


def drawn_mark(theme: Theme, ratio: float) -> QImage:
    image = QImage(round(252 * ratio), round(20 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.colour("surface-sunken"))
    painter = QPainter(image)
    draw_drop_mark(painter, theme, 10, 8, WIDTH)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_drop_mark_is_a_line_of_two(light: Theme, ratio: float) -> None:
    image = drawn_mark(light, ratio)
    accent = light.colour("accent")

    column = [image.pixelColor(image.width() // 2, y) for y in range(image.height())]

    assert sum(colour == accent for colour in column) == round(2 * ratio)
    assert column[round(10 * ratio)] == accent


def test_a_drop_mark_has_dots_at_its_ends(light: Theme) -> None:
    image = drawn_mark(light, 1.0)
    accent = light.colour("accent")

    for x in (8 + 3, 8 + WIDTH - 3):
        column = [y for y in range(20) if image.pixelColor(x, y) == accent]
        assert len(column) >= 4
    assert image.pixelColor(6, 10) == light.colour("surface-sunken")
    assert image.pixelColor(8 + WIDTH + 1, 10) == light.colour("surface-sunken")
