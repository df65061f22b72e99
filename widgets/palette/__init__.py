"""The palette of commands and records that opens over a window."""

from widgets.palette.palette import CommandPalette
from widgets.palette.results import PaletteResult

__all__ = ["CommandPalette", "PaletteResult"]
