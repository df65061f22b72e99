"""What the message bar says: an error with a way on, taken back when all is well again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.errors import DealboardError
from resources.texts import _
from widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.message_bar import MessageBar


class Notices(QObject):
    """Tells errors in a message bar."""

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        """Speak through a bar, for a parent: what it told can be tried again while that lives."""
        super().__init__(parent)
        self._bar = bar
        self._told = ""
        self._retry: Callable[[], None] | None = None
        bar.link_clicked.connect(self._try_again)

    def tell(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        """Say an error; what is our fault goes on to the crash report."""
        if not isinstance(error, DealboardError):
            raise error
        self._told, self._retry = str(error), retry
        link = _("Try again") if retry else ""
        self._bar.show_message(MessageKind.NEGATIVE, self._told, link=link)

    def say(self, sentence: str) -> None:
        """Say something that is worth knowing."""
        self._told, self._retry = sentence, None
        self._bar.show_message(MessageKind.INFO, sentence)

    @Slot()
    def unsay(self) -> None:
        """Take back what was told last, now that all is well; other messages stay."""
        self._retry = None
        if self._told and self._bar.sentence.text() == self._told:
            self._bar.hide()

    @Slot()
    def _try_again(self) -> None:
        retry, self._retry = self._retry, None
        self._bar.hide()
        if retry is not None:
            retry()
