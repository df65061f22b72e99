"""Editing a cell of a grid where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot

from widgets.editors import Editor
from widgets.grid.cell import Index

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QTableView

MakeEditor = Callable[[Index], Editor | None]
Modifier = Qt.KeyboardModifier


class CellEditing(QObject):
    """Opens an editor over a cell, and tells what it was left with."""

    committed = Signal(object, object)
    cancelled = Signal()

    def __init__(
        self, view: QTableView, make_editor: MakeEditor, can_edit: Callable[[Index], bool]
    ) -> None:
        """Edit cells of a view; make_editor gives None for those that cannot be edited."""
        super().__init__(view)
        self._view = view
        self._make = make_editor
        self._index = QPersistentModelIndex()
        self.editor: Editor | None = None
        # What was typed to begin, for who must read something before there can be an editor.
        self.typed = ""
        self.can_edit = can_edit
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._place)
        view.horizontalScrollBar().valueChanged.connect(self._place)
        view.horizontalHeader().sectionResized.connect(self._place)
        view.model().modelReset.connect(self._lose_place)

    def begin(self, index: Index, typed: str = "") -> bool:
        """Open the editor of a cell, beginning with what was typed; tell whether it has one."""
        if not index.isValid() or not self.can_edit(index):
            return False
        self.typed = typed
        editor = self._make(index)
        if editor is None:
            return False
        self.end()
        self.editor = editor
        self._index = QPersistentModelIndex(index)
        self._connect(editor)
        self._view.scrollTo(index)
        editor.setParent(self._view.viewport())
        self._place()
        editor.show()
        editor.setFocus()
        if typed:
            editor.begin_with(typed)
        return True

    def reattach(self, index: Index) -> None:
        """Go on over another cell, after rows have changed places under the editor."""
        self._index = QPersistentModelIndex(index)
        self._place()

    def end(self) -> None:
        """Take the editor away; what it holds is lost."""
        editor, self.editor = self.editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self._view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _connect(self, editor: Editor) -> None:
        editor.committed.connect(self._commit)
        editor.cancelled.connect(self._cancel)
        editor.stepped.connect(self._step)

    @Slot(object)
    def _commit(self, value: object) -> None:
        index = self._index
        self.end()
        if index.isValid():
            self.committed.emit(self._view.model().index(index.row(), index.column()), value)

    @Slot()
    def _cancel(self) -> None:
        self.end()
        self.cancelled.emit()

    @Slot(int)
    def _step(self, by: int) -> None:
        """Go on to the next cell of the row that can be edited."""
        header, now = self._view.horizontalHeader(), self._view.currentIndex()
        place = header.visualIndex(now.column()) + by
        while 0 <= place < header.count():
            section = header.logicalIndex(place)
            index = now.siblingAtColumn(section)
            if not header.isSectionHidden(section) and self.begin(index):
                self._view.setCurrentIndex(index)
                return
            place += by

    @Slot()
    def _place(self) -> None:
        if self.editor is not None and self._index.isValid():
            self.editor.setGeometry(self._view.visualRect(self._index).adjusted(1, 1, -1, -2))

    @Slot()
    def _lose_place(self) -> None:
        # Whoever keeps the place of rows has this turn of the loop to say where the cell is now.
        QTimer.singleShot(0, self, self._give_up)

    @Slot()
    def _give_up(self) -> None:
        if self.editor is not None and not self._index.isValid():
            self._cancel()


def typed_letters(event: QKeyEvent) -> str:
    """Return the letters that a key writes, none for a command."""
    commands = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
    text = event.text()
    return text if text.isprintable() and not event.modifiers() & commands else ""
