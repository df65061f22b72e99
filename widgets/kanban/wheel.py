"""What a turn of the wheel means on a board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

NOTCH = 120
LINE = 40


def is_sideways(event: QWheelEvent) -> bool:
    """Tell whether the wheel is tilted, or turned with Shift."""
    turn = event.angleDelta()
    return abs(turn.x()) > abs(turn.y()) or bool(
        event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    )


def distance(event: QWheelEvent) -> int:
    """Return by how many pixels a turn scrolls, in the direction in which it is greater."""
    exact, turn = event.pixelDelta(), event.angleDelta()
    if not exact.isNull():
        return -max(exact.x(), exact.y(), key=abs)
    notches = max(turn.x(), turn.y(), key=abs) / NOTCH
    return -round(notches * LINE * QApplication.wheelScrollLines())
