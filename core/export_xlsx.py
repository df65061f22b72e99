"""Writes exported tables as Excel files; loaded when it is needed, as openpyxl is large."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font

from core.export_table import Money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What no XML may hold.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What openpyxl would take for a formula or for an error.
NOT_TEXT = ("=", "#")
FORMATS = {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm"}
WIDTH = 20


class StyledCell(Cell):  # type: ignore[misc]  # openpyxl has no types
    """A cell that a row brings with it; one of a column serves all its rows."""

    def __repr__(self) -> str:
        # openpyxl writes it into an exception, which it then drops, for each cell.
        return ""


class XlsxWriter:
    """Writes an Excel file in openpyxl's own way for large ones: no row stays in memory."""

    def __init__(self, path: Path, titles: Sequence[str], sheet_name: str) -> None:
        """Begin the file."""
        self._path = path
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(_sheet_title(sheet_name))
        self._sheet.freeze_panes = "A2"
        # By column and format: a row is written at once, so the next may use them again.
        self._cells: dict[tuple[int, str], StyledCell] = {}
        for place in range(len(titles)):
            self._sheet.column_dimensions[_letters(place)].width = WIDTH
        bold = Font(bold=True)
        head = [self._text(title) for title in titles]
        for cell in head:
            cell.font = bold
        self._sheet.append(head)

    def row(self, values: Sequence[Any]) -> None:
        """Write a row."""
        self._sheet.append([self._cell(place, value) for place, value in enumerate(values)])

    def close(self) -> None:
        """Pack the file."""
        self._book.save(self._path)

    def abandon(self) -> None:
        """Let go of the half file, without the long work of packing it."""
        if not self._sheet.closed:
            self._sheet.close()
            self._sheet._writer.cleanup()  # noqa: SLF001 - else it stays until the program ends

    def _cell(self, place: int, value: Any) -> Any:  # noqa: ANN401 - what openpyxl takes
        if isinstance(value, str):
            odd = value.startswith(NOT_TEXT) or CONTROL.search(value)
            return self._text(value) if odd else value
        if isinstance(value, Money):
            places = f".{'0' * value.decimals}" if value.decimals else ""
            return self._styled(place, f'#,##0{places} "{value.currency}"', value.amount)
        if isinstance(value, date):
            return self._styled(place, FORMATS[type(value)], value)
        return value

    def _text(self, text: str) -> StyledCell:
        """Return a cell that is text and nothing else."""
        cell = StyledCell(self._sheet, row=1, column=1)
        cell.value = CONTROL.sub(" ", text)
        cell.data_type = "s"
        return cell

    def _styled(self, place: int, number_format: str, value: object) -> StyledCell:
        """Return a column's cell of a format with a value."""
        cell = self._cells.get((place, number_format))
        if cell is None:
            cell = StyledCell(self._sheet, row=1, column=1)
            cell.number_format = number_format
            self._cells[place, number_format] = cell
        cell.value = value
        return cell


def _sheet_title(name: str) -> str:
    """Return a name as Excel allows it."""
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in name).strip("' ")
    return plain[:31] or "1"


def _letters(place: int) -> str:
    """Return the letters of a column: A, B, ... Z, AA, ..."""
    rest, last = divmod(place, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("A") + last)
