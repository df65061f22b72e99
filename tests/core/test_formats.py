"""Numbers, money and days as the user's locale writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats import UNKNOWN, Formats, days_since

ENGLISH, GERMAN, ITALIAN = Formats("en_GB"), Formats("de_DE"), Formats("it_IT")
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("formats", "minor", "decimals", "text"),
    [
        (ENGLISH, 123_456_789, 2, "1,234,567.89"),
        (GERMAN, 123_456_789, 2, "1.234.567,89"),
        (ITALIAN, 5, 2, "0,05"),
        (ENGLISH, -5, 2, "-0.05"),
        (ENGLISH, -100_000, 2, "-1,000.00"),
        (ENGLISH, 1_234, 0, "1,234"),
        (ENGLISH, 1_234, 3, "1.234"),
        (ENGLISH, 0, 2, "0.00"),
        (ENGLISH, 9_007_199_254_740_993_17, 2, "9,007,199,254,740,993.17"),
        (GERMAN, None, 2, UNKNOWN),
    ],
)
def test_money_is_written_exactly(
    formats: Formats, minor: int | None, decimals: int, text: str
) -> None:
    assert formats.money(minor, decimals) == text


@given(st.integers(-(10**20), 10**20), st.integers(0, 4))
def test_no_digit_of_an_amount_is_lost(minor: int, decimals: int) -> None:
    text = ENGLISH.money(minor, decimals)

    digits = text.replace(",", "").replace(".", "")
    assert int(digits) == minor


@pytest.mark.parametrize(
    ("formats", "text"), [(ENGLISH, "1,234,567"), (GERMAN, "1.234.567"), (ITALIAN, "1.234.567")]
)
def test_counts_are_grouped(formats: Formats, text: str) -> None:
    assert formats.count(1_234_567) == text


@pytest.mark.parametrize(
    ("formats", "text"), [(ENGLISH, "11 Dec 26"), (GERMAN, "11 Dez 26"), (ITALIAN, "11 dic 26")]
)
def test_a_day_is_short_and_names_its_month(formats: Formats, text: str) -> None:
    assert formats.day(date(2026, 12, 11)) == text


def test_days_keep_their_width() -> None:
    assert ENGLISH.day(date(2005, 3, 4)) == "04 Mar 05"
    assert ENGLISH.day(None) == ""


def test_percent_and_days_have_a_dash_where_nothing_is_known() -> None:
    assert ENGLISH.percent(30) == "30 %"
    assert ENGLISH.percent(None) == UNKNOWN
    assert GERMAN.days(1_234) == "1.234 d"
    assert ENGLISH.days(None) == UNKNOWN


@pytest.mark.parametrize("name", ["C", "", "xx_YY", "en_US_POSIX_WRONG_NAME", "tlh", "../etc"])
def test_an_unknown_locale_reads_as_english(name: str) -> None:
    assert Formats(name).money(123_456, 2) == "1,234.56"


@pytest.mark.parametrize("name", ["ar_EG", "hi_IN", "fr_FR", "de_CH", "ru_RU", "sv_SE"])
def test_every_locale_writes_all_kinds(name: str) -> None:
    formats = Formats(name)

    assert formats.money(123_456_789, 2).endswith("89")
    assert formats.count(1_234).startswith("1")
    assert all(formats.day(date(2026, month, 1)).startswith("01 ") for month in range(1, 13))


@pytest.mark.parametrize(
    ("moment", "days"),
    [
        (NOW, 0),
        (NOW - timedelta(hours=9), 0),
        (NOW - timedelta(hours=10), 1),
        (NOW - timedelta(days=27), 27),
        (NOW + timedelta(days=3), 0),
        (datetime(2026, 3, 4, 1, tzinfo=timezone(timedelta(hours=2))), 1),
    ],
)
def test_days_are_counted_by_the_calendar(moment: datetime, days: int) -> None:
    assert days_since(moment, NOW) == days


def test_no_moment_has_no_days() -> None:
    assert days_since(None, NOW) is None
