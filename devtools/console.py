"""What the tools say to the person who called them."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Print a line at once, so that it stands before the output of the program it announces."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
