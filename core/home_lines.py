"""What the home screen lists below its figures, and how an empty database begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.exchange_rates import currency_decimals, probability_choices
from db.home_lines import ActivityLine, activity_lines, company_name, has_rows
from db.opportunity_list import OPPORTUNITY_LIST, OpportunityItem
from db.people import company_currency
from db.record_list import first_page
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from core.home import Home
    from core.workspace import Workspace
    from db.list_query import ListQuery

# So many lines of each list; all of them are one click away.
SHOWN = 8
SHOWN_COLUMNS = ("number", "title", "contact", "net", "last_activity", "changed_by", "changed_at")
# Tables whose changes show on the home screen.
WATCHED = OPPORTUNITY_LIST.watched | {"activity", "activity_type", "target", "exchange_rate"}


class Beginning(NamedTuple):
    """How far a database has come, and what the empty board looks like."""

    contacts: bool
    opportunities: bool
    company: str
    currency: str
    percents: tuple[int, ...]


class HomeLines(NamedTuple):
    """The first lines of each list, with the decimals of every currency."""

    overdue: list[ActivityLine]
    today: list[ActivityLine]
    stale: list[OpportunityItem]
    changed: list[OpportunityItem]
    decimals: Mapping[str, int]
    beginning: Beginning


class HomeLists:
    """Reads the lists of the home screen; reading waits for the database."""

    watched = WATCHED

    def __init__(self, workspace: Workspace, company_id: UUID | None = None) -> None:
        """Read for the user of a workspace and a company, else the user's own."""
        self._workspace = workspace
        self._company_id = company_id or workspace.user.company_id

    def use_company(self, company_id: UUID | None) -> None:
        """Tell later of another company."""
        self._company_id = company_id or self._workspace.user.company_id

    def read(self, home: Home) -> HomeLines:
        """Return the first lines behind the figures."""
        with self._workspace.database.reading() as connection:
            return HomeLines(
                activity_lines(connection, home.overdue.query, SHOWN),
                activity_lines(connection, home.today.query, SHOWN),
                _opportunities(connection, home.stale.query),
                self._by_others(_opportunities(connection, home.changed.query)),
                currency_decimals(connection),
                self._beginning(connection),
            )

    def _by_others(self, items: list[OpportunityItem]) -> list[OpportunityItem]:
        """Name nobody where the user has changed a record after the others did."""
        me = self._workspace.user.name
        return [i._replace(changed_by=None) if i.changed_by == me else i for i in items]

    def _beginning(self, connection: Connection) -> Beginning:
        closed = self._workspace.parameters
        ends = {closed.won_probability, closed.lost_probability}
        choices = probability_choices(connection)
        return Beginning(
            has_rows(connection, ContactRow),
            has_rows(connection, OpportunityRow),
            company_name(connection, self._company_id),
            company_currency(connection, self._company_id),
            tuple(choice.percent for choice in choices if choice.code not in ends),
        )


def _opportunities(connection: Connection, query: ListQuery) -> list[OpportunityItem]:
    page = first_page(connection, OPPORTUNITY_LIST, query, SHOWN_COLUMNS)
    return list(page.items[:SHOWN])
