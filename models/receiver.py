"""Takes what comes of a task, and dies with the one that asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable


class Receiver(QObject):
    """Hands on the answer, the failure and the end of one task, on the thread of its parent."""

    def __init__(
        self,
        parent: QObject,
        take: Callable[[object], None],
        fail: Callable[[Exception], None],
        end: Callable[[], None],
    ) -> None:
        """Connect take, fail and end to the signals of a task."""
        super().__init__(parent)
        self._take = take
        self._fail = fail
        self._end = end

    @Slot(object)
    def take(self, answer: object) -> None:
        """Hand on the answer."""
        self._take(answer)

    @Slot(Exception)
    def fail(self, error: Exception) -> None:
        """Hand on the failure."""
        self._fail(error)

    @Slot()
    def end(self) -> None:
        """Hand on the end and let go."""
        self._end()
        self.deleteLater()
