"""What the keys do in a column: moving on to the next, opening, entering, asking for the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from widgets.drawn_button import ENTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from widgets.kanban.card_list import CardList
    from widgets.kanban.column import ColumnPane
    from widgets.kanban.columns import ColumnRow

Key = Qt.Key
Modifier = Qt.KeyboardModifier
PLAIN, ALT, SHIFT = Modifier.NoModifier, Modifier.AltModifier, Modifier.ShiftModifier


class MovingKeys(QObject):
    """Takes the keys that mean something on a board; a list keeps the others."""

    opened = Signal(object, object)
    entry_wanted = Signal(object)
    move_wanted = Signal(object, int)
    cleared = Signal()

    def __init__(self, row: ColumnRow) -> None:
        """Move over a row of columns."""
        super().__init__(row)
        self._row = row
        # The height that is kept over empty columns, on the row.
        self._height: int | None = None
        self._actions: dict[tuple[int, Modifier], Callable[[ColumnPane], bool]] = {
            (Key.Key_Left, PLAIN): lambda pane: self._step(pane, -1),
            (Key.Key_Right, PLAIN): lambda pane: self._step(pane, 1),
            (Key.Key_Left, ALT): lambda pane: self._move(pane, -1),
            (Key.Key_Right, ALT): lambda pane: self._move(pane, 1),
            (Key.Key_N, PLAIN): self._enter,
            (Key.Key_Menu, PLAIN): self._ask,
            (Key.Key_F10, SHIFT): self._ask,
            (Key.Key_Escape, PLAIN): self._clear,
            **{(key, PLAIN): self._open for key in ENTER},
        }

    def take(self, pane: ColumnPane, event: QKeyEvent) -> bool:
        """Do what a key means in a column; tell whether it means something."""
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        action = self._actions.get((event.key(), modifiers))
        return action is not None and action(pane)

    def _step(self, pane: ColumnPane, direction: int) -> bool:
        """Go to the card of the neighbouring column at the same height."""
        following = (other for other in self._row.next_to(pane, direction) if other.is_open)
        other = next(following, None)
        if other is None or pane.cards is None:
            return True
        height = self._height_on_row(pane.cards)
        self._row.reveal(other)
        if other.cards is not None:
            other.cards.setFocus(Qt.FocusReason.OtherFocusReason)
            y = other.cards.viewport().mapFrom(self._row, self._row.rect().topLeft()).y() + height
            other.cards.go_to(other.cards.row_near(y))
            self._height = None if other.cards.count() else height
        return True

    def _height_on_row(self, cards: CardList) -> int:
        if not cards.count() and self._height is not None:
            return self._height
        point = cards.viewport().mapTo(self._row, cards.viewport().rect().topLeft())
        return point.y() + cards.height_of_current()

    def _move(self, pane: ColumnPane, direction: int) -> bool:
        self.move_wanted.emit(pane, direction)
        return True

    def _open(self, pane: ColumnPane) -> bool:
        if pane.cards is not None and pane.cards.currentIndex().isValid():
            self.opened.emit(pane, pane.cards.currentIndex())
        return True

    def _enter(self, pane: ColumnPane) -> bool:
        if pane.column.accepts_entry:
            self.entry_wanted.emit(pane)
        return True

    def _ask(self, pane: ColumnPane) -> bool:
        if pane.cards is not None and pane.cards.currentIndex().isValid():
            pane.cards.ask_for_menu()
        return True

    def _clear(self, pane: ColumnPane) -> bool:
        if pane.cards is None or not pane.cards.chosen_rows():
            return False
        self.cleared.emit()
        return True
