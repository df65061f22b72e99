"""Shows what the tooltip of an item of a view says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView


def show_hint(event: QHelpEvent, view: QAbstractItemView, rect: QRect, hint: str) -> bool:
    """Show a hint while the pointer is over a rectangle; tell whether it says anything."""
    QToolTip.showText(event.globalPos(), hint, view.viewport(), rect)
    return bool(hint)
