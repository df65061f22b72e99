"""Vulture, without what only looks dead: `python -m devtools.dead_code`."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from devtools import process
from devtools.places import program

if TYPE_CHECKING:
    from collections.abc import Iterable

# A mapped class and its columns are read through the metadata, a migration is found by Alembic,
# the fields of a demo record name the columns that its values go to.
REACHED_BY_NAME = re.compile(
    r"^(db[/\\](tables|migrations)|core[/\\]demo[/\\]records)\b"
    r".*unused (class|method|property|variable) "
)


def truly_dead(reports: Iterable[str]) -> list[str]:
    """Return the reports of vulture that are about code nothing reaches, not even by name."""
    return [report for report in reports if not REACHED_BY_NAME.search(report)]


def main() -> int:
    """Print what is dead; return 0 when nothing is."""
    dead = truly_dead(process.capture([program("vulture")]).stdout.splitlines())
    sys.stdout.writelines(f"{report}\n" for report in dead)
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
