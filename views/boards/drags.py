"""What happens round a drag: what refuses is asked, what a drop would make of sums is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.board_moves import barred
from core.board_place import Place
from models.asker import Asker
from views.boards.drag_words import Dragged, DragWords

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from core.board_moves import Bar, Seen
    from core.formats import Formats
    from models.board_model import BoardModel
    from views.boards.card_moves import CardMoves, MoveGround
    from widgets.kanban.board import KanbanBoard

    Bars = Mapping[Place, Bar]


class Drags(QObject):
    """Accompanies the drags of one board, by mouse or by keys, from their begin to the drop."""

    # What the status bar says meanwhile; None once the drag is over.
    said = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self,
        ground: MoveGround,
        model: BoardModel,
        board: KanbanBoard,
        moves: CardMoves,
        formats: Formats,
    ) -> None:
        """Listen to the drags of a board."""
        super().__init__(board)
        self._ground = ground
        self._model = model
        self._board = board
        self._moves = moves
        self._words = DragWords(formats)
        self._asker = Asker(ground.tasks, self)
        self._seen: dict[UUID, Seen] = {}
        self._dragged: Dragged | None = None
        self._over = ""
        board.drag_began.connect(self._begin)
        board.target_changed.connect(self._hover)
        board.dropped.connect(self._drop)
        board.drag_ended.connect(self._end)

    def ask(self, keys: Sequence[UUID], take: Callable[[Bars], None]) -> None:
        """Hand to take which places of the board some cards may not go to, and why."""
        board, ground = self._model.board, self._ground
        places = [column.place for column in board.columns] if board else []
        work = partial(barred, ground.workspace, ground.kind, tuple(keys), places)
        self._asker.ask(work, take, partial(self._not_asked, take))

    def _not_asked(self, take: Callable[[Bars], None], error: Exception) -> None:
        # The drag goes on; the drop will be told what is wrong.
        take({})
        self.failed.emit(error)

    @Slot(object)
    def _begin(self, keys: tuple[UUID, ...]) -> None:
        board = self._model.board
        if board is None:
            self._board.cancel_drag()
            return
        self._model.hold(held=True)
        self._moves.forget_sent_back()
        self._seen = {each.id: each for each in self._moves.seen(keys)}
        places = {key: each.place for key, each in self._seen.items()}
        dragged = self._dragged = Dragged(board, places, self._model.cards(places))
        self._board.set_previews(self._words.previews(dragged))
        self.ask(keys, partial(self._refuse, dragged))
        self._say()

    def _refuse(self, dragged: Dragged, bars: Bars) -> None:
        if dragged is self._dragged:
            self._board.set_refusals(self._words.refusals(bars, len(dragged.places)))

    @Slot(str)
    def _hover(self, column: str) -> None:
        self._over = column
        self._say()

    def _say(self) -> None:
        if self._dragged is not None:
            over = self._dragged.board.column(Place.of(self._over)) if self._over else None
            self.said.emit(self._words.status(self._dragged, over))

    @Slot(object, str)
    def _drop(self, keys: tuple[UUID, ...], column: str) -> None:
        # The user saw them where they stood when the drag began.
        seen = [self._seen[key] for key in keys if key in self._seen]
        self._moves.move(seen, Place.of(column))

    @Slot()
    def _end(self) -> None:
        self._dragged, self._over = None, ""
        self._model.hold(held=False)
        self.said.emit(None)
