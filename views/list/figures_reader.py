"""Reads what a list adds up to, in the background and at most once a second."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from db.list_query import ListQuery
from models.paced_read import PacedRead

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from core.list_figures import Figures, ListFigures
    from core.record_source import RecordSource
    from core.totals import FunnelRow, MonthTotal, Totals
    from core.view_content import ViewContent
    from db.list_totals import Attention
    from views.list.columns import PanelColumns
    from views.list.tools import ListBase


class Sides(NamedTuple):
    """What the side panel shows, each part of the rows that its own filter does not leave out."""

    funnel: list[FunnelRow]
    months: list[MonthTotal]
    attention: Attention


class ListSums(NamedTuple):
    """What is known of all rows of a query: how many there would be without a filter, and sums."""

    query: ListQuery
    all_rows: int | None
    totals: Totals | None = None
    sides: Sides | None = None
    decimals: Mapping[str, int] = {}


class _Asked(NamedTuple):
    """The queries of one read."""

    query: ListQuery
    plain: ListQuery
    funnel: ListQuery
    months: ListQuery
    attention: ListQuery


class FiguresReader(QObject):
    """Reads sums again when other rows are asked for, or when rows have changed."""

    arrived = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self, base: ListBase[Any], figures: ListFigures | None, panel: PanelColumns | None
    ) -> None:
        """Read through figures; without them only how many rows there are."""
        super().__init__(base.grid)
        self._source = base.source
        self._figures = figures
        self._panel = panel
        self._state = base.state
        self._tools = base.tools
        self._reading = PacedRead(self, base.tasks, self._prepare)
        self._reading.arrived.connect(self.arrived)
        self._reading.failed.connect(self.failed)

    @Slot()
    def read_now(self) -> None:
        """Read for another question."""
        self._reading.now()

    @Slot()
    def read_soon(self) -> None:
        """Read because something has changed."""
        self._reading.soon()

    def _prepare(self) -> Callable[[], object]:
        now, content = self._tools.clock(), self._state.content
        ask = partial(self._source.query, now=now, calendar=self._tools.calendar)
        query, plain = ask(content), ListQuery()
        panel = self._panel
        if self._figures is None:
            return partial(_count, self._source, query)
        if panel is None:
            asked = _Asked(query, plain, query, query, query)
        else:
            waits = {line.column for line in panel.attention}
            asked = _Asked(
                query,
                plain,
                ask(_without(content, {panel.step})),
                ask(_without(content, {panel.month})),
                ask(_without(content, waits)),
            )
        return partial(_read, self._source, self._figures, asked, now)


def _without(content: ViewContent, columns: Collection[str]) -> ViewContent:
    filters = tuple(each for each in content.filters if each.column not in columns)
    return replace(content, filters=filters)


def _bare(query: ListQuery) -> ListQuery:
    """Return what decides which rows there are."""
    return replace(query, orders=())


def _count(source: RecordSource[Any], query: ListQuery) -> ListSums:
    plain = ListQuery()
    return ListSums(query, source.count(plain) if _bare(query) != plain else None)


def _read(
    source: RecordSource[Any], figures: ListFigures, asked: _Asked, now: datetime
) -> ListSums:
    """Read each different query once."""
    known: dict[ListQuery, Figures] = {}

    def of(query: ListQuery) -> Figures:
        bare = _bare(query)
        if bare not in known:
            known[bare] = figures.figures(bare, now)
        return known[bare]

    sides = Sides(of(asked.funnel).funnel, of(asked.months).months, of(asked.attention).attention)
    all_rows = source.count(asked.plain) if _bare(asked.query) != asked.plain else None
    return ListSums(asked.query, all_rows, of(asked.query).totals, sides, figures.decimals())
