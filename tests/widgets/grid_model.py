"""A small model for the tests of the grid."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from widgets.grid import Align, Cell, Index, Tone

Role = Qt.ItemDataRole
ROOT = QModelIndex()
TITLES = ("Name", "Kind", "Sum")
ROWS = tuple((f"Row {number}", "first", f"{number},200.00") for number in range(1, 31))


class Words(QAbstractTableModel):
    """Thirty rows of words and a sum."""

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        return ROWS[index.row()][index.column()] if role == Role.DisplayRole else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole and section == len(TITLES) - 1:
            return Qt.AlignmentFlag.AlignRight
        return TITLES[section] if role == Role.DisplayRole else None


def look(index: Index) -> Cell:
    """Return what a cell of the model shows."""
    text = ROWS[index.row()][index.column()]
    if index.column() == 0:
        return Cell(text, tone=Tone.STRONG)
    return Cell(text, Align.RIGHT, code="EUR") if index.column() == len(TITLES) - 1 else Cell(text)
