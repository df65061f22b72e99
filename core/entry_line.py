"""Reads the line "Contact, title, amount", where amounts may hold commas themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.parsing import ParseError, parse_amount
from db.errors import DealboardError
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.formats import Formats

SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}
BEFORE = re.compile(r"([A-Za-z]{3}|[€$£])\s*(?=[\d+\-\u2212])(.*)", re.DOTALL)
BEHIND = re.compile(r"(.*\d[.,]?)\s*([A-Za-z]{3}|[€$£])", re.DOTALL)
# Nothing but an amount is written like this, so what cannot be read is a slip.
LIKE_AMOUNT = re.compile(r"[+\-\u2212]?\d[\d.,'\u2019 \u00a0\u202f]*")
# Longer ones are another text that was pasted.
LONGEST = 2_000


class EntryError(DealboardError):
    """A line cannot become an opportunity; the sentence says how to write it."""


class Entry(NamedTuple):
    """What a quick line says; no contact_id: the contact is found by its name, or made."""

    contact_id: UUID | None
    contact: str
    title: str
    net_minor: int | None
    currency: str


class _Amount(NamedTuple):
    minor: int
    currency: str


def parse_entry(text: str, formats: Formats, currency: str, decimals: Mapping[str, int]) -> Entry:
    """Read a line such as "Rossi Spa, Press line 3, 12.345,67 EUR"; raises EntryError."""
    contact, *rest = text.split(",")
    contact, reader = _clean(contact), _Reader(formats, currency, decimals)
    if len(text) > LONGEST:
        raise EntryError(_("This is too long. Write contact, title and amount."))
    if not contact:
        raise EntryError(_("Write the name of the contact first, then the title."))
    # The longest end that is an amount: 12.345,67 holds a comma itself.
    for place in range(len(rest)):
        amount = reader.read(",".join(rest[place:]))
        if amount is not None:
            title = _title(rest[:place])
            return Entry(None, contact, title, amount.minor, amount.currency)
    if len(rest) > 1:
        reader.refuse_slip(rest[-1])
    return Entry(None, contact, _title(rest), None, currency)


def contact_part(text: str) -> str:
    """Return what a line says of its contact."""
    return _clean(text.partition(",")[0])


class _Reader:
    """Reads amounts with or without their currency."""

    def __init__(self, formats: Formats, currency: str, decimals: Mapping[str, int]) -> None:
        self._formats = formats
        self._currency = currency
        self._decimals = decimals

    def read(self, text: str) -> _Amount | None:
        """Return an amount, or None where this is none."""
        digits, currency = self._parted(text.strip())
        if currency not in self._decimals:
            return None
        try:
            minor = parse_amount(digits, self._formats, self._decimals[currency])
        except ParseError:
            return None
        return _Amount(minor, currency)

    def refuse_slip(self, text: str) -> None:
        """Raise where a text is written like an amount, and yet is none."""
        digits, currency = self._parted(text.strip())
        if not LIKE_AMOUNT.fullmatch(digits):
            return
        try:
            parse_amount(digits, self._formats, self._decimals.get(currency, 2))
        except ParseError as error:
            raise EntryError(str(error)) from error
        if currency.isupper():
            shown = _("There is no currency {code}. Write one of {codes}.")
            codes = ", ".join(sorted(self._decimals))
            raise EntryError(shown.format(code=currency, codes=codes))

    def _parted(self, text: str) -> tuple[str, str]:
        before, behind = BEFORE.fullmatch(text), BEHIND.fullmatch(text)
        if before:
            return before[2], self._code(before[1])
        if behind:
            return behind[1], self._code(behind[2])
        return text, self._currency

    def _code(self, written: str) -> str:
        code = SIGNS.get(written, written.upper())
        # "300 bar" is no amount, but "300 XYZ" is one in a currency that is not known.
        return code if code in self._decimals else written


def _title(parts: list[str]) -> str:
    title = _clean(",".join(parts))
    if not title:
        raise EntryError(_("Write a title after the contact, as in “Rossi, Press line, 5000”."))
    return title


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())
