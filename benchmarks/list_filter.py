"""list.filter: how long a list takes to follow what is typed.

`ms`: each text is typed with real keys, a letter each 100 ms, so that the answers to its first
letters still come in; measured from the last key to the end of the first painting after the
answer to the whole text, the 60 ms that the field waits for another key included. The figure is
the 95th percentile over texts of each kind that users type: the number of one record, a word that
is everywhere, a word of one contact, two words of different columns, two letters, and a word that
is nowhere.

`ratio`: the first page with its exact count by our query, in turn with the fastest way that plain
sqlite3 has for that text: LIKE over the columns, LIKE over covering indexes, or the trigram index
with the found rows or the order of the list first. It too reads ids, count and the list's columns.
The figure is the time of all texts together, ours over the raw engine's.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from benchmarks.plain import PlainFile
from benchmarks.plain_search import ways
from benchmarks.result import MILLISECONDS, RATIO, Entry
from benchmarks.texts import typed_texts
from benchmarks.timing import MS, medians, once, percentile, without_collector
from benchmarks.waiting import Painted, rest
from benchmarks.window import shown, wait_for_order
from db.database import Database
from db.engine import database_url
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.record_list import first_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from benchmarks.window import OpportunityView
    from benchmarks.workload import Bench

MS_ROW = "list.filter.100k.ms"
RATIO_ROW = "list.filter.100k.ratio"
ROWS = (MS_ROW, RATIO_ROW)
LONGEST_MS = 150.0
HIGHEST_RATIO = 1.5
KEY_MS = 100
PERCENT = 95


def measure(bench: Bench) -> Iterator[Entry]:
    """Give the figures."""
    path = bench.data_sets.demo(bench.workload.lists["100k"])
    plain = PlainFile(path)
    texts = typed_texts(plain, bench.workload.texts)
    with shown(path) as window:
        taken = [_type(window.view, text) for text in [texts[0], *texts]][1:]
    yield Entry(MS_ROW, percentile(taken, PERCENT) * MS, LONGEST_MS, MILLISECONDS)
    yield Entry(RATIO_ROW, _ratio(bench, path, plain, texts), HIGHEST_RATIO, RATIO)
    plain.close()


def _type(view: OpportunityView, text: str) -> float:
    """Type a text into an empty field; return the seconds from its last key."""
    view.search.clear_text()
    wait_for_order(view)
    for letter in text[:-1]:
        QTest.keyClicks(view.search, letter)
        rest(KEY_MS)
    with without_collector():
        painted = Painted(view.grid.viewport(), view.empty)
        answer = _Answer(view, text, painted)
        began = perf_counter()
        QTest.keyClicks(view.search, text[-1])
        seconds = painted.wait() - began
    answer.forget()
    return seconds


class _Answer(QObject):
    """Takes the answer to a whole text; those to its first letters are not waited for."""

    def __init__(self, view: OpportunityView, text: str, painted: Painted) -> None:
        super().__init__()
        self._view = view
        self._text = text
        self._painted = painted
        self._asked = False
        view.search.text_settled.connect(self._settled)
        view.counted.connect(self._counted)

    def forget(self) -> None:
        """Let go of the view."""
        self._view.search.text_settled.disconnect(self._settled)
        self._view.counted.disconnect(self._counted)

    def _settled(self, text: str) -> None:
        self._asked = text == self._text

    def _counted(self, _count: int) -> None:
        if self._asked:
            self._painted.expect()


def _ratio(bench: Bench, path: Path, plain: PlainFile, texts: list[str]) -> float:
    database = Database(database_url(str(path)))
    ours = raw = 0.0
    with database.reading() as connection:
        for text in texts:
            pair = _pair(bench, connection, plain, text)
            ours, raw = ours + pair[0], raw + pair[1]
    database.close()
    return ours / raw


def _pair(bench: Bench, connection: Connection, plain: PlainFile, text: str) -> tuple[float, float]:
    """Return the seconds of our query and of the fastest raw one, taken in turn."""
    found = [(once(way), n, way) for n, way in enumerate(ways(plain, text))]
    fastest = min(found)[2]
    query = ListQuery(text=text)
    ours, raw = medians(
        bench.workload.rounds,
        lambda: first_page(connection, OPPORTUNITY_LIST, query),
        fastest,
    )
    return ours, raw
