"""The widgets of a board's screen and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.texts import _
from views.filter_bar.bar import FilterBar
from widgets.kanban.board import KanbanBoard
from widgets.message_bar import MessageBar, MessageKind

if TYPE_CHECKING:
    from uuid import UUID

    from views.context import ScreenContext
    from widgets.grid.cell import Index
    from widgets.kanban.values import Card

MARGIN = 12


class BoardFrame(QWidget):
    """A bar over columns of cards; what stands on a card is for others to say."""

    def __init__(self, context: ScreenContext, title: str) -> None:
        """Build the widgets of a board with a title."""
        super().__init__()
        look = context.appearance
        self.title = title
        self.bar = FilterBar(look, title, _("Number, title or contact"))
        self.search = self.bar.search
        self.message = MessageBar(look)
        self.board = KanbanBoard(look, self._look, self._key)
        self.board.setAccessibleName(title)
        self._lay_out()

    def say(self, sentence: str, kind: MessageKind = MessageKind.WARNING, link: str = "") -> None:
        """Say a sentence over the board, with what may be done about it."""
        self.message.show_message(kind, sentence, link=link)

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inner.addWidget(self.board)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.message)
        column.addLayout(inner, 1)
        # From the words one goes to what they have found.
        QWidget.setTabOrder(self.search, self.board)

    def _look(self, index: Index) -> Card | None:
        raise NotImplementedError

    def _key(self, index: Index) -> UUID | None:
        raise NotImplementedError
