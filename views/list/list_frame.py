"""The widgets of a list and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.texts import _
from views.list.list_foot import ListFoot
from views.list.view_bar import ListBar
from widgets.busy_bar import BusyBar
from widgets.empty_state import Emptiness, EmptyState
from widgets.grid import Cell, GridView, RowLook
from widgets.message_bar import MessageBar, MessageKind

if TYPE_CHECKING:
    from views.context import ScreenContext
    from widgets.grid import Index


class ListFrame(QWidget):
    """A bar over a grid with its foot; what stands in the cells is for others to say."""

    def __init__(self, context: ScreenContext, title: str, placeholder: str) -> None:
        """Build the widgets of a list with a title."""
        super().__init__()
        look = context.appearance
        self.title = title
        self.bar = ListBar(look, title, placeholder)
        self.search = self.bar.search
        self.message = MessageBar(look)
        self.grid = GridView(look, title, self._cell, self._row)
        # Where there is nothing at all, and where nothing was found: each has its own first step.
        self.empty = self._cover(Emptiness("list-bullets", _("Nothing here yet"), ""), context)
        self.missed = self._cover(not_found(""), context)
        self.foot = self.count = ListFoot(look, context.formats)
        self.busy = BusyBar()

    def say(self, sentence: str, kind: MessageKind = MessageKind.WARNING) -> None:
        """Say a sentence over the list."""
        self.message.show_message(kind, sentence)

    def show_emptiness(self, emptiness: Emptiness) -> None:
        """Say what belongs here while there is nothing at all."""
        self.empty.show_emptiness(emptiness)

    def _cover(self, emptiness: Emptiness, context: ScreenContext) -> EmptyState:
        made = EmptyState(context.appearance, emptiness)
        made.hide()
        made.setParent(self.grid)
        return made

    def _lay_out(self, side: QWidget | None) -> None:
        """Put the widgets in their places, once the grid has its model."""
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.grid, 1)
        left.addWidget(self.foot)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        if side is not None:
            row.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.message)
        column.addLayout(row, 1)
        column.addWidget(self.busy)
        # From the words one goes to what they have found.
        QWidget.setTabOrder(self.search, self.grid)

    def _cell(self, index: Index) -> Cell:
        raise NotImplementedError

    def _row(self, index: Index) -> RowLook:
        raise NotImplementedError


def not_found(text: str) -> Emptiness:
    """Return why nothing is listed, and the way back."""
    title, clear = _("Nothing found"), _("Clear all filters")
    if not text:
        return Emptiness("magnifying-glass", title, _("No row passes the filters."), clear)
    sentence = _("No number, title or contact contains “{text}”.").format(text=text)
    return Emptiness("magnifying-glass", title, sentence, clear)
