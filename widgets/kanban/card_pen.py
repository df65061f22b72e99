"""The parts of which cards are painted: texts, swatches, chips, marks and badges."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from widgets.kanban.card_brush import PlateLook
from widgets.kanban.card_rooms import (
    CHIP_PADDING,
    MARK_STEP,
    SWATCH,
    UNIT_GAP,
    chip_width,
    marks_width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from widgets.grid.brush import FittedText, Letters
    from widgets.kanban.card_brush import CardBrush
    from widgets.kanban.card_layout import Line, Place
    from widgets.kanban.values import Card, Mark
    from widgets.theme.icons import Icons

SWATCH_RADIUS = 2
BADGE = 16
BADGE_LETTERS = 2
TURNING = "arrows-clockwise"


class Bar(NamedTuple):
    """A rectangle inside a card, by its distance from the card's start and top."""

    start: float
    top: int
    width: int
    height: int


class Face(NamedTuple):
    """How a text is written: its letters, its line, the role of its colour, its base line.

    The base line is that of other letters where both stand on one line in two sizes.
    """

    letters: Letters
    line: Line
    role: str
    base: Letters | None = None


class CardPen:
    """Paints parts of one card; starts and ends are distances inside the card."""

    __slots__ = ("_brush", "_icons", "_painter", "_place", "_ratio")

    def __init__(self, painter: QPainter, brush: CardBrush, icons: Icons, place: Place) -> None:
        """Paint into the place of a card."""
        self._painter = painter
        self._brush = brush
        self._icons = icons
        self._place = place
        self._ratio = painter.device().devicePixelRatioF()

    def text(self, face: Face, text: str, start: float, end: float) -> float:
        """Write a text from start, cut before end; return where it ends."""
        if not text or end <= start:
            return start
        fitted = face.letters.fit(text, ceil(end - start))
        self._write(face, fitted, start)
        return start + fitted.width

    def number(self, face: Face, text: str, end: float) -> float:
        """Write what is never cut so that it ends at end; return where it starts."""
        width = face.letters.width(text)
        self._write(face, face.letters.fit(text, int(width) + 1), end - width)
        return end - width

    def chip(self, face: Face, card: Card, end: float, fill: str) -> None:
        """Paint an amount and its unit on a plate that ends at end."""
        line, small = face.line, self._brush.caption
        if fill:
            width = chip_width(card, self._brush)
            bar = Bar(end - width, line.top, width, line.height)
            self.plate(bar, self._brush.theme.radius["small"], fill)
        end -= CHIP_PADDING
        if card.unit:
            unit = face._replace(letters=small, base=face.letters)
            end = self.number(unit, card.unit, end) - UNIT_GAP
        self.number(face, card.amount, end)

    def plate(self, bar: Bar, radius: int, role: str) -> None:
        """Paint a plate in the colour of a role."""
        self._plate(bar, radius, self._brush.colour(role))

    def swatch(self, start: float, line: Line, colour: QColor) -> None:
        """Paint a small square in the middle of a line."""
        top = line.top + (line.height - SWATCH) // 2
        self._plate(Bar(start, top, SWATCH, SWATCH), SWATCH_RADIUS, colour)

    def marks(self, marks: Sequence[Mark], end: float, line: Line) -> float:
        """Paint marks so that the last one ends at end; return where the first starts."""
        side = self._brush.theme.sizes["icon-small"]
        start = end - marks_width(len(marks), side)
        top = self._place.top + line.top + (line.height - side) // 2
        at = start
        for mark in marks:
            picture = self._icons.pixmap(mark.icon, mark.role, side, self._ratio)
            self._painter.drawPixmap(QPointF(self._place.x(at, side), top), picture)
            at += MARK_STEP
        return start

    def turning(self, end: float, line: Line, turn: float) -> float:
        """Paint the arrow that turns while something is saved; return where it starts."""
        side = self._brush.theme.sizes["icon-small"]
        picture = self._icons.pixmap(TURNING, "text-muted", side, self._ratio)
        painter, half = self._painter, side / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        middle = self._place.top + line.top + line.height / 2
        painter.translate(self._place.x(end - side, side) + half, middle)
        painter.rotate(turn)
        painter.drawPixmap(QPointF(-half, -half), picture)
        painter.restore()
        return end - side

    def badge(self, initials: str, start: float, line: Line) -> float:
        """Paint initials in a circle; return where it ends."""
        letters = self._brush.badge
        top = line.top + (line.height - BADGE) // 2
        self.plate(Bar(start, top, BADGE, BADGE), BADGE // 2, "accent")
        fitted = letters.fit(initials[:BADGE_LETTERS], BADGE)
        face = Face(letters, line, "accent-text")
        self._write(face, fitted, start + (BADGE - fitted.width) / 2)
        return start + BADGE

    def _write(self, face: Face, fitted: FittedText, start: float) -> None:
        painter, place, line = self._painter, self._place, face.line
        painter.setPen(self._brush.colour(face.role))
        base = (face.base or face.letters).baseline(place.top + line.top, line.height)
        face.letters.draw(painter, place.x(start, fitted.width), base, fitted)

    def _plate(self, bar: Bar, radius: int, colour: QColor) -> None:
        look = PlateLook(bar.width, bar.height, radius, self._ratio, colour.rgba())
        at = QPointF(self._place.x(bar.start, bar.width), self._place.top + bar.top)
        self._painter.drawPixmap(at, self._brush.plate(look))
