"""What a forecast can find in the demo data, and how strong it is.

Every opportunity gets a chance to be won out of these numbers, and its outcome is drawn from that
chance. Effects add up in log-odds: +0.7 doubles the odds, -0.7 halves them. Tests look for each
of them in the rows that were written.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

# Log-odds of an opportunity with three stars, no visit, no discount, from the website.
BASE_LOGIT = {"sale": -1.45, "service": -0.45, "project": -1.65}
# A recommendation is worth most; a cold call least.
ORIGIN_LOGIT = {"referral": 1.0, "fair": 0.25, "website": 0.0, "campaign": -0.25, "call": -0.9}
# For each star of the contact above three (below three: as much the other way).
STAR_LOGIT = 0.45
# For each visit paid, up to MOST_VISITS.
VISIT_LOGIT = 0.4
MOST_VISITS = 4
# Food buys gladly, pharma and textile compare; sectors that are not named are neutral.
SECTOR_LOGIT = {"food": 0.55, "beverage": 0.25, "pharma": -0.6, "textile": -0.6}
# For each percent of discount.
DISCOUNT_LOGIT = 0.07
MOST_DISCOUNT = 15
# One agent is better than the others.
BEST_AGENT = "A01"
BEST_AGENT_LOGIT = 0.9
# For each doubling of the time that the stages take against the usual one.
DOUBLING_LOGIT = -0.9

# Spread of the time in a stage: the logarithm's standard deviation.
STAGE_SPREAD = 0.6
# A lost opportunity lingers in its last stage before anybody admits it.
LOST_LINGERS = 1.3
# How fast work goes in a month; 1 where none is named. New opportunities are as rare.
MONTH_SPEED = {8: 0.4, 12: 0.6}

# A line's gross amount by product family: (median in whole EUR, the logarithm's deviation).
FAMILY_AMOUNT = {
    "press": (165_000, 0.55),
    "bottling": (130_000, 0.6),
    "robotics": (98_000, 0.5),
    "packing": (88_000, 0.55),
    "retrofit": (52_000, 0.6),
    "handling": (44_000, 0.6),
    "automation": (24_000, 0.6),
    "service": (7_500, 0.6),
    "spares": (6_200, 0.7),
    "training": (2_400, 0.4),
}

# Shares of the rows.
UNKNOWN_AMOUNT_SHARE = 0.03
# Of open ones old enough to be neglected; about one in eight of all open ones.
STALE_SHARE = 0.22
STALE_FROM_DAYS = 30
STALE_TO_DAYS = 100
NO_NEXT_SHARE = 0.10
NEXT_OVERDUE_SHARE = 0.12
NEXT_TODAY_SHARE = 0.07
CLOSE_OVERDUE_SHARE = 0.08
CLOSE_THIS_QUARTER_SHARE = 0.45
BY_HAND_SHARE = 0.12


class Traits(NamedTuple):
    """What decides about an opportunity."""

    type_code: str
    origin: str
    stars: int
    sector: str
    visits: int
    discount_hundredths: int
    best_agent: bool


def chance(traits: Traits, doublings: float) -> float:
    """Return the chance to win; doublings: how often the usual time in stage was doubled."""
    logit = (
        BASE_LOGIT.get(traits.type_code, 0.0)
        + ORIGIN_LOGIT.get(traits.origin, 0.0)
        + SECTOR_LOGIT.get(traits.sector, 0.0)
        + STAR_LOGIT * (traits.stars - 3)
        + VISIT_LOGIT * min(traits.visits, MOST_VISITS)
        + DISCOUNT_LOGIT * traits.discount_hundredths / 100
        + BEST_AGENT_LOGIT * traits.best_agent
        + DOUBLING_LOGIT * doublings
    )
    return 1 / (1 + exp(-logit))
