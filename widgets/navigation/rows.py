"""The lines of a navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.drawn_button import DrawnButton
from widgets.painted import Plate, draw_line, draw_plate, draw_ring, ink_of, middle_square

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.navigation.entry import NavigationChild, NavigationEntry
    from widgets.theme import Appearance

PADDING = 8
GAP = 10
INDENT = 35
RAIL = 16
CHILD_HEIGHT = 28
PILL_HEIGHT = 18
PILL_PADDING = 7
HEAD_ABOVE = 12
HEAD_BELOW = 4
STRONG = 600
DOT = 6


class NavigationRow(DrawnButton):
    """What entries and their children have in common: a title, a count, being selected."""

    def __init__(self, appearance: Appearance, title: str, count: str) -> None:
        """Build a line."""
        super().__init__(appearance, title)
        self.title = title
        self.count = count
        self.selected = False
        self.collapsed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tell()

    def set_count(self, count: str) -> None:
        """Show another count."""
        self.count = count
        self.tell()
        self.update()

    def set_selected(self, *, selected: bool) -> None:
        """Set the line off as the one where one is."""
        self.selected = selected
        self.update()

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show the icon alone, or all."""
        self.collapsed = collapsed
        self.tell()
        self.restyle()

    def tell(self) -> None:
        """Put into words what cannot be seen."""
        words = f"{self.title} {self.count}".rstrip()
        self.setAccessibleName(words)
        cut = self.width() and self._is_cut()
        self.setToolTip(words if self.collapsed or cut else "")

    def resizeEvent(self, event: object) -> None:
        self.tell()

    def _is_cut(self) -> bool:
        ink = ink_of(self.theme, "body", "text", STRONG)
        room = self.width() - INDENT - PADDING - ink.width(self.count)
        return ink.width(self.title) > room


class EntryRow(NavigationRow):
    """A screen: icon, title and count."""

    def __init__(self, appearance: Appearance, entry: NavigationEntry) -> None:
        """Build the line of an entry."""
        self.entry = entry
        super().__init__(appearance, entry.title, entry.number)

    def sizeHint(self) -> QSize:
        letters = QFontMetrics(self.theme.font("body")).height() + self.theme.space["xs"]
        return QSize(PADDING, max(self.theme.rows["navigation"], letters))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        side = self.theme.sizes["icon"]
        left = (self.width() - side) / 2 if self.collapsed else PADDING
        role = "link" if self.selected else "text-muted"
        square = middle_square(self.frame, left, side)
        self.appearance.icons.paint(painter, square, self.entry.icon, role)
        if self.collapsed:
            self._paint_dot(painter, square)
        else:
            self._paint_words(painter, left + side + GAP)

    def _paint_ground(self, painter: QPainter) -> None:
        radius = self.theme.radius["medium"]
        if self.selected:
            fill, border = self.theme.colour("navigation-selected"), self.theme.colour("border")
            draw_plate(painter, self.frame, Plate(radius, fill, border))
        elif self.underMouse():
            draw_plate(painter, self.frame, Plate(radius, self.theme.colour("pressed")))
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        room = self.frame.adjusted(left, 0, -PADDING, 0)
        room = room.adjusted(0, 0, -self._paint_count(painter, room), 0)
        role, weight = ("text", STRONG) if self.selected else ("text-muted", None)
        draw_line(painter, room, self.title, ink_of(self.theme, "body", role, weight))

    def _paint_count(self, painter: QPainter, room: QRectF) -> float:
        if not self.count:
            return 0
        if not self.entry.urgent:
            ink = ink_of(self.theme, "caption", "text-faint")
            return draw_line(painter, room, self.count, ink, right=True) + PADDING
        ink = ink_of(self.theme, "caption-strong", "warning")
        width = max(PILL_HEIGHT, ink.width(self.count) + 2 * PILL_PADDING)
        pill = QRectF(room.right() - width, 0, width, PILL_HEIGHT)
        pill.moveTop(round((self.height() - PILL_HEIGHT) / 2))
        draw_plate(painter, pill, Plate(PILL_HEIGHT / 2, self.theme.colour("warning-tint")))
        inset = (width - ink.width(self.count)) / 2
        draw_line(painter, pill.adjusted(inset, 0, 0, 0), self.count, ink)
        return width + PADDING

    def _paint_dot(self, painter: QPainter, icon: QRectF) -> None:
        """Show that there is an urgent count where there is no room for it."""
        if self.entry.urgent and self.count:
            dot = QRectF(icon.right() - DOT / 2, icon.top() - DOT / 2, DOT, DOT)
            draw_plate(painter, dot, Plate(DOT / 2, self.theme.colour("warning-mark")))


class ChildRow(NavigationRow):
    """A line under the open entry, beside a rail."""

    def __init__(self, appearance: Appearance, parent_key: str, child: NavigationChild) -> None:
        """Build the line of a child."""
        self.parent_key = parent_key
        self.child = child
        super().__init__(appearance, child.title, child.number)

    def sizeHint(self) -> QSize:
        return QSize(PADDING, CHILD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_rail(painter)
        room = self.frame.adjusted(INDENT - PADDING, 1, 0, -1)
        if self.underMouse() and not self.selected:
            hover = Plate(self.theme.radius["medium"], self.theme.colour("pressed"))
            draw_plate(painter, room, hover)
        if self.hasFocus():
            draw_ring(painter, room, self.theme)
        words = self.frame.adjusted(INDENT, 0, -PADDING, 0)
        faint = ink_of(self.theme, "caption", "text-faint")
        taken = draw_line(painter, words, self.count, faint, right=True) if self.count else 0
        role, weight = ("text", 500) if self.selected else ("text-muted", None)
        ink = ink_of(self.theme, "body", role, weight)
        draw_line(painter, words.adjusted(0, 0, -taken - PADDING, 0), self.title, ink)

    def _paint_rail(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(RAIL, 0, 1, self.height()), self.theme.colour("border-strong"))
        if self.selected:
            painter.fillRect(QRectF(RAIL, 0, 2, self.height()), self.theme.colour("accent"))


class HeadRow(QWidget):
    """The title of a group of entries; a rule where there is no room for words."""

    def __init__(self, appearance: Appearance, title: str) -> None:
        """Build a head."""
        super().__init__()
        self._appearance = appearance
        self._title = title
        self._collapsed = False
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show a rule, or words."""
        self._collapsed = collapsed
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._appearance.theme.font("caption-strong")).height()
        words = 0 if self._collapsed else max(16, line)
        return QSize(0, HEAD_ABOVE + words + HEAD_BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        if self._collapsed:
            rule = QRectF(PADDING, self.height() // 2, self.width() - 2 * PADDING, 1)
            painter.fillRect(rule, theme.colour("border-strong"))
            return
        room = QRectF(self.rect()).adjusted(PADDING, HEAD_ABOVE, 0, -HEAD_BELOW)
        draw_line(painter, room, self._title, ink_of(theme, "caption-strong", "text-faint"))
