"""Pictures of widgets that tests look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def picture_of(widget: QWidget, ratio: float = 1.0) -> QImage:
    """Return what a widget draws, in all its colours whatever the screen can show."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    # Where a widget draws nothing, whatever lay in memory would else be taken for its colours.
    image.fill(0)
    widget.render(image, QPoint())
    return image
