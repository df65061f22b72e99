"""Reads days as the user's locale writes them, months and years as a whole, and ranges of them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from core.day_ranges import DayRange, month_range
from core.parsing import BETWEEN, OPERATORS, ParseError
from resources.texts import _

if TYPE_CHECKING:
    from babel import Locale

    from core.formats import Formats

# A year of two digits lies between 1970 and 2069.
CENTURY = 2000
PIVOT = 70
SHORT_YEAR = 100
MONTHS = 12
DAY = timedelta(days=1)
PARTS = re.compile(r"[\s./\-,]+")
ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


def parse_day(text: str, formats: Formats, today: date) -> date:
    """Return the day of a text such as 4/3/26, 04.03.2026, 4 Mar or 2026-03-04."""
    first, last = _span(text, formats, today)
    if first != last:
        raise ParseError(_unreadable(text, formats, today))
    return first


def parse_day_range(text: str, formats: Formats, today: date) -> DayRange:
    """Return the days of a text such as >= 4/3/26, 1/3/26..15/3/26, 3/2026 or 2026."""
    operator = OPERATORS.match(text)
    if operator:
        return _compared(operator[1], *_span(operator[2], formats, today))
    ends = BETWEEN.split(text.strip())
    if len(ends) != 2 or not any(ends):  # noqa: PLR2004 - a range has two ends
        return DayRange(*_span(text, formats, today))
    first, last = ends
    begin = _span(first, formats, today)[0] if first else None
    end = _span(last, formats, today)[1] if last else None
    if begin is not None and end is not None and begin > end:
        return DayRange(_span(last, formats, today)[0], _span(first, formats, today)[1])
    return DayRange(begin, end)


def _compared(operator: str, first: date, last: date) -> DayRange:
    return {
        ">=": DayRange(first, None),
        "≥": DayRange(first, None),
        ">": DayRange(last + DAY, None),
        "<=": DayRange(None, last),
        "≤": DayRange(None, last),
        "<": DayRange(None, first - DAY),
        "=": DayRange(first, last),
    }[operator]


def _span(text: str, formats: Formats, today: date) -> tuple[date, date]:
    """Return first and last day of what was typed: a day, a month or a year."""
    try:
        return _read(text.strip(), formats.locale, today)
    except (ValueError, OverflowError) as error:
        raise ParseError(_unreadable(text, formats, today)) from error


def _read(text: str, locale: Locale, today: date) -> tuple[date, date]:
    iso = ISO.fullmatch(text)
    if iso:
        year, month, day = iso.groups()
        return _days(int(year), int(month), int(day) if day else None)
    parts = [part for part in PARTS.split(text) if part]
    if len(parts) == 1 and re.fullmatch(r"\d{4}", text, re.ASCII):
        return date(int(text), 1, 1), date(int(text), MONTHS, 31)
    months = [_month_names(locale).get(part.casefold()) for part in parts]
    if any(months):
        return _with_name(parts, months, today)
    return _by_order(parts, _order(locale), today)


def _with_name(parts: list[str], months: list[int | None], today: date) -> tuple[date, date]:
    month = next(filter(None, months))
    numbers = [p for p, name in zip(parts, months, strict=True) if name is None]
    if len(numbers) == 0:
        return _days(today.year, month, None)
    if len(numbers) == 1 and len(numbers[0]) == 4:  # noqa: PLR2004 - a year
        return _days(_number(numbers[0]), month, None)
    day = _number(numbers[0])
    if len(numbers) == 1:
        return _days(today.year, month, day)
    if len(numbers) > 2:  # noqa: PLR2004 - a day and a year
        raise ValueError(parts)
    return _days(_year(numbers[1]), month, day)


def _by_order(parts: list[str], order: str, today: date) -> tuple[date, date]:
    """Read numbers in the order of the locale; a year may be left out, or the day."""
    if len(parts) == 2 and len(parts[1]) == 4:  # noqa: PLR2004 - month and year
        return _days(_number(parts[1]), _number(parts[0]), None)
    if len(parts) == 2:  # noqa: PLR2004 - day and month
        order = order.replace("y", "")
    if len(parts) != len(order):
        raise ValueError(parts)
    found = dict(zip(order, parts, strict=True))
    year = _year(found["y"]) if "y" in found else today.year
    return _days(year, _number(found["m"]), _number(found["d"]))


def _days(year: int, month: int, day: int | None) -> tuple[date, date]:
    if day is not None:
        return date(year, month, day), date(year, month, day)
    whole = month_range(date(year, month, 1))
    if whole.first is None or whole.last is None:
        raise ValueError(month)
    return whole.first, whole.last


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def _year(text: str) -> int:
    year = _number(text)
    if len(text) > 2:  # noqa: PLR2004 - written in full
        return year
    return CENTURY + year if year < PIVOT else CENTURY - SHORT_YEAR + year


@lru_cache(maxsize=16)
def _order(locale: Locale) -> str:
    """Return the order of day, month and year in a locale, such as dmy."""
    pattern = str(locale.date_formats["short"].pattern).lower()
    return "".join(sorted("dmy", key=pattern.find))


@lru_cache(maxsize=16)
def _month_names(locale: Locale) -> dict[str, int]:
    names: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for month, name in locale.months[form][width].items():
                names[str(name).rstrip(".").casefold()] = month
    return names


def _unreadable(text: str, formats: Formats, today: date) -> str:
    shown = _("“{text}” is not a day. Write it like {example}, or {iso}.")
    return shown.format(text=text.strip(), example=formats.day(today), iso=today.isoformat())
