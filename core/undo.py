"""Undo and redo: a new act takes an old one back, where nobody has worked on since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.labels import OF, REDID, UNDID, act_label
from core.workspace import CREATED, JOINED
from db.engine import Lane
from db.errors import DealboardError
from db.history import PastAct, acts_that_undo, find_act, recent_acts
from db.reversal import Bonds, Skipped, reverse
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace

# How far back a key press looks for something to undo.
REACH = 200
# Without what these acts wrote nobody could go on working.
LASTING = frozenset({CREATED, JOINED})
MOVE = frozenset(
    {
        "workflow_id",
        "stage_id",
        "probability_id",
        "probability_by_hand",
        "outcome",
        "closed_on",
        "closing_reason_id",
        "closing_description",
    }
)
AMOUNTS = frozenset({"gross_minor", "discount_minor", "net_minor"})
PLACE = frozenset({"latitude_millionths", "longitude_millionths"})
BONDS = Bonds(
    columns={
        "opportunity": (MOVE, AMOUNTS),
        "opportunity_line": (AMOUNTS,),
        "contact_address": (PLACE,),
    },
    followers={"progress": ("opportunity_id", "opportunity")},
)


class UndoError(DealboardError):
    """An act cannot be undone."""


class UnknownActError(UndoError):
    """The act is not in the log."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(_("This change is no longer in the history. Refresh and choose again."))


class AlreadyUndoneError(UndoError):
    """Somebody has undone the act before."""

    def __init__(self, label: str, name: str) -> None:
        """Name the act and who undid it."""
        text = _(
            "\u201c{label}\u201d was already undone by {name}. Refresh to see it as it is now."
        )
        super().__init__(text.format(label=label, name=name))


class LastingError(UndoError):
    """The act made what everything else needs."""

    def __init__(self, label: str) -> None:
        """Name the act."""
        text = _("\u201c{label}\u201d cannot be undone, because all later work rests on it.")
        super().__init__(text.format(label=label))


class NothingToUndoError(UndoError):
    """Everything that the act wrote has other values by now."""

    def __init__(self, label: str, skipped: tuple[Skipped, ...]) -> None:
        """Name the act, and who worked on the same things since."""
        self.skipped = skipped
        later = next((each.by for each in skipped if each.by), None)
        if later is None:
            text = _("\u201c{label}\u201d cannot be undone: nothing of it is left.")
            super().__init__(text.format(label=label))
            return
        text = _(
            "\u201c{label}\u201d cannot be undone: {name} worked on it since (\u201c{later}\u201d)."
        )
        shown = act_label(later.label_key, later.label_values)
        super().__init__(text.format(label=label, name=_name(later), later=shown))


@dataclass(frozen=True)
class UndoResult:
    """What an undo did: rows set back, removed and brought back, and what it left alone."""

    act_id: UUID
    changed: int
    removed: int
    returned: int
    skipped: tuple[Skipped, ...]


def undo(workspace: Workspace, act_id: UUID, now: datetime) -> UndoResult:
    """Take back an act, or redo one by taking back its undo; raises UndoError."""
    with workspace.database.reading() as connection:
        past = _undoable(connection, act_id)
    label_key = REDID if past.label_key == UNDID else UNDID
    root = past.label_values if past.undoes else {**past.label_values, OF: past.label_key}
    act = workspace.act(label_key, now, root, undoes=act_id)
    with workspace.database.writing(act, Lane.LONG) as connection:
        _undoable(connection, act_id, besides=act.id)
        done = reverse(connection, act_id, act, BONDS)
        if not done.changed + done.removed + done.returned:
            raise NothingToUndoError(_label(past), done.skipped)
    return UndoResult(act.id, done.changed, done.removed, done.returned, done.skipped)


def last_undoable(connection: Connection, user_id: UUID) -> PastAct | None:
    """Return the newest act of a user that stands: one not undone, or redone."""
    acts = recent_acts(connection, user_id, REACH)
    undone = _undone(connection, acts)
    usable = (act for act in acts if act.label_key != UNDID and act.label_key not in LASTING)
    return next((act for act in usable if act.id not in undone), None)


def last_redoable(connection: Connection, user_id: UUID) -> PastAct | None:
    """Return the undo that a user could take back; new work since then ends that."""
    acts = recent_acts(connection, user_id, REACH)
    undone = _undone(connection, acts)
    for act in acts:
        if act.label_key not in {UNDID, REDID}:
            return None
        if act.label_key == UNDID and act.id not in undone:
            return act
    return None


def _undoable(connection: Connection, act_id: UUID, besides: UUID | None = None) -> PastAct:
    """Return an act that stands and may be undone; raises otherwise."""
    past = find_act(connection, act_id)
    if past is None:
        raise UnknownActError
    if past.label_key in LASTING:
        raise LastingError(_label(past))
    undoing = [act for act in acts_that_undo(connection, [act_id]) if act.id != besides]
    undone = _resolve(undoing)
    if act_id in undone:
        raise AlreadyUndoneError(_label(past), _name(undone[act_id]))
    return past


def _undone(connection: Connection, acts: list[PastAct]) -> dict[UUID, PastAct]:
    return _resolve(acts_that_undo(connection, [act.id for act in acts]))


def _resolve(undoing: Sequence[PastAct]) -> dict[UUID, PastAct]:
    """Return what is undone, and by which act; an undo that was itself undone does not count."""
    undone: dict[UUID, PastAct] = {}
    # They come in the order of who undid whom, so the last word is spoken at the end.
    for act in reversed(undoing):
        if act.undoes is not None and act.id not in undone:
            undone[act.undoes] = act
    return undone


def _label(act: PastAct) -> str:
    return act_label(act.label_key, act.label_values)


def _name(act: PastAct) -> str:
    return act.user_name or _("another program")
