"""Writers of exported tables, row by row: what they have in common, and CSV."""

from __future__ import annotations

import csv
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from core.export_table import Money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.formats import Formats

# What a spreadsheet would take for the beginning of a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class TableWriter(Protocol):
    """Takes titles, then rows, and writes the file at the end."""

    def row(self, values: Sequence[Any]) -> None:
        """Write a row."""

    def close(self) -> None:
        """Write what is still missing of the file."""

    def abandon(self) -> None:
        """Let go of a file that nobody wants any more."""


class CsvWriter:
    """Writes CSV as the spreadsheets of the locale read it, with a mark that it is UTF-8."""

    def __init__(self, path: Path, titles: Sequence[str], formats: Formats) -> None:
        """Begin the file."""
        self._point = formats.locale.number_symbols["latn"]["decimal"]
        separator = ";" if self._point == "," else ","
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, delimiter=separator)
        self._writer.writerow([_harmless(title) for title in titles])

    def row(self, values: Sequence[Any]) -> None:
        """Write a row."""
        self._writer.writerow([self._text(value) for value in values])

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    abandon = close

    def _text(self, value: Any) -> str:  # noqa: ANN401 - whatever a column holds
        if value is None:
            return ""
        if isinstance(value, Money):
            return f"{value.amount:f}".replace(".", self._point)
        if isinstance(value, datetime):
            return value.isoformat(" ", "minutes")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, bool | int):
            return str(int(value))
        return _harmless(str(value))


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
