"""Reads days, amounts and whole numbers from the text of a cell."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from core.sample_import.notes import RefusedRowError, Topic

FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2079, 12, 31)
HUGE_AMOUNT = Decimal(1_000_000_000)
MINOR_UNITS = 100
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,30})?")


class Amount(NamedTuple):
    """An amount in whole minor units, and whether it had to be rounded to them."""

    minor: int
    rounded: bool


def read_day(column: str, text: str) -> date | None:
    """Return the day of a cell, or nothing for an empty one; any other text refuses the row."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise RefusedRowError(Topic.BAD_DATE, column, text)
    return day


def read_amount(column: str, text: str) -> Amount | None:
    """Return the amount of a cell, or nothing for an empty one; any other text refuses the row."""
    if not text:
        return None
    number = read_number(text)
    if number is None:
        raise RefusedRowError(Topic.BAD_AMOUNT, column, text)
    if number < 0:
        raise RefusedRowError(Topic.NEGATIVE, column, text)
    if number > HUGE_AMOUNT:
        raise RefusedRowError(Topic.HUGE, column, text)
    exact = number * MINOR_UNITS
    minor = int(exact.to_integral_value(ROUND_HALF_EVEN))
    return Amount(minor, minor != exact)


def read_number(text: str) -> Decimal | None:
    """Return the number of a text in the plain form of the sample."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def whole_within(text: str, least: int, most: int) -> int | None:
    """Return the whole number of a text, if it lies within bounds."""
    number = read_number(text)
    if number is None or number != number.to_integral_value() or not least <= number <= most:
        return None
    return int(number)
