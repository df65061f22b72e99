"""What waits for somebody: one rule, asked of the database and of a card alike."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.attention import has_no_next, is_overdue, is_stale
from core.board import BoardKind, BoardQuery, Health, Place, PlaceKind
from core.list_figures import ListFigures
from core.record_source import RecordSource
from db import attention
from db.card_list import CARD_LIST, CardItem
from db.filters import StaleFilter
from db.ids import new_id
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.tables.activity import ActivityRow
from db.tables.lookups import ActivityTypeRow
from db.tables.opportunity import OpportunityRow, ProgressRow
from tests.boards import TODAY, Boards
from tests.workspaces import NOW, first_id, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.workspace import Workspace

DAYS = 21
PROGRESS = BoardQuery(BoardKind.PROGRESS)
LONG_AGO = TODAY - timedelta(days=800)
FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def boards(workspace: Workspace) -> Boards:
    return Boards(workspace)


def health(boards: Boards) -> Health:
    """Return how all open cards stand, which are at one probability."""
    (found,) = boards.source.health(PROGRESS, NOW).values()
    return found


def do(boards: Boards, deal: UUID, moment: datetime) -> None:
    """Write an activity that was done."""
    with boards.workspace.database.reading() as connection:
        type_id = first_id(connection, ActivityTypeRow)
    row = {"id": new_id(), "activity_type_id": type_id, "subject": "Call"}
    write_rows(boards.workspace, ActivityRow, [{**row, "opportunity_id": deal, "done_at": moment}])


def move(boards: Boards, deal: UUID, moment: datetime) -> None:
    """Write a move of the probability alone."""
    row = {"id": new_id(), "opportunity_id": deal, "moved_at": moment}
    write_rows(boards.workspace, ProgressRow, [{**row, "to_probability_id": boards.chances[50]}])


@pytest.mark.parametrize("deed", [do, move])
def test_an_old_one_is_not_stale_while_somebody_acts(boards: Boards, deed: Any) -> None:  # noqa: ANN401
    deal = boards.add(created_on=LONG_AGO)
    before = health(boards)

    deed(boards, deal, NOW - timedelta(days=2))

    assert (before.stale, health(boards).stale) == (1, 0)


@pytest.mark.parametrize("years", [1, 2, 9])
def test_what_nobody_touches_is_stale_however_long_ago(boards: Boards, years: int) -> None:
    boards.add(created_on=TODAY - timedelta(days=366 * years))

    assert health(boards) == Health(on_time=0, stale=1, no_next=0, overdue=0)


def test_a_new_one_is_fresh_from_the_day_of_its_creation(boards: Boards) -> None:
    boards.add(created_on=TODAY - timedelta(days=DAYS - 1))
    boards.add(created_on=TODAY - timedelta(days=DAYS + 1))

    assert health(boards) == Health(on_time=0, stale=1, no_next=1, overdue=0)


def test_the_days_of_a_stage_come_before_those_of_the_parameter(boards: Boards) -> None:
    _key, (patient, hasty) = boards.workflow({"stale_days": 90}, {"stale_days": 3})
    touched = NOW - timedelta(days=30)
    boards.add(stage_id=patient, touched_at=touched)
    boards.add(stage_id=hasty, touched_at=NOW - timedelta(days=4))
    boards.add(stage_id=None, touched_at=touched)

    assert health(boards).stale == 2


def test_each_open_card_counts_once_and_overdue_besides(boards: Boards) -> None:
    late, later = NOW - timedelta(hours=1), NOW + timedelta(days=1)
    old, fresh = NOW - timedelta(days=DAYS, seconds=1), NOW - timedelta(days=DAYS)
    for touched in (old, fresh):
        for due in (None, late, later):
            boards.add(touched_at=touched, next_activity_at=due)
    boards.add(50, "won", touched_at=old)

    assert health(boards) == Health(on_time=2, stale=3, no_next=1, overdue=2)


def test_each_column_has_the_health_of_its_own(boards: Boards) -> None:
    boards.add(None, touched_at=NOW)
    boards.add(25, touched_at=NOW, next_activity_at=NOW)

    assert boards.source.health(PROGRESS, NOW) == {
        Place(PlaceKind.NOT_SET): Health(0, 0, 1, 0),
        Place(PlaceKind.PROBABILITY, boards.chances[25]): Health(1, 0, 0, 0),
    }


def test_the_list_counts_and_finds_what_the_board_calls_stale(boards: Boards) -> None:
    _key, (hasty,) = boards.workflow({"stale_days": 3})
    found = {
        boards.add(stage_id=hasty, touched_at=NOW - timedelta(days=4)),
        boards.add(touched_at=NOW - timedelta(days=40)),
    }
    boards.add(touched_at=NOW - timedelta(days=4))
    boards.add(50, "lost", touched_at=NOW - timedelta(days=40))
    source = RecordSource(boards.workspace.database, OPPORTUNITY_LIST)

    figures = ListFigures(boards.workspace).figures(ListQuery(), NOW)
    page = source.first_page(ListQuery(filters=(StaleFilter("since", DAYS, NOW),)))

    assert figures.attention.stale == health(boards).stale == page.count == len(found)
    assert {item.id for item in page.items} == found
    assert all(is_stale(item, NOW, DAYS) for item in page.items)


def test_a_kept_filter_of_stale_ones_needs_the_moment(boards: Boards) -> None:
    source = RecordSource(boards.workspace.database, OPPORTUNITY_LIST)

    with pytest.raises(ValueError, match="StaleFilter"):
        source.first_page(ListQuery(filters=(StaleFilter("since", DAYS),)))


@FEW
@given(
    touched=st.integers(-3, 100),
    own=st.none() | st.integers(1, 99),
    due=st.none() | st.integers(-5, 5),
)
def test_database_and_card_agree(
    workspace: Workspace, touched: int, own: int | None, due: int | None
) -> None:
    boards = Boards(workspace)
    _key, (stage,) = boards.workflow({"stale_days": own})
    at = None if due is None else NOW + timedelta(hours=due)
    values: dict[str, Any] = {
        "touched_at": NOW - timedelta(days=touched),
        "next_activity_at": at,
    }
    deal = boards.add(stage_id=stage, number=str(new_id()), created_on=date(2026, 1, 1), **values)
    rules = (attention.is_stale(NOW, DAYS), attention.is_overdue(NOW), attention.has_no_next())

    with workspace.database.reading() as connection:
        statement = select(*rules).where(OpportunityRow.id == deal)
        asked = [bool(value) for value in connection.execute(statement).one()]

    card: CardItem = RecordSource(workspace.database, CARD_LIST).items([deal])[deal]
    assert asked == [is_stale(card, NOW, DAYS), is_overdue(card, NOW), has_no_next(card)]
