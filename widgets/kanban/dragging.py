"""Cards on their way from column to column, whether by mouse or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QByteArray, QMimeData, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QDrag

from widgets.kanban.edge_scroll import EdgeScroll
from widgets.kanban.peeking import Peeking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QPixmap

    from widgets.kanban.column import ColumnPane
    from widgets.kanban.columns import ColumnRow
    from widgets.kanban.values import Preview, Refusal

FORMAT = "application/x-board-cards"


class Dragging(QObject):
    """Knows what is dragged, which columns refuse it and where it would land."""

    began = Signal(object)
    ended = Signal()
    dropped = Signal(object, str)
    target_changed = Signal(str)
    answered = Signal()

    def __init__(
        self, row: ColumnRow, place_for: Callable[[tuple[UUID, ...], str], int | None]
    ) -> None:
        """Drag over a row of columns; place_for gives the row where cards land by their order."""
        super().__init__(row)
        self._row = row
        self._place_for = place_for
        self._homes: dict[UUID, str] = {}
        self._refusals: Mapping[str, Refusal] = {}
        self._previews: Mapping[str, Preview] = {}
        self._marks: dict[str, int | None] = {}
        self._token = b""
        self._at: QPoint | None = None
        self._target: ColumnPane | None = None
        self._landed: str | None = None
        self._in_loop = False
        self._by_mouse = False
        self._peeking = Peeking(row)
        self._edges = EdgeScroll(row)
        self._edges.scrolled.connect(self._look_again)
        self._peeking.changed.connect(self._look_again)

    @property
    def is_active(self) -> bool:
        """Whether cards are on their way."""
        return bool(self._homes)

    @property
    def keys(self) -> tuple[UUID, ...]:
        """The cards that are on their way."""
        return tuple(self._homes)

    @property
    def refusals(self) -> Mapping[str, Refusal]:
        """Which columns take nothing, as far as it is known."""
        return self._refusals

    def begin(self, held: Mapping[str, tuple[UUID, ...]], *, by_mouse: bool) -> bool:
        """Take cards up, by the columns in which they stand; tell whether there are any."""
        if self.is_active:
            return False
        self._homes = {key: column for column, keys in held.items() for key in keys}
        if not self._homes:
            return False
        self._token = uuid4().bytes
        self._by_mouse = by_mouse
        self.began.emit(self.keys)
        return True

    def mime(self) -> QMimeData:
        """Return what travels with the mouse: nothing that another board or program takes."""
        data = QMimeData()
        keys = b"".join(key.bytes for key in self.keys)
        data.setData(FORMAT, QByteArray(self._token + keys))
        return data

    def owns(self, data: QMimeData) -> bool:
        """Tell whether this is what was taken up here."""
        taken = bytes(data.data(FORMAT).data()) if data.hasFormat(FORMAT) else b""
        return self.is_active and taken.startswith(self._token)

    def run(self, picture: QPixmap, hot_spot: QPoint) -> None:
        """Let the mouse drag until it lets go, then tell what came of it."""
        # Not a child of the list: that may be gone before the drag is.
        drag = QDrag(self._row)
        drag.setMimeData(self.mime())
        drag.setPixmap(picture)
        drag.setHotSpot(hot_spot)
        self._in_loop = True
        drag.exec(Qt.DropAction.MoveAction)
        self._in_loop = False
        self.finish()

    def hover(self, at: QPoint) -> bool:
        """Say that the pointer is over a place of the row; tell whether a drop would land there."""
        self._at = at
        self._edges.follow(at)
        pane = self._row.pane_at(at)
        self._peeking.hover(pane)
        self._aim(pane if pane is not None and self._takes(pane) else None)
        return self._target is not None

    @Slot()
    def leave(self) -> None:
        """Say that the pointer has left the board."""
        self._at = None
        self._edges.stop()
        self._peeking.hover(None)
        self._aim(None)

    def drop(self, at: QPoint) -> bool:
        """Let go over a place of the row; tell whether cards land there."""
        if self.hover(at) and self._target is not None:
            self.land(self._target)
        landed = self._landed is not None
        # The drop comes out of a loop of Qt's, in which no dialog may be opened.
        if not self._in_loop:
            self.finish()
        return landed

    def land(self, pane: ColumnPane) -> None:
        """Choose a column; the drop is told when the drag is finished."""
        self._landed = pane.key

    def takers(self, pane: ColumnPane) -> tuple[UUID, ...]:
        """Return the cards that a drop would bring to a column: those that are not there yet."""
        return tuple(key for key, home in self._homes.items() if home != pane.key)

    def set_refusals(self, refusals: Mapping[str, Refusal]) -> None:
        """Say which columns take nothing."""
        if not self.is_active:
            return
        self._refusals = dict(refusals)
        if self._by_mouse:
            for pane in self._row:
                pane.set_refusal(self._refusals.get(pane.key))
            self._look_again()
        self.answered.emit()

    def set_previews(self, previews: Mapping[str, Preview]) -> None:
        """Say what a drop would make of the figures of columns."""
        self._previews = dict(previews) if self.is_active else {}
        if self._target is not None:
            self._show_target(self._target)

    def cancel(self) -> None:
        """Put the cards back where they were."""
        self._landed = None
        if self._in_loop:
            QDrag.cancel()
        elif self.is_active:
            self.finish()

    def finish(self) -> None:
        """Forget what was dragged, then tell where it landed, if it did, and that it is over."""
        landed, keys = self._landed, self.keys
        pane = self._row.pane(landed) if landed is not None else None
        moved = self.takers(pane) if pane is not None else ()
        self._edges.stop()
        self._aim(None)
        self._clear()
        if not keys:
            return
        self._peeking.finish(keep=pane)
        if moved and landed is not None:
            self.dropped.emit(moved, landed)
        self.ended.emit()

    def _clear(self) -> None:
        if self._by_mouse:
            for pane in self._row:
                pane.set_refusal(None)
        self._homes, self._refusals, self._previews = {}, {}, {}
        self._marks = {}
        self._landed, self._at, self._token = None, None, b""

    def _takes(self, pane: ColumnPane) -> bool:
        return pane.key not in self._refusals and bool(self.takers(pane))

    def _aim(self, pane: ColumnPane | None) -> None:
        if pane is self._target:
            return
        if self._target is not None:
            self._target.set_drop(target=False)
        self._target = pane
        if pane is not None:
            self._show_target(pane)
        self.target_changed.emit(pane.key if pane else "")

    def _show_target(self, pane: ColumnPane) -> None:
        if pane.key not in self._marks:
            self._marks[pane.key] = self._place_for(self.takers(pane), pane.key)
        mark, preview = self._marks[pane.key], self._previews.get(pane.key)
        pane.set_drop(target=True, preview=preview, mark=mark)

    @Slot()
    def _look_again(self) -> None:
        """Look again: what lies under the pointer has moved, or is known better."""
        if self._at is not None:
            self.hover(self._at)
