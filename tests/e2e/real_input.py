"""A real mouse and real keys on an X server."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

LEFT, WHEEL_DOWN = "1", "5"


def xdotool(*arguments: str) -> str:
    """Run xdotool; return what it printed."""
    command = ["xdotool", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=30)
    return done.stdout.strip()


def move_to(widget: QWidget, place: QPoint) -> None:
    """Move the mouse to a place of a widget."""
    at = widget.mapToGlobal(place)
    xdotool("mousemove", "--sync", str(at.x()), str(at.y()))


def click(widget: QWidget, place: QPoint, button: str = LEFT, times: int = 1) -> None:
    """Click at a place of a widget; the wheel is a button too."""
    move_to(widget, place)
    xdotool("click", "--repeat", str(times), "--delay", "20", button)


def type_text(text: str) -> None:
    """Type into what has the keyboard."""
    xdotool("type", "--delay", "20", text)


def press(*keys: str) -> None:
    """Press keys, such as ctrl+f."""
    xdotool("key", "--delay", "30", *keys)
