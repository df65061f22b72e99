"""Editing in place: conflicts, moves, closing and reopening, amounts, and undo of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from core.closing import MoveRefusedError, Reason, ReasonNeededError, ReopenError, may_move
from core.labels import act_label
from core.opportunity_edit import ConflictError, FieldError, GoneError, save
from core.undo import last_undoable, undo
from db.ids import new_id
from db.opportunity_rows import read_opportunity
from db.people import find_user
from db.tables.activity import ActivityRow
from db.tables.lookups import ActivityTypeRow, ClosingReasonRow, OriginRow, ProbabilityRow
from db.tables.opportunity import OpportunityLineRow, OpportunityRow, ProgressRow
from db.tables.people import RoleRow, UserRow
from db.tables.workflow import StageFieldRow, StageRoleRow, StageRow, TransitionRow, WorkflowRow
from tests.lists import change_rows, delete_rows
from tests.workspaces import NOW, add_contact, add_opportunity, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace
    from db.writes import Values

LATER = NOW + timedelta(days=3)


def coded(workspace: Workspace, row_class: Any, code: str) -> UUID:  # noqa: ANN401 - mapped
    """Return the row of a lookup table with a code; a stage of the workflow of sales."""
    with workspace.database.reading() as connection:
        statement = select(row_class.id).where(row_class.code == code)
        if row_class is StageRow:
            statement = statement.join(WorkflowRow, WorkflowRow.id == StageRow.workflow_id)
            statement = statement.where(WorkflowRow.code == "sale")
        key: UUID = connection.scalars(statement).one()
    return key


def chance(workspace: Workspace, code: str) -> UUID:
    return coded(workspace, ProbabilityRow, code)


def stage(workspace: Workspace, code: str) -> UUID:
    return coded(workspace, StageRow, code)


def reason(workspace: Workspace, code: str = "price-won") -> Reason:
    return Reason(coded(workspace, ClosingReasonRow, code), "At last")


def add(workspace: Workspace, **values: object) -> UUID:
    """Write an opportunity in the stage of visits, with its probability."""
    wanted = {
        "workflow_id": coded(workspace, WorkflowRow, "sale"),
        "stage_id": stage(workspace, "visit"),
        "probability_id": chance(workspace, "25"),
        "currency_code": "EUR",
        **values,
    }
    return add_opportunity(workspace, add_contact(workspace), **wanted)


def row_of(workspace: Workspace, key: UUID) -> Values:
    with workspace.database.reading() as connection:
        return read_opportunity(connection, key)


def moves(workspace: Workspace) -> list[Any]:
    with workspace.database.reading() as connection:
        table = ProgressRow.__table__
        statement = select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.id)
        return list(connection.execute(statement))


def undo_last(workspace: Workspace) -> str:
    """Undo the newest act; return how it was called."""
    with workspace.database.reading() as connection:
        act = last_undoable(connection, workspace.user.id)
    assert act is not None
    undo(workspace, act.id, LATER)
    return act_label(act.label_key, act.label_values)


def edit(workspace: Workspace, key: UUID, **values: object) -> frozenset[str]:
    """Save values over those that are there now."""
    row = row_of(workspace, key)
    return save(workspace, key, {n: (row[n], v) for n, v in values.items()}, LATER).written


def second(workspace: Workspace) -> Workspace:
    """Return the workspace of another user."""
    write_rows(workspace, UserRow, [{"id": new_id(), "login": "second", "name": "Second"}])
    with workspace.database.reading() as connection:
        user = find_user(connection, "second")
    assert user is not None
    return replace(workspace, user=user)


def test_plain_fields_are_written_in_one_act_and_undone_in_one(workspace: Workspace) -> None:
    key = add(workspace)
    before = row_of(workspace, key)
    origin = coded(workspace, OriginRow, "fair")

    written = edit(
        workspace,
        key,
        title="New",
        origin_id=origin,
        priority=2,
        expected_close_on=date(2026, 5, 1),
    )

    row = row_of(workspace, key)
    assert (row["title"], row["origin_id"], row["priority"]) == ("New", origin, 2)
    assert written == {"title", "origin_id", "priority", "expected_close_on"}
    assert moves(workspace) == []
    assert undo_last(workspace) == "Changed Expected close, Origin, Priority, Title of New"
    after = row_of(workspace, key)
    assert {n: after[n] for n in written} == {n: before[n] for n in written}


def test_what_is_there_already_writes_nothing(workspace: Workspace) -> None:
    key = add(workspace, title="Same")

    saved = save(workspace, key, {"title": ("Old", "Same")}, LATER)

    assert saved.act_id is None
    assert saved.written == frozenset()


def test_a_field_that_another_changed_is_a_conflict_that_names_them(workspace: Workspace) -> None:
    key = add(workspace, title="Seen")
    other = second(workspace)
    save(other, key, {"title": ("Seen", "Theirs")}, NOW)

    # On a server who works is always the login.
    who = "(Second|Postgres) has changed Title"
    with pytest.raises(ConflictError, match=who) as raised:
        save(workspace, key, {"title": ("Seen", "Mine"), "priority": (0, 1)}, LATER)

    assert raised.value.values == {"title": "Theirs"}
    assert (row_of(workspace, key)["title"], row_of(workspace, key)["priority"]) == ("Theirs", 0)


def test_another_field_that_another_changed_is_no_conflict(workspace: Workspace) -> None:
    key = add(workspace, title="Seen")
    save(second(workspace), key, {"title": ("Seen", "Theirs")}, NOW)

    save(workspace, key, {"priority": (0, 3)}, LATER)

    assert (row_of(workspace, key)["title"], row_of(workspace, key)["priority"]) == ("Theirs", 3)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "Title must be filled in"),
        ("priority", 9, "."),
        ("number", "1", "Number cannot be changed here"),
        ("contact_id", new_id(), "cannot be changed here"),
    ],
)
def test_a_value_that_breaks_a_rule_is_refused_at_its_field(
    sqlite_workspace: Workspace, field: str, value: object, sentence: str
) -> None:
    key = add(sqlite_workspace)

    with pytest.raises(FieldError, match=sentence) as raised:
        edit(sqlite_workspace, key, **{field: value})

    assert raised.value.field == field


def test_a_deleted_opportunity_is_said_to_be_gone(sqlite_workspace: Workspace) -> None:
    key = add(sqlite_workspace)
    delete_rows(sqlite_workspace, OpportunityRow, [key])

    with pytest.raises(GoneError):
        save(sqlite_workspace, key, {"title": ("Packing line", "x")}, LATER)

    missing = stage(sqlite_workspace, "offer")
    assert may_move(sqlite_workspace, key, missing) == ["This opportunity has been deleted."]


def test_a_probability_by_hand_stays_when_the_stage_moves_on(workspace: Workspace) -> None:
    key = add(workspace)

    edit(workspace, key, probability_id=chance(workspace, "90"))
    edit(workspace, key, stage_id=stage(workspace, "budget"))

    row = row_of(workspace, key)
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "90"), True)
    first, then = moves(workspace)
    assert (first.from_by_hand, first.to_by_hand, first.to_stage_id) == (False, True, None)
    assert (first.days_in_stage, then.days_in_stage) == (None, 3)
    assert (then.to_stage_id, then.to_probability_id) == (stage(workspace, "budget"), None)


def test_an_automatic_probability_follows_the_stage_and_the_days_are_counted(
    workspace: Workspace,
) -> None:
    key = add(workspace)

    edit(workspace, key, stage_id=stage(workspace, "budget"))

    row = row_of(workspace, key)
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "50"), False)
    assert row["stage_since_on"] == LATER.date()
    (move,) = moves(workspace)
    assert (move.from_stage_id, move.days_in_stage) == (stage(workspace, "visit"), 3)
    assert (move.moved_at, move.user_id) == (LATER, workspace.user.id)
    assert undo_last(workspace) == "Moved Packing line to Budget offer"
    row = row_of(workspace, key)
    assert (row["stage_id"], row["probability_id"]) == (
        stage(workspace, "visit"),
        chance(workspace, "25"),
    )
    assert moves(workspace) == []


@pytest.mark.parametrize(
    ("code", "outcome", "why"), [("100", "won", "price-won"), ("0", "lost", "budget-lost")]
)
def test_the_probability_of_the_parameters_closes_and_undo_opens_again(
    workspace: Workspace, code: str, outcome: str, why: str
) -> None:
    key = add(workspace, probability_by_hand=True)
    before = row_of(workspace, key)
    wanted = {"probability_id": (before["probability_id"], chance(workspace, code))}

    save(workspace, key, wanted, LATER, reason=reason(workspace, why))

    row = row_of(workspace, key)
    assert (row["outcome"], row["closed_on"]) == (outcome, LATER.date())
    assert (row["stage_id"], row["probability_id"]) == (
        stage(workspace, outcome),
        chance(workspace, code),
    )
    assert (row["closing_reason_id"], row["closing_description"]) == reason(workspace, why)[:2]
    (move,) = moves(workspace)
    assert (move.from_outcome, move.to_outcome, move.from_by_hand) == ("open", outcome, True)
    assert undo_last(workspace) == f"Closed Packing line as {outcome}"
    after = row_of(workspace, key)
    kept = before.keys() - {"changed_at", "row_version", "changed_by_id"}
    assert {n: after[n] for n in kept} == {n: before[n] for n in kept}
    assert moves(workspace) == []


@pytest.mark.parametrize("why", [None, "budget-lost"])
def test_closing_asks_for_a_reason_of_the_right_sign(
    sqlite_workspace: Workspace, why: str | None
) -> None:
    key = add(sqlite_workspace)
    wanted = {"stage_id": (stage(sqlite_workspace, "visit"), stage(sqlite_workspace, "won"))}
    given = reason(sqlite_workspace, why) if why else None

    with pytest.raises(ReasonNeededError) as raised:
        save(sqlite_workspace, key, wanted, LATER, reason=given)

    assert raised.value.outcome == "won"
    assert row_of(sqlite_workspace, key)["outcome"] == "open"


def test_reaching_a_final_stage_closes_from_anywhere_on_the_day_that_is_said(
    workspace: Workspace,
) -> None:
    key = add(workspace)
    wanted = {"stage_id": (stage(workspace, "visit"), stage(workspace, "won"))}
    given = reason(workspace)._replace(day=date(2026, 2, 1))

    save(workspace, key, wanted, LATER, reason=given)

    row = row_of(workspace, key)
    assert (row["outcome"], row["closed_on"]) == ("won", date(2026, 2, 1))
    assert row["probability_id"] == chance(workspace, "100")


def test_a_workflow_without_a_final_stage_closes_where_it_stands(workspace: Workspace) -> None:
    key = add(workspace)
    change_rows(workspace, StageRow, [stage(workspace, "won")], {"deleted_at": NOW})
    wanted = {"probability_id": (chance(workspace, "25"), chance(workspace, "100"))}

    save(workspace, key, wanted, LATER, reason=reason(workspace))

    row = row_of(workspace, key)
    assert (row["outcome"], row["stage_id"]) == ("won", stage(workspace, "visit"))


def close_won(workspace: Workspace, key: UUID) -> None:
    row = row_of(workspace, key)
    wanted = {"probability_id": (row["probability_id"], chance(workspace, "100"))}
    save(workspace, key, wanted, NOW, reason=reason(workspace))


def test_reopening_asks_and_puts_back_stage_and_mark_before_the_new_probability(
    workspace: Workspace,
) -> None:
    key = add(workspace)
    close_won(workspace, key)
    wanted = {"probability_id": (chance(workspace, "100"), chance(workspace, "75"))}
    with pytest.raises(ReopenError, match="Packing line"):
        save(workspace, key, wanted, LATER)

    save(workspace, key, wanted, LATER, reopen=True)

    row = row_of(workspace, key)
    assert (row["outcome"], row["closed_on"], row["closing_reason_id"]) == ("open", None, None)
    assert (row["stage_id"], row["probability_id"]) == (
        stage(workspace, "visit"),
        chance(workspace, "75"),
    )
    assert row["probability_by_hand"]
    assert undo_last(workspace) == "Reopened Packing line"
    assert row_of(workspace, key)["outcome"] == "won"
    assert row_of(workspace, key)["stage_id"] == stage(workspace, "won")


def test_what_was_imported_as_closed_reopens_in_the_first_stage(workspace: Workspace) -> None:
    key = add(
        workspace,
        outcome="lost",
        closed_on=NOW.date(),
        stage_id=stage(workspace, "lost"),
        probability_id=chance(workspace, "0"),
    )
    wanted = {"stage_id": (stage(workspace, "lost"), stage(workspace, "visit"))}

    save(workspace, key, wanted, LATER, reopen=True)

    row = row_of(workspace, key)
    assert (row["outcome"], row["stage_id"]) == ("open", stage(workspace, "visit"))
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "25"), False)


def test_lost_may_become_won_when_it_is_reopened(workspace: Workspace) -> None:
    key = add(workspace)
    close_won(workspace, key)
    wanted = {"probability_id": (chance(workspace, "100"), chance(workspace, "0"))}

    save(workspace, key, wanted, LATER, reason=reason(workspace, "budget-lost"), reopen=True)

    row = row_of(workspace, key)
    assert (row["outcome"], row["stage_id"]) == ("lost", stage(workspace, "lost"))


def test_a_move_without_a_transition_says_so(sqlite_workspace: Workspace) -> None:
    key = add(sqlite_workspace)

    with pytest.raises(MoveRefusedError) as raised:
        edit(sqlite_workspace, key, stage_id=stage(sqlite_workspace, "negotiation"))

    wanted = ["The workflow has no move from Visit to Negotiation."]
    assert raised.value.reasons == wanted
    assert may_move(sqlite_workspace, key, stage(sqlite_workspace, "negotiation")) == wanted
    for code in ("new", "visit", "budget", "offer", "won", "lost"):
        assert may_move(sqlite_workspace, key, stage(sqlite_workspace, code)) == [], code


def test_open_duties_block_the_way_forward_but_not_back_or_out(workspace: Workspace) -> None:
    key = add(workspace)
    call = new_id()
    activity = {
        "id": call,
        "activity_type_id": coded(workspace, ActivityTypeRow, "call"),
        "subject": "Ask for plans",
        "opportunity_id": key,
        "mandatory": True,
    }
    write_rows(workspace, ActivityRow, [activity])
    field = {"id": new_id(), "stage_id": stage(workspace, "budget"), "field_name": "net_minor"}
    write_rows(workspace, StageFieldRow, [field])

    assert may_move(workspace, key, stage(workspace, "budget")) == [
        "The mandatory activity “Ask for plans” is still open.",
        "Net amount must be filled in first.",
    ]
    assert may_move(workspace, key, stage(workspace, "new")) == []
    assert may_move(workspace, key, stage(workspace, "lost")) == []
    change_rows(workspace, ActivityRow, [call], {"done_at": NOW})
    change_rows(workspace, OpportunityRow, [key], {"net_minor": 1})
    assert may_move(workspace, key, stage(workspace, "budget")) == []


def test_roles_decide_who_moves_what(sqlite_workspace: Workspace) -> None:
    workspace = sqlite_workspace
    key, reader = add(workspace), coded(workspace, RoleRow, "reader")
    budget, offer = stage(workspace, "budget"), stage(workspace, "offer")
    role = {"id": new_id(), "stage_id": offer, "role_id": reader, "may_edit": True}
    write_rows(workspace, StageRoleRow, [role])
    with workspace.database.reading() as connection:
        begin = stage(workspace, "visit")
        statement = select(TransitionRow.id).where(TransitionRow.from_stage_id == begin)
        move = connection.scalars(statement.where(TransitionRow.to_stage_id == budget)).one()
    change_rows(workspace, TransitionRow, [move], {"role_id": reader})

    assert may_move(workspace, key, offer) == [
        "You have no right to change what stands in Detailed offer."
    ]
    assert may_move(workspace, key, budget) == [
        "Only the role Reader may move this to Budget offer."
    ]
    change_rows(workspace, TransitionRow, [move], {"role_id": None, "automatic": True})
    assert may_move(workspace, key, budget) == [
        "The workflow moves to Budget offer by itself, not by hand."
    ]


def test_a_stage_of_another_workflow_is_refused(sqlite_workspace: Workspace) -> None:
    key = add(sqlite_workspace)
    other = coded(sqlite_workspace, WorkflowRow, "project")
    with sqlite_workspace.database.reading() as connection:
        statement = select(StageRow.id).where(StageRow.workflow_id == other)
        strange = connection.scalars(statement.where(StageRow.code == "survey")).one()

    (refused,) = may_move(sqlite_workspace, key, strange)

    assert refused == "Survey belongs to another workflow."


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ((None, None, None), {"gross_minor": 100}, (100, None, 100)),
        ((None, None, None), {"net_minor": 100}, (100, None, 100)),
        ((100, None, 100), {"net_minor": 90}, (100, 10, 90)),
        ((100, 10, 90), {"gross_minor": 200}, (200, 10, 190)),
        ((100, 10, 90), {"discount_minor": 20}, (100, 20, 80)),
        ((100, 10, 90), {"net_minor": None}, (None, None, None)),
        ((100, 10, 90), {"gross_minor": 300, "net_minor": 300}, (300, None, 300)),
    ],
)
def test_the_amounts_go_together(
    sqlite_workspace: Workspace,
    before: tuple[int | None, ...],
    typed: dict[str, int | None],
    after: tuple[int | None, ...],
) -> None:
    names = ("gross_minor", "discount_minor", "net_minor")
    key = add(sqlite_workspace, **dict(zip(names, before, strict=True)))

    edit(sqlite_workspace, key, **typed)

    row = row_of(sqlite_workspace, key)
    assert tuple(row[name] for name in names) == after
    undo_last(sqlite_workspace)
    row = row_of(sqlite_workspace, key)
    assert tuple(row[name] for name in names) == before


def test_amounts_that_are_sums_of_lines_are_not_typed(sqlite_workspace: Workspace) -> None:
    key = add(sqlite_workspace, net_minor=5)
    line = {"id": new_id(), "opportunity_id": key, "net_minor": 5}
    write_rows(sqlite_workspace, OpportunityLineRow, [line])

    with pytest.raises(FieldError, match="Net amount is the sum of the lines"):
        edit(sqlite_workspace, key, net_minor=6)
