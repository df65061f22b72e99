"""Home of a database that has no opportunity yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.texts import _
from views.home.first_steps import FirstSteps, steps
from widgets.empty_columns import EmptyColumn, EmptyColumns
from widgets.painted import KEY_HEIGHT, draw_keys, keys_width

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from core.home_lines import Beginning
    from views.home.words import Words
    from widgets.theme import Appearance

SIDE_WIDTH = 300
# Below this the side goes under the rest.
WIDE = 980


class EmptyHome(QWidget):
    """First steps above the empty board; beside them, what is worth knowing."""

    # The name of an action.
    wanted = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        place: str,
        offers: Collection[str],
        tips: Sequence[tuple[str, str]],
    ) -> None:
        """Build the page of a database at a place."""
        super().__init__()
        self._place = place
        self._offers = offers
        self.steps = FirstSteps(appearance)
        self.steps.wanted.connect(self.wanted)
        self.board = EmptyColumns(appearance, _("Progress board, still empty"))
        self.sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.sides.setContentsMargins(0, 0, 0, 0)
        self.sides.setSpacing(24)
        self.sides.addLayout(self._main(), 1)
        self.sides.addLayout(self._side(appearance, tips))

    def show_beginning(self, beginning: Beginning, words: Words) -> None:
        """Show how far the database has come."""
        self.steps.show_steps(steps(beginning, self._place, self._offers))
        nothing = words.coded(0, beginning.currency)
        percents = (words.formats.percent(percent) for percent in beginning.percents)
        self.board.set_columns([EmptyColumn(percent, "0", nothing) for percent in percents])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.sides.setDirection(way)

    def _main(self) -> QVBoxLayout:
        title = QLabel(_("Progress board"))
        title.setProperty("kind", "strong")
        hint = QLabel(
            _("Each opportunity is a card; drag it to the right as it grows more likely.")
        )
        hint.setProperty("kind", "muted")
        hint.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(hint, 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.steps)
        column.addSpacing(12)
        column.addLayout(head)
        column.addWidget(self.board)
        column.addStretch(1)
        return column

    def _side(self, appearance: Appearance, tips: Sequence[tuple[str, str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        # Where the steps do not offer it already.
        if {"contact", "demo"} <= set(self._offers):
            column.addWidget(self._trial())
        if tips:
            column.addWidget(_tips(appearance, tips))
        column.addStretch(1)
        return column

    def _trial(self) -> QFrame:
        box, column = _box(_("Want to try things first?"))
        sentence = QLabel(_("An invented company in a second database. Yours stays as it is."))
        sentence.setProperty("kind", "muted")
        sentence.setWordWrap(True)
        self.trial = QPushButton(_("Try it with demo data"))
        self.trial.clicked.connect(lambda: self.wanted.emit("demo"))
        column.addWidget(sentence)
        row = QHBoxLayout()
        row.addWidget(self.trial)
        row.addStretch(1)
        column.addLayout(row)
        return box


class KeyCaps(QWidget):
    """A shortcut, drawn as keys."""

    def __init__(self, appearance: Appearance, shortcut: str) -> None:
        """Draw a shortcut such as Ctrl+K."""
        super().__init__()
        self._appearance = appearance
        self._keys = shortcut.split("+")
        self.setFixedSize(round(keys_width(appearance.theme, self._keys)) + 1, KEY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_keys(QPainter(self), self.rect().toRectF(), self._appearance.theme, self._keys)


def _tips(appearance: Appearance, tips: Sequence[tuple[str, str]]) -> QFrame:
    box, column = _box(_("Worth knowing"))
    for title, shortcut in tips:
        words = QLabel(title)
        words.setProperty("kind", "muted")
        words.setAccessibleDescription(shortcut)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(KeyCaps(appearance, shortcut))
        column.addLayout(row)
    return box


def _box(title: str) -> tuple[QFrame, QVBoxLayout]:
    box = QFrame()
    box.setObjectName("box")
    box.setFixedWidth(SIDE_WIDTH)
    column = QVBoxLayout(box)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(10)
    head = QLabel(title)
    head.setProperty("kind", "strong")
    column.addWidget(head)
    return box, column
