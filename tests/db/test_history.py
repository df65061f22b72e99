"""Reading the log: what became of a record, in plain values."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from db.canonical import LongMark
from db.history import (
    LogEntry,
    acts_that_undo,
    find_act,
    find_acts,
    label_values,
    recent_acts,
    record_history,
)
from db.ids import new_id
from db.net_change import net_changes
from db.references import Reference, kept_together
from db.tables.contact import ContactAddressRow, ContactRow
from db.tables.lookups import TagRow
from db.writes import set_rows, update_rows
from tests.workspaces import NOW, add_contact, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace
    from db.acts import Act

KEYS = [new_id() for _ in range(5)]
VALUES = st.integers(0, 3)


def change(workspace: Workspace, key: UUID, **values: object) -> Act:
    act = workspace.act("Changed", NOW)
    with workspace.database.writing(act) as connection:
        update_rows(connection, ContactRow, [(key, values)], act)
    return act


def test_a_record_tells_who_changed_what_newest_first(workspace: Workspace) -> None:
    key = add_contact(workspace, name="One")
    day = NOW.date()
    first = change(workspace, key, name="Two", person=True, lead_on=day)
    second = change(workspace, key, parent_id=key, deleted_at=NOW)

    with workspace.database.reading() as connection:
        history = record_history(connection, [("contact", key)])

    assert [found.op for found in history] == ["update", "update", "insert"]
    assert [found.act.id for found in history[:2]] == [second.id, first.id]
    assert history[0].cells == {"parent_id": (None, key), "deleted_at": (None, NOW)}
    assert history[1].cells == {
        "name": ("One", "Two"),
        "person": (False, True),
        "lead_on": (None, day),
    }
    assert history[2].cells == {}
    assert history[0].act.user_name == workspace.user.name


def test_the_parts_of_a_record_belong_to_its_history(workspace: Workspace) -> None:
    key, address = add_contact(workspace), new_id()
    write_rows(workspace, ContactAddressRow, [{"id": address, "contact_id": key}])

    with workspace.database.reading() as connection:
        rows = [("contact", key), ("contact_address", address)]
        history = record_history(connection, rows)
        newest = record_history(connection, rows, limit=1)
        none = record_history(connection, [])

    assert [found.table for found in history] == ["contact_address", "contact"]
    assert newest == history[:1]
    assert none == []


def test_a_long_text_is_told_by_its_length(workspace: Workspace) -> None:
    key = add_contact(workspace)
    change(workspace, key, description="x" * 2000)

    with workspace.database.reading() as connection:
        cells = record_history(connection, [("contact", key)])[0].cells

    old, new = cells["description"]
    assert old is None
    assert isinstance(new, LongMark)
    assert new.length == 2000


def test_acts_are_found_by_id_and_by_user(workspace: Workspace) -> None:
    key = add_contact(workspace)
    acts = [change(workspace, key, name=name) for name in "abc"]

    with workspace.database.reading() as connection:
        one = find_act(connection, acts[0].id)
        some = find_acts(connection, [act.id for act in acts[:2]])
        recent = recent_acts(connection, workspace.user.id, 2)
        nobody = recent_acts(connection, new_id(), 2)
        unknown = find_act(connection, new_id())

    assert one is not None
    assert (one.label_key, one.at, one.user_id) == ("Changed", NOW, workspace.user.id)
    assert set(some) == {act.id for act in acts[:2]}
    assert [act.id for act in recent] == [acts[2].id, acts[1].id]
    assert (nobody, unknown) == ([], None)


def test_a_chain_of_undos_comes_in_its_order(workspace: Workspace) -> None:
    key = add_contact(workspace)
    chain = [change(workspace, key, name="x").id]
    for step in range(3):
        act = workspace.act("Undid", NOW - timedelta(step), undoes=chain[-1])
        with workspace.database.writing(act) as connection:
            update_rows(connection, ContactRow, [(key, {"name": str(step)})], act)
        chain.append(act.id)

    with workspace.database.reading() as connection:
        found = acts_that_undo(connection, chain[:1])

    assert [act.id for act in found] == chain[1:]


def test_a_label_of_another_program_may_be_rubbish(workspace: Workspace) -> None:
    with workspace.database.changing() as connection:
        key = new_id()
        bound = key.bytes if connection.dialect.name == "sqlite" else key
        sql = text("INSERT INTO act (id, label_key, label_values) VALUES (:id, 'x', '{')")
        connection.execute(sql, {"id": bound})
        found = find_act(connection, key)

    assert found is not None
    assert found.label_values == {}
    assert label_values("[1]") == {}
    assert label_values('{"n": 1}') == {"n": 1}


def test_many_rows_are_set_in_few_statements(workspace: Workspace) -> None:
    keys = [new_id() for _ in range(20)]
    rows = [{"id": key, "code": str(n), "description": "x"} for n, key in enumerate(keys)]
    write_rows(workspace, TagRow, rows)
    act = workspace.act("Retired", NOW)

    with workspace.database.writing(act) as connection:
        set_rows(connection, TagRow, keys, {"retired_at": NOW}, act)

    with workspace.database.reading() as connection:
        named = [("tag", key) for key in keys]
        ops = [f.cells for f in record_history(connection, named) if f.act.id == act.id]
    assert ops == [{"retired_at": (None, NOW)}] * 20


def entry(op: str, cells: dict[str, tuple[Any, Any]] | None = None) -> LogEntry:
    return LogEntry(1, KEYS[0], "contact", KEYS[1], op, cells or {})


@given(st.lists(VALUES, min_size=2, max_size=8))
def test_a_chain_of_updates_is_its_first_and_its_last_value(values: list[int]) -> None:
    pairs = pairwise(values)

    net = net_changes(entry("update", {"name": pair}) for pair in pairs)["contact"][KEYS[1]]

    assert (net.before["name"], net.after["name"]) == (values[0], values[-1])
    assert net.changed() == ({"name"} if values[0] != values[-1] else set())
    assert not net.inserted


@pytest.mark.parametrize(
    ("ops", "inserted", "deleted"),
    [
        (("insert",), True, False),
        (("insert", "update"), True, False),
        (("insert", "delete"), True, True),
        (("update", "delete"), False, True),
        (("delete", "insert"), False, False),
    ],
)
def test_what_a_row_went_through_is_summed_up(
    ops: tuple[str, ...], *, inserted: bool, deleted: bool
) -> None:
    net = net_changes(entry(op) for op in ops)["contact"][KEYS[1]]

    assert (net.inserted, net.deleted) == (inserted, deleted)


def test_what_triggers_derive_is_no_change() -> None:
    net = net_changes([entry("update", {"stage_since_on": ("2026-01-01", "2026-01-02")})])

    assert net["contact"][KEYS[1]].changed() == set()


@given(
    links=st.lists(st.tuples(VALUES, VALUES, st.booleans()), max_size=8),
    outside=st.sets(VALUES, max_size=2),
    kept=st.sets(VALUES, max_size=2),
)
def test_nothing_goes_that_something_staying_needs(
    links: list[tuple[int, int, bool]], outside: set[int], kept: set[int]
) -> None:
    places = [("row", KEYS[n]) for n in range(4)]
    going = {places[n] for n in range(4) if n not in outside}
    held = {places[n] for n in kept} & going
    references = [Reference(places[a], places[b], owned) for a, b, owned in links]

    staying = kept_together(references, going, held)

    assert held <= staying <= going
    gone = going - staying
    for each in references:
        if each.parent in gone:
            assert each.child in gone
        if each.owned and each.parent in staying:
            assert each.child not in gone
