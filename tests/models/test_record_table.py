"""The table of records: what it shows, asks for and keeps, over a real database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from db.list_query import ListQuery, Order
from db.record_list import PAGE
from db.tables.opportunity import OpportunityRow
from tests.lists import add_opportunities, change_rows
from tests.workspaces import add_contact, add_opportunity

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from tests.models.records import Bench

MANY = 1_050
BY_NUMBER = (Order("number"),)
Role = Qt.ItemDataRole


def fill(bench: Bench, count: int = MANY) -> list[UUID]:
    """Write numbered opportunities; return their ids in the order of their numbers."""
    return add_opportunities(bench.workspace, [add_contact(bench.workspace)], count)


def show(bench: Bench, qtbot: QtBot, text: str = "") -> None:
    """Ask for the list by number, and wait until all its places are known."""
    bench.model.set_query(ListQuery(BY_NUMBER, text))
    resets = bench.resets
    qtbot.waitUntil(lambda: bench.resets > resets and bench.has_order())


def test_the_model_keeps_the_promises_of_a_qt_model(
    any_bench: Bench, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    keys = fill(any_bench)
    model = any_bench.model
    qtmodeltester.check(model, force_py=True)

    show(any_bench, qtbot)
    change_rows(any_bench.workspace, OpportunityRow, keys[:1], {"number": "27/0001"})
    any_bench.changed(keys[0])
    qtbot.waitUntil(lambda: model.key(MANY - 1) == keys[0])
    model.set_query(ListQuery(text="26/0010"))
    qtbot.waitUntil(lambda: model.rowCount() == 10)
    model.set_query(ListQuery(text="nowhere"))
    qtbot.waitUntil(lambda: model.rowCount() == 0)

    qtmodeltester.check(model, force_py=True)


def test_qts_own_tester_finds_nothing_to_say(
    bench: Bench, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    keys = fill(bench, PAGE + 50)
    qtmodeltester.check(bench.model)

    show(bench, qtbot)
    change_rows(bench.workspace, OpportunityRow, keys[:1], {"number": "27/0001"})
    bench.changed(keys[0])

    qtbot.waitUntil(lambda: bench.model.key(PAGE + 49) == keys[0])
    qtmodeltester.check(bench.model)


def test_the_first_page_is_there_before_the_ids_behind_it(any_bench: Bench, qtbot: QtBot) -> None:
    keys = fill(any_bench)
    any_bench.model.set_query(ListQuery(BY_NUMBER))
    qtbot.waitUntil(lambda: any_bench.resets == 1)

    first = [any_bench.title(row) for row in range(PAGE)]

    assert first == [f"Packing line {place:05}" for place in range(PAGE)]
    assert any_bench.model.rowCount() == MANY
    qtbot.waitUntil(any_bench.has_order)
    assert [any_bench.model.key(row) for row in range(MANY)] == keys
    assert any_bench.resets == 1
    assert any_bench.counts == [MANY]


def test_a_page_is_loaded_when_one_of_its_rows_is_asked_for(bench: Bench, qtbot: QtBot) -> None:
    fill(bench)
    show(bench, qtbot)
    far = 4 * PAGE + 7

    before = bench.title(far)

    assert before is None
    qtbot.waitUntil(lambda: bench.title(far) == f"Packing line {far:05}")
    assert (4 * PAGE, 5 * PAGE - 1) in bench.repainted
    assert bench.source.reads.count("items") == 1


def test_a_row_that_is_asked_for_before_the_ids_are_there_comes_with_them(
    bench: Bench, qtbot: QtBot
) -> None:
    fill(bench)
    bench.model.set_query(ListQuery(BY_NUMBER))
    qtbot.waitUntil(lambda: bench.resets == 1)
    bench.title(MANY - 1)

    qtbot.waitUntil(lambda: bool(bench.repainted))

    assert bench.title(MANY - 1) == f"Packing line {MANY - 1:05}"


def test_pages_that_were_scrolled_past_are_not_read(bench: Bench, qtbot: QtBot) -> None:
    fill(bench)
    show(bench, qtbot)
    bench.source.gate.clear()
    bench.title(PAGE)
    qtbot.waitUntil(lambda: bench.source.reads.count("items") == 1)

    for row in range(2 * PAGE, MANY):
        bench.title(row)
    bench.source.gate.set()

    qtbot.waitUntil(lambda: bench.title(MANY - 1) is not None)
    assert bench.title(4 * PAGE) is not None
    assert bench.source.reads.count("items") == 2


def test_cells_know_their_side_their_record_and_their_title(bench: Bench, qtbot: QtBot) -> None:
    key = add_opportunity(bench.workspace, add_contact(bench.workspace), title="Press", net_minor=7)
    show(bench, qtbot)
    model = bench.model

    cell = model.index(0, 2)

    assert model.data(cell) == "7"
    assert model.data(cell, Role.UserRole).id == key
    assert model.data(cell, Role.DecorationRole) is None
    assert model.data(cell, Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(0, 1), Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert model.data(QModelIndex()) is None
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(place, across) for place in range(3)] == ["Number", "Title", "Net"]
    assert model.headerData(2, across, Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, down) is None


def test_a_row_has_no_children(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, 3)
    show(bench, qtbot)

    row = bench.model.index(0, 0)

    assert bench.model.rowCount() == 3
    assert bench.model.rowCount(row) == 0
    assert bench.model.columnCount(row) == 0


def test_a_search_shows_what_it_finds_and_its_count(any_bench: Bench, qtbot: QtBot) -> None:
    fill(any_bench)
    show(any_bench, qtbot)

    show(any_bench, qtbot, "packing 26/0077")

    assert any_bench.titles() == [f"Packing line 0077{digit}" for digit in range(10)]
    assert any_bench.counts == [MANY, 10]


def test_the_old_rows_stay_until_the_new_ones_are_there(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, 5)
    show(bench, qtbot)
    bench.source.gate.clear()

    bench.model.set_query(ListQuery(BY_NUMBER, "nowhere"))
    qtbot.wait(50)
    meanwhile = bench.titles()
    bench.source.gate.set()

    qtbot.waitUntil(lambda: bench.model.rowCount() == 0)
    assert len(meanwhile) == 5
    assert None not in meanwhile
