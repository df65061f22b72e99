"""The choices of a list's columns, read in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from models.paced_read import PacedRead
from resources.texts import _
from views.list.filter_values import NONE_KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from core.formats import Formats
    from core.record_source import RecordSource
    from db.list_choices import Choice
    from models.task import TaskRunner
    from views.list.columns import ListColumn

    Titles = tuple[tuple[str, str], ...]


class ChoiceBook(QObject):
    """Keys and titles by column; empty until they are read for the first time."""

    changed = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        source: RecordSource[Any],
        columns: Sequence[ListColumn[Any]],
        formats: Formats,
        tasks: TaskRunner,
    ) -> None:
        """Read the choices of a source for some columns."""
        super().__init__()
        self._source = source
        self._formats = formats
        self._columns = {column.name: column for column in columns}
        self._choices: Mapping[str, list[Choice]] = {}
        self._reading = PacedRead(self, tasks, self._prepare)
        self._reading.arrived.connect(self._take)
        self._reading.failed.connect(self.failed)

    def has(self, column: str) -> bool:
        """Tell whether the values of a column are chosen."""
        return column in self._source.with_choices or self._columns[column].words is not None

    @Slot()
    def read(self) -> None:
        """Read the choices, at most once a second."""
        self._reading.soon()

    def of(self, column: str, *, retired: bool = True) -> Titles:
        """Return the keys and titles that can be chosen; filters also offer retired ones."""
        about = self._columns[column]
        if about.words is not None:
            return tuple(about.words.items())
        found = [c for c in self._choices.get(column, ()) if retired or not c.retired]
        title = about.key_title
        if title is None:
            return tuple((str(c.key), c.name) for c in found)
        named = ((str(c.key), title(str(c.key), self._formats)) for c in found)
        return tuple(sorted(named, key=lambda each: each[1]))

    def for_filter(self, column: str) -> Callable[[], Titles]:
        """Return what a filter offers when it opens: all choices, and none at all."""

        def offered() -> Titles:
            known = self.of(column)
            fixed = self._columns[column].words is not None
            return known if fixed else (*known, (NONE_KEY, _("none")))

        return offered

    def titles(self, column: str) -> dict[str, str]:
        """Return the titles by key."""
        return dict(self.of(column))

    def _prepare(self) -> Callable[[], object]:
        return self._source.choices

    @Slot(object)
    def _take(self, choices: Mapping[str, list[Choice]]) -> None:
        if choices != self._choices:
            self._choices = choices
            self.changed.emit()
