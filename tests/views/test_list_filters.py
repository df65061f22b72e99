"""The filter row and the chips of a list, worked with mouse and keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.view_content import NamedDays
from db import filters as asked
from db.list_query import ListQuery
from tests.lists import add_contacts, add_opportunities
from tests.views.full_list import LEFT, cell, column, show_rows, texts
from widgets.filter_row import DateRange

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.views.full_list import ListView

pytestmark = pytest.mark.usefixtures("rows")


@pytest.fixture
def rows(sqlite_workspace: Workspace) -> None:
    """Write twelve opportunities: open or won, of 1,000 to 12,000 EUR, one of no amount."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate", "Bruno"])
    add_opportunities(
        sqlite_workspace,
        contacts,
        12,
        lambda place: {
            "title": f"Press {place}",
            "currency_code": "EUR",
            "net_minor": (place + 1) * 100_000 if place else None,
            "outcome": "won" if place % 4 == 3 else "open",
            "closed_on": date(2026, 3, 1) if place % 4 == 3 else None,
            "expected_close_on": date(2026, place + 1, 15),
        },
    )


def type_filter(full: ListView, qtbot: QtBot, name: str, text: str) -> None:
    """Type into the filter cell of a column, and wait for the answer."""
    full.filters.focus(name)
    with qtbot.waitSignal(full.counted):
        QTest.keyClicks(cell(full, name), text)
        QTest.keyClick(cell(full, name), Qt.Key.Key_Return)


def test_words_under_a_title_filter_its_column(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)

    type_filter(full, qtbot, "contact", "bru")

    assert set(texts(full, "contact")) == {"Bruno"}
    assert [(chip.field, chip.value) for chip in full.bar.chips.chips] == [("Contact", "“bru”")]


def test_an_amount_is_read_as_the_locale_writes_it(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)

    type_filter(full, qtbot, "net", ">= 10,000.50")

    assert len(texts(full, "net")) == 2
    assert full.state.filter("net") == asked.MoneyFilter("net", 100_005_000)
    assert full.bar.chips.chips[0].value == "≥ 10,000.50"


def test_an_amount_that_cannot_be_read_is_said_at_its_cell(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    full.filters.focus("net")

    QTest.keyClicks(cell(full, "net"), "12.345,67")
    QTest.keyClick(cell(full, "net"), Qt.Key.Key_Return)

    assert "“12.345,67” is not a number" in cell(full, "net").toolTip()
    assert full.state.filter("net") is None


def test_a_dash_asks_for_empty_cells(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)

    full.filters.focus("agent")
    type_filter(full, qtbot, "title", "*")

    assert full.state.filter("title") == asked.EmptyFilter("title", empty=False)
    assert full.bar.chips.chips[0].value == "not empty"


def test_named_days_are_kept_by_their_name(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)

    with qtbot.waitSignal(full.counted):
        cell(full, "expected_close").choose(DateRange("this_quarter"))

    assert full.content.filters == (NamedDays("expected_close", "this_quarter"),)
    assert full.model.rowCount() == 3
    assert full.bar.chips.chips[0].value == "This quarter"


def test_what_lies_behind_is_offered_no_days_ahead(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)

    cell(full, "created").open()
    lines = cell(full, "created").popup.list
    behind = [lines.item(at).text() for at in range(lines.count())]
    cell(full, "created").popup.close()

    assert "This month" in behind
    assert "Next month" not in behind
    assert "Overdue" not in behind


def test_a_choice_is_one_of_the_rows_of_its_table(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    qtbot.waitUntil(lambda: bool(full.book.of("type")))
    (key, title), *_others = full.book.of("type")

    with qtbot.waitSignal(full.counted):
        cell(full, "type").choose((key,))

    assert full.bar.chips.chips[0].value == title
    assert full.model.rowCount() in {0, 12}


def test_a_cross_on_a_chip_takes_its_filter_away(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    type_filter(full, qtbot, "contact", "bruno")
    (button,) = full.bar.chips.buttons

    with qtbot.waitSignal(full.counted):
        qtbot.mouseClick(button.cross, LEFT)

    assert full.model.rowCount() == 12
    assert cell(full, "contact").text() == ""
    assert full.bar.chips.chips == ()


def test_a_click_on_a_chip_goes_to_its_cell(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    type_filter(full, qtbot, "contact", "bruno")
    full.grid.setFocus()

    qtbot.mouseClick(full.bar.chips.buttons[0], LEFT, pos=QPoint(10, 10))

    qtbot.waitUntil(cell(full, "contact").hasFocus)


def test_words_of_the_search_are_a_chip_that_clears_it(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    with qtbot.waitSignal(full.counted):
        QTest.keyClicks(full.search, "press 11")
    (button,) = full.bar.chips.buttons

    with qtbot.waitSignal(full.counted):
        qtbot.mouseClick(button.cross, LEFT)

    assert full.search.text() == ""
    assert full.model.rowCount() == 12


def test_a_filter_can_be_added_on_a_column_that_is_not_shown(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    qtbot.mouseClick(full.bar.chips.add, LEFT)
    (action,) = [each for each in full.filters.menu.actions() if each.text() == "Currency"]
    full.filters.menu.close()

    action.trigger()
    cell(full, "currency").popup.close()

    assert full.keeper.shown[-1] == "currency"
    assert not full.grid.header.isSectionHidden(column(full, "currency"))


def test_days_since_count_anew_each_day(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)

    type_filter(full, qtbot, "since", "> 20")

    assert full.state.filter("since") == asked.NumberFilter("since", 21)
    (wanted,) = full.query().filters
    assert isinstance(wanted, asked.MomentFilter)


def test_a_query_of_another_screen_is_shown_with_its_chips(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    days = asked.DayFilter("closed", date(2026, 3, 1), date(2026, 3, 31))

    with qtbot.waitSignal(full.counted):
        full.show_query(ListQuery((), "", (asked.ChoiceFilter("outcome", ("won",)), days)))

    shown = [(chip.field, chip.value) for chip in full.bar.chips.chips]
    assert shown == [("Outcome", "Won"), ("Closed", "01 Mar 26 – 31 Mar 26")]
    assert full.model.rowCount() == 3


def test_nothing_found_leaves_the_filters_in_sight_and_clears_them_all(
    full: ListView, qtbot: QtBot
) -> None:
    show_rows(full, qtbot, 12)
    type_filter(full, qtbot, "contact", "nobody")
    in_sight = cell(full, "contact").isVisible()

    with qtbot.waitSignal(full.counted):
        qtbot.mouseClick(full.missed.first, LEFT)

    assert in_sight
    assert full.model.rowCount() == 12
    assert full.content.filters == ()


def test_down_goes_from_a_cell_into_the_rows(full: ListView, qtbot: QtBot) -> None:
    show_rows(full, qtbot, 12)
    full.filters.focus("contact")

    QTest.keyClick(cell(full, "contact"), Qt.Key.Key_Down)

    assert full.grid.hasFocus()
    assert full.grid.currentIndex().row() == 0
