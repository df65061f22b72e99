"""Small things that several widgets paint: plates, rings, lines of text, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont

    from widgets.theme import Theme

KEY_HEIGHT = 18
KEY_PADDING = 5
KEY_GAP = 4
Span = tuple[int, int]


class Plate(NamedTuple):
    """A rectangle with round corners: what fills it and what goes round it."""

    radius: float
    fill: QColor | None = None
    border: QColor | None = None
    width: int = 1


class Ink(NamedTuple):
    """What a line is written with."""

    font: QFont
    colour: QColor

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return QFontMetricsF(self.font).horizontalAdvance(text)


def ink_of(theme: Theme, style: str, role: str, weight: int | None = None) -> Ink:
    """Return the ink of a type style in the colour of a role."""
    return Ink(theme.font(style, weight), theme.colour(role))


def draw_plate(painter: QPainter, rect: QRectF, plate: Plate) -> None:
    """Draw a plate inside a rectangle; the border lies on half pixels."""
    half = plate.width / 2 if plate.border is not None else 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if plate.border is not None:
        painter.setPen(QPen(plate.border, plate.width))
    if plate.fill is not None:
        painter.setBrush(plate.fill)
    radius = max(0, plate.radius - half)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def draw_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: str = "medium") -> None:
    """Draw the ring of the keyboard focus."""
    ring = Plate(theme.radius[radius], None, theme.colour("focus-ring"), theme.sizes["focus"])
    draw_plate(painter, rect, ring)


def draw_line(
    painter: QPainter, room: QRectF, text: str, ink: Ink, *, right: bool = False
) -> float:
    """Draw a line of text in the middle of the height, cut where it does not fit; return its width.

    A line that is cut may be followed by nothing else, so the width is that of what is drawn.
    """
    metrics = QFontMetricsF(ink.font)
    # An advance that was rounded up must not cut the text that it was measured from.
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()) + 0.5)
    width = metrics.horizontalAdvance(shown)
    left = room.right() - width if right else room.left()
    painter.setFont(ink.font)
    painter.setPen(ink.colour)
    painter.drawText(QPointF(left, _baseline(room, metrics)), shown)
    return width


def draw_found(
    painter: QPainter, room: QRectF, text: str, inks: tuple[Ink, Ink], found: Sequence[Span]
) -> float:
    """Draw a line some of whose letters were found: inks are of the others and of these."""
    left = room.left()
    for part, is_found in _parts(text, found):
        left += draw_line(
            painter, QRectF(room).adjusted(left - room.left(), 0, 0, 0), part, inks[is_found]
        )
    return left - room.left()


def keys_width(theme: Theme, keys: Sequence[str]) -> float:
    """Return how wide keys are that are drawn beside one another."""
    return sum(_key_width(theme, key) + KEY_GAP for key in keys) - KEY_GAP * bool(keys)


def draw_keys(painter: QPainter, room: QRectF, theme: Theme, keys: Sequence[str]) -> None:
    """Draw keys as keys, at the left of the room."""
    left = room.left()
    top = room.top() + (room.height() - KEY_HEIGHT) / 2
    plate = Plate(theme.radius["small"], theme.colour("surface-raised"), theme.colour("border"))
    ink = ink_of(theme, "caption", "text-muted")
    for key in keys:
        cap = QRectF(round(left), round(top), round(_key_width(theme, key)), KEY_HEIGHT)
        draw_plate(painter, cap, plate)
        draw_line(painter, cap.adjusted(KEY_PADDING, 0, 0, 0), key, ink)
        left += cap.width() + KEY_GAP


def middle_square(room: QRectF, left: float, side: int) -> QRectF:
    """Return a square in the middle of the height of a room."""
    return QRectF(left, room.top() + round((room.height() - side) / 2), side, side)


def _key_width(theme: Theme, key: str) -> float:
    width = QFontMetricsF(theme.font("caption")).horizontalAdvance(key)
    return max(KEY_HEIGHT, round(width + 0.5) + 2 * KEY_PADDING)


def _baseline(room: QRectF, metrics: QFontMetricsF) -> float:
    return round(room.top() + (room.height() - metrics.height()) / 2 + metrics.ascent())


def _parts(text: str, found: Sequence[Span]) -> list[tuple[str, bool]]:
    parts, place = [], 0
    for start, end in sorted(found):
        parts += [(text[place:start], False), (text[max(place, start) : end], True)]
        place = max(place, end)
    return [part for part in (*parts, (text[place:], False)) if part[0]]
