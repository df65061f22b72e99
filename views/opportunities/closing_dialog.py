"""Asks why an opportunity is closed, and whether a closed one is to be reopened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit

from core.closing import Reason
from core.moves import WON
from resources.texts import _
from widgets.ask_dialog import AskDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from db.list_choices import Choice

    Answered = Callable[[object], None]
    Reasons = Callable[[str], list[Choice]]


class ClosingDialog(AskDialog):
    """Asks for the closing reason, of the sign that the outcome needs."""

    def __init__(
        self, sentence: str, outcome: str, reasons: Sequence[Choice], parent: QWidget | None
    ) -> None:
        """Offer reasons; the sentence says what is closed."""
        title = _("Close as won") if outcome == WON else _("Close as lost")
        super().__init__(title, sentence, title, parent)
        self.reason = QComboBox()
        for each in reasons:
            self.reason.addItem(each.name, str(each.key))
        self.reason.setCurrentIndex(-1)
        self.reason.setPlaceholderText(_("Choose why"))
        self.description = QLineEdit()
        self.add_field(_("Closing reason"), self.reason)
        self.add_field(_("Closing description"), self.description)
        QTimer.singleShot(0, self.reason, self.reason.setFocus)

    def answer(self) -> Reason | None:
        """Return the reason that is chosen."""
        key = self.reason.currentData()
        words = self.description.text().strip() or None
        return Reason(UUID(key), words) if key else None


class ClosingQuestion:
    """Asks for the reason without which a save cannot go on."""

    def __init__(self, reasons: Reasons, sentence: str, outcome: str, parent: QWidget) -> None:
        """Ask about what is closed with an outcome; the sentence says what that is.

        The reasons for an outcome are read off the GUI thread.
        """
        self._reasons = reasons
        self._sentence = sentence
        self._outcome = outcome
        self._parent = parent

    def prepare(self) -> list[Choice]:
        """Read the reasons; waits for the database."""
        return self._reasons(self._outcome)

    def dialog(self, prepared: Any, answered: Answered) -> ClosingDialog:  # noqa: ANN401 - of prepare
        """Return the dialog over the reasons."""
        made = ClosingDialog(self._sentence, self._outcome, prepared, self._parent)

        def close() -> None:
            reason = made.answer()
            if reason is None:
                made.say(_("Choose why it is closed."))
                return
            made.accept()
            answered({"reason": reason})

        made.answered.connect(close)
        return made


class ReopenQuestion:
    """Asks whether a closed opportunity is to be opened again."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        """Ask with a sentence."""
        self._sentence = sentence
        self._parent = parent

    def prepare(self) -> None:
        """Read nothing."""

    def dialog(self, prepared: object, answered: Answered) -> AskDialog:
        """Return the dialog."""
        made = AskDialog(_("Reopen"), self._sentence, _("Reopen"), self._parent)

        def reopen() -> None:
            made.accept()
            answered({"reopen": True})

        made.answered.connect(reopen)
        return made
