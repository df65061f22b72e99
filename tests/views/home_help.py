"""A database with a day's work in it, and the home screen over it."""

from __future__ import annotations

from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING

from core.home import HomeFigures
from core.home_lines import HomeLists
from db.errors import ConnectionLostError
from db.ids import new_id
from db.tables.activity import ActivityRow
from db.tables.lookups import ActivityTypeRow
from db.tables.people import TargetRow
from tests.workspaces import NOW, add_contact, add_opportunity, first_id, write_rows

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from core.home import Home
    from core.workspace import Workspace

DAY = timedelta(days=1)
PATIENCE = 20.0


class GatedFigures(HomeFigures):
    """Reads the real figures, but only while its gate is open, and not while the cable is out."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with the gate open and the cable in."""
        super().__init__(workspace)
        self.gate = Event()
        self.gate.set()
        self.cable_is_out = False
        self.reads: list[datetime] = []

    def read(self, now: datetime) -> Home:
        """Return the figures when the gate is open."""
        self.reads.append(now)
        assert self.gate.wait(PATIENCE)
        if self.cable_is_out:
            raise ConnectionLostError("board")
        return super().read(now)


def lists_of(workspace: Workspace) -> HomeLists:
    """Return the lines of a workspace."""
    return HomeLists(workspace)


def fill(workspace: Workspace) -> dict[str, UUID]:
    """Write what each figure counts; return the opportunities by title."""
    contact = add_contact(workspace, name="Bianchi")
    month_end = NOW.date().replace(day=31)
    wanted: dict[str, dict[str, object]] = {
        "Press": {"net_minor": 150_000, "expected_close_on": month_end},
        "Robot": {"net_minor": None},
        "Old": {"net_minor": 50_000, "touched_at": NOW - 40 * DAY},
        "Done": {"net_minor": 60_000, "outcome": "won", "closed_on": NOW.date()},
    }
    mine: dict[str, object] = {
        "user_id": workspace.user.id,
        "currency_code": "EUR",
        "last_activity_at": NOW,
        "touched_at": NOW,
    }
    keys = {
        title: add_opportunity(
            workspace, contact, **{**mine, "title": title, "number": title, **values}
        )
        for title, values in wanted.items()
    }
    plan(workspace, "Call back", keys["Press"], NOW - 2 * DAY)
    plan(workspace, "Visit", keys["Robot"], NOW + timedelta(hours=4, minutes=30))
    plan(workspace, "Tidy up", None, NOW + timedelta(hours=5))
    return keys


def plan(workspace: Workspace, subject: str, deal: UUID | None, due: datetime) -> UUID:
    """Write an activity of the user."""
    with workspace.database.reading() as connection:
        kind = first_id(connection, ActivityTypeRow)
    key = new_id()
    row = {"id": key, "activity_type_id": kind, "user_id": workspace.user.id, "subject": subject}
    write_rows(workspace, ActivityRow, [{**row, "opportunity_id": deal, "due_at": due}])
    return key


def set_target(workspace: Workspace, minor: int, code: str = "EUR") -> None:
    """Write what the user is to win this month."""
    month = NOW.date().replace(day=1)
    row = {"id": new_id(), "user_id": workspace.user.id, "month_on": month}
    write_rows(workspace, TargetRow, [{**row, "amount_minor": minor, "currency_code": code}])
