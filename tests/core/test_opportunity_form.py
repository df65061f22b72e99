"""The small form: what it shows and offers, and how it is saved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from core.closing import ReasonNeededError
from core.edit_errors import ConflictError, FieldError, GoneError
from core.opportunity_form import OpportunityForm
from db.ids import new_id
from db.tables.opportunity import OpportunityLineRow, OpportunityRow
from db.tables.people import AgentRow, UserRow
from tests.core.test_opportunity_edit import LATER, add, chance, reason, row_of, stage, undo_last
from tests.lists import change_rows, delete_rows
from tests.workspaces import NOW, write_rows

if TYPE_CHECKING:
    from core.workspace import Workspace


def test_the_form_shows_values_names_and_what_can_be_chosen(workspace: Workspace) -> None:
    key = add(workspace, net_minor=5)
    agents = [{"id": new_id(), "code": code, "description": code} for code in ("one", "two")]
    write_rows(workspace, AgentRow, agents)

    form = OpportunityForm(workspace).read(key)

    assert (form.values["title"], form.values["net_minor"]) == ("Packing line", 5)
    assert form.names.contact == "Rossi S.p.A."
    assert (form.names.number, form.names.workflow) == ("26/0001", "Sale")
    assert (form.names.currency, form.names.decimals, form.has_lines) == ("EUR", 2, False)
    assert [each.name for each in form.stages][:2] == ["New", "Visit"]
    assert [each.percent for each in form.probabilities] == [0, 10, 25, 50, 75, 90, 100]
    assert [each.name for each in form.agents] == ["one", "two"]
    assert [each.key for each in form.users] == [workspace.user.id]


def test_who_is_retired_is_offered_only_where_chosen_already(workspace: Workspace) -> None:
    agent = {"id": new_id(), "code": "old", "description": "Old", "retired_at": NOW}
    write_rows(workspace, AgentRow, [agent])
    user = {"id": new_id(), "login": "old", "name": "Old", "retired_at": NOW}
    write_rows(workspace, UserRow, [user])
    form, key = OpportunityForm(workspace), add(workspace)

    without = form.read(key)
    change_rows(workspace, OpportunityRow, [key], {"agent_id": agent["id"], "user_id": user["id"]})
    chosen = form.read(key)

    assert without.agents == []
    assert "Old" not in {each.name for each in without.users}
    assert [(each.name, each.retired) for each in chosen.agents] == [("Old", True)]
    assert "Old" in {each.name for each in chosen.users}


def test_lines_are_said_so_that_amounts_are_not_typed(workspace: Workspace) -> None:
    key = add(workspace)
    write_rows(workspace, OpportunityLineRow, [{"id": new_id(), "opportunity_id": key}])

    assert OpportunityForm(workspace).read(key).has_lines


def test_what_was_deleted_cannot_be_read(workspace: Workspace) -> None:
    key = add(workspace)
    delete_rows(workspace, OpportunityRow, [key])

    with pytest.raises(GoneError):
        OpportunityForm(workspace).read(key)


def test_all_that_was_changed_is_one_act(workspace: Workspace) -> None:
    key, form = add(workspace), OpportunityForm(workspace)
    changes = {
        "title": ("Packing line", "Bottling line"),
        "net_minor": (None, 7_000),
        "description": (None, "Two shifts"),
        "expected_close_on": (None, date(2026, 6, 1)),
        "stage_id": (stage(workspace, "visit"), stage(workspace, "budget")),
    }

    done = form.save(key, changes, LATER)

    row = row_of(workspace, key)
    assert {name: row[name] for name in changes} == {n: new for n, (_old, new) in changes.items()}
    assert (row["gross_minor"], row["probability_id"]) == (7_000, chance(workspace, "50"))
    assert done.label == "Moved Bottling line to Budget offer"
    assert undo_last(workspace) == done.label
    assert row_of(workspace, key)["title"] == "Packing line"


def test_an_automatic_probability_is_that_of_the_stage_chosen_with_it(
    workspace: Workspace,
) -> None:
    key, form = add(workspace, probability_by_hand=True), OpportunityForm(workspace)
    changes = {
        "probability_by_hand": (True, False),
        "stage_id": (stage(workspace, "visit"), stage(workspace, "budget")),
    }

    form.save(key, changes, LATER)

    row = row_of(workspace, key)
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "50"), False)


def test_closing_from_the_form_asks_and_offers_reasons_of_the_sign(workspace: Workspace) -> None:
    key, form = add(workspace), OpportunityForm(workspace)
    changes = {"outcome": ("open", "won")}

    with pytest.raises(ReasonNeededError):
        form.save(key, changes, LATER)
    offered = {each.key for each in form.reasons("won")}
    done = form.save(key, changes, LATER, reason=reason(workspace))

    assert reason(workspace).reason_id in offered
    assert reason(workspace, "price-lost").reason_id not in offered
    assert done.label == "Closed Packing line as won"


def test_neither_what_was_seen_otherwise_nor_the_type_is_overwritten(
    workspace: Workspace,
) -> None:
    key, form = add(workspace), OpportunityForm(workspace)

    with pytest.raises(ConflictError, match="has changed Title"):
        form.save(key, {"title": ("Something else", "Mine")}, LATER)
    with pytest.raises(FieldError, match="Type cannot be changed here"):
        form.save(key, {"type_id": (row_of(workspace, key)["type_id"], new_id())}, LATER)
