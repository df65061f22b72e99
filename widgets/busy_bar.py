"""A line that says what is being done, once it takes long enough to be noticed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from resources.texts import _

HEIGHT = 36
DELAY_MS = 200
LINE_WIDTH = 160


class BusyBar(QWidget):
    """Progress with a sentence and a way out; work under 200 ms shows nothing."""

    cancelled = Signal()

    def __init__(self, *, keeps_place: bool = False) -> None:
        """Build the bar, hidden; keeps_place leaves its room free, so that nothing jumps."""
        super().__init__()
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.show)
        self.setFixedHeight(HEIGHT)
        self._build()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_place)
        self.setSizePolicy(policy)
        self.hide()

    def start(self, sentence: str, *, can_cancel: bool = True) -> None:
        """Say what is being done, of which it is not yet known how long it takes."""
        self._say(sentence)
        self.line.setRange(0, 0)
        self.cancel.setVisible(can_cancel)
        self.cancel.setEnabled(True)
        self._timer.start()

    def set_progress(self, done: int, total: int, sentence: str = "") -> None:
        """Show how much of the work is done; a sentence replaces the one before."""
        self.line.setRange(0, max(1, total))
        self.line.setValue(done)
        if sentence:
            self._say(sentence)

    def finish(self) -> None:
        """Take the bar away, or do not show it at all."""
        self._timer.stop()
        self.hide()
        # A line without end is animated, seen or not.
        self.line.setRange(0, 1)

    def _build(self) -> None:
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setProperty("kind", "muted")
        self.line = QProgressBar(textVisible=False)
        self.line.setFixedWidth(LINE_WIDTH)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(self.line)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.cancel)

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.line.setAccessibleName(sentence)

    def _cancel(self) -> None:
        # Work ends at its next chance to: a second click would change nothing.
        self.cancel.setEnabled(False)
        self.cancelled.emit()
