"""The fonts of cards, and pictures of their plates: both are needed some hundred times a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from widgets.grid.brush import Letters

if TYPE_CHECKING:
    from widgets.theme import Theme

BADGE_SIZE = 8  # two letters in a circle of 16
# Some widths of columns in all states; dropped when there are more, as after a resize.
MOST_PLATES = 96


class PlateLook(NamedTuple):
    """A rectangle with round corners: its size, colours as numbers, and an edge at its start."""

    width: int
    height: int
    radius: int
    ratio: float
    fill: int
    border: int | None = None
    border_width: int = 1
    edge: int | None = None
    edge_width: int = 0
    mirrored: bool = False


class CardBrush:
    """What a theme means for cards."""

    def __init__(self, theme: Theme) -> None:
        """Make the fonts of a theme."""
        self.theme = theme
        strong = theme.type["body-strong"].weight
        self.heading = Letters(theme.font("body-strong"))
        self.small = Letters(theme.font("small"))
        self.amount = Letters(theme.font("small", strong))
        self.caption = Letters(theme.font("caption"))
        badge = theme.font("caption-strong")
        badge.setPixelSize(BADGE_SIZE)
        self.badge = Letters(badge)
        self.plates: dict[PlateLook, QPixmap] = {}

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return self.theme.roles[role]

    def plate(self, look: PlateLook) -> QPixmap:
        """Return the picture of a plate, drawn once."""
        picture = self.plates.get(look)
        if picture is None:
            if len(self.plates) >= MOST_PLATES:
                self.plates.clear()
            picture = self.plates[look] = _draw_plate(look)
        return picture


def _draw_plate(look: PlateLook) -> QPixmap:
    """Draw in device pixels, so that lines are sharp at 150 % too."""
    ratio = look.ratio
    picture = QPixmap(round(look.width * ratio), round(look.height * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(picture.rect())
    line = max(1, round(look.border_width * ratio)) if look.border is not None else 0
    radius = look.radius * ratio
    inner = whole.adjusted(line, line, -line, -line)
    path = QPainterPath()
    path.addRoundedRect(inner, max(0, radius - line), max(0, radius - line))
    painter.fillPath(path, _colour(look.fill))
    if look.edge is not None:
        _draw_edge(painter, path, inner, look)
    if look.border is not None:
        _draw_border(painter, whole, line, radius, look.border)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _draw_edge(painter: QPainter, path: QPainterPath, inner: QRectF, look: PlateLook) -> None:
    width = max(1, round(look.edge_width * look.ratio))
    left = inner.right() - width if look.mirrored else inner.left()
    strip = QPainterPath()
    strip.addRect(QRectF(left, inner.top(), width, inner.height()))
    painter.fillPath(path.intersected(strip), _colour(look.edge or 0))


def _draw_border(painter: QPainter, whole: QRectF, line: int, radius: float, border: int) -> None:
    half = line / 2
    painter.setPen(QPen(_colour(border), line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = whole.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(middle, max(0, radius - half), max(0, radius - half))


def _colour(number: int) -> QColor:
    return QColor.fromRgba(number)
