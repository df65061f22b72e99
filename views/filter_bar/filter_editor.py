"""Opens the editor of a filter under its chip: the right one for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from widgets.filter_row.choice_popup import ChoicePopup
from widgets.filter_row.date_popup import DatePopup
from widgets.filter_row.filters import (
    ChoiceFilter,
    DateFilter,
    DateRange,
    FlagFilter,
    NumberFilter,
    TextFilter,
    chosen_keys,
)
from widgets.filter_row.typed_popup import TypedPopup
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from widgets.filter_row.filters import Filter, FilterValue
    from widgets.popup_frame import PopupFrame
    from widgets.theme import Appearance


class FilterEditor(QObject):
    """One editor at a time; each change is told at once."""

    changed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        """Open editors for a parent."""
        super().__init__(parent)
        self._appearance = appearance
        self.popup: PopupFrame | PopupMenu | None = None

    def open(self, about: Filter, value: FilterValue, anchor: QWidget) -> None:
        """Open the editor of a filter that has a value."""
        if isinstance(about, FlagFilter):
            self._open_flag(about, value, anchor)
        else:
            self.show(self._frame(about, value), anchor)

    def show(self, popup: PopupFrame, anchor: QWidget) -> None:
        """Open a pop-up in the place of what was open."""
        self.popup = popup
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.open_below(anchor)

    def _frame(self, about: Filter, value: FilterValue) -> PopupFrame:
        match about:
            case ChoiceFilter():
                keys = chosen_keys(value)
                chosen = ChoicePopup(self._appearance, about.title, about.choices(), keys)
                chosen.changed.connect(lambda found: self.changed.emit(found or None))
                return chosen
            case DateFilter():
                days = value if isinstance(value, DateRange) else DateRange()
                dated = DatePopup(self._appearance, about, days)
                dated.chosen.connect(self.changed)
                return dated
            case TextFilter() | NumberFilter():
                typed = TypedPopup(self._appearance, about, value)
                typed.changed.connect(self.changed)
                return typed
        raise TypeError(about)

    def _open_flag(self, about: FlagFilter, value: FilterValue, anchor: QWidget) -> None:
        values = {"yes": True, "no": False}
        words = {"yes": about.yes, "no": about.no}
        entries = [MenuEntry(key, words[key], checked=values[key] is value) for key in words]
        menu = PopupMenu(about.title, anchor)
        fill_menu(menu, self._appearance, entries, lambda key: self.changed.emit(values[key]))
        self.popup = menu
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))
