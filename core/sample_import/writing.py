"""Writes a plan in one transaction and one act; all of it holds, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.sample_import.base_currency import give_currency, look
from db.engine import Lane
from db.ready_rows import ReadyRows, insert_ready, make_ready
from db.sample_rows import hold_imports, set_last_number
from db.tables.contact import ContactAddressRow, ContactRow
from db.tables.lookups import (
    ContactTypeRow,
    CurrencyRow,
    NumberSeriesRow,
    OpportunityTypeRow,
    ParameterRow,
    ProbabilityRow,
    SectorRow,
    TagRow,
    ZoneRow,
)
from db.tables.opportunity import (
    OpportunityLineRow,
    OpportunityRow,
    OpportunityTagRow,
    ProgressRow,
)
from db.tables.people import AgentRow, TeamRow, UserRow
from db.tables.product import ProductFamilyRow, ProductPriceRow, ProductRow
from db.tables.workflow import StageRow, TransitionRow, WorkflowRow
from db.writes import update_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import URL, Connection

    from core.sample_import.plan import Plan
    from core.sample_import.steps import Steps
    from core.workspace import Workspace
    from db.acts import Act
    from db.tables import Base
    from db.writes import Values

# Parents first: with a reference that is still open SQLite searches every child table for it.
WRITE_ORDER: tuple[type[Base], ...] = (
    CurrencyRow,
    ParameterRow,
    ContactTypeRow,
    ProbabilityRow,
    SectorRow,
    TagRow,
    ZoneRow,
    TeamRow,
    UserRow,
    AgentRow,
    ProductFamilyRow,
    ProductRow,
    ProductPriceRow,
    WorkflowRow,
    StageRow,
    TransitionRow,
    NumberSeriesRow,
    OpportunityTypeRow,
    ContactRow,
    ContactAddressRow,
    OpportunityRow,
    OpportunityLineRow,
    ProgressRow,
    OpportunityTagRow,
)
ROWS_AT_ONCE = 3_000


class StalePlanError(Exception):
    """Somebody changed what the plan was made from; it must be made again."""


def write(workspace: Workspace, plan: Plan, act: Act, steps: Steps) -> None:
    """Write a plan; raises StalePlanError where the database is not as the plan found it."""
    blocks = _blocks(workspace.database.url, plan, act)
    total = sum(block.size for block in blocks)
    with workspace.database.writing(act, Lane.LONG) as connection:
        hold_imports(connection)
        if look(connection, workspace) != plan.state:
            raise StalePlanError
        _revive_currency(connection, plan, act)
        done = 0
        for block in blocks:
            steps.writing(done, total)
            insert_ready(connection, block)
            done += block.size
        _finish(connection, plan, act)
        steps.writing(done, total)


def _blocks(url: URL, plan: Plan, act: Act) -> list[ReadyRows]:
    return [
        block
        for row_class in WRITE_ORDER
        if row_class in plan.rows
        for block in _table_blocks(url, row_class, plan.rows[row_class], act)
    ]


def _table_blocks(
    url: URL, row_class: type[Base], rows: Sequence[Values], act: Act
) -> list[ReadyRows]:
    starts = range(0, len(rows), ROWS_AT_ONCE)
    return [make_ready(url, row_class, rows[at : at + ROWS_AT_ONCE], act) for at in starts]


def _revive_currency(connection: Connection, plan: Plan, act: Act) -> None:
    """Bring back the currency's row where it was deleted: there can be only one of a code."""
    currency = plan.state.currency
    if currency is not None and not currency.live:
        update_rows(connection, CurrencyRow, [(currency.id, {"deleted_at": None})], act)


def _finish(connection: Connection, plan: Plan, act: Act) -> None:
    """Write what could not come before: managers, the base currency, the last numbers."""
    managers = [(team, {"manager_id": user}) for team, user in plan.leaders]
    update_rows(connection, TeamRow, managers, act)
    if plan.state.company is not None and plan.gives_currency:
        give_currency(connection, plan.state.company, act)
    if plan.series_id is None or plan.state.company_id is None:
        return
    for year, number in plan.last_numbers.items():
        set_last_number(connection, plan.series_id, plan.state.company_id, year, number)
