"""The cells of a filter row that open something to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from resources.texts import _
from widgets.drawn_button import DrawnButton
from widgets.filter_row.choice_popup import ChoicePopup
from widgets.filter_row.date_popup import DatePopup
from widgets.filter_row.filters import (
    ChoiceFilter,
    DateFilter,
    DateRange,
    FlagFilter,
    chosen_keys,
)
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.painted import Plate, draw_line, draw_plate, draw_ring, ink_of, middle_square
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from widgets.filter_row.filters import FilterValue
    from widgets.theme import Appearance

PADDING = 7
ICON = 12
CLEARING = {Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class PickerCell(DrawnButton):
    """Shows what is chosen, and a cross that takes it away."""

    value_changed = Signal(object)
    focused = Signal()
    left_downwards = Signal()

    def __init__(self, appearance: Appearance, title: str, icon: str) -> None:
        """Build an empty cell; title is that of its column."""
        super().__init__(appearance, _("Filter {title}").format(title=title))
        self._title = title
        self._icon = icon
        self._value: FilterValue = None
        self.clicked.connect(self.open)
        self._tell_words()

    @property
    def value(self) -> FilterValue:
        """The value that is set."""
        return self._value

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return _("any") if self._value is None else self._show(self._value)

    def set_value(self, value: FilterValue) -> None:
        """Show a value without telling it."""
        self._value = value
        self._tell_words()
        self.update()

    def choose(self, value: FilterValue) -> None:
        """Show a value, and tell it where it is another one."""
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(value)

    def open(self) -> None:
        """Open what can be chosen from."""
        raise NotImplementedError

    def _show(self, value: FilterValue) -> str:
        raise NotImplementedError

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = self._value is not None and self._mark().contains(event.position())
        if on_cross and self.isDown():
            self.setDown(False)
            self.choose(None)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in CLEARING and self._value is not None:
            self.choose(None)
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.click()
        elif key == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        active = self._value is not None
        roles = ("accent-tint", "selection-border") if active else ("field", "field-border")
        fill, border = (self.theme.colour(role) for role in roles)
        if self.underMouse() and not active:
            fill = self.theme.colour("hover")
        draw_plate(painter, self.frame, Plate(self.theme.radius["small"], fill, border))
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme, "small")
        mark = self._mark()
        role = "link" if active else "text-muted"
        inner = middle_square(self.frame, mark.left() + 4, ICON)
        self.appearance.icons.paint(painter, inner, "x" if active else self._icon, role)
        words = QRectF(PADDING, 0, mark.left() - PADDING, self.height())
        ink = ink_of(self.theme, "small", "text" if active else "text-faint")
        draw_line(painter, words, self.words, ink)

    def _mark(self) -> QRectF:
        """Return the place of the cross, as large as one can hit."""
        return QRectF(self.width() - ICON - 8, 0, ICON + 8, self.height())

    def _tell_words(self) -> None:
        self.setToolTip(f"{self._title}: {self.words}")
        self.setAccessibleDescription(self.words)


class ChoiceCell(PickerCell):
    """Filters by some of many values."""

    def __init__(self, appearance: Appearance, about: ChoiceFilter) -> None:
        """Build an empty cell."""
        self._about = about
        self.popup: ChoicePopup | None = None
        super().__init__(appearance, about.title, "caret-down")

    def open(self) -> None:
        """Open what can be chosen from."""
        chosen = chosen_keys(self._value)
        self.popup = ChoicePopup(self.appearance, self._title, self._about.choices(), chosen)
        self.popup.changed.connect(lambda keys: self.choose(keys or None))
        self.popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popup.open_below(self)

    def _show(self, value: FilterValue) -> str:
        keys = chosen_keys(value)
        titles = dict(self._about.choices())
        if len(keys) == 1:
            return titles.get(keys[0], keys[0])
        return _("any of {count}").format(count=len(keys))


class DateCell(PickerCell):
    """Filters by a range of days."""

    def __init__(self, appearance: Appearance, about: DateFilter) -> None:
        """Build an empty cell."""
        self._about = about
        self.popup: DatePopup | None = None
        super().__init__(appearance, about.title, "calendar-blank")

    def open(self) -> None:
        """Open what can be chosen from."""
        value = self._value if isinstance(self._value, DateRange) else DateRange()
        self.popup = DatePopup(self.appearance, self._about, value)
        self.popup.chosen.connect(self.choose)
        self.popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popup.open_below(self)

    def _show(self, value: FilterValue) -> str:
        if not isinstance(value, DateRange):
            return ""
        if value.name:
            return dict(self._about.ranges).get(value.name, value.name)
        if value.first is not None and value.last is not None:
            return f"{self._about.show(value.first)} – {self._about.show(value.last)}"
        if value.first is not None:
            return _("from {day}").format(day=self._about.show(value.first))
        day = self._about.show(value.last) if value.last is not None else ""
        return _("until {day}").format(day=day)


class FlagCell(PickerCell):
    """Filters by whether something is so."""

    def __init__(self, appearance: Appearance, about: FlagFilter) -> None:
        """Build an empty cell."""
        self._about = about
        self.menu = PopupMenu(about.title)
        super().__init__(appearance, about.title, "caret-down")

    def open(self) -> None:
        """Open what can be chosen from."""
        now = {None: "", True: "yes", False: "no"}
        values: dict[str, FilterValue] = {"": None, "yes": True, "no": False}
        words = {"": _("any"), "yes": self._about.yes, "no": self._about.no}
        chosen = now[self._value if isinstance(self._value, bool) else None]
        entries = [MenuEntry(key, word, checked=key == chosen) for key, word in words.items()]
        fill_menu(self.menu, self.appearance, entries, lambda key: self.choose(values[key]))
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _show(self, value: FilterValue) -> str:
        return self._about.yes if value else self._about.no
