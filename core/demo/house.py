"""Writes the company of the demo: its people, teams, agents and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from core.demo import catalogue
from core.demo.clock import month_of
from core.demo.effects import MONTH_SPEED
from core.demo.first import ById
from core.demo.goods import GoodsBuilder, whole_steps
from core.demo.ground import Agent, Campaign, Family
from core.demo.writer import ORIGIN
from db.tables.lookups import ZoneRow
from db.tables.people import (
    AgentRow,
    CompanyRow,
    RoleRow,
    TargetRow,
    TeamMemberRow,
    TeamRow,
    UserRoleRow,
    UserRow,
)
from db.writes import Values, table_of, update_rows
from resources.texts import _

if TYPE_CHECKING:
    from random import Random
    from uuid import UUID

    from core.demo.clock import Clock
    from core.demo.numbers import Numbers
    from core.demo.writer import Writer
    from db.people import User
    from db.tables.base import Lookup

# The code of the first company and the first team.
FIRST_CODE = "main"
# Months of targets before and after this one.
TARGET_MONTHS = range(-24, 13)
TARGET_STEP_MINOR = 500_000
# What an opportunity brings on average, unknown outcome, in minor units.
EXPECTED_MINOR = 5_000_000


class House(NamedTuple):
    """The people of the company, and what they sell."""

    company_id: UUID
    agents: dict[str, Agent]
    service_user_id: UUID
    service_team_id: UUID
    families: dict[str, Family]
    campaigns: tuple[Campaign, ...]


class HouseBuilder:
    """Writes the company in one go."""

    def __init__(self, writer: Writer, clock: Clock, rng: Random, user: User) -> None:
        """Write for the user who fills the database."""
        self._writer = writer
        self._clock = clock
        self._rng = rng
        self._user = user

    def build(self, numbers: Numbers, opportunities: int) -> House:
        """Write everything and return what opportunities point to."""
        company_id = self._company()
        numbers.company_id = company_id
        teams = self._teams()
        users = self._users(company_id, teams)
        agents = self._agents(users, teams)
        self._targets(agents, opportunities)
        goods = GoodsBuilder(self._writer, self._clock, self._rng)
        goods.add_rates()
        families = goods.families()
        campaigns = goods.campaigns(company_id, teams["export"], numbers)
        service = users[_service_head()]
        return House(company_id, agents, service, teams["service"], families, campaigns)

    def _company(self) -> UUID:
        """Return our company: the first one renamed if nobody touched it, else a new one."""
        currency = {"currency_code": catalogue.BASE_CURRENCY}
        row = {"description": catalogue.COMPANY, "country_code": "IT", **currency}
        first = {"My company", _("My company")}
        renamed = self._renamed(CompanyRow, first, row, currency)
        new = {"code": "rossetti", **row}
        return renamed or self._writer.lookups(CompanyRow, [new])["rossetti"]

    def _teams(self) -> dict[str, UUID]:
        """Return the teams; the first one of the database, with its user, becomes HERE's team."""
        rows = [{"code": code, "description": text} for code, text in catalogue.TEAMS]
        here = next(row for row in rows if row["code"] == catalogue.HERE_TEAM)
        first = {"Main team", _("Main team")}
        renamed = self._renamed(TeamRow, first, {"description": here["description"]}, {})
        if renamed is None:
            return self._writer.lookups(TeamRow, rows)
        others = [row for row in rows if row is not here]
        return {**self._writer.lookups(TeamRow, others), catalogue.HERE_TEAM: renamed}

    def _renamed(
        self, row_class: type[Lookup], first: set[str], row: Values, where: Values
    ) -> UUID | None:
        """Rename the row that a database begins with; nothing where somebody touched it."""
        table = table_of(row_class)  # type: ignore[arg-type]  # a lookup is a mapped class
        query = select(table.c.id).where(
            table.c.code == FIRST_CODE,
            table.c.deleted_at.is_(None),
            table.c.description.in_(first),
            *(table.c[name] == value for name, value in where.items()),
        )
        found: UUID | None = self._writer.connection.scalar(query)
        if found is not None:
            marked = {**row, "origin_system": ORIGIN, "origin_key": FIRST_CODE}
            rows = [(found, marked)]
            update_rows(self._writer.connection, row_class, rows, self._writer.act)  # type: ignore[arg-type]
        return found

    def _users(self, company_id: UUID, teams: dict[str, UUID]) -> dict[str, UUID]:
        """Return the users by name; the one without a name is who fills the database."""
        people = [person for person in catalogue.PEOPLE if person.name]
        rows = [
            {
                "login": (login := self._free_login(person.name)),
                "name": person.name,
                "email": f"{login}@rossetti.example",
                "company_id": company_id,
                "team_id": teams[person.team],
                "origin_system": ORIGIN,
                "origin_key": login,
            }
            for person in people
        ]
        ids = self._writer.plain(UserRow, rows)
        users = {person.name: key for person, key in zip(people, ids, strict=True)}
        self._roles(users)
        self._members(users, teams)
        return {**users, "": self._user.id}

    def _free_login(self, name: str) -> str:
        login = name.lower().replace(" ", ".")
        query = select(UserRow.id).where(UserRow.login == login, UserRow.deleted_at.is_(None))
        taken = self._writer.connection.scalar(query) is not None
        return f"{login}.demo" if taken else login

    def _roles(self, users: dict[str, UUID]) -> None:
        roles = ById(self._writer.connection, RoleRow)
        rows = [
            {"user_id": users[person.name], "role_id": roles[person.role]}
            for person in catalogue.PEOPLE
            if person.name
        ]
        self._writer.plain(UserRoleRow, rows)

    def _members(self, users: dict[str, UUID], teams: dict[str, UUID]) -> None:
        """Let the user see every team, and name the managers of each."""
        rows = [{"team_id": team, "user_id": self._user.id} for team in teams.values()]
        self._writer.plain(TeamMemberRow, rows)
        managers = [
            (teams[person.team], {"manager_id": users[person.name]})
            for person in catalogue.PEOPLE
            if person.role == "manager"
        ]
        update_rows(self._writer.connection, TeamRow, managers, self._writer.act)

    def _agents(self, users: dict[str, UUID], teams: dict[str, UUID]) -> dict[str, Agent]:
        people = [person for person in catalogue.PEOPLE if person.agent]
        zone_rows = [{"code": f"Z{person.agent}", "description": person.zone} for person in people]
        zones = self._writer.lookups(ZoneRow, zone_rows)
        rows = [
            {
                "code": person.agent,
                "description": person.name or self._user.name,
                "user_id": users[person.name],
                "team_id": teams[person.team],
                "zone_id": zones[f"Z{person.agent}"],
                "email": f"{person.agent.lower()}@rossetti.example",
                "phone": f"+39 059 555 01{n:02}",
            }
            for n, person in enumerate(people)
        ]
        ids = self._writer.lookups(AgentRow, rows)
        return {
            person.agent: Agent(
                ids[person.agent], person.agent, users[person.name], teams[person.team]
            )
            for person in people
        }

    def _targets(self, agents: dict[str, Agent], opportunities: int) -> None:
        """Write a target for each user and month that grows, and rests in the slow months."""
        share = opportunities * EXPECTED_MINOR / (len(agents) * -TARGET_MONTHS.start)
        months = [(n, month_of(self._clock.day(self._clock.today), n)) for n in TARGET_MONTHS]
        rows = [
            {
                "user_id": agent.user_id,
                "team_id": agent.team_id,
                "month_on": month,
                "amount_minor": _target(share, month.month, n),
                "currency_code": catalogue.BASE_CURRENCY,
            }
            for agent in agents.values()
            for n, month in months
        ]
        self._writer.plain(TargetRow, rows)


def _service_head() -> str:
    return next(p.name for p in catalogue.PEOPLE if p.team == "service" and p.role == "manager")


def _target(share: float, month: int, distance: int) -> int:
    """Return a month's target, growing by a tenth in a year."""
    grown = share * MONTH_SPEED.get(month, 1.0) * (1 + 0.1 * distance / 12)
    return max(whole_steps(grown, TARGET_STEP_MINOR), TARGET_STEP_MINOR)
