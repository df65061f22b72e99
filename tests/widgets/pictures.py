"""Pictures of widgets that tests look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def picture_of(widget: QWidget) -> QImage:
    """Return what a widget draws, in all its colours whatever the screen can show."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(image, QPoint())
    return image
