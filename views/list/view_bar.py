"""The bar over a list: view, filters that are set, words, columns, export, panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from resources.texts import _
from widgets.chips import FilterChips
from widgets.icon_button import IconButton
from widgets.search_field import SearchField
from widgets.view_button import ViewButton

if TYPE_CHECKING:
    from widgets.theme import Appearance

HEIGHT = 48
SEARCH_WIDTH = 240
NARROW_SEARCH = 120


class ViewBar(QWidget):
    """Holds the controls; it does nothing by itself."""

    def __init__(self, appearance: Appearance, title: str, placeholder: str) -> None:
        """Build the bar of a list with a title."""
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(HEIGHT)
        self.view = ViewButton(appearance, _("View"))
        self.chips = FilterChips(appearance, _("Filters of {title}").format(title=title))
        self.search = SearchField(appearance, placeholder)
        self.search.setMinimumWidth(NARROW_SEARCH)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.columns = text_button(appearance, "sliders-horizontal", _("Columns"))
        self.export = IconButton(appearance, "export", _("Export"))
        self.panel = IconButton(appearance, "funnel", _("Side panel"))
        self.panel.setCheckable(True)
        self._lay_out()

    def show_buttons(self, *, panel: bool, export: bool) -> None:
        """Show the buttons of what the list can do."""
        self.export.setVisible(export)
        self.panel.setVisible(panel)
        self.after.setVisible(panel)
        self.panel.setChecked(panel)

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setObjectName("thin-rule")
        rule.setFixedSize(1, 20)
        self.after = QFrame()
        self.after.setObjectName("thin-rule")
        self.after.setFixedSize(1, 20)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(rule)
        row.addWidget(self.chips, 1)
        row.addWidget(self.search, 1)
        for widget in (self.columns, self.export, self.after, self.panel):
            row.addWidget(widget)


def text_button(appearance: Appearance, icon: str, text: str) -> QToolButton:
    """Return a button of a bar: an icon with words beside it."""
    button = QToolButton()
    button.setProperty("kind", "text")
    button.setText(text)
    button.setIcon(appearance.icons.icon(icon))
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolTip(text)
    return button
