"""Opening a database: everything that a desk needs before its first screen, off the GUI thread."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from core.backup import BackupError
from core.daily_backup import back_up_daily
from core.settings import Settings
from core.workspace import open_workspace
from db.feed import read_position
from db.people import Company, companies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from core.workspace import Workspace
    from db.feed import Position

log = logging.getLogger(__name__)


class Opened(NamedTuple):
    """An open database, and where its log stood when the window began to read."""

    workspace: Workspace
    position: Position
    settings: Settings
    companies: tuple[Company, ...]

    @property
    def company_id(self) -> UUID | None:
        """Return the company whose currency totals have: the one chosen, else the user's."""
        wanted = self.settings["company"]
        chosen = [each.id for each in self.companies if str(each.id) == wanted]
        return chosen[0] if chosen else self.workspace.user.company_id

    @property
    def company(self) -> str:
        """Return the name of that company."""
        return next((each.name for each in self.companies if each.id == self.company_id), "")


def open_database(address: str, on_statement: Callable[[], None] | None) -> Opened:
    """Open, make or upgrade a database; raises a DealboardError."""
    workspace = open_workspace(address, datetime.now(UTC), on_statement)
    settings = Settings(workspace)
    settings.load()
    with workspace.database.reading() as connection:
        return Opened(workspace, read_position(connection), settings, companies(connection))


def back_up(workspace: Workspace, folder: Path) -> None:
    """Make the copy of the day; one that fails is logged, since the work must go on."""
    try:
        back_up_daily(workspace.database, folder, datetime.now(UTC).date())
    except BackupError as error:
        log.warning("no daily backup: %s", error)
