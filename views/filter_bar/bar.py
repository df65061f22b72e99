"""The bar over a board: view, filters that are set, words, sort, density, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from resources.texts import _
from views.list.view_bar import HEIGHT, NARROW_SEARCH, SEARCH_WIDTH, text_button
from widgets.chips import FilterChips
from widgets.icon_button import IconButton
from widgets.popup_menu import PopupMenu
from widgets.search_field import SearchField
from widgets.segments import SegmentedControl
from widgets.view_button import ViewButton

if TYPE_CHECKING:
    from widgets.theme import Appearance

COMFORTABLE, COMPACT = "comfortable", "compact"


class FilterBar(QWidget):
    """Holds the controls; it does nothing by itself."""

    def __init__(self, appearance: Appearance, title: str, placeholder: str) -> None:
        """Build the bar of a screen with a title."""
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(HEIGHT)
        self.view = ViewButton(appearance, _("View"))
        self.chips = FilterChips(appearance, _("Filters of {title}").format(title=title))
        self.search = SearchField(appearance, placeholder)
        self.search.setMinimumWidth(NARROW_SEARCH)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.sort = text_button(appearance, "sort-ascending", _("Sort"))
        self.density = SegmentedControl(
            _("Cards"), ((COMFORTABLE, _("Comfortable")), (COMPACT, _("Compact")))
        )
        self.density.show_icons(appearance, {COMFORTABLE: "rows", COMPACT: "list"})
        self.more = IconButton(appearance, "dots-three-bold", _("More"))
        self.sort_menu = PopupMenu(_("Sort the cards by"), self.sort)
        self.more_menu = PopupMenu(_("More"), self.more)
        self._lay_out()

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setObjectName("thin-rule")
        rule.setFixedSize(1, 20)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(rule)
        row.addWidget(self.chips, 1)
        row.addWidget(self.search, 1)
        for widget in (self.sort, self.density, self.more):
            row.addWidget(widget)
