"""Dated exchange rates: exact, never taken for 1, rounded once and half to even."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange import ExactSum, Exchange, Ratio, divided
from db.exchange_rates import DatedRate

DAY = date(2026, 3, 4)
DECIMALS = {"EUR": 2, "USD": 2, "GBP": 2, "JPY": 0, "KWD": 3}
RATES = [
    DatedRate("EUR", "USD", DAY - timedelta(days=30), 1_000_000),
    DatedRate("EUR", "USD", DAY, 1_250_000),
    DatedRate("EUR", "JPY", DAY, 160_000_000),
    DatedRate("EUR", "GBP", DAY + timedelta(days=1), 800_000),
    DatedRate("GBP", "KWD", DAY, 400_000),
]


def exchange() -> Exchange:
    """Return the rates of the examples."""
    return Exchange(RATES, DECIMALS)


@pytest.mark.parametrize(
    ("minor", "source", "target", "days", "wanted"),
    [
        (1_000, "EUR", "EUR", -9999, 1_000),
        (1_000, "USD", "EUR", 0, 800),
        (1_000, "EUR", "USD", 0, 1_250),
        (1_000, "USD", "EUR", -1, 1_000),
        (1_000, "USD", "EUR", -31, None),
        (160, "JPY", "EUR", 0, 100),
        (100, "EUR", "JPY", 0, 160),
        (125, "USD", "JPY", 5, 160),
        (1_000, "GBP", "EUR", 0, None),
        (1_000, "GBP", "EUR", 1, 1_250),
        (1_000, "GBP", "KWD", 0, 4_000),
        (1_000, "EUR", "KWD", 1, 3_200),
        (1_000, "JPY", "KWD", 0, None),
        (1_000, "XYZ", "EUR", 0, None),
        (-1_000, "USD", "EUR", 0, -800),
    ],
)
def test_an_amount_is_converted_at_the_rate_that_held_on_the_day(
    minor: int, source: str, target: str, days: int, wanted: int | None
) -> None:
    day = DAY + timedelta(days=days) if days > -9999 else date.min

    assert exchange().convert(minor, source, target, day) == wanted


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**9) | st.just(2))
def test_a_quotient_is_rounded_half_to_even(over: int, under: int) -> None:
    assert divided(over, under) == round(Fraction(over, under))


@given(
    st.lists(
        st.tuples(st.integers(-(10**12), 10**12), st.integers(1, 10**8), st.integers(1, 10**8)),
        max_size=30,
    ),
    st.sampled_from([1, 100]),
)
def test_a_sum_over_many_rates_is_rounded_once(
    parts: list[tuple[int, int, int]], divisor: int
) -> None:
    total = ExactSum()

    for amount, over, under in parts:
        total.add(amount, Ratio(over, under))

    exact = sum((Fraction(a * o, u) for a, o, u in parts), Fraction())
    assert total.minor(divisor) == round(exact / divisor)


@given(st.integers(0, 10**12), st.integers(1, 10**9))
def test_there_and_back_is_the_same_where_the_rate_allows_it(minor: int, millionths: int) -> None:
    rates = Exchange([DatedRate("EUR", "USD", DAY, millionths)], DECIMALS)
    there, back = rates.ratio("EUR", "USD", DAY), rates.ratio("USD", "EUR", DAY)
    assert there is not None
    assert back is not None

    assert Fraction(*there) * Fraction(*back) == 1
    assert rates.convert(minor, "EUR", "EUR", DAY) == minor
