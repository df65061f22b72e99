"""Edits fields of one opportunity in place, by the rules that hold everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from core.closing import ClosingRules, MoveRefusedError, Reason, ReopenError
from core.fields import find_field
from core.moves import OPEN, Position, enter_stage, progress, set_by_hand
from db.errors import DealboardError
from db.history import record_history
from db.ids import new_id
from db.opportunity_rows import has_lines, read_opportunity
from db.tables.opportunity import OpportunityRow, ProgressRow
from db.writes import insert_rows, update_rows
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.writes import Values

CHANGED = marked("Changed {fields} of {title}")
MOVED = marked("Moved {title} to {stage}")
LABELS = {
    "won": marked("Closed {title} as won"),
    "lost": marked("Closed {title} as lost"),
    "open": marked("Reopened {title}"),
}
AMOUNTS = frozenset({"gross_minor", "discount_minor", "net_minor"})
# What the list lets a user type or choose in its cells.
EDITABLE = frozenset(
    {"title", "agent_id", "user_id", "priority", "ebit_minor", "origin_id", "quality_id"}
    | {"expected_close_on", "expected_order_on", "expected_delivery_on", "expected_invoice_on"}
    | {"probability_id", "stage_id"}
    | AMOUNTS
)
MOVES = frozenset({"probability_id", "stage_id"})
HISTORY = 200


class EditError(DealboardError):
    """A field cannot take a value."""


class FieldError(EditError):
    """What is wrong with one field; field names its column."""

    def __init__(self, field: str, sentence: str) -> None:
        """Keep the field for the cell that shows the sentence."""
        self.field = field
        super().__init__(sentence)


class GoneError(EditError):
    """The opportunity was deleted in the meantime."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(_("This opportunity has been deleted. Nothing was saved. Refresh."))


class ConflictError(EditError):
    """Somebody else has changed the same field; values holds what it is now."""

    def __init__(self, fields: Mapping[str, Any], names: list[str], who: str | None) -> None:
        """Name the fields and who changed them."""
        self.values = dict(fields)
        text = _(
            "{who} has changed {fields} in the meantime. Nothing was saved. "
            "Look at the new value, then change it again if it is still wrong."
        )
        person = who or _("Another program")
        super().__init__(text.format(who=person, fields=", ".join(names)))


@dataclass(frozen=True)
class Saved:
    """What a save did; no act: every field had its new value already."""

    act_id: UUID | None
    written: frozenset[str]


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
    request = _Request(workspace, opportunity_id, changes, now, reason, reopen)
    with workspace.database.reading() as connection:
        plan = _plan(connection, request, lock=False)
    if not plan.values:
        return Saved(None, frozenset())
    act = workspace.act(plan.label, now, plan.label_values)
    with workspace.database.writing(act) as connection:
        # What was read before the lock may be another's by now.
        plan = _plan(connection, request, lock=True)
        update_rows(connection, OpportunityRow, [(opportunity_id, plan.values)], act)
        if plan.progress is not None:
            row = {"id": new_id(), "opportunity_id": opportunity_id, **plan.progress}
            insert_rows(connection, ProgressRow, [row], act)
    return Saved(act.id, frozenset(plan.values))


class _Plan(NamedTuple):
    """What a save will write, and how its act is called."""

    values: Values
    progress: Values | None
    label: str
    label_values: dict[str, str | int]


class _Request(NamedTuple):
    """What a save was asked for."""

    workspace: Workspace
    opportunity_id: UUID
    changes: Mapping[str, tuple[Any, Any]]
    now: datetime
    reason: Reason | None
    reopen: bool


def _plan(connection: Connection, request: _Request, *, lock: bool) -> _Plan:
    row = read_opportunity(connection, request.opportunity_id, lock=lock)
    if not row:
        raise GoneError
    wanted = _wanted(connection, row, request.changes)
    rules = ClosingRules(connection, request.workspace, row)
    before = Position.of(row)
    after = _moved(rules, before, wanted, str(row["title"]), request)
    plain = {name: value for name, value in wanted.items() if name not in MOVES}
    values = {**plain, **_amounts(connection, row, plain), **before.changes(after)}
    moved = progress(before, after, row["stage_since_on"], request.now, request.workspace.user.id)
    return _Plan(values, moved, *_label(rules, before, after, wanted, row))


def _wanted(
    connection: Connection, row: Values, changes: Mapping[str, tuple[Any, Any]]
) -> dict[str, Any]:
    """Return the new values of fields that differ; raises where one is not as it was seen."""
    wanted = {name: new for name, (_seen, new) in changes.items() if row[name] != new}
    other = {name: row[name] for name in wanted if row[name] != changes[name][0]}
    if other:
        names = [_title(name) for name in other]
        raise ConflictError(other, names, _who(connection, row["id"], set(other)))
    for name, value in wanted.items():
        field = find_field("opportunity", name)
        problem = field.problem(value) if field is not None else None
        if name not in EDITABLE:
            problem = _("{field} cannot be changed here.").format(field=_title(name))
        if problem:
            raise FieldError(name, problem)
    return wanted


def _who(connection: Connection, opportunity_id: UUID, names: set[str]) -> str | None:
    """Return who wrote any of these fields last."""
    history = record_history(connection, [("opportunity", opportunity_id)], HISTORY)
    return next((each.act.user_name for each in history if names & each.cells.keys()), None)


def _moved(
    rules: ClosingRules,
    before: Position,
    wanted: Mapping[str, Any],
    title: str,
    request: _Request,
) -> Position:
    """Return where the opportunity stands after the moves that were asked for."""
    if not MOVES & wanted.keys():
        return before
    stage = rules.stage(wanted["stage_id"]) if wanted.get("stage_id") else None
    outcome = stage.outcome if stage else OPEN
    if outcome == OPEN and "probability_id" in wanted:
        outcome = rules.outcome_of(wanted["probability_id"])
    position = before
    if before.outcome not in (OPEN, outcome):
        if not request.reopen:
            raise ReopenError(title)
        position = rules.reopened(before)
    if stage is not None:
        refused = rules.refusals(stage, position.stage_id)
        if refused:
            raise MoveRefusedError(stage.description, refused)
        position = enter_stage(position, stage)
    if "probability_id" in wanted and outcome == OPEN:
        position = set_by_hand(position, wanted["probability_id"])
    if outcome in {OPEN, before.outcome}:
        return position
    return rules.closed(position, outcome, request.reason, request.now.date(), stage)


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
    rules: ClosingRules,
    before: Position,
    after: Position,
    wanted: Mapping[str, Any],
    row: Values,
) -> tuple[str, dict[str, str | int]]:
    title = str(wanted.get("title") or row["title"])
    if before.outcome != after.outcome:
        return LABELS[after.outcome], {"title": title}
    if after.stage_id is not None and before.stage_id != after.stage_id:
        return MOVED, {"title": title, "stage": rules.stage(after.stage_id).description}
    fields = ", ".join(_title(name) for name in sorted(wanted))
    return CHANGED, {"title": title, "fields": fields}


def _title(name: str) -> str:
    field = find_field("opportunity", name)
    return field.title if field is not None else name
