"""Undo: what an act wrote is taken back where nobody has worked on since."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from core.labels import OF, REDID, UNDID
from core.undo import (
    AlreadyUndoneError,
    LastingError,
    NothingToUndoError,
    UnknownActError,
    last_redoable,
    last_undoable,
    undo,
)
from db.errors import RuleError
from db.history import record_history
from db.ids import new_id
from db.tables.activity import ActivityRow
from db.tables.contact import ContactAddressRow, ContactRow
from db.tables.log import ActRow, LogTextRow
from db.tables.lookups import ActivityTypeRow, TagRow
from db.tables.opportunity import OpportunityLineRow, OpportunityRow, ProgressRow
from db.tables.people import TeamRow
from db.tables.workflow import StageRow
from db.writes import insert_rows, table_of, update_rows
from tests.workspaces import (
    NOW,
    add_contact,
    add_opportunity,
    contact_values,
    first_id,
    opportunity_values,
    write_rows,
)

if TYPE_CHECKING:
    from core.workspace import Workspace
    from db.acts import Act
    from db.tables import Base
    from db.writes import Values

LATER = NOW + timedelta(minutes=5)


def change(workspace: Workspace, row_class: type[Base], key: UUID, **values: object) -> Act:
    """Change a row in an act of its own."""
    act = workspace.act("Changed {what}", NOW, {"what": row_class.__tablename__})
    with workspace.database.writing(act) as connection:
        update_rows(connection, row_class, [(key, values)], act)
    return act


def row(workspace: Workspace, row_class: type[Base], key: UUID) -> dict[str, Any] | None:
    table = table_of(row_class)
    with workspace.database.reading() as connection:
        found = connection.execute(select(table).where(table.c.id == key)).mappings().first()
        return dict(found) if found else None


def cell(workspace: Workspace, row_class: type[Base], key: UUID, name: str) -> Any:  # noqa: ANN401
    found = row(workspace, row_class, key)
    assert found is not None
    return found[name]


def stages(workspace: Workspace) -> list[UUID]:
    with workspace.database.reading() as connection:
        return list(connection.scalars(select(StageRow.id).order_by(StageRow.id)))


def test_a_changed_cell_gets_its_old_value_back(workspace: Workspace) -> None:
    key = add_contact(workspace, name="Rossi", employees=12)
    act = change(workspace, ContactRow, key, name="Bianchi", employees=None)

    result = undo(workspace, act.id, LATER)

    found = row(workspace, ContactRow, key)
    assert found is not None
    assert (found["name"], found["employees"], found["changed_at"]) == ("Rossi", 12, LATER)
    assert (result.changed, result.removed, result.returned, result.skipped) == (1, 0, 0, ())


def test_values_of_every_kind_come_back(workspace: Workspace) -> None:
    key = add_opportunity(
        workspace, add_contact(workspace), net_minor=-5, title="\u00c8 \U0001f600"
    )
    before = row(workspace, OpportunityRow, key)
    act = change(
        workspace,
        OpportunityRow,
        key,
        created_on=NOW.date() + timedelta(days=1),
        net_minor=2**53,
        title="x",
        stage_id=None,
        probability_by_hand=True,
        description="words",
        deleted_at=NOW,
    )

    undo(workspace, act.id, LATER)

    after = row(workspace, OpportunityRow, key)
    assert before is not None
    assert after is not None
    told = {"changed_at", "changed_by_id", "row_version", "stage_since_on"}
    assert {k: v for k, v in after.items() if k not in told} == {
        k: v for k, v in before.items() if k not in told
    }


def test_a_cell_that_somebody_changed_since_is_left_and_named(workspace: Workspace) -> None:
    key = add_contact(workspace, name="Rossi", employees=1)
    act = change(workspace, ContactRow, key, name="Bianchi", employees=2)
    other = change(workspace, ContactRow, key, name="Verdi")

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, ContactRow, key, "name") == "Verdi"
    assert cell(workspace, ContactRow, key, "employees") == 1
    skipped = result.skipped[0]
    assert (skipped.table, skipped.row_id, skipped.column) == ("contact", key, "name")
    assert skipped.by is not None
    assert (skipped.by.id, skipped.by.user_name) == (other.id, workspace.user.name)


def test_an_inserted_row_is_removed_softly(workspace: Workspace) -> None:
    row_id = new_id()
    act = write_rows(workspace, TagRow, [{"id": row_id, "code": "vip", "description": "VIP"}])

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, TagRow, row_id, "deleted_at") == LATER
    assert result.removed == 1


def test_a_softly_deleted_row_comes_back(workspace: Workspace) -> None:
    key = add_contact(workspace)
    act = change(workspace, ContactRow, key, deleted_at=NOW)

    undo(workspace, act.id, LATER)

    assert cell(workspace, ContactRow, key, "deleted_at") is None


def test_a_row_that_was_deleted_for_good_is_inserted_again(workspace: Workspace) -> None:
    text = "long " * 300
    key = add_contact(workspace, name="Rossi", person=True, description=text)
    act = workspace.act("Deleted for good", NOW)
    with workspace.database.writing(act) as connection:
        connection.execute(delete(ContactRow).where(ContactRow.id == key))

    result = undo(workspace, act.id, LATER)

    found = row(workspace, ContactRow, key)
    assert found is not None
    assert (found["name"], found["person"], found["description"]) == ("Rossi", True, text)
    assert result.returned == 1


def test_a_long_text_comes_back_whole(workspace: Workspace) -> None:
    text = "\u00e0\u00e8\U0001f600 words " * 500
    key = add_contact(workspace, description=text)
    act = change(workspace, ContactRow, key, description="y" * 1001)

    undo(workspace, act.id, LATER)

    assert cell(workspace, ContactRow, key, "description") == text


def test_a_long_text_that_was_erased_is_skipped(workspace: Workspace) -> None:
    key = add_contact(workspace, name="Rossi", description="x" * 1001)
    act = change(workspace, ContactRow, key, description="short", name="Bianchi")
    with workspace.database.changing() as connection:
        connection.execute(delete(LogTextRow))

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, ContactRow, key, "description") == "short"
    assert cell(workspace, ContactRow, key, "name") == "Rossi"
    assert [each.column for each in result.skipped] == ["description"]


def test_a_row_changed_twice_in_an_act_goes_back_to_its_first_value(workspace: Workspace) -> None:
    key = add_contact(workspace, name="One")
    act = workspace.act("Changed", NOW)
    with workspace.database.writing(act) as connection:
        update_rows(connection, ContactRow, [(key, {"name": "Two"})], act)
        update_rows(connection, ContactRow, [(key, {"name": "Three"})], act)

    undo(workspace, act.id, LATER)

    assert cell(workspace, ContactRow, key, "name") == "One"


def test_redo_is_the_undo_of_an_undo(workspace: Workspace) -> None:
    key = add_contact(workspace, name="Rossi")
    act = change(workspace, ContactRow, key, name="Bianchi")
    undone = undo(workspace, act.id, LATER)

    redone = undo(workspace, undone.act_id, LATER)

    assert cell(workspace, ContactRow, key, "name") == "Bianchi"
    with workspace.database.reading() as connection:
        labels = {
            found.act.id: (found.act.label_key, found.act.label_values)
            for found in record_history(connection, [("contact", key)])
        }
    assert labels[undone.act_id] == (UNDID, {"what": "contact", OF: "Changed {what}"})
    assert labels[redone.act_id] == (REDID, {"what": "contact", OF: "Changed {what}"})


def test_a_removed_row_comes_back_by_redo(workspace: Workspace) -> None:
    row_id = new_id()
    act = write_rows(workspace, TagRow, [{"id": row_id, "code": "vip", "description": "VIP"}])

    undone = undo(workspace, act.id, LATER)
    undo(workspace, undone.act_id, LATER)
    again = undo(workspace, act.id, LATER)

    assert again.removed == 1
    assert cell(workspace, TagRow, row_id, "deleted_at") is not None


def test_an_act_is_undone_once(workspace: Workspace) -> None:
    key = add_contact(workspace)
    act = change(workspace, ContactRow, key, name="Bianchi")
    undo(workspace, act.id, LATER)

    with pytest.raises(AlreadyUndoneError, match="already undone by") as caught:
        undo(workspace, act.id, LATER)

    assert workspace.user.name in str(caught.value)
    assert "Changed contact" in str(caught.value)


def test_an_act_of_which_nothing_is_left_is_refused_and_leaves_no_trace(
    workspace: Workspace,
) -> None:
    key = add_contact(workspace)
    act = change(workspace, ContactRow, key, name="Bianchi")
    change(workspace, ContactRow, key, name="Verdi")

    with pytest.raises(NothingToUndoError, match="worked on it since"):
        undo(workspace, act.id, LATER)

    with workspace.database.reading() as connection:
        assert not list(connection.scalars(select(ActRow.id).where(ActRow.undoes == act.id)))


def test_an_unknown_act_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownActError):
        undo(workspace, new_id(), LATER)


def test_the_making_of_the_database_cannot_be_undone(workspace: Workspace) -> None:
    with workspace.database.reading() as connection:
        first = connection.scalars(select(ActRow.id).order_by(ActRow.at, ActRow.id)).first()
        assert last_undoable(connection, workspace.user.id) is None

    with pytest.raises(LastingError):
        undo(workspace, UUID(str(first)), LATER)


def test_a_new_row_that_was_changed_since_stays(workspace: Workspace) -> None:
    first, second = new_id(), new_id()
    made = [{"id": first, "name": "One"}, {"id": second, "name": "Two"}]
    with workspace.database.reading() as connection:
        rows = [contact_values(connection, **values) for values in made]
    act = write_rows(workspace, ContactRow, rows)
    other = change(workspace, ContactRow, first, name="Mended")

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, ContactRow, first, "deleted_at") is None
    assert cell(workspace, ContactRow, second, "deleted_at") == LATER
    assert [(each.row_id, each.column) for each in result.skipped] == [(first, None)]
    assert result.skipped[0].by is not None
    assert result.skipped[0].by.id == other.id


def test_a_new_row_that_was_changed_and_changed_back_goes(workspace: Workspace) -> None:
    row_id = new_id()
    act = write_rows(workspace, TagRow, [{"id": row_id, "code": "vip", "description": "VIP"}])
    other = change(workspace, TagRow, row_id, description="Very")
    undo(workspace, other.id, LATER)

    result = undo(workspace, act.id, LATER)

    assert result.removed == 1


def test_a_new_row_that_something_else_needs_stays_with_its_own_parts(
    workspace: Workspace,
) -> None:
    act = workspace.act("Imported", NOW)
    with workspace.database.writing(act) as connection:
        contact = contact_values(connection)
        insert_rows(connection, ContactRow, [contact], act)
        address: Values = {"id": new_id(), "contact_id": contact["id"], "city": "Lucca"}
        insert_rows(connection, ContactAddressRow, [address], act)
        tag: Values = {"id": new_id(), "code": "vip", "description": "VIP"}
        insert_rows(connection, TagRow, [tag], act)
    add_opportunity(workspace, contact["id"])

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, ContactRow, contact["id"], "deleted_at") is None
    assert cell(workspace, ContactAddressRow, address["id"], "deleted_at") is None
    assert cell(workspace, TagRow, tag["id"], "deleted_at") == LATER
    assert {each.table for each in result.skipped} == {"contact", "contact_address"}


def moved(workspace: Workspace, key: UUID, stage_id: UUID, **values: object) -> tuple[Act, UUID]:
    """Move an opportunity to a stage, with its progress."""
    act = workspace.act("Moved", NOW)
    row_id = new_id()
    with workspace.database.writing(act) as connection:
        update_rows(connection, OpportunityRow, [(key, {"stage_id": stage_id, **values})], act)
        progress = {"id": row_id, "opportunity_id": key, "moved_at": NOW, "to_stage_id": stage_id}
        insert_rows(connection, ProgressRow, [progress], act)
    return act, row_id


def test_a_move_is_undone_with_its_progress(workspace: Workspace) -> None:
    first, second = stages(workspace)[:2]
    key = add_opportunity(
        workspace, add_contact(workspace), stage_id=first, created_on=NOW.date() - timedelta(9)
    )
    act, progress = moved(workspace, key, second)

    undo(workspace, act.id, LATER)

    assert cell(workspace, OpportunityRow, key, "stage_id") == first
    assert cell(workspace, OpportunityRow, key, "stage_since_on") == NOW.date() - timedelta(9)
    assert cell(workspace, ProgressRow, progress, "deleted_at") == LATER


def test_a_move_after_which_came_another_keeps_its_progress(workspace: Workspace) -> None:
    first, second, third = stages(workspace)[:3]
    key = add_opportunity(workspace, add_contact(workspace), stage_id=first)
    act, progress = moved(workspace, key, second, title="New title")
    moved(workspace, key, third)

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, OpportunityRow, key, "stage_id") == third
    assert cell(workspace, OpportunityRow, key, "title") == "Packing line"
    assert cell(workspace, ProgressRow, progress, "deleted_at") is None
    assert {each.column for each in result.skipped} == {"stage_id", None}


def test_a_closing_is_undone_whole_or_not_at_all(workspace: Workspace) -> None:
    key = add_opportunity(workspace, add_contact(workspace))
    day = NOW.date()
    act = change(workspace, OpportunityRow, key, outcome="won", closed_on=day, priority=3)
    change(workspace, OpportunityRow, key, closed_on=day + timedelta(days=1))

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, OpportunityRow, key, "outcome") == "won"
    assert cell(workspace, OpportunityRow, key, "priority") == 0
    assert {each.column for each in result.skipped} == {"outcome", "closed_on"}


def test_a_move_to_another_team_is_undone_for_the_parts_too(workspace: Workspace) -> None:
    with workspace.database.reading() as connection:
        old = first_id(connection, TeamRow)
    new, third = new_id(), new_id()
    teams = [
        {"id": new, "code": "north", "description": "North"},
        {"id": third, "code": "south", "description": "South"},
    ]
    write_rows(workspace, TeamRow, teams)
    key = add_opportunity(workspace, add_contact(workspace), team_id=old)
    line, own = new_id(), new_id()
    lines = [{"id": line, "opportunity_id": key}, {"id": own, "opportunity_id": key}]
    write_rows(workspace, OpportunityLineRow, lines)
    change(workspace, OpportunityLineRow, own, team_id=third)
    act = change(workspace, OpportunityRow, key, team_id=new)
    assert cell(workspace, OpportunityLineRow, line, "team_id") == new

    result = undo(workspace, act.id, LATER)

    assert cell(workspace, OpportunityLineRow, line, "team_id") == old
    assert cell(workspace, OpportunityLineRow, own, "team_id") == third
    assert result.skipped == ()


def test_a_unique_value_taken_over_by_a_new_row_goes_back(workspace: Workspace) -> None:
    old, new = new_id(), new_id()
    write_rows(workspace, TagRow, [{"id": old, "code": "vip", "description": "Old"}])
    act = workspace.act("Replaced", NOW)
    with workspace.database.writing(act) as connection:
        update_rows(connection, TagRow, [(old, {"deleted_at": NOW})], act)
        insert_rows(connection, TagRow, [{"id": new, "code": "vip", "description": "New"}], act)

    undo(workspace, act.id, LATER)

    assert cell(workspace, TagRow, old, "deleted_at") is None
    assert cell(workspace, TagRow, new, "deleted_at") == LATER


def test_what_another_program_did_can_be_undone_but_is_not_the_last_act(
    workspace: Workspace,
) -> None:
    key = add_contact(workspace, name="Rossi")
    with workspace.database.changing() as connection:
        connection.execute(update(ContactRow).where(ContactRow.id == key).values(name="Outside"))
    with workspace.database.reading() as connection:
        history = record_history(connection, [("contact", key)])
        last = last_undoable(connection, workspace.user.id)

    undo(workspace, history[0].act.id, LATER)

    assert history[0].act.label_key == "outside"
    assert last is not None
    assert last.id != history[0].act.id
    assert cell(workspace, ContactRow, key, "name") == "Rossi"


def test_undo_and_redo_walk_back_and_forth_through_the_acts_of_a_user(
    workspace: Workspace,
) -> None:
    key = add_contact(workspace, name="0")
    for name in "123":
        change(workspace, ContactRow, key, name=name)
    seen = []

    def step(*, back: bool) -> None:
        with workspace.database.reading() as connection:
            find = last_undoable if back else last_redoable
            act = find(connection, workspace.user.id)
        if act is not None:
            undo(workspace, act.id, LATER)
        seen.append(cell(workspace, ContactRow, key, "name"))

    for back in (True, True, False, True, True, False, False, False, False):
        step(back=back)

    assert "".join(seen) == "212101233"


def test_new_work_ends_the_chance_to_redo(workspace: Workspace) -> None:
    key = add_contact(workspace)
    act = change(workspace, ContactRow, key, name="Bianchi")
    undo(workspace, act.id, LATER)

    change(workspace, ContactRow, key, employees=3)

    with workspace.database.reading() as connection:
        assert last_redoable(connection, workspace.user.id) is None


def test_activities_of_an_import_go_with_it(workspace: Workspace) -> None:
    act = workspace.act("Imported", NOW)
    with workspace.database.writing(act) as connection:
        contact = contact_values(connection)
        insert_rows(connection, ContactRow, [contact], act)
        deal = opportunity_values(connection, contact["id"])
        insert_rows(connection, OpportunityRow, [deal], act)
        call = {
            "id": new_id(),
            "activity_type_id": first_id(connection, ActivityTypeRow),
            "subject": "Call",
            "opportunity_id": deal["id"],
            "done_at": NOW,
        }
        insert_rows(connection, ActivityRow, [call], act)

    result = undo(workspace, act.id, LATER)

    assert result.removed == 3
    assert cell(workspace, OpportunityRow, deal["id"], "last_activity_at") is None


def test_an_undo_that_breaks_a_rule_changes_nothing(workspace: Workspace) -> None:
    old = new_id()
    write_rows(workspace, TagRow, [{"id": old, "code": "vip", "description": "Old"}])
    act = change(workspace, TagRow, old, deleted_at=NOW)
    write_rows(workspace, TagRow, [{"id": new_id(), "code": "vip", "description": "New"}])

    with pytest.raises(RuleError):
        undo(workspace, act.id, LATER)

    assert cell(workspace, TagRow, old, "deleted_at") == NOW
