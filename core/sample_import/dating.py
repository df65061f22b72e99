"""Days of the sample: moved so that the last one is today, and filled where they are missing."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from core.sample_import.sample import Deal  # noqa: TC001 - NamedTuple keeps the annotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EVERY_PRODUCT = ""


class DatedDeal(NamedTuple):
    """An opportunity with the days that it gets."""

    deal: Deal
    created_on: date
    closed_on: date | None

    @property
    def account(self) -> str | None:
        """Return the name of its account."""
        return self.deal.account


def shift_to(deals: Iterable[Deal], today: date) -> int:
    """Return by how many days to move all days so that the last one is today."""
    days = [day for deal in deals for day in (deal.engaged_on, deal.closed_on) if day is not None]
    return (today - max(days)).days if days else 0


def dated(deals: Iterable[Deal], shift_days: int, today: date) -> list[DatedDeal]:
    """Return the opportunities in the order of their creation, their days moved and filled."""
    shift = timedelta(days=shift_days)
    found = [_dated(deal, shift, today) for deal in deals]
    return sorted(found, key=lambda one: (one.created_on, one.deal.place.line))


def _dated(deal: Deal, shift: timedelta, today: date) -> DatedDeal:
    """Return one opportunity; a missing day is today, and none is created after it closed."""
    created = deal.engaged_on + shift if deal.engaged_on else None
    closed = deal.closed_on + shift if deal.closed_on else None
    if deal.stage.outcome == "open":
        return DatedDeal(deal, created or today, None)
    created = created or closed or today
    return DatedDeal(deal, created, closed or max(today, created))


def days_to_win(deals: Sequence[Deal]) -> dict[str, int]:
    """Return the median days from engaging to winning, by product and for every product."""
    by_product: dict[str, list[int]] = {}
    for deal in deals:
        if deal.stage.outcome == "won" and deal.engaged_on and deal.closed_on:
            days = (deal.closed_on - deal.engaged_on).days
            for product in (deal.product, EVERY_PRODUCT):
                by_product.setdefault(product, []).append(days)
    return {product: round(median(days)) for product, days in by_product.items()}
