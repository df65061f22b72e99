"""A copy of the database file at the first start of each day, and the way back to one."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.backup import BackupError
from db.engine import is_file
from db.schema import copy_file
from resources.texts import _

if TYPE_CHECKING:
    from datetime import datetime

    from db.database import Database

KEPT = 7
NAME = re.compile(r"(?P<stem>.+)\.(?P<day>\d{4}-\d{2}-\d{2})\.db")
HEADER = b"SQLite format 3\x00"
# Beside a file that is written to; without their file they are of no use.
COMPANIONS = ("-wal", "-shm")


class Backup(NamedTuple):
    """A copy of a database, and the day that it is of."""

    path: Path
    day: date


class RestoreError(BackupError):
    """A backup cannot be put back; the present file is as it was."""


def back_up_daily(database: Database, folder: Path, today: date) -> Path | None:
    """Copy a file once a day and remove all but the last copies; None where nothing was due.

    Raises BackupError; on a server the administrator makes the backups.
    """
    if not is_file(database.url):
        return None
    source = Path(str(database.url.database))
    target = folder / f"{source.stem}.{today.isoformat()}.db"
    if target.exists():
        return None
    half = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        copy_file(source, half)
        half.replace(target)
        _thin(folder, source.stem)
    except (OSError, sqlite3.Error) as error:
        _remove(half)
        text = _("Today's backup could not be written to {folder} ({reason}). Make room there.")
        raise BackupError(text.format(folder=folder, reason=error)) from error
    return target


def backups(folder: Path, stem: str | None = None) -> list[Backup]:
    """Return the backups of a folder, newest first; of one database where its name is given."""
    found = []
    for path in folder.glob("*.db") if folder.is_dir() else ():
        parts = NAME.fullmatch(path.name)
        if parts and (stem is None or parts["stem"] == stem):
            found += [Backup(path, day) for day in _days(parts["day"])]
    return sorted(found, key=lambda backup: (backup.day, backup.path.name), reverse=True)


def restore(backup: Path, target: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a file; return where the old one is kept, if there was one.

    The database must be closed. Raises RestoreError, and then the old file is as it was.
    """
    verify(backup)
    half = target.with_name(f"{target.name}.restored")
    aside = target.with_name(f"{target.stem}.before-{now:%Y%m%d-%H%M%S}.db")
    try:
        half.unlink(missing_ok=True)
        copy_file(backup, half)
        kept = _put_aside(target, aside)
        half.replace(target)
    except (OSError, sqlite3.Error) as error:
        _remove(half)
        if aside.exists() and not target.exists():
            aside.replace(target)
        text = _(
            "{name} could not be put back ({reason}). Close the database in every program, "
            "then try again."
        )
        raise RestoreError(text.format(name=backup, reason=error)) from error
    return kept


def verify(path: Path) -> None:
    """Raise RestoreError where a file is no sound Dealboard database."""
    try:
        with path.open("rb") as file:
            header = file.read(len(HEADER))
    except OSError as error:
        text = _("{name} cannot be read ({reason}). Choose another backup.")
        raise RestoreError(text.format(name=path, reason=error.strerror)) from error
    if header != HEADER or not _is_ours(path):
        text = _("{name} is not a Dealboard database. Choose another file.")
        raise RestoreError(text.format(name=path))
    if not _is_sound(path):
        text = _("{name} is damaged. Choose an older backup.")
        raise RestoreError(text.format(name=path))


def _thin(folder: Path, stem: str) -> None:
    for old in backups(folder, stem)[KEPT:]:
        old.path.unlink()


def _put_aside(target: Path, aside: Path) -> Path | None:
    """Move a file away whole: what was not yet written back to it goes with it."""
    if not target.exists():
        return None
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    target.replace(aside)
    for companion in COMPANIONS:
        target.with_name(target.name + companion).unlink(missing_ok=True)
    return aside


def _remove(half: Path) -> None:
    # Why it could not be written has been said; it is in nobody's way.
    with suppress(OSError):
        half.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    names = {"alembic_version", "opportunity", "act", "change"}
    try:
        with closing(_reader(path)) as connection:
            rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return names <= {name for (name,) in rows}
    except sqlite3.Error:
        return False


def _is_sound(path: Path) -> bool:
    try:
        with closing(_reader(path)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error:
        return False
    return bool(found == ("ok",))


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _days(text: str) -> list[date]:
    try:
        return [date.fromisoformat(text)]
    except ValueError:
        return []
