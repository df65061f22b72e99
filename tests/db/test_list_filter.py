"""Filters of lists: every kind, on columns of the row itself, of other tables and of many rows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from db.filters import (
    ChangedFilter,
    ChoiceFilter,
    DayFilter,
    EitherFilter,
    EmptyFilter,
    FlagFilter,
    MomentFilter,
    MoneyFilter,
    NumberFilter,
    TextFilter,
)
from db.ids import new_id
from db.list_filter import UnknownColumnError
from db.list_query import ListQuery, Order
from db.opportunity_list import OPPORTUNITY_LIST
from db.record_list import first_page, ordered_ids
from db.tables.contact import ContactAddressRow
from db.tables.lookups import OriginRow, ProbabilityRow, TagRow
from db.tables.opportunity import OpportunityRow, OpportunityTagRow
from tests.copies import open_copy
from tests.workspaces import NOW, add_contact, add_opportunity, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from core.workspace import Workspace
    from db.filters import Filter
    from db.tables import Base

DAY = date(2026, 3, 1)
MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """Return a workspace with four opportunities that differ in everything."""
    workspace = open_copy(request, tmp_path_factory, request.param)
    rossi = add_contact(workspace, name="Rossi Presse", country_code="IT")
    weiss = add_contact(workspace, name="Weiß Öfen", country_code="DE")
    address = {"id": new_id(), "contact_id": rossi, "city": "Milano", "main": True}
    other = {"id": new_id(), "contact_id": weiss, "city": "Milano", "main": False}
    write_rows(workspace, ContactAddressRow, [address, other])
    red, blue = new_id(), new_id()
    tags = [{"id": red, "code": "r", "description": "Red"}]
    write_rows(workspace, TagRow, [*tags, {"id": blue, "code": "b", "description": "Blue"}])
    fair = keyed(workspace, OriginRow, "fair")
    half, most = keyed(workspace, ProbabilityRow, "50"), keyed(workspace, ProbabilityRow, "90")
    a = add_opportunity(
        workspace, rossi, title="Line", number="1", net_minor=100_050, currency_code="EUR",
        created_on=DAY, probability_id=half, origin_id=fair, user_id=workspace.user.id,
        last_activity_at=MOMENT, description="100% sure", expected_close_on=DAY,
    )  # fmt: skip
    b = add_opportunity(
        workspace, rossi, title="Oven", number="2", net_minor=1_000, currency_code="JPY",
        created_on=DAY + timedelta(days=1), probability_id=most, probability_by_hand=True,
        last_activity_at=MOMENT + timedelta(hours=12),
    )  # fmt: skip
    add_opportunity(
        workspace, weiss, title="ÖFEN", number="3", net_minor=None, currency_code="EUR",
        created_on=DAY + timedelta(days=2), probability_id=None, outcome="won",
        closed_on=DAY, expected_close_on=DAY, description="", priority=3,
    )  # fmt: skip
    gone = add_opportunity(workspace, rossi, title="Gone", number="4", deleted_at=NOW)
    rows = [(a, red), (a, blue), (b, blue), (gone, red)]
    write_rows(
        workspace,
        OpportunityTagRow,
        [{"id": new_id(), "opportunity_id": o, "tag_id": t} for o, t in rows],
    )
    yield workspace
    workspace.database.close()


def keyed(workspace: Workspace, row_class: type[Base], code: str) -> UUID:
    """Return the id of the row of a lookup table with a code."""
    table = row_class.__table__
    with workspace.database.reading() as connection:
        key: UUID = connection.scalars(select(table.c.id).where(table.c.code == code)).one()
    return key


def numbers(workspace: Workspace, *filters: Filter, text: str = "") -> str:
    """Return the numbers of the rows that pass, by number; page, count and ids must agree."""
    for orders in ((Order("number"),), (Order("contact"), Order("number"))):
        query = ListQuery(orders, text, filters)
        with workspace.database.reading() as connection:
            page = first_page(connection, OPPORTUNITY_LIST, query)
            ids = ordered_ids(connection, OPPORTUNITY_LIST, query)
        assert ids is not None
        assert page.count == len(ids)
        assert [item.id for item in page.items] == ids.slice(0, 200)
    return "".join(sorted(item.number for item in page.items))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (TextFilter("title", "LIN"), "1"),
        (TextFilter("title", "öf"), "3"),
        (TextFilter("title", "ö*"), ""),
        (TextFilter("title", ""), "123"),
        (TextFilter("contact", "ross"), "12"),
        (TextFilter("contact", "WEIß"), "3"),
        (TextFilter("city", "milan"), "12"),
        (TextFilter("country", "de"), "3"),
        (TextFilter("description", "100%"), "1"),
        (TextFilter("description", "0_ "), ""),
        (TextFilter("description", "a\0b"), ""),
        (TextFilter("origin", "fair"), "1"),
        (TextFilter("tags", "blu"), "12"),
        (TextFilter("tags", "red"), "1"),
        (NumberFilter("percent", 50, 50), "1"),
        (NumberFilter("percent", 51, None), "2"),
        (NumberFilter("percent"), "12"),
        (NumberFilter("priority", 3, 10**30), "3"),
        (NumberFilter("priority", -(10**30), 0), "12"),
        (MoneyFilter("net", 10_000_000, None), "12"),
        (MoneyFilter("net", 10_005_000, 10_005_000), "1"),
        (MoneyFilter("net", 10_005_001, None), ""),
        (MoneyFilter("net", None, 10_004_999), "2"),
        (MoneyFilter("net", 9_999_999, 10_000_001), "2"),
        (MoneyFilter("net"), "12"),
        (DayFilter("created", DAY, DAY), "1"),
        (DayFilter("created", DAY + timedelta(days=1), None), "23"),
        (DayFilter("created", None, DAY + timedelta(days=1)), "12"),
        (DayFilter("expected_close", None, DAY), "13"),
        (DayFilter("expected_close", None, DAY, overdue=True), "1"),
        (MomentFilter("last_activity", MOMENT, MOMENT + timedelta(hours=12)), "1"),
        (MomentFilter("last_activity", None, MOMENT), ""),
        (MomentFilter("last_activity", MOMENT, None), "12"),
        (MomentFilter("last_activity", MOMENT, None, overdue=True), "12"),
        (MomentFilter("since", None, MOMENT + timedelta(seconds=1)), "1"),
        (ChoiceFilter("outcome", ("won",)), "3"),
        (ChoiceFilter("outcome", ("won", "open")), "123"),
        (ChoiceFilter("currency", ("JPY",)), "2"),
        (ChoiceFilter("probability", (), empty=True), "3"),
        (ChoiceFilter("tags", (), empty=True), "3"),
        (ChoiceFilter("outcome"), ""),
        (FlagFilter("by_hand", value=True), "2"),
        (FlagFilter("by_hand", value=False), "13"),
        (EmptyFilter("net"), "3"),
        (EmptyFilter("net", empty=False), "12"),
        (EmptyFilter("description"), "23"),
        (EmptyFilter("percent"), "3"),
        (EmptyFilter("percent", empty=False), "12"),
        (EmptyFilter("city"), "3"),
        (EmptyFilter("tags"), "3"),
        (EmptyFilter("tags", empty=False), "12"),
        (EmptyFilter("country"), ""),
    ],
)
def test_a_filter_leaves_the_rows_that_it_means(
    filled: Workspace, wanted: Filter, found: str
) -> None:
    assert numbers(filled, wanted) == found


def test_a_choice_by_id_leaves_the_rows_with_one_of_them(filled: Workspace) -> None:
    half, most = keyed(filled, ProbabilityRow, "50"), keyed(filled, ProbabilityRow, "90")
    red, fair = keyed(filled, TagRow, "r"), keyed(filled, OriginRow, "fair")

    assert numbers(filled, ChoiceFilter("probability", (half, most))) == "12"
    assert numbers(filled, ChoiceFilter("probability", (half,), empty=True)) == "13"
    assert numbers(filled, ChoiceFilter("tags", (red,))) == "1"
    assert numbers(filled, ChoiceFilter("tags", (red,), empty=True)) == "13"
    assert numbers(filled, ChoiceFilter("origin", (fair,))) == "1"
    assert numbers(filled, ChoiceFilter("user", (filled.user.id,))) == "1"
    assert numbers(filled, ChoiceFilter("entered_by", (filled.user.id,))) == "123"


def test_several_filters_must_all_hold_together_with_the_words(filled: Workspace) -> None:
    rossi, eur = TextFilter("contact", "rossi"), ChoiceFilter("currency", ("EUR",))

    assert numbers(filled, rossi, eur) == "1"
    assert numbers(filled, eur, text="rossi") == "1"
    assert numbers(filled, rossi, text="oven") == "2"
    assert numbers(filled, eur, text="oven") == ""


def test_what_others_changed_is_found_in_the_log(filled: Workspace) -> None:
    others = ChangedFilter("changed_at", NOW, new_id())
    later = ChangedFilter("changed_at", NOW + timedelta(seconds=1), new_id())
    mine = ChangedFilter("changed_at", NOW, filled.user.id)

    assert numbers(filled, others) == "123"
    assert numbers(filled, later) == ""
    assert numbers(filled, mine) == ""


@pytest.mark.parametrize(
    "query",
    [ListQuery(filters=(TextFilter("colour", "x"),)), ListQuery(orders=(Order("colour"),))],
)
def test_a_column_that_is_no_more_is_named(filled: Workspace, query: ListQuery) -> None:
    with filled.database.reading() as connection, pytest.raises(UnknownColumnError, match="colour"):
        first_page(connection, OPPORTUNITY_LIST, query)


def test_many_rows_that_pass_are_walked_and_few_are_sorted_to_the_same_order(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    titled = (EmptyFilter("title", empty=False),)
    wanted = ListQuery((Order("contact"), Order("net")), filters=titled)
    with filled.database.reading() as connection:
        few = first_page(connection, OPPORTUNITY_LIST, wanted)
        monkeypatch.setattr("db.record_list.FEW", 1)

        many = first_page(connection, OPPORTUNITY_LIST, wanted)

    assert many == few
    assert many.count == 3


def test_a_row_of_the_list_has_only_what_its_columns_show(filled: Workspace) -> None:
    with filled.database.reading() as connection:
        columns = ["tags", "city", "origin", "entered_by", "closing_reason"]
        shown = first_page(connection, OPPORTUNITY_LIST, ListQuery(), columns)
        usual = first_page(connection, OPPORTUNITY_LIST, ListQuery())

    item = next(item for item in shown.items if item.tags == "Blue, Red")
    assert (item.city, item.origin) == ("Milano", "Trade fair")
    assert (item.entered_by, item.closing_reason) == (filled.user.name, None)
    assert not item.title
    assert (item.net_minor, item.outcome, item.decimals) == (None, "open", 2)
    assert {item.title for item in usual.items} == {"Line", "Oven", "ÖFEN"}
    assert all(item.tags is None for item in usual.items)


def test_every_column_can_be_shown_sorted_and_asked_for_emptiness(filled: Workspace) -> None:
    table = OpportunityRow.__table__
    with filled.database.reading() as connection:
        everything = set(connection.scalars(select(table.c.id).where(table.c.deleted_at.is_(None))))
        for name in OPPORTUNITY_LIST.fields:
            for descending in (False, True):
                query = ListQuery((Order(name, descending),))
                page = first_page(connection, OPPORTUNITY_LIST, query, [name])
                assert {item.id for item in page.items} == everything, name
            count = 0
            for empty in (True, False):
                query = ListQuery(filters=(EmptyFilter(name, empty=empty),))
                count += first_page(connection, OPPORTUNITY_LIST, query).count
            assert count == len(everything), name


def test_one_of_two_groups_of_filters_is_enough(workspace: Workspace) -> None:
    contact = add_contact(workspace)
    keys = {
        number: add_opportunity(workspace, contact, number=number, net_minor=net)
        for number, net in (("1", 5), ("2", 5), ("3", 7))
    }
    first = (TextFilter("number", "1"), NumberFilter("net", 5, 5))
    second = (NumberFilter("net", 7, 7),)

    query = ListQuery(filters=(EitherFilter("number", (first, second)),))
    none = ListQuery(filters=(EitherFilter("number", ()),))

    with workspace.database.reading() as connection:
        found = first_page(connection, OPPORTUNITY_LIST, query).items
        assert {item.id for item in found} == {keys["1"], keys["3"]}
        assert first_page(connection, OPPORTUNITY_LIST, none).count == 0
