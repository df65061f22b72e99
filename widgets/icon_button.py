"""A button that shows an icon alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from widgets.theme import Appearance


class IconButton(QToolButton):
    """A square button without words; its name is in the tooltip and read aloud."""

    def __init__(self, appearance: Appearance, icon: str, name: str) -> None:
        """Show an icon; name says what the button does."""
        super().__init__()
        side = appearance.theme.sizes["icon"]
        self.setIcon(appearance.icons.icon(icon))
        self.setIconSize(QSize(side, side))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def cross_button(appearance: Appearance, name: str) -> IconButton:
    """Return the small cross that closes what it stands on."""
    button = IconButton(appearance, "x", name)
    side = appearance.theme.sizes["icon-small"]
    button.setIconSize(QSize(side, side))
    button.setProperty("kind", "cross")
    return button
