"""The names of records that a filter asks for, and finding others by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from db.list_query import ListQuery
from models.asker import Asker
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from core.record_source import RecordSource
    from models.task import TaskRunner

    Titles = dict[str, str]

# What a pop-up offers at once; more words find less.
MOST = 50


class RecordNames(QObject):
    """Knows the names of records that were asked for once; the others are read behind."""

    changed = Signal()
    failed = Signal(Exception)

    def __init__(self, source: RecordSource[Any], tasks: TaskRunner, parent: QObject) -> None:
        """Name the records of a source whose items have a name."""
        super().__init__(parent)
        self._source = source
        source.show(("name",))
        self._asker = Asker(tasks, self)
        self._asker.failed.connect(self.failed)
        self._known: dict[UUID, str] = {}

    def titles(self, keys: Iterable[UUID]) -> Titles:
        """Return the names of records by key; what is not known yet is read and told later."""
        wanted = tuple(keys)
        unknown = [key for key in wanted if key not in self._known]
        if unknown:
            # Else who shows them would ask again before the answer is there.
            self._known |= dict.fromkeys(unknown, "…")
            self._asker.ask(lambda: self._read(unknown), self._keep)
        return {str(key): self._known[key] for key in wanted}

    def find(self, text: str, take: Callable[[list[tuple[str, str]]], None]) -> None:
        """Hand the records that contain words, with their names, to take."""

        def found() -> list[tuple[UUID, str]]:
            page = self._source.first_page(ListQuery(text=text))
            return [(item.id, item.name) for item in page.items[:MOST]]

        def keep(pairs: list[tuple[UUID, str]]) -> None:
            self._known |= dict(pairs)
            take([(str(key), name) for key, name in pairs])

        self._asker.ask(found, keep)

    def forget(self, keys: Iterable[UUID] | None) -> None:
        """Read names again that may have changed: some, or all of them."""
        for key in list(self._known) if keys is None else keys:
            self._known.pop(key, None)
        self.changed.emit()

    def _read(self, keys: list[UUID]) -> dict[UUID, str]:
        found = self._source.items(keys)
        return {key: found[key].name if key in found else _("deleted") for key in keys}

    def _keep(self, names: dict[UUID, str]) -> None:
        self._known |= names
        self.changed.emit()
