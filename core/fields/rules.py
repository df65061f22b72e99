"""Rules of single fields: each says in a sentence what is wrong, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from resources.texts import _


def not_negative(value: int) -> str | None:
    """Refuse a number below zero."""
    return _("This cannot be less than zero.") if value < 0 else None


@dataclass(frozen=True)
class Within:
    """Refuses a number outside two limits, which themselves are allowed."""

    low: int
    high: int

    def __call__(self, value: int) -> str | None:
        """Return what is wrong."""
        if self.low <= value <= self.high:
            return None
        return _("This must be between {low} and {high}.").format(low=self.low, high=self.high)


year = Within(1000, 2999)
