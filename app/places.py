"""Where the program keeps its files."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

from db.errors import ReadOnlyError

NAME = "Dealboard"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def default_database() -> Path:
    """Return the file that is used where no database is named; its folder is made."""
    return data_folder() / "dealboard.db"


def report_folder() -> Path:
    """Return the folder of logs and crash reports; it is made where that can be."""
    folder = user_log_path(NAME, appauthor=False)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def data_folder() -> Path:
    """Return the folder of the databases that the program makes; it is made."""
    folder = user_data_path(NAME, appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadOnlyError(str(folder)) from error
    return folder


def backup_folder() -> Path:
    """Return the folder of the daily backups."""
    return data_folder() / "backups"


def settings_folder() -> Path:
    """Return the folder of this machine's settings; it is made."""
    return user_config_path(NAME, appauthor=False, ensure_exists=True)
