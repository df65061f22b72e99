"""How the home screen speaks: greetings, sums by currency, first steps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from core.day_ranges import Calendar
from core.formats import Formats
from core.home_lines import Beginning
from core.totals import CurrencyTotal, Totals
from views.home.arranged import Arranged
from views.home.empty_home import EmptyHome
from views.home.first_steps import FirstSteps, steps
from views.home.words import Words, greeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

DECIMALS = {"EUR": 2, "JPY": 0}
WORDS = Words(Formats("en_GB"), DECIMALS, Calendar())
EMPTY = Beginning(
    contacts=False, opportunities=False, company="Rossetti", currency="EUR", percents=(10, 50)
)
ALL = ("demo", "sample", "import", "contact", "opportunity")


def totals(*parts: CurrencyTotal, missing: tuple[str, ...] = (), unknown: int = 0) -> Totals:
    return Totals("EUR", 3, 0, 0, 0, 0, unknown, missing, parts)


@pytest.mark.parametrize(
    ("hour", "words"),
    [(0, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (18, "Good evening")],
)
def test_the_greeting_fits_the_hour(hour: int, words: str) -> None:
    assert greeting(hour, "Marta") == f"{words}, Marta"


def test_money_has_the_decimals_of_its_currency() -> None:
    assert WORDS.coded(123_456, "EUR") == "1,234.56 EUR"
    assert WORDS.coded(123_456, "JPY") == "123,456 JPY"
    assert WORDS.money(None, "EUR") == "–"


def test_days_and_hours_are_those_of_the_zone() -> None:
    rome = Words(Formats("en_GB"), DECIMALS, Calendar(zone=timezone(timedelta(hours=2))))
    moment = datetime(2026, 3, 4, 23, 15, tzinfo=UTC)

    assert (rome.day(moment), rome.hour(moment)) == ("05 Mar 26", "01:15")
    assert rome.day(None) == ""


def test_long_days_and_months_read_in_the_locale() -> None:
    italian = Words(Formats("it_IT"), DECIMALS, Calendar())

    assert italian.long_day(date(2026, 3, 4)) == "mercoledì 4 marzo 2026"
    assert italian.month(date(2026, 3, 1)) == "marzo 2026"


def test_a_split_has_a_line_for_each_currency_and_names_the_rates() -> None:
    euro = CurrencyTotal("EUR", 2, 0, 150_000, 75_000, 0, 0)
    yen = CurrencyTotal("JPY", 1, 0, 9_000, 900, 0, 0)

    lines = WORDS.split(totals(euro, yen), "At today's rates.").split("\n")

    assert lines == [
        "1,500.00 EUR net, 750.00 weighted, 2 opportunities",
        "9,000 JPY net, 900 weighted, 1 opportunity",
        "At today's rates.",
    ]


def test_one_currency_needs_no_rates() -> None:
    euro = CurrencyTotal("EUR", 2, 0, 150_000, 75_000, 0, 0)

    assert "rates" not in WORDS.split(totals(euro), "At today's rates.")


def test_what_a_sum_leaves_out_is_said() -> None:
    found = totals(missing=("CHF", "USD"), unknown=2)

    assert WORDS.left_out(found) == "2 without an amount, No rate for CHF, USD"
    assert WORDS.left_out(totals()) == ""
    assert "leaves out CHF, USD: there is no rate to EUR" in WORDS.split(found, "")


def test_only_steps_that_can_be_taken_are_listed() -> None:
    found = steps(EMPTY, "On this computer", ("demo",))

    assert [step.done for step in found] == [True, True, False]
    assert found[0].answer == "On this computer"
    assert found[1].answer == "Rossetti, EUR"
    assert found[2].actions == (("demo", "Try it with demo data"),)


def test_nothing_to_offer_leaves_what_is_done() -> None:
    assert all(step.done for step in steps(EMPTY, "", ()))


def test_with_forms_the_first_contact_comes_before_the_first_opportunity() -> None:
    before = steps(EMPTY, "", ALL)
    after = steps(EMPTY._replace(contacts=True), "", ALL)

    assert [step.title for step in before if not step.done] == [
        "Add the first contact",
        "Open the first opportunity",
    ]
    assert [step.title for step in after if not step.done] == ["Open the first opportunity"]


def test_the_next_step_has_the_only_primary_button(qtbot: QtBot, appearance: Appearance) -> None:
    panel = FirstSteps(appearance)
    qtbot.addWidget(panel)

    panel.show_steps(steps(EMPTY, "", ALL))
    panel.show_steps(steps(EMPTY._replace(contacts=True), "", ALL))

    buttons = [button for row in panel.rows for button in row.buttons]
    primary = [b.text() for b in buttons if b.property("kind") == "primary"]
    assert primary == ["New opportunity"]
    assert panel.count.text() == "3 of 4"
    assert (panel.line.value(), panel.line.maximum()) == (3, 4)


def test_the_demo_is_offered_once(qtbot: QtBot, appearance: Appearance) -> None:
    for offers, beside in ((("demo", "sample"), 0), (ALL, 1)):
        home = EmptyHome(appearance, "", offers, ())
        qtbot.addWidget(home)

        home.show_beginning(EMPTY, WORDS)

        steps_of = {button for row in home.steps.rows for button in row.buttons}
        demo = [b for b in home.findChildren(QPushButton) if b.text() == "Try it with demo data"]
        assert len(demo) == 1
        assert len(set(demo) - steps_of) == beside


def test_the_side_goes_below_where_there_is_little_room(
    qtbot: QtBot, appearance: Appearance
) -> None:
    home = EmptyHome(appearance, "", ALL, (("Find or do anything", "Ctrl+K"),))
    qtbot.addWidget(home)
    home.resize(1200, 700)
    home.show()
    wide = home.sides.direction()

    home.resize(700, 700)

    assert wide is home.sides.Direction.LeftToRight
    assert home.sides.direction() is home.sides.Direction.TopToBottom


@pytest.mark.parametrize(("width", "columns"), [(900, 4), (700, 2), (450, 2), (300, 1)])
def test_rows_of_cards_are_equally_long(qtbot: QtBot, width: int, columns: int) -> None:
    cards = [QPushButton() for _card in range(4)]
    arranged = Arranged(cards, 200)
    qtbot.addWidget(arranged)

    arranged.resize(width, 200)
    arranged.show()

    assert arranged.columns == columns
