"""The program as a folder that runs without Python: built, then started once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from devtools import process
from devtools.console import say
from devtools.places import ROOT, program
from devtools.surroundings import child_environment
from devtools.translating import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "dist" / "dealboard"
PROGRAM = FOLDER / ("dealboard.exe" if sys.platform == "win32" else "dealboard")


def build() -> int:
    """Build dist/dealboard and try whether it starts."""
    say("Building dist/dealboard (about two minutes) ...")
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    code = process.run([program("pyinstaller"), *options, "build.spec"])
    return code or try_built()


def try_built() -> int:
    """Look for what is found by name alone, and start the built program to print its help."""
    missing = missing_texts(FOLDER)
    if missing:
        say(f"The built program lacks the texts of Qt: {', '.join(missing)}")
        return 1
    answer = process.capture([str(PROGRAM), "--help"], child_environment("offscreen"))
    if answer.returncode != 0:
        say(f"The built program does not start:\n{answer.stdout}")
        return 1
    size = sum(file.lstat().st_size for file in FOLDER.rglob("*") if file.is_file())
    say(f"The built program starts. It is {PROGRAM.relative_to(ROOT)}, {size // 10**6} MB.")
    return 0


def missing_texts(folder: Path) -> list[str]:
    """Return the catalogues of Qt that a built program should have and has not."""
    names = [f"qtbase_{language}.qm" for language in LANGUAGES]
    return [name for name in names if not any(folder.rglob(name))]
