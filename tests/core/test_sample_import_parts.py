"""The rules of the import by themselves: names, countries, numbers, days and codes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sample_import.countries import Countries
from core.sample_import.dating import dated, days_to_win, shift_to
from core.sample_import.mending import KnownNames, folded
from core.sample_import.notes import Place, RefusedRowError, Topic
from core.sample_import.opportunities import worth
from core.sample_import.rows import free_code, slug
from core.sample_import.sample import Deal, DealStage
from core.sample_import.sectors import SECTORS
from core.sample_import.values import read_amount, read_day, whole_within

TODAY = date(2026, 3, 4)
days = st.dates(date(1990, 1, 1), date(2079, 12, 31))
minor = st.integers(0, 10**11)


def deal(stage: DealStage, engaged: date | None, closed: date | None, product: str = "A") -> Deal:
    return Deal(Place("f", 2), "K", "Agent", product, None, stage, engaged, closed, None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("technolgy", "technology"),
        ("Technology", "technology"),
        ("telecomunications", "telecommunications"),
        ("real-estate", "real estate"),
        ("astrology", None),
        ("", None),
    ],
)
def test_a_sector_is_found_by_closeness(text: str, meant: str | None) -> None:
    found = KnownNames(SECTORS).closest(text)

    assert found == meant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("United States", "US"),
        ("USA", "US"),
        ("US", "US"),
        ("Philipines", "PH"),
        ("Korea", "KR"),
        ("germany", "DE"),
        ("Cote d'Ivoire", "CI"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Slovaia", "SK"),
        ("Slovania", None),
        ("Atlantis", None),
        ("European Union", None),
        ("", None),
    ],
)
def test_a_country_is_found_by_name_or_code_and_never_guessed(text: str, code: str | None) -> None:
    country = Countries().find(text)

    assert (country.code if country else None) == code


def test_a_name_is_the_same_without_case_spaces_and_signs() -> None:
    known = KnownNames(["GTX Pro", "GTX Plus Pro", "Mei-Mei Johns"])

    found = [known.same(text) for text in ("GTXPro", "gtx-pro", "mei mei johns", "GTX Prro")]

    assert found == ["GTX Pro", "GTX Pro", "Mei-Mei Johns", None]


def test_a_name_that_could_be_two_is_none() -> None:
    known = KnownNames(["Xx-holding", "Xxholding", "Slovenia", "Slovakia"])

    assert known.same("xx holding") is None
    assert known.same("Xxholding") == "Xxholding"
    assert known.closest("Slovania") is None


@given(st.text(min_size=1))
def test_a_known_name_is_found_as_it_is(name: str) -> None:
    known = KnownNames([name])

    assert known.same(name) == known.closest(name) == name
    assert folded(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1054", 105_400), ("0", 0), ("0.05", 5), ("+7", 700), ("50.005", 5_000), ("50.015", 5_002)],
)
def test_an_amount_is_read_in_minor_units_half_to_even(text: str, expected: int) -> None:
    amount = read_amount("close_value", text)

    assert amount is not None
    assert amount.minor == expected
    assert amount.rounded == (Decimal(text) * 100 != expected)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("-1", Topic.NEGATIVE),
        ("1000000000.01", Topic.HUGE),
        ("9" * 30, Topic.HUGE),
        ("9" * 300, Topic.BAD_AMOUNT),
        ("1,054", Topic.BAD_AMOUNT),
        ("1e3", Topic.BAD_AMOUNT),
        ("NaN", Topic.BAD_AMOUNT),
        ("Infinity", Topic.BAD_AMOUNT),
        ("٣", Topic.BAD_AMOUNT),
        ("$5", Topic.BAD_AMOUNT),
    ],
)
def test_an_amount_that_cannot_be_refuses_the_row(text: str, topic: Topic) -> None:
    with pytest.raises(RefusedRowError) as refused:
        read_amount("close_value", text)

    assert (refused.value.topic, refused.value.column, refused.value.value) == (
        topic,
        "close_value",
        text,
    )


@pytest.mark.parametrize(
    "text", ["2017-13-01", "2017-02-30", "20170301", "2017-W09-3", "01/03/2017", "1017-01-01", "x"]
)
def test_a_day_that_is_none_refuses_the_row(text: str) -> None:
    with pytest.raises(RefusedRowError) as refused:
        read_day("engage_date", text)

    assert (refused.value.topic, refused.value.value) == (Topic.BAD_DATE, text)


@given(days)
def test_a_day_in_iso_form_is_read(day: date) -> None:
    assert read_day("engage_date", day.isoformat()) == day


def test_empty_cells_have_no_value() -> None:
    assert read_day("engage_date", "") is None
    assert read_amount("close_value", "") is None
    assert whole_within("", 0, 9) is None


def test_a_whole_number_must_be_whole_and_within_its_bounds() -> None:
    found = [whole_within(text, 1, 9) for text in ("1", "9", "9.0", "0", "10", "2.5", "many")]

    assert found == [1, 9, 9, None, None, None, None]


@given(minor, minor)
def test_net_is_always_gross_less_discount(value: int, price: int) -> None:
    money = worth(value, price)

    assert money.net_minor == value
    assert money.gross_minor == max(value, price)
    assert money.gross_minor - money.discount_minor == money.net_minor


@given(minor)
def test_an_unknown_value_is_the_list_price(price: int) -> None:
    assert worth(None, price) == (price, 0, price)


@given(st.lists(st.tuples(days, days), min_size=1))
def test_the_last_day_becomes_today(pairs: list[tuple[date, date]]) -> None:
    deals = [deal(DealStage.WON, min(pair), max(pair)) for pair in pairs]

    moved = dated(deals, shift_to(deals, TODAY), TODAY)

    assert max(one.closed_on for one in moved if one.closed_on) == TODAY
    assert [one.created_on for one in moved] == sorted(one.created_on for one in moved)


@given(st.sampled_from(DealStage), st.none() | days, st.none() | days, st.integers(-20_000, 20_000))
def test_a_filled_deal_is_closed_exactly_if_it_is_not_open(
    stage: DealStage, engaged: date | None, closed: date | None, shift: int
) -> None:
    if engaged and closed:
        engaged, closed = min(engaged, closed), max(engaged, closed)

    (one,) = dated([deal(stage, engaged, closed)], shift, TODAY)

    assert (one.closed_on is None) == (stage.outcome == "open")
    assert one.closed_on is None or one.closed_on >= one.created_on


def test_without_any_day_nothing_moves() -> None:
    assert shift_to([deal(DealStage.PROSPECTING, None, None)], TODAY) == 0


def test_days_to_win_are_the_median_of_what_was_won() -> None:
    start = date(2017, 1, 1)
    lengths = {"A": (10, 20, 90), "B": (40,)}
    deals = [
        deal(DealStage.WON, start, start + timedelta(days=length), product)
        for product, found in lengths.items()
        for length in found
    ]
    lost = deal(DealStage.LOST, start, start + timedelta(days=500), "C")
    undated = deal(DealStage.WON, None, start, "C")

    assert days_to_win([*deals, lost, undated]) == {"A": 20, "B": 40, "": 30}


def test_a_code_is_made_of_small_latin_letters() -> None:
    assert [slug(text) for text in ("GTX Pro", "Éric Noël", "  a--b ", "北京")] == [
        "gtx-pro",
        "eric-noel",
        "a-b",
        "sample",
    ]


def test_a_code_that_is_taken_gets_a_number() -> None:
    assert free_code("a", set()) == "a"
    assert free_code("a", {"a", "a-2"}) == "a-3"
