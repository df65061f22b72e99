"""What the chosen rows add up to, whether they are loaded or not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.task import Task
from resources.texts import ngettext
from views.list.figure_words import FigureWords
from views.list.selection import chosen_count, chosen_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from core.formats import Formats
    from core.list_figures import ListFigures
    from core.totals import Totals
    from db.id_list import IdList
    from db.list_query import ListQuery
    from views.list.tools import ListBase
    from widgets.totals_bar import Total

# A selection that is being drawn is summed when it rests.
REST_MS = 120


class ChosenTotals(NamedTuple):
    """How many rows are chosen, in words, and their sums."""

    rows: int
    words: str
    totals: tuple[Total, ...] = ()
    notes: tuple[str, ...] = ()


class ChosenSums(QObject):
    """Tells the sums of the selection, as a status bar shows them."""

    summed = Signal(object)
    failed = Signal(Exception)

    def __init__(self, base: ListBase[Any], figures: ListFigures) -> None:
        """Sum the rows of a grid."""
        super().__init__(base.grid)
        self._base = base
        self._grid = base.grid
        self._model = base.model
        self._figures = figures
        self._tools = base.tools
        self._question = 0
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._read)

    @Slot()
    def ask(self) -> None:
        """Sum what is chosen by now, when it rests."""
        self._question += 1
        self._rest.start()

    @Slot()
    def _read(self) -> None:
        spans = chosen_spans(self._grid.selectionModel())
        count = sum(map(len, spans))
        if count == 0:
            self.summed.emit(ChosenTotals(0, ""))
            return
        ids, now = self._model.loader.ids, self._tools.clock()
        if count == self._model.rowCount():
            work: Callable[[], _Answer] = partial(_sum_all, self._figures, self._base.query(), now)
        elif spans[-1].stop > len(ids):
            # The ids behind the first page are still being read.
            self._rest.start()
            return
        else:
            work = partial(_sum_rows, self._figures, ids, spans, now)
        question = self._question
        task = Task(lambda: (question, count, work()))
        task.done.connect(self._take)
        task.failed.connect(self.failed)
        self._base.tasks.start(task)

    @Slot(object)
    def _take(self, answer: tuple[int, int, _Answer]) -> None:
        question, count, (sums, decimals) = answer
        if question == self._question and count == chosen_count(self._grid.selectionModel()):
            self.summed.emit(chosen_totals(count, sums, FigureWords(self._tools.formats, decimals)))


_Answer = tuple["Totals", "Mapping[str, int]"]


def chosen_words(count: int, formats: Formats) -> str:
    """Return how many rows are chosen."""
    return ngettext("{count} selected", "{count} selected", count).format(
        count=formats.count(count)
    )


def chosen_totals(count: int, sums: Totals, words: FigureWords) -> ChosenTotals:
    """Return what is told of chosen rows: how many, and what they add up to."""
    average = words.average(sums)
    totals = [*words.totals(sums, ("net", "weighted")), *([average] if average else [])]
    said = chosen_words(count, words.formats)
    return ChosenTotals(count, said, tuple(totals), tuple(words.notes(sums)))


def _sum_all(figures: ListFigures, query: ListQuery, now: datetime) -> _Answer:
    return figures.totals(query, now), figures.decimals()


def _sum_rows(figures: ListFigures, ids: IdList, spans: Sequence[range], now: datetime) -> _Answer:
    chosen = [key for span in spans for key in ids.slice(span.start, len(span))]
    return figures.selection(chosen, now), figures.decimals()
