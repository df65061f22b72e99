"""Painting one card, in both densities and all its states."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF

from widgets.kanban.card_brush import CardBrush, PlateLook
from widgets.kanban.card_layout import Place, layout_of
from widgets.kanban.card_pen import Bar, CardPen, Face
from widgets.kanban.card_rooms import INITIALS_SLOT, MARKS_GAP, SWATCH, SWATCH_GAP, rooms_of
from widgets.kanban.values import CardState, Tone
from widgets.painted import Plate, draw_plate
from widgets.theme import Density

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from widgets.kanban.card_layout import CardLayout, Line
    from widgets.kanban.card_rooms import Rooms
    from widgets.kanban.values import Card
    from widgets.theme import Theme
    from widgets.theme.icons import Icons

BADGE_GAP = 4
BAR_SHARES = (0.58, 0.42, 0.5, 0.3)  # of the lines of a card that is loading
AMOUNT_SHARE = 0.38
SELECTED = 2
BAR_RADIUS = 3
BAR_HEIGHT = 9
AMOUNT_HEIGHT = 16
FADED = 0.4
RING = 3  # how far outside the card the ring ends: its width and a gap of one
CHIPS = {Tone.POSITIVE: "positive-tint", Tone.ZERO: "hover", Tone.UNKNOWN: ""}
AMOUNTS = {Tone.POSITIVE: "positive", Tone.ZERO: "text-muted", Tone.UNKNOWN: "text-muted"}


class Stance(NamedTuple):
    """How a card stands among others at the moment."""

    hovered: bool = False
    selected: bool = False
    ringed: bool = False
    faded: bool = False
    lifted: bool = False
    mirrored: bool = False
    turn: float = 0.0


AT_REST = Stance()


class CardPainter:
    """Paints cards with the fonts, colours and icons of a theme."""

    def __init__(self, theme: Theme, icons: Icons, density: Density) -> None:
        """Paint cards in a density."""
        self.theme = theme
        self.density = density
        self._icons = icons
        self.brush = CardBrush(theme)
        self._layout = layout_of(density, self.brush)

    @property
    def layout(self) -> CardLayout:
        """Where the lines of a card stand."""
        return self._layout

    @property
    def height(self) -> int:
        """How high a card is."""
        return self._layout.height

    def paint(
        self, painter: QPainter, rect: QRect, card: Card | None, stance: Stance = AT_REST
    ) -> None:
        """Paint a card into its rectangle; none is one that is still loading."""
        painter.save()
        if stance.faded:
            painter.setOpacity(FADED)
        place = Place(rect.x(), rect.y(), rect.width(), stance.mirrored)
        self._paint_ground(painter, place, card, stance)
        pen = CardPen(painter, self.brush, self._icons, place)
        if card is None:
            self._paint_bars(pen, place)
        else:
            self._paint_words(pen, card, self._rooms(card, place.width), stance.turn)
        if stance.ringed:
            self._paint_ring(painter, rect)
        painter.restore()

    def cut_texts(self, width: int, card: Card) -> tuple[str, ...]:
        """Return the texts of a card of a width that do not fit into it."""
        brush, rooms = self.brush, self._rooms(card, width)
        compact = self.density is Density.COMPACT
        title = brush.caption if compact else brush.small
        texts = (
            (card.heading, brush.heading.width(card.heading), rooms.heading_end),
            (card.title, title.width(card.title), rooms.title_end),
        )
        return tuple(text for text, wide, end in texts if wide > ceil(end - rooms.start))

    def _paint_ground(
        self, painter: QPainter, place: Place, card: Card | None, stance: Stance
    ) -> None:
        theme = self.theme
        border, width = _border(card, stance)
        tinted = card is not None and card.note and card.state is not CardState.REFUSED
        fill = "accent-tint" if tinted else "surface-raised"
        edge = theme.colour("pressed") if card is None else card.colour
        look = PlateLook(
            place.width,
            self.height,
            theme.radius["medium"],
            painter.device().devicePixelRatioF(),
            theme.colour(fill).rgba(),
            theme.colour(border).rgba(),
            width,
            edge.rgba() if edge is not None else None,
            theme.sizes["edge"],
            stance.mirrored,
        )
        painter.drawPixmap(QPointF(place.left, place.top), self.brush.plate(look))

    def _rooms(self, card: Card, width: int) -> Rooms:
        return rooms_of(card, width, self.density, self._layout, self.brush)

    def _paint_words(self, pen: CardPen, card: Card, rooms: Rooms, turn: float) -> None:
        self._paint_heading(pen, card, rooms, turn)
        if self.density is Density.COMPACT:
            self._paint_compact(pen, card, rooms)
        else:
            self._paint_comfortable(pen, card, rooms)

    def _paint_comfortable(self, pen: CardPen, card: Card, rooms: Rooms) -> None:
        layout, brush, end = self._layout, self.brush, rooms.end
        title = Face(brush.small, layout.title, _ink(card))
        pen.text(title, card.title, rooms.start, end)
        self._paint_caption(pen, card, rooms)
        amount = Face(brush.amount, layout.foot, _amount_ink(card))
        pen.chip(amount, card, end, CHIPS[card.tone])
        self._paint_stage(pen, card, Face(brush.small, layout.foot, "text-muted"), rooms)

    def _paint_caption(self, pen: CardPen, card: Card, rooms: Rooms) -> None:
        role, words, line = "text-muted", card.caption, self._layout.caption
        start = rooms.start
        if card.note:
            role, words = _note_ink(card), card.note
            if card.note_initials:
                start = pen.badge(card.note_initials, start, line) + BADGE_GAP
        pen.text(Face(self.brush.caption, line, role), words, start, rooms.end)

    def _paint_compact(self, pen: CardPen, card: Card, rooms: Rooms) -> None:
        layout, brush = self._layout, self.brush
        amount = Face(brush.amount, layout.heading, _amount_ink(card), brush.heading)
        pen.number(amount, card.amount_short, rooms.end)
        small = Face(brush.caption, layout.foot, "text-muted")
        if card.note and card.state is CardState.REFUSED:
            small = small._replace(role=_note_ink(card))
            pen.text(small, card.note, rooms.start, rooms.title_end)
            return
        pen.text(small, card.title, rooms.start, rooms.title_end)
        self._paint_stage(pen, card, small, rooms)
        if card.note and card.note_initials:
            pen.badge(card.note_initials, rooms.end - INITIALS_SLOT, layout.foot)
        else:
            pen.number(small._replace(role="text-faint"), card.initials, rooms.end)

    def _paint_stage(self, pen: CardPen, card: Card, face: Face, rooms: Rooms) -> None:
        start = rooms.stage_start
        if card.colour is not None:
            pen.swatch(start, face.line, card.colour)
            start += SWATCH + SWATCH_GAP[self.density]
        pen.text(face, card.stage, start, rooms.stage_end)

    def _paint_heading(self, pen: CardPen, card: Card, rooms: Rooms, turn: float) -> None:
        """Paint the heading with its marks, which it has the same in both densities."""
        line, end = self._layout.heading, rooms.marks_end
        if card.state is CardState.SAVING:
            end = pen.turning(end, line, turn) - MARKS_GAP
        if card.marks:
            pen.marks(card.marks, end, line)
        face = Face(self.brush.heading, line, _ink(card))
        pen.text(face, card.heading, rooms.start, rooms.heading_end)

    def _paint_bars(self, pen: CardPen, place: Place) -> None:
        """Paint bars where words and amount will be."""
        layout = self._layout
        room = place.width - layout.left - layout.right
        compact = self.density is Density.COMPACT
        lines = (layout.heading, layout.foot) if compact else layout.words
        bars = [
            _bar(layout.left, line, round(room * share), BAR_HEIGHT)
            for line, share in zip(lines, BAR_SHARES, strict=False)
        ]
        width = round(room * AMOUNT_SHARE)
        bars.append(
            _bar(
                place.width - layout.right - width,
                layout.heading if compact else layout.foot,
                width,
                BAR_HEIGHT if compact else AMOUNT_HEIGHT,
            )
        )
        for bar in bars:
            pen.plate(bar, BAR_RADIUS, "pressed")

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        theme = self.theme
        ring = Plate(
            theme.radius["medium"] + RING, None, theme.colour("focus-ring"), theme.sizes["focus"]
        )
        draw_plate(painter, QRectF(rect).adjusted(-RING, -RING, RING, RING), ring)


def _border(card: Card | None, stance: Stance) -> tuple[str, int]:
    """Return the role and the width of what goes round a card."""
    width = SELECTED if stance.selected else 1
    if card is not None and card.state is CardState.REFUSED:
        return "negative", width
    if stance.selected or stance.lifted:
        return "accent", width
    if stance.hovered:
        return "border-strong", width
    if card is not None and card.note:
        return "selection-border", width
    return "border", width


def _bar(start: float, line: Line, width: int, height: int) -> Bar:
    return Bar(start, line.top + (line.height - height) // 2, width, height)


def _ink(card: Card) -> str:
    """Return the role of what is read first."""
    return "text-muted" if card.state is CardState.SAVING else "text"


def _amount_ink(card: Card) -> str:
    return "text-muted" if card.state is CardState.SAVING else AMOUNTS[card.tone]


def _note_ink(card: Card) -> str:
    return "negative" if card.state is CardState.REFUSED else "link"
