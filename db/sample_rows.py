"""What an import of the CRM sample finds in the database, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import and_, select, text

from db.people import first_company_and_team
from db.sample_company import CompanyThere, read_company
from db.tables.contact import ContactRow
from db.tables.lookups import (
    ContactTypeRow,
    CurrencyRow,
    NumberCounterRow,
    NumberSeriesRow,
    OpportunityTypeRow,
    ParameterRow,
    ProbabilityRow,
    SectorRow,
    TagRow,
    ZoneRow,
)
from db.tables.opportunity import OpportunityRow
from db.tables.people import AgentRow, TeamRow, UserRow
from db.tables.product import ProductFamilyRow, ProductRow
from db.tables.workflow import StageRow, WorkflowRow
from db.writes import table_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Select

    from db.tables import Base

ORIGIN = "maven-sample"
SERIES_KEY = "sample"
# Any number that no other program takes.
IMPORT_LOCK = 7_303_016
LOOKUPS: tuple[type[Base], ...] = (
    ContactTypeRow,
    ProbabilityRow,
    SectorRow,
    TagRow,
    ZoneRow,
    TeamRow,
    AgentRow,
    ProductFamilyRow,
    ProductRow,
    WorkflowRow,
    StageRow,
    NumberSeriesRow,
    OpportunityTypeRow,
)


class LookupsThere(NamedTuple):
    """The rows of a lookup table: by the sample's key, by code, and the last position."""

    by_origin: dict[str, UUID]
    by_code: dict[str, UUID]
    last_position: int


class AgentThere(NamedTuple):
    """An agent with the user and the team that opportunities take from it."""

    id: UUID
    user_id: UUID | None
    team_id: UUID | None


class ProductThere(NamedTuple):
    """A product with the family that opportunity lines take from it."""

    id: UUID
    family_id: UUID | None


class SeriesThere(NamedTuple):
    """The sample's number series, and the last number given in each year."""

    id: UUID
    pattern: str
    by_year: bool
    last_numbers: dict[int, int]


class CurrencyThere(NamedTuple):
    """A currency's row, which may have been deleted."""

    id: UUID
    live: bool


@dataclass(frozen=True)
class SampleState:
    """All that decides what an import of the sample still has to write."""

    company: CompanyThere | None
    lookups: dict[str, LookupsThere]
    users: dict[str, UUID]
    logins: frozenset[str]
    agents: dict[str, AgentThere]
    products: dict[str, ProductThere]
    contacts: dict[str, UUID]
    opportunities: frozenset[str]
    probabilities: dict[int, UUID]
    contact_types: dict[str, UUID]
    parameters: dict[str, str | None]
    series: SeriesThere | None
    currency: CurrencyThere | None

    @property
    def company_id(self) -> UUID | None:
        """Return the id of the company that the opportunities belong to."""
        return self.company and self.company.id


def read_state(
    connection: Connection,
    own_company_id: UUID | None,
    currency_code: str,
    first_act: str,
    harmless_acts: Collection[str],
) -> SampleState:
    """Return what of the sample is there, and the rows that a new part of it would join.

    The acts, by their labels, tell whether somebody has touched the company.
    """
    company_id = own_company_id or first_company_and_team(connection)[0]
    return SampleState(
        company=read_company(connection, company_id, first_act, harmless_acts),
        lookups={table_of(row).name: _lookups(connection, row) for row in LOOKUPS},
        users=_origins(connection, UserRow),
        logins=frozenset(connection.scalars(_live(UserRow, "login"))),
        agents=_agents(connection),
        products=_products(connection),
        contacts=_origins(connection, ContactRow),
        opportunities=frozenset(connection.scalars(_of_sample(OpportunityRow, "origin_key"))),
        probabilities=_firsts(connection, ProbabilityRow, "percent"),
        contact_types=_firsts(connection, ContactTypeRow, "kind"),
        parameters=_parameters(connection),
        series=_series(connection, company_id),
        currency=_currency(connection, currency_code),
    )


def hold_imports(connection: Connection) -> None:
    """Let one import work at a time, and nobody take a number; a file has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": IMPORT_LOCK})
        series = _of_sample(NumberSeriesRow, "id")
        counters = select(NumberCounterRow).where(NumberCounterRow.series_id.in_(series))
        connection.execute(counters.with_for_update())


def set_last_number(
    connection: Connection, series_id: UUID, company_id: UUID, year: int, number: int
) -> None:
    """Keep the last number that was given in a series, a company and a year."""
    table = table_of(NumberCounterRow)
    row = and_(
        table.c.series_id == series_id, table.c.company_id == company_id, table.c.year == year
    )
    changed = connection.execute(table.update().where(row).values(last_number=number))
    if changed.rowcount == 0:
        key = {"series_id": series_id, "company_id": company_id, "year": year}
        connection.execute(table.insert().values(**key, last_number=number))


def _live(row_class: type[Base], *names: str) -> Select[Any]:
    table = table_of(row_class)
    return select(*(table.c[name] for name in names)).where(table.c.deleted_at.is_(None))


def _of_sample(row_class: type[Base], *names: str) -> Select[Any]:
    return _live(row_class, *names).where(table_of(row_class).c.origin_system == ORIGIN)


def _origins(connection: Connection, row_class: type[Base]) -> dict[str, UUID]:
    rows = connection.execute(_of_sample(row_class, "origin_key", "id"))
    return {row.origin_key: row.id for row in rows}


def _lookups(connection: Connection, row_class: type[Base]) -> LookupsThere:
    by_origin, by_code, last = {}, {}, -1
    columns = ("id", "code", "position", "origin_system", "origin_key")
    # Codes of stages need to differ within their workflow only.
    query = _of_sample if row_class is StageRow else _live
    for row in connection.execute(query(row_class, *columns)):
        by_code[row.code] = row.id
        last = max(last, row.position)
        if row.origin_system == ORIGIN:
            by_origin[row.origin_key] = row.id
    return LookupsThere(by_origin, by_code, last)


def _agents(connection: Connection) -> dict[str, AgentThere]:
    rows = connection.execute(_of_sample(AgentRow, "origin_key", "id", "user_id", "team_id"))
    return {row.origin_key: AgentThere(row.id, row.user_id, row.team_id) for row in rows}


def _products(connection: Connection) -> dict[str, ProductThere]:
    rows = connection.execute(_of_sample(ProductRow, "origin_key", "id", "family_id"))
    return {row.origin_key: ProductThere(row.id, row.family_id) for row in rows}


def _firsts(connection: Connection, row_class: type[Base], name: str) -> dict[Any, UUID]:
    """Return the first row in use for each value of a column."""
    table = table_of(row_class)
    query = _live(row_class, name, "id").where(table.c.retired_at.is_(None))
    rows = connection.execute(query.order_by(table.c.position, table.c.id))
    found: dict[Any, UUID] = {}
    for value, key in rows:
        found.setdefault(value, key)
    return found


def _parameters(connection: Connection) -> dict[str, str | None]:
    rows = connection.execute(_live(ParameterRow, "code", "value"))
    return {row.code: row.value for row in rows}


def _series(connection: Connection, company_id: UUID | None) -> SeriesThere | None:
    query = _of_sample(NumberSeriesRow, "id", "pattern", "by_year")
    row = connection.execute(query.where(NumberSeriesRow.origin_key == SERIES_KEY)).first()
    if row is None:
        return None
    counter = NumberCounterRow
    numbers = connection.execute(
        select(counter.year, counter.last_number).where(
            counter.series_id == row.id, counter.company_id == company_id
        )
    )
    return SeriesThere(row.id, row.pattern, row.by_year, {r.year: r.last_number for r in numbers})


def _currency(connection: Connection, code: str) -> CurrencyThere | None:
    query = select(CurrencyRow.id, CurrencyRow.deleted_at).where(CurrencyRow.code == code)
    row = connection.execute(query).first()
    return CurrencyThere(row.id, row.deleted_at is None) if row else None
