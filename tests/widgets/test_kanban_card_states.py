"""How cards look while they are hovered, chosen, dragged, saved, refused, moved or loading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.widgets.kanban_pictures import (
    COLOUR,
    GATE,
    STALE,
    WIDTH,
    card_part,
    colours_of,
    inked_columns,
    painted,
)
from widgets.kanban.card_layout import RIM
from widgets.kanban.card_painting import CardPainter, Stance
from widgets.kanban.values import CardState
from widgets.theme.colours import contrast_ratio, mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

MOVED = replace(GATE, note="Moved by Elisa Conti", note_initials="EC")
REFUSED = replace(GATE, note="Not moved: no confirmed offer", state=CardState.REFUSED)
SAVING = replace(GATE, state=CardState.SAVING)
READABLE = 4.5


def top_border(image: QImage, thickness: int = 3) -> list[str]:
    """Return the colours from the upper border of a card inwards."""
    return [image.pixelColor(RIM + WIDTH // 2, RIM + y).name() for y in range(thickness)]


def role(cards: CardPainter, name: str) -> str:
    return cards.theme.colour(name).name()


def test_a_card_at_rest_has_a_faint_border(cards: CardPainter) -> None:
    border = top_border(painted(cards, GATE))

    assert border == [role(cards, "border"), *[role(cards, "surface-raised")] * 2]


def test_a_card_under_the_mouse_has_a_stronger_border(cards: CardPainter) -> None:
    border = top_border(painted(cards, GATE, Stance(hovered=True)))

    assert border[0] == role(cards, "border-strong")


def test_a_chosen_card_has_two_pixels_of_accent(cards: CardPainter) -> None:
    border = top_border(painted(cards, GATE, Stance(selected=True, hovered=True)))

    assert border == [*[role(cards, "accent")] * 2, role(cards, "surface-raised")]


def test_a_chosen_card_keeps_its_edge(cards: CardPainter) -> None:
    image = painted(cards, GATE, Stance(selected=True))

    assert image.pixelColor(RIM + 3, RIM + cards.height // 2) == COLOUR


def test_the_ring_of_the_keyboard_lies_outside_the_card(cards: CardPainter) -> None:
    image = painted(cards, GATE, Stance(ringed=True))
    column = [image.pixelColor(RIM + WIDTH // 2, y).name() for y in range(RIM + 1)]

    ring, ground = role(cards, "focus-ring"), role(cards, "surface-sunken")
    assert column == [ground, ring, ring, ground, role(cards, "border")]


def test_the_ring_stays_inside_the_row(cards: CardPainter) -> None:
    image = painted(cards, GATE, Stance(ringed=True, selected=True))
    ground = cards.theme.colour("surface-sunken")

    for part in (
        image.copy(0, 0, image.width(), 1),
        image.copy(0, image.height() - 1, image.width(), 1),
        image.copy(0, 0, 1, image.height()),
        image.copy(image.width() - 1, 0, 1, image.height()),
    ):
        assert inked_columns(part, ground) == []


def test_a_lifted_card_has_an_accent_border(cards: CardPainter) -> None:
    border = top_border(painted(cards, GATE, Stance(lifted=True)))

    assert border[:2] == [role(cards, "accent"), role(cards, "surface-raised")]


def test_a_dragged_card_is_faded(cards: CardPainter) -> None:
    image = painted(cards, GATE, Stance(faded=True))
    theme = cards.theme

    edge = image.pixelColor(RIM + 2, RIM + cards.height // 2)

    wanted = mixed(COLOUR, theme.colour("surface-sunken"), 0.4)
    assert distance(edge, wanted) < 4


def test_fading_ends_with_the_card(cards: CardPainter) -> None:
    faded = painted(cards, GATE, Stance(faded=True))

    assert painted(cards, GATE) != faded


def test_a_card_that_is_saved_is_muted_but_readable(cards: CardPainter) -> None:
    image = painted(cards, SAVING)

    found = colours_of(image)

    muted, ground = cards.theme.colour("text-muted"), cards.theme.colour("surface-raised")
    assert role(cards, "text") not in found
    assert role(cards, "positive") not in found
    assert muted.name() in found
    assert contrast_ratio(muted, ground) >= READABLE


def test_an_arrow_turns_while_a_card_is_saved(cards: CardPainter) -> None:
    first = painted(cards, SAVING, Stance(turn=0))

    later = painted(cards, SAVING, Stance(turn=45))

    assert first != later
    left, right = (card_part(image, 0, 28, WIDTH, 20) for image in (first, later))
    assert left == right


def test_the_arrow_stands_beside_the_marks(comfortable: CardPainter) -> None:
    image = painted(comfortable, replace(SAVING, marks=(STALE,)))

    mark = card_part(image, WIDTH - 9 - 14 - 20, 11, 14, 14)

    assert role(comfortable, "warning") in colours_of(mark)


def test_a_refused_card_has_a_red_border_and_says_why(cards: CardPainter) -> None:
    image = painted(cards, REFUSED)
    silent = painted(cards, replace(REFUSED, note=""))

    assert top_border(image)[0] == role(cards, "negative")
    assert image != silent
    assert image.pixelColor(RIM + WIDTH // 2, RIM + 2) == cards.theme.colour("surface-raised")


def test_a_refused_card_is_red_even_when_it_is_chosen(cards: CardPainter) -> None:
    border = top_border(painted(cards, REFUSED, Stance(selected=True, hovered=True)))

    assert border[:2] == [role(cards, "negative")] * 2


def test_a_card_moved_by_others_is_tinted(cards: CardPainter) -> None:
    border = top_border(painted(cards, MOVED))

    assert border == [role(cards, "selection-border"), *[role(cards, "accent-tint")] * 2]


def test_who_moved_a_card_stands_in_place_of_the_caption(comfortable: CardPainter) -> None:
    image = painted(comfortable, MOVED)

    badge = card_part(image, 14, 48, 16, 16)
    words = card_part(image, 34, 48, WIDTH - 43, 16)

    assert role(comfortable, "accent") in colours_of(badge)
    assert role(comfortable, "link") in colours_of(words)
    same = replace(MOVED, caption="Somebody else · Export")
    assert painted(comfortable, same) == image


def test_a_badge_is_round(comfortable: CardPainter) -> None:
    image = painted(comfortable, MOVED)

    badge = card_part(image, 14, 48, 16, 16)

    tint = comfortable.theme.colour("accent-tint")
    corners = [badge.pixelColor(x, y) for x in (0, 15) for y in (0, 15)]
    assert corners == [tint] * 4
    assert badge.pixelColor(1, 8) == comfortable.theme.colour("accent")


def test_a_badge_shows_two_letters_at_most(comfortable: CardPainter) -> None:
    two = painted(comfortable, MOVED)

    assert painted(comfortable, replace(MOVED, note_initials="ECX")) == two


def test_who_moved_a_compact_card_stands_in_place_of_the_initials(compact: CardPainter) -> None:
    image = painted(compact, MOVED)

    badge = card_part(image, WIDTH - 9 - 16, 26, 16, 16)

    assert role(compact, "accent") in colours_of(badge)


def test_a_note_without_initials_has_no_badge(cards: CardPainter) -> None:
    image = painted(cards, replace(MOVED, note_initials=""))

    assert role(cards, "accent-text") not in colours_of(card_part(image, 14, 28, 17, 18))


def test_a_card_that_loads_shows_bars_at_its_real_height(cards: CardPainter) -> None:
    image = painted(cards, None)

    found = colours_of(card_part(image, 12, 5, WIDTH - 21, cards.height - 10))

    assert role(cards, "pressed") in found
    assert role(cards, "text") not in found
    assert image.height() == painted(cards, GATE).height()


def test_a_card_that_loads_can_be_chosen(cards: CardPainter) -> None:
    border = top_border(painted(cards, None, Stance(selected=True)))

    assert border[:2] == [role(cards, "accent")] * 2


def distance(one: QColor, other: QColor) -> int:
    """Return how far two colours are from one another."""
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )
