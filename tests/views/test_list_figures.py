"""Totals, side panel and the sums of the selection of a list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.exchange_rates import probability_choices
from db.filters import ChoiceFilter, DayFilter, StaleFilter
from db.list_query import Order
from db.record_list import PAGE
from db.tables.opportunity import OpportunityRow
from tests.lists import add_contacts, add_opportunities, change_rows
from tests.views.full_list import LEFT, LONG_MS, choose_row, show_rows, texts
from tests.workspaces import NOW

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.views.full_list import ListView

MANY = 2 * PAGE
LONG_AGO = NOW - timedelta(days=90)


@pytest.fixture
def keys(sqlite_workspace: Workspace, full: ListView, qtbot: QtBot) -> list[UUID]:
    """Return the ids of eight opportunities that are shown: EUR, one JPY, one of no amount."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate"])
    with sqlite_workspace.database.reading() as connection:
        chances = [row.id for row in probability_choices(connection) if 0 < row.percent < 100]
    made = add_opportunities(
        sqlite_workspace,
        contacts,
        8,
        lambda place: {
            "currency_code": "JPY" if place == 7 else "EUR",
            "net_minor": None if place == 6 else 100_000 * (place + 1),
            "gross_minor": None if place == 6 else 200_000 * (place + 1),
            "probability_id": chances[place % 2],
            "expected_close_on": date(2026, 3 + place % 2, 20),
            "touched_at": LONG_AGO if place == 0 else NOW,
        },
    )
    show_rows(full, qtbot, 8)
    return made


def foot(full: ListView) -> str:
    """Return the words of the bar of totals."""
    return full.foot.accessibleName()


def test_totals_count_what_they_leave_out(full: ListView, keys: list[UUID]) -> None:
    assert keys

    assert foot(full) == (
        "8 opportunities, 1 without amount, no rate for JPY, not in the sums, "
        "Gross 42,000.00 EUR, Net 21,000.00 EUR, Weighted 3,900.00 EUR"
    )


def test_totals_split_by_currency_in_their_hint(full: ListView, keys: list[UUID]) -> None:
    assert keys
    (net,) = [total for total in full.foot.shown() if total.label == "Net"]

    lines = net.hint.split("\n")

    assert lines[0] == "Net: 21,000.00 EUR"
    assert "21,000.00 EUR" in lines
    assert "800,000 JPY (no rate, not in the sum)" in lines
    assert lines[-1] == "1 without amount"


def test_filtered_totals_say_of_how_many(full: ListView, qtbot: QtBot, keys: list[UUID]) -> None:
    assert keys

    QTest.keyClicks(full.search, "conti")

    qtbot.waitUntil(lambda: "of 8" in foot(full), timeout=LONG_MS)
    assert foot(full).startswith("4 opportunities with “conti”, of 8, 1 without amount, Gross")


def test_the_funnel_has_a_step_for_each_probability_with_rows(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    assert keys
    assert full.panel is not None
    steps = [button.step for button in full.panel.funnel.buttons]  # type: ignore[attr-defined]

    qtbot.mouseClick(full.panel.metric.button("count"), LEFT)
    counted = [button.step for button in full.panel.funnel.buttons]  # type: ignore[attr-defined]

    assert [(s.label, s.number, s.figure) for s in steps] == [
        ("10 %", "4", "9,000.00"),
        ("25 %", "4", "12,000.00"),
    ]
    assert [(s.label, s.number, s.figure) for s in counted] == [
        ("10 %", "", "4"),
        ("25 %", "", "4"),
    ]


def test_a_click_on_a_step_filters_and_the_others_stay_to_be_seen(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    assert keys
    assert full.panel is not None
    with qtbot.waitSignal(full.reader.arrived, timeout=LONG_MS):
        qtbot.mouseClick(full.panel.funnel.buttons[0], LEFT)
    steps = [button.step for button in full.panel.funnel.buttons]  # type: ignore[attr-defined]
    filtered = full.model.rowCount()

    with qtbot.waitSignal(full.counted):
        QTest.keyClick(full.panel.funnel.buttons[0], Qt.Key.Key_Space)

    assert filtered == 4
    assert [(s.label, s.selected) for s in steps] == [("10 %", True), ("25 %", False)]
    assert full.content.filters == ()


def test_a_line_of_what_needs_attention_filters_what_is_open(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    assert keys
    assert full.panel is not None
    lines = [button.line for button in full.panel.attention.buttons]  # type: ignore[attr-defined]

    with qtbot.waitSignal(full.counted):
        qtbot.mouseClick(full.panel.attention.buttons[1], LEFT)

    assert [(line.title, line.figure) for line in lines] == [
        ("Activity overdue", "0"),
        ("Stale, over 21 days", "1"),
        ("No next activity", "8"),
    ]
    assert set(full.content.filters) == {
        StaleFilter("since", 21),
        ChoiceFilter("outcome", ("open",)),
    }
    assert texts(full, "number") == ["26/00000"]


def test_a_month_filters_by_the_expected_close(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    assert keys
    assert full.panel is not None

    with qtbot.waitSignal(full.counted):
        qtbot.mouseClick(full.panel.months.buttons[1], LEFT)

    assert full.state.filter("expected_close") == DayFilter(
        "expected_close", date(2026, 4, 1), date(2026, 4, 30)
    )
    assert full.model.rowCount() == 4


def test_figures_follow_what_others_change(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    change_rows(sqlite_workspace, OpportunityRow, [keys[0]], {"net_minor": 1_100_000})

    full.take_changes({"opportunity": frozenset({keys[0]})}, "Elisa Conti")

    qtbot.waitUntil(lambda: "Net 31,000.00 EUR" in foot(full), timeout=LONG_MS)


def test_the_panel_is_closed_and_opened_again(
    full: ListView, qtbot: QtBot, keys: list[UUID]
) -> None:
    assert keys
    assert full.panel is not None

    qtbot.mouseClick(full.panel.widget.cross, LEFT)
    closed = full.panel.widget.isVisible()
    qtbot.mouseClick(full.bar.panel, LEFT)

    assert not closed
    assert full.panel.widget.isVisible()


def test_the_chosen_rows_are_summed(full: ListView, qtbot: QtBot, keys: list[UUID]) -> None:
    assert keys
    with qtbot.waitSignal(full.counted):
        full.sort_by((Order("number"),))
    choose_row(full, 0)

    with qtbot.waitSignal(full.summed, timeout=LONG_MS) as summed:
        QTest.keyClick(full.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    (told,) = summed.args
    assert told.words == "2 selected"
    assert [total.plain() for total in told.totals] == [
        "Net 3,000.00 EUR",
        "Weighted 600.00 EUR",
        "Average 1,500.00 EUR",
    ]


def test_rows_that_are_not_loaded_count_in_the_sums_of_the_selection(
    sqlite_workspace: Workspace, full: ListView, qtbot: QtBot
) -> None:
    contacts = add_contacts(sqlite_workspace, ["Conti"])
    values = {"currency_code": "EUR", "net_minor": 100}
    add_opportunities(sqlite_workspace, contacts, MANY, lambda _place: values)
    show_rows(full, qtbot, MANY)

    with qtbot.waitSignal(full.summed, timeout=LONG_MS) as everything:
        full.grid.selectAll()
    choose_row(full, 1)
    with qtbot.waitSignal(full.summed, timeout=LONG_MS) as nearly:
        QTest.keyClick(full.grid, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)

    assert everything.args[0].totals[0].plain() == f"Net {MANY}.00 EUR"
    assert nearly.args[0].rows == MANY - 1
    assert nearly.args[0].totals[0].plain() == f"Net {MANY - 1}.00 EUR"


def test_no_rows_have_no_sums(full: ListView, qtbot: QtBot, keys: list[UUID]) -> None:
    assert keys
    choose_row(full, 0)
    qtbot.wait(300)

    with qtbot.waitSignal(full.summed, timeout=LONG_MS) as summed:
        full.grid.clearSelection()

    assert summed.args[0].rows == 0
    assert summed.args[0].totals == ()
