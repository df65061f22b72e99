"""Queries on users."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import select, text, update

from db.tables.log import ActRow
from db.tables.people import CompanyRow, TeamRow, UserRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Any number that no other program takes.
ENTER_LOCK = 7_303_015


class User(NamedTuple):
    """Who is working."""

    id: UUID
    login: str
    name: str
    company_id: UUID | None
    team_id: UUID | None


def current_login(connection: Connection) -> str:
    """Return the login of a server, or the account of the operating system on a file."""
    if connection.dialect.name == "sqlite":
        return getpass.getuser()
    return str(connection.scalar(text("SELECT session_user::text")))


def enter_alone(connection: Connection) -> None:
    """Let one program at a time enter users until the transaction ends; a file has one writer."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ENTER_LOCK})


def find_user(connection: Connection, login: str) -> User | None:
    """Return the user of a login."""
    columns = (UserRow.id, UserRow.login, UserRow.name, UserRow.company_id, UserRow.team_id)
    found = connection.execute(
        select(*columns).where(UserRow.login == login, UserRow.deleted_at.is_(None))
    ).first()
    return User(*found) if found else None


def first_company_and_team(connection: Connection) -> tuple[UUID | None, UUID | None]:
    """Return the first company and team, which a new user is proposed."""
    firsts = [
        connection.scalar(
            select(row.id).where(row.deleted_at.is_(None)).order_by(row.position, row.id).limit(1)
        )
        for row in (CompanyRow, TeamRow)
    ]
    return firsts[0], firsts[1]


def sign_act(connection: Connection, act_id: UUID, user_id: UUID) -> None:
    """Name the user of an act that made this very user, who was unknown when it began."""
    connection.execute(update(ActRow).where(ActRow.id == act_id).values(user_id=user_id))


def company_currency(connection: Connection, company_id: UUID | None) -> str:
    """Return the currency of a company, or of the first one where it is not known."""
    query = select(CompanyRow.currency_code).order_by(
        (CompanyRow.id == company_id).desc(), CompanyRow.position, CompanyRow.id
    )
    found = connection.scalar(query.where(CompanyRow.deleted_at.is_(None)).limit(1))
    if found is None:
        raise LookupError(company_id)
    return found


class Company(NamedTuple):
    """One of our companies."""

    id: UUID
    name: str
    currency: str


def companies(connection: Connection) -> tuple[Company, ...]:
    """Return our companies, in their order."""
    rows = connection.execute(
        select(CompanyRow.id, CompanyRow.description, CompanyRow.currency_code)
        .where(CompanyRow.deleted_at.is_(None), CompanyRow.retired_at.is_(None))
        .order_by(CompanyRow.position, CompanyRow.id)
    )
    return tuple(Company(*row) for row in rows)
