"""Reads the files of the sample into rows of text; a file that cannot be trusted is refused."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from core.sample_import.errors import (
    BrokenCsvError,
    EmptyFileError,
    MissingColumnsError,
    MissingFilesError,
    NoSuchFolderError,
    NotUtf8Error,
    UnreadableFileError,
)
from core.sample_import.notes import Note, Place, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.sample_import.steps import Steps

ACCOUNTS = "accounts.csv"
PRODUCTS = "products.csv"
PIPELINE = "sales_pipeline.csv"
TEAMS = "sales_teams.csv"
COLUMNS = {
    ACCOUNTS: (
        "account",
        "sector",
        "year_established",
        "revenue",
        "employees",
        "office_location",
        "subsidiary_of",
    ),
    PRODUCTS: ("product", "series", "sales_price"),
    TEAMS: ("sales_agent", "manager", "regional_office"),
    PIPELINE: (
        "opportunity_id",
        "sales_agent",
        "product",
        "account",
        "deal_stage",
        "engage_date",
        "close_date",
        "close_value",
    ),
}


class Row(NamedTuple):
    """A row of a file: where it stands, and its cells by column.

    One that has more or fewer cells than columns has its whole text too.
    """

    place: Place
    cells: dict[str, str]
    uneven: str | None = None


def read_folder(folder: Path, notes: list[Note], steps: Steps) -> dict[str, list[Row]]:
    """Return the rows of every file; raises a SampleError before anything was changed."""
    _find_files(folder)
    texts = {}
    for done, file in enumerate(COLUMNS):
        steps.reading(done, len(COLUMNS))
        texts[file] = _text(folder / file)
    return {file: list(_rows(file, text, notes)) for file, text in texts.items()}


def _find_files(folder: Path) -> None:
    if not folder.is_dir():
        raise NoSuchFolderError(str(folder), COLUMNS)
    missing = [file for file in COLUMNS if not (folder / file).is_file()]
    if missing:
        raise MissingFilesError(str(folder), missing)


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path.name, error.strerror or str(error)) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8Error(path.name, _line(content, error.start)) from error
    if "\0" in text:
        raise NotUtf8Error(path.name, _line(content, content.index(b"\0")))
    if not text.strip():
        raise EmptyFileError(path.name)
    return text


def _line(content: bytes, place: int) -> int:
    return content.count(b"\n", 0, place) + 1


def _rows(file: str, text: str, notes: list[Note]) -> Iterator[Row]:
    # Strict: a forgotten quotation mark would swallow the rest of the file as one cell.
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = _header(file, next(reader, []), notes)
        for cells in reader:
            if cells:
                yield _row(Place(file, reader.line_num), header, cells, notes)
    except csv.Error as error:
        raise BrokenCsvError(file, reader.line_num) from error


def _header(file: str, cells: list[str], notes: list[Note]) -> list[str]:
    """Return the names of the columns; those that nobody asked for are noted."""
    header = [cell.strip().casefold() for cell in cells]
    missing = [name for name in COLUMNS[file] if header.count(name) != 1]
    if missing:
        raise MissingColumnsError(file, missing)
    further = [name for name in header if name not in COLUMNS[file]]
    notes.extend(Note(Topic.FURTHER_COLUMN, Place(file, 1), "", name) for name in further)
    return header


def _row(place: Place, header: list[str], cells: list[str], notes: list[Note]) -> Row:
    """Return the row without spaces around its cells; those that are missing are empty."""
    trimmed = [cell.strip() for cell in cells]
    if len(cells) != len(header):
        there = dict(zip(header, trimmed, strict=False))
        return Row(place, dict.fromkeys(header, "") | there, ",".join(cells))
    if trimmed != cells:
        changed = zip(header, cells, trimmed, strict=True)
        notes.extend(Note(Topic.SPACES, place, n, old) for n, old, new in changed if old != new)
    return Row(place, dict(zip(header, trimmed, strict=True)))
