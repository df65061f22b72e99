"""A figure with a second line below its note, or a bar in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from widgets.figure_card import GAP, PADDING, Figure, FigureCard
from widgets.painted import Plate, draw_line, draw_plate, ink_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

BAR_HEIGHT = 6
BAR_RADIUS = 3
BOTTOM = 12


class Detail(NamedTuple):
    """What stands below the note: words in the colour of a role, or a share as a bar."""

    words: str = ""
    role: str = "text-muted"
    share: float | None = None
    bar_role: str = "bar-fill"


class DetailCard(FigureCard):
    """A card of a figure that says more."""

    def __init__(self, appearance: Appearance, figure: Figure) -> None:
        """Build a card without a detail; its room is kept."""
        self.detail = Detail()
        super().__init__(appearance, figure)
        # Cards of one row are equally high.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_details(self, figure: Figure, detail: Detail) -> None:
        """Show another figure with its detail."""
        self.detail = detail
        self.show_figure(figure)
        if detail.words:
            self.setAccessibleName(f"{self.accessibleName()} {detail.words}")

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, self._line_height() + GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        height = self._line_height()
        left, width = PADDING, self.width() - 2 * PADDING
        room = QRectF(left, self.height() - BOTTOM - height, width, height)
        if self.detail.share is None:
            ink = ink_of(self.theme, "small", self.detail.role)
            draw_line(painter, room, self.detail.words, ink)
            return
        track = QRectF(left, round(room.center().y()) - BAR_HEIGHT / 2, width, BAR_HEIGHT)
        draw_plate(painter, track, Plate(BAR_RADIUS, self.theme.colour("bar-track")))
        filled = max(0.0, min(1.0, self.detail.share)) * width
        if filled:
            bar = QRectF(track.left(), track.top(), max(BAR_HEIGHT, filled), BAR_HEIGHT)
            draw_plate(painter, bar, Plate(BAR_RADIUS, self.theme.colour(self.detail.bar_role)))

    def _line_height(self) -> int:
        return QFontMetrics(self.theme.font("small")).height()
