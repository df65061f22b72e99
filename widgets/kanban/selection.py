"""Which cards of a board are selected, in one column or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from widgets.kanban.card_list import CardList
    from widgets.kanban.columns import ColumnRow
    from widgets.kanban.tools import Tools


class CardSelection(QObject):
    """The selection of all lists together; changed comes once, however many of them changed."""

    changed = Signal(object)

    def __init__(self, row: ColumnRow, tools: Tools) -> None:
        """Watch the lists of a row of columns."""
        super().__init__(row)
        self._row = row
        self._tools = tools
        self._told: tuple[UUID, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    def watch(self, cards: CardList) -> None:
        """Follow the selection of a list that is new."""
        cards.chosen_changed.connect(self.look_again)
        cards.others_cleared.connect(self._clear_others)

    @Slot()
    def look_again(self) -> None:
        """Tell of the selection soon, if it is another one then."""
        self._soon.start()

    def by_column(self) -> dict[str, tuple[UUID, ...]]:
        """Return the keys of the selected cards for each column that has some."""
        chosen = {pane.key: pane.cards.chosen_keys() for pane in self._row if pane.cards}
        return {column: keys for column, keys in chosen.items() if keys}

    def keys(self) -> tuple[UUID, ...]:
        """Return the keys of the selected cards, column by column from the top."""
        return tuple(key for keys in self.by_column().values() for key in keys)

    def select(self, keys: Sequence[UUID]) -> None:
        """Select these cards alone, as far as they are there, and show the first of them."""
        self.clear()
        shown = False
        for pane in self._row:
            rows = [row for key in keys if (row := self._tools.find(pane.key, key)) is not None]
            if not rows or not pane.is_open:
                continue
            pane.wake()
            if pane.cards is not None and pane.cards.model() is not None:
                if not shown:
                    self._row.reveal(pane)
                shown = True
                pane.cards.choose_rows(rows)

    def clear(self, besides: CardList | None = None) -> None:
        """Select nothing, in all lists or in all others."""
        for pane in self._row:
            cards = pane.cards
            if cards is not None and cards is not besides and cards.model() is not None:
                cards.selectionModel().clearSelection()

    @Slot()
    def _clear_others(self) -> None:
        cards = self.sender()
        self.clear(besides=cards)  # type: ignore[arg-type]

    @Slot()
    def _tell(self) -> None:
        keys = self.keys()
        if keys != self._told:
            self._told = keys
            self.changed.emit(keys)
