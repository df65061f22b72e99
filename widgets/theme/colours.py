"""Colour arithmetic: contrast, mixing, and the colours that follow from a stage's own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0
LINE_SHARE = 0.38
TINT_SHARE = {False: 0.07, True: 0.10}  # by whether the theme is dark
STEPS = 100


class StageColours(NamedTuple):
    """A stage's colour and what is derived from it."""

    base: QColor
    tint: QColor
    line: QColor
    text: QColor


class StageGround(NamedTuple):
    """What a theme contributes to the colours of a stage, as plain values that can be cached."""

    surface: str
    text: str
    text_opposite: str
    dark: bool


def contrast_ratio(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours after WCAG 2, from 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(top: QColor, ground: QColor, share: float) -> QColor:
    """Return the colour seen when top covers a share of the ground."""
    pairs = zip(_channels(top), _channels(ground), strict=True)
    return QColor(*(round(above * share + below * (1 - share)) for above, below in pairs))


def with_contrast(colour: QColor, ground: QColor, ratio: float = MARK_CONTRAST) -> QColor:
    """Return the colour, darkened or lightened until it reaches a contrast on the ground."""
    found = (shade for shade in _shades(colour, ground) if contrast_ratio(shade, ground) >= ratio)
    return next(found, _far_end(ground))


def stage_colours(name: str, ground: StageGround) -> StageColours:
    """Return the colours of a stage that is stored as a name such as "#2372B9"."""
    return _stage_colours(name.upper(), ground)


@lru_cache(maxsize=512)
def _stage_colours(name: str, ground: StageGround) -> StageColours:
    surface = QColor(ground.surface)
    base = with_contrast(QColor(name), surface)
    texts = (QColor(ground.text), QColor(ground.text_opposite))
    return StageColours(
        base=base,
        tint=mixed(base, surface, TINT_SHARE[ground.dark]),
        line=mixed(base, surface, LINE_SHARE),
        text=max(texts, key=lambda text: contrast_ratio(text, base)),
    )


def _shades(colour: QColor, ground: QColor) -> Iterator[QColor]:
    end = _far_end(ground)
    return (mixed(end, colour, step / STEPS) for step in range(STEPS + 1))


def _far_end(ground: QColor) -> QColor:
    black, white = QColor("black"), QColor("white")
    return max((black, white), key=lambda end: contrast_ratio(end, ground))


def _channels(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    # The knee and the exponent are those of sRGB.
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
