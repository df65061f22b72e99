"""Rows as a table for the clipboard: text for a spreadsheet, HTML for a letter."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RIGHT = ' style="text-align:right"'


class CopiedTable(NamedTuple):
    """A head and rows of texts; right says which columns are numbers."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[bool]

    def text(self) -> str:
        """Return lines with tabs between the cells."""
        return "\n".join("\t".join(map(_one_line, row)) for row in (self.head, *self.rows))

    def html(self) -> str:
        """Return a table with its head."""
        body = "".join(self._line("td", row) for row in self.rows)
        return f"<table>{self._line('th', self.head)}{body}</table>"

    def put_on_clipboard(self) -> None:
        """Hand the table to other programs, in both forms."""
        data = QMimeData()
        data.setText(self.text())
        data.setHtml(self.html())
        QGuiApplication.clipboard().setMimeData(data)

    def _line(self, tag: str, row: Iterable[str]) -> str:
        cells = zip(row, self.right, strict=True)
        return f"<tr>{''.join(_cell(tag, text, right=right) for text, right in cells)}</tr>"


def _cell(tag: str, text: str, *, right: bool) -> str:
    return f"<{tag}{RIGHT if right else ''}>{escape(text)}</{tag}>"


def _one_line(text: str) -> str:
    """Return a text that stays in its cell."""
    return " ".join(text.replace("\t", " ").splitlines())
