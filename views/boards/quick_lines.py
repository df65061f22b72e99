"""The quick lines of a board: contacts while one types, and a new card on Enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.board_place import Place
from core.quick_entry import enter_card, find_contacts, parse_entry
from db.errors import DealboardError
from db.filters import ChoiceFilter
from models.asker import Asker

if TYPE_CHECKING:
    from uuid import UUID

    from core.quick_entry import Entered, FoundContact
    from models.board_model import BoardModel
    from views.boards.card_moves import MoveGround
    from views.list.tools import FilterBase
    from widgets.kanban.board import KanbanBoard

# A pause in typing, after which contacts are looked for.
SETTLE_MS = 150
TYPE = "type"


class QuickLines(QObject):
    """Enters cards into the columns of one board."""

    acted = Signal(object, str)
    failed = Signal(Exception)

    def __init__(
        self, ground: MoveGround, base: FilterBase[Any], model: BoardModel, board: KanbanBoard
    ) -> None:
        """Listen to the quick lines of a board."""
        super().__init__(board)
        self._ground = ground
        self._base = base
        self._model = model
        self._board = board
        self._asker = Asker(ground.tasks, self)
        self._asker.failed.connect(self.failed)
        self._typed = ("", "")
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._look)
        # What was entered and is to be chosen as soon as it stands in its column.
        self._new: UUID | None = None
        board.entry_edited.connect(self._edited)
        board.entered.connect(self._enter)
        board.entry_closed.connect(self._settle.stop)
        model.shown.connect(self._choose_new)

    @Slot(str, str)
    def _edited(self, column: str, text: str) -> None:
        self._typed = (column, text)
        self._board.set_entry_error(column, "")
        if "," in text or not text.strip():
            # The contact stands; what follows is the title.
            self._settle.stop()
            self._board.set_suggestions(column, ())
        else:
            self._settle.start()

    @Slot()
    def _look(self) -> None:
        typed = self._typed
        database = self._ground.workspace.database
        self._asker.ask(partial(find_contacts, database, typed[1]), partial(self._suggest, typed))

    def _suggest(self, typed: tuple[str, str], found: list[FoundContact]) -> None:
        if typed == self._typed:
            self._board.set_suggestions(typed[0], [contact.name for contact in found])

    @Slot(str, str)
    def _enter(self, column: str, text: str) -> None:
        self._settle.stop()
        board = self._model.board
        if board is None or not text.strip():
            return
        ground, formats = self._ground, self._base.tools.formats
        place, now, type_id = Place.of(column), ground.clock(), self._type_id()
        base = board.base

        def work() -> Entered:
            entry = parse_entry(text, formats, base.currency, base.exchange.decimals)
            return enter_card(ground.workspace, ground.kind, place, entry, now, type_id=type_id)

        self._asker.ask(work, partial(self._entered, column), partial(self._refuse, column))

    def _type_id(self) -> UUID | None:
        """Return the type that the filter asks for, where it is one alone."""
        wanted = self._base.state.filter(TYPE)
        if isinstance(wanted, ChoiceFilter) and len(wanted.keys) == 1 and not wanted.empty:
            key = wanted.keys[0]
            return None if isinstance(key, str) else key
        return None

    def _entered(self, column: str, entered: Entered) -> None:
        # The line is ready for the next one; Escape leaves it.
        self._board.close_entry(column)
        self._board.begin_entry(column)
        self._new = entered.opportunity_id
        # Not only when the feed tells of it.
        self._model.take_changes({"opportunity": {entered.opportunity_id}})
        self.acted.emit(entered.act_id, entered.label)

    def _refuse(self, column: str, error: Exception) -> None:
        if isinstance(error, DealboardError):
            self._board.set_entry_error(column, str(error))
        else:
            self.failed.emit(error)

    @Slot()
    def _choose_new(self) -> None:
        if self._new is not None and self._model.place(self._new) is not None:
            key, self._new = self._new, None
            self._board.select((key,))
