"""What tells one board from the other: a new board is one description."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.board_place import BoardKind
from resources.texts import _
from widgets.empty_state import Emptiness

if TYPE_CHECKING:
    from core.board_values import Board


class BoardAbout(NamedTuple):
    """A board: its kind and its names; a workflow is chosen where the columns are its stages."""

    kind: BoardKind
    title: str
    icon: str
    needs_workflow: bool = False


def progress_board() -> BoardAbout:
    """Return the board whose columns are probabilities."""
    return BoardAbout(BoardKind.PROGRESS, _("Progress board"), "columns")


def stages_board() -> BoardAbout:
    """Return the board whose columns are the stages of a workflow."""
    return BoardAbout(BoardKind.STAGES, _("Stages board"), "flow-arrow", needs_workflow=True)


def no_workflow() -> Emptiness:
    """Return what is said where no opportunity can have a stage."""
    sentence = _("An administrator sets up workflows and their stages. Ask for one.")
    return Emptiness("flow-arrow", _("There is no workflow for opportunities"), sentence)


def no_stage(board: Board, *, others: bool) -> Emptiness:
    """Return what is said of a workflow without stages; others: there are more workflows."""
    title = _("{workflow} has no stages yet").format(workflow=board.workflow or "")
    first = _("Choose another workflow") if others else ""
    sentence = _("A card stands in the column of its stage, so this workflow needs some first.")
    return Emptiness("flow-arrow", title, sentence, first)
