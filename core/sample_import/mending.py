"""Finds the name that was meant among those that are known."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# How alike a misspelt name must be, and by how much more than the next one.
ALIKE = 0.85
LEAD = 0.04


class KnownNames:
    """Names that a cell may hold."""

    def __init__(self, names: Iterable[str]) -> None:
        """Know these names."""
        self._names = dict.fromkeys(names)
        self._by_fold: dict[str, list[str]] = {}
        for name in self._names:
            self._by_fold.setdefault(folded(name), []).append(name)

    def same(self, text: str) -> str | None:
        """Return the name that differs at most by case, spaces and signs, if there is just one."""
        if text in self._names:
            return text
        found = self._by_fold.get(folded(text), [])
        return found[0] if len(found) == 1 else None

    def closest(self, text: str) -> str | None:
        """Return the name that was meant by a misspelt one; two that are as close are none."""
        same = self.same(text)
        if same is not None:
            return same
        wanted = folded(text)
        ranked = sorted(((_likeness(wanted, fold), fold) for fold in self._by_fold), reverse=True)
        (best, fold), (second, _other) = (*ranked, (0.0, ""), (0.0, ""))[:2]
        if best < ALIKE or best - second < LEAD:
            return None
        return self.same(self._by_fold[fold][0])


def folded(text: str) -> str:
    """Return a text without case, accents, spaces and signs; one that is only signs stays."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum()) or text


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
