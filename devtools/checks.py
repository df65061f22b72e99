"""The checks that take seconds: style, types, floors, libraries, dead code and Windows."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from devtools import process
from devtools.console import say
from devtools.places import program

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class State(Enum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "FAILED"
    NOT_TRIED = "not tried"


class Outcome(NamedTuple):
    """How a check ended, how long it took and what it said."""

    name: str
    state: State
    seconds: float
    output: str


def judge_by_code(code: int, output: str) -> State:
    """Return the state of a check whose exit code tells all."""
    del output
    return State.PASSED if code == 0 else State.FAILED


def judge_resolution(code: int, output: str) -> State:
    """Return the state of a resolution: without a registry it could not be tried."""
    if code == 0:
        return State.PASSED
    away = any(sign in output.lower() for sign in SIGNS_OF_NO_REGISTRY)
    return State.NOT_TRIED if away else State.FAILED


SIGNS_OF_NO_REGISTRY = (
    "failed to fetch",
    "error sending request",
    "dns error",
    "connect error",
    "timed out",
    "network was disabled",
)


class Check(NamedTuple):
    """A check: the program that makes it, and how its answer is read."""

    name: str
    command: tuple[str, ...]
    judge: Callable[[int, str], State] = judge_by_code


SHORT = ("--output-format", "concise")

# The slow ones first, so that two workers end together.
CHECKS = (
    Check("mypy", (program("mypy"),)),
    Check(
        "libraries exist for Windows",
        (
            *(program("uv"), "pip", "compile", "pyproject.toml", "--extra", "dev"),
            *("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11"),
            *("--only-binary", ":all:", "--quiet", "--no-header"),
        ),
        judge_resolution,
    ),
    Check("floors (import-linter)", (program("lint-imports"), "--no-logo")),
    Check("dead code (vulture)", (program("python"), "-m", "devtools.dead_code")),
    Check("libraries (deptry)", (program("deptry"), ".", "--no-ansi")),
    Check("ruff", (program("ruff"), "check", "--quiet", *SHORT)),
    Check("format", (program("ruff"), "format", "--check", "--quiet")),
    # Right here, but wrong on Windows, whose default is not UTF-8.
    Check(
        "open() names its encoding",
        (program("ruff"), "check", "--quiet", *SHORT, "--preview", "--select", "PLW1514"),
    ),
)


def run_checks(checks: Sequence[Check] = CHECKS) -> bool:
    """Make every check, as many at once as there are processors; tell whether none failed."""
    started = time.monotonic()
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        outcomes = []
        for outcome in pool.map(make, checks):
            say(describe(outcome))
            outcomes.append(outcome)
    failed = [outcome for outcome in outcomes if outcome.state is State.FAILED]
    for outcome in failed:
        say(f"\n--- {outcome.name} ---\n{outcome.output.rstrip()}")
    ending = f"{len(failed)} FAILED" if failed else "none failed"
    say(f"{len(outcomes)} checks in {time.monotonic() - started:.1f} s, {ending}.")
    return not failed


def make(check: Check) -> Outcome:
    """Make one check."""
    started = time.monotonic()
    answer = process.capture(check.command)
    state = check.judge(answer.returncode, answer.stdout)
    return Outcome(check.name, state, time.monotonic() - started, answer.stdout)


def describe(outcome: Outcome) -> str:
    """Return the line of an outcome."""
    why = " (no package registry answers)" if outcome.state is State.NOT_TRIED else ""
    return f"  {outcome.seconds:5.1f} s  {outcome.name}: {outcome.state.value}{why}"
