"""Ranges of numbers as they are typed and shown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from widgets.filter_row import NumberRange
from widgets.filter_row.ranges import read_range, show_range


def read(text: str) -> Decimal:
    """Read a number as it is written in Germany."""
    plain = text.replace(".", "").replace(",", ".")
    try:
        return Decimal(plain)
    except ArithmeticError:
        raise ValueError(f"“{text}” is no number.") from None


def show(number: object) -> str:
    return str(number).replace(".", ",")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", None),
        ("  ", None),
        ("15", NumberRange(Decimal(15), Decimal(15))),
        ("=15", NumberRange(Decimal(15), Decimal(15))),
        (">=15.000", NumberRange(low=Decimal(15000))),
        ("≥ 15.000", NumberRange(low=Decimal(15000))),
        ("> 15", NumberRange(low=Decimal(15), above=True)),
        ("<= 12.345,67", NumberRange(high=Decimal("12345.67"))),
        ("<-3", NumberRange(high=Decimal(-3), below=True)),
        ("10..20", NumberRange(Decimal(10), Decimal(20))),
        ("10 … 20", NumberRange(Decimal(10), Decimal(20))),
        ("-5–5", NumberRange(Decimal(-5), Decimal(5))),
        ("10..", NumberRange(low=Decimal(10))),
        ("..20", NumberRange(high=Decimal(20))),
        ("1.000..2.000,5", NumberRange(Decimal(1000), Decimal("2000.5"))),
    ],
)
def test_a_range_is_read(text: str, found: NumberRange | None) -> None:
    assert read_range(text, read) == found


@pytest.mark.parametrize("text", ["abc", ">", "> x", "..", "20..10", "1..x", "=="])
def test_what_is_no_range_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"\."):
        read_range(text, read)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (NumberRange(), ""),
        (NumberRange(7, 7), "7"),
        (NumberRange(7, 9), "7..9"),
        (NumberRange(low=7), "≥ 7"),
        (NumberRange(low=7, above=True), "> 7"),
        (NumberRange(high=7), "≤ 7"),
        (NumberRange(high=7, below=True), "< 7"),
    ],
)
def test_a_range_is_shown_as_it_can_be_read(value: NumberRange, text: str) -> None:
    shown = show_range(value, show)

    assert shown == text
    assert (read_range(shown, read) or NumberRange()) == value
