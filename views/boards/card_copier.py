"""Copies cards to the clipboard as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.asker import Asker
from resources.texts import _
from views.list.copied_table import CopiedTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from core.formats import Formats
    from core.record_source import RecordSource
    from db.card_list import CardItem
    from models.task import TaskRunner

RIGHT = (False, False, False, False, False, False, True, True, False, True)


class CardCopier(QObject):
    """Reads cards in the background and puts them on the clipboard."""

    copied = Signal(int)
    failed = Signal(Exception)

    def __init__(
        self, source: RecordSource[CardItem], formats: Formats, tasks: TaskRunner, parent: QObject
    ) -> None:
        """Copy cards of a source."""
        super().__init__(parent)
        self._source = source
        self._formats = formats
        self._asker = Asker(tasks, self)
        self._asker.failed.connect(self.failed)

    def copy(self, keys: Sequence[UUID]) -> None:
        """Copy cards that are loaded or not, in their order."""
        if keys:
            self._asker.ask(partial(self._table, tuple(keys)), self._put)

    def _table(self, keys: Sequence[UUID]) -> CopiedTable:
        found = self._source.items(keys)
        rows = [self._row(found[key]) for key in keys if key in found]
        head = (
            *(_("Number"), _("Contact"), _("Title"), _("Type"), _("User"), _("Stage")),
            *(_("Probability"), _("Net amount"), _("Currency"), _("Expected close")),
        )
        return CopiedTable(head, rows, RIGHT)

    def _row(self, item: CardItem) -> list[str]:
        formats = self._formats
        amount = "" if item.net_minor is None else formats.money(item.net_minor, item.decimals)
        return [
            item.number,
            item.contact,
            item.title,
            item.type,
            item.user or "",
            item.stage or "",
            formats.percent(item.percent),
            amount,
            item.currency,
            formats.day(item.expected_close_on),
        ]

    def _put(self, table: CopiedTable) -> None:
        table.put_on_clipboard()
        self.copied.emit(len(table.rows))
