"""Writes all rows of a query to an Excel or CSV file, with progress and a way to stop."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from core.export_files import CsvWriter
from db.errors import DealboardError
from db.id_list import IdList
from db.record_list import items_by_id, ordered_ids
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from core.export_files import TableWriter
    from core.export_table import ExportColumn
    from core.formats import Formats
    from db.database import Database
    from db.list_query import ListQuery
    from db.record_list import RecordList

# Rows of so many ids are read at a time; between two of these a user is heard.
CHUNK = 1_000
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Format(Enum):
    """The kind of file."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class Table:
    """What is exported: the rows of a query, or some of them, and which columns."""

    listed: RecordList[Any]
    query: ListQuery
    columns: Sequence[ExportColumn]
    title: str
    ids: Sequence[UUID] | None = None


class ExportError(DealboardError):
    """The file cannot be written."""


class ExportCancelledError(ExportError):
    """The user stopped it; the old file, if any, is as it was."""

    def __init__(self) -> None:
        """Say what became of it."""
        super().__init__(_("The export was stopped. No file was written."))


def _unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


def export(  # noqa: PLR0913 - all but four are optional
    database: Database,
    table: Table,
    target: Path,
    formats: Formats,
    *,
    kind: Format = Format.XLSX,
    progress: Callable[[int, int], None] = _unwatched,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write a file whole or not at all; return how many rows it has. Raises ExportError."""
    half = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        _refuse_locked(target, half)
        writer = _writer(half, table, formats, kind)
        try:
            rows = _write(database, table, writer, progress, cancelled)
            writer.close()
        finally:
            writer.abandon()
        if cancelled():
            raise ExportCancelledError
        half.replace(target)
    except OSError as error:
        raise ExportError(_sentence(target, error)) from error
    finally:
        _remove(half)
    return rows


def _writer(path: Path, table: Table, formats: Formats, kind: Format) -> TableWriter:
    titles = [column.title for column in table.columns]
    if kind is Format.CSV:
        return CsvWriter(path, titles, formats)
    from core.export_xlsx import XlsxWriter  # noqa: PLC0415 - costs start time

    return XlsxWriter(path, titles, table.title)


def _write(
    database: Database,
    table: Table,
    writer: TableWriter,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Write the rows of one state of the database in their order."""
    shown = [column.name for column in table.columns]
    takers = [column.value for column in table.columns]
    done = 0
    with database.reading() as connection:
        ids = ordered_ids(connection, table.listed, table.query, cancelled)
        if ids is not None and table.ids is not None:
            ids = _of(ids, table.ids)
        if ids is None:
            raise ExportCancelledError
        for first in range(0, len(ids), CHUNK):
            if cancelled():
                raise ExportCancelledError
            some = ids.slice(first, CHUNK)
            items = items_by_id(connection, table.listed, some, shown)
            for item in (items[key] for key in some if key in items):
                writer.row([take(item) for take in takers])
                done += 1
            progress(first + len(some), len(ids))
    return done


def _of(ids: IdList, wanted: Sequence[UUID]) -> IdList:
    """Return those of some ids that are in a list, in its order."""
    return IdList.of(ids[place] for place in ids.places(set(wanted)))


def _refuse_locked(target: Path, half: Path) -> None:
    """Find out at once, not after minutes, that the file or its folder cannot be written."""
    half.touch()
    if target.exists():
        with target.open("r+b"):
            pass


def _remove(half: Path) -> None:
    # Why it could not be written has been said; it is in nobody's way.
    with suppress(OSError):
        half.unlink(missing_ok=True)


def _sentence(target: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        text = _(
            "{name} cannot be written: it is open in another program, or its folder is "
            "read-only. Close it there, or choose another name."
        )
    elif isinstance(error, FileNotFoundError):
        text = _("The folder of {name} is not there. Choose another one.")
    elif error.errno in FULL:
        text = _("There is no room left for {name}. Free some space, or choose another disk.")
    else:
        text = _("{name} cannot be written ({reason}). Choose another name or folder.")
    return text.format(name=target, reason=error.strerror or error)
