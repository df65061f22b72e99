"""A board is answered by indexes alone, whatever its cards are sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from sqlalchemy import event, text

from core.board import BoardKind, BoardQuery, BoardSource, CardOrder
from tests.boards import Boards
from tests.lists import add_opportunities
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from core.workspace import Workspace

OF_ROWS = ("SEARCH opportunity ", "SCAN opportunity ")
WALKED = "TEMP B-TREE FOR ORDER BY"


class Filled(NamedTuple):
    """A database with rows in every column, and its workflow."""

    workspace: Workspace
    workflow_id: UUID


@pytest.fixture
def filled(sqlite_workspace: Workspace) -> Filled:
    """Return rows in every column, of which the planner knows."""
    boards = Boards(sqlite_workspace)
    chances = list(boards.chances.values())
    key, stages = boards.workflow({}, {}, {}, {"outcome": "won", "final": True})

    def values(place: int) -> dict[str, object]:
        outcome = ("open", "open", "won", "lost")[place % 4]
        return {
            "outcome": outcome,
            "closed_on": None if outcome == "open" else NOW.date(),
            "probability_id": chances[place % len(chances)],
            "workflow_id": key,
            "stage_id": stages[place % 4],
            "currency_code": ("EUR", "USD")[place % 2],
            "net_minor": place,
        }

    add_opportunities(sqlite_workspace, [boards.contact], 400, values)
    with sqlite_workspace.database.changing() as connection:
        connection.execute(text("ANALYZE"))
    return Filled(sqlite_workspace, key)


def plans(filled: Filled, query: BoardQuery) -> list[tuple[str, list[str]]]:
    """Return the statements of reading a board and its health, each with its plan."""
    asked: list[tuple[str, Any]] = []

    def remember(*parts: Any) -> None:  # noqa: ANN401 - SQLAlchemy's signature
        asked.append((" ".join(str(parts[2]).split()), parts[3]))

    source = BoardSource(filled.workspace)
    with filled.workspace.database.reading() as connection:
        event.listen(connection.engine, "before_cursor_execute", remember)
        source.read(query, NOW)
        source.health(query, NOW)
        event.remove(connection.engine, "before_cursor_execute", remember)
        return [
            (
                statement,
                [
                    row[3]
                    for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                ],
            )
            for statement, values in asked
            if " FROM opportunity " in statement and "JOIN contact" not in statement
        ]


def of_rows(steps: Sequence[str]) -> list[str]:
    """Return the steps that read opportunities."""
    return [step for step in steps if step.startswith(OF_ROWS)]


@pytest.mark.parametrize("kind", list(BoardKind))
@pytest.mark.parametrize("order", list(CardOrder))
def test_no_row_is_looked_up_but_those_of_the_cards(
    filled: Filled, kind: BoardKind, order: CardOrder
) -> None:
    workflow_id = filled.workflow_id if kind is BoardKind.STAGES else None
    query = BoardQuery(kind, order=order, workflow_id=workflow_id)

    found = plans(filled, query)

    assert len(found) > 6
    for statement, steps in found:
        assert of_rows(steps), statement
        if "closed_on >=" not in statement:
            assert all("COVERING INDEX ix_opportunity_" in step for step in of_rows(steps)), steps


def test_cards_in_the_order_of_amounts_are_walked_and_not_sorted(filled: Filled) -> None:
    found = plans(filled, BoardQuery(BoardKind.PROGRESS))

    pages = [steps for statement, steps in found if "ORDER BY opportunity.net_minor" in statement]
    opened = [steps for steps in pages if "probability_id=?" in steps[0]]
    assert len(opened) == 7
    assert not any(WALKED in step for steps in opened for step in steps)


@pytest.mark.parametrize("kind", list(BoardKind))
def test_open_sums_come_grouped_out_of_their_index(filled: Filled, kind: BoardKind) -> None:
    workflow_id = filled.workflow_id if kind is BoardKind.STAGES else None

    found = plans(filled, BoardQuery(kind, workflow_id=workflow_id))

    sums = [steps for statement, steps in found if "sum(opportunity.net_minor)" in statement]
    grouped = [steps for steps in sums if not any("B-TREE" in step for step in steps)]
    assert len(sums) == 4
    # Only what is not in the base currency, a small part, is grouped by its day.
    assert len(grouped) >= 3
