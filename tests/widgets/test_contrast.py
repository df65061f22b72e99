"""What must be read or seen stands out from what it lies on, in both themes."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.widgets.conftest import RESOURCES
from widgets.theme import Theme, load_theme
from widgets.theme.colours import MARK_CONTRAST, TEXT_CONTRAST, contrast_ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor

GROUNDS = (
    "window", "surface", "surface-sunken", "surface-raised", "surface-header", "hover",
    "navigation-selected", "accent-tint", "selection", "selection-inactive",
)  # fmt: skip
SURFACES = ("surface", "surface-sunken", "surface-raised", "window")
WORDS = ("text", "text-muted", "text-faint", "link")
MEANINGS = ("positive", "warning", "negative")
ROW_GROUNDS = ("surface", "hover", "selection", "selection-inactive", "accent-tint")
# Texts that stand on one ground each.
TEXT_PAIRS = (
    ("accent-text", "accent"),
    ("accent-text", "accent-hover"),
    ("tooltip-text", "tooltip"),
    ("text", "field"),
    ("text-faint", "field"),
    ("text", "tab-selected"),
    ("text-muted", "positive-tint"),
    ("text", "warning-tint"),
    ("text", "negative-tint"),
)
EDGES = ("field-edge", "focus-ring", "scrollbar", "accent", "bar-fill")
EDGED = ("surface", "surface-sunken", "surface-raised", "field")
MARKS = ("positive-mark", "warning-mark", "negative-mark", "star")

Pair = tuple[str, "QColor", "QColor"]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Return each theme in turn."""
    return load_theme(RESOURCES, request.param)


def text_pairs(theme: Theme) -> Iterator[Pair]:
    roles = theme.roles
    for word, ground in product(WORDS, GROUNDS):
        yield f"{word} on {ground}", roles[word], roles[ground]
    for meaning, ground in product(MEANINGS, SURFACES):
        yield f"{meaning} on {ground}", roles[meaning], roles[ground]
    for meaning in MEANINGS:
        yield f"{meaning} on its tint", roles[meaning], roles[f"{meaning}-tint"]
    for word, ground in TEXT_PAIRS:
        yield f"{word} on {ground}", roles[word], roles[ground]
    for word in ("map-label", "map-water-label"):
        ground = "map-water" if "water" in word else "map-land"
        yield f"{word} on {ground}", theme.map[word], theme.map[ground]
    yield from stage_text_pairs(theme)


def stage_text_pairs(theme: Theme) -> Iterator[Pair]:
    for name, stage in theme.stages.items():
        yield f"stage text on {name}", stage.text, stage.base
        for word in (*WORDS, *MEANINGS):
            yield f"{word} on the tint of {name}", theme.roles[word], stage.tint


def mark_pairs(theme: Theme) -> Iterator[Pair]:
    roles = theme.roles
    for edge, ground in product(EDGES, EDGED):
        yield f"{edge} on {ground}", roles[edge], roles[ground]
    for mark in MARKS:
        yield f"{mark} on surface", roles[mark], roles["surface"]
    for (name, stage), ground in product(theme.stages.items(), ROW_GROUNDS):
        yield f"{name} on {ground}", stage.base, roles[ground]
    for (name, stage), land in product(theme.stages.items(), ("map-land", "map-home", "map-water")):
        yield f"{name} on {land}", stage.base, theme.map[land]
    for name, colour in theme.charts.items():
        if name.startswith("chart-") and name[-1].isdigit():
            yield f"{name} on surface", colour, roles["surface"]


def weaker_than(least: float, pairs: Iterator[Pair]) -> dict[str, float]:
    ratios = {name: contrast_ratio(colour, ground) for name, colour, ground in pairs}
    return {name: round(ratio, 2) for name, ratio in ratios.items() if ratio < least}


def test_every_text_can_be_read_on_its_grounds(theme: Theme) -> None:
    assert weaker_than(TEXT_CONTRAST, text_pairs(theme)) == {}


def test_every_mark_and_edge_can_be_seen_on_its_grounds(theme: Theme) -> None:
    assert weaker_than(MARK_CONTRAST, mark_pairs(theme)) == {}
