"""Editing in place: the editor, the value shown at once, the save, and the way back."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import DealboardError
from models.task import Task
from views.list.edit_rules import Edit, EditGround

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QDialog

    from core.cell_edit import Done
    from core.record_source import RecordSource
    from views.list.edit_rules import EditRules, Question
    from views.list.tools import ListBase
    from widgets.editors import Editor
    from widgets.grid import Index

# A save that takes no longer is not worth a mark.
MARK_MS = 200


class _Waiting(NamedTuple):
    """A cell whose editor opens as soon as what it needs is read."""

    key: UUID
    column: str
    typed: str


class CellEdits(QObject):
    """Edits the cells of a grid by the rules of a kind of record."""

    acted = Signal(object, str)
    saved = Signal()
    refused = Signal(Exception)
    failed = Signal(Exception)
    # An editor was opened or left.
    held = Signal()

    def __init__(self, base: ListBase[Any], rules: EditRules[Any]) -> None:
        """Edit a grid that has its model."""
        super().__init__(base.grid)
        self._base = base
        self._grid = grid = base.grid
        self._model = base.model
        self._columns = base.columns
        self._rules = rules
        self._source = base.source
        self._ground = EditGround(base.tools, base.book)
        self._tasks = base.tasks
        self._waiting: _Waiting | None = None
        self._read: Any = None
        self._edits: deque[Edit] = deque()
        self._running: Edit | None = None
        self._pending: Counter[UUID] = Counter()
        self._marked: set[UUID] = set()
        self.dialog: QDialog | None = None
        grid.set_editing(self._editor, self.can_edit)
        grid.committed.connect(self._commit)
        if grid.editing is not None:
            grid.editing.cancelled.connect(self.held)

    @property
    def is_open(self) -> bool:
        """Whether an editor stands over a cell."""
        return self._grid.editing is not None and self._grid.editing.editor is not None

    def can_edit(self, index: Index) -> bool:
        """Tell whether a cell can be edited, as far as its row says."""
        item = self._model.item(index.row())
        name = self._columns[index.column()].name
        return item is not None and self._rules.can_edit(item, name)

    def begin(self, index: Index) -> bool:
        """Open the editor of a cell, or begin to read what it needs."""
        self._waiting = None
        if self._grid.editing is None or not self.can_edit(index):
            return False
        self._grid.setCurrentIndex(self._model.index(index.row(), index.column()))
        return self._grid.editing.begin(index) or self._waiting is not None

    def is_saving(self, key: UUID) -> bool:
        """Tell whether a row is being saved for so long that it is marked."""
        return key in self._marked

    def _editor(self, index: Index) -> Editor | None:
        item, key = self._model.item(index.row()), self._model.key(index.row())
        name = self._columns[index.column()].name
        if item is None or key is None:
            return None
        if self._rules.must_read(name) and self._read is None:
            self._wait_for(key, name)
            return None
        try:
            editor = self._rules.editor(item, name, replace(self._ground, read=self._read))
        except DealboardError as error:
            self.refused.emit(error)
            return None
        # The grid has the editor only after this; whoever asks then must find it.
        QTimer.singleShot(0, self, self.held.emit)
        return editor

    def _wait_for(self, key: UUID, name: str) -> None:
        typed = self._grid.editing.typed if self._grid.editing else ""
        before, self._waiting = self._waiting, _Waiting(key, name, typed)
        if before is not None and before[:2] == (key, name):
            self._waiting = before._replace(typed=before.typed + typed)
            return
        task = Task(lambda: (key, name, self._rules.read(key)))
        task.done.connect(self._open_read)
        task.failed.connect(self._not_read)
        self._tasks.start(task)

    @Slot(object)
    def _open_read(self, answer: tuple[UUID, str, object]) -> None:
        key, name, read = answer
        waiting, self._waiting = self._waiting, None
        if waiting is None or waiting[:2] != (key, name) or self._grid.editing is None:
            return
        index = self._grid.currentIndex()
        here = self._model.key(index.row()) if index.isValid() else None
        if here != key or self._columns[index.column()].name != name:
            return
        self._read = read
        self._grid.editing.begin(index, waiting.typed)
        if not self.is_open:
            self._read = None

    @Slot(Exception)
    def _not_read(self, error: Exception) -> None:
        self._waiting = None
        self._tell(error)

    @Slot(object, object)
    def _commit(self, index: Index, value: object) -> None:
        self.held.emit()
        read, self._read = self._read, None
        item, key = self._model.item(index.row()), self._model.key(index.row())
        if item is None or key is None:
            return
        name = self._columns[index.column()].name
        edit = Edit(key, name, value, self._title(name, value), read, item)
        self._pending[key] += 1
        self._model.loader.pin(key)
        self._model.preview(key, self._rules.shown(item, edit))
        self._edits.append(edit)
        QTimer.singleShot(MARK_MS, self, partial(self._mark, key))
        self._next()

    def _title(self, name: str, value: object) -> str:
        book = self._ground.book
        return book.titles(name).get(str(value), "") if book.has(name) else ""

    def _mark(self, key: UUID) -> None:
        if self._pending[key]:
            self._marked.add(key)
            self._grid.viewport().update()

    def _next(self) -> None:
        """Save one value after the other, so that two of one cell keep their order."""
        if self._running is not None or not self._edits:
            return
        self._running = edit = self._edits.popleft()
        task = Task(partial(_save, self._rules, self._source, edit))
        task.done.connect(self._done)
        task.failed.connect(self._not_saved)
        self._tasks.start(task)

    @Slot(object)
    def _done(self, answer: tuple[Done, dict[UUID, Any]]) -> None:
        done, items = answer
        self._model.loader.put(items)
        self._end()
        if done.act_id is not None:
            self.acted.emit(done.act_id, done.label)
            self.saved.emit()

    @Slot(Exception)
    def _not_saved(self, error: Exception) -> None:
        edit = self._running
        question = None
        if edit is not None and edit.answer is None:
            window = self._grid.window()
            question = self._rules.question(self._base.appearance, edit.before, error, window)
        if question is not None:
            self._ask(question)
            return
        self._end()
        self._tell(error)
        if edit is not None:
            self._model.loader.refresh({self._source.table: frozenset({edit.key})})

    def _ask(self, question: Question) -> None:
        task = Task(lambda: (question, question.prepare()))
        task.done.connect(self._open_dialog)
        task.failed.connect(self._not_prepared)
        self._tasks.start(task)

    @Slot(object)
    def _open_dialog(self, answer: tuple[Question, object]) -> None:
        question, prepared = answer
        self.dialog = question.dialog(prepared, self._answered)
        self.dialog.rejected.connect(self._end)
        self.dialog.open()

    @Slot(Exception)
    def _not_prepared(self, error: Exception) -> None:
        self._end()
        self._tell(error)

    def _answered(self, answer: object) -> None:
        """Save again, with what the user has said."""
        if self._running is not None:
            self._edits.appendleft(replace(self._running, answer=answer))
            self._running = None
            self._next()

    @Slot()
    def _end(self) -> None:
        """Show the row as it is stored, and go on to the next value."""
        edit, self._running = self._running, None
        if edit is not None:
            self._pending[edit.key] -= 1
            if self._pending[edit.key] <= 0:
                del self._pending[edit.key]
                self._marked.discard(edit.key)
                self._model.preview(edit.key, None)
        self._next()

    def _tell(self, error: Exception) -> None:
        (self.refused if isinstance(error, DealboardError) else self.failed).emit(error)


def _save(
    rules: EditRules[Any], source: RecordSource[Any], edit: Edit
) -> tuple[Done, dict[UUID, Any]]:
    """Save a value and read its row again."""
    done = rules.save(edit.before, edit)
    return done, source.items([edit.key])
