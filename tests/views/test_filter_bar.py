"""The filter bar: every kind of filter added, edited and taken away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.formats import Formats
from core.view_content import NamedDays
from db import filters as asked
from db.list_query import ListQuery
from db.tables.contact import ContactRow
from tests.lists import add_contacts, add_opportunities, change_rows
from tests.views.bar_help import BarBench
from tests.workspaces import NOW, add_contact
from views.context import ScreenContext
from widgets.chips import Chip
from widgets.filter_row import DateRange
from widgets.filter_row.record_popup import RecordPopup

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from models.task import TaskRunner
    from widgets.theme import Appearance

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def contacts(sqlite_workspace: Workspace) -> list[UUID]:
    """Write three contacts with two opportunities each, and a branch of the first."""
    made = add_contacts(sqlite_workspace, ["Conti", "Abate", "Bruno"])
    made.append(add_contact(sqlite_workspace, name="Conti Service", parent_id=made[0]))
    add_opportunities(sqlite_workspace, made, 8)
    return made


@pytest.fixture
def bench(
    sqlite_workspace: Workspace,
    contacts: list[UUID],
    tasks: TaskRunner,
    appearance: Appearance,
    qtbot: QtBot,
) -> BarBench:
    """Return a bar over eight opportunities."""
    assert contacts
    context = ScreenContext(
        appearance, tasks, Formats("en_GB"), sqlite_workspace.parameters, lambda: NOW
    )
    return BarBench(qtbot, context, sqlite_workspace)


def test_the_menu_offers_the_usual_fields_first_and_all_others_below(bench: BarBench) -> None:
    bench.bar.chips.add_clicked.emit()

    first = [action.text() for action in bench.filters.menu.actions() if action.text()]
    rest = [action.text() for action in bench.filters.more.actions()]
    assert first[:4] == ["Type", "User", "Probability", "Contact"]
    assert first[-2:] == ["Text", "Other fields"]
    assert {"Agent", "Campaign", "Tags"} <= set(rest)
    assert not set(first) & set(rest)
    bench.filters.menu.close()


def test_a_field_with_a_filter_is_not_offered_again(bench: BarBench) -> None:
    bench.state.set_filters({"net": asked.MoneyFilter("net", 0)})

    bench.bar.chips.add_clicked.emit()

    assert "Net amount" not in [action.text() for action in bench.filters.menu.actions()]
    bench.filters.menu.close()


def test_values_are_chosen_from_a_list(bench: BarBench) -> None:
    bench.read_choices()
    bench.add("Probability")

    item = next(i for i in bench.popup.checks.items if "50 %" in i.text() or "Budget" in i.text())
    item.setCheckState(Qt.CheckState.Checked)

    wanted = bench.state.filter("probability")
    assert isinstance(wanted, asked.ChoiceFilter)
    assert len(wanted.keys) == 1
    assert bench.chips == [("Probability", item.text())]
    bench.popup.close()


def test_an_amount_is_typed_and_a_click_on_its_chip_changes_it(
    bench: BarBench, qtbot: QtBot
) -> None:
    bench.add("Net amount")
    QTest.keyClicks(bench.popup.cell, ">= 1,000")
    QTest.keyClick(bench.popup.cell, Key.Key_Return)
    first = bench.chips

    qtbot.mouseClick(bench.bar.chips.buttons[0], LEFT)
    shown = bench.popup.cell.text()
    bench.popup.cell.clear()
    QTest.keyClicks(bench.popup.cell, "< 50")
    QTest.keyClick(bench.popup.cell, Key.Key_Return)

    assert first == [("Net amount", "≥ 1,000")]
    assert shown == "≥ 1,000"
    assert bench.state.filter("net") == asked.MoneyFilter("net", None, 499_999)


def test_days_are_chosen_by_the_name_of_a_range(bench: BarBench) -> None:
    bench.add("Expected close")

    bench.popup.chosen.emit(DateRange("this_month"))

    assert bench.state.filter("expected_close") == NamedDays("expected_close", "this_month")
    assert bench.chips == [("Expected close", "This month")]
    bench.popup.close()


def test_days_are_chosen_from_one_to_another(bench: BarBench) -> None:
    bench.add("Expected close")
    bench.popup.first.setText("1 Mar 26")
    bench.popup.last.setText("31 Mar 26")

    bench.popup.apply.click()

    wanted = asked.DayFilter("expected_close", date(2026, 3, 1), date(2026, 3, 31))
    assert bench.state.filter("expected_close") == wanted


def test_a_yes_or_no_is_chosen_from_a_menu(bench: BarBench) -> None:
    bench.add("Probability by hand")

    next(action for action in bench.popup.actions() if action.text() == "No").trigger()

    assert bench.state.filter("by_hand") == asked.FlagFilter("by_hand", value=False)
    bench.popup.close()


def test_a_contact_is_found_by_words_and_brings_its_companies(
    bench: BarBench, contacts: list[UUID], qtbot: QtBot
) -> None:
    bench.add("Contact")
    popup = bench.popup
    assert isinstance(popup, RecordPopup)
    QTest.keyClicks(popup.search, "conti")
    qtbot.waitUntil(lambda: [i.text() for i in popup.checks.items] == ["Conti", "Conti Service"])

    popup.checks.items[0].setCheckState(Qt.CheckState.Checked)

    wanted = asked.RecordFilter("contact", (contacts[0],), below=True)
    assert bench.state.filter("contact") == wanted
    assert bench.chips == [("Contact", "Conti with its companies")]
    assert bench.base.source.first_page(bench.base.query()).count == 4
    popup.close()


def test_the_switch_leaves_child_companies_out(bench: BarBench, contacts: list[UUID]) -> None:
    bench.state.set_filters({"contact": asked.RecordFilter("contact", (contacts[0],), below=True)})
    bench.qtbot.waitUntil(lambda: bench.chips == [("Contact", "Conti with its companies")])

    bench.filters.edit("contact")
    bench.popup.below.setChecked(False)

    assert bench.state.filter("contact") == asked.RecordFilter("contact", (contacts[0],))
    assert bench.base.source.first_page(bench.base.query()).count == 2
    bench.popup.close()


def test_the_last_contact_unchecked_takes_the_filter_away(
    bench: BarBench, contacts: list[UUID], qtbot: QtBot
) -> None:
    bench.state.set_filters({"contact": asked.RecordFilter("contact", (contacts[2],))})
    qtbot.waitUntil(lambda: bench.chips == [("Contact", "Bruno")])
    bench.filters.edit("contact")

    bench.popup.checks.check(())

    assert bench.state.filter("contact") is None
    bench.popup.close()


def test_words_for_a_contact_that_the_list_asked_for_are_edited_as_words(bench: BarBench) -> None:
    bench.state.set_filters({"contact": asked.TextFilter("contact", "bru")})

    bench.filters.edit("contact")

    assert bench.popup.cell.text() == "bru"
    bench.popup.close()


def test_an_answer_for_a_closed_pop_up_is_let_go(
    bench: BarBench, qtbot: QtBot, tasks: TaskRunner
) -> None:
    bench.add("Contact")
    bench.popup.search.setText("conti")
    bench.popup.search.settle()

    bench.popup.close()

    assert tasks.wait(10_000)
    qtbot.wait(50)
    assert bench.chips == []


def test_the_cross_of_a_chip_takes_its_filter_away(bench: BarBench, qtbot: QtBot) -> None:
    bench.state.set_filters({"net": asked.MoneyFilter("net", 0)})
    bench.state.set_text("press")

    qtbot.mouseClick(bench.bar.chips.buttons[1].cross, LEFT)
    qtbot.mouseClick(bench.bar.chips.buttons[0].cross, LEFT)

    assert bench.state.content.filters == ()
    assert bench.state.content.text == ""
    assert bench.chips == []


def test_the_chip_of_the_words_leads_to_their_field(bench: BarBench, qtbot: QtBot) -> None:
    bench.state.set_text("press")

    with qtbot.waitSignal(bench.filters.text_wanted):
        qtbot.mouseClick(bench.bar.chips.buttons[0], LEFT)


def test_chips_of_the_screen_itself_stand_first_and_are_told(bench: BarBench, qtbot: QtBot) -> None:
    bench.state.set_filters({"net": asked.MoneyFilter("net", 0)})
    bench.filters.set_own([Chip("/closed", "Closed", "last 30 days")])

    with qtbot.waitSignal(bench.filters.own_opened) as opened:
        qtbot.mouseClick(bench.bar.chips.buttons[0], LEFT)
    with qtbot.waitSignal(bench.filters.own_removed) as removed:
        qtbot.mouseClick(bench.bar.chips.buttons[0].cross, LEFT)

    assert bench.chips == [("Closed", "last 30 days"), ("Net amount", "≥ 0")]
    assert (opened.args, removed.args) == (["/closed"], ["/closed"])
    assert bench.state.filter("net") is not None


def test_a_renamed_contact_is_named_anew(
    bench: BarBench, contacts: list[UUID], qtbot: QtBot, sqlite_workspace: Workspace
) -> None:

    bench.state.set_filters({"contact": asked.RecordFilter("contact", (contacts[1],))})
    qtbot.waitUntil(lambda: bench.chips == [("Contact", "Abate")])
    change_rows(sqlite_workspace, ContactRow, [contacts[1]], {"name": "Abate Group"})

    assert bench.base.names is not None
    bench.base.names.forget({contacts[1]})

    qtbot.waitUntil(lambda: bench.chips == [("Contact", "Abate Group")])


def test_a_saved_view_keeps_the_contact(
    bench: BarBench, contacts: list[UUID], qtbot: QtBot
) -> None:
    bench.state.set_filters({"contact": asked.RecordFilter("contact", (contacts[1],), below=True)})
    bench.views.save("Abate", bench.state.content, NOW)

    (view,) = bench.views.views()
    bench.state.clear()
    bench.view_menu.open(view)

    qtbot.waitUntil(lambda: bench.chips == [("Contact", "Abate with its companies")])
    assert bench.base.query() == ListQuery(
        (), "", (asked.RecordFilter("contact", (contacts[1],), below=True),)
    )
