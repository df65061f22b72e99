"""memory.list: what a window with a list of 100,000 rows needs, and keeps.

Two programs of their own show a window: a bare one of PySide6 with an empty table, and ours with
the list, its order read and the last rows painted. `above` is the resident memory of ours less
that of the bare one. Then the text filter is changed 1,000 times, each answered before the next;
`growth` is what the resident memory rose by, counted from when the filter has been in use.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil  # type: ignore[import-untyped]  # has no types
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QTableView

from benchmarks.plain import PlainFile
from benchmarks.result import MEGABYTES, Entry
from benchmarks.texts import typed_texts
from benchmarks.waiting import Painted, rest
from benchmarks.window import application, shown, wait_for_order
from devtools.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.window import OpportunityView
    from benchmarks.workload import Bench

ABOVE_ROW = "memory.list.100k.above"
GROWTH_ROW = "memory.list.100k.growth"
ROWS = (ABOVE_ROW, GROWTH_ROW)
ABOVE_MB = 90.0
GROWTH_MB = 5.0
MB = 1_000_000
REST_MS = 500
TEXTS = 60
BARE = "bare"


def measure(bench: Bench) -> Iterator[Entry]:
    """Give the figures."""
    path = bench.data_sets.demo(bench.workload.lists["100k"])
    (bare,) = _run(BARE)
    work = bench.workload
    changes = (str(work.filter_warm_up), str(work.filter_changes))
    listed, before, after = _run(str(path), *changes)
    yield Entry(ABOVE_ROW, (listed - bare) / MB, ABOVE_MB, MEGABYTES)
    yield Entry(GROWTH_ROW, (after - before) / MB, GROWTH_MB, MEGABYTES)


def _run(*arguments: str) -> list[int]:
    """Return the numbers of bytes that a program of its own prints."""
    command = [sys.executable, "-m", "benchmarks.memory", *arguments]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    return [int(number) for number in said.split()]


def main(arguments: Sequence[str]) -> int:
    """Show a window and print the resident memory; with a file also before and after filters."""
    first, *changes = arguments
    sizes = _bare() if first == BARE else _listed(Path(first), *map(int, changes))
    sys.stdout.write(" ".join(map(str, sizes)) + "\n")
    return 0


def _bare() -> list[int]:
    keeper = application()
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1440, 900)
    window.show()
    rest(REST_MS)
    del keeper
    return [_resident()]


def _listed(path: Path, warm_up: int, changes: int) -> list[int]:
    plain = PlainFile(path)
    texts = typed_texts(plain, TEXTS)
    plain.close()
    with shown(path) as window:
        rest(REST_MS)
        QTest.keyClick(window.view.grid, Qt.Key.Key_End)
        rest(REST_MS)
        listed = _resident()
        _filter(window.view, texts, warm_up)
        before = _resident()
        _filter(window.view, texts, changes)
        return [listed, before, _resident()]


def _filter(view: OpportunityView, texts: Sequence[str], changes: int) -> None:
    """Change the filter so many times, and end with none."""
    for n in range(changes):
        painted = Painted(view.grid.viewport(), view.empty)
        view.counted.connect(painted.expect)
        view.search.setText(texts[n % len(texts)])
        view.search.settle()
        painted.wait()
        view.counted.disconnect(painted.expect)
    view.search.clear_text()
    rest(REST_MS)
    wait_for_order(view)


def _resident() -> int:
    return int(psutil.Process().memory_info().rss)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
