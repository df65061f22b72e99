"""The loader of a list: answers that come late, changes, failures, and how often it reads."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from core.workspace import open_workspace
from db.errors import ConnectionLostError
from db.list_query import ListQuery, Order
from db.record_list import PAGE
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from models import record_cache, record_loader
from models.record_loader import spans
from tests.lists import add_opportunities, change_rows, delete_rows
from tests.workspaces import NOW, add_contact, add_opportunity

if TYPE_CHECKING:
    from collections.abc import Sized
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.models.records import Bench

BY_NUMBER = ListQuery((Order("number"),))
SOON_MS = 50
# Long enough for a second read of the order, had there been one.
REREAD_MS = record_loader.REREAD_MS


def fill(bench: Bench, count: int) -> list[UUID]:
    """Write numbered opportunities; return their ids in the order of their numbers."""
    return add_opportunities(bench.workspace, [add_contact(bench.workspace)], count)


def is_longer(things: Sized, before: int) -> bool:
    return len(things) > before


def show(bench: Bench, qtbot: QtBot, query: ListQuery = BY_NUMBER) -> None:
    """Ask, and wait until every place is known."""
    resets = bench.resets
    bench.model.set_query(query)
    qtbot.waitUntil(lambda: bench.resets > resets and bench.has_order())


def test_an_answer_to_the_question_before_the_last_is_dropped(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, 30)
    bench.source.gate.clear()
    for text in ("line", "line 0001", "line 00007"):
        bench.model.set_query(ListQuery(text=text))

    bench.source.gate.set()
    assert bench.tasks.wait(10_000)
    qtbot.wait(SOON_MS)

    assert bench.counts == [1]
    assert bench.titles() == ["Packing line 00007"]


def test_an_order_that_belongs_to_another_question_is_dropped(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, PAGE + 10)
    bench.model.set_query(BY_NUMBER)
    qtbot.waitUntil(lambda: bench.resets == 1)
    bench.source.gate.clear()
    bench.model.set_query(ListQuery(BY_NUMBER.orders, "line 0000"))

    bench.source.gate.set()
    qtbot.waitUntil(lambda: bench.model.rowCount() == 10)
    qtbot.wait(SOON_MS)

    assert bench.titles() == [f"Packing line {place:05}" for place in range(10)]


def test_changes_show_after_a_long_list_gave_way_to_a_short_one(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, PAGE + 10)
    bench.model.set_query(BY_NUMBER)
    qtbot.waitUntil(lambda: bench.resets == 1)
    show(bench, qtbot, ListQuery(BY_NUMBER.orders, "line 0000"))

    key = add_opportunity(bench.workspace, add_contact(bench.workspace), title="line 0000 more")
    bench.changed(key)

    qtbot.waitUntil(lambda: bench.model.rowCount() == 11)


def test_a_changed_row_is_drawn_again_in_its_place(any_bench: Bench, qtbot: QtBot) -> None:
    keys = fill(any_bench, 30)
    show(any_bench, qtbot)

    change_rows(any_bench.workspace, OpportunityRow, keys[7:9], {"title": "Robot"})
    any_bench.changed(*keys[7:9])

    qtbot.waitUntil(lambda: any_bench.title(7) == "Robot")
    assert any_bench.repainted == [(7, 8)]
    assert any_bench.resets == 1


def test_a_changed_row_that_is_not_loaded_is_not_read(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, PAGE + 10)
    show(bench, qtbot)

    bench.changed(keys[-1])
    qtbot.waitUntil(lambda: bench.source.reads.count("ids") == 2)

    assert bench.source.reads.count("items") == 0


def test_a_burst_of_changes_is_one_read(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, 30)
    show(bench, qtbot)

    for key in keys:
        bench.changed(key)
    qtbot.waitUntil(lambda: bool(bench.repainted))
    qtbot.wait(SOON_MS)

    assert bench.source.reads.count("items") == 1
    assert bench.repainted == [(0, 29)]


def test_a_change_of_a_contact_is_seen_in_its_opportunities(bench: Bench, qtbot: QtBot) -> None:
    contact = add_contact(bench.workspace)
    add_opportunities(bench.workspace, [contact], 3)
    show(bench, qtbot)

    change_rows(bench.workspace, ContactRow, [contact], {"name": "Zeni"})
    bench.changed(contact, table="contact")

    qtbot.waitUntil(
        lambda: {item.contact for item in map(bench.model.item, range(3)) if item} == {"Zeni"}
    )


def test_a_change_of_a_table_that_is_not_shown_reads_nothing(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, 3)
    show(bench, qtbot)
    reads = len(bench.source.reads)

    bench.changed(keys[0], table="activity")
    qtbot.wait(REREAD_MS + 200)

    assert len(bench.source.reads) == reads


def test_where_anything_may_have_changed_everything_is_read(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, 5)
    show(bench, qtbot)
    change_rows(bench.workspace, OpportunityRow, keys, {"title": "Robot"})
    delete_rows(bench.workspace, OpportunityRow, keys[:1])

    bench.model.loader.refresh(None)

    qtbot.waitUntil(lambda: bench.titles() == ["Robot"] * 4)


def test_rows_that_come_and_go_are_shown_and_counted(any_bench: Bench, qtbot: QtBot) -> None:
    keys = fill(any_bench, 5)
    show(any_bench, qtbot)
    delete_rows(any_bench.workspace, OpportunityRow, keys[1:3])
    contact = add_contact(any_bench.workspace)
    new = add_opportunity(any_bench.workspace, contact, title="New", number="26/00000a")

    any_bench.changed(*keys[1:3], new)

    qtbot.waitUntil(lambda: any_bench.model.rowCount() == 4)
    assert [any_bench.model.key(row) for row in range(4)] == [keys[0], new, *keys[3:]]
    qtbot.waitUntil(lambda: any_bench.title(1) == "New")
    assert any_bench.counts == [5, 4]


def test_another_connection_is_seen_as_well(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, 3)
    show(bench, qtbot)
    other = open_workspace(str(bench.workspace.database.url.database), NOW)

    key = add_opportunity(other, add_contact(other), number="26/00009", title="Theirs")
    other.database.close()
    bench.changed(key)

    qtbot.waitUntil(lambda: bench.titles()[-1] == "Theirs")


def test_the_order_is_read_again_at_most_once_a_second(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, 3)
    show(bench, qtbot)
    reads = bench.source.reads.count("ids")
    begun = monotonic()

    while monotonic() - begun < 2.5 * REREAD_MS / 1000:
        bench.changed(keys[0])
        qtbot.wait(SOON_MS)

    assert 1 <= bench.source.reads.count("ids") - reads <= 2


def test_the_order_stays_while_it_is_held_and_follows_when_it_is_let_go(
    bench: Bench, qtbot: QtBot
) -> None:
    keys = fill(bench, 3)
    show(bench, qtbot)
    bench.model.loader.hold(held=True)
    delete_rows(bench.workspace, OpportunityRow, keys[:1])

    bench.changed(keys[0])
    qtbot.wait(REREAD_MS + 300)
    held = bench.model.rowCount()
    bench.model.loader.hold(held=False)

    assert held == 3
    qtbot.waitUntil(lambda: bench.model.rowCount() == 2)


def test_an_order_that_arrives_while_it_is_held_waits(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, 3)
    show(bench, qtbot)
    delete_rows(bench.workspace, OpportunityRow, keys[:1])
    bench.source.gate.clear()
    bench.model.loader.refresh(None)
    qtbot.waitUntil(lambda: "items" in bench.source.reads)
    bench.source.gate.set()
    qtbot.waitUntil(lambda: bool(bench.repainted))
    bench.source.gate.clear()
    qtbot.waitUntil(lambda: "ids" in bench.source.reads)

    bench.model.loader.hold(held=True)
    bench.source.gate.set()
    assert bench.tasks.wait(10_000)
    qtbot.wait(SOON_MS)
    held = bench.model.rowCount()
    bench.model.loader.hold(held=False)

    assert held == 3
    qtbot.waitUntil(lambda: bench.model.rowCount() == 2)


def test_a_change_during_the_read_of_a_page_is_not_lost(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, PAGE + 10)
    show(bench, qtbot)
    bench.source.gate.clear()
    bench.title(PAGE)
    qtbot.waitUntil(lambda: "items" in bench.source.reads)

    change_rows(bench.workspace, OpportunityRow, keys[PAGE:], {"title": "Robot"})
    bench.changed(*keys[PAGE:])
    qtbot.wait(SOON_MS)
    bench.source.gate.set()

    qtbot.waitUntil(lambda: bench.title(PAGE) == "Robot")


def test_a_failed_read_is_told_and_what_was_shown_stays(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, PAGE + 10)
    show(bench, qtbot)
    bench.source.cable_is_out = True

    bench.model.set_query(ListQuery(text="nowhere"))
    qtbot.waitUntil(lambda: len(bench.errors) == 1)
    bench.changed(keys[0])
    qtbot.waitUntil(lambda: len(bench.errors) >= 3)

    assert all(isinstance(error, ConnectionLostError) for error in bench.errors)
    assert bench.model.rowCount() == PAGE + 10
    assert [bench.model.key(row) for row in range(PAGE + 10)] == keys
    assert bench.title(0) == "Packing line 00000"


def test_a_question_that_failed_is_asked_again(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, 12)
    bench.source.cable_is_out = True
    bench.model.set_query(ListQuery(text="line 0000"))
    qtbot.waitUntil(lambda: len(bench.errors) == 1)

    bench.source.cable_is_out = False
    bench.model.loader.read_again()

    qtbot.waitUntil(lambda: bench.counts == [10])


def test_what_failed_is_read_when_everything_is_read_again(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, PAGE + 10)
    show(bench, qtbot)
    bench.source.cable_is_out = True
    change_rows(bench.workspace, OpportunityRow, keys[:1], {"title": "Robot"})
    delete_rows(bench.workspace, OpportunityRow, keys[1:2])
    bench.changed(*keys[:2])
    bench.title(PAGE)
    qtbot.waitUntil(lambda: len(bench.errors) >= 3)

    bench.source.cable_is_out = False
    bench.model.loader.read_again()

    qtbot.waitUntil(lambda: bench.model.rowCount() == PAGE + 9)
    qtbot.waitUntil(lambda: bench.title(0) == "Robot")
    qtbot.waitUntil(lambda: bench.title(PAGE) is not None)


def test_a_failed_read_of_the_order_does_not_stop_later_ones(bench: Bench, qtbot: QtBot) -> None:
    keys = fill(bench, 3)
    show(bench, qtbot)
    bench.source.cable_is_out = True
    bench.changed(keys[0])
    qtbot.waitUntil(lambda: len(bench.errors) == 2, timeout=REREAD_MS + 5_000)
    bench.source.cable_is_out = False
    delete_rows(bench.workspace, OpportunityRow, keys[:1])

    bench.changed(keys[0])

    qtbot.waitUntil(lambda: bench.model.rowCount() == 2)


def test_changed_rows_that_could_not_be_read_come_with_the_next_change(
    bench: Bench, qtbot: QtBot
) -> None:
    keys = fill(bench, 3)
    show(bench, qtbot)
    bench.source.cable_is_out = True
    change_rows(bench.workspace, OpportunityRow, keys[:1], {"title": "Robot"})
    bench.changed(keys[0])
    qtbot.waitUntil(lambda: len(bench.errors) == 1)
    bench.source.cable_is_out = False

    bench.changed(keys[2])

    qtbot.waitUntil(lambda: bench.title(0) == "Robot")


def test_a_failure_of_an_old_question_is_not_told(bench: Bench, qtbot: QtBot) -> None:
    fill(bench, 3)
    bench.source.gate.clear()
    bench.source.cable_is_out = True
    bench.model.set_query(ListQuery(text="line"))
    qtbot.waitUntil(lambda: len(bench.source.reads) == 1)
    bench.model.set_query(ListQuery(text="packing"))
    qtbot.waitUntil(lambda: len(bench.source.reads) == 2)

    bench.source.gate.set()
    assert bench.tasks.wait(10_000)
    qtbot.wait(SOON_MS)

    assert len(bench.errors) == 1


def test_the_memory_of_loaded_rows_is_bounded(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_cache, "KEPT", 2 * PAGE)
    fill(bench, 4 * PAGE)
    show(bench, qtbot)

    for row in (PAGE, 2 * PAGE, 3 * PAGE):
        repaints = len(bench.repainted)
        bench.title(row)
        qtbot.waitUntil(partial(is_longer, bench.repainted, repaints))
    newest = [bench.title(row) for row in range(2 * PAGE, 4 * PAGE)]

    assert None not in newest
    assert bench.title(0) is None
    qtbot.waitUntil(lambda: bench.title(0) == "Packing line 00000")


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [([], []), ([4], [(4, 4)]), ([0, 1, 2, 5, 7, 8], [(0, 2), (5, 5), (7, 8)])],
)
def test_rows_that_stand_together_are_one_span(
    rows: list[int], wanted: list[tuple[int, int]]
) -> None:
    assert list(spans(rows)) == wanted
