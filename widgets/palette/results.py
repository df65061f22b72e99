"""What the palette lists, with the titles of its groups between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.painted import Span

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class PaletteResult(NamedTuple):
    """Something that can be chosen.

    found and detail_found are the letters that were found, from and to; keys are its shortcut;
    barred is the reason why it cannot be chosen now.
    """

    key: str
    title: str
    group: str = ""
    icon: str = ""
    detail: str = ""
    figure: str = ""
    code: str = ""
    keys: tuple[str, ...] = ()
    found: tuple[Span, ...] = ()
    detail_found: tuple[Span, ...] = ()
    barred: str = ""


class ResultsModel(QAbstractListModel):
    """Results and the titles of their groups, which cannot be chosen."""

    def __init__(self) -> None:
        """Hold nothing."""
        super().__init__()
        self._lines: list[PaletteResult | str] = []

    def set_results(self, results: Sequence[PaletteResult]) -> None:
        """Hold other results; those of a group stand together."""
        self.beginResetModel()
        self._lines = []
        group = ""
        for result in results:
            if result.group and result.group != group:
                self._lines.append(result.group)
            group = result.group
            self._lines.append(result)
        self.endResetModel()

    def result(self, row: int) -> PaletteResult | None:
        """Return the result of a row, None for the title of a group."""
        line = self._lines[row] if 0 <= row < len(self._lines) else ""
        return line if isinstance(line, PaletteResult) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a line."""
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsSelectable if self.result(index.row()) else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        """Return the words of a line."""
        line = self._lines[index.row()]
        if isinstance(line, str):
            return line if role == Role.DisplayRole else None
        if role == Role.DisplayRole:
            return line.title
        if role == Role.AccessibleTextRole:
            words = (line.title, line.detail, line.figure, line.code, "+".join(line.keys))
            return " ".join(filter(None, words))
        return line.barred or None if role == Role.ToolTipRole else None
