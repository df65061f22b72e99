"""list.open and list.ids: how long a list of 100,000 or 1,000,000 rows takes to stand there.

In turn: (A) plain sqlite3 fetches the list's columns of all rows, joined and in order; (B) a list
screen is built and shown, until the first painting after the answer is done, with the first page
and the exact count; (C) on that screen the header "Contact" is clicked with the mouse, until the
same; (D) it is asked for its default order again, until the same. `ratio` and `ms` are the medians
of D, those of `contact` of C; `screen` is B, where most of the time builds widgets. `ids` is the
time from the start of D and of C until the place of every row is known. Ratios are to the median
of A. Before each turn the reads of the one before have ended.
"""

from __future__ import annotations

from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from benchmarks.plain import ALL_ROWS, PlainFile
from benchmarks.result import MILLISECONDS, RATIO, Entry
from benchmarks.timing import MS, once, without_collector
from benchmarks.waiting import Painted, rest
from benchmarks.window import shown, wait_for_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.window import OpportunityView, Window
    from benchmarks.workload import Bench

RATIOS = {"100k": 0.15, "1m": 0.05}
OPEN_MS = 150.0
IDS_RATIO = 0.4
IDS_OF = "100k"
REST_MS = 600


class Opening(NamedTuple):
    """Seconds until the first page was painted, and until every row had its place."""

    painted: float
    ordered: float


class Round(NamedTuple):
    """What was measured in one turn."""

    fetched: float
    screen: Opening
    clicked: Opening
    opened: Opening


def row_ids(size: str) -> tuple[str, ...]:
    """Return the ids of the rows of a size."""
    name = f"list.open.{size}"
    opened = (f"{name}.ratio", f"{name}.ms", f"{name}.contact.ratio", f"{name}.contact.ms")
    return (*opened, f"{name}.screen.ms", *(_ids_rows() if size == IDS_OF else ()))


def measure(bench: Bench, size: str) -> Iterator[Entry]:
    """Give the figures of a size."""
    path = bench.data_sets.demo(bench.workload.lists[size])
    with shown(path) as window:
        plain = PlainFile(path)
        rounds = [_round(window, plain) for _n in range(bench.workload.rounds + 1)][1:]
        plain.close()
    fetched = median(each.fetched for each in rounds)
    orders = {"": [each.opened for each in rounds], ".contact": [each.clicked for each in rounds]}
    for suffix, openings in orders.items():
        name = f"list.open.{size}{suffix}"
        painted = median(each.painted for each in openings)
        yield Entry(f"{name}.ratio", painted / fetched, RATIOS[size], RATIO)
        yield Entry(f"{name}.ms", painted * MS, OPEN_MS, MILLISECONDS)
    screen = median(each.screen.painted for each in rounds)
    yield Entry(f"list.open.{size}.screen.ms", screen * MS, OPEN_MS, MILLISECONDS)
    if size == IDS_OF:
        for name, openings in zip(_ids_rows(), orders.values(), strict=True):
            ordered = median(each.ordered for each in openings)
            yield Entry(name, ordered / fetched, IDS_RATIO, RATIO)


def _ids_rows() -> tuple[str, str]:
    return f"list.ids.{IDS_OF}", f"list.ids.{IDS_OF}.contact"


def _round(window: Window, plain: PlainFile) -> Round:
    fetched = once(lambda: plain.all(ALL_ROWS))
    views: list[OpportunityView] = []

    def show() -> OpportunityView:
        views.append(window.new_view())
        window.show_view(views[0])
        return views[0]

    return Round(
        fetched,
        screen=_until_painted(show, lambda view: view.start()),
        clicked=_until_painted(lambda: views[0], _click_contact),
        opened=_until_painted(lambda: views[0], lambda view: view.sort_by(())),
    )


def _until_painted(
    show: Callable[[], OpportunityView], ask: Callable[[OpportunityView], None]
) -> Opening:
    """Return how long it took to show a view and to paint the answer to what it is asked."""
    rest(REST_MS)
    with without_collector():
        began = perf_counter()
        view = show()
        painted = Painted(view.grid.viewport())
        view.counted.connect(painted.expect)
        ask(view)
        seconds = painted.wait() - began
        wait_for_order(view)
        return Opening(seconds, perf_counter() - began)


def _click_contact(view: OpportunityView) -> None:
    names = [column.name for column in view.model.columns]
    section = names.index("contact")
    header = view.grid.header
    middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    # The titles stand above the row of filters.
    at = QPoint(middle, header.sectionSizeFromContents(section).height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
