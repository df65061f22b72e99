"""What is read aloud of cards and columns, and the rooms of a card's texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.widgets.kanban_pictures import FIGURES, GATE, LOST, OVERDUE, QUARTER, STALE
from widgets.kanban.card_brush import CardBrush
from widgets.kanban.card_layout import Place, layout_of
from widgets.kanban.card_rooms import Rooms, chip_width, marks_width, rooms_of
from widgets.kanban.card_words import spoken, spoken_column, spoken_preview
from widgets.kanban.values import Card, CardState, Column, Preview
from widgets.theme import Density, Theme

COMFORTABLE, COMPACT = Density.COMFORTABLE, Density.COMPACT


@pytest.fixture
def brush(light: Theme) -> CardBrush:
    return CardBrush(light)


def rooms(brush: CardBrush, card: Card, density: Density, width: int = 236) -> Rooms:
    return rooms_of(card, width, density, layout_of(density, brush), brush)


def test_a_card_is_told_from_what_matters_most() -> None:
    words = spoken(replace(GATE, marks=(OVERDUE, STALE)))

    assert words == (
        "Officine Brenta S.p.A., Press line 3, turnkey, 184,500.00 EUR, Negotiation, "
        "2 days overdue, 27 days without anything done, Marta Bellini · National"
    )


def test_a_note_is_told_in_place_of_the_caption() -> None:
    words = spoken(replace(GATE, note="Moved by Elisa Conti"))

    assert words.endswith("Negotiation, Moved by Elisa Conti")


def test_it_is_told_that_a_card_is_saved() -> None:
    assert spoken(replace(GATE, state=CardState.SAVING)).endswith("National, Saving")


def test_what_a_card_lacks_is_not_told() -> None:
    card = replace(GATE, title="", stage="", unit="", amount="–", caption="")

    assert spoken(card) == "Officine Brenta S.p.A., –"


def test_a_card_that_loads_says_so() -> None:
    assert spoken(None) == "Loading"


def test_a_column_is_told_with_all_its_figures() -> None:
    column = Column("lost", "LOST", FIGURES, mark=LOST, note="last 90 days")

    assert spoken_column(column) == (
        "LOST, Lost, Count 9, Total net amount 434,530.00 EUR, last 90 days"
    )


def test_a_preview_is_told_line_by_line() -> None:
    preview = Preview((("8", "11"), ("", "+ 1.00")))

    assert spoken_preview(QUARTER, preview) == "Count 8 → 11, Total net amount + 1.00"
    assert spoken_preview(QUARTER, None) == ""


def test_a_preview_tells_nothing_of_a_line_that_stays() -> None:
    assert spoken_preview(QUARTER, Preview((("8", "11"), ("", "")))) == "Count 8 → 11"


def test_marks_take_their_room_from_the_heading(brush: CardBrush) -> None:
    for density in Density:
        free = rooms(brush, GATE, density).heading_end

        marked = rooms(brush, replace(GATE, marks=(STALE, OVERDUE)), density).heading_end

        assert free - marked == 19 + 14 + 6


def test_the_turning_arrow_takes_its_room_from_the_heading(brush: CardBrush) -> None:
    for density in Density:
        free = rooms(brush, GATE, density).heading_end

        saving = rooms(brush, replace(GATE, state=CardState.SAVING), density).heading_end

        assert free - saving == 14 + 6


def test_the_stage_ends_before_the_amount(brush: CardBrush) -> None:
    room = rooms(brush, GATE, COMFORTABLE)

    assert room.stage_end == 236 - 9 - chip_width(GATE, brush) - 8
    assert (room.start, room.end, room.title_end) == (14, 227, 227)


def test_a_unit_widens_the_plate_of_an_amount(brush: CardBrush) -> None:
    without = chip_width(replace(GATE, unit=""), brush)

    assert chip_width(GATE, brush) > without + 15


def test_a_stage_takes_at_most_its_share_of_a_compact_card(brush: CardBrush) -> None:
    room = rooms(brush, replace(GATE, stage="W" * 500), COMPACT)

    assert room.title_end - room.start > 70
    assert room.stage_start > room.title_end


def test_a_title_has_the_room_of_a_stage_that_is_not_there(brush: CardBrush) -> None:
    with_stage = rooms(brush, GATE, COMPACT).title_end

    without = rooms(brush, replace(GATE, stage="", colour=None), COMPACT)

    assert without.title_end == without.stage_end > with_stage


def test_a_reason_has_the_whole_line_of_a_compact_card(brush: CardBrush) -> None:
    refused = replace(GATE, note="Not moved", state=CardState.REFUSED)

    assert rooms(brush, refused, COMPACT).title_end == 227


def test_marks_stand_apart() -> None:
    assert [marks_width(count, 14) for count in range(4)] == [0, 14, 33, 52]


def test_a_place_mirrors_what_stands_in_it() -> None:
    assert Place(10, 0, 200, mirrored=False).x(14, 50) == 24
    assert Place(10, 0, 200, mirrored=True).x(14, 50) == 10 + 200 - 14 - 50


def test_a_larger_font_makes_lines_higher(brush: CardBrush) -> None:
    plain = [layout_of(density, brush).height for density in Density]
    brush.heading.height = 31.2
    brush.small.height = 24.0

    larger = [layout_of(density, brush).height for density in Density]

    assert larger == [plain[0] + 12 + 8, plain[1] + 12]
