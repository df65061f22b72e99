"""A collapsed column: a narrow strip with turned text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from resources.texts import _
from widgets.drawn_button import DrawnButton
from widgets.kanban.band import EMPTY, collapse_icon
from widgets.kanban.card_words import spoken_column
from widgets.painted import Ink, Plate, draw_line, draw_plate, draw_ring, ink_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from widgets.kanban.values import Column, Figure
    from widgets.theme import Appearance

ARROW_TOP = 13
ARROW = 16
MARK_TOP = 37
MARK = 16
TEXT_TOP = 45
MARKED_TEXT_TOP = 61
FOOT = 12
PART_GAP = 18
WORD_GAP = 4
LOWEST = 120


class Word(NamedTuple):
    """A word of the turned text, and how far it stands from the one before."""

    text: str
    ink: Ink
    gap: int


class Strip(DrawnButton):
    """Shows title and figures of a column reading upwards; pressing it opens the column."""

    def __init__(self, appearance: Appearance) -> None:
        """Build a strip without figures."""
        super().__init__(appearance, "")
        self._column = EMPTY
        self._target = False
        self._refused = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def column(self) -> Column:
        """The column that is shown."""
        return self._column

    def set_column(self, column: Column) -> None:
        """Show another column or other figures."""
        self._column = column
        self.setAccessibleName(spoken_column(column))
        self.setAccessibleDescription(_("Open the column"))
        self._hint()
        self.update()

    def set_target(self, target: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say whether a drop would land in this column."""
        self._target = target
        self.update()

    def set_refused(self, refused: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say whether the column takes nothing of what is dragged."""
        self._refused = refused
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.sizes["column-strip"], LOWEST)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    def shown_words(self) -> list[Word]:
        """Return the words that fit: first labels go, then the note, at last the figures."""
        room = self.height() - self._text_top() - FOOT
        for labels, note in ((True, True), (False, True), (False, False)):
            words = self._words(labels=labels, note=note)
            if _length(words) <= room:
                return words
        return words[:1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        left = (self.width() - ARROW) / 2
        arrow = collapse_icon(self._column.end, mirrored=not self._mirrored)
        icons, role = self.appearance.icons, "link" if self._target else "text-muted"
        icons.paint(painter, QRectF(left, ARROW_TOP, ARROW, ARROW), arrow, role)
        mark = self._column.mark
        if mark:
            icons.paint(painter, QRectF(left, MARK_TOP, MARK, MARK), mark.icon, mark.role)
        self._paint_words(painter)

    def _hint(self) -> None:
        """Say in the tooltip what there is no room for."""
        column = self._column
        whole = len(self.shown_words()) == len(self._words())
        cut = "" if whole else spoken_column(column)
        self.setToolTip("\n".join(filter(None, (cut, column.tip))))

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_ground(self, painter: QPainter) -> None:
        theme, radius = self.theme, self.theme.radius["large"]
        fill, border, width = "surface-sunken", "border", 1
        if self._target:
            fill, border, width = "accent-tint", "accent", 2
        elif self.underMouse() and not self._refused:
            border = "border-strong"
        plate = Plate(radius, theme.colour(fill), theme.colour(border), width)
        draw_plate(painter, self.frame, plate)
        if self.hasFocus():
            draw_ring(painter, self.frame, theme, "large")

    def _paint_words(self, painter: QPainter) -> None:
        """Write upwards, so that the last word ends below the arrow."""
        words = self.shown_words()
        painter.translate(0, self.height())
        painter.rotate(-90)
        end = self.height() - self._text_top()
        at = max(FOOT, end - _length(words))
        for place, word in enumerate(words):
            at += word.gap if place else 0
            at += draw_line(painter, QRectF(at, 0, end - at, self.width()), word.text, word.ink)

    def _words(self, *, labels: bool = True, note: bool = True) -> list[Word]:
        column, theme = self._column, self.theme
        muted = ink_of(theme, "small", self._role("text-muted"))
        words = [Word(column.title, ink_of(theme, "body-strong", self._role("text")), 0)]
        if column.note and note:
            words.append(Word(column.note, muted, WORD_GAP))
        for figure in column.figures:
            words += self._figure(figure, muted, labels=labels)
        return words

    def _figure(self, figure: Figure, muted: Ink, *, labels: bool) -> list[Word]:
        strong = self.theme.type["body-strong"].weight
        value = ink_of(self.theme, "small", self._role("text"), strong)
        words = [Word(figure.label, muted, PART_GAP)] if labels else []
        words.append(Word(figure.value, value, WORD_GAP if labels else PART_GAP))
        return [*words, Word(figure.unit, muted, WORD_GAP)] if figure.unit else words

    def _role(self, role: str) -> str:
        return "text-disabled" if self._refused else role

    def _text_top(self) -> int:
        return MARKED_TEXT_TOP if self._column.mark else TEXT_TOP


def _length(words: list[Word]) -> float:
    gaps = sum(word.gap for word in words[1:])
    return gaps + sum(word.ink.width(word.text) for word in words)
