"""Menus with round corners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PopupMenu(QMenu):
    """A menu whose window is as round as its frame, without a shadow."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        """Build an empty menu."""
        super().__init__(title, parent)
        # Else the corners outside the frame are filled, and the system adds its own shadow.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setToolTipsVisible(True)
