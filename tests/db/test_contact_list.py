"""The contact list: a second kind of record by a description alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from core.record_source import RecordSource
from db.contact_list import CONTACT_LIST
from db.filters import ChoiceFilter, EmptyFilter, NumberFilter, TextFilter
from db.ids import new_id
from db.list_choices import choices
from db.list_query import ListQuery, Order
from db.opportunity_list import OPPORTUNITY_LIST
from db.tables.contact import ContactAddressRow, ContactChannelRow, ContactTagRow
from db.tables.lookups import ProbabilityRow, QualityRow, TagRow
from tests.copies import open_copy
from tests.lists import add_opportunities, change_rows
from tests.workspaces import NOW, add_contact, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.workspace import Workspace
    from db.filters import Filter

DAY = NOW.date()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """Return a workspace with three contacts, one of them with everything."""
    workspace = open_copy(request, tmp_path_factory, request.param)
    with workspace.database.reading() as connection:
        table = QualityRow.__table__
        stars = connection.scalar(select(table.c.id).where(table.c.stars == 4))
    parent = add_contact(workspace, name="Anna Holding", country_code="DE")
    child = add_contact(
        workspace, name="Bruno Presse", country_code="IT", parent_id=parent, quality_id=stars
    )
    add_contact(workspace, name="Gone", country_code="FR", deleted_at=NOW)
    add_contact(workspace, name="Carlo", country_code="IT")
    add_opportunities(
        workspace,
        [child],
        3,
        lambda place: {"outcome": "open" if place else "won", "closed_on": None if place else DAY},
    )
    channels = [("phone", "055 1", False), ("mobile", "333 2", True), ("email", "b@x.it", False)]
    rows = [
        {"id": new_id(), "contact_id": child, "kind": kind, "value": value, "main": main}
        for kind, value, main in channels
    ]
    write_rows(workspace, ContactChannelRow, rows)
    address = {"id": new_id(), "contact_id": child, "city": "Prato", "province": "PO", "main": True}
    write_rows(workspace, ContactAddressRow, [address])
    tag = new_id()
    write_rows(workspace, TagRow, [{"id": tag, "code": "v", "description": "Vip"}])
    write_rows(workspace, ContactTagRow, [{"id": new_id(), "contact_id": child, "tag_id": tag}])
    yield workspace
    workspace.database.close()


def names(workspace: Workspace, *filters: Filter, text: str = "") -> list[str]:
    """Return the names of the contacts that pass."""
    source = RecordSource(workspace.database, CONTACT_LIST)
    page = source.first_page(ListQuery(text=text, filters=filters))
    ids = source.ordered_ids(ListQuery(text=text, filters=filters), lambda: False)
    assert ids is not None
    assert [item.id for item in page.items] == ids.slice(0, page.count)
    return [item.name for item in page.items]


def test_contacts_come_in_the_order_of_their_names(filled: Workspace) -> None:
    assert names(filled) == ["Anna Holding", "Bruno Presse", "Carlo"]
    assert names(filled, text="pres") == ["Bruno Presse"]


def test_a_row_shows_what_stands_in_other_tables(filled: Workspace) -> None:
    source = RecordSource(filled.database, CONTACT_LIST)
    source.show(CONTACT_LIST.fields)

    item = source.first_page(ListQuery(text="bruno")).items[0]

    assert (item.phone, item.email, item.city, item.province) == ("333 2", "b@x.it", "Prato", "PO")
    assert (item.open_count, item.parent, item.tags, item.quality) == (2, "Anna Holding", "Vip", 4)
    assert (item.entered_by, item.category) == (filled.user.name, None)
    assert source.items([item.id]) == {item.id: item}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (TextFilter("phone", "055"), "Bruno Presse"),
        (TextFilter("email", "@X"), "Bruno Presse"),
        (TextFilter("parent", "anna"), "Bruno Presse"),
        (TextFilter("tags", "vip"), "Bruno Presse"),
        (NumberFilter("open_count", 1, None), "Bruno Presse"),
        (NumberFilter("open_count", 0, 0), "Anna Holding Carlo"),
        (TextFilter("country", "it"), "Bruno Presse Carlo"),
        (EmptyFilter("phone"), "Anna Holding Carlo"),
        (EmptyFilter("parent"), "Anna Holding Carlo"),
    ],
)
def test_contacts_are_filtered_by_any_column(filled: Workspace, wanted: Filter, found: str) -> None:
    assert " ".join(names(filled, wanted)) == found


def test_every_column_sorts_all_contacts(filled: Workspace) -> None:
    source = RecordSource(filled.database, CONTACT_LIST)
    assert set(source.sortable) == set(CONTACT_LIST.fields)

    for name in source.sortable:
        source.show([name])
        page = source.first_page(ListQuery((Order(name, descending=True), Order("name"))))
        assert {item.name for item in page.items} == {"Anna Holding", "Bruno Presse", "Carlo"}


def test_choices_come_in_the_order_of_their_table(filled: Workspace) -> None:
    with filled.database.reading() as connection:
        probabilities = choices(connection, OPPORTUNITY_LIST, "probability")
        countries = choices(connection, CONTACT_LIST, "country")
        tags = choices(connection, CONTACT_LIST, "tags")
        nothing = choices(connection, OPPORTUNITY_LIST, "title")

    assert [choice.name for choice in probabilities][:2] == ["Lost", "First contact"]
    assert [choice.key for choice in countries] == ["DE", "IT"]
    assert [choice.name for choice in tags] == ["Vip"]
    assert nothing == []


def test_a_choice_finds_its_rows_and_tells_that_it_is_retired(filled: Workspace) -> None:
    with filled.database.reading() as connection:
        before = choices(connection, OPPORTUNITY_LIST, "probability")
        named = {c.name: c.key for c in choices(connection, CONTACT_LIST, "quality")}
    last = before[-1].key
    assert not isinstance(last, str)
    change_rows(filled, ProbabilityRow, [last], {"retired_at": NOW})

    with filled.database.reading() as connection:
        after = choices(connection, OPPORTUNITY_LIST, "probability")

    assert [choice.retired for choice in after] == [choice.key == last for choice in after]
    assert names(filled, ChoiceFilter("quality", (named["Four stars"],))) == ["Bruno Presse"]
