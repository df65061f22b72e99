"""Another Dealboard on the same database: changes one opportunity after the other.

Started as a program of its own: ADDRESS CHANGES LEAST_MS MOST_MS. It prints the id of each act
and the moment after its commit, by the clock that all programs of a machine share.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from time import monotonic, monotonic_ns, sleep
from typing import IO, TYPE_CHECKING, NamedTuple
from uuid import UUID

from core.workspace import open_workspace
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.record_list import first_page
from db.tables.opportunity import OpportunityRow
from db.writes import update_rows
from devtools.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.workspace import Workspace

SEED = 3
LABEL = "Changed by another program"
STOP_SECONDS = 30


@dataclass(frozen=True)
class Changes:
    """How many changes are made, and how many milliseconds apart."""

    address: str
    count: int
    least_ms: int
    most_ms: int

    def arguments(self) -> list[str]:
        """Return the program's arguments."""
        return [self.address, str(self.count), str(self.least_ms), str(self.most_ms)]


class Commit(NamedTuple):
    """An act of the other program, and when it was committed."""

    act_id: UUID
    at: float


class OtherProgram:
    """The other program while it runs."""

    def __init__(self, changes: Changes, said: IO[str]) -> None:
        """Start it; what it prints goes to a file."""
        self._said = said
        command = [sys.executable, "-m", "benchmarks.other_program", *changes.arguments()]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=said)

    @property
    def running(self) -> bool:
        """Tell whether it is at work."""
        return self._process.poll() is None

    def commits(self) -> list[Commit]:
        """Wait for its end and return what it has committed."""
        code = self._process.wait(STOP_SECONDS)
        if code != 0:
            raise subprocess.CalledProcessError(code, "benchmarks.other_program")
        self._said.seek(0)
        lines = [line.split() for line in self._said]
        return [Commit(UUID(act_id), float(at)) for act_id, at in lines]


@contextmanager
def other_program(changes: Changes) -> Iterator[OtherProgram]:
    """Give the other program, at work."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        yield OtherProgram(changes, said)


def main(arguments: Sequence[str]) -> int:
    """Make the changes."""
    address, *numbers = arguments
    changes = Changes(address, *map(int, numbers))
    workspace = open_workspace(address, datetime.now(UTC))
    random = Random(SEED)  # noqa: S311 - pauses, no secret
    rows = _rows(workspace)
    for _n in range(changes.count):
        sleep(random.uniform(changes.least_ms, changes.most_ms) / 1000)
        act_id = _change(workspace, random.choice(rows))
        sys.stdout.write(f"{act_id} {monotonic()}\n")
    workspace.database.close()
    return 0


def _rows(workspace: Workspace) -> list[UUID]:
    """Return rows at the beginning of the list, where a window shows them change."""
    with workspace.database.reading() as connection:
        return [item.id for item in first_page(connection, OPPORTUNITY_LIST, ListQuery()).items]


def _change(workspace: Workspace, key: UUID) -> UUID:
    act = workspace.act(LABEL, datetime.now(UTC))
    # Never the value that is there already: that would be no change.
    values = {"net_minor": monotonic_ns() // 1000}
    with workspace.database.writing(act) as connection:
        update_rows(connection, OpportunityRow, [(key, values)], act)
    return act.id


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
