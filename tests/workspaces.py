"""Fixtures of a prepared database of the test's own, on either engine."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import select

from core.workspace import Workspace, open_workspace
from db.ids import new_id
from db.tables.contact import ContactRow
from db.tables.lookups import ContactTypeRow, CurrencyRow, OpportunityTypeRow, ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import CompanyRow
from db.tables.workflow import StageRow
from db.writes import insert_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from db.acts import Act
    from db.tables import Base
    from db.writes import Values
    from devtools.postgresql import PostgresqlServer

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TEMPLATE = "dealboard_template"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a prepared file to copy: making its tables anew takes ten times as long."""
    path = tmp_path_factory.mktemp("template") / "board.db"
    open_workspace(str(path), NOW).database.close()
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: PostgresqlServer) -> str:
    """Return the name of a prepared database to copy."""
    postgresql_server.psql(postgresql_server.admin_url, f"CREATE DATABASE {TEMPLATE}")
    open_workspace(postgresql_server.url(TEMPLATE), NOW).database.close()
    return TEMPLATE


@pytest.fixture
def sqlite_address(sqlite_template: Path, tmp_path: Path) -> str:
    """Return the name of a prepared file."""
    return str(shutil.copy(sqlite_template, tmp_path / "board.db"))


@pytest.fixture
def postgresql_address(
    postgresql_template: str, postgresql_server: PostgresqlServer, request: pytest.FixtureRequest
) -> Iterator[str]:
    """Return the address of a prepared database, which is gone after the test."""
    name = f"board_{abs(hash(request.node.nodeid)):x}"
    server = postgresql_server
    server.psql(server.admin_url, f"CREATE DATABASE {name} TEMPLATE {postgresql_template}")
    yield server.url(name)
    # Hundreds of them, kept to the end, would take minutes to remove.
    server.psql(server.admin_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Return the address of a prepared database, once of each engine."""
    return str(request.getfixturevalue(f"{request.param}_address"))


@pytest.fixture
def workspace(address: str) -> Iterator[Workspace]:
    """Return an open workspace, once of each engine."""
    made = open_workspace(address, NOW)
    with closing(made.database):
        yield made


@pytest.fixture
def sqlite_workspace(sqlite_address: str) -> Iterator[Workspace]:
    """Return an open workspace on a file."""
    made = open_workspace(sqlite_address, NOW)
    with closing(made.database):
        yield made


@pytest.fixture
def postgresql_workspace(postgresql_address: str) -> Iterator[Workspace]:
    """Return an open workspace on a server."""
    made = open_workspace(postgresql_address, NOW)
    with closing(made.database):
        yield made


def first_id(connection: Connection, row_class: type[Base]) -> UUID:
    """Return the id of some row of a lookup table, the same at each call."""
    table = row_class.__table__
    return UUID(str(connection.scalar(select(table.c.id).order_by(table.c.code).limit(1))))


def contact_values(connection: Connection, **values: object) -> Values:
    """Return what a contact needs, and the given values."""
    needed = {"id": new_id(), "contact_type_id": first_id(connection, ContactTypeRow)}
    return {**needed, "name": "Rossi S.p.A.", **values}


def opportunity_values(connection: Connection, contact_id: UUID, **values: object) -> Values:
    """Return what an opportunity needs, and the given values."""
    currency = connection.scalar(select(CurrencyRow.code).order_by(CurrencyRow.code).limit(1))
    needed = {
        "id": new_id(),
        "type_id": first_id(connection, OpportunityTypeRow),
        "company_id": first_id(connection, CompanyRow),
        "number": "26/0001",
        "title": "Packing line",
        "contact_id": contact_id,
        "created_on": NOW.date(),
        "currency_code": currency,
        "probability_id": first_id(connection, ProbabilityRow),
        "stage_id": first_id(connection, StageRow),
    }
    return {**needed, **values}


def add_contact(workspace: Workspace, **values: object) -> UUID:
    """Write a contact in an act of its own; return its id."""
    act = workspace.act("Created contact", NOW)
    with workspace.database.writing(act) as connection:
        row = contact_values(connection, **values)
        insert_rows(connection, ContactRow, [row], act)
    return UUID(str(row["id"]))


def add_opportunity(workspace: Workspace, contact_id: UUID, **values: object) -> UUID:
    """Write an opportunity in an act of its own; return its id."""
    act = workspace.act("Created opportunity", NOW)
    with workspace.database.writing(act) as connection:
        row = opportunity_values(connection, contact_id, **values)
        insert_rows(connection, OpportunityRow, [row], act)
    return UUID(str(row["id"]))


def write_rows(workspace: Workspace, row_class: type[Base], rows: list[Values]) -> Act:
    """Insert rows in an act of their own; return the act."""
    act = workspace.act("Wrote rows", NOW)
    with workspace.database.writing(act) as connection:
        insert_rows(connection, row_class, rows, act)
    return act
