"""A figure that stands alone and leads to what is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from widgets.drawn_button import DrawnButton
from widgets.painted import Ink, Plate, draw_line, draw_plate, draw_ring, ink_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

PADDING = 16
GAP = 4
NARROWEST = 160


class Figure(NamedTuple):
    """A caption, a figure with its code, a note below in the colour of a role, a link."""

    caption: str
    figure: str
    code: str = ""
    note: str = ""
    role: str = "text-muted"
    link: str = ""


class FigureCard(DrawnButton):
    """A card that is pressed as a whole."""

    def __init__(self, appearance: Appearance, figure: Figure) -> None:
        """Build a card."""
        super().__init__(appearance, figure.caption)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self.figure = figure
        words = (figure.caption, figure.figure, figure.code, figure.note)
        self.setAccessibleName(" ".join(filter(None, words)))
        self.setAccessibleDescription(figure.link)
        self.setToolTip(figure.link)
        self.restyle()

    def sizeHint(self) -> QSize:
        lines = sum(QFontMetrics(ink.font).height() for ink in self._inks())
        figure = self._inks()[1].width(f"{self.figure.figure} ")
        code = ink_of(self.theme, "caption", "text").width(self.figure.code)
        width = max(NARROWEST, round(2 * PADDING + figure + code + GAP))
        return QSize(width, lines + 2 * GAP + 2 * PADDING - 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        border = "border-strong" if self.underMouse() else "border"
        fill = self.theme.colour("surface")
        plate = Plate(self.theme.radius["medium"], fill, self.theme.colour(border))
        draw_plate(painter, self.frame, plate)
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)
        caption, figure, note = self._inks()
        room = QRectF(PADDING, PADDING - 4, self.width() - 2 * PADDING, 0)
        room = _below(room, QFontMetrics(caption.font).height())
        draw_line(painter, room, self.figure.caption, caption)
        room = _below(room, QFontMetrics(figure.font).height())
        taken = draw_line(painter, room, self.figure.figure, figure) + 6
        code = ink_of(self.theme, "caption", "text-faint")
        draw_line(painter, room.adjusted(taken, 4, 0, 4), self.figure.code, code)
        room = _below(room, QFontMetrics(note.font).height())
        self._paint_note(painter, room)

    def _paint_note(self, painter: QPainter, room: QRectF) -> None:
        link = ink_of(self.theme, "small", "link")
        width = min(link.width(self.figure.link), room.width() / 2) if self.figure.link else 0
        note = room.adjusted(0, 0, -width - 2 * GAP, 0)
        if self.figure.note:
            draw_line(painter, note, self.figure.note, self._inks()[2])
        if self.figure.link:
            place = room if not self.figure.note else QRectF(room)
            draw_line(painter, place, self.figure.link, link, right=bool(self.figure.note))

    def _inks(self) -> tuple[Ink, Ink, Ink]:
        return (
            ink_of(self.theme, "small", "text-muted"),
            ink_of(self.theme, "figure", "text"),
            ink_of(self.theme, "small", self.figure.role),
        )


def _below(room: QRectF, height: float) -> QRectF:
    top = room.bottom() + (GAP if room.height() else 0)
    return QRectF(room.left(), top, room.width(), height)
