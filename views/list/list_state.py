"""What a list shows and asks for: the content of a view, and who changes it is heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.view_content import ViewColumn, ViewContent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.view_content import NamedDays
    from db.filters import Filter
    from db.list_query import Order

    Wanted = Filter | NamedDays


class ListState(QObject):
    """Columns, filters, sorts and words of a list."""

    # Other rows are asked for; other columns stand there.
    asked = Signal()
    arranged = Signal()

    def __init__(self, parent: QObject, usual: Sequence[str]) -> None:
        """Begin without filters, with the usual columns."""
        super().__init__(parent)
        self._usual = tuple(ViewColumn(name) for name in usual)
        self._content = ViewContent(columns=self._usual)

    @property
    def content(self) -> ViewContent:
        """What is shown now."""
        return self._content

    @property
    def usual(self) -> ViewContent:
        """What is shown where nobody has chosen anything."""
        return ViewContent(columns=self._usual)

    def filter(self, column: str) -> Wanted | None:
        """Return the filter of a column."""
        return next((each for each in self._content.filters if each.column == column), None)

    def set_content(self, content: ViewContent) -> None:
        """Show what a view keeps; one without columns has the usual ones."""
        before = self._content
        columns = content.columns or self._usual
        self._content = replace(content, columns=columns)
        if columns != before.columns:
            self.arranged.emit()
        # Also where nothing differs: what is asked by name means other days later.
        self.asked.emit()

    def set_filters(self, changes: Mapping[str, Wanted | None]) -> None:
        """Set the filters of some columns, or take them away."""
        filters = [each for each in self._content.filters if each.column not in changes]
        filters += [wanted for wanted in changes.values() if wanted is not None]
        self._ask(replace(self._content, filters=tuple(filters)))

    def set_orders(self, orders: tuple[Order, ...]) -> None:
        """Sort by some columns."""
        self._ask(replace(self._content, orders=orders))

    def set_text(self, text: str) -> None:
        """Ask for words."""
        self._ask(replace(self._content, text=text))

    def note_text(self, text: str) -> None:
        """Keep words that are being asked for already."""
        self._content = replace(self._content, text=text)

    def note_columns(self, columns: tuple[ViewColumn, ...]) -> None:
        """Keep how the columns stand by now."""
        if columns != self._content.columns:
            self._content = replace(self._content, columns=columns)
            self.arranged.emit()

    def clear(self) -> None:
        """Take every filter and all words away."""
        self._ask(replace(self._content, filters=(), text=""))

    def _ask(self, content: ViewContent) -> None:
        if content != self._content:
            self._content = content
            self.asked.emit()
