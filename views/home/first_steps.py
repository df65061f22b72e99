"""What an empty database is begun with: one step after the other, the next one primary."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.texts import _
from widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent

    from core.home_lines import Beginning
    from widgets.theme import Appearance

LINE_WIDTH = 160


class Step(NamedTuple):
    """A step: what is done about it, or the actions that do it, the recommended one last."""

    title: str
    sentence: str = ""
    done: bool = False
    answer: str = ""
    actions: tuple[tuple[str, str], ...] = ()


def steps(beginning: Beginning, place: str, offers: Collection[str]) -> list[Step]:
    """Return the steps of a database whose file or server is at a place.

    Steps that nothing is offered for are left out: their screens are not there.
    """
    company = f"{beginning.company}, {beginning.currency}"
    done = [
        Step(_("Choose where the data lives"), done=True, answer=place),
        Step(_("Name your company and its currency"), done=True, answer=company),
    ]
    todo = _records(beginning) if "contact" in offers else [_filling()]
    left = [step._replace(actions=_offered(step, offers)) for step in todo]
    return done + [step for step in left if step.actions or step.done]


def _filling() -> Step:
    return Step(
        _("Fill it with something to work on"),
        _("An invented company, or the public CRM sample with 8,800 opportunities"),
        actions=(("sample", _("Import the CRM sample…")), ("demo", _("Try it with demo data"))),
    )


def _records(beginning: Beginning) -> list[Step]:
    return [
        Step(
            _("Add the first contact"),
            _("A company or a person that you negotiate with"),
            beginning.contacts,
            actions=(("import", _("Import a list")), ("contact", _("New contact"))),
        ),
        Step(
            _("Open the first opportunity"),
            _("It takes a contact, a title and a type; all else can wait"),
            beginning.opportunities,
            actions=(("opportunity", _("New opportunity")),),
        ),
    ]


def _offered(step: Step, offers: Collection[str]) -> tuple[tuple[str, str], ...]:
    return tuple(action for action in step.actions if action[0] in offers)


class FirstSteps(QFrame):
    """The list of steps, with how many are done."""

    # The name of an action.
    wanted = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty list."""
        super().__init__()
        self._appearance = appearance
        self.rows: list[StepRow] = []
        self.setObjectName("box")
        self.setAccessibleName(_("First steps"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())

    def show_steps(self, shown: Sequence[Step]) -> None:
        """Show other steps; the first one that is not done is the next."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        coming = next((step for step in shown if not step.done), None)
        self.rows = [StepRow(self._appearance, step, coming=step is coming) for step in shown]
        for row in self.rows:
            row.wanted.connect(self.wanted)
            self._column.addWidget(row)
        done = sum(step.done for step in shown)
        self.count.setText(_("{done} of {all}").format(done=done, all=len(shown)))
        self.line.setRange(0, max(1, len(shown)))
        self.line.setValue(done)

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("First steps"))
        title.setProperty("kind", "subtitle")
        self.count = QLabel()
        self.count.setProperty("kind", "muted")
        self.line = QProgressBar(textVisible=False)
        self.line.setFixedWidth(LINE_WIDTH)
        self.line.setAccessibleName(_("Steps done"))
        row = QHBoxLayout()
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        for widget in (title, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.line)
        return row


class StepRow(QWidget):
    """One step."""

    wanted = Signal(str)

    def __init__(self, appearance: Appearance, step: Step, *, coming: bool) -> None:
        """Build a step; the coming one stands out."""
        super().__init__()
        self._appearance = appearance
        self._coming = coming
        self.step = step
        self.buttons: list[QPushButton] = []
        icon, role = "circle", "link" if coming else "text-faint"
        if step.done:
            icon, role = "check-circle-fill", "positive-mark"
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(appearance, icon, role, appearance.theme.sizes["icon-large"]))
        row.addLayout(_words(step), 1)
        if step.done:
            row.addWidget(_label(step.answer, "small"))
        for place, (name, text) in enumerate(step.actions if not step.done else ()):
            row.addWidget(self._button(name, text, last=place == len(step.actions) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        if self._coming:
            painter.fillRect(QRectF(self.rect()), theme.colour("accent-tint"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("border"))

    def _button(self, name: str, text: str, *, last: bool) -> QPushButton:
        button = QPushButton(text)
        if self._coming and last:
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda: self.wanted.emit(name))
        self.buttons.append(button)
        return button


def _words(step: Step) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(_label(step.title, "muted" if step.done else "strong"))
    if step.sentence and not step.done:
        column.addWidget(_label(step.sentence, "small"))
    return column


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(kind == "small" and len(text) > LINE_WIDTH // 4)
    return label
