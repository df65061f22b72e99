"""Where things are: the root of the tree, its virtual environment and the programs in it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
METADATA = ROOT / "pyproject.toml"
LOCK = ROOT / "requirements.lock"


def program(name: str) -> str:
    """Return the path of a program of the virtual environment."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(PROGRAMS / (name + suffix))
