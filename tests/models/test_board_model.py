"""The model of a board: answers, changes by others, moves, and what it reads for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex

from core.board import Place, PlaceKind
from core.board_moves import MovedMeanwhileError, Seen, move_cards
from core.board_place import WON_PLACE
from db.errors import ConnectionLostError
from db.filters import TextFilter
from db.tables.opportunity import OpportunityRow
from models import board_reader
from models.board_model import OthersMove
from tests.lists import change_rows, delete_rows
from tests.models.boards import PROGRESS, BoardBench
from tests.workspaces import NOW

if TYPE_CHECKING:
    from uuid import UUID

SOON_MS = 50
# Longer than from a change to the read that it asks for.
FETCHED_MS = 250


def test_a_board_comes_with_one_read_and_its_health_with_a_second(any_cards: BoardBench) -> None:
    any_cards.fill("25", 500, 300)
    any_cards.gates.shut("health")

    any_cards.show()
    at_first = list(any_cards.gates.reads)
    any_cards.gates.open("health")
    any_cards.qtbot.waitUntil(lambda: any_cards.health_told == 1)

    assert at_first == ["board"]
    assert any_cards.gates.reads == ["board", "health"]
    assert any_cards.figures(any_cards.chance("25")) == (2, 800)
    assert any_cards.model.health[any_cards.chance("25")].no_next == 2


def test_cards_stand_in_the_order_that_is_asked_for(any_cards: BoardBench) -> None:
    unknown, small, large = any_cards.fill("25", None, 300, 500)
    place = any_cards.chance("25")

    any_cards.show()
    downwards = any_cards.keys(place)
    any_cards.show(replace(PROGRESS, descending=False))

    assert downwards == [large, small, unknown]
    assert any_cards.keys(place) == [unknown, small, large]


def test_a_newer_question_drops_older_answers(cards: BoardBench) -> None:
    cards.fill("25", 500, 300)
    cards.gates.shut("board")
    for text in ("Packing", "Packing line 0000", "Packing line 00001"):
        cards.model.ask(replace(PROGRESS, text=text))

    cards.gates.open()
    assert cards.tasks.wait(10_000)
    cards.qtbot.wait(SOON_MS)

    assert len(cards.boards) == 1
    assert cards.figures(cards.chance("25")) == (1, 300)


def test_a_filter_shows_in_the_columns_that_stand(cards: BoardBench) -> None:
    _large, small = cards.fill("25", 500, 300)
    cards.show()
    column = cards.model.column(cards.chance("25"))

    cards.show(replace(PROGRESS, filters=(TextFilter("title", "00001"),)))

    assert cards.model.column(cards.chance("25")) is column
    assert cards.keys(cards.chance("25")) == [small]


def test_no_statement_runs_on_the_thread_of_the_screens(any_cards: BoardBench) -> None:
    keys = any_cards.fill("25", *range(250))
    target = any_cards.chance("50")
    any_cards.watching = True

    any_cards.show()
    any_cards.model.column(any_cards.chance("25")).item(240)
    ticket = any_cards.model.move(keys[:5], target)
    any_cards.model.put_back(ticket)
    any_cards.tell(*keys)
    any_cards.model.read_again()
    any_cards.qtbot.wait(FETCHED_MS)

    assert any_cards.on_screen == []


def test_a_changed_card_is_drawn_again_in_its_place(any_cards: BoardBench) -> None:
    keys = any_cards.fill("25", 500, 300)
    any_cards.show()
    column = any_cards.model.column(any_cards.chance("25"))
    chosen = QPersistentModelIndex(column.index(1))

    any_cards.change(keys[1:], title="Robot")

    any_cards.qtbot.waitUntil(lambda: any_cards.model.cards(keys)[1].title == "Robot")
    assert column.key(chosen.row()) == keys[1]
    any_cards.settled()


def test_a_card_that_others_moved_goes_over_before_the_board_is_read(any_cards: BoardBench) -> None:
    first, second = any_cards.fill("25", 500, 300)
    (other,) = any_cards.fill("50", 400)
    any_cards.show()
    source, target = any_cards.chance("25"), any_cards.chance("50")
    any_cards.gates.shut("board")

    any_cards.change([first], "Elisa Conti", probability_id=target.id)
    any_cards.qtbot.waitUntil(lambda: bool(any_cards.moved))

    assert any_cards.keys(source) == [second]
    assert any_cards.keys(target) == [first, other]
    assert any_cards.figures(source) == (1, 300)
    assert any_cards.figures(target) == (2, 900)
    assert any_cards.moved == {first: OthersMove("Elisa Conti", source, target)}
    any_cards.gates.open()
    any_cards.settled()


def test_what_we_moved_ourselves_is_nobody_elses(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()

    cards.change([key], probability_id=cards.chance("50").id)
    cards.settled()

    assert cards.moved == {}


def test_deleted_cards_leave_and_new_ones_come(any_cards: BoardBench) -> None:
    first, second = any_cards.fill("25", 500, 300)
    any_cards.show()

    delete_rows(any_cards.other, OpportunityRow, [first])
    (new,) = any_cards.fill("25", 400)
    any_cards.tell(first, new)

    any_cards.qtbot.waitUntil(lambda: any_cards.keys(any_cards.chance("25")) == [new, second])
    any_cards.settled()


def test_a_card_that_the_filter_no_longer_lets_through_leaves(cards: BoardBench) -> None:
    key, stays = cards.fill("25", 500, 300)
    query = replace(PROGRESS, filters=(TextFilter("title", "Packing"),))
    cards.show(query)

    cards.change([key], title="Robot")

    cards.qtbot.waitUntil(lambda: cards.keys(cards.chance("25")) == [stays])
    cards.settled(query)


def test_a_column_comes_with_its_first_card_and_goes_with_its_last(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()
    unset = Place(PlaceKind.NOT_SET)

    cards.change([key], probability_id=None)
    cards.qtbot.waitUntil(lambda: cards.board.column(unset) is not None)
    stood = cards.keys(unset)
    cards.change([key], probability_id=cards.chance("25").id)
    cards.qtbot.waitUntil(lambda: cards.board.column(unset) is None)

    assert stood == [key]
    cards.settled()


def test_a_burst_of_changes_is_one_read_of_cards_and_one_of_the_board(cards: BoardBench) -> None:
    keys = cards.fill("25", *range(30))
    cards.show()
    cards.gates.reads.clear()

    for key in keys:
        cards.tell(key)
    cards.qtbot.wait(FETCHED_MS)

    assert cards.gates.reads.count("cards") == 1
    assert cards.gates.reads.count("board") == 1


def test_the_board_is_read_at_most_once_a_second(cards: BoardBench) -> None:
    keys = cards.fill("25", *range(3))
    cards.show()
    cards.gates.reads.clear()

    for _time in range(8):
        cards.tell(keys[0])
        cards.qtbot.wait(100)

    assert cards.gates.reads.count("board") == 1
    cards.qtbot.waitUntil(lambda: cards.gates.reads.count("board") == 2, timeout=3_000)


def test_changes_of_other_tables_read_nothing(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()
    cards.gates.reads.clear()

    cards.model.take_changes({"saved_view": frozenset({key})})
    cards.qtbot.wait(FETCHED_MS)

    assert "board" not in cards.gates.reads
    assert "cards" not in cards.gates.reads


def test_while_it_is_held_cards_stay_and_nothing_else_is_read(cards: BoardBench) -> None:
    first, second = cards.fill("25", 500, 300)
    cards.show()
    source, target = cards.chance("25"), cards.chance("50")
    cards.gates.reads.clear()
    cards.model.hold(held=True)

    cards.change([first], "Elisa Conti", probability_id=target.id, title="Robot")
    cards.qtbot.waitUntil(lambda: cards.model.cards([first])[0].title == "Robot")
    cards.qtbot.wait(FETCHED_MS)
    held, read = cards.keys(source), list(cards.gates.reads)
    cards.model.hold(held=False)

    assert held == [first, second]
    assert "board" not in read
    assert cards.keys(target) == [first]
    assert cards.moved == {first: OthersMove("Elisa Conti", source, target)}
    cards.settled()


def test_moved_cards_stand_at_once_in_their_place_and_count_there(any_cards: BoardBench) -> None:
    moved, stays = any_cards.fill("25", 500, 300)
    large, small = any_cards.fill("50", 900, 100)
    any_cards.show()
    source, target = any_cards.chance("25"), any_cards.chance("50")

    ticket = any_cards.model.move([moved], target)
    shown = any_cards.keys(source), any_cards.keys(target)
    figures = any_cards.figures(source), any_cards.figures(target)
    saving = any_cards.model.is_saving(moved)
    any_cards.commit(ticket, {moved: source})

    assert shown == ([stays], [large, moved, small])
    assert figures == ((1, 300), (3, 1500))
    assert saving
    assert not any_cards.model.is_saving(moved)
    assert any_cards.model.place(moved) == target
    any_cards.settled()


def test_a_move_to_won_leaves_the_open_totals(cards: BoardBench) -> None:
    moved, _stays = cards.fill("25", 500, 300)
    cards.show()

    ticket = cards.model.move([moved], WON_PLACE)
    card = cards.model.card(moved)

    assert cards.board.open.net_minor == 300
    assert card is not None
    assert card.outcome == "won"
    cards.model.put_back(ticket)
    assert cards.board.open.net_minor == 800


def test_what_is_put_back_stands_exactly_as_before(any_cards: BoardBench) -> None:
    keys = any_cards.fill("25", 500, None, 300, 300, 100)
    any_cards.fill("50", 400, 200)
    any_cards.fill("75", 10, currency_code="USD")
    any_cards.show()
    before, places = any_cards.board, [each.place for each in any_cards.board.columns]
    shown = [any_cards.keys(place) for place in places]
    cards = any_cards.model.cards(keys)

    ticket = any_cards.model.move([keys[1], keys[3], keys[4]], any_cards.chance("75"))
    any_cards.model.put_back(ticket)

    assert any_cards.board == before
    assert [any_cards.keys(place) for place in places] == shown
    assert any_cards.model.cards(keys) == cards
    any_cards.settled()


def test_200_cards_move_at_once_and_come_back(cards: BoardBench) -> None:
    cards.fill("25", *range(300))
    cards.fill("50", *range(0, 600, 7))
    cards.show()
    source, target = cards.chance("25"), cards.chance("50")
    cards.model.column(source).item(299)
    cards.qtbot.waitUntil(lambda: None not in cards.keys(source))
    before, shown = cards.board, cards.keys(source)

    ticket = cards.model.move([key for key in shown[:200] if key], target)
    counts = cards.figures(source)[0], cards.figures(target)[0]
    cards.model.put_back(ticket)

    assert counts == (100, 286)
    assert cards.board == before
    assert cards.keys(source) == shown
    cards.settled()


def test_a_change_that_comes_during_a_move_lets_no_card_jump_back(cards: BoardBench) -> None:
    moved, stays = cards.fill("25", 500, 300)
    cards.show()
    source, target = cards.chance("25"), cards.chance("50")

    ticket = cards.model.move([moved], target)
    cards.change([moved, stays], title="Robot")
    cards.qtbot.wait(FETCHED_MS)
    shown = cards.keys(source), cards.keys(target)
    cards.commit(ticket, {moved: source})

    assert shown == ([stays], [moved])
    cards.settled()


@pytest.mark.parametrize("read", ["board", "cards"])
def test_a_read_from_before_a_move_lets_no_card_jump_back(cards: BoardBench, read: str) -> None:
    moved, stays = cards.fill("25", 500, 300)
    cards.show()
    source, target = cards.chance("25"), cards.chance("50")
    cards.gates.shut(read)
    cards.gates.reads.clear()
    cards.tell(moved)
    cards.qtbot.waitUntil(lambda: read in cards.gates.reads)
    cards.qtbot.wait(SOON_MS)

    cards.commit(cards.model.move([moved], target), {moved: source})
    jumps: list[int] = []
    cards.model.column(source).rowsInserted.connect(lambda *_part: jumps.append(1))
    cards.gates.open()
    cards.settled()

    assert jumps == []
    assert cards.keys(source) == [stays]


def test_a_board_read_during_a_move_is_read_again_after_it(cards: BoardBench) -> None:
    moved, stays = cards.fill("25", 500, 300)
    cards.show()
    target = cards.chance("50")
    ticket = cards.model.move([moved], target)

    cards.change([stays], net_minor=700)
    cards.qtbot.wait(FETCHED_MS)
    meanwhile = cards.gates.reads.count("board")
    cards.model.put_back(ticket)

    assert meanwhile == 1
    cards.settled()


def test_who_comes_second_sees_where_the_first_has_moved_it(any_cards: BoardBench) -> None:
    (key,) = any_cards.fill("25", 500)
    any_cards.show()
    source, ours, theirs = map(any_cards.chance, ("25", "50", "75"))
    seen = [Seen(key, "Packing line", source)]
    ticket = any_cards.model.move([key], ours)
    move_cards(any_cards.other, PROGRESS.kind, seen, theirs, NOW)
    any_cards.tell(key, who="Elisa Conti")

    with pytest.raises(MovedMeanwhileError):
        any_cards.commit(ticket, {key: source})
    any_cards.model.put_back(ticket)

    any_cards.qtbot.waitUntil(lambda: any_cards.keys(theirs) == [key])
    assert any_cards.moved == {key: OthersMove("Elisa Conti", source, theirs)}
    any_cards.settled()


def test_a_second_move_before_the_first_is_saved_comes_back_to_the_first(
    cards: BoardBench,
) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()
    source, middle, last = map(cards.chance, ("25", "50", "75"))
    before = cards.board

    first = cards.model.move([key], middle)
    second = cards.model.move([key], last)
    cards.model.put_back(second)
    at_middle = cards.keys(middle)
    cards.commit(first, {key: source})

    assert at_middle == [key]
    assert cards.board != before
    cards.settled()


def test_two_refused_moves_of_a_card_bring_it_home(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()
    before = cards.board
    first = cards.model.move([key], cards.chance("50"))
    second = cards.model.move([key], cards.chance("75"))

    cards.model.put_back(first)
    shown = cards.keys(cards.chance("75"))
    cards.model.put_back(second)

    assert shown == [key]
    assert cards.keys(cards.chance("25")) == [key]
    assert cards.board == before


def test_a_move_to_a_column_that_is_not_there_is_an_error(cards: BoardBench) -> None:
    keys = cards.fill("25", 500)

    with pytest.raises(KeyError):
        cards.model.move(keys, WON_PLACE)
    cards.show()
    with pytest.raises(KeyError):
        cards.model.move(keys, Place(PlaceKind.NOT_SET))


def test_a_new_question_forgets_moves_under_way(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()
    source = cards.chance("25")
    ticket = cards.model.move([key], cards.chance("50"))

    cards.show(replace(PROGRESS, descending=False))
    saving = cards.model.is_saving(key)
    cards.commit(ticket, {key: source})

    assert not saving
    cards.settled(replace(PROGRESS, descending=False))


def test_a_card_deleted_during_its_move_is_gone_after_it(cards: BoardBench) -> None:
    key, stays = cards.fill("25", 500, 300)
    cards.show()
    ticket = cards.model.move([key], cards.chance("50"))
    delete_rows(cards.other, OpportunityRow, [key])
    cards.tell(key)
    cards.qtbot.wait(FETCHED_MS)

    cards.model.put_back(ticket)

    cards.qtbot.waitUntil(lambda: cards.keys(cards.chance("25")) == [stays])
    cards.settled()


def test_a_failed_read_is_told_and_what_was_shown_stays(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.show()
    cards.qtbot.waitUntil(lambda: cards.health_told == 1)
    cards.gates.cable_is_out = True

    cards.change([key], net_minor=700)
    cards.qtbot.waitUntil(lambda: len(cards.errors) == 1)
    cards.qtbot.wait(FETCHED_MS)
    shown, failures = cards.figures(cards.chance("25")), len(cards.errors)
    cards.gates.cable_is_out = False
    cards.model.read_again()

    assert shown == (1, 500)
    assert failures == 1
    assert isinstance(cards.errors[0], ConnectionLostError)
    cards.settled()


def test_a_question_that_failed_is_asked_again(cards: BoardBench) -> None:
    (key,) = cards.fill("25", 500)
    cards.gates.cable_is_out = True
    cards.model.ask(PROGRESS)
    cards.qtbot.waitUntil(lambda: len(cards.errors) == 1)
    cards.gates.cable_is_out = False

    cards.tell(key)

    cards.qtbot.waitUntil(lambda: bool(cards.boards))
    assert cards.figures(cards.chance("25")) == (1, 500)


def test_everything_is_read_again_without_a_jump(any_cards: BoardBench) -> None:
    keys = any_cards.fill("25", 500, 300, 100)
    any_cards.show()
    column = any_cards.model.column(any_cards.chance("25"))
    chosen = QPersistentModelIndex(column.index(2))
    resets: list[int] = []
    column.modelReset.connect(lambda: resets.append(1))
    change_rows(any_cards.other, OpportunityRow, keys[2:], {"net_minor": 900})

    any_cards.model.read_again()

    any_cards.settled()
    assert column.key(chosen.row()) == keys[2]
    assert chosen.row() == 0
    assert resets == []


def test_names_of_whoever_changed_what_do_not_pile_up(
    cards: BoardBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_reader, "REREAD_MS", 10)
    keys = cards.fill("25", *range(250))
    cards.show()
    place = cards.chance("25")
    shown = set(cards.keys(place))
    unseen: UUID = next(key for key in keys if key not in shown)

    cards.change([unseen], "Elisa Conti", title="Robot")
    cards.settled()
    cards.qtbot.wait(FETCHED_MS)
    cards.change([unseen], probability_id=cards.chance("50").id)
    cards.settled()

    assert cards.moved == {}


def test_an_answer_from_before_a_commit_does_not_put_a_card_back(cards: BoardBench) -> None:
    source, target = cards.chance("25"), cards.chance("50")
    (key,) = cards.fill("25", 100_00)
    cards.show()
    cards.gates.shut("board")
    cards.model.ask(PROGRESS)
    cards.qtbot.waitUntil(lambda: cards.gates.reads.count("board") == 2)
    ticket = cards.model.move([key], target)
    cards.commit(ticket, {key: source})
    placed: list[Place | None] = []
    cards.model.shown.connect(lambda: placed.append(cards.model.place(key)))

    cards.gates.open("board")

    cards.settled()
    assert placed
    assert set(placed) == {target}
