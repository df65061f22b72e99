"""The small form of an opportunity, and its way to the database."""

from __future__ import annotations

from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from core.closing import ReasonNeededError, ReopenError
from core.opportunity_edit import ConflictError, FieldError
from db.errors import DealboardError
from models.asker import Asker
from resources.texts import _
from views.opportunities.closing_dialog import ClosingQuestion, ReopenQuestion
from views.opportunities.form_parts import ROWS, form_fields, typed_value
from widgets.ask_dialog import AskDialog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any
    from uuid import UUID

    from core.cell_edit import Done
    from core.opportunity_form import FormValues, OpportunityForm
    from models.task import TaskRunner
    from views.list.edit_rules import Question
    from views.list.filter_values import FilterTools

    Changes = dict[str, tuple[object, object]]

DOT = " · "
# What two lines of the dialog's head hold; the whole title stands in its field.
LONGEST_TITLE = 90


class OpportunityDialog(AskDialog):
    """Shows what is most often changed of an opportunity."""

    def __init__(self, form: FormValues, tools: FilterTools, parent: QWidget | None) -> None:
        """Fill the fields with what was read."""
        names = form.names
        sentence = DOT.join((names.contact, names.number, names.type))
        title = shorten(str(form.values["title"]), LONGEST_TITLE, placeholder="…")
        super().__init__(title, sentence, _("Save"), parent)
        self._seen = dict(form.values)
        self._tools = tools
        self.fields = form_fields(form, tools)
        for row in ROWS:
            self.add_part(self._row(row))
        self.automatic = self._automatic(by_hand=bool(self._seen["probability_by_hand"]))
        QTimer.singleShot(0, self.fields["title"], self.fields["title"].setFocus)

    def changes(self) -> Changes | None:
        """Return what was changed, with what was seen; None where a field cannot be read."""
        self.say("")
        values, sound = {}, True
        for name, field in self.fields.items():
            try:
                values[name] = typed_value(name, field)
                field.say("")
            except ValueError as error:
                field.say(str(error))
                sound = False
        return self._differing(values) if sound else None

    def refuse(self, error: DealboardError) -> None:
        """Say what is wrong, at its field where it has one; nothing that was typed is lost."""
        if isinstance(error, FieldError) and error.field in self.fields:
            self.fields[error.field].say(str(error))
        elif isinstance(error, ConflictError):
            self._show_conflict(error)
        else:
            self.say(str(error))

    def _show_conflict(self, error: ConflictError) -> None:
        """Show the values of others; who saves again has seen them."""
        self._seen |= error.values
        self.say(str(error))
        for name in error.values.keys() & self.fields.keys():
            self.fields[name].say(_("Changed by somebody else"), "conflict")

    def _differing(self, values: Mapping[str, object]) -> Changes:
        found: Changes = {
            name: (self._seen[name], new) for name, new in values.items() if new != self._seen[name]
        }
        by_hand = self._seen["probability_by_hand"]
        if by_hand and self.automatic.isChecked():
            found.pop("probability_id", None)
            found["probability_by_hand"] = (by_hand, False)
        return found

    def _row(self, names: tuple[str, ...]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name in names:
            row.addWidget(self.fields[name], 1)
        return line

    def _automatic(self, *, by_hand: bool) -> QCheckBox:
        """Return the switch that leaves the probability to the stage; a choice by hand ends it."""
        box = QCheckBox(_("Set by the stage"))
        box.setChecked(not by_hand)
        box.setToolTip(_("A stage leaves a probability alone that was chosen by hand."))
        field = self.fields["probability_id"]
        column = field.layout()
        if column is not None:
            column.addWidget(box)
        field.list.activated.connect(lambda: box.setChecked(False))  # type: ignore[attr-defined]
        return box


class OpportunityEditor(QObject):
    """Reads an opportunity, lets the user change it, and saves; one at a time."""

    acted = Signal(object, str)
    # The id of what was written.
    saved = Signal(object)
    refused = Signal(Exception)
    failed = Signal(Exception)

    def __init__(
        self, form: OpportunityForm, tasks: TaskRunner, tools: FilterTools, parent: QWidget
    ) -> None:
        """Edit over a widget."""
        super().__init__(parent)
        self._form = form
        self._asker = Asker(tasks, self)
        self._tools = tools
        self._parent = parent
        self._key: UUID | None = None
        self.dialog: OpportunityDialog | None = None
        self.question: AskDialog | None = None

    def open(self, key: UUID) -> None:
        """Read an opportunity and show its form."""
        if self.dialog is None:
            self._key = key
            self._asker.ask(partial(self._form.read, key), self._show, self._tell)

    def _show(self, form: FormValues) -> None:
        if self.dialog is not None:
            return
        self.dialog = OpportunityDialog(form, self._tools, self._parent)
        self.dialog.answered.connect(self._save)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _save(self) -> None:
        changes = self.dialog.changes() if self.dialog is not None else None
        if changes is not None and self._key is not None:
            self._write(self._key, changes, {})

    def _write(self, key: UUID, changes: Changes, answers: dict[str, Any]) -> None:
        now = self._tools.clock()
        work = partial(self._form.save, key, changes, now, **answers)
        self._allow(saving=True)
        self._asker.ask(work, self._saved, partial(self._not_saved, key, changes, answers))

    def _saved(self, done: Done) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        if done.act_id is not None:
            self.saved.emit(self._key)
            self.acted.emit(done.act_id, done.label)

    def _not_saved(
        self, key: UUID, changes: Changes, answers: dict[str, Any], error: Exception
    ) -> None:
        self._allow(saving=False)
        question = self._question(answers, error)
        if question is None:
            self._tell(error)
            return
        go_on = partial(self._open_question, key, changes, answers, question)
        self._asker.ask(question.prepare, go_on, self._tell)

    def _question(self, answers: Mapping[str, Any], error: Exception) -> Question | None:
        """Return what to ask, once each, so that the save can go on."""
        over = self.dialog or self._parent
        if isinstance(error, ReasonNeededError) and "reason" not in answers:
            sentence = self.dialog.sentence.text() if self.dialog else ""
            return ClosingQuestion(self._form.reasons, sentence, error.outcome, over)
        if isinstance(error, ReopenError) and "reopen" not in answers:
            return ReopenQuestion(str(error), over)
        return None

    def _open_question(
        self,
        key: UUID,
        changes: Changes,
        answers: dict[str, Any],
        question: Question,
        prepared: object,
    ) -> None:
        def go_on(answer: Any) -> None:  # noqa: ANN401 - by the question
            self._write(key, changes, {**answers, **answer})

        dialog = question.dialog(prepared, go_on)
        self.question = dialog if isinstance(dialog, AskDialog) else None
        dialog.open()

    def _allow(self, *, saving: bool) -> None:
        """Let nobody save twice."""
        if self.dialog is not None:
            self.dialog.ok.setEnabled(not saving)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, DealboardError):
            self.failed.emit(error)
        elif self.dialog is not None:
            self.dialog.refuse(error)
        else:
            self.refused.emit(error)
