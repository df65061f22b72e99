"""Moving the selected cards to the next column by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from widgets.kanban.column import ColumnPane
    from widgets.kanban.columns import ColumnRow
    from widgets.kanban.dragging import Dragging
    from widgets.kanban.values import Refusal

# A move waits this long to be told which columns refuse.
PATIENCE = 400  # milliseconds
SHOWN_FOR = 4_000  # milliseconds


class KeyMoves(QObject):
    """Takes the cards up, waits for the refusals and lands on the next column without one."""

    def __init__(self, row: ColumnRow, dragging: Dragging) -> None:
        """Move cards over a row of columns."""
        super().__init__(row)
        self._row = row
        self._dragging = dragging
        self._way: list[ColumnPane] = []
        self._is_waiting = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._go)
        dragging.answered.connect(self._go)
        dragging.ended.connect(self._stop)

    def begin(
        self, held: Mapping[str, tuple[UUID, ...]], origin: ColumnPane, direction: int
    ) -> None:
        """Move cards to the right of a column, or to the left by less than nothing."""
        way = self._row.next_to(origin, direction)
        if not way or self._dragging.is_active:
            return
        self._way = way
        self._is_waiting = True
        self._patience.start()
        # The answer may come before this returns.
        if not self._dragging.begin(held, by_mouse=False):
            self._stop()

    @Slot()
    def _go(self) -> None:
        if not self._is_waiting or not self._dragging.is_active:
            return
        self._stop()
        refusals = self._dragging.refusals
        passed: dict[ColumnPane, Refusal] = {}
        for pane in self._way:
            if pane.key not in refusals:
                self._dragging.land(pane)
                break
            passed[pane] = refusals[pane.key]
        self._dragging.finish()
        for pane, refusal in passed.items():
            pane.set_refusal(refusal, SHOWN_FOR)

    @Slot()
    def _stop(self) -> None:
        self._is_waiting = False
        self._patience.stop()
