"""The columns as the widget shows them: bands, models of their cards, and which are strips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from views.boards.column_words import ColumnWords

if TYPE_CHECKING:
    from uuid import UUID

    from core.board_values import BoardColumn
    from core.formats import Formats
    from models.board_model import BoardModel
    from models.card_column import CardColumn
    from views.boards.board_choices import BoardChoices
    from widgets.kanban.board import KanbanBoard

OPEN = "open"


class ShownColumns(QObject):
    """Shows the columns of a model in a board, and keeps which of them the user collapses."""

    # The choices, changed.
    changed = Signal(object)

    def __init__(
        self, model: BoardModel, board: KanbanBoard, formats: Formats, choices: BoardChoices
    ) -> None:
        """Show what the model has, once it has something."""
        super().__init__(board)
        self._model = model
        self._board = board
        self._formats = formats
        self.choices = choices
        self._models: dict[str, CardColumn] = {}
        board.row_of = self._row_of
        board.place_for = self._place_for
        board.collapsed.connect(self._keep)
        model.shown.connect(self.show)
        model.health_changed.connect(self.show)

    @property
    def has_cards(self) -> bool:
        """Whether any card stands on the board."""
        return any(column.figures.rows for column in self._columns())

    @Slot()
    def show(self) -> None:
        """Show the columns of the board that stands."""
        board = self._model.board
        if board is None:
            return
        words, health = ColumnWords(self._formats, board), self._model.health
        shown = [words.column(column, health.get(column.place)) for column in board.columns]
        self._board.set_columns(shown, self._collapsed())
        self._give_models()

    def open_or_collapse(self, *, opened: bool) -> None:
        """Open all columns, or collapse those that are empty."""
        columns = self._columns()
        some = columns if opened else [each for each in columns if each.figures.rows == 0]
        self._change([each.place.key for each in some], collapsed=not opened)

    def _columns(self) -> list[BoardColumn]:
        board = self._model.board
        return list(board.columns) if board else []

    def _collapsed(self) -> set[str]:
        return {
            each.place.key
            for each in self._columns()
            if self.choices.is_collapsed(each.place.key, at_first=each.outcome != OPEN)
        }

    @Slot(str, bool)
    def _keep(self, key: str, collapsed: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._change([key], collapsed=collapsed, show=False)

    def _change(self, keys: list[str], *, collapsed: bool, show: bool = True) -> None:
        self.choices = self.choices.with_collapsed(keys, collapsed=collapsed)
        if show:
            self.show()
        self.changed.emit(self.choices)

    def _give_models(self) -> None:
        """Give each column the model of its cards, where it has another one by now."""
        now = {each.place.key: self._model.column(each.place) for each in self._columns()}
        for key, column in now.items():
            if self._models.get(key) is not column:
                column.spoken = self._board.spoken
                self._board.set_model(key, column)
        self._models = now

    def _row_of(self, column: str, key: UUID) -> int | None:
        found = self._models.get(column)
        return found.row_of(key) if found is not None else None

    def _place_for(self, keys: tuple[UUID, ...], column: str) -> int | None:
        found, card = self._models.get(column), self._model.card(keys[0])
        return found.place_for(card) if found is not None and card is not None else None
