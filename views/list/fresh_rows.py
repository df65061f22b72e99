"""Rows that somebody else has just changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from widgets.theme import Appearance


class FreshRows(QObject):
    """Knows for a moment who has changed a row."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        """Know of no row yet."""
        super().__init__(parent)
        self._who: dict[UUID, str] = {}
        self._spans: list[frozenset[UUID]] = []
        self._stay = appearance.theme.motion["fade-mover"]

    def add(self, keys: Iterable[UUID], who: str) -> None:
        """Name who has changed rows."""
        fresh = frozenset(keys)
        self._who.update(dict.fromkeys(fresh, who))
        self._spans.append(fresh)
        QTimer.singleShot(self._stay, self, self._forget)
        self.changed.emit()

    def who(self, key: UUID) -> str:
        """Return who has just changed a row; nobody: an empty text."""
        return self._who.get(key, "") if self._who else ""

    @Slot()
    def _forget(self) -> None:
        gone = self._spans.pop(0)
        still = frozenset().union(*self._spans)
        for key in gone - still:
            self._who.pop(key, None)
        self.changed.emit()
