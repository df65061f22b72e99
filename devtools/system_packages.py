"""The packages of Debian and Ubuntu that Qt and the tests need, and how they get in."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from devtools import process
from devtools.console import say
from devtools.surroundings import is_root

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence


class SystemPackage(NamedTuple):
    """A package by its names, newest release of Debian first, and what needs it."""

    names: tuple[str, ...]
    reason: str


PROGRAM = (
    SystemPackage(("libegl1",), "Qt draws through EGL"),
    SystemPackage(("libgl1",), "Qt's widgets link with OpenGL"),
    SystemPackage(("libxkbcommon0",), "keyboard layouts"),
    SystemPackage(("libdbus-1-3",), "portals, notifications and the accessibility bus"),
    SystemPackage(("libfontconfig1",), "finding fonts"),
    SystemPackage(("fonts-inter",), "the font of the program where the system has no nicer one"),
    SystemPackage(("libglib2.0-0t64", "libglib2.0-0"), "the event loop of Qt on Linux"),
    SystemPackage(("libgssapi-krb5-2",), "the network library of Qt"),
    SystemPackage(("libnss3",), "web engine: certificates"),
    SystemPackage(("libasound2t64", "libasound2"), "web engine: sound"),
    SystemPackage(("libxcomposite1",), "web engine: windows"),
    SystemPackage(("libxdamage1",), "web engine: repainting"),
    SystemPackage(("libxrandr2",), "web engine: screens"),
    SystemPackage(("libxtst6",), "web engine: input"),
    SystemPackage(("libxkbfile1",), "web engine: keyboard"),
    SystemPackage(("libxcb-cursor0",), "windows under X: pointer shapes"),
    SystemPackage(("libxcb-icccm4",), "windows under X: the window manager"),
    SystemPackage(("libxcb-keysyms1",), "windows under X: keys"),
    SystemPackage(("libxcb-shape0",), "windows under X: drag pictures and splash screens"),
    SystemPackage(("libxkbcommon-x11-0",), "windows under X: keyboard"),
)
TOOLS = (
    *PROGRAM,
    SystemPackage(("xvfb",), "tests: an X server without a screen"),
    SystemPackage(("xauth",), "tests: permission to use that X server"),
    SystemPackage(("xdotool",), "tests: a real mouse"),
    SystemPackage(("postgresql",), "tests: a real PostgreSQL"),
)


def provide(packages: Sequence[SystemPackage]) -> None:
    """Install what is missing as root; tell other users what to install; go on either way."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    missing = missing_from(packages, installed(name for each in packages for name in each.names))
    if missing and is_root():
        install(missing)
    elif missing:
        names = [first_known(each, is_known) or each.names[-1] for each in missing]
        say(f"Missing system packages, install them with: sudo {' '.join(apt_install(names))}")


def installed(names: Iterable[str]) -> frozenset[str]:
    """Return those of the names that are installed."""
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\\n", *names]
    # It complains about every name it has never seen, which is no error here.
    answer = subprocess.run(query, check=False, capture_output=True, encoding="utf-8")
    rows = (line.split() for line in answer.stdout.splitlines())
    return frozenset(row[0] for row in rows if row[1:] == ["installed"])


def missing_from(
    packages: Iterable[SystemPackage], present: Collection[str]
) -> tuple[SystemPackage, ...]:
    """Return the packages of which no name is present."""
    return tuple(each for each in packages if not set(each.names) & set(present))


def is_known(name: str) -> bool:
    """Tell whether a package of this very name can be installed."""
    return bool(process.capture(["apt-cache", "madison", name]).stdout.strip())


def first_known(package: SystemPackage, known: Callable[[str], bool]) -> str | None:
    """Return the name that this release of the system uses, if it has the package at all."""
    return next((name for name in package.names if known(name)), None)


def apt_install(names: Iterable[str]) -> list[str]:
    """Return the command that installs packages without what they only recommend."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def install(packages: Sequence[SystemPackage]) -> None:
    """Install packages with apt-get; a failure is said and left to show where it hurts."""
    say(f"Installing system packages: {', '.join(each.names[-1] for each in packages)} ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    process.capture(["apt-get", "update"], environment)
    names = [first_known(each, is_known) for each in packages]
    result = process.capture(apt_install(name for name in names if name), environment)
    if result.returncode != 0 or None in names:
        say("Not all of them could be installed; going on without.")
        say("\n".join(result.stdout.splitlines()[-5:]))
