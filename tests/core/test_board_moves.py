"""Moves of cards: many in one act, what bars them, who was first, and undo of each."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from core.board_moves import MovedMeanwhileError, Seen, barred, move_cards
from core.board_place import LOST_PLACE, NOT_SET, WON_PLACE, BoardKind, Place, PlaceKind
from core.closing import MoveRefusedError, ReasonNeededError, ReopenError
from core.edit_errors import GoneError, MoveError
from core.opportunity_edit import save
from db.ids import new_id
from db.opportunity_rows import read_opportunities
from db.tables.activity import ActivityRow
from db.tables.log import ActRow
from db.tables.lookups import ActivityTypeRow, ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import RoleRow
from db.tables.workflow import StageFieldRow, StageRoleRow, StageRow, TransitionRow, WorkflowRow
from tests.core.test_opportunity_edit import (
    LATER,
    add,
    chance,
    coded,
    edit,
    moves,
    reason,
    row_of,
    second,
    stage,
    undo_last,
)
from tests.lists import add_opportunities, change_rows, delete_rows
from tests.workspaces import NOW, add_contact, write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from core.board_moves import Moved
    from core.closing import Reason
    from core.workspace import Workspace
    from db.writes import Values

PROGRESS, STAGES = BoardKind.PROGRESS, BoardKind.STAGES
BOOKKEEPING = {"changed_at", "changed_by_id", "row_version"}


def at(workspace: Workspace, code: str) -> Place:
    return Place(PlaceKind.PROBABILITY, chance(workspace, code))


def at_stage(workspace: Workspace, code: str) -> Place:
    return Place(PlaceKind.STAGE, stage(workspace, code))


def add_many(workspace: Workspace, count: int) -> list[UUID]:
    """Write opportunities in the stage of visits, with its probability."""
    base = {
        "workflow_id": coded(workspace, WorkflowRow, "sale"),
        "stage_id": stage(workspace, "visit"),
        "probability_id": chance(workspace, "25"),
    }
    return add_opportunities(workspace, [add_contact(workspace)], count, lambda _place: base)


def rows_of(workspace: Workspace, keys: Sequence[UUID]) -> dict[UUID, Values]:
    names = OpportunityRow.__table__.c.keys()
    with workspace.database.reading() as connection:
        rows = read_opportunities(connection, keys, names)
    return {k: {n: v for n, v in row.items() if n not in BOOKKEEPING} for k, row in rows.items()}


def drop(  # noqa: PLR0913 - a drag has so many sides
    workspace: Workspace,
    keys: Sequence[UUID],
    begin: Place,
    end: Place,
    *,
    kind: BoardKind = PROGRESS,
    why: Reason | None = None,
    reopen: bool = False,
) -> Moved:
    """Drag cards that were seen in a place to another one."""
    cards = [Seen(key, "Seen title", begin) for key in keys]
    return move_cards(workspace, kind, cards, end, LATER, reason=why, reopen=reopen)


def test_a_drop_sets_the_probability_by_hand_and_undo_puts_all_back(workspace: Workspace) -> None:
    key = add(workspace)
    before = rows_of(workspace, [key])

    moved = drop(workspace, [key], at(workspace, "25"), at(workspace, "75"))

    row = row_of(workspace, key)
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "75"), True)
    assert (row["touched_at"], row["stage_since_on"]) == (LATER, NOW.date())
    assert (moved.ids, moved.label) == ((key,), "Moved Packing line to 75 %")
    (told,) = moves(workspace)
    assert (told.from_by_hand, told.to_by_hand, told.moved_at) == (False, True, LATER)
    assert undo_last(workspace) == moved.label
    assert rows_of(workspace, [key]) == before
    assert moves(workspace) == []


def test_200_cards_move_in_one_act_and_one_undo_brings_them_back(workspace: Workspace) -> None:
    keys = add_many(workspace, 200)
    before = rows_of(workspace, keys)

    moved = drop(workspace, keys, at(workspace, "25"), at(workspace, "90"))

    assert moved.ids == tuple(keys)
    assert moved.label == "Moved 200 opportunities to 90 %"
    after = rows_of(workspace, keys)
    assert {row["probability_id"] for row in after.values()} == {chance(workspace, "90")}
    assert len(moves(workspace)) == 200
    undo_last(workspace)
    assert rows_of(workspace, keys) == before
    assert moves(workspace) == []


def test_cards_that_stood_apart_move_together_and_one_that_is_there_stays(
    workspace: Workspace,
) -> None:
    first, by_hand, there = add_many(workspace, 3)
    edit(workspace, by_hand, probability_id=chance(workspace, "50"))
    edit(workspace, there, probability_id=chance(workspace, "75"))
    told = len(moves(workspace))
    places = [at(workspace, code) for code in ("25", "50", "75")]
    keys = (first, by_hand, there)
    cards = [Seen(k, "", place) for k, place in zip(keys, places, strict=True)]

    moved = move_cards(workspace, PROGRESS, cards, places[2], LATER)

    assert moved.ids == (first, by_hand)
    assert len(moves(workspace)) == told + 2
    assert {row_of(workspace, k)["probability_id"] for k in keys} == {chance(workspace, "75")}


def test_a_drop_where_all_stand_already_leaves_no_act(workspace: Workspace) -> None:
    key = add(workspace)

    moved = drop(workspace, [key], at(workspace, "10"), at(workspace, "25"))

    assert (moved.act_id, moved.ids) == (None, ())
    assert moves(workspace) == []


def test_a_card_that_another_moved_is_told_with_who_and_where(workspace: Workspace) -> None:
    mine, theirs = add_many(workspace, 2)
    other = second(workspace)
    drop(other, [theirs], at(workspace, "25"), at(workspace, "90"))

    # On a server who works is always the login.
    who = "(Second|Postgres) has moved “Packing line 00001” in the meantime: it stands in 90 % now"
    with pytest.raises(MovedMeanwhileError, match=who) as raised:
        drop(workspace, [mine, theirs], at(workspace, "25"), at(workspace, "50"))

    assert raised.value.places == {theirs: at(workspace, "90")}
    assert row_of(workspace, mine)["probability_id"] == chance(workspace, "25")
    assert row_of(workspace, theirs)["probability_id"] == chance(workspace, "90")


def test_of_two_who_drop_at_once_one_moves_and_the_other_is_told(workspace: Workspace) -> None:
    keys = add_many(workspace, 20)
    begin = at(workspace, "25")

    def one(code: str) -> object:
        try:
            return drop(workspace, keys, begin, at(workspace, code)).ids
        except MovedMeanwhileError as error:
            return error

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(one, ("50", "75")))

    assert sorted(isinstance(answer, MovedMeanwhileError) for answer in answers) == [False, True]
    assert len(moves(workspace)) == 20
    assert len({row["probability_id"] for row in rows_of(workspace, keys).values()}) == 1


def test_a_card_deleted_meanwhile_is_named_and_none_moves(workspace: Workspace) -> None:
    stays, gone = add_many(workspace, 2)
    delete_rows(workspace, OpportunityRow, [gone])

    with pytest.raises(GoneError, match="“Seen title” has been deleted"):
        drop(workspace, [stays, gone], at(workspace, "25"), at(workspace, "50"))

    assert row_of(workspace, stays)["probability_id"] == chance(workspace, "25")


@pytest.mark.parametrize(
    ("place", "code", "why"), [(WON_PLACE, "won", "price-won"), (LOST_PLACE, "lost", "price-lost")]
)
def test_the_ends_close_with_a_reason_of_their_sign(
    workspace: Workspace, place: Place, code: str, why: str
) -> None:
    keys = add_many(workspace, 3)
    before = rows_of(workspace, keys)
    for wrong in (None, reason(workspace, "price-lost" if code == "won" else "price-won")):
        with pytest.raises(ReasonNeededError) as raised:
            drop(workspace, keys, at(workspace, "25"), place, why=wrong)
        assert raised.value.outcome == code

    moved = drop(workspace, keys, at(workspace, "25"), place, why=reason(workspace, why))

    assert moved.label == f"Closed 3 opportunities as {code}"
    for row in rows_of(workspace, keys).values():
        assert (row["outcome"], row["closed_on"]) == (code, LATER.date())
        assert row["stage_id"] == stage(workspace, code)
    undo_last(workspace)
    assert rows_of(workspace, keys) == before


def test_back_from_an_end_it_stands_as_before_and_then_where_it_was_dropped(
    workspace: Workspace,
) -> None:
    key = add(workspace)
    edit(workspace, key, probability_id=chance(workspace, "90"))
    drop(workspace, [key], at(workspace, "90"), WON_PLACE, why=reason(workspace))
    closed = rows_of(workspace, [key])
    with pytest.raises(ReopenError, match="“Packing line” is closed"):
        drop(workspace, [key], WON_PLACE, at(workspace, "50"))

    moved = drop(workspace, [key], WON_PLACE, at(workspace, "50"), reopen=True)

    row = row_of(workspace, key)
    assert moved.label == "Reopened Packing line"
    assert (row["outcome"], row["closed_on"], row["stage_id"]) == (
        "open",
        None,
        stage(workspace, "visit"),
    )
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "50"), True)
    undo_last(workspace)
    assert rows_of(workspace, [key]) == closed


def test_a_form_reopens_to_what_was_before_with_its_mark(workspace: Workspace) -> None:
    key = add(workspace)
    drop(workspace, [key], at(workspace, "25"), LOST_PLACE, why=reason(workspace, "price-lost"))

    save(workspace, key, {"outcome": ("lost", "open")}, LATER, reopen=True)

    row = row_of(workspace, key)
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "25"), False)
    assert row["stage_id"] == stage(workspace, "visit")


def test_lost_to_won_and_back_leads_to_the_stage_before_the_first_closing(
    workspace: Workspace,
) -> None:
    key = add(workspace)
    change_rows(workspace, StageRow, [stage(workspace, "lost")], {"deleted_at": NOW})
    drop(workspace, [key], at(workspace, "25"), LOST_PLACE, why=reason(workspace, "price-lost"))

    drop(workspace, [key], LOST_PLACE, WON_PLACE, why=reason(workspace), reopen=True)
    assert row_of(workspace, key)["stage_id"] == stage(workspace, "won")
    drop(workspace, [key], WON_PLACE, at(workspace, "10"), reopen=True)

    assert row_of(workspace, key)["stage_id"] == stage(workspace, "visit")


def test_a_stage_that_was_deleted_since_the_closing_gives_way_to_the_first(
    workspace: Workspace,
) -> None:
    key = add(workspace)
    drop(workspace, [key], at(workspace, "25"), WON_PLACE, why=reason(workspace))
    change_rows(workspace, StageRow, [stage(workspace, "visit")], {"deleted_at": NOW})

    drop(workspace, [key], WON_PLACE, at(workspace, "50"), reopen=True)

    assert row_of(workspace, key)["stage_id"] == stage(workspace, "new")


def test_the_automatic_probability_can_be_asked_for_again(workspace: Workspace) -> None:
    key = add(workspace)
    drop(workspace, [key], at(workspace, "25"), at(workspace, "90"))

    save(workspace, key, {"probability_by_hand": (True, False)}, LATER)
    row = row_of(workspace, key)
    edit(workspace, key, stage_id=stage(workspace, "budget"))

    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "25"), False)
    assert row_of(workspace, key)["probability_id"] == chance(workspace, "50")


def test_a_stage_drop_runs_the_transition_and_keeps_what_was_set_by_hand(
    workspace: Workspace,
) -> None:
    plain, by_hand = add_many(workspace, 2)
    edit(workspace, by_hand, probability_id=chance(workspace, "90"))
    begin, end = at_stage(workspace, "visit"), at_stage(workspace, "budget")

    moved = drop(workspace, [plain, by_hand], begin, end, kind=STAGES)

    assert moved.label == "Moved 2 opportunities to Budget offer"
    rows = rows_of(workspace, [plain, by_hand])
    assert {row["stage_id"] for row in rows.values()} == {end.id}
    assert {row["stage_since_on"] for row in rows.values()} == {LATER.date()}
    chances = [rows[key]["probability_id"] for key in (plain, by_hand)]
    assert chances == [chance(workspace, "50"), chance(workspace, "90")]


def test_a_final_stage_closes_and_back_from_it_reopens(workspace: Workspace) -> None:
    key = add(workspace)
    begin, won = at_stage(workspace, "visit"), at_stage(workspace, "won")

    drop(workspace, [key], begin, won, kind=STAGES, why=reason(workspace))
    assert row_of(workspace, key)["outcome"] == "won"
    drop(workspace, [key], won, at_stage(workspace, "budget"), kind=STAGES, reopen=True)

    row = row_of(workspace, key)
    assert (row["outcome"], row["stage_id"]) == ("open", stage(workspace, "budget"))
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "50"), False)


def test_one_that_may_not_go_keeps_all_of_them_back(workspace: Workspace) -> None:
    keys = add_many(workspace, 2)
    call = {
        "id": new_id(),
        "activity_type_id": coded(workspace, ActivityTypeRow, "call"),
        "subject": "Ask for plans",
        "opportunity_id": keys[1],
        "mandatory": True,
    }
    write_rows(workspace, ActivityRow, [call])
    begin, end = at_stage(workspace, "visit"), at_stage(workspace, "budget")

    with pytest.raises(MoveRefusedError, match="“Packing line 00001” cannot move to Budget") as no:
        drop(workspace, keys, begin, end, kind=STAGES)

    assert no.value.reasons == ["The mandatory activity “Ask for plans” is still open."]
    assert no.value.titles == ("Packing line 00001",)
    assert {row["stage_id"] for row in rows_of(workspace, keys).values()} == {begin.id}
    # What closes as won goes forward too, whichever board it is dropped on.
    with pytest.raises(MoveRefusedError, match="Ask for plans"):
        drop(workspace, keys, at(workspace, "25"), WON_PLACE, why=reason(workspace))
    drop(workspace, keys, at(workspace, "25"), LOST_PLACE, why=reason(workspace, "price-lost"))


def test_a_place_deleted_or_retired_meanwhile_says_so(workspace: Workspace) -> None:
    key, begin = add(workspace), at(workspace, "25")
    deleted, retired = at(workspace, "50"), at(workspace, "75")
    change_rows(workspace, ProbabilityRow, [chance(workspace, "50")], {"deleted_at": NOW})
    change_rows(workspace, ProbabilityRow, [chance(workspace, "75")], {"retired_at": NOW})
    change_rows(workspace, StageRow, [stage(workspace, "budget")], {"retired_at": NOW})
    offer = at_stage(workspace, "offer")
    change_rows(workspace, StageRow, [stage(workspace, "offer")], {"deleted_at": NOW})

    with pytest.raises(MoveError, match="This probability has been deleted"):
        drop(workspace, [key], begin, deleted)
    with pytest.raises(MoveRefusedError, match="75 % is retired"):
        drop(workspace, [key], begin, retired)
    seen = at_stage(workspace, "visit")
    with pytest.raises(MoveRefusedError, match="Budget offer is retired"):
        drop(workspace, [key], seen, at_stage(workspace, "budget"), kind=STAGES)
    with pytest.raises(MoveError, match="This stage has been deleted"):
        drop(workspace, [key], seen, offer, kind=STAGES)
    with pytest.raises(MoveError, match="Choose a stage"):
        drop(workspace, [key], seen, NOT_SET, kind=STAGES)


def test_a_probability_can_be_taken_away(workspace: Workspace) -> None:
    key = add(workspace)

    drop(workspace, [key], at(workspace, "25"), NOT_SET)

    row = row_of(workspace, key)
    assert (row["probability_id"], row["probability_by_hand"]) == (None, True)


def test_barred_tells_for_each_place_which_cards_and_why(workspace: Workspace) -> None:
    keys = add_many(workspace, 2)
    edit(workspace, keys[1], stage_id=stage(workspace, "new"))
    field = {"id": new_id(), "stage_id": stage(workspace, "budget"), "field_name": "agent_id"}
    write_rows(workspace, StageFieldRow, [field])
    codes = ("new", "visit", "budget", "offer", "negotiation", "won", "lost")
    places = {code: at_stage(workspace, code) for code in codes}

    bars = barred(workspace, STAGES, keys, [*places.values(), NOT_SET])

    assert bars.keys() == {places["budget"], places["offer"], places["negotiation"], NOT_SET}
    assert bars[places["budget"]].reasons == ("Main agent must be filled in first.",)
    assert bars[places["budget"]].titles == ("Packing line 00000", "Packing line 00001")
    assert bars[places["offer"]].titles == ("Packing line 00001",)
    assert bars[places["negotiation"]].reasons == (
        "The workflow has no move from Visit to Negotiation.",
        "The workflow has no move from New to Negotiation.",
    )


def test_barred_knows_roles_and_where_a_closed_card_was(workspace: Workspace) -> None:
    open_one, closed = add_many(workspace, 2)
    drop(workspace, [closed], at(workspace, "25"), WON_PLACE, why=reason(workspace))
    reader = coded(workspace, RoleRow, "reader")
    with workspace.database.reading() as connection:
        statement = select(TransitionRow.id).where(
            TransitionRow.from_stage_id == stage(workspace, "visit"),
            TransitionRow.to_stage_id == stage(workspace, "budget"),
        )
        transition = connection.scalars(statement).one()
    change_rows(workspace, TransitionRow, [transition], {"role_id": reader})
    places = [at_stage(workspace, code) for code in ("visit", "budget", "offer", "negotiation")]

    bars = barred(workspace, STAGES, [open_one, closed], places)

    both = ("Packing line 00000", "Packing line 00001")
    assert {place: bar.titles for place, bar in bars.items()} == {
        places[1]: both,
        places[3]: both,
    }
    assert bars[places[1]].reasons == ("Only the role Reader may move this to Budget offer.",)


def test_what_stands_in_a_stage_of_other_roles_never_leaves(workspace: Workspace) -> None:
    key, reader = add(workspace), coded(workspace, RoleRow, "reader")
    kept = {"id": new_id(), "stage_id": stage(workspace, "visit"), "role_id": reader}
    write_rows(workspace, StageRoleRow, [{**kept, "may_edit": True}])
    places = [at(workspace, code) for code in ("10", "25", "50")] + [WON_PLACE, LOST_PLACE]

    bars = barred(workspace, PROGRESS, [key], places)

    assert bars.keys() == {*places} - {at(workspace, "25")}
    assert {bar.reasons for bar in bars.values()} == {
        ("You have no right to change what stands in Visit.",)
    }
    with pytest.raises(MoveRefusedError, match="no right"):
        drop(workspace, [key], at(workspace, "25"), at(workspace, "50"))


def test_nothing_is_barred_where_there_are_no_rules(workspace: Workspace) -> None:
    key = add(workspace, workflow_id=None, stage_id=None)
    places = [at(workspace, code) for code in ("10", "50")] + [WON_PLACE, LOST_PLACE, NOT_SET]

    assert barred(workspace, PROGRESS, [key], places) == {}
    assert barred(workspace, PROGRESS, [], places) == {}


def test_a_closing_on_another_day_holds_for_all(workspace: Workspace) -> None:
    keys = add_many(workspace, 2)
    given = reason(workspace)._replace(day=date(2026, 2, 1))

    drop(workspace, keys, at(workspace, "25"), WON_PLACE, why=given)

    rows = rows_of(workspace, keys).values()
    assert {row["closed_on"] for row in rows} == {date(2026, 2, 1)}
    assert {row["closing_reason_id"] for row in rows} == {given.reason_id}


def test_a_refused_move_leaves_no_act_behind(workspace: Workspace) -> None:
    key = add(workspace)
    with workspace.database.reading() as connection:
        before = list(connection.scalars(select(ActRow.id)))

    with pytest.raises(ReasonNeededError):
        drop(workspace, [key], at(workspace, "25"), WON_PLACE)

    with workspace.database.reading() as connection:
        assert list(connection.scalars(select(ActRow.id))) == before


def test_a_place_reads_back_from_its_key() -> None:
    places = [LOST_PLACE, WON_PLACE, NOT_SET, Place(PlaceKind.STAGE, new_id())]

    assert [Place.of(place.key) for place in places] == places
    with pytest.raises(ValueError, match="nowhere"):
        Place.of("nowhere")
