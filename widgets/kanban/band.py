"""The band on top of a column: title, figures, a bar of shares and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from resources.texts import _
from widgets.icon_button import IconButton
from widgets.kanban.card_words import spoken_column, spoken_preview
from widgets.kanban.share_bar import HEIGHT, draw_shares
from widgets.kanban.side_pen import SidePen, beside
from widgets.kanban.values import Column, End
from widgets.painted import ink_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from widgets.kanban.values import Figure, Preview
    from widgets.theme import Appearance

PADDING = 12
TITLE_TOP = 10
TITLE_HEIGHT = 24
TITLE_GAP = 4
LINE_HEIGHT = 17
BAR_GAP = 8
WORDS_GAP = 4
WORDS_HEIGHT = 16
FOOT = 3
RULE = 1
UNIT_SLOT = 28
UNIT_GAP = 6
LABEL_GAP = 8
MARK_GAP = 6
BUTTON = 24
BUTTONS_RIGHT = 8
ARROW = 12
ARROW_GAP = 4
BORDER = 1
EMPTY = Column("", "", ())


class Band(QWidget):
    """Shows what a column holds; its buttons add a card and collapse the column."""

    add_clicked = Signal()
    collapse_clicked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Build a band without figures."""
        super().__init__()
        self._appearance = appearance
        self._column = EMPTY
        self._preview: Preview | None = None
        self._target = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build()
        appearance.changed.connect(self._restyle)

    @property
    def column(self) -> Column:
        """The column that is shown."""
        return self._column

    def set_column(self, column: Column) -> None:
        """Show other figures."""
        if column == self._column and self.accessibleName():
            return
        same_height = len(column.figures) == len(self._column.figures)
        self._column = column
        self.add.setVisible(column.accepts_entry)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrow = collapse_icon(column.end, mirrored=mirrored)
        self.collapse.setIcon(self._appearance.icons.icon(arrow))
        self.setAccessibleName(spoken_column(column))
        self.add.setAccessibleName(_("Add to {column}").format(column=column.title))
        self.collapse.setAccessibleName(_("Collapse {column}").format(column=column.title))
        if not same_height:
            self.updateGeometry()
        self.update()

    def set_preview(self, preview: Preview | None) -> None:
        """Show what a drop would make of the figures; none: the figures as they are."""
        self._preview = preview
        self.setAccessibleDescription(spoken_preview(self._column, preview))
        self.update()

    def set_target(self, target: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say whether a drop would land in this column."""
        self._target = target
        self.update()

    def hint(self) -> str:
        """Return what the tooltip says: what is cut, and the column's tip."""
        theme, column = self._appearance.theme, self._column
        title, words = self._title_room(), self._words_room()
        texts = (
            (column.title, ink_of(theme, "figure", "text"), title.width()),
            (self._words(), ink_of(theme, "caption", "text-faint"), words.width()),
        )
        cut = [text for text, ink, room in texts if ink.width(text) > room]
        return "\n".join(filter(None, (*cut, column.tip)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hint(), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(self._appearance.theme.sizes["column"], self._rule_top() + RULE)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = self.width() - BUTTONS_RIGHT - BUTTON
        top = TITLE_TOP + (TITLE_HEIGHT - BUTTON) // 2
        for place, button in enumerate((self.collapse, self.add)):
            rect = QRect(right - place * BUTTON, top, BUTTON, BUTTON)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        pen = SidePen(painter, self)
        self._paint_title(pen)
        room = QRectF(PADDING, self._lines_top(), self.width() - 2 * PADDING, self._line_height())
        for place, figure in enumerate(self._column.figures):
            self._paint_figure(pen, room, figure, self._change(place))
            room.translate(0, room.height())
        self._paint_shares(pen)

    def _build(self) -> None:
        self.add = IconButton(self._appearance, "plus", _("Add"))
        self.collapse = IconButton(self._appearance, "caret-left", _("Collapse"))
        self.add.clicked.connect(self.add_clicked)
        self.collapse.clicked.connect(self.collapse_clicked)
        for button in (self.add, self.collapse):
            button.setParent(self)
            button.setProperty("kind", "cross")  # smaller than other buttons

    def _paint_ground(self, painter: QPainter) -> None:
        """Paint round upper corners that fit inside the border of the column."""
        theme = self._appearance.theme
        radius = theme.radius["large"] - BORDER
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, radius), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, theme.colour("accent-tint" if self._target else "surface-header"))
        if self._target:
            # The inner half of the frame: the outer one lies on the border of the column.
            painter.setPen(QPen(theme.colour("accent"), BORDER))
            half = BORDER / 2
            inner = QRectF(self.rect()).adjusted(half, half, -half, radius)
            painter.drawRoundedRect(inner, radius - half, radius - half)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        rule = QRect(BORDER * self._target, self.height() - RULE, self.width(), RULE)
        rule.setRight(self.width() - 1 - BORDER * self._target)
        painter.fillRect(rule, theme.colour("border"))

    def _paint_title(self, pen: SidePen) -> None:
        theme, mark = self._appearance.theme, self._column.mark
        room = self._title_room()
        if mark:
            side = theme.sizes["icon"]
            before = QRectF(PADDING, room.top(), side, room.height())
            pen.icon(before, side, self._appearance.icons, mark.icon, mark.role)
        pen.write(room, self._column.title, ink_of(theme, "figure", "text"))

    def _paint_figure(
        self, pen: SidePen, room: QRectF, figure: Figure, change: tuple[str, str] | None
    ) -> None:
        theme = self._appearance.theme
        used = 0.0
        if figure.unit:
            ink = ink_of(theme, "caption", "text-faint")
            used = max(UNIT_SLOT, pen.write_end(room, figure.unit, ink) + UNIT_GAP)
        place = beside(room, 0, used)
        if change is None:
            used += pen.write_end(place, figure.value, ink_of(theme, "body-strong", "text"))
        else:
            used += self._paint_change(pen, place, *change)
        label, left = ink_of(theme, "small", "text-muted"), beside(room, 0, used + LABEL_GAP)
        fits = label.width(figure.label) <= left.width()
        pen.write(left, figure.label if fits else figure.short or figure.label, label)

    def _paint_change(self, pen: SidePen, room: QRectF, before: str, after: str) -> float:
        """Paint what a drop makes of a figure; return how wide that is."""
        theme = self._appearance.theme
        used = pen.write_end(room, after, ink_of(theme, "body-strong", "link"))
        if not before:
            return used
        used += ARROW_GAP + ARROW
        arrow = beside(room, room.width() - used, 0)
        name = "arrow-left-bold" if pen.mirrored else "arrow-right-bold"
        pen.icon(arrow, ARROW, self._appearance.icons, name, "link")
        used += ARROW_GAP
        return used + pen.write_end(
            beside(room, 0, used), before, ink_of(theme, "body", "text-muted")
        )

    def _paint_shares(self, pen: SidePen) -> None:
        theme, room = self._appearance.theme, self._words_room()
        top = room.top() - WORDS_GAP - HEIGHT
        bar = QRectF(room.left(), top, room.width(), HEIGHT)
        draw_shares(pen.painter, theme, bar, self._column.shares, mirrored=pen.mirrored)
        pen.write(room, self._words(), ink_of(theme, "caption", "text-faint"))

    def _words(self) -> str:
        column = self._column
        return " · ".join(filter(None, (*(share.words for share in column.shares), column.note)))

    def _title_room(self) -> QRectF:
        column = self._column
        left = PADDING
        if column.mark:
            left += self._appearance.theme.sizes["icon"] + MARK_GAP
        taken = BUTTONS_RIGHT + BUTTON * (1 + column.accepts_entry) + LABEL_GAP
        return QRectF(left, TITLE_TOP, self.width() - left - taken, self._title_height())

    def _words_room(self) -> QRectF:
        top = self._rule_top() - FOOT - self._words_height()
        return QRectF(PADDING, top, self.width() - 2 * PADDING, self._words_height())

    def _change(self, place: int) -> tuple[str, str] | None:
        if self._preview is None or place >= len(self._preview.figures):
            return None
        change = self._preview.figures[place]
        return change if change[1] else None

    def _title_height(self) -> int:
        return self._at_least(TITLE_HEIGHT, "figure")

    def _line_height(self) -> int:
        return self._at_least(LINE_HEIGHT, "body-strong")

    def _words_height(self) -> int:
        return self._at_least(WORDS_HEIGHT, "caption")

    def _at_least(self, height: int, style: str) -> int:
        return max(height, QFontMetrics(self._appearance.theme.font(style)).height())

    def _lines_top(self) -> int:
        return TITLE_TOP + self._title_height() + TITLE_GAP

    def _rule_top(self) -> int:
        lines = len(self._column.figures) * self._line_height()
        below = BAR_GAP + HEIGHT + WORDS_GAP + self._words_height() + FOOT
        return self._lines_top() + lines + below

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def collapse_icon(end: End, *, mirrored: bool) -> str:
    """Return the arrow towards which a column collapses."""
    leftwards = (end is not End.RIGHT) != mirrored
    return "caret-left" if leftwards else "caret-right"
