"""The commands of dev.py; a new one is one function and one line of COMMANDS."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from devtools import (
    building,
    checks,
    environment,
    locking,
    process,
    surroundings,
    testing,
    translating,
)
from devtools import system_packages as packages
from devtools.console import say
from devtools.places import program
from devtools.surroundings import child_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Command(NamedTuple):
    """A command: its name, what may follow it, what it does."""

    name: str
    follows: str
    gives: str
    call: Callable[[Sequence[str]], int]


def run(arguments: Sequence[str]) -> int:
    """Set up and start the program."""
    if surroundings.needs_screen(arguments) and not surroundings.has_screen(os.environ):
        say(surroundings.NO_SCREEN)
        return 2
    environment.prepare(packages.PROGRAM)
    if surroundings.is_root():
        say(surroundings.SANDBOX_LINE)
    return process.run([program("python"), "-m", "app", *arguments], child_environment())


def test(arguments: Sequence[str]) -> int:
    """Set up, check, and run every test."""
    environment.prepare(packages.TOOLS)
    return testing.run_tests(arguments)


def check(arguments: Sequence[str]) -> int:
    """Make the checks that take seconds."""
    del arguments
    environment.prepare()
    return 0 if checks.run_checks() else 1


def shots(arguments: Sequence[str]) -> int:
    """Draw pictures of the screens."""
    environment.prepare(packages.PROGRAM)
    command = [program("python"), "-m", "app.shots", *arguments]
    return process.run(command, child_environment("offscreen"))


def bench(arguments: Sequence[str]) -> int:
    """Measure what users wait for."""
    environment.prepare(packages.TOOLS)
    rest, no_postgresql = testing.split_postgresql(arguments, os.environ)
    command = [program("python"), "-m", "benchmarks", *rest]
    code = process.run(command, child_environment("offscreen", no_postgresql=no_postgresql))
    if no_postgresql:
        say("PostgreSQL was NOT measured: --no-postgresql")
    return code


def build(arguments: Sequence[str]) -> int:
    """Build the program that runs without Python."""
    del arguments
    environment.prepare(packages.PROGRAM)
    return building.build()


def lock(arguments: Sequence[str]) -> int:
    """Rewrite requirements.lock."""
    environment.prepare()
    return locking.write_lock(arguments)


def texts(arguments: Sequence[str]) -> int:
    """Bring the catalogues of translations up to date with the source."""
    del arguments
    environment.prepare()
    return translating.update_catalogues()


def explain(arguments: Sequence[str]) -> int:
    """Print what there is to call."""
    del arguments
    say("python3 dev.py COMMAND, where COMMAND is one of:")
    for command in COMMANDS:
        say(f"  {command.name} {command.follows}".ljust(44) + command.gives)
    return 0


COMMANDS = (
    Command("run", "[ARGUMENTS]", "sets up and starts the program (also without COMMAND)", run),
    Command("test", "[--no-postgresql] [PYTEST ARGUMENTS]", "checks, then every test", test),
    Command("check", "", "style, types, floors, libraries: seconds", check),
    Command("shots", "FOLDER [--only WORD]", "draws a picture of every screen", shots),
    Command("bench", "[--only WORD] [--json FILE]", "measures what users wait for", bench),
    Command("build", "", "makes dist/dealboard, which needs no Python", build),
    Command("lock", "[--upgrade]", "rewrites requirements.lock", lock),
    Command("texts", "", "brings the catalogues of translations up to date", texts),
    Command("help", "", "prints this", explain),
)
OTHER_NAMES = {"-h": "help", "--help": "help"}


def main(arguments: Sequence[str]) -> int:
    """Call the command that the arguments name; return the exit code."""
    name, *rest = arguments or ["run"]
    name = OTHER_NAMES.get(name, name)
    command = next((each for each in COMMANDS if each.name == name), None)
    if command is None:
        say(f"There is no command {name!r}; `python3 dev.py help` lists them.")
        return 2
    return call(command, rest)


def call(command: Command, arguments: Sequence[str]) -> int:
    """Call a command; an interrupted one and a failed set-up end with a sentence."""
    try:
        return command.call(arguments)
    except environment.SetUpError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
