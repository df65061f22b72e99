"""How an opportunity looks in the list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from core.formats import UNKNOWN, Formats
from db.opportunity_list import OpportunityItem
from db.parameters import Parameters
from tests.workspaces import NOW
from views.list.columns import Shown
from views.opportunities.columns import counted, opportunity_columns, opportunity_row
from widgets.grid import Align, Cell, Tone

STALE_DAYS = 21
SHOWN = Shown(Formats("en_GB"), Parameters(stale_days=STALE_DAYS), NOW)
PLAIN = OpportunityItem(
    id=UUID(int=1),
    number="26/0007",
    title="Press",
    contact="Legno Veneto",
    type="Sale",
    workflow="Sale",
    stage="Offer",
    stage_colour="stage-3",
    percent=40,
    outcome="open",
    gross_minor=200_000,
    net_minor=123_456,
    currency="EUR",
    decimals=2,
    agent="Rosa",
    user=None,
    created_on=date(2026, 1, 2),
    expected_close_on=date(2026, 12, 11),
    closed_on=None,
    last_activity_at=NOW,
    next_activity_at=NOW + timedelta(days=1),
    touched_at=NOW,
)


def cell(name: str, **values: Any) -> Cell:  # noqa: ANN401 - of any attribute
    """Return the cell of a column for an opportunity with other values."""
    (column,) = (column for column in opportunity_columns() if column.name == name)
    return column.cell(PLAIN._replace(**values), SHOWN)


def test_texts_stand_as_they_are() -> None:
    assert [cell(name).text for name in ("contact", "number", "title", "agent")] == [
        "Legno Veneto",
        "26/0007",
        "Press",
        "Rosa",
    ]


def test_what_is_not_there_is_empty() -> None:
    assert cell("agent", agent=None).text == ""
    assert cell("stage", stage=None, stage_colour=None) == Cell("")


def test_an_amount_stands_beside_its_currency() -> None:
    assert cell("net") == Cell("1,234.56", Align.RIGHT, code="EUR")
    assert cell("net", net_minor=-5, currency="JPY", decimals=0).text == "-5"


def test_an_amount_that_is_not_known_is_a_dash() -> None:
    assert cell("net", net_minor=None).text == UNKNOWN
    assert cell("net", net_minor=None).tone is Tone.MUTED


def test_a_probability_is_a_bar_and_a_figure() -> None:
    assert (cell("probability").text, cell("probability").percent) == ("40 %", 40)
    assert cell("probability", percent=None).text == UNKNOWN


@pytest.mark.parametrize(
    ("days", "stale"), [(0, False), (STALE_DAYS, False), (STALE_DAYS + 1, True)]
)
def test_work_is_stale_after_the_days_of_the_parameter(days: int, stale: bool) -> None:  # noqa: FBT001
    moment = NOW - timedelta(days=days)

    shown = cell("since", last_activity_at=moment, touched_at=moment)

    assert shown.text == f"{days} d"
    assert [mark.hint for mark in shown.marks] == (["Stale"] if stale else [])


def test_the_days_of_the_stage_come_first_and_a_move_is_no_rest() -> None:
    long_ago = NOW - timedelta(days=STALE_DAYS + 9)

    patient = cell("since", last_activity_at=long_ago, touched_at=long_ago, stale_days=60)
    moved = cell("since", last_activity_at=long_ago, touched_at=NOW)

    assert patient.marks == moved.marks == ()
    assert moved.text == "30 d"


def test_an_activity_that_should_be_done_is_marked() -> None:
    late = cell("since", next_activity_at=NOW - timedelta(minutes=1))
    soon = cell("since", next_activity_at=NOW + timedelta(minutes=1))

    assert [mark.hint for mark in late.marks] == ["Activity overdue"]
    assert soon.marks == ()


def test_closed_work_is_neither_stale_nor_late() -> None:
    long_ago = NOW - timedelta(days=400)
    closed = {"outcome": "won", "closed_on": date(2025, 1, 30)}

    waiting = {"last_activity_at": long_ago, "touched_at": long_ago, "next_activity_at": long_ago}
    since = cell("since", **waiting, **closed)
    expected = cell("expected_close", expected_close_on=date(2025, 1, 1), **closed)

    assert since.marks == ()
    assert expected.tone is Tone.NORMAL
    assert cell("closed", **closed).text == "30 Jan 25"


def test_an_expected_day_that_has_passed_stands_out() -> None:
    today = NOW.date()

    assert cell("expected_close", expected_close_on=today).tone is Tone.NORMAL
    assert cell("expected_close", expected_close_on=today - timedelta(1)).tone is Tone.NEGATIVE
    assert cell("expected_close", expected_close_on=None).text == ""


def test_a_row_has_the_colour_of_its_stage() -> None:
    assert opportunity_row(PLAIN).edge == "stage-3"
    assert opportunity_row(PLAIN._replace(stage_colour=None)).edge == ""


def test_the_count_is_a_sentence() -> None:
    assert [counted(1, ""), counted(2, "")] == ["opportunity", "opportunities"]
    assert counted(1, "press") == "opportunity with “press”"
    assert counted(0, "press") == "opportunities with “press”"
