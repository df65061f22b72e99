"""The program as a folder that runs without Python: built, then started once."""

from __future__ import annotations

import sys

from devtools import process
from devtools.console import say
from devtools.places import ROOT, program
from devtools.surroundings import child_environment

FOLDER = ROOT / "dist" / "dealboard"
PROGRAM = FOLDER / ("dealboard.exe" if sys.platform == "win32" else "dealboard")


def build() -> int:
    """Build dist/dealboard and try whether it starts."""
    say("Building dist/dealboard (about two minutes) ...")
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    code = process.run([program("pyinstaller"), *options, "build.spec"])
    return code or try_built()


def try_built() -> int:
    """Start the built program far enough to print its help."""
    answer = process.capture([str(PROGRAM), "--help"], child_environment("offscreen"))
    if answer.returncode != 0:
        say(f"The built program does not start:\n{answer.stdout}")
        return 1
    size = sum(file.lstat().st_size for file in FOLDER.rglob("*") if file.is_file())
    say(f"The built program starts. It is {PROGRAM.relative_to(ROOT)}, {size // 10**6} MB.")
    return 0
