"""Other programs, started in the root of the tree."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from devtools.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run a program that talks to the user itself; return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def capture(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program quietly; its output holds what it said on either channel."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
