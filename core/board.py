"""Reads a board: its columns with counts, totals and first cards, and how they stand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from core.attention import has_no_next, is_overdue, is_stale
from core.board_columns import Ground, board_columns
from core.board_place import OF_KIND, BoardKind, Place, PlaceKind
from core.board_values import (
    Board,
    BoardColumn,
    BoardQuery,
    CardOrder,
    ColumnFigures,
    Health,
    Workflow,
)
from core.day_ranges import Calendar
from core.list_figures import ListFigures
from core.moves import OPEN
from core.totals import totals
from db import board_rows
from db.card_list import CARD_LIST
from db.exchange_rates import probability_choices
from db.list_query import ListQuery, Order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace

# The whole of a board is found here.
__all__ = [
    "Board",
    "BoardColumn",
    "BoardKind",
    "BoardQuery",
    "BoardSource",
    "CardOrder",
    "ColumnFigures",
    "Health",
    "Place",
    "PlaceKind",
    "Workflow",
    "has_no_next",
    "is_overdue",
    "is_stale",
]
# From so many cards on, thirty of them are soon met on a walk.
MANY, MANY_CLOSED = 200, 5_000


class BoardSource:
    """Reads boards for one company; each method waits for the database."""

    # Tables whose changes show on a board.
    watched = CARD_LIST.watched | {"exchange_rate", "parameter", "company"}

    def __init__(
        self,
        workspace: Workspace,
        company_id: UUID | None = None,
        calendar: Calendar = Calendar(),  # noqa: B008 - a plain value
    ) -> None:
        """Give totals in the currency of a company, else of the user's own."""
        self._workspace = workspace
        self._calendar = calendar
        self._figures = ListFigures(workspace, company_id, calendar)

    def use_company(self, company_id: UUID | None) -> None:
        """Give later totals in the currency of another company."""
        self._figures.use_company(company_id)

    def read(self, query: BoardQuery, now: datetime) -> Board:
        """Return columns, counts, totals and first cards, of one state of the database."""
        with self._workspace.database.reading() as connection:
            board = self._board(connection, query, now)
            filled = [column for column in board.columns if column.figures.rows]
            asked = [(column.query, _walks(query, column)) for column in filled]
            pages = board_rows.first_cards(connection, asked)
            cards = dict(zip((column.place for column in filled), pages, strict=True))
            columns = (each._replace(cards=cards.get(each.place, ())) for each in board.columns)
            return board._replace(columns=tuple(columns))

    def health(self, query: BoardQuery, now: datetime) -> Mapping[Place, Health]:
        """Return how the open cards of each column stand."""
        if query.kind is BoardKind.STAGES and query.workflow_id is None:
            return {}
        days, (column, kind) = self._workspace.parameters.stale_days, OF_KIND[query.kind]
        with self._workspace.database.reading() as connection:
            found = board_rows.open_health(connection, _listed(query), column, now, days)
        return {
            Place(kind, each.key) if each.key else Place(PlaceKind.NOT_SET): Health(
                each.rows - each.stale - each.no_next, each.stale, each.no_next, each.overdue
            )
            for each in found
        }

    def workflows(self) -> list[Workflow]:
        """Return the workflows of opportunities, retired ones left out."""
        with self._workspace.database.reading() as connection:
            return [Workflow(*found) for found in board_rows.workflows(connection)]

    def _board(self, connection: Connection, query: BoardQuery, now: datetime) -> Board:
        base = self._figures.base(connection, now)
        since, probabilities = self._since(query, now), probability_choices(connection)
        if query.kind is BoardKind.STAGES and query.workflow_id is None:
            return Board(query, (), totals((), probabilities, base), base, None, {}, since)
        listed = _listed(query)
        opened = board_rows.open_sums(connection, listed, OF_KIND[query.kind][0])
        others = base.exchange.decimals.keys() - {base.currency}
        closed = board_rows.closed_sums(connection, listed, since, base.currency, others)
        rows = _rows(connection, query, {each.key for each in opened if each.key})
        ground = Ground(query.kind, listed, rows, self._closing(), _finals(rows), since)
        columns = board_columns(
            ground, opened, closed, lambda sums: totals(sums, probabilities, base)
        )
        whole = totals((each.sums for each in opened), probabilities, base)
        workflow = board_rows.workflow_name(connection, query.workflow_id)
        return Board(query, columns, whole, base, workflow, ground.finals, since)

    def _closing(self) -> frozenset[str]:
        parameters = self._workspace.parameters
        return frozenset({parameters.won_probability, parameters.lost_probability})

    def _since(self, query: BoardQuery, now: datetime) -> date:
        return self._calendar.today(now) - timedelta(days=query.closed_days)


def _walks(query: BoardQuery, column: BoardColumn) -> bool:
    """Tell whether the first cards are soon found by walking an index in their order.

    Only the order of amounts has one by column. Few cards among many are had sooner by sorting
    them all, and what was closed lately lies scattered among all that was ever closed.
    """
    if query.order is not CardOrder.AMOUNT:
        return False
    if column.outcome != OPEN:
        return column.figures.rows >= MANY_CLOSED
    return column.figures.rows >= MANY or not (query.filters or query.text)


def _rows(
    connection: Connection, query: BoardQuery, standing: AbstractSet[UUID]
) -> list[board_rows.PlaceRow]:
    """Return the rows that may have a column; standing: where something open stands."""
    if query.kind is BoardKind.PROGRESS or query.workflow_id is None:
        return board_rows.probability_rows(connection)
    return board_rows.stage_rows(connection, query.workflow_id, standing)


def _finals(rows: Sequence[board_rows.PlaceRow]) -> dict[str, UUID]:
    """Return the first final stage of each outcome that a workflow has."""
    finals = [row for row in rows if row.final and row.outcome != OPEN and not row.is_gone]
    return {row.outcome: row.id for row in reversed(finals)}


def _listed(query: BoardQuery) -> ListQuery:
    """Return the query of all cards of a board, in the order of a column."""
    order = Order(query.order.value, query.descending)
    listed = ListQuery((order,), query.text, query.filters)
    if query.kind is BoardKind.STAGES and query.workflow_id is not None:
        return board_rows.in_workflow(listed, query.workflow_id)
    return listed
