"""A board has the columns that it must, and says of each what all of its rows say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.board import BoardKind, BoardQuery, BoardSource, CardOrder, Place, PlaceKind
from core.record_source import RecordSource
from db.card_list import CARD_LIST
from db.filters import ChoiceFilter, MoneyFilter
from db.ids import new_id
from db.tables.lookups import ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import CompanyRow
from db.tables.workflow import StageRow, WorkflowRow
from tests.boards import DAY, TODAY, Boards, counts, named, titles
from tests.workspaces import NOW, add_contact, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.board import Board
    from core.workspace import Workspace

USUAL = ["LOST", "10 %", "25 %", "50 %", "75 %", "90 %", "WON"]
FINALS = ({"outcome": "won", "final": True}, {"outcome": "lost", "final": True})


@pytest.fixture
def boards(workspace: Workspace) -> Boards:
    return Boards(workspace)


def all_ids(boards: Boards, board: Board) -> dict[str, list[UUID]]:
    """Return the ids of each column, as its query finds them."""
    source = RecordSource(boards.workspace.database, CARD_LIST)
    found = {}
    for column in board.columns:
        ids = source.ordered_ids(column.query, lambda: False)
        assert ids is not None
        found[column.title] = ids.slice(0, len(ids))
    return found


def assert_whole(boards: Boards, board: Board) -> None:
    """Check that counts, cards, queries and places of a board agree."""
    ids = all_ids(boards, board)
    for column in board.columns:
        assert len(ids[column.title]) == column.figures.rows == column.figures.totals.rows
        assert [card.id for card in column.cards] == ids[column.title][: len(column.cards)]
        assert {board.place_of(card) for card in column.cards} <= {column.place}
        assert bool(column.cards) is bool(column.figures.rows)


def test_an_empty_progress_board_has_a_column_for_each_open_probability(boards: Boards) -> None:
    board = boards.progress()

    assert titles(board) == USUAL
    assert set(counts(board).values()) == {0}
    assert board.open.rows == 0


def test_open_ones_stand_at_their_probability_and_closed_ones_at_the_ends(boards: Boards) -> None:
    boards.add(25)
    boards.add(50)
    boards.add(50, net_minor=None)
    boards.add(75, "won")
    boards.add(25, "lost")
    boards.add(100, "won")

    board = boards.progress()

    assert counts(board) == {**dict.fromkeys(USUAL, 0), "25 %": 1, "50 %": 2, "WON": 2, "LOST": 1}
    assert (named(board, "50 %").figures.totals.net_unknown, board.open.rows) == (1, 3)
    assert_whole(boards, board)


def test_what_was_closed_long_ago_is_not_shown(boards: Boards) -> None:
    boards.add(0, "lost", closed_on=TODAY - 90 * DAY)
    boards.add(0, "lost", closed_on=TODAY - 91 * DAY)

    usual, shorter, longer = (boards.progress(closed_days=days) for days in (90, 30, 365))

    found = [named(board, "LOST").figures.rows for board in (usual, shorter, longer)]
    assert found == [1, 0, 2]
    old = named(longer, "LOST").cards[-1]
    assert shorter.place_of(old) is None


@pytest.mark.parametrize(("percent", "title"), [(0, "0 %"), (100, "100 %"), (None, "Not set")])
def test_a_row_that_closes_or_none_has_a_column_only_while_something_open_is_there(
    boards: Boards, percent: int | None, title: str
) -> None:
    key = boards.add(percent)

    with_it = boards.progress()
    assert_whole(boards, with_it)
    boards.change(OpportunityRow, key, deleted_at=NOW)
    without = boards.progress()

    assert named(with_it, title).figures.rows == 1
    assert title not in titles(without)


@pytest.mark.parametrize("how", ["retired_at", "deleted_at"])
def test_a_probability_that_is_gone_keeps_its_column_until_it_is_empty(
    boards: Boards, how: str
) -> None:
    key = boards.add(50)
    boards.change(ProbabilityRow, boards.chances[50], **{how: NOW})

    full = boards.progress()
    assert_whole(boards, full)
    boards.change(OpportunityRow, key, probability_id=boards.chances[75])
    empty = boards.progress()

    assert named(full, "50 %").is_retired
    assert "50 %" not in titles(empty)


def test_two_probabilities_of_one_percent_say_what_they_are(boards: Boards) -> None:
    boards.change(ProbabilityRow, boards.chances[25], percent=50)

    assert {"50 % Interest", "50 % Budget there"} <= set(titles(boards.progress()))


def test_lost_ones_come_first_then_unset_then_by_position_then_won_ones(boards: Boards) -> None:
    boards.add(None)
    boards.add(100)

    found = titles(boards.progress())

    assert (found[:2], found[-2:]) == (["LOST", "Not set"], ["100 %", "WON"])


def test_amounts_are_converted_and_never_added_up_raw(boards: Boards) -> None:
    boards.rate("USD", 2_000_000)
    boards.add(50, net_minor=100_00)
    boards.add(50, net_minor=100_00, currency_code="USD")

    totals = named(boards.progress(), "50 %").figures.totals

    assert totals.net_minor == 150_00
    assert {each.currency: each.net_minor for each in totals.by_currency} == {
        "EUR": 100_00,
        "USD": 100_00,
    }


def test_open_amounts_take_todays_rate_and_closed_ones_that_of_their_day(boards: Boards) -> None:
    boards.rate("USD", 2_000_000)
    boards.rate("USD", 4_000_000, days_ago=5)
    boards.add(50, net_minor=100_00, currency_code="USD")
    boards.add(50, "won", net_minor=100_00, currency_code="USD", closed_on=TODAY - 9 * DAY)
    boards.add(50, "won", net_minor=100_00, currency_code="USD", closed_on=TODAY - DAY)

    board = boards.progress()

    assert named(board, "50 %").figures.totals.net_minor == 25_00
    assert named(board, "WON").figures.totals.net_minor == 75_00


def test_an_amount_without_a_rate_is_named_and_left_out(boards: Boards) -> None:
    boards.add(50, net_minor=100_00)
    boards.add(50, net_minor=7_00, currency_code="GBP")
    boards.add(50, "lost", net_minor=7_00, currency_code="GBP")

    board = boards.progress()

    totals = named(board, "50 %").figures.totals
    assert (totals.rows, totals.net_minor, totals.missing) == (2, 100_00, ("GBP",))
    assert named(board, "LOST").figures.totals.missing == ("GBP",)
    assert board.open.missing == ("GBP",)


def test_a_lost_one_counts_nothing_in_a_weighted_total(boards: Boards) -> None:
    boards.add(50, net_minor=100_00)
    boards.add(90, "lost", net_minor=100_00)

    board = boards.progress()

    assert board.open.weighted_minor == 50_00
    assert named(board, "LOST").figures.totals.weighted_minor == 0


def test_a_filter_changes_counts_cards_and_totals_alike(boards: Boards) -> None:
    other = add_contact(boards.workspace, name="Verdi")
    boards.add(50, net_minor=5_00)
    boards.add(50, net_minor=900_00, contact_id=other)
    boards.add(50, "won", net_minor=900_00)

    by_amount = boards.progress(filters=(MoneyFilter("net", 100_0000),))
    by_text = boards.progress(text="verdi")

    assert (counts(by_amount)["50 %"], counts(by_amount)["WON"]) == (1, 1)
    assert (by_amount.open.net_minor, by_text.open.net_minor) == (900_00, 900_00)
    assert counts(by_text)["WON"] == 0
    for board in (by_amount, by_text):
        assert_whole(boards, board)


@pytest.mark.parametrize("order", list(CardOrder))
@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("filtered", [True, False])
def test_cards_are_sorted_as_the_list_is(
    boards: Boards,
    order: CardOrder,
    descending: bool,  # noqa: FBT001
    filtered: bool,  # noqa: FBT001
) -> None:
    for n, net in enumerate((300, None, 100, 200, 200)):
        boards.add(
            50,
            net_minor=net,
            expected_close_on=None if net is None else TODAY + (net % 7) * DAY,
            last_activity_at=None if n == 2 else NOW - n * DAY,
        )
        boards.add(50, "won", net_minor=net)
    filters = (ChoiceFilter("currency", ("EUR",)),) if filtered else ()

    board = boards.progress(order=order, descending=descending, filters=filters)

    assert_whole(boards, board)
    attribute = {"net": "net_minor", "expected_close": "expected_close_on"}
    name = attribute.get(order.value, "last_activity_at")
    keys = [(getattr(card, name), card.id) for card in named(board, "50 %").cards]
    known = [key for key in keys if key[0] is not None]
    assert known == sorted(known, reverse=descending)
    empty = keys[len(known) :] if descending else keys[: len(keys) - len(known)]
    assert [key[0] for key in empty] == [None] * (len(keys) - len(known))


def test_a_board_of_stages_has_the_stages_in_order(boards: Boards) -> None:
    key, stages = boards.workflow({"position": 9}, {"colour": "stage-3"}, *FINALS)
    boards.add(10, workflow_id=key, stage_id=stages[0])
    boards.add(10, workflow_id=key, stage_id=stages[1])
    boards.add(None, workflow_id=key, stage_id=stages[1])
    boards.add(10, "won", workflow_id=key, stage_id=stages[0])
    boards.add(10, "lost", workflow_id=key, stage_id=None)
    boards.add(10)

    board = boards.stages(key)

    assert board.workflow == "Our way"
    assert counts(board) == {"Step 1": 2, "Step 2": 1, "Step 3": 1, "Step 0": 1}
    assert [column.outcome for column in board.columns] == ["open", "won", "lost", "open"]
    assert named(board, "Step 1").colour == "stage-3"
    assert board.open.rows == 3
    assert_whole(boards, board)


def test_without_a_workflow_chosen_a_board_of_stages_is_empty(boards: Boards) -> None:
    query = BoardQuery(BoardKind.STAGES)

    assert boards.source.read(query, NOW).columns == ()
    assert boards.source.health(query, NOW) == {}


def test_a_workflow_without_stages_keeps_what_stands_in_it_in_sight(boards: Boards) -> None:
    key, _stages = boards.workflow()
    empty = boards.stages(key)
    boards.add(50, workflow_id=key)
    boards.add(50, "won", workflow_id=key)

    board = boards.stages(key)

    assert titles(empty) == ["LOST", "WON"]
    assert counts(board) == {"LOST": 0, "No stage": 1, "WON": 1}
    assert_whole(boards, board)


@pytest.mark.parametrize("how", ["retired_at", "deleted_at"])
def test_a_stage_that_is_gone_keeps_its_column_until_it_is_empty(boards: Boards, how: str) -> None:
    key, stages = boards.workflow({}, {}, *FINALS)
    deal = boards.add(50, workflow_id=key, stage_id=stages[0])
    boards.add(50, "lost", workflow_id=key, stage_id=stages[3])
    for stage in (stages[0], stages[3]):
        boards.change(StageRow, stage, **{how: NOW})

    full = boards.stages(key)
    assert_whole(boards, full)
    boards.change(OpportunityRow, deal, stage_id=stages[1])
    empty = boards.stages(key)

    assert counts(full) == {"LOST": 1, "Step 0": 1, "Step 1": 0, "Step 2": 0}
    assert named(full, "Step 0").is_retired
    assert titles(empty) == ["LOST", "Step 1", "Step 2"]


def test_a_stage_of_another_workflow_has_a_column_while_something_is_there(boards: Boards) -> None:
    key, _stages = boards.workflow({}, *FINALS)
    _other, stages = boards.workflow({"description": "Elsewhere"}, *FINALS)
    boards.add(50, workflow_id=key, stage_id=stages[0])

    board = boards.stages(key)

    assert (titles(board)[-1], named(board, "Elsewhere").figures.rows) == ("Elsewhere", 1)
    assert_whole(boards, board)


def test_an_open_one_in_a_final_stage_stands_there_with_the_closed_ones(boards: Boards) -> None:
    key, stages = boards.workflow({}, *FINALS)
    boards.add(50, workflow_id=key, stage_id=stages[1])
    boards.add(50, "won", workflow_id=key, stage_id=stages[1])
    boards.add(50, "won", workflow_id=key, stage_id=stages[0])

    board = boards.stages(key)

    assert (counts(board)["Step 1"], board.open.rows) == (3, 1)
    assert_whole(boards, board)


def test_the_first_final_stage_takes_what_was_closed(boards: Boards) -> None:
    key, stages = boards.workflow({}, *FINALS, {"outcome": "lost", "final": True})
    boards.add(50, "lost", workflow_id=key, stage_id=stages[3])

    board = boards.stages(key)

    assert (counts(board)["Step 2"], counts(board)["Step 3"]) == (1, 0)
    assert_whole(boards, board)


def test_a_board_has_as_many_columns_as_there_are_rows(boards: Boards) -> None:
    key, stages = boards.workflow(*({} for _n in range(38)), *FINALS)
    for n, stage in enumerate(stages[:38]):
        boards.add(50, workflow_id=key, stage_id=stage, net_minor=n)

    board = boards.stages(key)

    assert len(board.columns) == 40
    assert board.open.net_minor == sum(range(38))
    assert_whole(boards, board)


def test_only_workflows_of_opportunities_that_are_in_use_are_offered(boards: Boards) -> None:
    key, _stages = boards.workflow()
    gone, _stages = boards.workflow()
    contacts, _stages = boards.workflow()
    boards.change(WorkflowRow, gone, retired_at=NOW)
    boards.change(WorkflowRow, contacts, record_kind="contact")

    found = {workflow.id for workflow in boards.source.workflows()}

    assert key in found
    assert not {gone, contacts} & found


def test_totals_follow_the_company_that_is_chosen(workspace: Workspace) -> None:
    boards = Boards(workspace)
    boards.add(50)
    source, other = BoardSource(workspace), new_id()
    row = {"id": other, "code": "us", "description": "Overseas", "currency_code": "USD"}
    write_rows(workspace, CompanyRow, [row])
    before = source.read(BoardQuery(BoardKind.PROGRESS), NOW)

    source.use_company(other)

    after = source.read(BoardQuery(BoardKind.PROGRESS), NOW)
    assert (before.currency, before.open.missing) == ("EUR", ())
    assert (after.currency, after.open.missing) == ("USD", ("EUR",))


def test_a_place_is_found_again_by_its_key(boards: Boards) -> None:
    places = [column.place for column in boards.progress().columns] + [Place(PlaceKind.NOT_SET)]

    assert [Place.of(place.key) for place in places] == places
    assert Counter(place.key for place in places).most_common(1)[0][1] == 1


def test_a_query_with_more_days_is_another_one() -> None:
    query = BoardQuery(BoardKind.PROGRESS)

    assert replace(query, closed_days=30) != query
