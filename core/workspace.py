"""Opens a database for the user who is working on it."""

from __future__ import annotations

import platform
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from core.first_rows import fill_new_database
from db import people, schema
from db.acts import Act
from db.database import Database
from db.engine import Lane, database_url
from db.ids import new_id
from db.parameters import read_parameters
from db.tables.people import RoleRow, UserRoleRow, UserRow
from db.writes import insert_rows
from resources.texts import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from db.parameters import Parameters
    from db.people import User

FIRST_ROLE = "administrator"
LATER_ROLE = "sales"
CREATED = marked("Created the database")
JOINED = marked("Started work as {name}")


@dataclass(frozen=True)
class Workspace:
    """A prepared database and who is working on it."""

    database: Database
    user: User
    parameters: Parameters

    def act(
        self,
        label_key: str,
        now: datetime,
        values: Mapping[str, str | int] | None = None,
        undoes: UUID | None = None,
    ) -> Act:
        """Return an act of this user on this machine."""
        return Act(label_key, now, self.user.id, platform.node(), values or {}, undoes)


def open_workspace(
    address: str, now: datetime, on_statement: Callable[[], None] | None = None
) -> Workspace:
    """Open a database, made or upgraded first where needed; the user gets a row at the first start.

    Raises a DealboardError with a sentence for what the user can mend.
    """
    database = Database(database_url(address), on_statement)
    with ExitStack() as undo:
        undo.callback(database.close)
        schema.prepare(database)
        user = _user(database, now)
        with database.reading() as connection:
            made = Workspace(database, user, read_parameters(connection))
        undo.pop_all()
    return made


def _user(database: Database, now: datetime) -> User:
    with database.reading() as connection:
        login = people.current_login(connection)
        user = people.find_user(connection, login)
    return user or _enter_user(database, login, now)


def _enter_user(database: Database, login: str, now: datetime) -> User:
    """Write the user's row, and the first rows before it where the database is new."""
    user_id = new_id()
    act = Act(JOINED, now, user_id, platform.node(), {"name": login})
    with database.writing(act, Lane.LONG) as connection:
        people.enter_alone(connection)
        if people.find_user(connection, login) is None:
            _write_user(connection, login, user_id, act)
            people.sign_act(connection, act.id, user_id)
        user = people.find_user(connection, login)
    if user is None:
        raise LookupError(login)
    return user


def _write_user(connection: Connection, login: str, user_id: UUID, act: Act) -> None:
    company_id, team_id = people.first_company_and_team(connection)
    role = LATER_ROLE
    if company_id is None:
        made = fill_new_database(connection, act)
        company_id, team_id, role = made.company_id, made.team_id, FIRST_ROLE
    row = {"id": user_id, "login": login, "name": login.title()}
    insert_rows(connection, UserRow, [{**row, "company_id": company_id, "team_id": team_id}], act)
    role_id = connection.scalar(
        select(RoleRow.id).where(RoleRow.code == role, RoleRow.deleted_at.is_(None))
    )
    insert_rows(
        connection, UserRoleRow, [{"id": new_id(), "user_id": user_id, "role_id": role_id}], act
    )
