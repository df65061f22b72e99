"""Where the program keeps its files."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path, user_log_path

NAME = "Dealboard"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def default_database() -> Path:
    """Return the file that is used where no database is named; its folder is made."""
    return user_data_path(NAME, appauthor=False, ensure_exists=True) / "dealboard.db"


def report_folder() -> Path:
    """Return the folder of logs and crash reports; it is made."""
    return user_log_path(NAME, appauthor=False, ensure_exists=True)
