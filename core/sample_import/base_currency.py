"""A company that nobody has touched takes the sample's currency, so that totals add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.exchange import Exchange
from core.sample_import.ground import CURRENCY
from core.workspace import JOINED
from db.exchange_rates import currency_decimals, dated_rates
from db.sample_rows import read_state
from db.tables.people import CompanyRow
from db.writes import update_rows
from resources.texts import marked

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.acts import Act
    from db.sample_company import CompanyThere
    from db.sample_rows import SampleState

IMPORTED = marked("Imported the CRM sample: {count} opportunities")


def look(connection: Connection, workspace: Workspace) -> SampleState:
    """Return what an import finds; only a new database and imports leave a company untouched."""
    return read_state(connection, workspace.user.company_id, CURRENCY, JOINED, {IMPORTED})


def takes_currency(company: CompanyThere | None) -> bool:
    """Tell whether a company takes the sample's currency with its first opportunities."""
    if company is None or company.currency_code == CURRENCY:
        return False
    return company.untouched and not company.in_use


def give_currency(connection: Connection, company: CompanyThere, act: Act) -> None:
    """Make the sample's currency that of a company."""
    update_rows(connection, CompanyRow, [(company.id, {"currency_code": CURRENCY})], act)


def has_rate(workspace: Workspace, base: str, today: date) -> bool:
    """Tell whether amounts of the sample can be converted to a base currency."""
    with workspace.database.reading() as connection:
        exchange = Exchange(dated_rates(connection), currency_decimals(connection))
    return exchange.ratio(CURRENCY, base, today) is not None
