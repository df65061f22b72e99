"""Reads numbers and amounts as the user's locale writes them, and ranges of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.errors import DealboardError
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.formats import Formats

# What people type between thousands besides the locale's own sign.
SPACES = " \u00a0\u202f\u2009"
APOSTROPHES = "'\u2019"
MINUS = "-\u2212"
# Far more than any amount; longer ones are slips of the finger.
MOST_DIGITS = 15
OPERATORS = re.compile(r"^\s*(>=|<=|≥|≤|=|>|<)\s*(.+)$", re.DOTALL)
BETWEEN = re.compile(r"\s*(?:\.\.+|…)\s*")
Range = tuple[int | None, int | None]


class ParseError(DealboardError):
    """What was typed cannot be read; the sentence shows how to write it."""


def parse_amount(text: str, formats: Formats, decimals: int) -> int:
    """Return the minor units of an amount such as 12.345,67; raises ParseError."""
    sign, whole, rest = _parts(text, formats)
    if len(rest.rstrip("0")) > decimals:
        raise ParseError(_too_fine(text, formats, decimals))
    if len(whole) > MOST_DIGITS:
        shown = _("“{text}” is too large. Write at most {count} digits.")
        raise ParseError(shown.format(text=text.strip(), count=MOST_DIGITS))
    return sign * int(whole + rest[:decimals].ljust(decimals, "0"))


def parse_number(text: str, formats: Formats) -> int:
    """Return a whole number; raises ParseError."""
    return parse_amount(text.strip().removesuffix("%"), formats, 0)


def parse_range(text: str, one: Callable[[str], int]) -> Range:
    """Return the lowest and the highest whole number that a text such as >= 10 or 10..20 means."""
    operator = OPERATORS.match(text)
    if operator:
        return _compared(operator[1], one(operator[2]))
    ends = BETWEEN.split(text.strip())
    if len(ends) == 1:
        number = one(text)
        return number, number
    low, high = (one(end) if end else None for end in _two(text, ends))
    if low is not None and high is not None and low > high:
        return high, low
    return low, high


def _two(text: str, ends: list[str]) -> list[str]:
    if len(ends) != 2 or not any(ends):  # noqa: PLR2004 - a range has two ends
        shown = _("“{text}” is no range. Write it like 10..20, or >= 10.")
        raise ParseError(shown.format(text=text.strip()))
    return ends


def _compared(operator: str, number: int) -> Range:
    return {
        ">=": (number, None),
        "≥": (number, None),
        ">": (number + 1, None),
        "<=": (None, number),
        "≤": (None, number),
        "<": (None, number - 1),
        "=": (number, number),
    }[operator]


def _parts(text: str, formats: Formats) -> tuple[int, str, str]:
    """Return sign, whole digits and decimal digits; thousands must be parted in threes."""
    typed = text.strip(SPACES + "\t\n")
    sign = -1 if typed[:1] in set(MINUS) else 1
    symbols = formats.locale.number_symbols["latn"]
    group, point = symbols["group"], symbols["decimal"]
    groups = re.escape(group + SPACES + (APOSTROPHES if point not in APOSTROPHES else ""))
    pattern = rf"(\d+|\d{{1,3}}(?:[{groups}]\d{{3}})+)?(?:{re.escape(point)}(\d*))?"
    unsigned = typed[1:] if typed[:1] in {*MINUS, "+"} else typed
    found = re.fullmatch(pattern, unsigned, re.ASCII)
    if found is None or not (found[1] or found[2]):
        raise ParseError(_unreadable(text, formats))
    return sign, re.sub(r"\D", "", found[1] or "0"), found[2] or ""


def _unreadable(text: str, formats: Formats) -> str:
    if not text.strip():
        return _("Write a number, like {example}.").format(example=formats.money(1234567, 2))
    shown = _("“{text}” is not a number. Write it like {example}.")
    return shown.format(text=text.strip(), example=formats.money(1234567, 2))


def _too_fine(text: str, formats: Formats, decimals: int) -> str:
    if decimals == 0:
        shown = _("“{text}” is not a whole number. Write it like {example}.")
    else:
        shown = _("“{text}” has too many decimals. Write it like {example}.")
    example = formats.money(1234567, decimals)
    return shown.format(text=text.strip(), example=example)
