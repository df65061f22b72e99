"""The figures of the home screen, each with the query of the rows behind it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from core.day_ranges import Calendar, month_range
from core.list_figures import ListFigures
from core.totals import Totals, totals
from db.exchange_rates import probability_choices
from db.filters import ChangedFilter, ChoiceFilter, DayFilter, StaleFilter
from db.home_rows import ActivityQuery, count_activities, targets
from db.list_query import ListQuery, Order
from db.list_totals import query_sums

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from core.totals import Base
    from core.workspace import Workspace
    from db.filters import Filter

OPEN, WON = "open", "won"


class Figure(NamedTuple):
    """Opportunities: how many and what they are worth, and the list that shows them."""

    totals: Totals
    query: ListQuery


class Activities(NamedTuple):
    """Activities: how many, and the query that finds them."""

    rows: int
    query: ActivityQuery


class TargetFigure(NamedTuple):
    """What this month has won against what it should, in the base currency.

    No target: none is set, or its currency misses a rate, which missing then names.
    """

    won: Figure
    month: date
    target_minor: int | None
    missing: tuple[str, ...]


class Home(NamedTuple):
    """All figures, of one state of the database."""

    pipeline: Figure
    closing: Figure
    overdue: Activities
    today: Activities
    stale: Figure
    changed: Figure
    month: TargetFigure


class HomeFigures:
    """Reads the home screen of the user of a workspace; reading waits for the database."""

    def __init__(
        self,
        workspace: Workspace,
        company_id: UUID | None = None,
        calendar: Calendar = Calendar(),  # noqa: B008 - a plain value
    ) -> None:
        """Give figures in the currency of a company, else of the user's own."""
        self._workspace = workspace
        self._calendar = calendar
        self._figures = ListFigures(workspace, company_id, calendar)

    def use_company(self, company_id: UUID | None) -> None:
        """Give later figures in the currency of another company."""
        self._figures.use_company(company_id)

    def read(self, now: datetime) -> Home:
        """Return all figures."""
        with self._workspace.database.reading() as connection:
            base = self._figures.base(connection, now)
            read = _Reader(connection, base)
            month = month_range(base.today)
            begin = self._calendar.begin(base.today)
            end = self._calendar.begin(base.today + timedelta(days=1))
            stale = StaleFilter("since", self._workspace.parameters.stale_days, now)
            return Home(
                pipeline=read.figure(self._mine(OPEN), "net", down=True),
                closing=read.figure(
                    (*self._mine(OPEN), DayFilter("expected_close", *month)), "expected_close"
                ),
                overdue=read.activities(ActivityQuery(self._user_id, None, begin)),
                today=read.activities(ActivityQuery(self._user_id, begin, end)),
                stale=read.figure((*self._mine(OPEN), stale), "touched"),
                changed=read.figure(self._changed(begin), "changed_at", down=True),
                month=self._month(read, month.first or base.today, base),
            )

    @property
    def _user_id(self) -> UUID:
        return self._workspace.user.id

    def _mine(self, outcome: str) -> tuple[Filter, ...]:
        return (ChoiceFilter("user", (self._user_id,)), ChoiceFilter("outcome", (outcome,)))

    def _changed(self, begin: datetime) -> tuple[Filter, ...]:
        yesterday = begin - timedelta(days=1)
        return (ChangedFilter("changed_at", yesterday, self._user_id),)

    def _month(self, read: _Reader, month: date, base: Base) -> TargetFigure:
        closed = DayFilter("closed", *month_range(month))
        won = read.figure((*self._mine(WON), closed), "closed", down=True)
        found = targets(read.connection, self._user_id, month)
        convert, to, day = base.exchange.convert, base.currency, base.today
        amounts = [(t.currency, convert(t.amount_minor, t.currency, to, day)) for t in found]
        missing = tuple(code for code, amount in amounts if amount is None)
        whole = sum(amount for _code, amount in amounts if amount is not None)
        return TargetFigure(won, month, whole if found and not missing else None, missing)


class _Reader:
    """Reads figures on one connection."""

    def __init__(self, connection: Connection, base: Base) -> None:
        self.connection = connection
        self._base = base
        self._probabilities = probability_choices(connection)

    def figure(self, filters: tuple[Filter, ...], order: str, *, down: bool = False) -> Figure:
        query = ListQuery((Order(order, down),), filters=filters)
        sums = query_sums(self.connection, query, self._base.currency)
        return Figure(totals(sums, self._probabilities, self._base), query)

    def activities(self, query: ActivityQuery) -> Activities:
        return Activities(count_activities(self.connection, query), query)
