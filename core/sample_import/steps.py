"""How far an import has come, and whether it is still wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.sample_import.errors import ImportCancelledError
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable


class ImportProgress(NamedTuple):
    """What an import is doing, and how much of it is done."""

    step: str
    done: int
    total: int


class Steps:
    """Tells the listener of each step, and stops where the user asked for it."""

    def __init__(
        self,
        progress: Callable[[ImportProgress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        """Tell progress, ask cancelled; either may be missing."""
        self._progress = progress
        self._cancelled = cancelled

    def reading(self, done: int, total: int) -> None:
        """Tell how many files have been read."""
        self._tell(_("Reading the files"), done, total)

    def checking(self, done: int, total: int) -> None:
        """Tell how many rows have been checked."""
        self._tell(_("Checking the rows"), done, total)

    def writing(self, done: int, total: int) -> None:
        """Tell how many rows have been written."""
        self._tell(_("Writing the rows"), done, total)

    def _tell(self, step: str, done: int, total: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise ImportCancelledError
        if self._progress is not None:
            self._progress(ImportProgress(step, done, total))
