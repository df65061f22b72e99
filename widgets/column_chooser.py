"""Choosing the columns of a table and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton

from resources.texts import _
from widgets.check_list import KEY, ON, CheckList
from widgets.popup_frame import PopupFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QListWidgetItem, QWidget

    from widgets.theme import Appearance

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnEntry(NamedTuple):
    """A column; one that is fixed is always shown."""

    key: str
    title: str
    shown: bool
    fixed: bool = False


class ColumnChooser(PopupFrame):
    """Check boxes show columns, dragging or Alt with an arrow moves them; each change is told."""

    changed = Signal(object)
    reset_clicked = Signal()

    def __init__(self, appearance: Appearance, entries: Sequence[ColumnEntry]) -> None:
        """Offer the columns in the order in which they stand."""
        super().__init__(appearance, _("Columns"))
        self.checks = CheckList(appearance, _("Columns"), [(e.key, e.title) for e in entries])
        rows = self.checks.list
        rows.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        rows.setDefaultDropAction(Qt.DropAction.MoveAction)
        rows.installEventFilter(self)
        self.set_entries(entries)
        self.checks.changed.connect(self._tell)
        rows.model().rowsMoved.connect(self._tell)
        self.column.addWidget(self.checks, 1)
        self.column.addLayout(self._foot())

    @property
    def entries(self) -> tuple[ColumnEntry, ...]:
        """The columns as they are now."""
        return tuple(self._entry(item) for item in self.checks.items)

    def set_entries(self, entries: Sequence[ColumnEntry]) -> None:
        """Show other columns, without telling it."""
        self._fixed = {entry.key for entry in entries if entry.fixed}
        shown = [entry.key for entry in entries if entry.shown or entry.fixed]
        self.checks.set_options([(entry.key, entry.title) for entry in entries], shown)
        self.checks.list.blockSignals(True)  # noqa: FBT003 - Qt's name
        for item in self.checks.items:
            if item.data(KEY) in self._fixed:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
                item.setToolTip(_("This column is always shown."))
        self.checks.list.blockSignals(False)  # noqa: FBT003 - Qt's name

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, with the keyboard where one begins."""
        super().open_below(anchor)
        self.checks.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier  # type: ignore[attr-defined]
            key = event.key()  # type: ignore[attr-defined]
            if alt and key in STEPS:
                self.move_current(STEPS[Qt.Key(key)])
                return True
        return super().eventFilter(watched, event)

    def move_current(self, by: int) -> None:
        """Move the column of the keyboard up or down."""
        rows = self.checks.list
        now, to = rows.currentRow(), rows.currentRow() + by
        if now >= 0 and 0 <= to < rows.count():
            rows.insertItem(to, rows.takeItem(now))
            rows.setCurrentRow(to)
            self._tell()

    def _foot(self) -> QHBoxLayout:
        hint = QLabel(_("Drag to move"))
        hint.setProperty("kind", "caption")
        hint.setToolTip(_("Alt with an arrow key moves a column, too."))
        self.reset = QPushButton(_("Reset"))
        self.reset.setProperty("kind", "link")
        self.reset.setToolTip(_("Show the columns as they were at first"))
        self.reset.clicked.connect(self.reset_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(hint, 1)
        row.addWidget(self.reset)
        return row

    def _entry(self, item: QListWidgetItem) -> ColumnEntry:
        key = str(item.data(KEY))
        return ColumnEntry(key, item.text(), item.checkState() == ON, key in self._fixed)

    def _tell(self) -> None:
        self.changed.emit(self.entries)
