"""Loads the cards of a column: its first page comes from elsewhere, its order when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from db.id_list import IdList
from models.record_loader import RecordLoader

if TYPE_CHECKING:
    from uuid import UUID

    from db.list_query import FirstPage, ListQuery


class ColumnLoader(RecordLoader):
    """Holds the order and the loaded rows of a column; its owner moves the rows."""

    # All ids, in order: the owner takes them by place.
    ordered = Signal(object)

    # Whether anybody has asked for a row behind the first page.
    _scrolled = False

    def seed(self, query: ListQuery, page: FirstPage[Any]) -> None:
        """Begin with a first page that was read, and is kept, elsewhere."""
        self._query = query
        self._question += 1
        self._answered = self._question
        self._scrolled = False
        self._wanted.clear()
        self._drop_order()
        self.place(IdList.of(item.id for item in page.items), page.count)

    def place(self, ids: IdList, count: int) -> None:
        """Let rows stand in another order, of which the first ids are known."""
        self._ids = ids
        self.count = count

    def disturb(self) -> None:
        """Let no order that is being read undo what the user, or a change, has just moved."""
        if self._reading_order:
            self._drop_order()
            self._order_due = True
            if not self._order_timer.isActive():
                self._order_timer.start()

    def renew(self, query: ListQuery, page: FirstPage[Any]) -> bool:
        """Take a first page that was read again; tell whether it says how the rows stand.

        Where somebody has scrolled behind it, the order is read again first.
        """
        self._query = query
        self._scrolled &= len(page.items) < page.count
        if not self._scrolled:
            return True
        self.reread()
        return False

    def reread(self) -> None:
        """Read the order again, at most once a second."""
        self._order_due = True
        if not self._order_timer.isActive():
            self._reread_order()

    def want_order(self) -> None:
        """Read the order behind the first page, now that somebody looks at it."""
        if not self._scrolled and len(self._ids) < self.count:
            self._scrolled = True
            self.reread()

    def item(self, row: int) -> Any | None:  # noqa: ANN401 - any kind of record
        """Return the record of a row; one that is not there yet is asked for."""
        if row >= len(self._ids):
            self.want_order()
        return super().item(row)

    def peek(self, row: int) -> Any | None:  # noqa: ANN401 - any kind of record
        """Return the record of a row that is loaded, and ask for nothing."""
        return self._cache.get(self._ids.packed(row)) if row < len(self._ids) else None

    def place_of(self, key: UUID) -> int:
        """Return the row of an id, or -1 where it is not known."""
        return self._ids.place(key)

    def _arrange(self, ids: IdList, *, moved: bool) -> None:
        self.ordered.emit(ids)
        self._order_timer.start()

    def _drop_order(self) -> None:
        self._stop_order.set()
        self._reading_order = False
