"""Sales teams to zones, teams, users and agents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.sample_import.rows import free_code, slug
from db.ids import new_id
from db.sample_rows import ORIGIN, AgentThere
from db.tables.lookups import ZoneRow
from db.tables.people import AgentRow, TeamRow, UserRow
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.sample_import.rows import Rows
    from core.sample_import.sample import Agent


class Leader(NamedTuple):
    """A team that is new, and the user who leads it."""

    team_id: UUID
    user_id: UUID


class People:
    """Makes the users, teams and agents that are not there."""

    def __init__(self, rows: Rows) -> None:
        """Add to the rows."""
        self._rows = rows
        self._users = dict(rows.state.users)
        self._logins = set(rows.state.logins)
        self.leaders: list[Leader] = []

    def add(self, agents: Sequence[Agent]) -> dict[str, AgentThere]:
        """Return every agent by name, added where it is not there."""
        found = dict(self._rows.state.agents)
        for agent in agents:
            if agent.name not in found:
                found[agent.name] = self._agent(agent)
                self._rows.places.add(agent.place)
        return found

    def _agent(self, agent: Agent) -> AgentThere:
        team = self._team(agent.manager) if agent.manager else None
        user = self._user(agent.name, team)
        zone = None
        if agent.office:
            zone = self._rows.shared_lookup(ZoneRow, agent.office, agent.office)
        links = {"user_id": user, "team_id": team, "zone_id": zone}
        return AgentThere(self._rows.lookup(AgentRow, agent.name, agent.name, links), user, team)

    def _team(self, manager: str) -> UUID:
        before = len(self._rows.new.get(TeamRow, ()))
        team = self._rows.lookup(TeamRow, manager, _("Team of {name}").format(name=manager))
        leader = self._user(manager, team)
        if len(self._rows.new.get(TeamRow, ())) > before:
            self.leaders.append(Leader(team, leader))
        return team

    def _user(self, name: str, team: UUID | None) -> UUID:
        """Return a user's id; a manager who also sells is one user."""
        if name not in self._users:
            login = free_code(f"sample.{slug(name).replace('-', '.')}", self._logins)
            self._logins.add(login)
            key = new_id()
            row = {
                "id": key,
                "login": login,
                "name": name,
                "company_id": self._rows.state.company_id,
                "team_id": team,
                "origin_system": ORIGIN,
                "origin_key": name,
            }
            self._rows.add_many(UserRow, [row])
            self._users[name] = key
        return self._users[name]
