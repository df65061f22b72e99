"""The program as another process, with its files in a folder of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from devtools.surroundings import child_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
LONG = 90.0
# Else the superuser could write where a user cannot.
WITHOUT_POWER = ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")


class Ended(NamedTuple):
    """How a process ended, and what it said."""

    status: int
    out: str
    said: str


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a user whose files lie in a folder."""
    folders = {
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "HOME": str(home),
        "APPDATA": str(home),
        "LOCALAPPDATA": str(home),
    }
    return {**child_environment("offscreen"), **folders, "PYTHONWARNINGS": "error"}


def run_program(home: Path, *arguments: str, before: Sequence[str] = ()) -> Ended:
    """Run the program to its end."""
    return run_python(home, "-m", "app", *arguments, before=before)


def run_python(home: Path, *arguments: str, before: Sequence[str] = ()) -> Ended:
    """Run Python in the folder of the program."""
    done = subprocess.run(
        [*before, sys.executable, *arguments],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        timeout=LONG,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def powerless() -> Sequence[str]:
    """Return what makes a command obey the permissions of files; it fails where that cannot be."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return ()
    assert shutil.which(WITHOUT_POWER[0]) is not None
    return WITHOUT_POWER
