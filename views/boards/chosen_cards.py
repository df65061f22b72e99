"""What the status bar says of a board: what is chosen and its sums, else what is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.asker import Asker
from resources.texts import ngettext
from views.list.chosen_sums import REST_MS, chosen_totals
from views.list.figure_words import FigureWords
from widgets.status_strip import StatusText

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from core.board_values import Board
    from core.formats import Formats
    from core.list_figures import ListFigures
    from core.totals import Totals
    from models.task import TaskRunner
    from views.list.chosen_sums import ChosenTotals
    from widgets.totals_bar import Total


class ChosenCards(QObject):
    """Sums the chosen cards, whether they are loaded or not."""

    summed = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self,
        figures: ListFigures,
        tasks: TaskRunner,
        formats: Formats,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        """Sum by figures of a company."""
        super().__init__(parent)
        self._figures = figures
        self._formats = formats
        self._clock = clock
        self._asker = Asker(tasks, self)
        self._asker.failed.connect(self.failed)
        self.keys: tuple[UUID, ...] = ()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.read)

    @Slot(object)
    def choose(self, keys: Sequence[UUID]) -> None:
        """Take what is chosen by now; it is summed when it rests."""
        self.keys = tuple(keys)
        self._rest.start()

    @Slot()
    def read(self) -> None:
        """Sum what is chosen."""
        self._rest.stop()
        keys = self.keys
        if not keys:
            self.summed.emit([])
            return
        self._asker.ask(partial(self._sums, keys, self._clock()), partial(self._take, keys))

    def _sums(self, keys: Sequence[UUID], now: datetime) -> tuple[Totals, Mapping[str, int]]:
        return self._figures.selection(keys, now), self._figures.decimals()

    def _take(self, keys: tuple[UUID, ...], answer: tuple[Totals, Mapping[str, int]]) -> None:
        if keys == self.keys:
            sums, decimals = answer
            words = FigureWords(self._formats, decimals)
            self.summed.emit(chosen_texts(chosen_totals(len(keys), sums, words)))


def chosen_texts(chosen: ChosenTotals) -> list[StatusText]:
    """Return what the status bar says of chosen rows."""
    texts = [StatusText(figure=chosen.words)] if chosen.rows else []
    return [*texts, *map(_total_text, chosen.totals), *_notes(chosen.notes)]


def open_texts(board: Board, formats: Formats) -> list[StatusText]:
    """Return what the status bar says of all that is open under the filter of a board."""
    sums = board.open
    words = FigureWords(formats, board.base.exchange.decimals)
    count = ngettext("open", "open", sums.rows)
    totals = words.totals(sums, ("net", "weighted"))
    return [
        StatusText(figure=formats.count(sums.rows), after=count),
        *map(_total_text, totals),
        *_notes(words.notes(sums)),
    ]


def _total_text(total: Total) -> StatusText:
    return StatusText(total.label, total.figure, total.code, hint=total.hint)


def _notes(notes: Sequence[str]) -> list[StatusText]:
    return [StatusText(after=note) for note in notes]
