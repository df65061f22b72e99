"""Opening a database: everything that a desk needs before its first screen, off the GUI thread."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.places import backup_folder
from core.backup import BackupError
from core.daily_backup import back_up_daily
from core.settings import Settings
from core.workspace import open_workspace
from db.errors import DealboardError, MissingFileError
from db.feed import read_position
from db.people import Company, companies

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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


class Wanted(NamedTuple):
    """What is to be opened, and the settings that this machine's user has chosen besides."""

    address: str
    settings: Mapping[str, str] = {}
    # Else a name that is not there is a new file.
    must_exist: bool = False


def open_database(wanted: Wanted, on_statement: Callable[[], None] | None) -> Opened:
    """Open, make or upgrade a database; raises a DealboardError."""
    address = wanted.address
    if wanted.must_exist and "://" not in address and not Path(address).exists():
        raise MissingFileError(address)
    workspace = open_workspace(address, datetime.now(UTC), on_statement)
    settings = Settings(workspace)
    settings.load()
    _keep(settings, wanted.settings)
    with workspace.database.reading() as connection:
        return Opened(workspace, read_position(connection), settings, companies(connection))


def read_companies(opened: Opened) -> Opened:
    """Return what is open with the companies as they are by now."""
    with opened.workspace.database.reading() as connection:
        return opened._replace(companies=companies(connection))


def back_up(workspace: Workspace) -> None:
    """Make the copy of the day; one that fails is logged, since the work must go on."""
    try:
        back_up_daily(workspace.database, backup_folder(), datetime.now(UTC).date())
    except (BackupError, OSError) as error:
        log.warning("no daily backup: %s", error)


def _keep(settings: Settings, chosen: Mapping[str, str]) -> None:
    """Store what was chosen before the database was open, so that its settings page says so."""
    for name, value in chosen.items():
        if settings[name] != value:
            try:
                settings.set(name, value)
            except DealboardError as error:
                log.warning("setting %s was not kept: %s", name, error)
