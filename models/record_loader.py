"""Loads what a table shows: first page, ordered ids, pages that come into view, changed rows.

Lives on the GUI thread and waits for nothing: every read is a task, and an answer to a question
that is no longer asked is dropped.
"""

from __future__ import annotations

import time
from functools import partial
from itertools import groupby
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from db.id_list import IdList
from db.list_query import FirstPage, ListQuery
from models.receiver import Receiver
from models.record_cache import RecordCache
from models.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from core.record_source import RecordSource
    from models.task import TaskRunner

PAGE = 200
# The order is read again at most this often, and never for more than a tenth of the time.
REREAD_MS = 1_000
SHARE = 10
# Changes are gathered for a moment, so that a burst is one read.
GATHER_MS = 40
# By then the first page is painted; a read beside it would make that a third slower.
PAINTED_MS = 20


def nothing() -> None:
    """Do nothing at the end of a read."""


def spans(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of rows that stand one behind the other."""
    for _key, run in groupby(enumerate(rows), lambda placed: placed[1] - placed[0]):
        found = [row for _place, row in run]
        yield found[0], found[-1]


class RecordLoader(QObject):
    """Holds the order and the loaded rows of one list."""

    answered = Signal()
    # Before and after rows get other places.
    reordering = Signal()
    reordered = Signal()
    loaded = Signal(int, int)
    failed = Signal(Exception)

    def __init__(
        self,
        source: RecordSource[Any],
        tasks: TaskRunner,
        parent: QObject,
        cache: RecordCache | None = None,
    ) -> None:
        """Read from a source, by tasks; several lists of the same records may share a cache."""
        super().__init__(parent)
        self._source = source
        self._tasks = tasks
        self._query = ListQuery()
        self._question = 0
        self._answered = 0
        self._ids = IdList()
        self._cache = RecordCache() if cache is None else cache
        self.count = 0
        self._wanted: list[int] = []
        self._loading: list[int] = []
        # Reads of rows under way: what changes meanwhile is read again after them.
        self._reads = 0
        self._stale: set[UUID] = set()
        self._all_stale = False
        # Where rows stand that keep their place until the next question.
        self._pinned: dict[UUID, int] = {}
        self._held = False
        self._order_due = False
        self._stop_order = Event()
        self._reading_order = False
        self._page_timer = self._timer(0, self._load_pages)
        self._stale_timer = self._timer(GATHER_MS, self._load_stale)
        self._order_timer = self._timer(REREAD_MS, self._reread_order)
        self._first_order_timer = self._timer(PAINTED_MS, self._read_order)

    def ask(self, query: ListQuery) -> None:
        """Ask for another sort or filter; the answer to the last question is dropped."""
        self._query = query
        self._question += 1
        self._pinned.clear()
        self._stop_order.set()
        self._first_order_timer.stop()
        self._read_rows(lambda: self._source.first_page(query), self._take_first_page)

    def read_again(self) -> None:
        """Read everything that is shown anew, in its place, as after a failure."""
        if self._answered != self._question:
            self.ask(self._query)
            return
        self.refresh(None)
        self._load_stale()
        self._reread_order()

    def item(self, row: int) -> Any | None:  # noqa: ANN401 - any kind of record
        """Return the record of a row; one that is not there yet is asked for."""
        if row < len(self._ids):
            found = self._cache.get(self._ids.packed(row))
            if found is not None:
                return found
        page = row // PAGE
        if page not in self._loading and page not in self._wanted[-1:]:
            self._wanted.append(page)
            self._page_timer.start()
        return None

    def key(self, row: int) -> UUID | None:
        """Return the id of a row, where the order is known so far."""
        return self._ids[row] if row < len(self._ids) else None

    def places(self, keys: AbstractSet[UUID]) -> list[int]:
        """Return the rows of ids that are in the list."""
        return self._ids.places(keys)

    @property
    def ids(self) -> IdList:
        """The ordered ids, as far as they are known."""
        return self._ids

    @property
    def reading(self) -> bool:
        """Tell whether rows are being read: what is read of them beside it may be newer."""
        return self._reads > 0

    def pin(self, key: UUID) -> None:
        """Let a row keep its place, and be listed, until another question is asked."""
        place = self._ids.place(key)
        if place >= 0:
            self._pinned.setdefault(key, place)

    def put(self, items: Mapping[UUID, Any]) -> None:
        """Show rows that were read by somebody else."""
        self._cache.keep(items)
        for first, last in spans(self._ids.places(items.keys())):
            self.loaded.emit(first, last)

    def hold(self, *, held: bool) -> None:
        """Keep the order as it is while the user scrolls, drags or types."""
        self._held = held
        if not held and self._order_due and not self._order_timer.isActive():
            self._reread_order()

    def refresh(self, changed: Mapping[str, AbstractSet[UUID]] | None) -> None:
        """Take changes: rows by table, or None where anything may have changed."""
        tables = self._source.watched if changed is None else self._source.watched & changed.keys()
        if not tables:
            return
        self._all_stale |= changed is None or bool(tables - {self._source.table})
        self._stale.update((changed or {}).get(self._source.table, ()))
        self._order_due = True
        for timer in (self._stale_timer, self._order_timer):
            if not timer.isActive():
                timer.start()

    def _take_first_page(self, page: FirstPage[Any]) -> None:
        self._answered = self._question
        self._cache.clear()
        self._cache.keep({item.id: item for item in page.items})
        self._ids = IdList.of(item.id for item in page.items)
        self.count = page.count
        self._wanted.clear()
        self.answered.emit()
        if len(page.items) < page.count:
            self._first_order_timer.start()

    def _read_order(self) -> None:
        self._first_order_timer.stop()
        stop, query, started = Event(), self._query, time.monotonic()
        self._stop_order.set()
        self._stop_order, self._reading_order = stop, True

        def take(ids: IdList | None) -> None:
            pause = round(1000 * SHARE * (time.monotonic() - started))
            self._order_timer.setInterval(max(REREAD_MS, pause))
            if ids is not None and not stop.is_set():
                self._take_order(ids)

        def end() -> None:
            self._reading_order &= self._stop_order is not stop

        work = partial(self._source.ordered_ids, query, stop.is_set)
        self._read(work, take, end=end)

    def _take_order(self, ids: IdList) -> None:
        """Take the order; where it only goes on behind what was known, no row moves."""
        ids = ids.keeping(self._pinned)
        moved = len(ids) != self.count or not ids.begins_with(self._ids)
        if moved and self._held:
            self._order_due = True
            return
        self._arrange(ids, moved=moved)
        self._page_timer.start()

    def _arrange(self, ids: IdList, *, moved: bool) -> None:
        """Put the rows into an order."""
        if moved:
            self.reordering.emit()
        self._ids = ids
        self.count = len(ids)
        if moved:
            self.reordered.emit()

    def _reread_order(self) -> None:
        """Read the order again when it is due and nobody is in the middle of something."""
        if not self._order_due or self._held:
            return
        if self._reading_order or self._reads:
            self._order_timer.start()
            return
        self._order_due = False
        self._read_order()

    def _load_pages(self) -> None:
        """Load the pages that were asked for last; those scrolled past are forgotten."""
        pages = [page for page in self._wanted if page * PAGE < len(self._ids)][-2:]
        if self._loading or not pages:
            return
        self._wanted.clear()
        self._loading = pages
        ids = [key for page in pages for key in self._ids.slice(page * PAGE, PAGE)]

        def take(items: dict[UUID, Any]) -> None:
            self._cache.keep(items)
            for page in pages:
                self.loaded.emit(page * PAGE, page * PAGE + PAGE - 1)

        def end() -> None:
            self._loading = []
            self._page_timer.start()

        self._read_rows(lambda: self._source.items(ids), take, end=end)

    def _load_stale(self) -> None:
        """Fetch changed rows that are loaded again, and redraw them in place."""
        if self._reads:
            self._stale_timer.start()
            return
        everything = self._all_stale
        ids = self._cache.keys() if self._all_stale else self._cache.keys() & self._stale
        self._stale, self._all_stale = set(), False
        if not ids:
            return

        def take(items: dict[UUID, Any]) -> None:
            self._cache.keep(items)
            # Who deletes a row takes its place away, too.
            for gone in (ids & self._pinned.keys()) - items.keys():
                del self._pinned[gone]
            rows = [] if everything else self._ids.places(items.keys())
            for first, last in [(0, self.count - 1)] if everything else spans(rows):
                self.loaded.emit(first, last)

        def lost() -> None:
            self._stale |= ids

        self._read_rows(lambda: self._source.items(list(ids)), take, lost)

    def _read_rows(
        self,
        work: Callable[[], object],
        take: Callable[[Any], None],
        lost: Callable[[], None] = nothing,
        end: Callable[[], None] = nothing,
    ) -> None:
        """Run a read of rows."""
        self._reads += 1

        def end_rows() -> None:
            self._reads -= 1
            end()

        self._read(work, take, lost, end_rows)

    def _read(
        self,
        work: Callable[[], object],
        take: Callable[[Any], None],
        lost: Callable[[], None] = nothing,
        end: Callable[[], None] = nothing,
    ) -> None:
        """Run a read; what comes of it counts only while the same question is asked."""
        question = self._question

        def if_asked(go_on: Callable[..., None]) -> Callable[..., None]:
            return lambda *result: go_on(*result) if question == self._question else None

        def fail(error: Exception) -> None:
            lost()
            self.failed.emit(error)

        task, receiver = Task(work), Receiver(self, if_asked(take), if_asked(fail), end)
        task.done.connect(receiver.take)
        task.failed.connect(receiver.fail)
        task.ended.connect(receiver.end)
        self._tasks.start(task)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(slot)
        return timer
