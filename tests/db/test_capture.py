"""The triggers of the log: all there, and of one mind on both engines."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, delete, insert, select, text

from core.workspace import open_workspace
from db import capture
from db.canonical import LongMark, canonical, plain, text_hash
from db.capture.columns import captured_tables
from db.history import changes_of_act, kept_texts
from db.ids import new_id
from db.tables.activity import ActivityRow
from db.tables.contact import ContactAddressRow, ContactRow
from db.tables.lookups import ActivityTypeRow
from db.tables.opportunity import OpportunityRow
from db.types import moment_text
from db.writes import insert_rows, table_of, update_rows
from tests.workspaces import NOW, contact_values, first_id, opportunity_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from core.workspace import Workspace
    from db.tables import Base

SHORT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30
)
# Around the length where the log turns to length and hash.
LONG_TEXTS = st.one_of(
    SHORT,
    st.builds(lambda part, n: (part * 1002)[:n], SHORT, st.integers(998, 1005)),
)
WHOLE = st.integers(-(2**63), 2**63 - 1)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(9999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
KEYS = {name: new_id() for name in ("contact", "other", "opportunity", "activity", "address")}
OPPORTUNITY = st.fixed_dictionaries(
    {},
    optional={
        "title": SHORT,
        "description": st.none() | LONG_TEXTS,
        "contact_id": st.sampled_from([KEYS["contact"], KEYS["other"]]),
        "expected_close_on": st.none() | DAYS,
        "probability_by_hand": st.booleans(),
        "net_minor": st.none() | WHOLE,
        "deleted_at": st.none() | MOMENTS,
    },
)
ACTIVITY = st.fixed_dictionaries(
    {},
    optional={
        "text": st.none() | LONG_TEXTS,
        "result": st.none() | LONG_TEXTS,
        "due_at": st.none() | MOMENTS,
        "mandatory": st.booleans(),
        "user_id": st.none(),
        "contact_id": st.none() | st.just(KEYS["contact"]),
    },
)
ADDRESS = st.fixed_dictionaries(
    {"latitude_millionths": st.integers(-90_000_000, 90_000_000)},
    optional={"city": st.none() | SHORT, "main": st.booleans()},
)
FILLED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def twins(sqlite_address: str, postgresql_address: str) -> Iterator[tuple[Workspace, Workspace]]:
    """Return a file and a server that hold the same records under the same ids."""
    first, second = open_workspace(sqlite_address, NOW), open_workspace(postgresql_address, NOW)
    with closing(first.database), closing(second.database):
        for workspace in (first, second):
            fill(workspace)
        yield first, second


def fill(workspace: Workspace) -> None:
    act = workspace.act("Filled", NOW)
    with workspace.database.writing(act) as connection:
        contacts = [contact_values(connection, id=KEYS[name]) for name in ("contact", "other")]
        insert_rows(connection, ContactRow, contacts, act)
        deal = opportunity_values(connection, KEYS["contact"], id=KEYS["opportunity"])
        insert_rows(connection, OpportunityRow, [deal], act)
        call = {
            "id": KEYS["activity"],
            "subject": "Call",
            "activity_type_id": first_id(connection, ActivityTypeRow),
        }
        insert_rows(connection, ActivityRow, [call], act)
        address = {"id": KEYS["address"], "contact_id": KEYS["contact"]}
        insert_rows(connection, ContactAddressRow, [address], act)


def edit(
    workspace: Workspace, row_class: type[Base], key: UUID, values: dict[str, object]
) -> list[Any]:
    """Change a row; return what the log says of it."""
    act = workspace.act("Changed", NOW)
    with workspace.database.writing(act) as connection:
        update_rows(connection, row_class, [(key, values)], act)
    with workspace.database.reading() as connection:
        return [entry[2:] for entry in changes_of_act(connection, act.id)]


def values_of(workspace: Workspace, row_class: type[Base], key: UUID) -> dict[str, Any]:
    table = table_of(row_class)
    with workspace.database.reading() as connection:
        return dict(connection.execute(select(table).where(table.c.id == key)).mappings().one())


@FILLED
@given(deal=OPPORTUNITY, call=ACTIVITY, address=ADDRESS)
def test_both_engines_log_the_same_cells_for_the_same_edit(
    twins: tuple[Workspace, Workspace],
    deal: dict[str, object],
    call: dict[str, object],
    address: dict[str, object],
) -> None:
    edits: list[tuple[type[Base], str, dict[str, object]]] = [
        (OpportunityRow, "opportunity", deal),
        (ActivityRow, "activity", call),
        (ContactAddressRow, "address", address),
    ]

    for row_class, name, values in edits:
        logged = [edit(workspace, row_class, KEYS[name], values) for workspace in twins]

        assert logged[0] == logged[1]


@FILLED
@given(values=OPPORTUNITY)
def test_the_log_holds_the_canonical_form_of_the_old_and_the_new_value(
    twins: tuple[Workspace, Workspace], values: dict[str, object]
) -> None:
    table = table_of(OpportunityRow)
    for workspace in twins:
        before = values_of(workspace, OpportunityRow, KEYS["opportunity"])

        logged = edit(workspace, OpportunityRow, KEYS["opportunity"], values)

        after = values_of(workspace, OpportunityRow, KEYS["opportunity"])
        cells = logged[0][3] if logged else {}
        assert cells == {
            name: (canonical(table.c[name], before[name]), canonical(table.c[name], after[name]))
            for name in values
            if before[name] != after[name]
        }


def test_a_deleted_row_leaves_the_same_cells_on_both_engines(
    twins: tuple[Workspace, Workspace],
) -> None:
    logged = []
    for workspace in twins:
        edit(workspace, ContactRow, KEYS["other"], {"name": "\u00c9", "description": "x" * 1001})
        act = workspace.act("Deleted", NOW)
        with workspace.database.writing(act) as connection:
            connection.execute(delete(ContactRow).where(ContactRow.id == KEYS["other"]))
        with workspace.database.reading() as connection:
            entries = list(changes_of_act(connection, act.id))
        cells = {n: c for n, c in entries[0].cells.items() if n != "contact_type_id"}
        logged.append((entries[0].op, cells))

    assert logged[0] == logged[1]
    assert logged[0][1]["name"] == ("\u00c9", None)
    assert logged[0][1]["description"][0]["length"] == 1001


@FILLED
@given(words=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_text_has_one_hash_everywhere(twins: tuple[Workspace, Workspace], words: str) -> None:
    long = (words or "x") * 1001
    marks = []
    for workspace in twins:
        edit(workspace, ContactRow, KEYS["contact"], {"description": None})
        marks.append(edit(workspace, ContactRow, KEYS["contact"], {"description": long}))

    mark = {"length": len(long), "hash": text_hash(long)}
    assert marks[0][0][3] == marks[1][0][3] == {"description": (None, mark)}


def test_a_long_text_is_kept_when_it_is_replaced(workspace: Workspace) -> None:
    fill(workspace)
    old = "\u00e0 long story " * 200
    mark = LongMark(len(old), text_hash(old))
    edit(workspace, ContactRow, KEYS["contact"], {"description": old})
    with workspace.database.reading() as connection:
        assert kept_texts(connection, [mark]) == {}

    edit(workspace, ContactRow, KEYS["contact"], {"description": "short"})

    with workspace.database.reading() as connection:
        assert kept_texts(connection, [mark]) == {mark: old}


@given(key=st.uuids(), moment=MOMENTS, day=DAYS, flag=st.booleans(), number=WHOLE, words=SHORT)
def test_a_value_survives_its_canonical_form(  # noqa: PLR0913 - one for each kind
    key: UUID, moment: datetime, day: date, number: int, words: str, *, flag: bool
) -> None:
    columns = table_of(OpportunityRow).c
    exact = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    cases = [
        (columns.contact_id, key),
        (columns.deleted_at, exact),
        (columns.closed_on, day),
        (columns.probability_by_hand, flag),
        (columns.net_minor, number),
        (columns.description, words),
        (columns.title, None),
    ]

    for column, value in cases:
        assert plain(column, canonical(column, value)) == value


def test_a_moment_is_written_in_utc_to_the_millisecond() -> None:
    moment = datetime.fromisoformat("2026-03-29T03:30:00.123987+02:00")

    assert moment_text(moment) == "2026-03-29T01:30:00.123Z"


def test_every_captured_table_is_logged_for_every_event(workspace: Workspace) -> None:
    with workspace.database.reading() as connection:
        sqlite = connection.dialect.name == "sqlite"
        found = set(capture.installed(connection))

    suffixes = ("inserted", "updated", "deleted") if sqlite else ("log", "stamp")
    for table in captured_tables():
        for suffix in suffixes:
            assert (f"dealboard_{table.name}_{suffix}", table.name) in found


def test_the_triggers_in_the_database_are_those_generated(workspace: Workspace) -> None:
    with workspace.database.reading() as connection:
        dialect = connection.dialect.name
        found = triggers(connection, dialect)

    generated = [s for s in capture.statements(dialect) if s.startswith("CREATE TRIGGER")]
    assert sorted(found) == sorted(squeezed(statement) for statement in generated)


def triggers(connection: Any, dialect: str) -> list[str]:  # noqa: ANN401
    query = (
        "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
        if dialect == "sqlite"
        else "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
    )
    return [squeezed(sql) for sql in connection.execute(text(query)).scalars()]


def squeezed(sql: str) -> str:
    """Return a statement as both we and the server could have written it."""
    short = re.sub(r"\s+", " ", sql).replace("public.", "").replace("((", "(").replace("))", ")")
    short = short.replace("OLD.", "old.").replace("NEW.", "new.")
    events = re.search(r"(BEFORE|AFTER) (.*?) ON ", short)
    if events is None:
        return short
    # The server lists events in an order of its own.
    listed = " OR ".join(sorted(events[2].split(" OR ")))
    return short.replace(f"{events[1]} {events[2]} ON ", f"{events[1]} {listed} ON ", 1)


def test_the_functions_on_the_server_are_those_generated(
    postgresql_workspace: Workspace,
) -> None:
    query = "SELECT proname, prosrc, proconfig FROM pg_proc WHERE proname LIKE 'dealboard%'"
    with postgresql_workspace.database.reading() as connection:
        found = {row[0]: (row[1].strip(), row[2]) for row in connection.execute(text(query))}

    generated = [s for s in capture.statements("postgresql") if s.startswith("CREATE OR REPLACE")]
    bodies = {
        re.search(r"FUNCTION (\w+)", s)[1]: s.split("$body$")[1].strip()  # type: ignore[index]
        for s in generated
    }
    assert {name: body for name, (body, _config) in found.items()} == bodies
    # Without a fixed search path the edits of other logins would fail.
    assert all(config and config[0].startswith("search_path=") for _body, config in found.values())


def test_triggers_installed_twice_are_the_same(workspace: Workspace) -> None:
    with workspace.database.changing() as connection:
        before = capture.installed(connection)
        capture.install(connection)
        after = capture.installed(connection)

    assert before == after
    assert before


def test_without_triggers_nothing_is_logged(workspace: Workspace) -> None:
    with workspace.database.changing() as connection:
        capture.remove(connection)
        before = connection.execute(text("SELECT count(*) FROM change")).scalar_one()
        row = contact_values(connection)
        connection.execute(insert(ContactRow), [row])
        after = connection.execute(text("SELECT count(*) FROM change")).scalar_one()
        capture.install(connection)

    assert before == after


def test_a_moment_of_another_zone_is_the_same_moment(workspace: Workspace) -> None:
    fill(workspace)
    moment = datetime.fromisoformat("2026-03-29T03:30:00.500+02:00")

    logged = edit(workspace, ActivityRow, KEYS["activity"], {"due_at": moment})

    assert logged[0][3] == {"due_at": (None, "2026-03-29T01:30:00.500Z")}
    stored = values_of(workspace, ActivityRow, KEYS["activity"])["due_at"]
    assert stored == moment
    assert stored.utcoffset() == timedelta(0)


def test_only_long_text_columns_may_hold_long_text() -> None:
    # A text column without a hash would put every version whole into the log.
    names = {c.name for t in captured_tables() for c in t.columns if type(c.type) is Text}

    assert not names & {"text", "description_long", "note", "result", "content"}
