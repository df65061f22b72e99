"""The bar over a board: view, filters that are set, words, sort, density, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.texts import _
from views.list.view_bar import ViewBar, text_button
from widgets.icon_button import IconButton
from widgets.popup_menu import PopupMenu
from widgets.segments import SegmentedControl

if TYPE_CHECKING:
    from widgets.theme import Appearance

COMFORTABLE, COMPACT = "comfortable", "compact"


class FilterBar(ViewBar):
    """The bar over a board: sort, density, more; it does nothing by itself."""

    def __init__(self, appearance: Appearance, title: str, placeholder: str) -> None:
        """Build the bar of a board with a title."""
        super().__init__(appearance, title, placeholder)
        self.sort = text_button(appearance, "sort-ascending", _("Sort"))
        self.density = SegmentedControl(
            _("Cards"), ((COMFORTABLE, _("Comfortable")), (COMPACT, _("Compact")))
        )
        self.density.show_icons(appearance, {COMFORTABLE: "rows", COMPACT: "list"})
        self.more = IconButton(appearance, "dots-three-bold", _("More"))
        self.sort_menu = PopupMenu(_("Sort the cards by"), self.sort)
        self.more_menu = PopupMenu(_("More"), self.more)
        self.add(self.sort, self.density, self.more)
