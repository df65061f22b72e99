"""Acts: one for each command, with everything that follows from it, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from db.errors import RuleError
from db.ids import new_id
from db.tables.activity import ActivityRow
from db.tables.contact import ContactAddressRow, ContactRow
from db.tables.lookups import ActivityTypeRow, TagRow
from db.tables.opportunity import OpportunityLineRow, OpportunityRow
from db.tables.people import TeamRow
from db.writes import insert_rows, table_of, update_rows
from tests.db.log import count_acts, last_seq, logged_since
from tests.workspaces import NOW, add_contact, add_opportunity, first_id, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace
    from db.tables import Base
    from db.writes import Values


@pytest.fixture
def teams(workspace: Workspace) -> tuple[UUID, UUID]:
    """Return the first team and a second one."""
    second = new_id()
    write_rows(workspace, TeamRow, [{"id": second, "code": "z-north", "description": "North"}])
    with workspace.database.reading() as connection:
        return first_id(connection, TeamRow), second


def team_of(workspace: Workspace, row_class: type[Base], key: UUID) -> UUID | None:
    table = table_of(row_class)
    with workspace.database.reading() as connection:
        found: UUID | None = connection.scalar(select(table.c.team_id).where(table.c.id == key))
        return found


def activity(workspace: Workspace, **values: object) -> UUID:
    with workspace.database.reading() as connection:
        type_id = first_id(connection, ActivityTypeRow)
    key = new_id()
    row = {"id": key, "subject": "Call", "activity_type_id": type_id, **values}
    write_rows(workspace, ActivityRow, [row])
    return key


def tag(code: str) -> Values:
    return {"id": new_id(), "code": code, "description": code}


def test_all_rows_of_a_transaction_belong_to_one_act(workspace: Workspace) -> None:
    seq = last_seq(workspace)

    act = write_rows(workspace, TagRow, [tag("a"), tag("b"), tag("c")])

    logged = logged_since(workspace, seq)
    assert [(entry.act.id, entry.op) for entry in logged] == [(act.id, "insert")] * 3
    assert logged[0].act.user_id == workspace.user.id


def test_what_is_rolled_back_leaves_no_log_and_no_act(workspace: Workspace) -> None:
    seq, acts = last_seq(workspace), count_acts(workspace)
    act = workspace.act("Will fail", NOW)

    with pytest.raises(RuleError), workspace.database.writing(act) as connection:
        insert_rows(connection, TagRow, [tag("x"), tag("y"), tag("x")], act)

    assert logged_since(workspace, seq) == []
    assert count_acts(workspace) == acts


def test_a_write_after_a_failed_one_has_its_own_act(workspace: Workspace) -> None:
    row = tag("x")
    failing = workspace.act("Will fail", NOW)
    with pytest.raises(RuleError), workspace.database.writing(failing) as connection:
        insert_rows(connection, TagRow, [row, {**row, "id": new_id()}], failing)
    seq = last_seq(workspace)

    act = write_rows(workspace, TagRow, [row])

    assert [entry.act.id for entry in logged_since(workspace, seq)] == [act.id]


def test_an_act_that_changes_nothing_leaves_no_trace(workspace: Workspace) -> None:
    key = add_contact(workspace, name="Rossi")
    seq, acts = last_seq(workspace), count_acts(workspace)
    act = workspace.act("Renamed", NOW)

    with workspace.database.writing(act) as connection:
        update_rows(connection, ContactRow, [(key, {"name": "Rossi"})], act)

    assert logged_since(workspace, seq) == []
    assert count_acts(workspace) == acts


def test_a_child_takes_the_team_of_its_parent(
    workspace: Workspace, teams: tuple[UUID, UUID]
) -> None:
    contact = add_contact(workspace, team_id=teams[0])
    deal = add_opportunity(workspace, contact, team_id=teams[1])
    line, address = new_id(), new_id()
    seq = last_seq(workspace)

    write_rows(workspace, OpportunityLineRow, [{"id": line, "opportunity_id": deal}])
    write_rows(workspace, ContactAddressRow, [{"id": address, "contact_id": contact}])

    assert team_of(workspace, OpportunityLineRow, line) == teams[1]
    assert team_of(workspace, ContactAddressRow, address) == teams[0]
    assert [entry.team_id for entry in logged_since(workspace, seq)] == [teams[1], teams[0]]
    assert {entry.op for entry in logged_since(workspace, seq)} == {"insert"}


def test_the_first_parent_that_is_filled_gives_the_team(
    workspace: Workspace, teams: tuple[UUID, UUID]
) -> None:
    contact = add_contact(workspace, team_id=teams[0])
    deal = add_opportunity(workspace, contact, team_id=teams[1])

    both = activity(workspace, contact_id=contact, opportunity_id=deal)
    one = activity(workspace, contact_id=contact)
    none = activity(workspace)

    assert team_of(workspace, ActivityRow, both) == teams[1]
    assert team_of(workspace, ActivityRow, one) == teams[0]
    assert team_of(workspace, ActivityRow, none) is None


def test_a_team_that_is_given_is_kept(workspace: Workspace, teams: tuple[UUID, UUID]) -> None:
    deal = add_opportunity(workspace, add_contact(workspace), team_id=teams[0])
    line = new_id()

    write_rows(
        workspace,
        OpportunityLineRow,
        [{"id": line, "opportunity_id": deal, "team_id": teams[1]}],
    )

    assert team_of(workspace, OpportunityLineRow, line) == teams[1]


def test_a_move_to_another_team_takes_the_parts_along_and_logs_the_old_team(
    workspace: Workspace, teams: tuple[UUID, UUID]
) -> None:
    deal = add_opportunity(workspace, add_contact(workspace), team_id=teams[0])
    line = new_id()
    write_rows(workspace, OpportunityLineRow, [{"id": line, "opportunity_id": deal}])
    seq = last_seq(workspace)
    act = workspace.act("Moved to {team}", NOW, {"team": "North"})

    with workspace.database.writing(act) as connection:
        update_rows(connection, OpportunityRow, [(deal, {"team_id": teams[1]})], act)

    logged = {entry.table: entry for entry in logged_since(workspace, seq)}
    assert set(logged) == {"opportunity", "opportunity_line"}
    assert team_of(workspace, OpportunityLineRow, line) == teams[1]
    for entry in logged.values():
        assert (entry.old_team_id, entry.team_id) == (teams[0], teams[1])
        assert entry.act.id == act.id


def test_a_lookup_row_belongs_to_everybody(workspace: Workspace) -> None:
    seq = last_seq(workspace)

    write_rows(workspace, TagRow, [tag("x")])

    assert [(e.team_id, e.old_team_id) for e in logged_since(workspace, seq)] == [(None, None)]


def test_a_deleted_row_is_logged_under_its_old_team(
    workspace: Workspace, teams: tuple[UUID, UUID]
) -> None:
    key = add_contact(workspace, team_id=teams[1])
    seq = last_seq(workspace)
    act = workspace.act("Deleted", NOW)

    with workspace.database.writing(act) as connection:
        connection.execute(table_of(ContactRow).delete().where(table_of(ContactRow).c.id == key))

    entry = logged_since(workspace, seq)[0]
    assert (entry.op, entry.team_id, entry.old_team_id) == ("delete", None, teams[1])


def test_settings_and_counters_are_not_logged(workspace: Workspace) -> None:
    seq = last_seq(workspace)

    with workspace.database.changing() as connection:
        connection.execute(
            text("INSERT INTO setting (user_id, name, value) SELECT id, 'a', 'b' FROM app_user")
        )

    assert logged_since(workspace, seq) == []


def test_the_version_of_a_row_rises_with_each_change_on_a_server(
    postgresql_workspace: Workspace,
) -> None:
    key = add_contact(postgresql_workspace)
    act = postgresql_workspace.act("Renamed", NOW)

    with postgresql_workspace.database.writing(act) as connection:
        for name in "abc":
            update_rows(connection, ContactRow, [(key, {"name": name})], act)

    with postgresql_workspace.database.reading() as connection:
        assert connection.scalar(select(ContactRow.row_version)) == 4
