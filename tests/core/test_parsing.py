"""Numbers and amounts in the user's locale, and ranges of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats import Formats
from core.parsing import ParseError, parse_amount, parse_number, parse_range

LOCALES = ("en", "en_GB", "it_IT", "de_DE", "de_CH", "de_AT", "fr_FR", "sv_SE", "pl_PL", "fi")


@given(st.integers(-(10**13), 10**13), st.sampled_from([0, 2, 3, 4]), st.sampled_from(LOCALES))
def test_what_is_shown_can_be_typed(minor: int, decimals: int, locale: str) -> None:
    formats = Formats(locale)

    assert parse_amount(formats.money(minor, decimals), formats, decimals) == minor


@given(st.integers(0, 10**12), st.sampled_from(LOCALES))
def test_a_count_that_is_shown_can_be_typed(count: int, locale: str) -> None:
    formats = Formats(locale)

    assert parse_number(formats.count(count), formats) == count


@given(st.text(max_size=12), st.sampled_from(LOCALES))
def test_whatever_is_typed_is_a_number_or_a_sentence(text: str, locale: str) -> None:
    try:
        found = parse_amount(text, Formats(locale), 2)
    except ParseError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either way is right
    else:
        assert isinstance(found, int)


@pytest.mark.parametrize(
    ("text", "locale", "minor"),
    [
        ("12.345,67", "it_IT", 1_234_567),
        ("12.345,67", "de_DE", 1_234_567),
        ("12,345.67", "en", 1_234_567),
        ("12345,67", "it_IT", 1_234_567),
        ("12 345,67", "it_IT", 1_234_567),
        ("12\u00a0345,67", "de_DE", 1_234_567),
        ("12'345.67", "en", 1_234_567),
        ("12\u2019345.67", "de_CH", 1_234_567),
        ("1.234", "it_IT", 123_400),
        (" 5 ", "en", 500),
        ("5.", "en", 500),
        (",5", "de_DE", 50),
        ("-3,10", "it_IT", -310),
        ("\u22123,10", "it_IT", -310),
        ("+3.1", "en", 310),
        ("3.100", "en", 310),
        ("007", "en", 700),
    ],
)
def test_an_amount_is_read_as_the_locale_writes_it(text: str, locale: str, minor: int) -> None:
    assert parse_amount(text, Formats(locale), 2) == minor


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("12.345,67", "en"),
        ("12,345.67", "it_IT"),
        ("12.5", "it_IT"),
        ("1.2345", "de_DE"),
        ("1,23", "en"),
        ("1,2,3", "it_IT"),
        ("abc", "en"),
        ("12 €", "it_IT"),
        ("--5", "en"),
        ("", "en"),
        ("-", "en"),
        (".", "en"),
        ("1e5", "en"),
        ("٣", "en"),
        ("1.234", "en"),
        ("9" * 16, "en"),
    ],
)
def test_what_could_mean_something_else_is_refused_with_an_example(text: str, locale: str) -> None:
    with pytest.raises(ParseError) as raised:
        parse_amount(text, Formats(locale), 2)

    assert "digits" in str(raised.value) or "12" in str(raised.value)


def test_the_sentence_shows_how_the_locale_writes_it() -> None:
    with pytest.raises(ParseError, match=r"“1,5” is not a whole number. Write it like 1.234.567\."):
        parse_number("1,5", Formats("it_IT"))
    with pytest.raises(ParseError, match=r"“12.345,67” is not a number. Write it like 12,345.67"):
        parse_amount("12.345,67", Formats("en"), 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10", (10, 10)),
        ("=10", (10, 10)),
        (">= 10", (10, None)),
        ("≥10", (10, None)),
        (">10", (11, None)),
        ("<10", (None, 9)),
        ("<= 1,000", (None, 1000)),
        ("10..20", (10, 20)),
        ("20 .. 10", (10, 20)),
        ("10…20", (10, 20)),
        ("-5..5", (-5, 5)),
        ("10..", (10, None)),
        ("..20", (None, 20)),
        ("50 %", (50, 50)),
    ],
)
def test_a_range_has_a_lowest_and_a_highest_number(
    text: str, found: tuple[int | None, int | None]
) -> None:
    formats = Formats("en")

    assert parse_range(text, lambda part: parse_number(part, formats)) == found


@pytest.mark.parametrize("text", ["..", "1..2..3", ">", "10..x", "> >5", ""])
def test_what_is_no_range_is_refused(text: str) -> None:
    formats = Formats("en")

    with pytest.raises(ParseError):
        parse_range(text, lambda part: parse_number(part, formats))


def test_more_than_an_amount_is_one_minor_unit_more() -> None:
    formats = Formats("it_IT")

    found = parse_range("> 1.000,00", lambda part: parse_amount(part, formats, 2))

    assert found == (100_001, None)
