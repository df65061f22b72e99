"""What is typed into the filter row becomes the filter of its column."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.day_ranges import Calendar
from core.formats import Formats, days_since
from core.parsing import ParseError
from core.typed_filter import FilterReader, since_filter
from db.filters import (
    DayFilter,
    EmptyFilter,
    Filter,
    MomentFilter,
    MoneyFilter,
    NumberFilter,
    TextFilter,
)
from db.list_field import Kind

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
READER = FilterReader(Formats("it_IT"), Calendar())


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (Kind.TEXT, " line ", TextFilter("c", "line")),
        (Kind.CHOICE, "mar", TextFilter("c", "mar")),
        (Kind.NUMBER, "3", NumberFilter("c", 3, 3)),
        (Kind.PERCENT, ">= 50 %", NumberFilter("c", 50, None)),
        (Kind.MONEY, "12.345,67", MoneyFilter("c", 123_456_700, 123_456_700)),
        (Kind.MONEY, "< 1,5", MoneyFilter("c", None, 14_999)),
        (Kind.DAY, "3/2026", DayFilter("c", date(2026, 3, 1), date(2026, 3, 31))),
        (Kind.MOMENT, ">= 4/3/26", MomentFilter("c", datetime(2026, 3, 4, tzinfo=UTC), None)),
        (Kind.DAY, "–", EmptyFilter("c")),
        (Kind.MONEY, "-", EmptyFilter("c")),
        (Kind.TEXT, "*", EmptyFilter("c", empty=False)),
        (Kind.TEXT, "  ", None),
    ],
)
def test_a_text_is_read_by_the_kind_of_its_column(
    kind: Kind, text: str, wanted: Filter | None
) -> None:
    assert READER.read("c", kind, text, NOW) == wanted


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.MONEY, Kind.DAY, Kind.MOMENT, Kind.SINCE])
def test_what_does_not_fit_the_column_is_refused(kind: Kind) -> None:
    with pytest.raises(ParseError):
        READER.read("c", kind, "abc", NOW)


@given(
    st.integers(-48, 10_000).map(lambda hours: NOW - timedelta(hours=hours)),
    st.none() | st.integers(0, 500),
    st.none() | st.integers(0, 500),
)
def test_days_since_are_asked_as_they_are_shown(
    moment: datetime, low: int | None, high: int | None
) -> None:
    days = days_since(moment, NOW)
    assert days is not None

    wanted = since_filter("since", low, high, NOW)

    assert isinstance(wanted, MomentFilter)
    passes = (wanted.since is None or moment >= wanted.since) and (
        wanted.before is None or moment < wanted.before
    )
    assert passes == ((low is None or days >= low) and (high is None or days <= high))


def test_more_days_than_there_ever_were_ask_for_nothing() -> None:
    wanted = READER.read("since", Kind.SINCE, "> 999999999", NOW)

    assert isinstance(wanted, MomentFilter)
    assert wanted.before is not None
    assert wanted.before < NOW - timedelta(days=100_000)
