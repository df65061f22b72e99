"""How much room the texts of a card have beside what is never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from widgets.kanban.values import CardState
from widgets.theme import Density

if TYPE_CHECKING:
    from widgets.kanban.card_brush import CardBrush
    from widgets.kanban.card_layout import CardLayout
    from widgets.kanban.values import Card

WORD_GAP = 8
MARKS_GAP = 6
MARK_STEP = 19
CHIP_PADDING = 6
UNIT_GAP = 4
INITIALS_SLOT = 16
SWATCH = 8
SWATCH_GAP = {Density.COMFORTABLE: 6, Density.COMPACT: 4}
STAGE_SHARE = 0.55  # the most that the stage takes from the title in a compact card


class Rooms(NamedTuple):
    """Where things begin and end, as distances from the start of the card.

    The stage begins with its swatch.
    """

    start: float
    end: float
    marks_end: float
    heading_end: float
    title_end: float
    stage_start: float
    stage_end: float


def rooms_of(
    card: Card, width: int, density: Density, layout: CardLayout, brush: CardBrush
) -> Rooms:
    """Return the rooms in a card of a width."""
    find = _compact if density is Density.COMPACT else _comfortable
    return find(card, width, layout, brush)


def chip_width(card: Card, brush: CardBrush) -> int:
    """Return how wide the plate of an amount is."""
    unit = UNIT_GAP + brush.caption.width(card.unit) if card.unit else 0
    return int(2 * CHIP_PADDING + brush.amount.width(card.amount) + unit + 1)


def marks_width(count: int, side: int) -> int:
    """Return how wide marks are beside one another."""
    return (count - 1) * MARK_STEP + side if count else 0


def _comfortable(card: Card, width: int, layout: CardLayout, brush: CardBrush) -> Rooms:
    end = width - layout.right
    stage_end = end - chip_width(card, brush) - WORD_GAP
    heading_end = end - _taken_by_marks(card, brush)
    return Rooms(layout.left, end, end, heading_end, end, layout.left, stage_end)


def _compact(card: Card, width: int, layout: CardLayout, brush: CardBrush) -> Rooms:
    start, end = layout.left, width - layout.right
    marks_end = end - brush.amount.width(card.amount_short) - WORD_GAP
    heading_end = marks_end - _taken_by_marks(card, brush)
    stage_end = end - max(INITIALS_SLOT, brush.caption.width(card.initials)) - WORD_GAP
    stage = brush.caption.width(card.stage)
    if card.colour is not None:
        stage += SWATCH + SWATCH_GAP[Density.COMPACT]
    stage_start = stage_end - min(stage, (stage_end - start) * STAGE_SHARE)
    title_end = stage_start - WORD_GAP if stage else stage_end
    if card.note and card.state is CardState.REFUSED:
        title_end = end  # the reason stands there alone
    return Rooms(start, end, marks_end, heading_end, title_end, stage_start, stage_end)


def _taken_by_marks(card: Card, brush: CardBrush) -> int:
    side = brush.theme.sizes["icon-small"]
    turning = side + MARKS_GAP if card.state is CardState.SAVING else 0
    return turning + (marks_width(len(card.marks), side) + MARKS_GAP if card.marks else 0)
