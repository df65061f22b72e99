"""A bar of shares: one part for each, as long as it weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from widgets.painted import Plate, draw_plate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from widgets.kanban.values import Share
    from widgets.theme import Theme

HEIGHT = 4
GAP = 2
LEAST = 4  # a share that is there must be seen


def draw_shares(
    painter: QPainter, theme: Theme, rect: QRectF, shares: Sequence[Share], *, mirrored: bool
) -> None:
    """Draw shares beside one another over the width of a rectangle."""
    for share, start, width in laid_out(shares, rect.width()):
        left = rect.right() - start - width if mirrored else rect.left() + start
        part = QRectF(left, rect.top(), width, HEIGHT)
        draw_plate(painter, part, Plate(HEIGHT / 2, theme.colour(share.role)))


def laid_out(shares: Sequence[Share], width: float) -> list[tuple[Share, float, float]]:
    """Return the shares that weigh something, with their start and width."""
    shown = [share for share in shares if share.weight > 0]
    parts = _parts([share.weight for share in shown], width - GAP * (len(shown) - 1))
    places, start = [], 0.0
    for share, part in zip(shown, parts, strict=True):
        places.append((share, start, part))
        start += part + GAP
    return places


def _parts(weights: Sequence[int], width: float) -> list[float]:
    """Share a width out by weight; what the smallest ones get too much, the others lack."""
    small = {place for place, part in enumerate(_even(weights, width)) if part < LEAST}
    large = [0 if place in small else weight for place, weight in enumerate(weights)]
    parts = _even(large, max(0.0, width - LEAST * len(small)))
    return [LEAST if place in small else part for place, part in enumerate(parts)]


def _even(weights: Sequence[int], width: float) -> list[float]:
    whole = sum(weights)
    return [width * weight / whole if whole else 0 for weight in weights]
