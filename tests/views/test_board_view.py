"""The boards as a user works them, over real databases of both engines."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from sqlalchemy import select

from core.board_moves import Seen, move_cards
from core.board_place import WON_PLACE, BoardKind, Place, PlaceKind
from core.undo import undo
from core.view_content import ViewContent
from db.filters import ChoiceFilter, TextFilter
from db.ids import new_id
from db.tables.lookups import ProbabilityRow
from db.tables.opportunity import OpportunityRow
from db.tables.workflow import WorkflowRow
from tests.core.test_opportunity_edit import add, chance, reason, second, stage
from tests.lists import delete_rows
from tests.views.board_help import ALT, BoardBench
from tests.workspaces import NOW, write_rows
from views.boards.board_choices import BoardChoices
from views.boards.kinds import stages_board
from views.opportunities.closing_dialog import ClosingDialog
from widgets.kanban.values import CardState

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from models.task import TaskRunner
    from widgets.theme import Appearance

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def bench(
    qtbot: QtBot, sqlite_workspace: Workspace, appearance: Appearance, tasks: TaskRunner
) -> BoardBench:
    """Return a bench on a file without opportunities."""
    return BoardBench(qtbot, sqlite_workspace, appearance, tasks)


@pytest.fixture
def either(
    qtbot: QtBot, workspace: Workspace, appearance: Appearance, tasks: TaskRunner
) -> BoardBench:
    """Return a bench without opportunities, once on each engine."""
    return BoardBench(qtbot, workspace, appearance, tasks)


def some(bench: BoardBench, code: str, *nets: int | None) -> list[UUID]:
    """Write opportunities of a probability, worth so much."""
    return [
        add(
            bench.workspace,
            number=f"{code}/{place}",
            title=f"Press {code}.{place}",
            probability_id=chance(bench.workspace, code),
            net_minor=net,
        )
        for place, net in enumerate(nets)
    ]


def test_columns_have_counts_and_totals_over_all_cards(either: BoardBench) -> None:
    some(either, "25", 100_00, 250_50, None)
    some(either, "50", 1_000_00)

    either.begin()

    assert either.figures("25 %") == ("3", "350.50 EUR")
    assert either.figures("50 %") == ("1", "1,000.00 EUR")
    assert either.pane("25 %").column.figures[0].label == "Count, 1 without amount"
    assert either.cards("25 %") == ["Press 25.1", "Press 25.0", "Press 25.2"]
    assert either.errors == []


def test_the_status_bar_says_what_is_open_until_cards_are_chosen(bench: BoardBench) -> None:
    keys = some(bench, "50", 100_00, 300_00)
    view = bench.begin()
    before = bench.status()

    view.board.select(keys[:1])

    bench.wait(lambda: "1 selected" in bench.status())
    assert before[:3] == ["2 open", "Net 400.00 EUR", "Weighted 200.00 EUR"]
    assert "Net 100.00 EUR" in bench.status()


def test_a_drop_sets_the_probability_by_hand_and_tells_the_act(either: BoardBench) -> None:
    (key,) = some(either, "25", 100_00)
    either.begin()

    either.drop("75 %", key)

    at_once = either.cards("75 %")
    either.wait(lambda: either.acted)
    row = either.row(key)
    assert at_once == ["Press 25.0"]
    assert either.figures("75 %") == ("1", "100.00 EUR")
    assert either.figures("25 %") == ("0", "0.00 EUR")
    assert row["probability_id"] == chance(either.workspace, "75")
    assert row["probability_by_hand"]
    assert "Press 25.0" in either.acted[0][1]


def test_several_cards_move_in_one_act_and_go_back_in_one(bench: BoardBench) -> None:
    keys = some(bench, "25", 100_00, 200_00, 300_00)
    view = bench.begin()
    bench.drop("50 %", *keys)
    bench.wait(lambda: bench.acted)
    moved = bench.figures("50 %")

    undo(bench.workspace, bench.acted[0][0], NOW)
    view.take_changes(None)

    bench.wait(lambda: bench.figures("25 %") == ("3", "600.00 EUR"))
    assert moved == ("3", "600.00 EUR")
    assert len(bench.acted) == 1
    assert bench.figures("50 %")[0] == "0"


def test_a_drop_on_won_asks_for_the_reason_and_closes(either: BoardBench) -> None:
    (key,) = some(either, "75", 100_00)
    either.begin()
    either.drop("WON", key)
    dialog = either.dialog()
    assert isinstance(dialog, ClosingDialog)
    asked = dialog.sentence.text()

    dialog.reason.setCurrentIndex(0)
    dialog.ok.click()

    either.wait(lambda: either.acted)
    row = either.row(key)
    assert asked == "Press 75.0, Rossi S.p.A., 100.00 EUR"
    assert (row["outcome"], row["closed_on"]) == ("won", NOW.date())
    assert row["closing_reason_id"] is not None


def test_the_reasons_offered_have_the_sign_of_the_column(bench: BoardBench) -> None:
    (key,) = some(bench, "75", 100_00)
    bench.begin()

    bench.drop("LOST", key)

    dialog = bench.dialog()
    offered = [dialog.reason.itemText(place) for place in range(dialog.reason.count())]
    assert dialog.windowTitle() == "Close as lost"
    assert "Price too high" in offered
    assert "Best price" not in offered
    dialog.reject()


def test_escape_in_the_question_takes_the_card_back(either: BoardBench) -> None:
    (key,) = some(either, "75", 100_00)
    either.begin()
    either.drop("WON", key)
    dialog = either.dialog()

    QTest.keyClick(dialog, Key.Key_Escape)

    either.wait(lambda: either.cards("75 %") == ["Press 75.0"])
    assert either.figures("75 %") == ("1", "100.00 EUR")
    assert either.row(key)["outcome"] == "open"
    assert either.acted == []


def test_back_from_won_it_asks_whether_to_reopen(bench: BoardBench) -> None:
    (key,) = some(bench, "75", 100_00)
    here = Place(PlaceKind.PROBABILITY, chance(bench.workspace, "75"))
    seen = [Seen(key, "Press 75.0", here)]
    why = reason(bench.workspace)
    move_cards(bench.workspace, BoardKind.PROGRESS, seen, WON_PLACE, NOW, reason=why)
    bench.begin()
    bench.drop("50 %", key)

    bench.dialog().ok.click()

    bench.wait(lambda: bench.acted)
    row = bench.row(key)
    assert row["outcome"] == "open"
    assert row["probability_id"] == chance(bench.workspace, "50")
    assert bench.cards("50 %") == ["Press 75.0"]


def test_reopening_declined_leaves_it_closed(bench: BoardBench) -> None:
    (key,) = some(bench, "75", 100_00)
    here = Place(PlaceKind.PROBABILITY, chance(bench.workspace, "75"))
    seen = [Seen(key, "Press 75.0", here)]
    why = reason(bench.workspace)
    move_cards(bench.workspace, BoardKind.PROGRESS, seen, WON_PLACE, NOW, reason=why)
    bench.begin()
    bench.drop("50 %", key)

    bench.dialog().reject()

    bench.wait(lambda: bench.figures("WON")[0] == "1")
    assert bench.row(key)["outcome"] == "won"
    assert bench.acted == []


def test_who_comes_second_is_told_and_sees_the_card_of_the_first(either: BoardBench) -> None:
    (key,) = some(either, "25", 100_00)
    either.begin()
    either.take_up(key)
    other = second(either.workspace)
    here = Place(PlaceKind.PROBABILITY, chance(either.workspace, "25"))
    there = Place(PlaceKind.PROBABILITY, chance(either.workspace, "90"))
    move_cards(other, BoardKind.PROGRESS, [Seen(key, "Press 25.0", here)], there, NOW)

    either.view.board.dragging.drop(either.pane("50 %").geometry().center())

    # On a server the login says who it was; both are the same one here.
    either.wait(lambda: "has moved" in either.message())
    either.wait(lambda: either.cards("90 %") == ["Press 25.0"])
    assert either.row(key)["probability_id"] == chance(either.workspace, "90")
    assert either.card(key).state is CardState.REFUSED
    assert either.acted == []


def test_the_mark_of_a_card_that_came_back_goes_when_another_is_chosen(bench: BoardBench) -> None:
    key, other = some(bench, "25", 100_00, 200_00)
    view = bench.begin()
    view.moves._sent_back = {key: "Not moved"}  # noqa: SLF001 - as a refusal leaves it
    before = bench.card(key).state

    view.board.select([other])

    bench.wait(lambda: bench.card(key).state is CardState.PLAIN)
    assert before is CardState.REFUSED


def test_a_probability_deleted_meanwhile_sends_the_card_back(bench: BoardBench) -> None:
    (key,) = some(bench, "25", 100_00)
    gone = chance(bench.workspace, "90")
    bench.begin()
    delete_rows(bench.workspace, ProbabilityRow, [gone])
    bench.view.board.dragging.begin({bench.pane("25 %").key: (key,)}, by_mouse=True)

    bench.view.board.dragging.drop(bench.pane("90 %").geometry().center())

    bench.wait(lambda: bench.message() or bench.view.board.dragging.is_active)
    bench.view.board.cancel_drag()
    bench.wait(lambda: bench.cards("25 %") == ["Press 25.0"])
    assert bench.row(key)["probability_id"] == chance(bench.workspace, "25")
    assert bench.errors == []


def test_an_opportunity_deleted_meanwhile_is_said(bench: BoardBench) -> None:
    (key,) = some(bench, "25", 100_00)
    bench.begin()
    bench.take_up(key)
    delete_rows(bench.workspace, OpportunityRow, [key])

    bench.view.board.dragging.drop(bench.pane("50 %").geometry().center())

    bench.wait(lambda: "deleted" in bench.message())
    bench.wait(lambda: bench.figures("25 %")[0] == "0")


def test_alt_and_an_arrow_move_the_card_to_the_next_column(bench: BoardBench) -> None:
    (key,) = some(bench, "25", 100_00)
    view = bench.begin()
    view.board.select([key])
    cards = bench.pane("25 %").cards
    assert cards is not None
    cards.setFocus()

    bench.press(cards, Key.Key_Right, ALT)

    bench.wait(lambda: bench.acted)
    assert bench.row(key)["probability_id"] == chance(bench.workspace, "50")


def test_escape_ends_a_drag_without_a_move(bench: BoardBench) -> None:
    (key,) = some(bench, "25", 100_00)
    bench.begin()
    bench.take_up(key)
    during = bench.status()

    bench.view.board.cancel_drag()

    assert during[0] == "1 card dragged"
    assert bench.cards("25 %") == ["Press 25.0"]
    assert bench.status()[0] == "1 open"
    assert bench.acted == []


def test_a_drag_shows_before_what_a_drop_would_make(bench: BoardBench) -> None:
    some(bench, "50", 1_000_00)
    keys = some(bench, "25", 100_00, 200_00)
    bench.begin()
    bench.take_up(*keys)

    bench.view.board.dragging.hover(bench.pane("50 %").geometry().center())

    previews = bench.view.board.dragging._previews  # noqa: SLF001 - as they are drawn
    figures = previews[bench.pane("50 %").key].figures
    assert figures == (("1", "3"), ("", "+ 300.00"))
    assert "Drop sets probability to 50 %" in bench.status()
    bench.view.board.cancel_drag()


def test_a_filter_leaves_cards_and_figures_out(bench: BoardBench) -> None:
    some(bench, "25", 100_00, 250_00)
    view = bench.begin()

    view.search.setText("25.1")
    view.search.settle()

    bench.wait(lambda: bench.figures("25 %") == ("1", "250.00 EUR"))
    assert bench.cards("25 %") == ["Press 25.1"]
    assert [(chip.field, chip.value) for chip in view.bar.chips.chips] == [
        ("Closed", "last 90 days"),
        ("Text", "“25.1”"),
    ]


def test_nothing_found_offers_to_clear_the_filter(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin()
    view.base.state.set_filters({"title": TextFilter("title", "submarine")})
    bench.wait(view.covers.missed.isVisible)

    view.covers.missed.first.click()

    bench.wait(lambda: not view.covers.missed.isVisible())
    bench.wait(lambda: bench.cards("25 %") == ["Press 25.0"])
    assert view.base.state.content.filters == ()


def test_an_empty_database_offers_the_first_step(bench: BoardBench) -> None:
    view = bench.begin()
    bench.wait(lambda: view.covers.empty.title.text() == "No opportunities yet")
    assert view.covers.empty.isVisible()

    view.covers.empty.first.click()

    bench.wait(lambda: not view.covers.empty.isVisible())
    assert any(pane.body and pane.body.quick.is_open for pane in view.board.columns)


def test_an_empty_database_offers_demo_data(bench: BoardBench, qtbot: QtBot) -> None:
    view = bench.begin()
    bench.wait(view.covers.empty.second.isVisible)

    with qtbot.waitSignal(view.demo_wanted):
        view.covers.empty.second.click()


def test_a_quick_line_enters_a_card_into_its_column(either: BoardBench) -> None:
    some(either, "25", 100_00)
    view = either.begin()
    column = either.pane("50 %").key

    view.board.entered.emit(column, "Neue Werke GmbH, Sorter, 1,250.50")

    either.wait(lambda: either.acted)
    either.wait(lambda: either.cards("50 %") == ["Sorter"])
    (item,) = either.items("50 %")
    assert item is not None
    assert (item.contact, item.net_minor, item.by_hand) == ("Neue Werke GmbH", 125_050, True)
    assert either.figures("50 %") == ("1", "1,250.50 EUR")


def test_a_line_that_cannot_be_read_is_said_below_it(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin()
    column = bench.pane("50 %")
    view.board.begin_entry(column.key)

    view.board.entered.emit(column.key, "Neue Werke GmbH")

    assert column.body is not None
    quick = column.body.quick
    bench.wait(lambda: bool(quick.error.text()))
    assert bench.acted == []


def test_contacts_are_suggested_while_one_types(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin()
    view.board.begin_entry(bench.pane("50 %").key)
    body = bench.pane("50 %").body
    assert body is not None

    QTest.keyClicks(body.quick.field, "ros")

    completer = body.quick.field.completer()
    bench.wait(lambda: completer.model().rowCount() == 1)
    assert completer.model().index(0, 0).data() == "Rossi S.p.A."


def test_enter_opens_the_form_of_a_card(bench: BoardBench) -> None:
    (key,) = some(bench, "25", 100_00)
    view = bench.begin()

    view.board.activated.emit(key)

    bench.wait(lambda: view.editor.dialog is not None)
    assert view.editor.dialog is not None
    assert view.editor.dialog.head.text() == "Press 25.0"
    view.editor.dialog.reject()


def test_the_menu_moves_opens_and_shows_in_the_list(bench: BoardBench, qtbot: QtBot) -> None:
    (key,) = some(bench, "25", 100_00)
    view = bench.begin()
    view.board.menu_wanted.emit((key,), QPoint(10, 10))
    bench.wait(view.menu.isVisible)
    titles = {action.text(): action for action in view.menu.actions()}
    places = {action.text(): action for action in view.menu.places.actions()}

    with qtbot.waitSignal(view.list_wanted) as shown:
        titles["Show in the list"].trigger()
    places["75 %"].trigger()

    view.menu.close()
    bench.wait(lambda: bench.acted)
    assert shown.args == [key]
    assert {"Open", "Copy as a table", "Close as won", "Close as lost"} <= titles.keys()
    assert not places["25 %"].isEnabled()
    assert bench.row(key)["probability_id"] == chance(bench.workspace, "75")


@pytest.mark.usefixtures("clipboard")
def test_chosen_cards_are_copied_as_a_table(bench: BoardBench, qtbot: QtBot) -> None:
    keys = some(bench, "25", 100_00, None)
    view = bench.begin()

    with qtbot.waitSignal(view.copied) as copied:
        view.copier.copy(keys)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert copied.args == [2]
    assert lines[0].split("\t")[:3] == ["Number", "Contact", "Title"]
    assert lines[1].split("\t")[7:9] == ["100.00", "EUR"]
    assert lines[2].split("\t")[7:9] == ["", "EUR"]


def test_what_somebody_else_moves_slides_in_and_names_them(either: BoardBench) -> None:
    (key,) = some(either, "25", 100_00)
    view = either.begin()
    other = second(either.workspace)
    here = Place(PlaceKind.PROBABILITY, chance(either.workspace, "25"))
    there = Place(PlaceKind.PROBABILITY, chance(either.workspace, "90"))
    move_cards(other, BoardKind.PROGRESS, [Seen(key, "Press 25.0", here)], there, NOW)

    view.take_changes({"opportunity": {key}, "progress": frozenset()}, "Second")

    either.wait(lambda: either.cards("90 %") == ["Press 25.0"])
    either.wait(lambda: either.card(key).note == "Moved by Second just now")
    either.wait(lambda: either.figures("90 %") == ("1", "100.00 EUR"))


def test_the_cards_are_sorted_as_the_menu_says(bench: BoardBench) -> None:
    some(bench, "25", 200_00, 100_00, 300_00)
    view = bench.begin()
    before = bench.cards("25 %")
    view.bar.sort.click()

    next(a for a in view.bar.sort_menu.actions() if a.text() == "Smallest first").trigger()

    view.bar.sort_menu.close()
    bench.wait(lambda: bench.cards("25 %") == ["Press 25.1", "Press 25.0", "Press 25.2"])
    assert before == ["Press 25.2", "Press 25.0", "Press 25.1"]
    assert not bench.kept[-1].descending


def test_the_days_of_what_was_closed_are_changed_by_their_chip(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin()
    view.filters.own_opened.emit("/closed")
    popup = view.board_bar.days
    assert popup is not None

    popup.spin.setValue(30)
    popup.apply.click()

    bench.wait(lambda: bench.pane("WON").column.note == "last 30 days")
    assert bench.kept[-1].closed_days == 30
    assert view.bar.chips.chips[0].value == "last 30 days"
    assert not view.bar.chips.chips[0].fixed


def test_the_ends_are_strips_until_they_are_opened(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin()
    before = bench.pane("WON").is_collapsed, bench.pane("LOST").is_collapsed

    view.board.columns.toggled.emit(bench.pane("WON"), False)  # noqa: FBT003 - a signal's argument

    assert before == (True, True)
    assert not bench.pane("WON").is_collapsed
    assert not bench.kept[-1].is_collapsed("won", at_first=True)


def test_columns_that_were_collapsed_are_strips_at_the_next_start(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    key = Place(PlaceKind.PROBABILITY, chance(bench.workspace, "25")).key
    choices = BoardChoices(collapsed=frozenset({key}), opened=frozenset({"lost"}))

    bench.begin(choices=choices)

    assert bench.pane("25 %").is_collapsed
    assert not bench.pane("LOST").is_collapsed


def test_empty_columns_are_collapsed_and_all_opened_again(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin()

    view.columns.open_or_collapse(opened=False)
    narrow = [pane.column.title for pane in view.board.columns if not pane.is_collapsed]
    view.columns.open_or_collapse(opened=True)

    assert narrow == ["25 %"]
    assert not any(pane.is_collapsed for pane in view.board.columns)


def test_the_density_of_the_cards_is_the_boards_own(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin()
    before = view.board.delegate.height

    view.bar.density.button("compact").click()

    assert (before, view.board.delegate.height) == (100, 48)
    assert bench.kept[-1].density == "compact"


def test_a_saved_view_of_the_list_is_opened_on_the_board(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    some(bench, "50", 100_00)
    wanted = ChoiceFilter("probability", (chance(bench.workspace, "50"),))
    store = bench.parts.views
    store.begin_with(store.save("Half", ViewContent((), (wanted,)), NOW), NOW)

    view = bench.begin()

    bench.wait(lambda: view.bar.view.accessibleName() == "View: Half")
    bench.wait(lambda: bench.figures("25 %")[0] == "0")
    assert view.query() is not None
    assert bench.figures("50 %")[0] == "1"
    assert bench.shared.content == view.base.state.content


def test_the_stages_board_refuses_what_no_transition_allows(either: BoardBench) -> None:
    some(either, "25", 100_00)
    view = either.begin(stages_board())
    (item,) = either.items("Visit")
    assert item is not None

    either.take_up(item.id)

    refusals = view.board.dragging.refusals
    refused = {pane.column.title for pane in view.board.columns if pane.key in refusals}
    assert "Negotiation" in refused
    assert "Negotiation" in refusals[either.pane("Negotiation").key].sentence
    assert either.pane("Negotiation").refusal is not None
    view.board.cancel_drag()


def test_a_drop_on_a_stage_runs_the_transition(either: BoardBench) -> None:
    (key,) = some(either, "25", 100_00)
    either.begin(stages_board())
    allowed = "Budget offer"

    either.drop(allowed, key)

    either.wait(lambda: either.acted)
    assert either.row(key)["stage_id"] != stage(either.workspace, "visit")
    assert either.cards(allowed) == ["Press 25.0"]


def test_the_workflow_is_chosen_in_the_filter_and_remembered(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    view = bench.begin(stages_board())
    chip = view.bar.chips.chips[0]

    view.filters.own_opened.emit("/workflow")

    actions = view.board_bar.menu.actions()
    assert (chip.field, chip.fixed) == ("Workflow", True)
    assert [action.isChecked() for action in actions].count(True) == 1
    actions[-1].trigger()
    view.board_bar.menu.close()
    assert bench.kept[-1].workflow_id is not None


def test_a_database_that_is_busy_sends_the_card_back_and_is_tried_again(bench: BoardBench) -> None:
    (key,) = some(bench, "25", 100_00)
    bench.begin()
    bench.take_up(key)
    path = bench.workspace.database.url.database
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        bench.view.board.dragging.drop(bench.pane("50 %").geometry().center())
        bench.wait(lambda: bench.card(key).state is CardState.SAVING)
        bench.wait(bench.view.message.link.isVisible)
        back = bench.cards("25 %"), bench.row(key)["probability_id"]
        other.execute("ROLLBACK")

    bench.view.message.link.click()

    bench.wait(lambda: bench.acted)
    assert back == (["Press 25.0"], chance(bench.workspace, "25"))
    assert bench.row(key)["probability_id"] == chance(bench.workspace, "50")
    assert bench.message() == ""


def test_without_any_workflow_the_stages_board_says_so(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    with bench.workspace.database.reading() as connection:
        workflows = list(connection.scalars(select(WorkflowRow.id)))
    delete_rows(bench.workspace, WorkflowRow, workflows)

    view = bench.build(stages_board())
    view.start()

    bench.wait(view.covers.columnless.isVisible)
    assert view.covers.columnless.title.text() == "There is no workflow for opportunities"
    assert view.query() is None


def test_a_workflow_without_stages_says_so_and_offers_another(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    empty = new_id()
    row = {"id": empty, "code": "empty", "description": "Empty"}
    write_rows(bench.workspace, WorkflowRow, [row])

    view = bench.begin(stages_board(), BoardChoices(workflow_id=empty))

    bench.wait(view.covers.columnless.isVisible)
    assert view.covers.columnless.title.text() == "Empty has no stages yet"
    view.covers.columnless.first.click()
    bench.wait(view.board_bar.menu.isVisible)
    view.board_bar.menu.close()


def test_a_workflow_that_is_deleted_gives_way_to_the_first_one(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    gone = new_id()
    row = {"id": gone, "code": "gone", "description": "Gone"}
    write_rows(bench.workspace, WorkflowRow, [row])
    view = bench.begin(stages_board(), BoardChoices(workflow_id=gone))
    bench.wait(view.covers.columnless.isVisible)
    delete_rows(bench.workspace, WorkflowRow, [gone])

    view.take_changes({"workflow": {gone}})

    bench.wait(lambda: "Visit" in bench.titles())
    bench.wait(lambda: not view.covers.columnless.isVisible())


def test_forty_columns_are_shown(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    rows = [
        {
            "id": new_id(),
            "code": f"p{place}",
            "description": f"Step {place}",
            "percent": place + 30,
            "position": 100 + place,
        }
        for place in range(33)
    ]
    write_rows(bench.workspace, ProbabilityRow, rows)

    bench.begin()

    assert len(bench.titles()) == 40
    assert bench.cards("25 %") == ["Press 25.0"]


def test_a_currency_without_rate_is_said_and_never_counted_as_one(bench: BoardBench) -> None:
    some(bench, "25", 100_00)
    add(
        bench.workspace,
        number="26/9",
        title="Foreign",
        probability_id=chance(bench.workspace, "25"),
        net_minor=900_00,
        currency_code="KWD",
    )

    bench.begin()

    assert bench.figures("25 %") == ("2", "100.00 EUR")
    assert bench.pane("25 %").column.note == "no rate for KWD, not in the sums"


def test_a_title_of_five_hundred_letters_is_one_line_of_a_card(bench: BoardBench) -> None:
    title = "Press line " * 45
    key = add(bench.workspace, title=title, probability_id=chance(bench.workspace, "25"))

    bench.begin()

    assert bench.card(key).title == title
    assert bench.view.board.delegate.height == 100
