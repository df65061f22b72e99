"""What a user sees of a window, whatever opened it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Sight:
    """A window in the eyes of its user; who inherits says which, and how patient the user is."""

    qtbot: QtBot
    window: Any
    patience_ms: int

    @property
    def strip(self) -> str:
        """Return the words of the status strip, the left side first."""
        labels = self.window.status.findChildren(QLabel)
        return " | ".join(label.accessibleName() for label in labels if label.isVisible())

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for what a user would see."""
        self.qtbot.waitUntil(condition, timeout=self.patience_ms)
