"""A large button with an icon, a title and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from widgets.drawn_button import DrawnButton
from widgets.painted import Ink, Plate, draw_line, draw_plate, draw_ring, ink_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.theme import Appearance

WRAP = Qt.TextFlag.TextWordWrap


class _Measures(NamedTuple):
    padding: int
    square: int
    icon: int
    gap: int


MEASURES = {False: _Measures(14, 36, 18, 14), True: _Measures(28, 64, 32, 20)}


class ChoiceTile(DrawnButton):
    """Something to begin with; the large one is what is recommended."""

    def __init__(
        self, appearance: Appearance, icon: str, title: str, sentence: str, *, large: bool = False
    ) -> None:
        """Build a tile; a large one stands out in the accent."""
        super().__init__(appearance, title)
        self._icon = icon
        self._title = title
        self._large = large
        self._measures = MEASURES[large]
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_sentence(self, sentence: str) -> None:
        """Say another sentence below the title."""
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self.restyle()

    def set_barred(self, reason: str) -> None:
        """Say why it cannot be chosen now; an empty reason frees it."""
        self.setEnabled(not reason)
        self.setToolTip(reason)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, sentence = self._inks()
        high = QFontMetrics(title.font).height() + 2 + self._sentence_height(width, sentence)
        return 2 * self._measures.padding + max(self._measures.square, high)

    def sizeHint(self) -> QSize:
        width = 480 if self._large else 240
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_icon(painter)
        title, sentence = self._inks()
        left, width = self._words_left(), self.width() - self._words_left() - self._measures.padding
        high = QFontMetrics(title.font).height()
        whole = high + 2 + self._sentence_height(self.width(), sentence)
        top = max(self._measures.padding, (self.height() - whole) / 2)
        if not self._large:
            top = self._measures.padding
        draw_line(painter, QRectF(left, top, width, high), self._title, title)
        painter.setFont(sentence.font)
        painter.setPen(sentence.colour)
        rest = QRectF(left, top + high + 2, width, self.height())
        painter.drawText(rest, int(WRAP | Qt.AlignmentFlag.AlignTop), self._sentence)

    def _paint_ground(self, painter: QPainter) -> None:
        hover = self.underMouse() and self.isEnabled()
        if self._large:
            fill, border, width = "accent-tint", "accent-hover" if hover else "accent", 2
            # The ring is of the same cobalt: only the colour of text stands out from it.
            border = "text" if self.hasFocus() else border
        else:
            fill, border, width = "surface", "border-strong" if hover else "field-border", 1
        plate = Plate(
            self.theme.radius["medium"], self.theme.colour(fill), self.theme.colour(border), width
        )
        draw_plate(painter, self.frame, plate)
        if self.hasFocus() and not self._large:
            draw_ring(painter, self.frame, self.theme)

    def _paint_icon(self, painter: QPainter) -> None:
        side, icon = self._measures.square, self._measures.icon
        top = (self.height() - side) / 2 if self._large else self._measures.padding
        square = QRectF(self._measures.padding, round(top), side, side)
        roles = ("accent", "accent-text") if self._large else ("hover", "text-muted")
        plate = Plate(self.theme.radius["medium"], self.theme.colour(roles[0]))
        draw_plate(painter, square, plate)
        inset = (side - icon) / 2
        inner = square.adjusted(inset, inset, -inset, -inset)
        self.appearance.icons.paint(painter, inner, self._icon, roles[1])

    def _inks(self) -> tuple[Ink, Ink]:
        role = "text" if self.isEnabled() else "text-disabled"
        muted = "text-muted" if self.isEnabled() else "text-disabled"
        title = "title" if self._large else "body-strong"
        return ink_of(self.theme, title, role), ink_of(self.theme, "body", muted)

    def _words_left(self) -> int:
        return self._measures.padding + self._measures.square + self._measures.gap

    def _sentence_height(self, width: int, ink: Ink) -> int:
        room = max(40, width - self._words_left() - self._measures.padding)
        return (
            QFontMetrics(ink.font)
            .boundingRect(0, 0, room, 10_000, int(WRAP), self._sentence)
            .height()
        )
