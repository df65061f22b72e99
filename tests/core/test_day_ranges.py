"""Named ranges of days: what they mean on a day, in a week and in a fiscal year."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.day_ranges import (
    NO_DATE,
    OVERDUE,
    RANGES,
    Calendar,
    DayRange,
    day_range,
    days_filter,
    month_range,
    named_filter,
    range_label,
)
from db.filters import DayFilter, EmptyFilter, MomentFilter
from db.list_field import Kind

TODAY = date(2026, 3, 4)
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
ROME = ZoneInfo("Europe/Rome")
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
CALENDARS = st.builds(Calendar, st.just(UTC), st.integers(0, 6), st.integers(1, 12))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("today", "2026-03-04", "2026-03-04"),
        ("yesterday", "2026-03-03", "2026-03-03"),
        ("this_week", "2026-03-02", "2026-03-08"),
        ("last_week", "2026-02-23", "2026-03-01"),
        ("next_week", "2026-03-09", "2026-03-15"),
        ("this_month", "2026-03-01", "2026-03-31"),
        ("last_month", "2026-02-01", "2026-02-28"),
        ("next_month", "2026-04-01", "2026-04-30"),
        ("this_quarter", "2026-01-01", "2026-03-31"),
        ("last_quarter", "2025-10-01", "2025-12-31"),
        ("next_quarter", "2026-04-01", "2026-06-30"),
        ("this_year", "2026-01-01", "2026-12-31"),
        ("last_year", "2025-01-01", "2025-12-31"),
        ("next_year", "2027-01-01", "2027-12-31"),
        ("last_30_days", "2026-02-03", "2026-03-04"),
        ("last_90_days", "2025-12-05", "2026-03-04"),
    ],
)
def test_a_range_is_named_from_today(name: str, first: str, last: str) -> None:
    found = day_range(name, TODAY, Calendar())

    assert found == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("name", "year_start", "first", "last"),
    [
        ("this_year", 7, "2025-07-01", "2026-06-30"),
        ("next_year", 7, "2026-07-01", "2027-06-30"),
        ("this_quarter", 2, "2026-02-01", "2026-04-30"),
        ("last_quarter", 2, "2025-11-01", "2026-01-31"),
        ("this_year", 3, "2026-03-01", "2027-02-28"),
    ],
)
def test_years_and_quarters_follow_the_fiscal_year(
    name: str, year_start: int, first: str, last: str
) -> None:
    found = day_range(name, TODAY, Calendar(year_start=year_start))

    assert found == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_week_may_begin_on_sunday() -> None:
    sunday = Calendar(week_start=6)

    assert day_range("this_week", TODAY, sunday) == (date(2026, 3, 1), date(2026, 3, 7))
    assert day_range("this_week", date(2026, 3, 1), sunday).first == date(2026, 3, 1)


@given(DAYS, CALENDARS, st.sampled_from(["week", "month", "quarter", "year"]))
def test_last_this_and_next_follow_each_other_without_a_gap(
    today: date, calendar: Calendar, unit: str
) -> None:
    last, this, following = (
        day_range(f"{which}_{unit}", today, calendar) for which in ("last", "this", "next")
    )

    assert this.first is not None
    assert this.last is not None
    assert last.last == this.first - timedelta(days=1)
    assert following.first == this.last + timedelta(days=1)
    assert this.first <= today <= this.last


@given(DAYS, st.integers(-40, 40), st.integers(1, 24))
def test_months_begin_on_their_first_day_and_end_on_their_last(
    day: date, shift: int, months: int
) -> None:
    found = month_range(day, shift, months)

    assert found.first is not None
    assert found.last is not None
    assert found.first.day == 1
    assert (found.last + timedelta(days=1)).day == 1
    years = found.last.year - found.first.year
    assert years * 12 + found.last.month - found.first.month == months - 1


def test_every_range_has_a_name_and_makes_a_filter_of_days_and_of_moments() -> None:
    for name in RANGES:
        assert range_label(name)
        for kind in (Kind.DAY, Kind.MOMENT):
            made = named_filter("created", kind, name, NOW, Calendar())
            assert made.column == "created"


def test_what_is_overdue_was_due_before_today_or_before_now() -> None:
    days = named_filter("expected_close", Kind.DAY, OVERDUE, NOW, Calendar())
    moments = named_filter("next_activity", Kind.MOMENT, OVERDUE, NOW, Calendar())

    assert days == DayFilter("expected_close", None, TODAY - timedelta(days=1), overdue=True)
    assert moments == MomentFilter("next_activity", None, NOW, overdue=True)
    assert named_filter("closed", Kind.DAY, NO_DATE, NOW, Calendar()) == EmptyFilter("closed")


def test_a_moment_counts_to_its_day_in_the_users_zone() -> None:
    late = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)

    made = named_filter("last_activity", Kind.MOMENT, "today", late, Calendar(ROME))

    # The clocks went forward in this night: the day has 23 hours.
    since, before = datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC)
    assert made == MomentFilter("last_activity", since, before)


def test_an_open_side_stays_open() -> None:
    made = days_filter("last_activity", Kind.MOMENT, DayRange(None, TODAY), Calendar())

    assert made == MomentFilter("last_activity", None, datetime(2026, 3, 5, tzinfo=UTC))
