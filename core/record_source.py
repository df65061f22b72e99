"""Gives a screen the rows of one kind of list, each read a transaction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from db import record_list

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from db.database import Database
    from db.id_list import IdList
    from db.list_query import FirstPage, ListQuery
    from db.record_list import RecordList

Item = TypeVar("Item")


class RecordSource(Generic[Item]):
    """Reads one kind of list; each method waits for the database: none is for the GUI thread."""

    def __init__(self, database: Database, listed: RecordList[Item]) -> None:
        """Read a list of a database."""
        self._database = database
        self._listed = listed
        self.table = listed.row.__tablename__

    @property
    def watched(self) -> AbstractSet[str]:
        """Return the tables whose changes show in the list."""
        return self._listed.watched

    @property
    def sortable(self) -> Collection[str]:
        """Return the names of the columns that the list can be sorted by."""
        return self._listed.sorts.keys()

    def first_page(self, query: ListQuery) -> FirstPage[Item]:
        """Return the first page and the exact count."""
        with self._database.reading() as connection:
            return record_list.first_page(connection, self._listed, query)

    def ordered_ids(self, query: ListQuery, cancelled: Callable[[], bool]) -> IdList | None:
        """Return all ids in order, or None when it was cancelled."""
        with self._database.reading() as connection:
            return record_list.ordered_ids(connection, self._listed, query, cancelled)

    def items(self, ids: Sequence[UUID]) -> dict[UUID, Item]:
        """Return rows by id; one that is gone is left out."""
        with self._database.reading() as connection:
            return record_list.items_by_id(connection, self._listed, ids)
