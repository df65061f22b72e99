"""Filters by records themselves: one contact, and the companies that lie below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.record_source import RecordSource
from db.filters import RecordFilter
from db.list_query import ListQuery, Order
from db.opportunity_list import OPPORTUNITY_LIST
from db.tables.contact import ContactRow
from tests.lists import change_rows
from tests.workspaces import add_contact, add_opportunity

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace

ORDERS = ((), (Order("contact"),), (Order("net", descending=True),))


@pytest.fixture
def group(workspace: Workspace) -> dict[str, UUID]:
    """Return a holding, its company, that one's branch, and a stranger, an opportunity each."""
    keys: dict[str, UUID] = {}
    for name, parent in (("Holding", ""), ("Company", "Holding"), ("Branch", "Company"), ("X", "")):
        keys[name] = add_contact(workspace, name=name, parent_id=keys.get(parent))
        add_opportunity(workspace, keys[name], number=name)
    return keys


def found(workspace: Workspace, wanted: RecordFilter, orders: tuple[Order, ...] = ()) -> set[str]:
    """Return the contacts of the opportunities that pass, by the first page and by the ids."""
    source = RecordSource(workspace.database, OPPORTUNITY_LIST)
    query = ListQuery(orders, filters=(wanted,))
    page, ids = source.first_page(query), source.ordered_ids(query, lambda: False)
    assert ids is not None
    assert len(ids) == page.count == len(page.items)
    return {item.contact for item in page.items}


@pytest.mark.parametrize("orders", ORDERS)
def test_one_contact_is_asked_for_by_itself(
    workspace: Workspace, group: dict[str, UUID], orders: tuple[Order, ...]
) -> None:
    wanted = RecordFilter("contact", (group["Holding"],))

    passed = found(workspace, wanted, orders)

    assert passed == {"Holding"}


@pytest.mark.parametrize("orders", ORDERS)
def test_what_lies_below_comes_along_however_deep(
    workspace: Workspace, group: dict[str, UUID], orders: tuple[Order, ...]
) -> None:
    wanted = RecordFilter("contact", (group["Holding"],), below=True)

    passed = found(workspace, wanted, orders)

    assert passed == {"Holding", "Company", "Branch"}


def test_several_contacts_are_asked_for_at_once(
    workspace: Workspace, group: dict[str, UUID]
) -> None:
    wanted = RecordFilter("contact", (group["Company"], group["X"]), below=True)

    passed = found(workspace, wanted)

    assert passed == {"Company", "Branch", "X"}


def test_companies_that_lie_below_one_another_end(
    workspace: Workspace, group: dict[str, UUID]
) -> None:
    change_rows(workspace, ContactRow, [group["Holding"]], {"parent_id": group["Branch"]})

    passed = found(workspace, RecordFilter("contact", (group["Company"],), below=True))

    assert passed == {"Holding", "Company", "Branch"}


def test_no_contact_at_all_finds_nothing(workspace: Workspace, group: dict[str, UUID]) -> None:
    assert group

    passed = found(workspace, RecordFilter("contact", (), below=True))

    assert passed == set()


def test_a_column_without_records_finds_nothing(
    workspace: Workspace, group: dict[str, UUID]
) -> None:
    passed = found(workspace, RecordFilter("title", (group["X"],)))

    assert passed == set()
