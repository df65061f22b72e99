"""Reading ">= 15,000" and "10..20", whatever a number looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resources.texts import _
from widgets.filter_row.filters import NumberRange

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.filter_row.filters import Number

SIGNS = {">=": "≥", "<=": "≤", "=>": "≥", "=<": "≤"}
ONE_SIDED = re.compile(r"\s*([≥≤<>=])\s*(.+)")
# A minus sign between two numbers would be read as the sign of the second.
BETWEEN = re.compile(r"(.*?)\s*(?:\.{2,3}|…|–)\s*(.*)")


def read_range(text: str, read: Callable[[str], Number]) -> NumberRange | None:
    """Return the range that a text stands for, None for an empty one.

    Raises ValueError with a sentence for the user where it stands for none.
    """
    text = text.strip()
    for typed, sign in SIGNS.items():
        text = text.replace(typed, sign)
    if not text:
        return None
    one = ONE_SIDED.fullmatch(text)
    if one:
        return _one_sided(one[1], read(one[2].strip()))
    two = BETWEEN.fullmatch(text)
    if two:
        return _between(two[1], two[2], read)
    number = read(text)
    return NumberRange(number, number)


def show_range(value: NumberRange, show: Callable[[Number], str]) -> str:
    """Return the text that stands for a range."""
    low, high = value.low, value.high
    if low is not None and low == high:
        return show(low)
    if low is not None and high is not None:
        return f"{show(low)}..{show(high)}"
    if low is not None:
        return f"{'>' if value.above else '≥'} {show(low)}"
    return f"{'<' if value.below else '≤'} {show(high)}" if high is not None else ""


def _one_sided(sign: str, number: Number) -> NumberRange:
    if sign == "=":
        return NumberRange(number, number)
    if sign in "≥>":
        return NumberRange(low=number, above=sign == ">")
    return NumberRange(high=number, below=sign == "<")


def _between(low: str, high: str, read: Callable[[str], Number]) -> NumberRange:
    found = NumberRange(read(low) if low else None, read(high) if high else None)
    if found.low is None and found.high is None:
        raise ValueError(_("Write a number on one side of “..”, or on both."))
    if found.low is not None and found.high is not None and found.low > found.high:
        raise ValueError(_("The first number is greater than the second; change them round."))
    return found
