"""Days in the user's locale, months and years as a whole, and ranges of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats import Formats
from core.parsing import ParseError
from core.parsing_days import parse_day, parse_day_range

TODAY = date(2026, 3, 4)
LOCALES = ("en_US", "en_GB", "it_IT", "de_DE", "fr_FR", "sv_SE", "pl_PL")


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(LOCALES))
def test_what_is_shown_can_be_typed(day: date, locale: str) -> None:
    formats = Formats(locale)

    assert parse_day(formats.day(day), formats, TODAY) == day
    assert parse_day(day.isoformat(), formats, TODAY) == day


@given(st.text(max_size=12), st.sampled_from(LOCALES))
def test_whatever_is_typed_is_a_range_or_a_sentence(text: str, locale: str) -> None:
    try:
        found = parse_day_range(text, Formats(locale), TODAY)
    except ParseError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either way is right
    else:
        assert found.first is None or found.last is None or found.first <= found.last


@pytest.mark.parametrize(
    ("text", "locale", "day"),
    [
        ("4/3/26", "it_IT", "2026-03-04"),
        ("4/3/26", "en_GB", "2026-03-04"),
        ("4/3/26", "en_US", "2026-04-03"),
        ("04.03.2026", "de_DE", "2026-03-04"),
        ("4.3.", "de_DE", "2026-03-04"),
        ("31/12", "it_IT", "2026-12-31"),
        ("12/31", "en_US", "2026-12-31"),
        ("2026-03-04", "en_US", "2026-03-04"),
        ("4 mar 26", "it_IT", "2026-03-04"),
        ("4 marzo 2026", "it_IT", "2026-03-04"),
        ("4. März 2026", "de_DE", "2026-03-04"),
        ("March 4, 2026", "en_US", "2026-03-04"),
        ("4 MAR", "en_GB", "2026-03-04"),
        ("26-03-04", "sv_SE", "2026-03-04"),
        ("1/1/70", "it_IT", "1970-01-01"),
        ("1/1/69", "it_IT", "2069-01-01"),
    ],
)
def test_a_day_is_read_as_the_locale_writes_it(text: str, locale: str, day: str) -> None:
    assert parse_day(text, Formats(locale), TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("4/3/26", "2026-03-04", "2026-03-04"),
        (">= 4/3/26", "2026-03-04", None),
        ("> 4/3/26", "2026-03-05", None),
        ("< 4/3/26", None, "2026-03-03"),
        ("<=4/3/26", None, "2026-03-04"),
        ("1/3/26..15/3/26", "2026-03-01", "2026-03-15"),
        ("15/3/26 .. 1/3/26", "2026-03-01", "2026-03-15"),
        ("1/3..", "2026-03-01", None),
        ("..1/3", None, "2026-03-01"),
        ("3/2026", "2026-03-01", "2026-03-31"),
        ("mar 2026", "2026-03-01", "2026-03-31"),
        ("febbraio", "2026-02-01", "2026-02-28"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("> 2025", "2026-01-01", None),
        ("2/2026..2027", "2026-02-01", "2027-12-31"),
    ],
)
def test_a_range_of_days_has_a_first_and_a_last(
    text: str, first: str | None, last: str | None
) -> None:
    found = parse_day_range(text, Formats("it_IT"), TODAY)

    assert found == (first and date.fromisoformat(first), last and date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    ["31/2/26", "13/13/26", "0/1/26", "x", "", "1/2/3/4", "12", "1 2 mar 26", "99999", "2026-13"],
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ParseError, match=r"04 mar 26, or 2026-03-04"):
        parse_day(text, Formats("it_IT"), TODAY)


def test_a_month_is_no_day() -> None:
    with pytest.raises(ParseError):
        parse_day("3/2026", Formats("it_IT"), TODAY)
