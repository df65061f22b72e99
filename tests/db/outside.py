"""Writers that are not our program."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing


def run_sqlite3(path: str, sql: str) -> None:
    """Run statements with the sqlite3 program, or with the plain module where there is none."""
    program = shutil.which("sqlite3")
    if program is None:
        run_module(path, sql)
        return
    subprocess.run([program, path, sql], check=True, capture_output=True, timeout=30)


def run_module(path: str, sql: str) -> None:
    """Run statements with the plain module of Python, one transaction each."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
