"""Reads names of countries as ISO codes."""

from __future__ import annotations

from typing import NamedTuple

from core.sample_import.mending import KnownNames, folded

# Codes of the locale's table that are no country.
NO_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
# Short and former names that no closeness would find.
SHORT_NAMES = {
    "america": "US",
    "britain": "GB",
    "burma": "MM",
    "czech republic": "CZ",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "hong kong": "HK",
    "ivory coast": "CI",
    "korea": "KR",
    "macau": "MO",
    "macedonia": "MK",
    "republic of korea": "KR",
    "russian federation": "RU",
    "slovak republic": "SK",
    "swaziland": "SZ",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "united states of america": "US",
    "usa": "US",
}


class Country(NamedTuple):
    """A country's ISO code and its usual English name."""

    code: str
    name: str


class Countries:
    """Finds countries by their English name, also misspelt, or by their code."""

    def __init__(self) -> None:
        """Read the names of all countries."""
        from babel import Locale  # noqa: PLC0415 - costs start time, and imports are rare

        names = Locale.parse("en").territories
        self._names = {
            code: name
            for code, name in names.items()
            if len(code) == len("US") and code.isalpha() and code not in NO_COUNTRIES
        }
        self._codes = {name: code for code, name in self._names.items()}
        self._short = {folded(name): code for name, code in SHORT_NAMES.items()}
        self._known = KnownNames(self._codes)

    def find(self, text: str) -> Country | None:
        """Return the country that a text means."""
        code = text if text in self._names else self._short.get(folded(text))
        if code is None:
            name = self._known.closest(text)
            code = self._codes[name] if name is not None else None
        return Country(code, self._names[code]) if code is not None else None
