"""Rows that keep their place, and rows that are shown as they will be."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from db.id_list import IdList
from db.list_query import ListQuery, Order
from db.tables.opportunity import OpportunityRow
from tests.lists import add_opportunities, change_rows, delete_rows
from tests.models.records import Bench
from tests.workspaces import add_contact

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace

A, B, C, D = (UUID(int=number) for number in range(1, 5))
BY_TITLE = ListQuery((Order("title"),))


def shown(workspace: Workspace, qtbot: QtBot) -> tuple[Bench, list[UUID]]:
    """Return a table of four rows by title, and their ids."""
    keys = add_opportunities(workspace, [add_contact(workspace)], 4)
    bench = Bench(workspace)
    bench.model.set_query(BY_TITLE)
    qtbot.waitUntil(lambda: len(bench.titles()) == 4)
    return bench, keys


def test_a_list_keeps_an_id_at_its_place_wherever_it_belongs() -> None:
    order = IdList.of([B, C, D, A])

    kept = order.keeping({A: 0})

    assert kept == IdList.of([A, B, C, D])


def test_a_list_keeps_an_id_that_it_has_no_more() -> None:
    assert IdList.of([A, C]).keeping({B: 1}) == IdList.of([A, B, C])
    assert IdList.of([A]).keeping({B: 9}) == IdList.of([A, B])
    assert IdList.of([A, B]).keeping({}) == IdList.of([A, B])


def test_a_pinned_row_stays_until_another_question_is_asked(
    sqlite_workspace: Workspace, qtbot: QtBot
) -> None:
    bench, keys = shown(sqlite_workspace, qtbot)
    bench.model.loader.pin(keys[0])
    change_rows(sqlite_workspace, OpportunityRow, [keys[0]], {"title": "Zzz"})

    bench.model.loader.read_again()
    qtbot.waitUntil(lambda: bench.titles()[0] == "Zzz")
    qtbot.wait(100)
    kept = bench.titles()[0]
    bench.model.set_query(BY_TITLE)

    assert kept == "Zzz"
    qtbot.waitUntil(lambda: bench.titles()[-1] == "Zzz")
    assert bench.close()


def test_a_pinned_row_that_is_deleted_goes(sqlite_workspace: Workspace, qtbot: QtBot) -> None:
    bench, keys = shown(sqlite_workspace, qtbot)
    bench.model.loader.pin(keys[1])
    delete_rows(sqlite_workspace, OpportunityRow, [keys[1]])

    bench.changed(keys[1])

    qtbot.waitUntil(lambda: bench.model.rowCount() == 3)
    assert bench.close()


def test_a_row_is_shown_as_it_will_be_and_again_as_it_is(
    sqlite_workspace: Workspace, qtbot: QtBot
) -> None:
    bench, keys = shown(sqlite_workspace, qtbot)
    item = bench.model.item(0)
    assert item is not None

    bench.model.preview(keys[0], item._replace(title="Soon"))
    soon = bench.titles()[0]
    bench.model.preview(keys[0], None)

    assert soon == "Soon"
    assert bench.titles()[0] == "Packing line 00000"
    assert bench.repainted == [(0, 0), (0, 0)]
    assert bench.close()


def test_rows_that_somebody_else_has_read_are_shown(
    sqlite_workspace: Workspace, qtbot: QtBot
) -> None:
    bench, keys = shown(sqlite_workspace, qtbot)
    item = bench.model.item(2)
    assert item is not None

    bench.model.loader.put({keys[2]: item._replace(title="Robot")})

    assert bench.titles()[2] == "Robot"
    assert bench.close()
