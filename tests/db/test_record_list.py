"""Lists of records: pages, counts and orders, and what the engine does to give them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from db import text_search
from db.id_list import IdList
from db.list_query import ListQuery, Order
from db.opportunity_list import OPPORTUNITY_LIST, OpportunityItem
from db.record_list import (
    CHUNK,
    PAGE,
    first_page,
    id_statement,
    items_by_id,
    ordered_ids,
)
from db.tables.contact import ContactRow
from db.tables.lookups import OpportunityTypeRow, ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import AgentRow
from db.tables.workflow import StageRow
from tests.lists import add_contacts, add_opportunities, change_rows, delete_rows
from tests.workspaces import NOW, add_contact, add_opportunity, write_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.list_query import FirstPage
    from db.tables import Base

SORTS = tuple(OPPORTUNITY_LIST.sorts)
FIRST_DAY = date(2026, 1, 1)
NAMES = ("Conti", "Abate", "Bruno", "Abate")


def page(workspace: Workspace, query: ListQuery) -> FirstPage[OpportunityItem]:
    with workspace.database.reading() as connection:
        return first_page(connection, OPPORTUNITY_LIST, query)


def ids_of(workspace: Workspace, *orders: Order, words: str = "") -> list[UUID]:
    with workspace.database.reading() as connection:
        ids = ordered_ids(connection, OPPORTUNITY_LIST, ListQuery(orders, words))
    assert ids is not None
    return ids.slice(0, len(ids))


def rows_of(workspace: Workspace, *orders: Order) -> list[OpportunityItem]:
    """Return the rows of an order, of one page at most."""
    found = page(workspace, ListQuery(orders))
    assert [item.id for item in found.items] == ids_of(workspace, *orders)
    return list(found.items)


def some_of(connection: Connection, row_class: type[Base]) -> list[UUID | None]:
    """Return two rows of a lookup table, and none."""
    table = row_class.__table__
    return [*connection.scalars(select(table.c.id).order_by(table.c.position).limit(2)), None]


def fill(workspace: Workspace, count: int = 60) -> list[UUID]:
    """Write rows in which every column that can be sorted has equal values, and empty ones."""
    agents = [{"code": name, "description": name} for name in ("Rosa", "Aldo")]
    write_rows(workspace, AgentRow, agents)
    contacts = add_contacts(workspace, NAMES)
    with workspace.database.reading() as connection:
        stages = some_of(connection, StageRow)
        chances = some_of(connection, ProbabilityRow)
        people = some_of(connection, AgentRow)
        types = some_of(connection, OpportunityTypeRow)[:-1]

    def values(place: int) -> Mapping[str, object]:
        closed = place % 5 == 0
        return {
            "title": f"Title {place % 7}",
            "type_id": types[place % len(types)],
            "stage_id": stages[place % 3],
            "probability_id": chances[place % 3],
            "agent_id": people[place % 3],
            "user_id": workspace.user.id if place % 4 else None,
            "gross_minor": None if place % 6 == 0 else place % 4 * 1000,
            "net_minor": None if place % 6 == 0 else place % 4 * -900,
            "created_on": FIRST_DAY + timedelta(days=place % 9),
            "expected_close_on": None if place % 3 == 0 else FIRST_DAY + timedelta(place % 8),
            "outcome": "won" if closed else "open",
            "closed_on": FIRST_DAY + timedelta(days=place % 11) if closed else None,
        }

    return add_opportunities(workspace, contacts, count, values)


def test_an_empty_list_has_an_empty_page(workspace: Workspace) -> None:
    found = page(workspace, ListQuery())

    assert list(found.items) == []
    assert found.count == 0
    assert ids_of(workspace) == []


def test_the_first_page_comes_with_the_exact_count(workspace: Workspace) -> None:
    contact = add_contact(workspace)
    sizes = []

    for first, more in ((0, PAGE - 1), (PAGE - 1, 1), (PAGE, 1)):
        add_opportunities(workspace, [contact], more, first=first)
        found = page(workspace, ListQuery())
        sizes.append((len(found.items), found.count))

    assert sizes == [(PAGE - 1, PAGE - 1), (PAGE, PAGE), (PAGE, PAGE + 1)]


def test_a_row_carries_what_the_list_shows(workspace: Workspace) -> None:
    contact = add_contact(workspace, name="Legno Veneto")
    key = add_opportunity(
        workspace,
        contact,
        title="Press",
        number="26/0007",
        net_minor=-90_071_992_547_409_93,
        gross_minor=None,
        user_id=workspace.user.id,
        expected_close_on=date(2026, 12, 11),
    )

    item = page(workspace, ListQuery()).items[0]

    assert item.id == key
    assert (item.number, item.title, item.contact) == ("26/0007", "Press", "Legno Veneto")
    assert (item.net_minor, item.gross_minor) == (-90_071_992_547_409_93, None)
    assert (item.user, item.agent) == (workspace.user.name, None)
    assert (item.created_on, item.expected_close_on) == (NOW.date(), date(2026, 12, 11))
    assert (item.outcome, item.closed_on) == ("open", None)
    assert item.decimals == 2


def test_the_newest_stand_first_where_nothing_is_chosen(workspace: Workspace) -> None:
    fill(workspace)

    rows = rows_of(workspace)

    assert [row.created_on for row in rows] == sorted((r.created_on for r in rows), reverse=True)
    assert ids_of(workspace) == ids_of(workspace, Order("created", descending=True))


def test_every_sort_turned_round_is_the_same_order_backwards(workspace: Workspace) -> None:
    keys = set(fill(workspace))

    for name in SORTS:
        up = ids_of(workspace, Order(name))
        down = ids_of(workspace, Order(name, descending=True))

        assert up == down[::-1], name
        assert set(up) == keys, name
        assert len(up) == len(keys), name


@pytest.mark.parametrize("descending", [False, True])
def test_every_order_ends_in_the_id(workspace: Workspace, *, descending: bool) -> None:
    fill(workspace)

    for name, field in SHOWN.items():
        rows = rows_of(workspace, Order(name, descending=descending))

        for _value, same in groupby(rows, attrgetter(field)):
            keys = [row.id for row in same]
            assert keys == sorted(keys, reverse=descending), name


# The sorts by a value that a row shows as it is.
SHOWN = {
    "number": "number",
    "title": "title",
    "gross": "gross_minor",
    "net": "net_minor",
    "agent": "agent",
    "user": "user",
    "created": "created_on",
    "expected_close": "expected_close_on",
    "closed": "closed_on",
    "probability": "percent",
    "last_activity": "last_activity_at",
}


@pytest.mark.parametrize("descending", [False, True])
def test_every_sort_puts_values_in_order_and_keeps_empty_ones_together(
    workspace: Workspace, *, descending: bool
) -> None:
    fill(workspace)

    for name, field in SHOWN.items():
        rows = rows_of(workspace, Order(name, descending=descending))
        values: list[Any] = [getattr(row, field) for row in rows]

        known = [value for value in values if value is not None]
        assert known == sorted(known, reverse=descending), name
        assert len([key for key, _ in groupby(values, lambda value: value is None)]) <= 2, name


def test_stages_and_types_are_sorted_by_their_place_in_the_process(workspace: Workspace) -> None:
    fill(workspace)
    with workspace.database.reading() as connection:
        table = StageRow.__table__
        stages = list(connection.scalars(select(table.c.description).order_by(table.c.position)))

    rows = rows_of(workspace, Order("stage"))

    seen = [stage for stage, _rows in groupby(row.stage for row in rows)]
    places = [stages.index(stage) for stage in seen if stage is not None]
    assert len(seen) == 3
    assert places == sorted(places)


def test_contacts_of_one_name_stay_apart_in_the_order_of_names(workspace: Workspace) -> None:
    keys = fill(workspace)
    with workspace.database.reading() as connection:
        table = OpportunityRow.__table__
        contact_of = dict(connection.execute(select(table.c.id, table.c.contact_id)).all())

    for descending in (False, True):
        rows = rows_of(workspace, Order("contact", descending=descending))

        wanted = sorted(
            ((row.contact, contact_of[row.id], row.id) for row in rows), reverse=descending
        )
        assert [(row.contact, contact_of[row.id], row.id) for row in rows] == wanted
        assert len(rows) == len(keys)


def test_a_second_sort_orders_what_the_first_leaves_equal(workspace: Workspace) -> None:
    fill(workspace)

    rows = rows_of(workspace, Order("title"), Order("created", descending=True))

    seen = [(row.title, -row.created_on.toordinal(), row.id) for row in rows]
    by_values = [(title, day) for title, day, _key in seen]
    assert by_values == sorted(by_values)
    for _value, same in groupby(seen, lambda row: row[:2]):
        keys = [key for _title, _day, key in same]
        assert keys == sorted(keys, reverse=True)


def test_sort_and_words_go_together(workspace: Workspace) -> None:
    fill(workspace)

    found = page(workspace, ListQuery((Order("contact"), Order("net")), "title bruno"))

    assert found.count == 15
    assert {item.contact for item in found.items} == {"Bruno"}
    assert [item.id for item in found.items] == ids_of(
        workspace, Order("contact"), Order("net"), words="title bruno"
    )


def test_a_deleted_row_is_nowhere(workspace: Workspace) -> None:
    keys = add_opportunities(workspace, [add_contact(workspace)], 5)

    delete_rows(workspace, OpportunityRow, keys[:2])

    assert page(workspace, ListQuery()).count == 3
    assert set(ids_of(workspace)) == set(keys[2:])
    with workspace.database.reading() as connection:
        assert items_by_id(connection, OPPORTUNITY_LIST, keys).keys() == set(keys[2:])


def test_rows_are_given_by_id_and_unknown_ones_left_out(workspace: Workspace) -> None:
    keys = add_opportunities(workspace, [add_contact(workspace)], 5)
    stranger = add_contact(workspace)

    with workspace.database.reading() as connection:
        some = items_by_id(connection, OPPORTUNITY_LIST, [keys[3], stranger, keys[1]])
        none = items_by_id(connection, OPPORTUNITY_LIST, [])

    assert {key: item.id for key, item in some.items()} == {keys[1]: keys[1], keys[3]: keys[3]}
    assert none == {}


def test_a_renamed_contact_has_its_new_place(workspace: Workspace) -> None:
    first, second = add_contacts(workspace, ["Abate", "Bruno"])
    early, late = add_opportunities(workspace, [first, second], 2)

    change_rows(workspace, ContactRow, [first], {"name": "Zeni"})

    assert ids_of(workspace, Order("contact")) == [late, early]


def test_a_read_of_ids_can_be_cancelled(workspace: Workspace) -> None:
    add_opportunities(workspace, [add_contact(workspace)], 3)

    with workspace.database.reading() as connection:
        stopped = ordered_ids(connection, OPPORTUNITY_LIST, ListQuery(), lambda: True)
        again = ordered_ids(connection, OPPORTUNITY_LIST, ListQuery(), lambda: False)

    assert stopped is None
    assert again is not None
    assert len(again) == 3


def test_a_cancelled_read_stops_at_the_next_part(sqlite_workspace: Workspace) -> None:
    add_opportunities(sqlite_workspace, [add_contact(sqlite_workspace)], CHUNK + 1)
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    with sqlite_workspace.database.reading() as connection:
        found = ordered_ids(connection, OPPORTUNITY_LIST, ListQuery(), cancelled)

    assert found is None
    assert len(asked) == 2


def test_the_ids_are_packed_the_same_on_both_engines(workspace: Workspace) -> None:
    keys = add_opportunities(workspace, [add_contact(workspace)], 3)

    with workspace.database.reading() as connection:
        found = ordered_ids(connection, OPPORTUNITY_LIST, ListQuery((Order("number"),)))

    assert found == IdList.of(keys)


# One table, one index: nothing is sorted, and no row is read to leave it out.
WALKED = {
    "the list's own order": (),
    "number": (Order("number"),),
    "title": (Order("title"),),
    "net": (Order("net"),),
    "expected_close": (Order("expected_close"),),
    "closed": (Order("closed"),),
    "last_activity": (Order("last_activity"),),
    "created": (Order("created"),),
    "net downwards": (Order("net", descending=True),),
    "title downwards": (Order("title", descending=True),),
}


def plan(connection: Connection, statement: Any) -> str:  # noqa: ANN401 - any statement
    """Return how SQLite would answer a statement."""
    compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
    rows = connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}".replace(":", r"\:"))).all()
    return "\n".join(row.detail for row in rows)


@pytest.mark.parametrize("analyzed", [False, True])
def test_the_orders_of_one_table_walk_a_covering_index(
    sqlite_workspace: Workspace, *, analyzed: bool
) -> None:
    fill(sqlite_workspace, 300)
    with sqlite_workspace.database.changing() as connection:
        connection.execute(text("ANALYZE" if analyzed else "SELECT 1"))

    for name, orders in WALKED.items():
        with sqlite_workspace.database.reading() as connection:
            statement = id_statement(OPPORTUNITY_LIST, ListQuery(orders), None)
            steps = plan(connection, statement), plan(connection, statement.limit(PAGE))

        for step in steps:
            assert "USING COVERING INDEX ix_opportunity_" in step, name
            assert "TEMP B-TREE" not in step, name


@pytest.mark.parametrize("analyzed", [False, True])
def test_the_order_of_contacts_walks_their_names(
    sqlite_workspace: Workspace, *, analyzed: bool
) -> None:
    fill(sqlite_workspace, 300)
    with sqlite_workspace.database.changing() as connection:
        connection.execute(text("ANALYZE" if analyzed else "SELECT 1"))

    with sqlite_workspace.database.reading() as connection:
        query = ListQuery((Order("contact"),))
        steps = plan(connection, id_statement(OPPORTUNITY_LIST, query, None).limit(PAGE))

    walk, look = steps.splitlines()[:2]
    assert walk.startswith("SCAN contact USING COVERING INDEX ix_contact_name")
    assert look.startswith("SEARCH opportunity USING COVERING INDEX ix_opportunity_contact")
    assert "TEMP B-TREE FOR ORDER BY" not in steps


def test_the_count_and_the_rows_of_a_page_use_indexes(sqlite_workspace: Workspace) -> None:
    keys = fill(sqlite_workspace, 300)
    statements: list[str] = []

    with sqlite_workspace.database.reading() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(statements.append)
        first_page(connection, OPPORTUNITY_LIST, ListQuery())
        items_by_id(connection, OPPORTUNITY_LIST, keys[:3])
        raw.set_trace_callback(None)
        steps = [
            row.detail
            for statement in statements
            if statement.startswith("SELECT")
            for row in connection.execute(
                text(f"EXPLAIN QUERY PLAN {statement}".replace(":", r"\:"))
            )
        ]

    assert len(steps) > 10
    walked = [step for step in steps if step.startswith("SCAN")]
    assert [step for step in walked if "COVERING INDEX" not in step] == []


def test_a_rare_word_is_looked_up_and_a_common_one_asked_of_each_row_in_order(
    sqlite_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(sqlite_workspace, 300)
    query = ListQuery((Order("net"),), "title")

    with sqlite_workspace.database.reading() as connection:
        rare = OPPORTUNITY_LIST.with_words(["title"], connection)
        monkeypatch.setattr(text_search, "FEW", 10)
        common = OPPORTUNITY_LIST.with_words(["title"], connection)
        looked_up = plan(connection, id_statement(OPPORTUNITY_LIST, query, rare))
        walked = plan(connection, id_statement(OPPORTUNITY_LIST, query, common).limit(PAGE))

    assert "SCAN opportunity_index VIRTUAL TABLE" in looked_up
    assert "SEARCH opportunity USING" in looked_up
    assert walked.startswith("SCAN opportunity USING COVERING INDEX ix_opportunity_net")
    assert "TEMP B-TREE" not in walked


@pytest.mark.parametrize("orders", [(), (Order("contact"),), (Order("net"),)])
def test_a_server_takes_a_page_from_an_index(
    postgresql_workspace: Workspace, orders: tuple[Order, ...]
) -> None:
    contacts = add_contacts(postgresql_workspace, [f"Contact {place}" for place in range(2_500)])
    add_opportunities(postgresql_workspace, contacts, 5_000)
    with postgresql_workspace.database.changing() as connection:
        connection.execute(text("ANALYZE"))

    with postgresql_workspace.database.reading() as connection:
        statement = id_statement(OPPORTUNITY_LIST, ListQuery(orders), None).limit(PAGE)
        compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
        steps = "\n".join(connection.scalars(text(f"EXPLAIN {compiled}".replace("::", r"\:\:"))))

    assert "Index" in steps
    assert "Seq Scan on opportunity" not in steps
    assert "Sort Key: opportunity" not in steps
