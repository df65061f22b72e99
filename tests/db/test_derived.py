"""Last and next activity, last deed and the day of the stage are right after any history."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from db.capture import derived
from db.ids import new_id
from db.tables.activity import ActivityRow
from db.tables.lookups import ActivityTypeRow
from db.tables.opportunity import OpportunityRow, ProgressRow
from db.tables.workflow import StageRow
from db.writes import insert_rows, update_rows
from tests.db.log import last_seq
from tests.workspaces import NOW, add_contact, add_opportunity, first_id

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.acts import Act

DEALS = 2
MIDNIGHT = datetime(NOW.year, NOW.month, NOW.day, tzinfo=UTC)
# Also before the day of creation: an import may bring older moves.
MOMENTS = st.integers(-9, 60).map(lambda days: NOW + timedelta(days=days, hours=days % 24))
MAYBE = st.none() | MOMENTS
DEAL = st.integers(0, DEALS - 1)
ROW = st.integers(0, 3)


class Step(NamedTuple):
    """One edit: what is done, to which row, with which values."""

    kind: str
    row: int
    deal: int
    done_at: datetime | None
    due_at: datetime | None
    deleted_at: datetime | None


STEPS = st.lists(
    st.builds(
        Step, st.sampled_from(["activity", "progress", "gone"]), ROW, DEAL, MAYBE, MAYBE, MAYBE
    ),
    min_size=1,
    max_size=8,
)
FILLED = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class Found(NamedTuple):
    """The derived columns of an opportunity."""

    last_activity_at: datetime | None
    next_activity_at: datetime | None
    stage_since_on: date | None
    touched_at: datetime | None


class History:
    """Edits activities and progress of a few opportunities, and works out what must follow."""

    def __init__(self, workspace: Workspace) -> None:
        """Make the opportunities."""
        self._workspace = workspace
        contact = add_contact(workspace)
        self.deals = [
            add_opportunity(workspace, contact, number=str(new_id())) for _ in range(DEALS)
        ]
        self._keys: dict[tuple[str, int], UUID] = {}

    def take(self, step: Step) -> None:
        """Take a step: insert a row, change it, or delete it for good."""
        act = self._workspace.act("Edited", NOW)
        with self._workspace.database.writing(act) as connection:
            if step.kind == "gone":
                self._remove(connection, step.row)
            else:
                self._write(connection, step, act)

    def expected(self, deal: UUID) -> Found:
        """Return what the rows as they are now mean."""
        with self._workspace.database.reading() as connection:
            calls = self._living(connection, ActivityRow, deal)
            moves = self._living(connection, ProgressRow, deal)
        done = [row["done_at"] for row in calls if row["done_at"]]
        open_calls = [row for row in calls if not row["done_at"]]
        due = [row["due_at"] or row["planned_start_at"] for row in open_calls]
        days = [row["moved_at"].date() for row in moves if row["to_stage_id"]]
        deeds = [*done, *(row["moved_at"] for row in moves)]
        return Found(
            max(done, default=None),
            min((moment for moment in due if moment), default=None),
            max(days, default=NOW.date()),
            max(deeds, default=MIDNIGHT),
        )

    def found(self, deal: UUID) -> Found:
        """Return what the triggers keep."""
        columns = (
            OpportunityRow.last_activity_at,
            OpportunityRow.next_activity_at,
            OpportunityRow.stage_since_on,
            OpportunityRow.touched_at,
        )
        with self._workspace.database.reading() as connection:
            return Found(
                *connection.execute(select(*columns).where(OpportunityRow.id == deal)).one()
            )

    def _living(self, connection: Connection, row_class: Any, deal: UUID) -> list[Any]:  # noqa: ANN401
        query = select(row_class.__table__).where(
            row_class.opportunity_id == deal, row_class.deleted_at.is_(None)
        )
        return list(connection.execute(query).mappings())

    def _remove(self, connection: Connection, row: int) -> None:
        for row_class, kind in ((ActivityRow, "activity"), (ProgressRow, "progress")):
            key = self._keys.pop((kind, row), None)
            connection.execute(delete(row_class).where(row_class.id == key))

    def _write(self, connection: Connection, step: Step, act: Act) -> None:
        values: dict[str, Any] = {
            "opportunity_id": self.deals[step.deal],
            "deleted_at": step.deleted_at,
        }
        if step.kind == "activity":
            row_class: Any = ActivityRow
            type_id = first_id(connection, ActivityTypeRow)
            own = {"subject": "Call", "activity_type_id": type_id, "due_at": step.due_at}
            values |= {**own, "done_at": step.done_at, "planned_start_at": step.deleted_at}
        else:
            row_class = ProgressRow
            stage_id = first_id(connection, StageRow) if step.due_at else None
            values |= {"moved_at": step.done_at or NOW, "to_stage_id": stage_id}
        key = self._keys.get((step.kind, step.row))
        if key is not None:
            update_rows(connection, row_class, [(key, values)], act)
            return
        self._keys[step.kind, step.row] = key = new_id()
        insert_rows(connection, row_class, [{"id": key, **values}], act)


@FILLED
@given(steps=STEPS)
def test_the_triggers_keep_what_the_rows_mean(workspace: Workspace, steps: list[Step]) -> None:
    history = History(workspace)

    for step in steps:
        history.take(step)

    for deal in history.deals:
        assert history.found(deal) == history.expected(deal)


def test_a_rebuild_mends_what_was_filled_without_triggers(workspace: Workspace) -> None:
    history = History(workspace)
    history.take(Step("activity", 0, 0, NOW, None, None))
    history.take(Step("progress", 0, 1, NOW + timedelta(days=3), NOW, None))
    right = [history.found(deal) for deal in history.deals]
    with workspace.database.changing() as connection:
        wrong = {"last_activity_at": None, "stage_since_on": date(2000, 1, 1), "touched_at": None}
        connection.execute(OpportunityRow.__table__.update().values(wrong))  # type: ignore[attr-defined]

    with workspace.database.changing() as connection:
        derived.rebuild(connection)

    assert [history.found(deal) for deal in history.deals] == right


def test_a_rebuild_of_what_is_right_writes_nothing(workspace: Workspace) -> None:
    history = History(workspace)
    history.take(Step("activity", 0, 0, NOW, None, None))
    seq = last_seq(workspace)

    with workspace.database.changing() as connection:
        derived.rebuild(connection)

    assert last_seq(workspace) == seq


def test_a_new_opportunity_is_in_its_stage_since_it_was_created(workspace: Workspace) -> None:
    deal = add_opportunity(workspace, add_contact(workspace), created_on=date(2025, 1, 2))
    without = add_opportunity(workspace, add_contact(workspace), number="2", stage_id=None)

    with workspace.database.reading() as connection:
        days = dict(
            connection.execute(select(OpportunityRow.id, OpportunityRow.stage_since_on)).all()
        )

    assert days == {deal: date(2025, 1, 2), without: None}


def test_a_new_opportunity_is_untouched_since_the_day_it_was_created(workspace: Workspace) -> None:
    deal = add_opportunity(workspace, add_contact(workspace), created_on=date(2025, 1, 2))
    without = add_opportunity(
        workspace, add_contact(workspace), number="2", stage_id=None, created_on=date(2025, 1, 3)
    )

    assert touched(workspace, deal) == datetime(2025, 1, 2, tzinfo=UTC)
    assert touched(workspace, without) == datetime(2025, 1, 3, tzinfo=UTC)


def test_a_writer_who_knows_the_last_deed_finds_it_kept(workspace: Workspace) -> None:
    deal = add_opportunity(workspace, add_contact(workspace), touched_at=NOW - timedelta(days=3))

    assert touched(workspace, deal) == NOW - timedelta(days=3)


def test_another_day_of_creation_moves_what_is_counted_from_it(workspace: Workspace) -> None:
    history = History(workspace)
    history.take(Step("activity", 0, 1, NOW, None, None))
    act = workspace.act("Edited", NOW)
    rows: list[tuple[UUID, dict[str, object]]] = [
        (deal, {"created_on": date(2024, 5, 6)}) for deal in history.deals
    ]

    with workspace.database.writing(act) as connection:
        update_rows(connection, OpportunityRow, rows, act)

    untouched, called = (history.found(deal) for deal in history.deals)
    assert untouched == Found(None, None, date(2024, 5, 6), datetime(2024, 5, 6, tzinfo=UTC))
    assert called == Found(NOW, None, date(2024, 5, 6), NOW)


def touched(workspace: Workspace, deal: UUID) -> datetime | None:
    with workspace.database.reading() as connection:
        statement = select(OpportunityRow.touched_at).where(OpportunityRow.id == deal)
        return connection.scalar(statement)
