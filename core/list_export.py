"""Exports a list as a screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.export import Format, Table, export
from core.export_table import Moments, export_column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from core.formats import Formats
    from db.database import Database
    from db.list_query import ListQuery
    from db.record_list import RecordList


@dataclass(frozen=True)
class ExportColumnWish:
    """A column by its name, its title, and words for values that are codes."""

    name: str
    title: str
    words: Mapping[Any, str] | None = None


@dataclass(frozen=True)
class ExportWish:
    """What is to be written, and where; ids: only these rows."""

    query: ListQuery
    columns: Sequence[ExportColumnWish]
    title: str
    target: Path
    kind: Format
    ids: Sequence[UUID] | None = None


class ListExport:
    """Writes one kind of list to files; it waits for the database."""

    def __init__(self, database: Database, listed: RecordList[Any], formats: Formats) -> None:
        """Write a list of a database in a locale."""
        self._database = database
        self._listed = listed
        self._formats = formats

    def write(
        self,
        wish: ExportWish,
        moments: Moments,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> int:
        """Write the file whole or not at all; return how many rows it has. Raises ExportError."""
        columns = [
            export_column(self._listed, each.name, each.title, moments, each.words)
            for each in wish.columns
        ]
        table = Table(self._listed, wish.query, columns, wish.title, wish.ids)
        return export(
            self._database,
            table,
            wish.target,
            self._formats,
            kind=wish.kind,
            progress=progress,
            cancelled=cancelled,
        )
