"""Moving cards: shown at once, then written; what goes wrong puts them back and is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.board_moves import MovedMeanwhileError, Seen, move_cards
from core.closing import MoveRefusedError, ReasonNeededError, ReopenError
from db.errors import BusyError, ConnectionLostError, DealboardError, DiskFullError
from db.errors import UnreachableError as AwayError
from models.asker import Asker
from resources.texts import _
from views.opportunities.closing_dialog import ClosingQuestion, ReopenQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtWidgets import QDialog, QWidget

    from core.board_moves import Moved
    from core.board_place import BoardKind, Place
    from core.closing import Reason
    from core.workspace import Workspace
    from db.list_choices import Choice
    from models.board_model import BoardModel
    from models.card_moves import Ticket
    from models.task import TaskRunner
    from views.list.edit_rules import Question

# A move that takes no longer is not worth a mark.
MARK_MS = 200
# What may be better a moment later, with nothing changed by the user.
PASSING = (AwayError, BusyError, ConnectionLostError, DiskFullError)


class Trouble(NamedTuple):
    """Why cards went back, and how to try it again, where that may help."""

    sentence: str
    retry: Callable[[], None] | None = None


class MoveGround(NamedTuple):
    """What moves are made with."""

    workspace: Workspace
    kind: BoardKind
    reasons: Callable[[str], list[Choice]]
    tasks: TaskRunner
    clock: Callable[[], datetime]


@dataclass(frozen=True, eq=False)
class _Move:
    """A move under way: what the user saw, where to, and what was answered to questions."""

    seen: tuple[Seen, ...]
    to: Place
    ticket: Ticket
    reason: Reason | None = None
    reopen: bool = False

    @property
    def keys(self) -> frozenset[UUID]:
        """The cards that are moved."""
        return frozenset(each.id for each in self.seen)


class CardMoves(QObject):
    """Makes the moves of one board."""

    acted = Signal(object, str)
    troubled = Signal(object)
    failed = Signal(Exception)
    # A card is marked otherwise: slow, sent back, or neither.
    marked = Signal()

    def __init__(
        self,
        ground: MoveGround,
        model: BoardModel,
        about: Callable[[Sequence[UUID]], str],
        parent: QWidget,
    ) -> None:
        """Move the cards of a model; about says in a sentence which cards they are."""
        super().__init__(parent)
        self._ground = ground
        self._model = model
        self._about = about
        self._parent = parent
        self._asker = Asker(ground.tasks, self)
        self._slow: set[UUID] = set()
        self._sent_back: dict[UUID, str] = {}
        self._open: set[_Move] = set()
        self.dialog: QDialog | None = None

    def seen(self, keys: Sequence[UUID]) -> tuple[Seen, ...]:
        """Return what is shown now of some cards."""
        titles = {card.id: card.title for card in self._model.cards(keys)}
        places = ((key, self._model.place(key)) for key in keys)
        return tuple(Seen(key, titles.get(key, ""), at) for key, at in places if at is not None)

    def move(self, seen: Sequence[Seen], to: Place) -> None:
        """Show cards in another column at once, and write it."""
        moving = tuple(each for each in seen if each.place != to)
        if moving:
            self.forget_sent_back()
            ticket = self._model.move([each.id for each in moving], to)
            self._write(_Move(moving, to, ticket))

    def is_slow(self, key: UUID) -> bool:
        """Tell whether the move of a card has taken so long that it is marked."""
        return key in self._slow

    def why_back(self, key: UUID) -> str:
        """Return why a card could not be moved, until the user goes on; else nothing."""
        return self._sent_back.get(key, "")

    @Slot(object)
    def look_elsewhere(self, chosen: tuple[UUID, ...]) -> None:
        """Take the marks away once the user chooses other cards than those that came back."""
        if chosen and not self._sent_back.keys() & set(chosen):
            self.forget_sent_back()

    @Slot()
    def forget_sent_back(self) -> None:
        """Take the marks away of cards that could not be moved."""
        if self._sent_back:
            self._sent_back.clear()
            self.marked.emit()

    def _write(self, move: _Move) -> None:
        self._open.add(move)
        QTimer.singleShot(MARK_MS, self, partial(self._mark_slow, move))
        ground = self._ground
        self._asker.ask(
            partial(
                move_cards,
                ground.workspace,
                ground.kind,
                move.seen,
                move.to,
                ground.clock(),
                reason=move.reason,
                reopen=move.reopen,
            ),
            partial(self._written, move),
            partial(self._not_written, move),
        )

    def _mark_slow(self, move: _Move) -> None:
        if move in self._open:
            self._slow |= move.keys
            self.marked.emit()

    def _written(self, move: _Move, moved: Moved) -> None:
        self._close(move)
        self._model.confirm(move.ticket)
        if moved.act_id is not None:
            self.acted.emit(moved.act_id, moved.label)

    def _not_written(self, move: _Move, error: Exception) -> None:
        self._close(move)
        question = self._question(move, error)
        if question is None:
            self._put_back(move, error)
            return
        opened = partial(self._open_dialog, move, question)
        self._asker.ask(question.prepare, opened, partial(self._put_back, move))

    def _question(self, move: _Move, error: Exception) -> Question | None:
        """Return what to ask, once each, so that the move can go on."""
        if isinstance(error, ReasonNeededError) and move.reason is None:
            sentence = self._about([each.id for each in move.seen])
            return ClosingQuestion(self._ground.reasons, sentence, error.outcome, self._parent)
        if isinstance(error, ReopenError) and not move.reopen:
            return ReopenQuestion(str(error), self._parent)
        return None

    def _open_dialog(self, move: _Move, question: Question, prepared: object) -> None:
        self.dialog = question.dialog(prepared, partial(self._answered, move))
        self.dialog.rejected.connect(partial(self._model.put_back, move.ticket))
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _answered(self, move: _Move, answer: Mapping[str, Reason | bool]) -> None:
        self._write(replace(move, **answer))  # type: ignore[arg-type]

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    def _put_back(self, move: _Move, error: Exception) -> None:
        self._model.put_back(move.ticket)
        if not isinstance(error, DealboardError):
            self.failed.emit(error)
            return
        self._sent_back = dict.fromkeys(_culprits(move, error), _why(error))
        self.marked.emit()
        retry = partial(self.move, move.seen, move.to) if isinstance(error, PASSING) else None
        self.troubled.emit(Trouble(str(error), retry))

    def _close(self, move: _Move) -> None:
        self._open.discard(move)
        if self._slow & move.keys:
            self._slow -= move.keys
            self.marked.emit()


def _culprits(move: _Move, error: DealboardError) -> frozenset[UUID]:
    """Return the cards that an error is about: those that somebody moved, else all of them."""
    others = frozenset(error.places) if isinstance(error, MovedMeanwhileError) else frozenset()
    return others & move.keys or move.keys


def _why(error: DealboardError) -> str:
    """Return, for the card itself, why it went back."""
    if isinstance(error, MoveRefusedError) and error.reasons:
        return _("Not moved: {reason}").format(reason=error.reasons[0])
    if isinstance(error, MovedMeanwhileError):
        return _("Not moved: somebody else has moved it")
    return _("Not moved")
