"""Pipeline to opportunities, each with a line, its moves and the tags that mark what was filled."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.sample_import.dating import EVERY_PRODUCT, DatedDeal
from core.sample_import.ground import CURRENCY, Ground
from core.sample_import.sample import DealStage
from db.ids import new_id
from db.sample_rows import ORIGIN, AgentThere, ProductThere
from resources.texts import _

if TYPE_CHECKING:
    from datetime import date

    from core.sample_import.numbers import Numbers
    from db.writes import Values

MIDDAY = time(12, tzinfo=UTC)


class Money(NamedTuple):
    """What an opportunity is worth."""

    gross_minor: int
    discount_minor: int
    net_minor: int


class Parties(NamedTuple):
    """The rows that one opportunity refers to."""

    agent: AgentThere
    product: ProductThere
    contact_id: UUID


def worth(value_minor: int | None, price_minor: int) -> Money:
    """Return what a won opportunity brought, or the list price where that is not known."""
    if value_minor is None:
        return Money(price_minor, 0, price_minor)
    gross = max(price_minor, value_minor)
    return Money(gross, gross - value_minor, value_minor)


class Opportunities:
    """Makes the rows of one opportunity after the other."""

    def __init__(
        self, ground: Ground, numbers: Numbers, days_to_win: dict[str, int], now: datetime
    ) -> None:
        """Make rows on this ground, none moved later than now."""
        self._standing = {s.label: _standing(ground, s) for s in DealStage}
        self._first_moves = {s.label: _first_move(ground, s) for s in DealStage}
        self._closing_moves = {s.label: _closing_move(ground, s) for s in DealStage}
        self._numbers = numbers
        self._days_to_win = days_to_win
        self._now = now
        self.headers: list[Values] = []
        self.lines: list[Values] = []
        self.moves: list[Values] = []
        self.closings: list[Values] = []

    def add(self, one: DatedDeal, parties: Parties, money: Money) -> Values:
        """Add an opportunity with its line and moves; return its header."""
        header = self._header(one, parties, money)
        self.headers.append(header)
        self.lines.append(_line(one, parties, money, header))
        self._add_moves(one, header)
        return header

    def _header(self, one: DatedDeal, parties: Parties, money: Money) -> Values:
        return {
            **self._standing[one.deal.stage.label],
            "id": new_id(),
            "number": self._numbers.next(one.created_on.year),
            "title": _title(one),
            "contact_id": parties.contact_id,
            "created_on": one.created_on,
            "closed_on": one.closed_on,
            "agent_id": parties.agent.id,
            "user_id": parties.agent.user_id,
            "gross_minor": money.gross_minor,
            "discount_minor": money.discount_minor,
            "net_minor": money.net_minor,
            "expected_close_on": self._expected_close(one),
            "stage_since_on": one.closed_on or one.created_on,
            "touched_at": self._moment(one.closed_on or one.created_on),
            "team_id": parties.agent.team_id,
            "origin_key": one.deal.key,
        }

    def _expected_close(self, one: DatedDeal) -> date | None:
        """Return the day on which an open opportunity closes if it goes as those won before."""
        if one.closed_on is not None:
            return None
        every = self._days_to_win.get(EVERY_PRODUCT)
        days = self._days_to_win.get(one.deal.product, every)
        return one.created_on + timedelta(days=days) if days is not None else None

    def _add_moves(self, one: DatedDeal, header: Values) -> None:
        """Add the move into the first stage, and the one that closed."""
        label = one.deal.stage.label
        self.moves.append(self._move(self._first_moves[label], header, one.created_on, None))
        if one.closed_on is not None:
            days = (one.closed_on - one.created_on).days
            closing = self._move(self._closing_moves[label], header, one.closed_on, days)
            self.closings.append(closing)

    def _move(self, move: Values, header: Values, day: date, days: int | None) -> Values:
        return {
            **move,
            "id": new_id(),
            "opportunity_id": header["id"],
            "moved_at": self._moment(day),
            "user_id": header["user_id"],
            "days_in_stage": days,
            "team_id": header["team_id"],
            "origin_key": header["origin_key"],
        }

    def _moment(self, day: date) -> datetime:
        """Return midday, or now where midday of today is still to come."""
        midday = datetime.combine(day, MIDDAY)
        return self._now if day == self._now.date() and midday > self._now else midday


def _standing(ground: Ground, stage: DealStage) -> Values:
    """Return what all opportunities in a stage have in common."""
    return {
        "type_id": ground.type_id,
        "company_id": ground.company_id,
        "currency_code": CURRENCY,
        "workflow_id": ground.workflow_id,
        "stage_id": ground.stages[stage],
        "probability_id": ground.probabilities[stage],
        "outcome": stage.outcome,
        "origin_system": ORIGIN,
    }


def _first_move(ground: Ground, stage: DealStage) -> Values:
    """Return the move that begins: into an open stage itself, or the one before the end."""
    goal = stage if stage.outcome == "open" else DealStage.ENGAGING
    return {
        "from_stage_id": None,
        "from_probability_id": None,
        "from_by_hand": None,
        "from_outcome": None,
        **_goal(ground, goal),
    }


def _closing_move(ground: Ground, stage: DealStage) -> Values:
    """Return the move from the last open stage into a final one."""
    start = DealStage.ENGAGING
    return {
        "from_stage_id": ground.stages[start],
        "from_probability_id": ground.probabilities[start],
        "from_by_hand": False,
        "from_outcome": start.outcome,
        **_goal(ground, stage),
    }


def _goal(ground: Ground, stage: DealStage) -> Values:
    return {
        "to_stage_id": ground.stages[stage],
        "to_probability_id": ground.probabilities[stage],
        "to_by_hand": False,
        "to_outcome": stage.outcome,
        "origin_system": ORIGIN,
    }


def _line(one: DatedDeal, parties: Parties, money: Money, header: Values) -> Values:
    return {
        "id": new_id(),
        "opportunity_id": header["id"],
        "product_family_id": parties.product.family_id,
        "product_id": parties.product.id,
        "description": one.deal.product,
        "gross_minor": money.gross_minor,
        "discount_minor": money.discount_minor,
        "net_minor": money.net_minor,
        "closed_on": one.closed_on if one.deal.stage is DealStage.WON else None,
        "team_id": header["team_id"],
        "origin_system": ORIGIN,
        "origin_key": header["origin_key"],
    }


def _title(one: DatedDeal) -> str:
    product, account = one.deal.product, one.deal.account
    if account is None:
        return product
    return _("{product} for {account}").format(product=product, account=account)
