"""Gives a screen the rows of one kind of list, each read a transaction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from db import record_list
from db.list_choices import choices
from db.parts import in_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime
    from uuid import UUID

    from core.day_ranges import Calendar
    from core.view_content import ViewContent
    from db.database import Database
    from db.id_list import IdList
    from db.list_choices import Choice
    from db.list_field import Kind
    from db.list_query import FirstPage, ListQuery
    from db.record_list import RecordList

Item = TypeVar("Item")


class RecordSource(Generic[Item]):
    """Reads one kind of list; each method waits for the database: none is for the GUI thread."""

    def __init__(self, database: Database, listed: RecordList[Item]) -> None:
        """Read a list of a database."""
        self._database = database
        self._listed = listed
        self._shown: frozenset[str] | None = None
        self.table = listed.row.__tablename__

    @property
    def watched(self) -> AbstractSet[str]:
        """Return the tables whose changes show in the list."""
        return self._listed.watched

    @property
    def sortable(self) -> Collection[str]:
        """Return the names of the columns that the list can be sorted by."""
        return self._listed.fields.keys()

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Return what each column holds."""
        return {name: field.kind for name, field in self._listed.fields.items()}

    def attribute(self, column: str) -> str:
        """Return the attribute of an item that holds what a column reads."""
        return list(self._listed.fields[column].shows)[-1]

    @property
    def with_choices(self) -> AbstractSet[str]:
        """Return the columns whose values are chosen out of a table."""
        return {name for name, field in self._listed.fields.items() if field.choices}

    def query(self, content: ViewContent, now: datetime, calendar: Calendar) -> ListQuery:
        """Return the query of a view as it is now."""
        return content.query(self._listed.fields, now, calendar)

    @property
    def with_records(self) -> AbstractSet[str]:
        """Return the columns whose records are asked for by themselves."""
        return {name for name, field in self._listed.fields.items() if field.tree}

    def choices(self) -> dict[str, list[Choice]]:
        """Return the choices of every column that has some, of one state of the database."""
        with self._database.reading() as connection:
            return {
                name: choices(connection, self._listed, name) for name in sorted(self.with_choices)
            }

    def count(self, query: ListQuery) -> int:
        """Return how many rows a query has."""
        return self.first_page(query).count

    def show(self, columns: Collection[str]) -> None:
        """Read only what these columns need from now on; ask again for rows read before."""
        self._shown = frozenset(columns)

    def first_page(self, query: ListQuery) -> FirstPage[Item]:
        """Return the first page and the exact count."""
        with self._database.reading() as connection:
            return record_list.first_page(connection, self._listed, query, self._shown)

    def ordered_ids(self, query: ListQuery, cancelled: Callable[[], bool]) -> IdList | None:
        """Return all ids in order, or None when it was cancelled."""
        with self._database.reading() as connection:
            return record_list.ordered_ids(connection, self._listed, query, cancelled)

    def items(self, ids: Sequence[UUID]) -> dict[UUID, Item]:
        """Return rows by id; one that is gone is left out."""
        found: dict[UUID, Item] = {}
        with self._database.reading() as connection:
            for part in in_parts(ids):
                found |= record_list.items_by_id(connection, self._listed, part, self._shown)
        return found
