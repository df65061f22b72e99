"""Edits fields of one opportunity in place, by the rules that hold everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from core.closing import MOVES, MoveRules, Reason
from core.edit_errors import (
    ConflictError,
    EditError,
    FieldError,
    GoneError,
    MoveRefusedError,
    ReopenError,
)
from core.fields import find_field
from core.labels import act_label
from core.move_ground import MoveGround
from core.move_writing import row_move, write_act
from core.moves import Position
from db.engine import Lane
from db.history import record_history
from db.opportunity_rows import has_lines, read_opportunity
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.writes import Values

__all__ = [
    "AMOUNTS",
    "EDITABLE",
    "LABELS",
    "ConflictError",
    "EditError",
    "FieldError",
    "GoneError",
    "Saved",
    "save",
    "who_wrote",
]

CHANGED = marked("Changed {fields} of {title}")
MOVED = marked("Moved {title} to {stage}")
LABELS = {
    "won": marked("Closed {title} as won"),
    "lost": marked("Closed {title} as lost"),
    "open": marked("Reopened {title}"),
}
AMOUNTS = frozenset({"gross_minor", "discount_minor", "net_minor"})
# What the list and the form let a user type or choose.
EDITABLE = frozenset(
    {"title", "agent_id", "user_id", "priority", "ebit_minor", "origin_id", "quality_id"}
    | {"expected_close_on", "expected_order_on", "expected_delivery_on", "expected_invoice_on"}
    | {"description"}
    | MOVES
    | AMOUNTS
)
HISTORY = 200


@dataclass(frozen=True)
class Saved:
    """What a save did, and how its act is called; no act: all had its new value already."""

    act_id: UUID | None
    written: frozenset[str]
    label: str = ""


def save(  # noqa: PLR0913 - the last two answer a question that was asked
    workspace: Workspace,
    opportunity_id: UUID,
    changes: Mapping[str, tuple[Any, Any]],
    now: datetime,
    *,
    reason: Reason | None = None,
    reopen: bool = False,
) -> Saved:
    """Write fields of an opportunity, each with the value that the user saw before.

    Raises ConflictError where one of these has another value now, ReasonNeededError where
    closing needs a reason, ReopenError where it is closed and reopen is not said, FieldError
    and MoveRefusedError where a rule is broken.
    """
    request = _Request(workspace, changes, now, reason, reopen)
    with workspace.database.changing(Lane.INTERACTIVE) as connection:
        row = read_opportunity(connection, opportunity_id, lock=True)
        if not row:
            raise GoneError
        plan = _plan(connection, request, row)
        if not plan.values:
            return Saved(None, frozenset())
        act = workspace.act(plan.label, now, plan.label_values)
        moved = row_move(row, plan.before, plan.after, plan.values, act)
        write_act(connection, [moved], act)
    return Saved(act.id, frozenset(plan.values), act_label(plan.label, plan.label_values))


def who_wrote(connection: Connection, opportunity_id: UUID, names: set[str]) -> str | None:
    """Return who wrote any of some fields last, or None where it was another program."""
    history = record_history(connection, [("opportunity", opportunity_id)], HISTORY)
    return next((each.act.user_name for each in history if names & each.cells.keys()), None)


class _Plan(NamedTuple):
    """What a save will write, and how its act is called."""

    values: Values
    before: Position
    after: Position
    label: str
    label_values: dict[str, str | int]


class _Request(NamedTuple):
    """What a save was asked for."""

    workspace: Workspace
    changes: Mapping[str, tuple[Any, Any]]
    now: datetime
    reason: Reason | None
    reopen: bool


def _plan(connection: Connection, request: _Request, row: Values) -> _Plan:
    wanted = _wanted(connection, row, request.changes)
    ground = MoveGround(connection, request.workspace, [row["id"]])
    before = Position.of(row)
    plain = {name: value for name, value in wanted.items() if name not in MOVES}
    plain.update(_amounts(connection, row, plain))
    moves = {name: value for name, value in wanted.items() if name in MOVES}
    after = _moved(MoveRules(ground), {**row, **plain}, moves, request) if moves else before
    values = {**plain, **before.changes(after)}
    return _Plan(values, before, after, *_label(ground, before, after, wanted, row))


def _wanted(
    connection: Connection, row: Values, changes: Mapping[str, tuple[Any, Any]]
) -> dict[str, Any]:
    """Return the new values of fields that differ; raises where one is not as it was seen."""
    wanted = {name: new for name, (_seen, new) in changes.items() if row[name] != new}
    other = {name: row[name] for name in wanted if row[name] != changes[name][0]}
    if other:
        who = who_wrote(connection, row["id"], set(other))
        raise ConflictError(other, _conflict([_title(name) for name in other], who))
    for name, value in wanted.items():
        field = find_field("opportunity", name)
        problem = field.problem(value) if field is not None else None
        if name not in EDITABLE:
            problem = _("{field} cannot be changed here.").format(field=_title(name))
        if problem:
            raise FieldError(name, problem)
    return wanted


def _conflict(names: Sequence[str], who: str | None) -> str:
    text = _(
        "{who} has changed {fields} in the meantime. Nothing was saved. "
        "Look at the new value, then change it again if it is still wrong."
    )
    return text.format(who=who or _("Another program"), fields=", ".join(names))


def _moved(rules: MoveRules, row: Values, moves: Mapping[str, Any], request: _Request) -> Position:
    """Return where the opportunity stands after the moves that were asked for."""
    target, standing = rules.target(moves), rules.standing(row)
    refused = rules.refusals(standing, target)
    if refused:
        raise MoveRefusedError(target.name, refused)
    if rules.reopens(standing, target) and not request.reopen:
        raise ReopenError(str(row["title"]))
    ending = None
    if rules.closes(standing, target):
        outcome = target.outcome or standing.before.outcome
        ending = rules.ending(outcome, request.reason, request.now.date())
    return rules.moved(standing, target, ending)


def _amounts(connection: Connection, row: Values, wanted: Mapping[str, Any]) -> Values:
    """Return the three amounts where one was typed: net is gross less discount."""
    typed = AMOUNTS & wanted.keys()
    if not typed:
        return {}
    if has_lines(connection, row["id"]):
        name = min(typed)
        text = _("{field} is the sum of the lines. Change it there.")
        raise FieldError(name, text.format(field=_title(name)))
    gross, discount, net = (
        wanted.get(name, row[name]) for name in ("gross_minor", "discount_minor", "net_minor")
    )
    if "net_minor" not in typed:
        net = None if gross is None else gross - (discount or 0)
    elif net is None:
        gross = discount = None
    elif gross is None:
        gross = net + (discount or 0)
    else:
        discount = gross - net or None
    return {"gross_minor": gross, "discount_minor": discount, "net_minor": net}


def _label(
    ground: MoveGround,
    before: Position,
    after: Position,
    wanted: Mapping[str, Any],
    row: Values,
) -> tuple[str, dict[str, str | int]]:
    title = str(wanted.get("title") or row["title"])
    if before.outcome != after.outcome:
        return LABELS[after.outcome], {"title": title}
    if after.stage_id is not None and before.stage_id != after.stage_id:
        return MOVED, {"title": title, "stage": ground.stages[after.stage_id].description}
    fields = ", ".join(_title(name) for name in sorted(wanted))
    return CHANGED, {"title": title, "fields": fields}


def _title(name: str) -> str:
    field = find_field("opportunity", name)
    return field.title if field is not None else name
