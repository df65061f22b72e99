"""The small form of an opportunity, over a real database."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from core.day_ranges import Calendar
from core.formats import Formats
from core.opportunity_edit import save
from core.opportunity_form import OpportunityForm
from core.undo import undo
from db.ids import new_id
from db.opportunity_rows import read_opportunity
from db.tables.lookups import ProbabilityRow
from db.tables.opportunity import OpportunityLineRow, OpportunityRow
from db.tables.people import AgentRow
from tests.core.test_opportunity_edit import add, chance, coded, second, stage
from tests.lists import change_rows, delete_rows
from tests.workspaces import NOW, write_rows
from views.list.filter_values import FilterTools
from views.opportunities.closing_dialog import ClosingDialog
from views.opportunities.edit_dialog import OpportunityDialog, OpportunityEditor
from widgets.form.labelled import LineField, ListField, TextField

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from db.writes import Values
    from models.task import TaskRunner
    from widgets.theme import Appearance

LONG_MS = 10_000


class Bench:
    """The editor over a window, and what it told."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, tasks: TaskRunner) -> None:
        """Build the editor of a database."""
        self.qtbot = qtbot
        self.workspace = workspace
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        tools = FilterTools(Formats("en_GB"), Calendar(), lambda: NOW)
        form = OpportunityForm(workspace)
        self.editor = OpportunityEditor(form, tasks, tools, self.window)
        self.acted: list[tuple[UUID, str]] = []
        self.errors: list[Exception] = []
        self.editor.acted.connect(lambda act_id, label: self.acted.append((act_id, label)))
        self.editor.refused.connect(self.errors.append)
        self.editor.failed.connect(self.errors.append)

    def open(self, key: UUID) -> OpportunityDialog:
        """Open the form of an opportunity and wait for it."""
        self.editor.open(key)
        self.qtbot.waitUntil(lambda: self.editor.dialog is not None, timeout=LONG_MS)
        assert self.editor.dialog is not None
        return self.editor.dialog

    def save(self, dialog: OpportunityDialog) -> None:
        """Press the button and wait until the form is gone."""
        dialog.ok.click()
        self.qtbot.waitUntil(lambda: self.editor.dialog is None, timeout=LONG_MS)

    def row(self, key: UUID) -> Values:
        """Return the columns as they are stored."""
        with self.workspace.database.reading() as connection:
            return read_opportunity(connection, key)


@pytest.fixture
def bench(
    qtbot: QtBot, sqlite_workspace: Workspace, tasks: TaskRunner, appearance: Appearance
) -> Bench:
    assert appearance is not None
    return Bench(qtbot, sqlite_workspace, tasks)


def line(dialog: OpportunityDialog, name: str) -> LineField:
    field = dialog.fields[name]
    assert isinstance(field, LineField)
    return field


def chosen(dialog: OpportunityDialog, name: str) -> ListField:
    field = dialog.fields[name]
    assert isinstance(field, ListField)
    return field


def choose(dialog: OpportunityDialog, name: str, key: object) -> None:
    """Choose a key as a user does, by a line of the open list."""
    box = chosen(dialog, name).list
    box.setCurrentIndex(box.findData(str(key)))
    box.activated.emit(box.currentIndex())


def test_the_form_shows_what_is_stored(bench: Bench) -> None:
    key = add(
        bench.workspace,
        title="Press line 3",
        net_minor=123_456,
        expected_close_on=date(2026, 4, 1),
        priority=2,
        description="Two shifts",
    )

    dialog = bench.open(key)

    assert dialog.head.text() == "Press line 3"
    assert dialog.sentence.text().startswith("Rossi S.p.A. · 26/0001")
    assert line(dialog, "net_minor").line.text() == "1,234.56"
    assert line(dialog, "net_minor").label.text() == "Net amount in EUR"
    assert line(dialog, "expected_close_on").line.text() == "01 Apr 26"
    assert chosen(dialog, "priority").list.currentText() == "2"
    assert chosen(dialog, "stage_id").list.currentText() == "Visit"
    description = dialog.fields["description"]
    assert isinstance(description, TextField)
    assert description.text.toPlainText() == "Two shifts"
    assert dialog.changes() == {}


def test_what_was_changed_is_written_in_one_act_and_told(bench: Bench) -> None:
    key = add(bench.workspace, title="Press line", net_minor=100)
    agent = new_id()
    write_rows(bench.workspace, AgentRow, [{"id": agent, "code": "a", "description": "Anna"}])
    dialog = bench.open(key)
    line(dialog, "title").line.setText("  Press line 4 ")
    line(dialog, "net_minor").line.setText("2,000.50")
    line(dialog, "expected_close_on").line.setText("5 May 2026")
    choose(dialog, "agent_id", agent)

    bench.save(dialog)

    row = bench.row(key)
    assert (row["title"], row["net_minor"], row["agent_id"]) == ("Press line 4", 200_050, agent)
    assert row["expected_close_on"] == date(2026, 5, 5)
    assert len(bench.acted) == 1
    assert "Press line 4" in bench.acted[0][1]


def test_an_undo_of_the_act_brings_all_back(bench: Bench) -> None:
    key = add(bench.workspace, title="Press line", net_minor=100)
    dialog = bench.open(key)
    line(dialog, "title").line.setText("Other")
    line(dialog, "net_minor").line.setText("")
    bench.save(dialog)
    unknown = bench.row(key)["net_minor"]

    undo(bench.workspace, bench.acted[0][0], NOW)

    assert unknown is None
    assert (bench.row(key)["title"], bench.row(key)["net_minor"]) == ("Press line", 100)


def test_nothing_changed_writes_nothing(bench: Bench) -> None:
    key = add(bench.workspace)

    bench.save(bench.open(key))

    assert bench.acted == []
    assert bench.errors == []


def test_what_cannot_be_read_is_said_at_its_field(bench: Bench) -> None:
    dialog = bench.open(add(bench.workspace))
    line(dialog, "net_minor").line.setText("a lot")
    line(dialog, "expected_close_on").line.setText("some day")
    line(dialog, "title").line.setText("   ")

    dialog.ok.click()

    assert "a lot" in dialog.fields["net_minor"].error.text()
    assert "some day" in dialog.fields["expected_close_on"].error.text()
    assert dialog.fields["title"].error.text() == "Title must be filled in."
    assert line(dialog, "title").line.property("state") == "error"
    assert dialog.isVisible()
    dialog.reject()


def test_a_mended_field_is_no_longer_wrong(bench: Bench) -> None:
    key = add(bench.workspace)
    dialog = bench.open(key)
    line(dialog, "net_minor").line.setText("a lot")
    dialog.ok.click()
    line(dialog, "net_minor").line.setText("7")

    bench.save(dialog)

    assert bench.row(key)["net_minor"] == 700


def test_an_amount_of_lines_cannot_be_typed(bench: Bench) -> None:
    key = add(bench.workspace, net_minor=500)
    lines = [{"id": new_id(), "opportunity_id": key, "net_minor": 500}]
    write_rows(bench.workspace, OpportunityLineRow, lines)

    dialog = bench.open(key)

    assert not line(dialog, "net_minor").line.isEnabled()
    assert "sum of the lines" in line(dialog, "net_minor").line.toolTip()
    dialog.reject()


def test_what_somebody_else_has_changed_is_not_overwritten_unseen(bench: Bench) -> None:
    key = add(bench.workspace, title="Press line")
    dialog = bench.open(key)
    save(second(bench.workspace), key, {"title": ("Press line", "Press of theirs")}, NOW)
    line(dialog, "title").line.setText("Press of mine")

    dialog.ok.click()
    bench.qtbot.waitUntil(lambda: bool(dialog.error.text()), timeout=LONG_MS)
    told = dialog.error.text()
    stored = bench.row(key)["title"]
    bench.save(dialog)

    assert "Second" in told
    assert stored == "Press of theirs"
    assert bench.row(key)["title"] == "Press of mine"


def test_other_fields_of_others_stay_as_they_are(bench: Bench) -> None:
    key = add(bench.workspace, title="Press line", priority=0)
    dialog = bench.open(key)
    save(second(bench.workspace), key, {"priority": (0, 3)}, NOW)
    line(dialog, "title").line.setText("Press of mine")

    bench.save(dialog)

    assert (bench.row(key)["title"], bench.row(key)["priority"]) == ("Press of mine", 3)


def test_a_probability_that_is_chosen_is_by_hand(bench: Bench) -> None:
    key = add(bench.workspace)
    dialog = bench.open(key)
    automatic = dialog.automatic.isChecked()
    choose(dialog, "probability_id", chance(bench.workspace, "75"))

    bench.save(dialog)

    row = bench.row(key)
    assert automatic
    assert row["probability_id"] == chance(bench.workspace, "75")
    assert row["probability_by_hand"]


def test_the_stage_sets_the_probability_again_on_request(bench: Bench) -> None:
    key = add(
        bench.workspace,
        probability_id=chance(bench.workspace, "75"),
        probability_by_hand=True,
    )
    dialog = bench.open(key)

    dialog.automatic.setChecked(True)
    bench.save(dialog)

    row = bench.row(key)
    assert not row["probability_by_hand"]
    assert row["probability_id"] == chance(bench.workspace, "25")


def test_a_move_that_the_workflow_refuses_is_said_and_the_form_stays(bench: Bench) -> None:
    key = add(bench.workspace)
    dialog = bench.open(key)
    box = chosen(dialog, "stage_id").list
    far = next(i for i in range(box.count()) if box.itemText(i) == "Negotiation")
    box.setCurrentIndex(far)

    dialog.ok.click()

    bench.qtbot.waitUntil(lambda: bool(dialog.error.text()), timeout=LONG_MS)
    assert "Negotiation" in dialog.error.text()
    assert bench.row(key)["stage_id"] == stage(bench.workspace, "visit")
    dialog.reject()


def test_closing_from_the_form_asks_for_the_reason(bench: Bench) -> None:
    key = add(bench.workspace)
    dialog = bench.open(key)
    choose(dialog, "probability_id", coded(bench.workspace, ProbabilityRow, "100"))
    dialog.ok.click()
    bench.qtbot.waitUntil(lambda: bench.editor.question is not None, timeout=LONG_MS)
    question = bench.editor.question
    assert isinstance(question, ClosingDialog)

    question.reason.setCurrentIndex(0)
    question.ok.click()

    bench.qtbot.waitUntil(lambda: bench.editor.dialog is None, timeout=LONG_MS)
    assert bench.row(key)["outcome"] == "won"
    assert bench.row(key)["closing_reason_id"] is not None


def test_leaving_the_question_leaves_the_form_as_it_was_typed(bench: Bench) -> None:
    key = add(bench.workspace)
    dialog = bench.open(key)
    line(dialog, "title").line.setText("Typed")
    choose(dialog, "probability_id", coded(bench.workspace, ProbabilityRow, "100"))
    dialog.ok.click()
    bench.qtbot.waitUntil(lambda: bench.editor.question is not None, timeout=LONG_MS)
    assert bench.editor.question is not None

    bench.editor.question.reject()

    assert dialog.isVisible()
    assert line(dialog, "title").line.text() == "Typed"
    assert bench.row(key)["outcome"] == "open"
    dialog.reject()


def test_what_was_deleted_meanwhile_is_said(bench: Bench) -> None:
    key = add(bench.workspace)
    delete_rows(bench.workspace, OpportunityRow, [key])

    bench.editor.open(key)

    bench.qtbot.waitUntil(lambda: bool(bench.errors), timeout=LONG_MS)
    assert "deleted" in str(bench.errors[0])
    assert bench.editor.dialog is None


def test_a_retired_agent_stays_chosen_and_another_one_is_not_offered(bench: Bench) -> None:
    gone, other = new_id(), new_id()
    rows = [
        {"id": gone, "code": "g", "description": "Gone", "retired_at": NOW},
        {"id": other, "code": "o", "description": "Old", "retired_at": NOW},
    ]
    write_rows(bench.workspace, AgentRow, rows)
    key = add(bench.workspace)
    change_rows(bench.workspace, OpportunityRow, [key], {"agent_id": gone})

    dialog = bench.open(key)

    box = chosen(dialog, "agent_id").list
    assert box.currentText() == "Gone"
    assert "Old" not in [box.itemText(i) for i in range(box.count())]
    assert dialog.changes() == {}
    dialog.reject()


def test_a_title_of_five_hundred_letters_does_not_widen_the_form(bench: Bench) -> None:
    dialog = bench.open(add(bench.workspace, title="Presse " * 72))

    assert dialog.width() == 460
    dialog.reject()
