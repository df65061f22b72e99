"""A column of cards: what it reads when it is scrolled, and whose place stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from db.bulk_load import insert_many, without_log
from db.ids import new_id
from db.tables.opportunity import OpportunityRow
from models import record_loader
from tests.models.boards import PROGRESS, BoardBench
from tests.workspaces import NOW, add_contact, opportunity_values

if TYPE_CHECKING:
    from uuid import UUID

    import pytest

    from models.card_column import CardColumn

MANY = 50_000
SOON_MS = 100
Role = Qt.ItemDataRole


def column_of(bench: BoardBench, code: str = "25") -> CardColumn:
    return bench.model.column(bench.chance(code))


def fill_fast(bench: BoardBench, count: int) -> None:
    """Write many without a log, as a benchmark does."""
    contact, workspace = add_contact(bench.other), bench.other
    with without_log(workspace.database, lambda _connection: None) as connection:
        row = {
            **opportunity_values(connection, contact, probability_id=bench.chance("25").id),
            "team_id": workspace.user.team_id,
            "entered_by_id": workspace.user.id,
            "created_at": NOW,
            "touched_at": NOW,
        }
        rows = [
            tuple({**row, "id": new_id(), "number": f"26/{at:05}", "net_minor": at}.values())
            for at in range(count)
        ]
        fields = [*row, "net_minor"]
        insert_many(connection, OpportunityRow, fields, rows)


def scroll(bench: BoardBench, row: int, code: str = "25") -> None:
    """Look at a row, and wait until it is there."""
    column = column_of(bench, code)
    column.item(row)
    bench.qtbot.waitUntil(lambda: column.item(row) is not None, timeout=10_000)


def all_there(bench: BoardBench, wanted: list[UUID], code: str = "25") -> bool:
    return bench.keys(bench.chance(code)) == wanted


def test_behind_the_first_page_nothing_is_read_until_somebody_looks(
    any_cards: BoardBench,
) -> None:
    keys = any_cards.fill("25", *range(450, 0, -1))
    any_cards.show()
    column = column_of(any_cards)
    any_cards.qtbot.waitUntil(lambda: any_cards.health_told == 1)
    before = any_cards.statements

    first = [column.item(row) for row in range(20)]
    any_cards.qtbot.wait(SOON_MS)
    unscrolled = any_cards.statements - before
    scroll(any_cards, 440)

    assert None not in first
    assert column.rowCount() == 450
    assert unscrolled == 0
    reads = [each for each in any_cards.gates.reads if each != "health"]
    assert reads == ["board", "order", "cards"]
    assert all_there(any_cards, keys)


def test_a_column_of_50000_opens_with_its_first_page_alone(cards: BoardBench) -> None:
    fill_fast(cards, MANY)
    cards.show()
    column = column_of(cards)
    cards.qtbot.waitUntil(lambda: cards.health_told == 1, timeout=20_000)
    before = cards.statements

    column.item(0)
    cards.qtbot.wait(SOON_MS)
    opened, reads = cards.statements - before, list(cards.gates.reads)
    scroll(cards, MANY - 1)

    assert column.rowCount() == MANY
    assert opened == 0
    assert reads == ["board", "health"]
    assert "order" in cards.gates.reads
    # Ids, and two pages at most.
    assert cards.statements - before <= 12


def test_scrolling_twice_reads_the_order_once(cards: BoardBench) -> None:
    cards.fill("25", *range(450))
    cards.show()

    scroll(cards, 220)
    scroll(cards, 430)

    assert cards.gates.reads.count("order") == 1


def test_a_short_column_never_reads_its_order(cards: BoardBench) -> None:
    keys = cards.fill("25", 3, 2, 1)
    cards.show()

    found = [column_of(cards).item(row) for row in range(3)]
    cards.qtbot.wait(SOON_MS)

    assert [item.id for item in found if item] == keys
    assert "order" not in cards.gates.reads


def test_a_selected_card_behind_the_first_page_stays_selected(cards: BoardBench) -> None:
    keys = cards.fill("25", *range(450, 0, -1))
    cards.show()
    scroll(cards, 400)
    column = column_of(cards)
    chosen = [QPersistentModelIndex(column.index(row)) for row in (3, 400, 449)]
    wanted = [keys[3], keys[400], keys[449]]

    cards.change(keys[5:8], net_minor=None)
    cards.change(keys[448:449], net_minor=9_000)
    cards.change(keys[100:130], probability_id=cards.chance("50").id)
    order = [keys[448], *keys[:5], *keys[8:100], *keys[130:448], keys[449], *keys[7:4:-1]]
    cards.qtbot.waitUntil(lambda: all_there(cards, order), timeout=10_000)

    assert [column.key(index.row()) for index in chosen] == wanted
    cards.settled()


def test_a_scrolled_column_follows_changes_at_its_end(
    cards: BoardBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_loader, "REREAD_MS", 50)
    keys = cards.fill("25", *range(450, 0, -1))
    cards.show()
    scroll(cards, 440)

    cards.change(keys[445:446], net_minor=0)
    (new,) = cards.fill("25", -5)
    cards.tell(new)

    order = [*keys[:445], *keys[446:], keys[445], new]
    cards.qtbot.waitUntil(lambda: all_there(cards, order), timeout=10_000)


def test_a_card_whose_place_is_not_known_is_found_once_its_move_is_saved(
    cards: BoardBench,
) -> None:
    keys = cards.fill("25", *range(450, 0, -1))
    (small,) = cards.fill("50", 40)
    cards.show()
    source, target = cards.chance("50"), cards.chance("25")

    ticket = cards.model.move([small], target)
    at_once = cards.model.place(small)
    cards.commit(ticket, {small: source})

    assert at_once == target
    column = column_of(cards)
    cards.qtbot.waitUntil(lambda: column.key(410) in {small, keys[410]}, timeout=10_000)
    cards.qtbot.waitUntil(lambda: column.row_of(small) in {410, 411}, timeout=10_000)
    cards.settled()


def test_a_card_moved_by_others_behind_what_is_known_only_counts(cards: BoardBench) -> None:
    cards.fill("25", *range(450, 0, -1))
    (small,) = cards.fill("50", -40)
    cards.show()
    known = len(column_of(cards).rows.ids)

    cards.change([small], "Elisa Conti", probability_id=cards.chance("25").id)
    cards.qtbot.waitUntil(lambda: bool(cards.moved))

    assert column_of(cards).rowCount() == 451
    assert len(column_of(cards).rows.ids) == known
    cards.settled()


def test_an_order_read_before_a_move_does_not_undo_it(cards: BoardBench) -> None:
    keys = cards.fill("25", *range(450, 0, -1))
    cards.show()
    source = cards.chance("25")
    cards.gates.shut("order")
    column_of(cards).item(300)
    cards.qtbot.waitUntil(lambda: "order" in cards.gates.reads)
    cards.qtbot.wait(SOON_MS)

    cards.commit(cards.model.move(keys[:1], cards.chance("50")), {keys[0]: source})
    cards.gates.open()
    jumps: list[int] = []
    column_of(cards).rowsInserted.connect(lambda *_part: jumps.append(1))

    cards.qtbot.waitUntil(lambda: all_there(cards, keys[1:]), timeout=10_000)
    assert jumps == []
    cards.settled()


def test_the_place_of_a_card_is_told_before_it_is_dropped(cards: BoardBench) -> None:
    cards.fill("25", 500, 300, None)
    (key,) = cards.fill("50", 400)
    cards.show()
    card = cards.model.card(key)
    assert card is not None

    places = [
        column_of(cards).place_for(each)
        for each in (card, card._replace(net_minor=900), card._replace(net_minor=None))
    ]

    assert places[:2] == [1, 0]
    assert places[2] in {2, 3}


def test_a_place_between_pages_that_are_not_loaded_is_near_where_it_was(
    cards: BoardBench,
) -> None:
    cards.fill("25", *range(2_000, 0, -1))
    (key,) = cards.fill("50", 990)
    cards.show()
    scroll(cards, 1_990)
    card = cards.model.card(key)
    assert card is not None

    assert column_of(cards).place_for(card, near=1_011) == 1_011
    assert column_of(cards).place_for(card) < 1_011
    assert column_of(cards).place_for(card._replace(net_minor=5)) == 1_995


def test_a_failed_order_is_read_when_everything_is_read_again(cards: BoardBench) -> None:
    keys = cards.fill("25", *range(450, 0, -1))
    cards.show()
    cards.qtbot.waitUntil(lambda: cards.health_told == 1)
    cards.gates.cable_is_out = True
    column_of(cards).item(300)
    cards.qtbot.waitUntil(lambda: len(cards.errors) == 1)

    cards.gates.cable_is_out = False
    cards.model.read_again()

    cards.qtbot.waitUntil(lambda: all_there(cards, keys), timeout=10_000)


def test_another_question_begins_at_the_top_and_forgets_the_order(cards: BoardBench) -> None:
    cards.fill("25", *range(450))
    cards.show()
    scroll(cards, 440)

    cards.show(PROGRESS)

    assert column_of(cards).rowCount() == 450
    assert column_of(cards).key(440) is None


def test_a_card_can_be_dragged_and_spoken(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()
    column = column_of(cards)
    column.spoken = lambda index: f"Card {index.row() + 1}"
    index = column.index(0)

    card = column.data(index, Role.UserRole)

    assert card.id == key
    assert column.data(index, Role.AccessibleTextRole) == "Card 1"
    assert column.data(index) is None
    assert column.data(QModelIndex()) is None
    assert column.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert column.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert column.row_of(key) == 0
