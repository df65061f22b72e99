"""How every table of ours behaves: whole rows are chosen, and it scrolls by the pixel."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView


def set_manners(table: QTableView) -> None:
    """Let a table behave as ours do."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
