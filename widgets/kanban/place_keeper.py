"""Keeps the place and the selection of a list while its model changes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Slot,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from PySide6.QtCore import QAbstractItemModel

    from widgets.grid.cell import Index
    from widgets.kanban.card_list import CardList

# More cards than these are not searched for one by one.
MOST_KEPT = 1_000


class Kept(NamedTuple):
    """What is known by key, so that it is found again wherever it stands then."""

    chosen: tuple[UUID, ...]
    all_chosen: bool
    current: UUID | None
    top: UUID | None
    offset: int


class PlaceKeeper(QObject):
    """Lets the cards in sight stay where they are, and selected ones selected."""

    def __init__(
        self,
        cards: CardList,
        key: Callable[[Index], UUID | None],
        find: Callable[[UUID], int | None],
    ) -> None:
        """Keep the place of a list; key tells which card it is, find its row."""
        super().__init__(cards)
        self._cards = cards
        self._key = key
        self._find = find
        self._model: QAbstractItemModel | None = None
        self._kept: Kept | None = None

    def watch(self, model: QAbstractItemModel | None) -> None:
        """Follow the changes of a model."""
        for signal, slot in self._pairs(self._model):
            signal.disconnect(slot)
        self._model = model
        for signal, slot in self._pairs(model):
            signal.connect(slot)

    def choose(self, rows: Iterable[int]) -> None:
        """Select rows besides those that are selected."""
        model = self._cards.model()
        selection = QItemSelection()
        for _run, part in groupby(enumerate(sorted(rows)), lambda pair: pair[1] - pair[0]):
            run = [row for _place, row in part]
            selection.select(model.index(run[0], 0), model.index(run[-1], 0))
        self._cards.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _pairs(
        self, model: QAbstractItemModel | None
    ) -> tuple[tuple[Any, Any], ...]:  # signals and slots
        if model is None:
            return ()
        return (
            (model.modelAboutToBeReset, self._remember),
            (model.modelReset, self._restore),
            (model.rowsInserted, self._follow_inserted),
            (model.rowsAboutToBeRemoved, self._follow_removed),
        )

    @Slot()
    def _remember(self) -> None:
        cards = self._cards
        rows = cards.chosen_rows()
        top, height = cards.rowAt(0), cards.verticalHeader().defaultSectionSize()
        self._kept = Kept(
            tuple(key for row in rows[:MOST_KEPT] if (key := cards.key(row)) is not None),
            len(rows) > MOST_KEPT and len(rows) == cards.count(),
            self._key(cards.currentIndex()) if cards.currentIndex().isValid() else None,
            cards.key(top) if top >= 0 else None,
            cards.verticalScrollBar().value() - max(top, 0) * height,
        )

    @Slot()
    def _restore(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        self._restore_choice(kept)
        row = self._row(kept.top)
        if row is not None and self._cards.verticalScrollBar().value():
            self._scroll_to(row * self._row_height() + kept.offset)
        # A reset says nothing of the selection that is gone with it.
        self._cards.chosen_changed.emit()

    def _restore_choice(self, kept: Kept) -> None:
        model = self._cards.selectionModel()
        current = self._row(kept.current)
        if current is not None:
            index = self._cards.model().index(current, 0)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if kept.all_chosen:
            self.choose(range(self._cards.count()))
        else:
            self.choose(row for key in kept.chosen if (row := self._row(key)) is not None)

    @Slot(QModelIndex, int, int)
    def _follow_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """Let the cards in sight stay where they are when others come above them."""
        place = self._cards.verticalScrollBar().value()
        if place and first * self._row_height() < place:
            self._scroll_to(place + (last - first + 1) * self._row_height())

    @Slot(QModelIndex, int, int)
    def _follow_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        place, height = self._cards.verticalScrollBar().value(), self._row_height()
        gone = max(0, min(last + 1, -(-place // height)) - first)
        if gone:
            self._cards.verticalScrollBar().setValue(max(0, place - gone * height))

    def _scroll_to(self, place: int) -> None:
        # The bar learns of new rows with the layout, which Qt puts off.
        self._cards.doItemsLayout()
        self._cards.verticalScrollBar().setValue(place)

    def _row(self, key: UUID | None) -> int | None:
        return None if key is None else self._find(key)

    def _row_height(self) -> int:
        return self._cards.verticalHeader().defaultSectionSize()
