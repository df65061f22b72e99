"""The bar of totals under a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.painted import Ink, draw_line, ink_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent, QPaintEvent

    from widgets.theme import Appearance

HEIGHT = 36
PADDING = 16
GAP = 16
SMALL_GAP = 6


class Total(NamedTuple):
    """A sum: what of, how much, in what; hint is the tooltip."""

    label: str
    figure: str
    code: str = ""
    hint: str = ""

    def plain(self) -> str:
        """Return the sum as it is read aloud."""
        return " ".join(filter(None, self[:3]))


class TotalsBar(QWidget):
    """How many rows there are at the left, their sums at the right.

    The words at the left are cut first; then sums go from the left, whole ones, into the tooltip.
    """

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty bar."""
        super().__init__()
        self._appearance = appearance
        self._count, self._note = "", ""
        self._totals: tuple[Total, ...] = ()
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def set_totals(self, count: str, note: str, totals: Sequence[Total]) -> None:
        """Say how many rows, what is to be known of them, and their sums."""
        self._count, self._note, self._totals = count, note, tuple(totals)
        words = (count, note, *(total.plain() for total in totals))
        self.setAccessibleName(", ".join(filter(None, words)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(PADDING, HEIGHT)

    def shown(self) -> list[Total]:
        """Return the sums that the width has room for."""
        return [total for _place, total in self._lay_out()]

    def event(self, event: QEvent) -> bool:
        """Take what Qt would else use itself."""
        if event.type() == event.Type.ToolTip:
            self._show_hint(event)  # type: ignore[arg-type]
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.colour("surface-header"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border-strong"))
        places = self._lay_out()
        end = places[0][0].left() - GAP if places else self.width() - PADDING
        self._paint_count(painter, QRectF(PADDING, 1, end - PADDING, self.height() - 1))
        for place, total in places:
            self._paint_total(painter, place, total)

    def _paint_count(self, painter: QPainter, room: QRectF) -> None:
        theme = self._appearance.theme
        taken = draw_line(painter, room, self._count, ink_of(theme, "body-strong", "text"))
        rest = room.adjusted(taken + 10, 0, 0, 0)
        if rest.width() > 0:
            draw_line(painter, rest, self._note, ink_of(theme, "body", "text-muted"))

    def _paint_total(self, painter: QPainter, place: QRectF, total: Total) -> None:
        left = place
        for text, ink in zip(total[:3], self._inks(), strict=True):
            if text:
                taken = draw_line(painter, left, text, ink)
                left = left.adjusted(taken + SMALL_GAP, 0, 0, 0)

    def _lay_out(self) -> list[tuple[QRectF, Total]]:
        """Return the sums with their places, from left to right."""
        count = ink_of(self._appearance.theme, "body-strong", "text").width(self._count)
        places: list[tuple[QRectF, Total]] = []
        right: float = self.width() - PADDING
        for total in reversed(self._totals):
            width = self._width(total)
            if places and right - width < PADDING + count + GAP:
                break
            places.insert(0, (QRectF(right - width, 1, width + 1, self.height() - 1), total))
            right -= width + GAP
        return places

    def _width(self, total: Total) -> float:
        parts = [ink.width(t) for t, ink in zip(total[:3], self._inks(), strict=True) if t]
        return sum(parts) + SMALL_GAP * (len(parts) - 1)

    def _inks(self) -> tuple[Ink, Ink, Ink]:
        theme = self._appearance.theme
        return (
            ink_of(theme, "body", "text-muted"),
            ink_of(theme, "body-strong", "text"),
            ink_of(theme, "caption", "text-faint"),
        )

    def _show_hint(self, event: QHelpEvent) -> None:
        at = event.pos().toPointF()
        under = [total for place, total in self._lay_out() if place.contains(at)]
        lines = [total.hint or total.plain() for total in under or self._totals]
        words = [] if under else [f"{self._count} {self._note}".strip()]
        QToolTip.showText(event.globalPos(), "\n".join((*words, *lines)), self)
