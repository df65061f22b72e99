"""Copies a database file as it is at one moment, while others may go on writing."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from db.engine import is_file
from db.errors import (
    DatabaseError,
    DealboardError,
    FolderError,
    MissingFileError,
    NotADatabaseError,
)
from db.schema import copy_file
from resources.texts import _

if TYPE_CHECKING:
    from db.database import Database


class BackupError(DealboardError):
    """The copy could not be made."""


def back_up(database: Database, target: Path) -> Path:
    """Copy a database file; raise a DealboardError where it cannot be done."""
    _refuse_what_cannot_be_copied(database, target)
    source = Path(str(database.url.database))
    try:
        copy_file(source, target)
    except NotADatabaseError as error:
        target.unlink(missing_ok=True)
        raise NotADatabaseError(str(source)) from error
    except DatabaseError:
        target.unlink(missing_ok=True)
        raise
    except (OSError, sqlite3.Error) as error:
        target.unlink(missing_ok=True)
        text = _("The copy {name} could not be written ({reason}). Choose another place.")
        raise BackupError(text.format(name=target, reason=error)) from error
    return target


def _refuse_what_cannot_be_copied(database: Database, target: Path) -> None:
    if not is_file(database.url):
        text = _(
            "{name} is kept on a server. Have its administrator back it up there, with pg_dump."
        )
        raise BackupError(text.format(name=database.name))
    source = Path(str(database.url.database))
    if source.is_dir():
        raise FolderError(str(source))
    if not source.is_file():
        raise MissingFileError(str(source))
    if target.exists():
        text = _("{name} is there already, and is not overwritten. Choose another name.")
        raise BackupError(text.format(name=target))
