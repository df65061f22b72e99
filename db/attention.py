"""When an opportunity waits for somebody, as conditions: the same rule as core/attention.py.

For rows that are open.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

from db.tables.opportunity import OpportunityRow
from db.tables.workflow import StageRow
from db.types import Moment

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.sql.compiler import SQLCompiler

O, S = OpportunityRow, StageRow  # noqa: E741 - named in nearly every line below


class days_before(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL that it is
    """The moment so many days before another, in the stored form."""

    type = Moment()
    inherit_cache = True


@compiles(days_before)
def _days_before(element: days_before, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    moment, days = (compiler.process(each, **options) for each in element.clauses)
    if compiler.dialect.name == "sqlite":
        return f"strftime('%Y-%m-%dT%H:%M:%fZ', {moment}, '-' || {days} || ' days')"
    return f"({moment} - make_interval(days => CAST({days} AS integer)))"


def is_stale(now: datetime, days: int) -> ColumnElement[bool]:
    """Return the condition that nobody has done anything for the days of the stage, else these.

    Most stages name none: their rows are not looked up.
    """
    own = select(S.id).where(S.stale_days.is_not(None)).correlate(None)
    before = select(days_before(literal(now, Moment()), S.stale_days)).where(S.id == O.stage_id)
    usual = literal(now - timedelta(days=days), Moment())
    stage_before = case((O.stage_id.in_(own), before.correlate(O).scalar_subquery()), else_=usual)
    return O.touched_at < stage_before


def is_overdue(now: datetime) -> ColumnElement[bool]:
    """Return the condition that an activity should have been done."""
    return and_(O.next_activity_at.is_not(None), O.next_activity_at < now)


def has_no_next() -> ColumnElement[bool]:
    """Return the condition that no activity is planned."""
    return O.next_activity_at.is_(None)
