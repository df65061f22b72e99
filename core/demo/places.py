"""Addresses of the demo contacts; a few have no place on the map, as in real life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.demo.choice import between, pick
from core.demo.records import Address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from core.demo.contacts import Known
    from core.demo.ground import Ground
    from core.demo.ids import IdMaker
    from core.demo.markets import Market
    from core.demo.towns import Town

# Spread of addresses around the middle of their town, in degrees: some 600 m.
SPREAD = 0.006
MILLION = 1_000_000
# No address at all, only a country, no coordinates: shares of the contacts, one after the other.
NONE_SHARE = 0.007
COUNTRY_SHARE = 0.01
UNPLACED_SHARE = 0.02
SECOND_SHARE = 0.08


def address_rows(
    rng: Random, ids: IdMaker, known: Known, market: Market, ground: Ground
) -> Iterator[Address]:
    """Yield the addresses of a contact, the main one first."""
    share = rng.random()
    if share < NONE_SHARE:
        return
    town = next(town for town in market.towns if town.city == known.city)
    address = _address(rng, ids, known, market, town)
    address = address._replace(address_type_id=ground.main_address_id)
    if share < NONE_SHARE + COUNTRY_SHARE:
        yield address._replace(
            street=None, postal_code=None, city=None, province=None, region=None,
            latitude_millionths=None, longitude_millionths=None,
        )  # fmt: skip
        return
    if share < NONE_SHARE + COUNTRY_SHARE + UNPLACED_SHARE:
        address = address._replace(latitude_millionths=None, longitude_millionths=None)
    yield address
    if rng.random() < SECOND_SHARE:
        yield _address(rng, ids, known, market, pick(rng, market.towns))._replace(main=False)


def _address(rng: Random, ids: IdMaker, known: Known, market: Market, town: Town) -> Address:
    return Address(
        id=ids.next(),
        contact_id=known.id,
        address_type_id=None,
        main=True,
        street=pick(rng, market.streets).format(n=between(rng, 1, 180)),
        postal_code=town.postal_code,
        city=town.city,
        province=town.province or None,
        region=town.region,
        country_code=known.country,
        latitude_millionths=round((town.latitude + rng.gauss(0, SPREAD)) * MILLION),
        longitude_millionths=round((town.longitude + rng.gauss(0, SPREAD)) * MILLION),
    )
