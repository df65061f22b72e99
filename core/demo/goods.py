"""Writes what the company of the demo sells and pays with: products, campaigns and rates."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from sqlalchemy import select

from core.demo import catalogue
from core.demo.clock import weeks
from core.demo.effects import FAMILY_AMOUNT
from core.demo.first import ById
from core.demo.ground import Campaign, Family
from core.demo.markets import USUAL_RATES
from core.demo.writer import ORIGIN
from db.tables.activity import CampaignRow
from db.tables.lookups import ExchangeRateRow, UnitRow, VatRateRow
from db.tables.product import ProductFamilyRow, ProductPriceRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random
    from uuid import UUID

    from core.demo.clock import Clock
    from core.demo.numbers import Numbers
    from core.demo.writer import Writer
    from db.writes import Values

MILLION = 1_000_000
# A week's step of an exchange rate: the logarithm's deviation, and how fast it comes home.
RATE_STEP = 0.006
RATE_HOME = 0.03
PRICE_CURRENCIES = ("EUR", "USD", "CHF")
PRICE_STEP_MINOR = 5_000


class GoodsBuilder:
    """Writes products, campaigns and exchange rates."""

    def __init__(self, writer: Writer, clock: Clock, rng: Random) -> None:
        """Write around the days of a clock."""
        self._writer = writer
        self._clock = clock
        self._rng = rng

    def add_rates(self) -> None:
        """Write weekly rates that wander slowly around the usual ones, unless there are some."""
        there = self._writer.connection.scalar(select(ExchangeRateRow.id).limit(1))
        if there is None:
            self._writer.plain(ExchangeRateRow, self._rate_rows())

    def _rate_rows(self) -> Iterator[Values]:
        days = weeks(self._clock)
        for code, usual in USUAL_RATES.items():
            away = self._rng.gauss(0, 5 * RATE_STEP)
            for day in days:
                away += self._rng.gauss(0, RATE_STEP) - RATE_HOME * away
                yield {
                    "base_code": catalogue.BASE_CURRENCY,
                    "currency_code": code,
                    "valid_on": day,
                    "rate_millionths": round(usual * exp(away) * MILLION),
                }

    def families(self) -> dict[str, Family]:
        """Write product families with products and prices; return them by code."""
        rows = [{"code": f.code, "description": f.description} for f in catalogue.FAMILIES]
        ids = self._writer.lookups(ProductFamilyRow, rows)
        units = ById(self._writer.connection, UnitRow)
        rates = ById(self._writer.connection, VatRateRow)
        return {f.code: self._family(f, ids[f.code], units, rates) for f in catalogue.FAMILIES}

    def _family(
        self, family: catalogue.Family, key: UUID, units: dict[str, UUID], rates: dict[str, UUID]
    ) -> Family:
        shared = {"family_id": key, "unit_id": units.get("pcs"), "vat_rate_id": rates.get("22")}
        rows = [
            {"code": f"{family.code.upper()}-{n:02}", "description": text, **shared}
            for n, text in enumerate(family.products, start=1)
        ]
        products = self._writer.lookups(ProductRow, rows)
        self._prices(family.code, list(products.values()))
        pairs = tuple(zip(products.values(), family.products, strict=True))
        return Family(key, family.code, pairs, family.lead_days, family.titles)

    def _prices(self, family: str, products: list[UUID]) -> None:
        median, spread = FAMILY_AMOUNT[family]
        rows = []
        for product in products:
            price = exp(self._rng.gauss(log(median), spread / 2)) * 100
            rows += [
                {
                    "product_id": product,
                    "currency_code": code,
                    "price_minor": whole_steps(
                        price * USUAL_RATES.get(code, 1.0), PRICE_STEP_MINOR
                    ),
                }
                for code in PRICE_CURRENCIES
            ]
        self._writer.plain(ProductPriceRow, rows)

    def campaigns(self, company: UUID, team: UUID, numbers: Numbers) -> tuple[Campaign, ...]:
        """Write the campaigns and return them, the oldest first."""
        today = self._clock.today
        days = [(today + c.begins, today + c.ends) for c in catalogue.CAMPAIGNS]
        rows = [
            {
                "company_id": company,
                "number": numbers.campaign(self._clock.day(begins).year),
                "title": campaign.title,
                "starts_on": self._clock.day(begins),
                "ends_on": self._clock.day(ends),
                "team_id": team,
                "origin_system": ORIGIN,
                "origin_key": campaign.title,
            }
            for campaign, (begins, ends) in zip(catalogue.CAMPAIGNS, days, strict=True)
        ]
        ids = self._writer.plain(CampaignRow, rows)
        return tuple(Campaign(key, *span) for key, span in zip(ids, days, strict=True))


def whole_steps(amount: float, step: int) -> int:
    """Return an amount in whole steps, at least one."""
    return max(round(amount / step), 1) * step
