"""Fonts, widths and colours of a grid, kept because they are needed some hundred times a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QStaticText

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter

    from widgets.theme import Theme

# Enough for some screens full of texts; the dictionary is dropped when it is fuller.
MOST_TEXTS = 4000
NAME_WEIGHT = 500


class FittedText(NamedTuple):
    """A text as far as it fits, and how wide that is."""

    static: QStaticText
    width: float
    is_whole: bool


class Letters:
    """A font with its measures, and the texts already fitted with it."""

    def __init__(self, font: QFont) -> None:
        """Measure a font."""
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.height = self._metrics.height()
        self._ascent = self._metrics.ascent()
        self._fitted: dict[tuple[str, int], FittedText] = {}
        self._widths: dict[str, float] = {}

    def baseline(self, top: int, height: int) -> float:
        """Return where a line stands that is centred between top and top + height."""
        return round(top + (height - self.height) / 2 + self._ascent)

    def draw(self, painter: QPainter, left: float, baseline: float, text: FittedText) -> None:
        """Draw a fitted text in the painter's pen."""
        painter.setFont(self.font)
        painter.drawStaticText(QPointF(left, baseline - self._ascent), text.static)

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        width = self._widths.get(text)
        if width is None:
            _keep_small(self._widths)
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def fit(self, text: str, room: int) -> FittedText:
        """Return a text, cut at the right with an ellipsis where it is wider than the room."""
        fitted = self._fitted.get((text, room))
        if fitted is None:
            _keep_small(self._fitted)
            fitted = self._fitted[text, room] = self._fit(text, room)
        return fitted

    def _fit(self, text: str, room: int) -> FittedText:
        shown = text
        if self.width(text) > room:
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        # Laid out once: drawing it again takes half the time of drawing a string.
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        return FittedText(static, self.width(shown), shown == text)


class Brush:
    """What a theme means for a grid."""

    def __init__(self, theme: Theme) -> None:
        """Make the fonts of a theme."""
        self.theme = theme
        self.normal = Letters(theme.font("body"))
        self.strong = Letters(theme.font("body", NAME_WEIGHT))
        self.caption = Letters(theme.font("caption"))
        self.head = Letters(theme.font("small", theme.type["body-strong"].weight))
        self.order = Letters(theme.font("caption-strong"))
        self.row_height = self._at_least(theme.rows["table"], self.normal)
        self.head_height = self._at_least(theme.rows["table-header"], self.head)
        self.edge = theme.sizes["edge"]

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return self.theme.roles[role]

    def _at_least(self, height: int, letters: Letters) -> int:
        # A larger system font must fit; the theme's heights are minimums.
        return max(height, round(letters.height) + self.theme.space["xs"])


def _keep_small(kept: dict[Any, Any]) -> None:
    if len(kept) >= MOST_TEXTS:
        kept.clear()
