"""A real mouse and real keys on an X server."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

LEFT, WHEEL_DOWN = "1", "5"
STEPS = 8
PAUSE = ("sleep", "0.12")


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


def drag(start: QPoint, end: QPoint, *, key: str = "") -> subprocess.Popen[bytes]:
    """Drag from one place of the screen to another, in steps; a key ends it instead of a drop.

    It runs beside the test, whose windows must answer meanwhile: wait until it is over.
    """
    steps = [start + (end - start) * part / STEPS for part in range(1, STEPS + 1)]
    moves = [word for at in steps for word in ("mousemove", str(at.x()), str(at.y()), *PAUSE)]
    ending = ["key", key, *PAUSE, "mouseup", LEFT] if key else ["mouseup", LEFT]
    begin = ["mousemove", str(start.x()), str(start.y()), *PAUSE, "mousedown", LEFT, *PAUSE]
    # A drop right after the last move would come before it was answered.
    return subprocess.Popen(["xdotool", *begin, *moves, *PAUSE, *ending])


def type_text(text: str) -> None:
    """Type into what has the keyboard."""
    xdotool("type", "--delay", "20", text)


def press(*keys: str) -> None:
    """Press keys, such as ctrl+f."""
    xdotool("key", "--delay", "30", *keys)
