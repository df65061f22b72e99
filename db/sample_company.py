"""The company that an import of the CRM sample writes for: whether its currency is anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import and_, or_, select

from db.tables.log import ActRow, ChangeRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import CompanyRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection


class CompanyThere(NamedTuple):
    """A company, and whether somebody has made it theirs or works with it."""

    id: UUID
    name: str
    currency_code: str
    untouched: bool
    in_use: bool


def read_company(
    connection: Connection, company_id: UUID | None, made_by: str, harmless: Collection[str]
) -> CompanyThere | None:
    """Return a company with what the log says of it.

    Untouched: an act of this label made it, and only harmless ones have changed it. In use: it
    has opportunities that are not deleted.
    """
    columns = (CompanyRow.id, CompanyRow.description, CompanyRow.currency_code)
    row = connection.execute(select(*columns).where(CompanyRow.id == company_id)).first()
    if row is None:
        return None
    untouched = _untouched(connection, row.id, made_by, harmless)
    return CompanyThere(*row, untouched=untouched, in_use=_in_use(connection, row.id))


def _untouched(
    connection: Connection, company_id: UUID, made_by: str, harmless: Collection[str]
) -> bool:
    """Tell whether nobody chose a value; to take back what was done is no choice."""
    made = and_(ChangeRow.op == "insert", ActRow.label_key == made_by)
    fine = or_(made, ActRow.label_key.in_(harmless), ActRow.undoes.is_not(None))
    query = (
        select(fine)
        .select_from(ChangeRow)
        .join(ActRow, ActRow.id == ChangeRow.act_id)
        .where(ChangeRow.table_name == CompanyRow.__tablename__, ChangeRow.row_id == company_id)
    )
    found = [bool(each) for each in connection.scalars(query)]
    return bool(found) and all(found)


def _in_use(connection: Connection, company_id: UUID) -> bool:
    query = select(OpportunityRow.id).where(
        OpportunityRow.company_id == company_id, OpportunityRow.deleted_at.is_(None)
    )
    return connection.scalar(query.limit(1)) is not None
