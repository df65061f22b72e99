"""A button that paints itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from widgets.theme import Appearance, Theme

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}


class DrawnButton(QAbstractButton):
    """Is pressed by mouse, Space and Enter, follows the theme, and leaves arrows to its parent."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build a button; name is read aloud."""
        super().__init__()
        self.appearance = appearance
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        appearance.changed.connect(self.restyle)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self.appearance.theme

    @property
    def frame(self) -> QRectF:
        """The whole of the button."""
        return QRectF(self.rect())

    @Slot()
    def restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
