"""Opening collapsed columns while something is dragged over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from widgets.kanban.column import ColumnPane
    from widgets.kanban.columns import ColumnRow

OPEN_AFTER = 500  # milliseconds over a strip
CLOSE_AFTER = 600  # milliseconds elsewhere


class Peeking(QObject):
    """Opens the strip under the pointer after a moment, and closes it when it is left."""

    changed = Signal()

    def __init__(self, row: ColumnRow) -> None:
        """Open strips of a row of columns."""
        super().__init__(row)
        self._row = row
        self._over: ColumnPane | None = None
        self._opening = QTimer(self, singleShot=True, interval=OPEN_AFTER)
        self._opening.timeout.connect(self._open)
        self._closing = QTimer(self, singleShot=True, interval=CLOSE_AFTER)
        self._closing.timeout.connect(self._close)

    def hover(self, pane: ColumnPane | None) -> None:
        """Say which column the pointer is over."""
        if pane is self._over:
            return
        self._over = pane
        self._opening.stop()
        if pane is not None and not pane.is_open:
            self._opening.start()
        if any(other.is_peeked for other in self._row if other is not pane):
            self._closing.start()
        else:
            self._closing.stop()

    def finish(self, keep: ColumnPane | None) -> None:
        """Close what was opened, but for the column on which something was dropped."""
        self._opening.stop()
        self._closing.stop()
        self._over = None
        if keep is not None and keep.is_peeked:
            self._row.toggled.emit(keep, False)  # noqa: FBT003 - a signal's arguments have no names
        self._close_all(besides=None)

    @Slot()
    def _open(self) -> None:
        pane = self._over
        if pane is None or pane.is_open:
            return
        pane.peek(peeked=True)
        self._row.settle()
        self._row.reveal(pane)
        self.changed.emit()

    @Slot()
    def _close(self) -> None:
        if self._close_all(besides=self._over):
            self.changed.emit()

    def _close_all(self, besides: ColumnPane | None) -> bool:
        peeked = [pane for pane in self._row if pane.is_peeked and pane is not besides]
        for pane in peeked:
            pane.peek(peeked=False)
        if peeked:
            self._row.settle()
        return bool(peeked)
