"""A theme: every colour, size and duration that what is drawn may use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont

from widgets.theme.colours import StageColours, StageGround, stage_colours

if TYPE_CHECKING:
    from collections.abc import Mapping

# A figure of this size stands alone and keeps its proportional digits.
PROPORTIONAL_FROM = 20


class Density(StrEnum):
    """How close together rows and controls stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class TypeStyle(NamedTuple):
    """A size of type, in logical pixels."""

    size: int
    line: int
    weight: int


class ThemeError(Exception):
    """A theme file cannot be read, or lacks what is asked of it."""


@dataclass(frozen=True)
class Theme:
    """A theme as it was loaded; another theme or density is another value."""

    name: str
    dark: bool
    density: Density
    family: str
    mono: str
    figures: str
    roles: Mapping[str, QColor]
    stages: Mapping[str, StageColours]
    charts: Mapping[str, QColor]
    kinds: Mapping[str, QColor]
    map: Mapping[str, QColor]
    type: Mapping[str, TypeStyle]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    rows: Mapping[str, int]
    sizes: Mapping[str, int]
    motion: Mapping[str, int]
    sheet: str

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, such as "surface"."""
        return self.roles[role]

    def stage_colours(self, name: str) -> StageColours:
        """Return the colours of a stage: one of ours, "stage-3", or another, "#2372B9"."""
        ours = self.stages.get(name)
        return ours or stage_colours(name, self._stage_ground())

    def font(self, style: str = "body", weight: int | None = None) -> QFont:
        """Return the font of a type style, with figures that stand under one another."""
        return self._font(self.family, style, weight)

    def mono_font(self, style: str = "body") -> QFont:
        """Return a font whose letters are all equally wide."""
        return self._font(self.mono, style, None)

    def _font(self, family: str, style: str, weight: int | None) -> QFont:
        chosen = self.type[style]
        font = QFont(family)
        font.setPixelSize(chosen.size)
        font.setWeight(QFont.Weight(weight or chosen.weight))
        # Said for large ones, too: a painter fills in what is not said from its widget's font.
        font.setFeature(QFont.Tag(self.figures), int(chosen.size < PROPORTIONAL_FROM))
        return font

    def _stage_ground(self) -> StageGround:
        return StageGround(
            surface=self.roles["surface"].name(),
            text=self.roles["stage-text"].name(),
            text_opposite=self.roles["text"].name(),
            dark=self.dark,
        )
