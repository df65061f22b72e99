"""Boards to look at: a workflow of the test's own, rates, and opportunities in any place."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from core.board import BoardKind, BoardQuery, BoardSource
from db.ids import new_id
from db.tables.lookups import ExchangeRateRow, ProbabilityRow
from db.tables.people import CompanyRow
from db.tables.workflow import StageRow, WorkflowRow
from db.writes import table_of
from tests.workspaces import NOW, add_contact, add_opportunity, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.board import Board, BoardColumn
    from core.workspace import Workspace

TODAY = NOW.date()
DAY = timedelta(days=1)


class Boards:
    """Writes opportunities into one workspace, and reads its boards."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with a contact, totals in euro, and no opportunity."""
        self.workspace = workspace
        self.source = BoardSource(workspace)
        self.contact = add_contact(workspace, name="Bianchi")
        with workspace.database.changing() as connection:
            connection.execute(update(CompanyRow).values(currency_code="EUR"))
        with workspace.database.reading() as connection:
            rows = connection.execute(select(ProbabilityRow.percent, ProbabilityRow.id))
            self.chances = dict(rows.all())
        self._number = 0

    def add(self, percent: int | None = 50, outcome: str = "open", **values: object) -> UUID:
        """Write an opportunity at a probability; closed ones were closed yesterday."""
        self._number += 1
        own: dict[str, Any] = {
            "number": str(self._number),
            "title": f"Line {self._number}",
            "probability_id": None if percent is None else self.chances[percent],
            "outcome": outcome,
            "closed_on": None if outcome == "open" else TODAY - DAY,
            "currency_code": "EUR",
            "net_minor": 100_00,
            "stage_id": None,
        }
        contact = values.pop("contact_id", self.contact)
        return add_opportunity(self.workspace, contact, **{**own, **values})  # type: ignore[arg-type]

    def workflow(self, *stages: dict[str, object]) -> tuple[UUID, list[UUID]]:
        """Write a workflow with these stages; return its id and theirs."""
        key, name = new_id(), f"flow-{new_id().hex}"
        row = {"id": key, "code": name, "description": "Our way", "record_kind": "opportunity"}
        write_rows(self.workspace, WorkflowRow, [row])
        usual = {"workflow_id": key, "outcome": "open", "final": False}
        rows = [
            {"id": new_id(), "code": f"s{n}", "description": f"Step {n}", "position": n}
            | usual
            | stage
            for n, stage in enumerate(stages)
        ]
        for each in rows:
            write_rows(self.workspace, StageRow, [each])
        return key, [each["id"] for each in rows]  # type: ignore[misc]

    def rate(self, currency: str, millionths: int, days_ago: int = 400) -> None:
        """Say how much of a currency a euro is worth from a day on."""
        row = {"id": new_id(), "base_code": "EUR", "currency_code": currency}
        day = TODAY - days_ago * DAY
        rate = {**row, "valid_on": day, "rate_millionths": millionths}
        write_rows(self.workspace, ExchangeRateRow, [rate])

    def change(self, row_class: Any, key: UUID, **values: object) -> None:  # noqa: ANN401
        """Change a row as another program would."""
        table = table_of(row_class)
        with self.workspace.database.changing() as connection:
            connection.execute(table.update().where(table.c.id == key).values(**values))

    def progress(self, **query: Any) -> Board:  # noqa: ANN401 - parts of a query
        """Return the progress board."""
        return self.source.read(BoardQuery(BoardKind.PROGRESS, **query), NOW)

    def stages(self, workflow_id: UUID | None, **query: Any) -> Board:  # noqa: ANN401 - the same
        """Return the board of the stages of a workflow."""
        return self.source.read(BoardQuery(BoardKind.STAGES, workflow_id=workflow_id, **query), NOW)


def titles(board: Board) -> list[str]:
    """Return the titles of the columns."""
    return [column.title for column in board.columns]


def counts(board: Board) -> dict[str, int]:
    """Return how many each column has."""
    return {column.title: column.figures.rows for column in board.columns}


def named(board: Board, title: str) -> BoardColumn:
    """Return a column by its title."""
    return next(column for column in board.columns if column.title == title)
