"""What a card shows, and where, in both densities, themes and at 150 %."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tests.widgets.conftest import RESOURCES
from tests.widgets.kanban_pictures import (
    COLOUR,
    GATE,
    OVERDUE,
    STALE,
    WIDTH,
    card_part,
    colours_of,
    inked_columns,
    inked_rows,
    painted,
)
from widgets.kanban.card_layout import RIM
from widgets.kanban.card_painting import CardPainter, Stance
from widgets.kanban.values import Card, Tone
from widgets.theme import Appearance, Density, load_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

RATIOS = (1.0, 1.5, 2.0)
LONG = replace(GATE, heading="Konsortium " * 50, title="Verkaufsgelegenheit " * 25)
LONG_STAGE = replace(GATE, stage="Verhandlungsvorbereitungsstufe mit Beirat")
# Below these lines nothing may stand: heading, title, caption, stage and amount.
BETWEEN = {Density.COMFORTABLE: ((46, 47), (64, 69), (91, 98)), Density.COMPACT: ((43, 46),)}


def amount_part(cards: CardPainter, card: Card, width: int) -> QImage:
    """Return the part of a card in which its amount stands, which is at its end."""
    top, wide = (70, 125) if cards.density is Density.COMFORTABLE else (5, 60)
    return card_part(painted(cards, card, width=width), width - wide, top, wide, 20)


def test_a_card_is_as_high_as_the_theme_says() -> None:
    heights = {d: load_theme(RESOURCES, "light", d).rows["card"] for d in Density}

    assert heights == {Density.COMFORTABLE: 100, Density.COMPACT: 48}


def test_a_painted_card_is_as_high_as_the_theme_says(cards: CardPainter) -> None:
    theme = load_theme(RESOURCES, "light", cards.density)

    assert cards.height == theme.rows["card"]


def test_lines_stand_as_the_look_says(comfortable: CardPainter) -> None:
    assert comfortable.layout.words == ((8, 20), (29, 16), (48, 16), (70, 20))
    assert (comfortable.layout.left, comfortable.layout.right) == (14, 9)


@pytest.mark.parametrize("ratio", RATIOS)
def test_the_edge_has_the_colour_of_the_card(cards: CardPainter, ratio: float) -> None:
    image = painted(cards, GATE, ratio=ratio)

    edge = card_part(image, 1, 8, 2, cards.height - 16)

    assert colours_of(edge) <= {COLOUR.name(), cards.theme.colour("border").name()}
    assert COLOUR.name() in colours_of(edge)


@pytest.mark.parametrize("ratio", RATIOS)
def test_the_edge_is_three_wide_inside_the_border(cards: CardPainter, ratio: float) -> None:
    image = painted(cards, GATE, ratio=ratio)
    middle = round((RIM + cards.height / 2) * ratio)

    row = [image.pixelColor(x, middle).name() for x in range(round(12 * ratio))]

    line, edge = max(1, round(ratio)), max(1, round(3 * ratio))
    start = round(RIM * ratio)
    assert row[start : start + line] == [cards.theme.colour("border").name()] * line
    assert row[start + line : start + line + edge] == [COLOUR.name()] * edge
    assert row[start + line + edge] == cards.theme.colour("surface-raised").name()


@pytest.mark.parametrize("ratio", RATIOS)
def test_the_border_is_sharp_at_every_size(cards: CardPainter, ratio: float) -> None:
    image = painted(cards, GATE, ratio=ratio)
    middle, bottom = image.width() // 2, round((RIM + cards.height) * ratio) - 1

    spots = [image.pixelColor(middle, y).name() for y in (round(RIM * ratio), bottom)]

    assert spots == [cards.theme.colour("border").name()] * 2
    below = image.pixelColor(middle, bottom + 1)
    assert below == cards.theme.colour("surface-sunken")


def test_the_edge_is_clipped_to_the_round_corner(cards: CardPainter) -> None:
    image = painted(cards, GATE)

    corner = image.pixelColor(RIM, RIM)

    assert corner != COLOUR
    assert corner.lightness() > cards.theme.colour("border").lightness() - 1


def test_a_card_without_a_colour_has_neither_edge_nor_swatch(cards: CardPainter) -> None:
    image = painted(cards, replace(GATE, colour=None))

    assert COLOUR.name() not in colours_of(image)
    assert image.pixelColor(RIM + 2, RIM + 30) == cards.theme.colour("surface-raised")


def test_the_stage_has_a_swatch_in_the_colour(comfortable: CardPainter) -> None:
    image = painted(comfortable, GATE)

    swatch = card_part(image, 15, 77, 6, 6)

    assert colours_of(swatch) == {COLOUR.name()}


@pytest.mark.parametrize("ratio", RATIOS)
def test_lines_do_not_run_into_one_another(cards: CardPainter, ratio: float) -> None:
    words = replace(GATE, heading="Ägypgqj", title="Ägypgqj", caption="Ägypgqj", stage="Ägypgqj")
    image = painted(cards, words, ratio=ratio)
    ground = cards.theme.colour("surface-raised")

    for top, bottom in BETWEEN[cards.density]:
        gap = card_part(image, 10, top, WIDTH - 20, bottom - top)
        assert inked_rows(gap, ground) == []


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("card", [GATE, LONG, LONG_STAGE], ids=["short", "long", "stage"])
def test_nothing_stands_in_the_padding(cards: CardPainter, card: Card, ratio: float) -> None:
    image = painted(cards, card, ratio=ratio)
    ground = cards.theme.colour("surface-raised")

    right = card_part(image, WIDTH - 8, 8, 6, cards.height - 16)
    left = card_part(image, 6, 8, 4, cards.height - 16)

    assert inked_columns(right, ground) == []
    assert inked_columns(left, ground) == []


def test_five_hundred_characters_are_cut(cards: CardPainter) -> None:
    cut = cards.cut_texts(WIDTH, LONG)

    assert cut == (LONG.heading, LONG.title)
    assert cards.cut_texts(WIDTH, GATE) == ()


@pytest.mark.parametrize("width", [212, 232, 300])
def test_the_amount_is_whole_whatever_else_stands_there(cards: CardPainter, width: int) -> None:
    alone = replace(GATE, heading="", title="", caption="", stage="", colour=None, initials="")

    full = amount_part(cards, LONG_STAGE, width)

    wanted = inked_columns(amount_part(cards, alone, width), QColor("white"))
    assert set(wanted) <= set(inked_columns(full, QColor("white")))
    end = card_part(painted(cards, LONG_STAGE, width=width), width - 60, 70, 60, 20)
    same = card_part(painted(cards, alone, width=width), width - 60, 70, 60, 20)
    assert cards.density is Density.COMPACT or end == same


def test_a_short_amount_stands_on_a_compact_card(compact: CardPainter) -> None:
    other = replace(GATE, amount="1.00", unit="CHF")

    assert painted(compact, GATE) == painted(compact, other)
    assert painted(compact, GATE) != painted(compact, replace(GATE, amount_short="9"))


def test_the_title_gives_way_to_the_stage_on_a_compact_card(compact: CardPainter) -> None:
    title = "Bottling line, 6,000 b/h"
    short = replace(GATE, title=title, stage="Visit")
    long = replace(GATE, title=title, stage="Negotiation with the board")

    assert compact.cut_texts(WIDTH, short) == ()
    assert compact.cut_texts(WIDTH, long) == (title,)


def test_a_stage_leaves_the_title_its_part_of_a_compact_card(compact: CardPainter) -> None:
    image = painted(compact, replace(LONG_STAGE, stage="W" * 500))
    ground = compact.theme.colour("surface-raised")

    title = card_part(image, 12, 26, 60, 16)

    assert len(inked_columns(title, ground)) > 20


def test_marks_stand_at_the_end_of_the_heading(comfortable: CardPainter) -> None:
    image = painted(comfortable, replace(GATE, marks=(OVERDUE, STALE)))

    last = colours_of(card_part(image, WIDTH - 9 - 14, 11, 14, 14))
    first = colours_of(card_part(image, WIDTH - 9 - 33, 11, 14, 14))

    assert comfortable.theme.colour("warning").name() in last
    assert comfortable.theme.colour("negative").name() in first


def test_marks_stand_before_the_amount_of_a_compact_card(compact: CardPainter) -> None:
    plain = painted(compact, GATE)
    marked = painted(compact, replace(GATE, marks=(STALE,)))
    amount = card_part(marked, WIDTH - 60, 5, 60, 20)

    assert amount == card_part(plain, WIDTH - 60, 5, 60, 20)
    before = card_part(marked, WIDTH - 90, 5, 30, 20)
    assert compact.theme.colour("warning").name() in colours_of(before)


def test_the_heading_gives_way_to_marks(cards: CardPainter) -> None:
    name = "Fonderie Alto Piave S.p.A."
    width = 232 if cards.density is Density.COMPACT else 210

    free = cards.cut_texts(width, replace(GATE, heading=name, amount_short="9"))
    marked = replace(GATE, heading=name, amount_short="9", marks=(OVERDUE, STALE, OVERDUE))

    assert free == ()
    assert cards.cut_texts(width, marked) == (name,)


@pytest.mark.parametrize(
    ("tone", "plate", "ink"),
    [
        (Tone.POSITIVE, "positive-tint", "positive"),
        (Tone.ZERO, "hover", "text-muted"),
        (Tone.UNKNOWN, "surface-raised", "text-muted"),
    ],
)
def test_the_plate_of_an_amount_says_what_it_is(
    comfortable: CardPainter, tone: Tone, plate: str, ink: str
) -> None:
    image = painted(comfortable, replace(GATE, tone=tone, amount="1111.00", unit=""))

    chip = card_part(image, WIDTH - 9 - 50, 73, 50, 14)

    assert comfortable.theme.colour(plate) == chip.pixelColor(48, 7)
    found = colours_of(chip)
    assert comfortable.theme.colour(ink).name() in found


def test_an_amount_that_is_not_known_has_no_plate(comfortable: CardPainter) -> None:
    unknown = replace(GATE, tone=Tone.UNKNOWN, amount="–", amount_short="–", unit="")

    found = colours_of(painted(comfortable, unknown))

    theme = comfortable.theme
    assert not found & {theme.colour("positive-tint").name(), theme.colour("positive").name()}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_cards_lie_on_the_ground_of_their_theme(
    appearance: Appearance, name: str, cards: CardPainter
) -> None:
    appearance.use(load_theme(RESOURCES, name))
    made = CardPainter(appearance.theme, appearance.icons, cards.density)

    image = painted(made, GATE)

    assert image.pixelColor(RIM + 120, RIM + 3) == appearance.theme.colour("surface-raised")
    assert image.pixelColor(1, 1) == appearance.theme.colour("surface-sunken")


def test_from_right_to_left_the_edge_is_at_the_right(cards: CardPainter) -> None:
    image = painted(cards, GATE, Stance(mirrored=True))
    middle = RIM + cards.height // 2

    assert image.pixelColor(RIM + WIDTH - 3, middle) == COLOUR
    assert image.pixelColor(RIM + 2, middle) != COLOUR


def test_from_right_to_left_bars_are_mirrored(cards: CardPainter) -> None:
    loading = painted(cards, None)

    mirrored = painted(cards, None, Stance(mirrored=True))

    lines = [
        image.copy(0, RIM + cards.layout.heading.top + 10, image.width(), 1)
        for image in (loading.flipped(Qt.Orientation.Horizontal), mirrored)
    ]
    assert lines[0] == lines[1]
    assert mirrored != loading


def test_from_right_to_left_the_amount_is_at_the_left(comfortable: CardPainter) -> None:
    image = painted(comfortable, GATE, Stance(mirrored=True))

    plate = card_part(image, 10, 75, 2, 10)

    assert colours_of(plate) == {comfortable.theme.colour("positive-tint").name()}


def test_pictures_of_plates_are_made_once(cards: CardPainter) -> None:
    painted(cards, GATE)
    before = dict(cards.brush.plates)

    painted(cards, replace(GATE, heading="Another"))

    assert cards.brush.plates == before


def test_pictures_of_plates_do_not_pile_up(cards: CardPainter) -> None:
    for width in range(150, 350):
        painted(cards, GATE, width=width)

    assert len(cards.brush.plates) < 100
