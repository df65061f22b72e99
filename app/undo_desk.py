"""Undo and redo of the user's own acts: what stands next, and doing it."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.labels import OF, REDID, UNDID, act_label
from core.undo import last_redoable, last_undoable, undo
from db.history import PastAct, find_act, recent_acts
from models.asker import Asker
from resources.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from core.undo import UndoResult
    from core.workspace import Workspace
    from models.task import TaskRunner

# Acts that come together are looked at once.
GATHER_MS = 80
LISTED = 50
# Presses of a key that is held down are taken up to here.
WAITING = 20


class Next(NamedTuple):
    """The acts that undo and redo would take, where there are any."""

    undo: PastAct | None
    redo: PastAct | None


class Done(NamedTuple):
    """An undo that was done: the sentence to show, and what would take it back."""

    sentence: str
    act_id: UUID


class _Undone(NamedTuple):
    """The act that was taken back, and what came of it."""

    act: PastAct
    result: UndoResult


class UndoDesk(QObject):
    """Follows the log and undoes on request, one after the other; all of it off the GUI thread."""

    next_changed = Signal(object)
    done = Signal(object)
    failed = Signal(Exception)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject) -> None:
        """Undo the acts of the user of a workspace."""
        super().__init__(parent)
        self._workspace = workspace
        self._asker = Asker(tasks, self)
        self._asker.failed.connect(self._fail)
        self._undoing = Asker(tasks, self)
        self._undoing.failed.connect(self._fail_undo)
        self._waiting: deque[Callable[[], PastAct | None]] = deque(maxlen=WAITING)
        self._busy = False
        self.next = Next(None, None)
        self._look = QTimer(self, interval=GATHER_MS, singleShot=True)
        self._look.timeout.connect(self._read_next)

    @Slot()
    def refresh(self) -> None:
        """Look soon what undo and redo would take."""
        if not self._look.isActive():
            self._look.start()

    @Slot()
    def undo(self) -> None:
        """Take back the user's last act, as it is when its turn comes."""
        self._queue(lambda: self._read().undo)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._queue(lambda: self._read().redo)

    def take_back(self, act: PastAct) -> None:
        """Undo an act; of an undo that is its redo."""
        self._queue(lambda: act)

    def take_back_id(self, act_id: UUID) -> None:
        """Undo an act of which only the id is at hand, as from a toast."""
        self._queue(lambda: self._find(act_id))

    def list_acts(self, show: Callable[[list[PastAct]], None]) -> None:
        """Hand the user's last acts to show, newest first."""
        self._asker.ask(self._read_acts, show)

    def _find(self, act_id: UUID) -> PastAct | None:
        with self._workspace.database.reading() as connection:
            return find_act(connection, act_id)

    def _read(self) -> Next:
        user_id = self._workspace.user.id
        with self._workspace.database.reading() as connection:
            return Next(last_undoable(connection, user_id), last_redoable(connection, user_id))

    def _queue(self, which: Callable[[], PastAct | None]) -> None:
        self._waiting.append(which)
        self._go_on()

    def _go_on(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        which, workspace = self._waiting.popleft(), self._workspace

        def work() -> _Undone | None:
            act = which()
            return act and _Undone(act, undo(workspace, act.id, datetime.now(UTC)))

        self._undoing.ask(work, self._told)

    def _told(self, undone: _Undone | None) -> None:
        self._busy = False
        if undone is not None:
            act, result = undone
            words = _("Done again: {label}") if act.label_key == UNDID else _("Taken back: {label}")
            sentence = words.format(label=deed_of(act)) + _left_alone(result)
            self.done.emit(Done(sentence, result.act_id))
        self.refresh()
        self._go_on()

    @Slot(Exception)
    def _fail_undo(self, error: Exception) -> None:
        # What was pressed after it meant the acts before it.
        self._busy = False
        self._waiting.clear()
        self._fail(error)

    def _read_acts(self) -> list[PastAct]:
        with self._workspace.database.reading() as connection:
            return recent_acts(connection, self._workspace.user.id, LISTED)

    def _read_next(self) -> None:
        self._asker.ask(self._read, self._take_next)

    def _take_next(self, found: Next) -> None:
        self.next = found
        self.next_changed.emit(found)

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self.refresh()


def label_of(act: PastAct) -> str:
    """Return what an act did, in the language in use."""
    return act_label(act.label_key, act.label_values)


def deed_of(act: PastAct) -> str:
    """Return what was first done, of which an act may be the undo or the redo."""
    values = act.label_values
    key = str(values.get(OF, "")) if act.label_key in {UNDID, REDID} else act.label_key
    return act_label(key, values)


def _left_alone(result: UndoResult) -> str:
    """Return what to add where somebody has worked on the same values since."""
    if not result.skipped:
        return ""
    text = ngettext(
        "{count} value stays, because it was changed since.",
        "{count} values stay, because they were changed since.",
        len(result.skipped),
    )
    return ". " + text.format(count=len(result.skipped))
