"""Set-up: the virtual environment with the locked libraries, made once and then left alone."""

from __future__ import annotations

import hashlib
import platform
import shutil
import sys
import time
from typing import TYPE_CHECKING

from devtools import process, system_packages, translating
from devtools.console import say
from devtools.places import LOCK, METADATA, VENV, program

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from devtools.system_packages import SystemPackage

STAMP = VENV / "set-up.stamp"
UV = "uv>=0.9,<1"


class SetUpError(Exception):
    """A step of the set-up failed; the text says which and what to do."""


def prepare(packages: Sequence[SystemPackage] = ()) -> None:
    """Provide system packages and the virtual environment; do nothing where both are there."""
    system_packages.provide(packages)
    wanted = fingerprint((METADATA, LOCK))
    if is_fresh(STAMP, wanted):
        translating.compile_catalogues()
        return
    started = time.monotonic()
    make_virtual_environment()
    install_libraries()
    translating.compile_catalogues()
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"Set up in {time.monotonic() - started:.0f} s. The next start needs none of this.")


def fingerprint(files: Iterable[Path]) -> str:
    """Return a text that changes with the files and with the Python that runs this."""
    digest = hashlib.sha256(platform.python_version().encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_fresh(stamp: Path, wanted: str) -> bool:
    """Tell whether the last set-up that came to its end was for the same wants."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def make_virtual_environment() -> None:
    """Make .venv, or make it anew where its Python is another one or gone."""
    if works():
        return
    say("Making the virtual environment .venv ...")
    if VENV.exists():
        shutil.rmtree(VENV)
    require(
        process.run([sys.executable, "-m", "venv", str(VENV)]),
        "The virtual environment could not be made. On Debian and Ubuntu: apt-get install"
        " python3-venv, then try again.",
    )


def works() -> bool:
    """Tell whether .venv has a pip and the Python that runs this."""
    try:
        answer = process.capture([program("python"), "-c", "import pip, sys; print(sys.version)"])
    except OSError:
        return False
    return answer.stdout.strip() == sys.version.strip()


def install_libraries() -> None:
    """Install every library at the version that requirements.lock names."""
    say("Installing the libraries of requirements.lock (about 1 GB; one to three minutes) ...")
    python = program("python")
    if not shutil.which(program("uv")):
        require(process.run([python, "-m", "pip", "install", "--quiet", UV]), OFFLINE)
    require(
        process.run([program("uv"), "pip", "install", "--python", python, "-r", str(LOCK)]), OFFLINE
    )


OFFLINE = (
    "The libraries could not be installed. The first set-up needs the network and about 2 GB of"
    " disk; what went wrong stands above. Try again with the same command."
)


def require(code: int, complaint: str) -> None:
    """Stop the set-up with a sentence unless the step before ended well."""
    if code != 0:
        raise SetUpError(complaint)
