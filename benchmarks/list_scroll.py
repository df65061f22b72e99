"""list.scroll: for how long the window stands still while a list moves and others change it.

The window shows 100,000 rows and follows the database, in which another program commits 20
changes a second to rows of the list. Meanwhile keys and wheel go to the last row, a page up and
back to the first, again and again, with pauses in which the order is read anew. The figure is the
longest time between two turns of the event loop, where a timer wants a turn each millisecond;
painting counts. It is the median of several passes, because a single pass also meets what else
the machine does.
"""

from __future__ import annotations

from statistics import median
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.other_program import Changes, other_program
from benchmarks.result import MILLISECONDS, Entry
from benchmarks.timing import MS
from benchmarks.waiting import Stalls, rest, wait_until
from benchmarks.window import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.window import OpportunityView
    from benchmarks.workload import Bench

ROW = "list.scroll.100k"
LONGEST_MS = 50.0
CHANGE_MS = 50
WHEEL_STEPS = 12
WHEEL_MS = 16
NOTCH = 120
READ_MS = 400
# The other program starts, and the window has settled.
SETTLE_MS = 1_500


def measure(bench: Bench) -> Iterator[Entry]:
    """Give the figure."""
    rows = bench.workload.lists["100k"]
    path = bench.data_sets.copy(rows, bench.folder / "scroll.db")
    passes = bench.workload.scroll_passes
    seconds = bench.workload.scroll_seconds
    count = round((passes * seconds * MS + SETTLE_MS) / CHANGE_MS)
    changes = Changes(str(path), count, CHANGE_MS, CHANGE_MS)
    with shown(path) as window, other_program(changes) as other:
        rest(SETTLE_MS)
        longest = median(_pass(window.view, seconds) for _n in range(passes))
        wait_until(lambda: not other.running, "the end of the other program")
        other.commits()
    yield Entry(ROW, longest * MS, LONGEST_MS, MILLISECONDS)


def _pass(view: OpportunityView, seconds: float) -> float:
    """Return the longest stall while the list goes to its end and back for some seconds."""
    stalls, until = Stalls(), monotonic() + seconds
    view.grid.setFocus()
    with stalls.watching():
        while monotonic() < until:
            QTest.keyClick(view.grid, Qt.Key.Key_End)
            rest(READ_MS)
            _turn_wheel(view)
            rest(READ_MS)
            QTest.keyClick(view.grid, Qt.Key.Key_PageUp)
            rest(READ_MS)
            QTest.keyClick(view.grid, Qt.Key.Key_Home)
            rest(READ_MS)
    return stalls.longest


def _turn_wheel(view: OpportunityView) -> None:
    """Scroll a page upwards, as fast as a screen shows it."""
    for _step in range(WHEEL_STEPS):
        QApplication.sendEvent(view.grid.viewport(), _notch(view))
        rest(WHEEL_MS)


def _notch(view: OpportunityView) -> QWheelEvent:
    middle = QPointF(view.grid.viewport().rect().center())
    return QWheelEvent(
        middle,
        view.grid.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's argument
    )
