"""The tests: the checks, then pytest without a screen, then pytest with a real mouse."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

from devtools import process
from devtools.checks import run_checks
from devtools.console import say
from devtools.places import program
from devtools.surroundings import NO_POSTGRESQL, child_environment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OK = 0
NO_TESTS = 5  # pytest's exit code when it found none
WITHOUT_POSTGRESQL = "--no-postgresql"
NOT_TESTED = f"PostgreSQL was NOT tested: {WITHOUT_POSTGRESQL}"


class Part(NamedTuple):
    """A part of the tests and how it ended; code is pytest's."""

    name: str
    code: int
    remark: str = ""

    @property
    def line(self) -> str:
        """Return the part's line of the summary."""
        ending = {OK: "passed", NO_TESTS: "no tests"}.get(self.code, "FAILED")
        return f"  {self.name}: {ending}{self.remark}"


def split_postgresql(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> tuple[list[str], bool]:
    """Return the arguments for pytest, and whether PostgreSQL is left out."""
    rest = [each for each in arguments if each != WITHOUT_POSTGRESQL]
    return rest, len(rest) < len(arguments) or environment.get(NO_POSTGRESQL) == "1"


def run_tests(arguments: Sequence[str]) -> int:
    """Run every part, whatever the others say; return 0 when all is well."""
    rest, no_postgresql = split_postgresql(arguments, os.environ)
    parts = (
        Part("checks", OK if run_checks() else 1),
        without_screen(rest, no_postgresql=no_postgresql),
        with_mouse(rest, no_postgresql=no_postgresql),
    )
    for line in summary(parts, no_postgresql=no_postgresql):
        say(line)
    return verdict(parts)


def without_screen(arguments: Sequence[str], *, no_postgresql: bool) -> Part:
    """Run the tests that draw into memory."""
    command = [program("python"), "-m", "pytest", "-m", "not xcb", *arguments]
    environment = child_environment("offscreen", no_postgresql=no_postgresql)
    return Part("tests without a screen", process.run(command, environment))


def with_mouse(arguments: Sequence[str], *, no_postgresql: bool) -> Part:
    """Run the tests that drag with a real mouse, on an X server of their own."""
    name = "tests with a real mouse"
    if sys.platform == "win32":
        return Part(name, NO_TESTS, " (they need an X server, which Windows has not)")
    if not shutil.which("xvfb-run"):
        return Part(name, 1, " (xvfb-run is missing: install the package xvfb)")
    pytest = [program("python"), "-m", "pytest", "-m", "xcb", *arguments]
    environment = child_environment("xcb", no_postgresql=no_postgresql)
    return Part(name, process.run(["xvfb-run", "-a", *pytest], environment))


def summary(parts: Sequence[Part], *, no_postgresql: bool) -> list[str]:
    """Return the last lines of a run; what was left out stands at the very end."""
    lines = ["", "Summary:", *(part.line for part in parts)]
    return [*lines, NOT_TESTED] if no_postgresql else lines


def verdict(parts: Sequence[Part]) -> int:
    """Return 1 when a part failed or no test ran at all, else 0."""
    codes = [part.code for part in parts]
    failed = any(code not in {OK, NO_TESTS} for code in codes)
    return 1 if failed or codes.count(NO_TESTS) > 1 else 0
