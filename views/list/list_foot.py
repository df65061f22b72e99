"""The bar under a list: how many rows, of how many, and their sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.texts import _
from views.list.figure_words import FigureWords
from widgets.totals_bar import TotalsBar

if TYPE_CHECKING:
    from core.formats import Formats
    from views.list.figures_reader import ListSums
    from widgets.theme import Appearance


class ListFoot(TotalsBar):
    """Says at once how many rows there are; sums come as soon as they are read."""

    def __init__(self, appearance: Appearance, formats: Formats) -> None:
        """Build the bar, empty."""
        super().__init__(appearance)
        self._formats = formats
        self._said = ""
        self._sums: ListSums | None = None

    def text(self) -> str:
        """Return the words of how many rows there are."""
        return self._said

    def show_count(self, text: str) -> None:
        """Say how many rows there are."""
        self._said = text
        self._show()

    def show_sums(self, sums: ListSums | None) -> None:
        """Show the sums of the same rows; none while they are being read anew."""
        self._sums = sums
        self._show()

    def _show(self) -> None:
        sums = self._sums
        if sums is None:
            self.set_totals(self._said, "", ())
            return
        words = FigureWords(self._formats, sums.decimals)
        notes = []
        if sums.all_rows is not None:
            notes.append(_("of {count}").format(count=self._formats.count(sums.all_rows)))
        if sums.totals is None:
            self.set_totals(self._said, " ".join(notes), ())
            return
        notes.append(", ".join(words.notes(sums.totals)))
        note = ", ".join(filter(None, notes))
        self.set_totals(self._said, note, words.totals(sums.totals))
