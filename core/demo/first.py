"""Reads the first rows that the demo data build on, and says clearly which one is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from core.demo.catalogue import TYPE_WEIGHTS
from core.demo.choice import Weighted
from core.demo.errors import MissingRowError
from core.demo.ground import Final, Kind, Step
from db.tables.lookups import (
    ClosingReasonRow,
    NumberSeriesRow,
    OpportunityTypeRow,
    ParameterRow,
    ProbabilityRow,
)
from db.tables.workflow import StageRow
from db.writes import table_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from db.tables import Base

# Where a stage names no days allowed, and what share of the allowed days is usual.
DEFAULT_DAYS = 21
USUAL_SHARE = 0.85


class ById(dict[str, "UUID"]):
    """Ids by code; a missing one is a sentence for the user."""

    def __init__(self, connection: Connection, row_class: type[Base]) -> None:
        """Read a lookup table, in its order, without what is retired."""
        table = table_of(row_class)
        self._name = table.name
        columns = table.c
        query = (
            select(columns.code, columns.id)
            .where(columns.deleted_at.is_(None), columns.retired_at.is_(None))
            .order_by(columns.position, columns.id)
        )
        super().__init__((code, key) for code, key in connection.execute(query))

    def __missing__(self, code: str) -> UUID:
        """Say which row is missing."""
        raise MissingRowError(self._name, code)


def read_kinds(connection: Connection) -> Weighted[Kind]:
    """Return the first three types of opportunity, each as often as it is used."""
    ids = ById(connection, OpportunityTypeRow)
    return Weighted((_kind(connection, code, ids[code]), weight) for code, weight in TYPE_WEIGHTS)


def read_patterns(connection: Connection) -> dict[UUID, tuple[str, bool]]:
    """Return pattern and counting by year of each number series."""
    query = select(NumberSeriesRow.id, NumberSeriesRow.pattern, NumberSeriesRow.by_year)
    return {key: (pattern, by_year) for key, pattern, by_year in connection.execute(query)}


def read_reasons(connection: Connection, sign: int) -> tuple[UUID, ...]:
    """Return the closing reasons of a sign."""
    query = select(ClosingReasonRow.id).where(
        ClosingReasonRow.sign == sign, ClosingReasonRow.deleted_at.is_(None)
    )
    found = tuple(connection.scalars(query.order_by(ClosingReasonRow.position)))
    if not found:
        raise MissingRowError(ClosingReasonRow.__tablename__, f"{sign:+}")
    return found


def read_open_probabilities(connection: Connection) -> tuple[UUID, ...]:
    """Return the probabilities between lost and won, lowest first."""
    query = select(ProbabilityRow.id).where(
        ProbabilityRow.deleted_at.is_(None),
        ProbabilityRow.retired_at.is_(None),
        ProbabilityRow.percent.between(1, 99),
    )
    return tuple(connection.scalars(query.order_by(ProbabilityRow.percent)))


def _kind(connection: Connection, code: str, key: UUID) -> Kind:
    columns = (OpportunityTypeRow.workflow_id, OpportunityTypeRow.number_series_id)
    query = select(*columns).where(OpportunityTypeRow.id == key)
    workflow_id, series_id = connection.execute(query).one()
    stages = _stages(connection, workflow_id)
    steps = tuple(
        Step(key, probability, (days or DEFAULT_DAYS) * USUAL_SHARE)
        for key, outcome, probability, days in stages
        if outcome == "open"
    )
    if not steps:
        raise MissingRowError(StageRow.__tablename__, code)
    finals = {outcome: key for key, outcome, _probability, _days in stages}
    won, lost = (
        Final(finals.get(outcome), _final_probability(connection, outcome))
        for outcome in ("won", "lost")
    )
    return Kind(key, code, workflow_id, steps, won, lost, series_id)


def _stages(
    connection: Connection, workflow_id: UUID | None
) -> list[tuple[UUID, str, UUID | None, int | None]]:
    columns = (StageRow.id, StageRow.outcome, StageRow.probability_id, StageRow.days_allowed)
    query = (
        select(*columns)
        .where(StageRow.workflow_id == workflow_id, StageRow.deleted_at.is_(None))
        .order_by(StageRow.position, StageRow.id)
    )
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(query)]


def _final_probability(connection: Connection, outcome: str) -> UUID:
    parameter = select(ParameterRow.value).where(
        ParameterRow.code == f"{outcome}_probability", ParameterRow.deleted_at.is_(None)
    )
    return ById(connection, ProbabilityRow)[connection.scalar(parameter) or ""]
