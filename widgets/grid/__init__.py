"""A table for many rows: the view, its header, and the plain values that its cells draw."""

from widgets.grid.cell import Align, Cell, Index, Mark, RowLook, Tone
from widgets.grid.header import GridHeader, SortKey
from widgets.grid.view import GridView

__all__ = [
    "Align",
    "Cell",
    "GridHeader",
    "GridView",
    "Index",
    "Mark",
    "RowLook",
    "SortKey",
    "Tone",
]
