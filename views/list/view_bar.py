"""The bar over a list or a board: view, filters that are set, words, and what else it offers."""

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
    """Holds the controls of every bar; it does nothing by itself."""

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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 10, 0)
        self._row.setSpacing(8)
        self.add(self.view, thin_rule())
        self._row.addWidget(self.chips, 1)
        self._row.addWidget(self.search, 1)

    def add(self, *widgets: QWidget) -> None:
        """Add controls at the end."""
        for widget in widgets:
            self._row.addWidget(widget)


class ListBar(ViewBar):
    """The bar over a list: columns, export, panel."""

    def __init__(self, appearance: Appearance, title: str, placeholder: str) -> None:
        """Build the bar of a list with a title."""
        super().__init__(appearance, title, placeholder)
        self.columns = text_button(appearance, "sliders-horizontal", _("Columns"))
        self.export = IconButton(appearance, "export", _("Export"))
        self.after = thin_rule()
        self.panel = IconButton(appearance, "funnel", _("Side panel"))
        self.panel.setCheckable(True)
        self.add(self.columns, self.export, self.after, self.panel)

    def show_buttons(self, *, panel: bool, export: bool) -> None:
        """Show the buttons of what the list can do."""
        self.export.setVisible(export)
        self.panel.setVisible(panel)
        self.after.setVisible(panel)
        self.panel.setChecked(panel)


def thin_rule() -> QFrame:
    """Return the rule between parts of a bar."""
    rule = QFrame()
    rule.setObjectName("thin-rule")
    rule.setFixedSize(1, 20)
    return rule


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
