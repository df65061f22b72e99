"""The strip of tabs at the upper end of an island."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from resources.texts import _
from widgets.icon_button import cross_button
from widgets.painted import Plate, draw_plate

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from widgets.theme import Appearance

DOT = 6
RIGHT = QTabBar.ButtonPosition.RightSide
WIDEST = 240
# What the weight of a selected title is wider than that of the others.
SPARE = 3
CROSS = 12


class TabStrip(QTabBar):
    """Tabs that can be moved; the cross is on the selected one and on the one under the mouse."""

    close_wanted = Signal(int)
    menu_wanted = Signal(int, object)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build an empty strip; name is read aloud."""
        super().__init__()
        self._appearance = appearance
        self._hovered = -1
        self.setAccessibleName(name)
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.setUsesScrollButtons(True)
        side = appearance.theme.sizes["icon"]
        self.setIconSize(QSize(side, side))
        self.currentChanged.connect(self._show_crosses)

    def add(self, title: str, icon: str, *, closable: bool) -> int:
        """Add a tab at the right end; return its place."""
        place = self.addTab(self._appearance.icons.icon(icon), title.replace("&", "&&"))
        end = TabEnd(self._appearance, title, closable=closable)
        end.cross.clicked.connect(lambda: self.close_wanted.emit(self._place_of(end)))
        self.setTabButton(place, RIGHT, end)
        self._show_crosses()
        return place

    def end(self, place: int) -> TabEnd:
        """Return what stands at the right of a tab."""
        end = self.tabButton(place, RIGHT)
        if not isinstance(end, TabEnd):
            raise TypeError(place)
        return end

    def set_unsaved(self, place: int, *, unsaved: bool) -> None:
        """Show or take away the dot of what is not saved."""
        self.end(place).set_unsaved(unsaved=unsaved)

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(min(WIDEST, hint.width() + SPARE), hint.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self.tabAt(event.position().toPoint())
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle and place >= 0 and self.end(place).closable:
            self.close_wanted.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.currentIndex() if by_key else self.tabAt(event.pos())
        if place >= 0:
            self.menu_wanted.emit(place, self._menu_point(place, event, by_key=by_key))

    def event(self, event: QEvent) -> bool:
        """Take what Qt would else use itself."""
        if event.type() in {QEvent.Type.Leave, QEvent.Type.HoverLeave}:
            self._hover(-1)
        return super().event(event)

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        self.setTabToolTip(index, self.tabText(index).replace("&&", "&"))

    def _menu_point(self, place: int, event: QContextMenuEvent, *, by_key: bool) -> QPoint:
        rect = self.tabRect(place)
        return self.mapToGlobal(rect.bottomLeft()) if by_key else event.globalPos()

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self._show_crosses()

    def _show_crosses(self) -> None:
        for place in range(self.count()):
            button = self.tabButton(place, RIGHT)
            if isinstance(button, TabEnd):
                button.show_cross(shown=place in {self._hovered, self.currentIndex()})

    def _place_of(self, end: TabEnd) -> int:
        places = range(self.count())
        return next((place for place in places if self.tabButton(place, RIGHT) is end), -1)


class TabEnd(QWidget):
    """The dot of what is not saved, and the cross; their room is always kept."""

    def __init__(self, appearance: Appearance, title: str, *, closable: bool) -> None:
        """Build the end of a tab."""
        super().__init__()
        self._appearance = appearance
        self.closable = closable
        self.unsaved = False
        self.cross = cross_button(appearance, _("Close {title}").format(title=title))
        self.cross.setIconSize(QSize(CROSS, CROSS))
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = self.cross.sizePolicy()
        policy.setRetainSizeWhenHidden(closable)
        self.cross.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.cross)
        self.show_cross(shown=False)

    def show_cross(self, *, shown: bool) -> None:
        """Show the cross where the tab can be closed."""
        self.cross.setVisible(shown and self.closable)

    def set_unsaved(self, *, unsaved: bool) -> None:
        """Show or take away the dot."""
        self.unsaved = unsaved
        self._row.setContentsMargins(DOT + 2 if unsaved else 0, 0, 0, 0)
        self.setAccessibleName(_("Not saved") if unsaved else "")
        self.setToolTip(_("Not saved") if unsaved else "")
        self.adjustSize()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.unsaved:
            dot = QRectF(0, (self.height() - DOT) / 2, DOT, DOT)
            accent = self._appearance.theme.colour("accent")
            draw_plate(QPainter(self), dot, Plate(DOT / 2, accent))
