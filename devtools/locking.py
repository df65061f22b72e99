"""The lock: one version of every library, for every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devtools import process
from devtools.console import say
from devtools.places import LOCK, METADATA, program

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_lock(arguments: Sequence[str]) -> int:
    """Rewrite requirements.lock; `--upgrade` moves it to the newest versions allowed."""
    # Names and versions only: where they are downloaded from is the business of each machine.
    quiet = ("--no-header", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate")
    code = process.run(
        [
            *(program("uv"), "pip", "compile", str(METADATA), "--extra", "dev", "--universal"),
            *(*quiet, "--quiet", "--output-file", str(LOCK), *arguments),
        ]
    )
    say("requirements.lock is written." if code == 0 else "requirements.lock is as it was.")
    return code
