"""What an opportunity is about: its title, and lines whose amounts add up to its own."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.demo import catalogue
from core.demo.choice import Weighted, between, pick
from core.demo.effects import FAMILY_AMOUNT, MOST_DISCOUNT, UNKNOWN_AMOUNT_SHARE
from core.demo.markets import USUAL_RATES

if TYPE_CHECKING:
    from random import Random

    from core.demo.ground import Family

NO_DISCOUNT_SHARE = 0.35
USUAL_DISCOUNT = 4.5
# Discounts come in half percents.
HALF_PERCENT = 50
WHOLE = 10_000
# Amounts are rounded as people round them: (below, step) in whole units.
STEPS = ((1_000, 5), (20_000, 20), (100_000, 50), (10**12, 100))
# Lines beside the main one, with weights, by type of opportunity.
FURTHER = {
    "sale": Weighted(((0, 42), (1, 32), (2, 18), (3, 8))),
    "service": Weighted(((0, 72), (1, 22), (2, 6))),
    "project": Weighted(((1, 30), (2, 40), (3, 30))),
}


class Part(NamedTuple):
    """A line: what is sold, and its amounts in minor units."""

    family: Family
    product_id: UUID
    description: str
    gross: int
    discount: int
    net: int


class Offer(NamedTuple):
    """What is sold; without lines the amount is not known yet."""

    title: str
    family: Family
    parts: tuple[Part, ...]
    discount_hundredths: int

    def gross(self) -> int | None:
        """Return the gross amount."""
        return sum(part.gross for part in self.parts) if self.parts else None

    def discount(self) -> int | None:
        """Return the discount."""
        return sum(part.discount for part in self.parts) if self.parts else None

    def net(self) -> int | None:
        """Return the net amount."""
        return sum(part.net for part in self.parts) if self.parts else None


class OfferMaker:
    """Draws what is sold."""

    def __init__(self, families: dict[str, Family], rng: Random) -> None:
        """Sell these families."""
        self._rng = rng
        self._main = {
            code: Weighted((families[name], weight) for name, weight in pairs)
            for code, pairs in catalogue.FAMILIES_OF_TYPE.items()
        }
        self._further = tuple(families[code] for code in catalogue.FURTHER_FAMILIES)

    def draw(self, type_code: str, currency: str, year: int) -> Offer:
        """Return what an opportunity of a type is about."""
        rng = self._rng
        main = self._main[type_code].draw(rng)
        title = self._title(main, year)
        if rng.random() < UNKNOWN_AMOUNT_SHARE:
            return Offer(title, main, (), 0)
        hundredths = self._discount()
        count = FURTHER[type_code].draw(rng)
        families = [main, *(pick(rng, self._further) for _n in range(count))]
        parts = tuple(self._part(family, currency, hundredths) for family in families)
        return Offer(title, main, parts, hundredths)

    def _title(self, family: Family, year: int) -> str:
        rng = self._rng
        return pick(rng, family.titles).format(
            n=between(rng, 2, 9),
            k=between(rng, 2, 24),
            t=between(rng, 2, 40) * 5,
            u=between(rng, 2, 12) * 4,
            m=between(rng, 2, 24) * 10,
            year=year + 1,
        )

    def _discount(self) -> int:
        if self._rng.random() < NO_DISCOUNT_SHARE:
            return 0
        percent = min(self._rng.expovariate(1 / USUAL_DISCOUNT), MOST_DISCOUNT)
        return round(percent * 100 / HALF_PERCENT) * HALF_PERCENT

    def _part(self, family: Family, currency: str, hundredths: int) -> Part:
        median, spread = FAMILY_AMOUNT[family.code]
        euros = exp(self._rng.gauss(log(median), spread))
        gross = _rounded(euros * USUAL_RATES.get(currency, 1.0)) * 100
        discount = (gross * hundredths + WHOLE // 2) // WHOLE
        product_id, text = pick(self._rng, family.products)
        return Part(family, product_id, text, gross, discount, gross - discount)


def _rounded(amount: float) -> int:
    step = next(step for below, step in STEPS if amount < below)
    return max(round(amount / step), 1) * step
