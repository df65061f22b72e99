"""What stands in the place of a board's columns while there is nothing to show, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from db.list_query import ListQuery
from models.asker import Asker
from resources.texts import _
from views.boards.kinds import no_stage, no_workflow
from views.list.list_frame import not_found
from widgets.empty_state import Emptiness, EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.board_values import Board, Workflow
    from core.record_source import RecordSource
    from models.board_model import BoardModel
    from views.list.tools import FilterBase
    from widgets.kanban.board import KanbanBoard


class BoardCovers(QObject):
    """Covers the columns of a board where they have nothing to say."""

    workflow_wanted = Signal()
    demo_wanted = Signal()
    entry_wanted = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        base: FilterBase[Any],
        model: BoardModel,
        board: KanbanBoard,
        source: RecordSource[Any],
    ) -> None:
        """Cover a board; the source tells whether there is any opportunity at all."""
        super().__init__(board)
        self._base = base
        self._model = model
        self._board = board
        self._source = source
        self._asker = Asker(base.tasks, self)
        self._asker.failed.connect(self.failed)
        self._workflows: Sequence[Workflow] | None = None
        self._uncovered = False
        self.empty = self._cover()
        self.missed = self._cover()
        self.columnless = self._cover()
        self._connect()

    def set_workflows(self, workflows: Sequence[Workflow]) -> None:
        """Take the workflows of which one is shown; without any there is no board."""
        self._workflows = tuple(workflows)
        if not workflows:
            self.columnless.show_emptiness(no_workflow())
            self._board.set_cover(self.columnless)

    @Slot()
    def look(self) -> None:
        """Cover the columns, or uncover them, as the board that stands needs it."""
        board = self._model.board
        if board is not None:
            self._board.set_cover(self._needed(board))

    def _needed(self, board: Board) -> EmptyState | None:
        if not board.columns or self._has_no_stage(board):
            others = len(self._workflows or ()) > 1
            self.columnless.show_emptiness(no_stage(board, others=others))
            return self.columnless
        if any(column.figures.rows for column in board.columns):
            self._uncovered = False
            return None
        content = self._base.state.content
        if content.filters or content.text:
            self.missed.show_emptiness(not_found(content.text))
            return self.missed
        return None if self._uncovered else self._empty()

    def _has_no_stage(self, board: Board) -> bool:
        """Tell whether a board of stages has none: its ends and what has no stage do not count."""
        return self._workflows is not None and all(c.place.id is None for c in board.columns)

    def _empty(self) -> EmptyState:
        self._asker.ask(lambda: self._source.count(ListQuery()), self._say_empty)
        return self.empty

    def _say_empty(self, count: int) -> None:
        self.empty.show_emptiness(no_opportunity(demo=count == 0))

    def _cover(self) -> EmptyState:
        made = EmptyState(self._base.appearance, no_opportunity(demo=False))
        made.hide()
        made.setParent(self._board)
        return made

    def _connect(self) -> None:
        self._model.shown.connect(self.look)
        self.missed.first_clicked.connect(self._base.state.clear)
        self.columnless.first_clicked.connect(self.workflow_wanted)
        self.empty.first_clicked.connect(self._enter)
        self.empty.second_clicked.connect(self.demo_wanted)

    @Slot()
    def _enter(self) -> None:
        """Show the empty columns, so that something can be entered into one."""
        self._uncovered = True
        self.look()
        self.entry_wanted.emit()


def no_opportunity(*, demo: bool) -> Emptiness:
    """Return what is said where no opportunity stands; demo: the database has none at all."""
    enter = _("Enter an opportunity")
    if demo:
        sentence = _("Write the first one into a column, or try Dealboard on an invented company.")
        second = _("Try it with demo data")
        return Emptiness("briefcase", _("No opportunities yet"), sentence, enter, second)
    sentence = _("What is open, or was closed of late, stands here.")
    return Emptiness("briefcase", _("Nothing stands on the board"), sentence, enter)
