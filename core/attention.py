"""When an opportunity waits for somebody: the one rule of lists, boards and home.

The same in SQL stands in db/attention.py.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

OPEN = "open"


class Waiting(Protocol):
    """What the rules look at; stale_days are those of the stage."""

    @property
    def outcome(self) -> str:
        """Return open, won or lost."""

    @property
    def touched_at(self) -> datetime:
        """Return when anybody last did something about it."""

    @property
    def next_activity_at(self) -> datetime | None:
        """Return when the next activity is due."""

    @property
    def stale_days(self) -> int | None:
        """Return after how many days its stage calls it stale."""


def is_stale(card: Waiting, now: datetime, parameter_days: int) -> bool:
    """Tell whether nobody has done anything for the days of the stage, else of the parameter."""
    days = parameter_days if card.stale_days is None else card.stale_days
    return card.outcome == OPEN and card.touched_at < now - timedelta(days=days)


def is_overdue(card: Waiting, now: datetime) -> bool:
    """Tell whether an activity of an open one should have been done."""
    due = card.next_activity_at
    return card.outcome == OPEN and due is not None and due < now


def has_no_next(card: Waiting) -> bool:
    """Tell whether an open one has no activity planned."""
    return card.outcome == OPEN and card.next_activity_at is None
