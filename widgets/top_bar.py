"""The bar at the upper end of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from resources.texts import _
from widgets.drawn_button import DrawnButton
from widgets.icon_button import IconButton
from widgets.mark import Mark
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.painted import (
    Plate,
    draw_keys,
    draw_line,
    draw_plate,
    draw_ring,
    ink_of,
    keys_width,
    middle_square,
)
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from widgets.theme import Appearance

SEARCH_WIDTH = 440
SEARCH_NARROWEST = 160
# A narrower window shows the search as an icon.
NARROW = 1000
GAP = 12
PADDING = 10
AVATAR = 28
MARK_SIZE = 20


class TopBar(QWidget):
    """Mark and name, undo and redo, search, New, and whose window it is."""

    collapse_clicked = Signal()
    undo_clicked = Signal()
    redo_clicked = Signal()
    search_clicked = Signal()
    new_clicked = Signal()
    new_chosen = Signal(str)
    user_clicked = Signal()

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build the bar; name is the program's."""
        super().__init__()
        self._appearance = appearance
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(appearance.theme.sizes["top-bar"])
        self._build(name)

    def set_undo(self, tooltip: str, *, enabled: bool) -> None:
        """Say what undo would take back, or why it cannot."""
        _allow(self.undo, tooltip, enabled=enabled)

    def set_redo(self, tooltip: str, *, enabled: bool) -> None:
        """Say what redo would do again, or why it cannot."""
        _allow(self.redo, tooltip, enabled=enabled)

    def set_search(self, words: str, keys: Sequence[str], *, enabled: bool = True) -> None:
        """Say what the search finds and which keys open it."""
        self.search.show_words(words, keys)
        self.search.setEnabled(enabled)

    def set_new(self, title: str, entries: Sequence[MenuEntry], tooltip: str = "") -> None:
        """Name the button of the commonest new record, and the others in its menu."""
        # The space keeps the words off the plus; a style sheet cannot.
        self.new.setText(f" {title}")
        self.new.setAccessibleName(tooltip or title)
        self.new.setToolTip(tooltip)
        fill_menu(self.menu, self._appearance, entries, self.new_chosen.emit)
        self.more.setVisible(bool(entries))
        self._place()

    def set_user(self, initials: str, name: str) -> None:
        """Say whose window it is."""
        self.user.show_initials(initials, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _build(self, name: str) -> None:
        self._build_buttons()
        self.search = SearchBox(self._appearance)
        self.search.clicked.connect(self.search_clicked)
        self.search.setParent(self)
        self.left = self._side(
            (self._brand(name), self.undo, self.redo), margins=(16, 0, 0, 0), spacing=2
        )
        self.right = self._side((self._new_pair(), self.user), margins=(0, 0, 12, 0), spacing=GAP)

    def _build_buttons(self) -> None:
        self.collapse = IconButton(self._appearance, "caret-double-left", _("Narrow navigation"))
        self.collapse.clicked.connect(self.collapse_clicked)
        self.undo = IconButton(self._appearance, "arrow-u-up-left", _("Undo"))
        self.undo.clicked.connect(self.undo_clicked)
        self.redo = IconButton(self._appearance, "arrow-u-up-right", _("Redo"))
        self.redo.clicked.connect(self.redo_clicked)
        self.user = Avatar(self._appearance)
        self.user.clicked.connect(self.user_clicked)

    def _brand(self, name: str) -> QWidget:
        brand = QWidget()
        brand.setFixedWidth(self._appearance.theme.sizes["navigation"] - 16)
        row = QHBoxLayout(brand)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(Mark(self._appearance, MARK_SIZE))
        row.addWidget(_Name(self._appearance, name), 1)
        row.addWidget(self.collapse)
        return brand

    def _new_pair(self) -> QWidget:
        self.new = QPushButton(_("New"))
        self.new.setIcon(self._appearance.icons.icon("plus-bold", "link"))
        self.new.clicked.connect(self.new_clicked)
        self.new.setObjectName("split-main")
        self.menu = PopupMenu(_("New"))
        self.more = QToolButton()
        self.more.setObjectName("split-more")
        self.more.setIcon(self._appearance.icons.icon("caret-down"))
        self.more.setIconSize(QSize(12, 12))
        self.more.setAccessibleName(_("More new records"))
        self.more.setToolTip(_("More new records"))
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.new)
        row.addWidget(self.more)
        return pair

    def _side(
        self, widgets: Sequence[QWidget], margins: tuple[int, int, int, int], spacing: int
    ) -> QWidget:
        side = QWidget(self)
        row = QHBoxLayout(side)
        row.setContentsMargins(*margins)
        row.setSpacing(spacing)
        for widget in widgets:
            row.addWidget(widget)
        return side

    def _place(self) -> None:
        """Put the search in the middle of the window, as wide as its neighbours leave it."""
        left, right = self.left.sizeHint().width(), self.right.sizeHint().width()
        self.left.setGeometry(0, 0, left, self.height())
        self.right.setGeometry(self.width() - right, 0, right, self.height())
        room = QRect(left + GAP, 0, self.width() - left - right - 2 * GAP, self.height())
        narrow = self.width() < NARROW or room.width() < SEARCH_NARROWEST
        self.search.set_icon_only(icon_only=narrow)
        side = self.search.sizeHint()
        width = side.height() if narrow else min(SEARCH_WIDTH, room.width())
        middle = (self.width() - width) // 2
        x = room.right() + 1 - width if narrow else middle
        x = max(room.left(), min(x, room.right() + 1 - width))
        self.search.setGeometry(x, (self.height() - side.height()) // 2, width, side.height())


class SearchBox(DrawnButton):
    """A button that looks like a field and opens the search."""

    def __init__(self, appearance: Appearance) -> None:
        """Build the button."""
        super().__init__(appearance, _("Search"))
        self._words = _("Search")
        self._keys: tuple[str, ...] = ()
        self.icon_only = False

    def show_words(self, words: str, keys: Sequence[str]) -> None:
        """Show words as a field shows its placeholder, and the keys that do the same."""
        self._words = words
        self._keys = tuple(keys)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({'+'.join(keys)})" if keys else words)
        self.update()

    def set_icon_only(self, *, icon_only: bool) -> None:
        """Leave the words out where there is no room for them."""
        self.icon_only = icon_only
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SEARCH_WIDTH, self.theme.rows["button-large"])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hover = self.underMouse() and self.isEnabled()
        fill = self.theme.colour("hover" if hover else "surface")
        if not self.icon_only:
            border = self.theme.colour("border-strong" if hover else "field-border")
            draw_plate(painter, self.frame, Plate(self.theme.radius["medium"], fill, border))
        elif hover:
            draw_plate(painter, self.frame, Plate(self.theme.radius["medium"], fill))
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        side = self.theme.sizes["icon"]
        left = (self.width() - side) / 2 if self.icon_only else PADDING
        square = middle_square(self.frame, left, side)
        role = "text-muted" if self.isEnabled() else "text-disabled"
        self.appearance.icons.paint(painter, square, "magnifying-glass", role)
        if self.icon_only:
            return
        keys = [" ".join(self._keys)] if self._keys else []
        width = keys_width(self.theme, keys)
        room = QRectF(self.width() - width - PADDING + 2, 0, width, self.height())
        draw_keys(painter, room, self.theme, keys)
        words = QRectF(square.right() + 8, 0, room.left() - square.right() - 16, self.height())
        draw_line(painter, words, self._words, ink_of(self.theme, "body", role))


class Avatar(DrawnButton):
    """A circle with initials."""

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty circle."""
        super().__init__(appearance, _("User"))
        self._initials = ""
        self.setFixedSize(AVATAR, AVATAR)

    def show_initials(self, initials: str, name: str) -> None:
        """Show whose initials they are in the tooltip."""
        self._initials = initials
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = self.theme.colour("border" if not self.underMouse() else "field-border")
        draw_plate(painter, self.frame, Plate(AVATAR / 2, fill))
        ink = ink_of(self.theme, "caption-strong", "text-muted")
        inset = max(0, (AVATAR - ink.width(self._initials)) / 2)
        draw_line(painter, self.frame.adjusted(inset, 0, 0, 0), self._initials, ink)
        if self.hasFocus():
            ring = Plate(AVATAR / 2, None, self.theme.colour("focus-ring"), 2)
            draw_plate(painter, self.frame, ring)


class _Name(QWidget):
    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._name = name
        appearance.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = ink_of(self._appearance.theme, "body-strong", "text")
        draw_line(QPainter(self), QRectF(self.rect()), self._name, ink)


def _allow(button: QToolButton, tooltip: str, *, enabled: bool) -> None:
    button.setEnabled(enabled)
    button.setToolTip(tooltip)
    button.setAccessibleDescription(tooltip)
