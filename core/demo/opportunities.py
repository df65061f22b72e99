"""The opportunities of the demo, each with lines, progress, activities, tags and competitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.demo import catalogue, effects
from core.demo.choice import Weighted, between, pick
from core.demo.contacts import CUSTOMER, ContactBook, Known
from core.demo.deal import Deal, live
from core.demo.effects import Traits
from core.demo.moves import MoveMaker, Standing
from core.demo.offers import Offer, OfferMaker
from core.demo.records import Competitor, Line, Opportunity, Stamp, Tag
from core.demo.timeline import About, Timeline, due
from core.demo.writer import ORIGIN

if TYPE_CHECKING:
    from datetime import date, datetime
    from random import Random
    from uuid import UUID

    from core.demo.batch import Batch
    from core.demo.clock import Clock
    from core.demo.ground import Ground, Kind
    from core.demo.ids import IdMaker
    from core.demo.numbers import Numbers
    from core.demo.records import Activity, Progress

SAME_ORIGIN_SHARE = 0.5
SERVICE_DESK_SHARE = 0.6
CAMPAIGN_ECHO_SHARE = 0.04
CAMPAIGN_ECHO_DAYS = 60
TAG_SHARE = 0.28
SECOND_TAG_SHARE = 0.06
COMPETITOR_SHARE = 0.24
EBIT_SHARE = 0.5
EBIT_PERCENT = (9, 28)
DESCRIPTION_SHARE = 0.35
CLOSING_TEXT_SHARE = 0.4
INVOICE_DAYS = 15
PRIORITIES = Weighted(((0, 60), (1, 20), (2, 14), (3, 6)))


class Tools(NamedTuple):
    """What all makers of rows share."""

    ground: Ground
    clock: Clock
    ids: IdMaker
    rng: Random
    numbers: Numbers


class Case(NamedTuple):
    """One opportunity as it is drawn, before it becomes rows."""

    id: UUID
    number: str
    kind: Kind
    contact: Known
    user_id: UUID
    team_id: UUID
    origin: str
    visits: int
    offer: Offer
    deal: Deal
    created_at: datetime

    def about(self) -> About:
        """Return what its activities share."""
        return About(self.id, self.contact.id, self.user_id, self.contact.city)


class OpportunityMaker:
    """Makes one opportunity after the other, the oldest first."""

    def __init__(self, tools: Tools, contacts: ContactBook) -> None:
        """Make opportunities with these contacts."""
        self._ground, self._clock, self._ids, self._rng, self._numbers = tools
        self._contacts = contacts
        self._offers = OfferMaker(tools.ground.families, tools.rng)
        self._moves = MoveMaker(tools.ground.probabilities, tools.clock, tools.ids, tools.rng)
        types = tools.ground.activity_types
        self._timeline = Timeline(types, tools.clock, tools.ids, tools.rng)
        self._origins = Weighted(catalogue.ORIGIN_WEIGHTS)
        self._visits = {code: Weighted(w) for code, w in catalogue.VISIT_WEIGHTS.items()}
        self._made = 0
        # The day on which a contact, by its place, became a customer.
        self.first_won: dict[int, date] = {}

    def add(self, share: float, batch: Batch) -> None:
        """Make the opportunity who stands at a share of all of them."""
        case = self._case(share)
        standing, moves = self._moves.make(case.deal, case.kind, case.id, case.user_id)
        done = self._timeline.done(case.deal, case.visits, case.about())
        planned = self._timeline.planned(case.deal, case.about())
        row = self._row(case, standing, (done, planned), moves)
        last = row.last_activity_at or case.created_at
        batch.add(row, Stamp(case.team_id, case.created_at, case.user_id, last, case.user_id))
        self._add_lines(case, row, batch)
        for move in moves:
            batch.add(move, _stamp(case, move.moved_at))
        for activity in (*done, *planned):
            batch.add(activity, _stamp(case, activity.done_at or last))
        self._add_marks(case, batch)

    def _case(self, share: float) -> Case:
        rng, clock = self._rng, self._clock
        day = clock.birth(share)
        place = self._contacts.draw(day)
        contact = self._contacts.known[place]
        kind = self._ground.kinds.draw(rng)
        year = clock.day(day).year
        offer = self._offers.draw(kind.code, contact.currency, year)
        same = rng.random() < SAME_ORIGIN_SHARE
        origin = contact.origin if same else self._origins.draw(rng)
        visits = self._visits[kind.code].draw(rng)
        deal = self._deal(contact, kind, offer, (origin, visits, day))
        if deal.outcome == "won" and contact.type_code != CUSTOMER:
            won = clock.day(deal.last)
            self.first_won[place] = min(won, self.first_won.get(place, won))
        user_id, team_id = self._user(contact, kind)
        created_at = clock.moment(rng, day)
        self._ids.at(created_at)
        number = self._numbers.next(kind.series_id, year)
        self._made += 1
        return Case(
            self._ids.next(), number, kind, contact, user_id, team_id, origin, visits, offer,
            deal, created_at,
        )  # fmt: skip

    def _deal(self, contact: Known, kind: Kind, offer: Offer, drawn: tuple[str, int, int]) -> Deal:
        origin, visits, day = drawn
        traits = Traits(
            type_code=kind.code,
            origin=origin,
            stars=contact.stars,
            sector=contact.sector,
            visits=visits,
            discount_hundredths=offer.discount_hundredths,
            best_agent=contact.agent.code == effects.BEST_AGENT,
        )
        return live(self._rng, traits, [step.days for step in kind.steps], day, self._clock)

    def _user(self, contact: Known, kind: Kind) -> tuple[UUID, UUID]:
        """Return user and team: the contact's agent, or the service desk."""
        if kind.code == "service" and self._rng.random() < SERVICE_DESK_SHARE:
            return self._ground.service_user_id, self._ground.service_team_id
        return contact.agent.user_id, contact.agent.team_id

    def _row(
        self,
        case: Case,
        standing: Standing,
        activities: tuple[list[Activity], list[Activity]],
        moves: list[Progress],
    ) -> Opportunity:
        done, planned = activities
        rng, ground, day, deal, net = (
            self._rng, self._ground, self._clock.day, case.deal, case.offer.net()
        )  # fmt: skip
        order, delivery, invoice = self._dates(case)
        closing, text = self._closing(deal.outcome)
        ebit = net is not None and rng.random() < EBIT_SHARE
        return Opportunity(
            id=case.id,
            type_id=case.kind.id,
            company_id=ground.company_id,
            number=case.number,
            title=case.offer.title,
            contact_id=case.contact.id,
            created_on=day(deal.created),
            closed_on=None if deal.outcome == "open" else day(deal.last),
            agent_id=case.contact.agent.id,
            user_id=case.user_id,
            currency_code=case.contact.currency,
            probability_id=standing.probability_id,
            probability_by_hand=standing.by_hand,
            quality_id=ground.qualities.get(case.contact.stars),
            workflow_id=case.kind.workflow_id,
            stage_id=standing.stage_id,
            outcome=deal.outcome,
            closing_reason_id=closing,
            closing_description=text,
            gross_minor=case.offer.gross(),
            discount_minor=case.offer.discount(),
            net_minor=net,
            ebit_minor=net * between(rng, *EBIT_PERCENT) // 100 if ebit and net else None,
            expected_order_on=day(order),
            expected_delivery_on=day(delivery),
            expected_invoice_on=day(invoice),
            expected_close_on=day(deal.close),
            campaign_id=self._campaign(case.origin, deal.created),
            origin_id=ground.origins.get(case.origin),
            priority=PRIORITIES.draw(rng),
            description=self._maybe(catalogue.DESCRIPTIONS, DESCRIPTION_SHARE),
            last_activity_at=done[0].done_at,
            next_activity_at=min((d for d in map(due, planned) if d), default=None),
            stage_since_on=day(standing.since) if standing.stage_id else None,
            touched_at=max(d for d in (done[0].done_at, *(m.moved_at for m in moves)) if d),
            origin_system=ORIGIN,
            origin_key=f"opportunity-{self._made}",
        )

    def _dates(self, case: Case) -> tuple[int, int, int]:
        """Return the days of order, delivery and invoice: true ones if won, else expected."""
        deal, working_day = case.deal, self._clock.working_day
        order = deal.last if deal.outcome == "won" else deal.close
        delivery = working_day(order + between(self._rng, *case.offer.family.lead_days))
        return order, delivery, working_day(delivery + between(self._rng, 0, INVOICE_DAYS))

    def _closing(self, outcome: str) -> tuple[UUID | None, str | None]:
        if outcome == "open":
            return None, None
        won = outcome == "won"
        reasons = self._ground.positive_reasons if won else self._ground.negative_reasons
        texts = catalogue.WON_TEXTS if won else catalogue.LOST_TEXTS
        return pick(self._rng, reasons), self._maybe(texts, CLOSING_TEXT_SHARE)

    def _campaign(self, origin: str, created: int) -> UUID | None:
        """Return the campaign that an opportunity came from, or heard of."""
        if origin != "campaign" and self._rng.random() >= CAMPAIGN_ECHO_SHARE:
            return None
        fitting = [
            campaign.id
            for campaign in self._ground.campaigns
            if campaign.begins <= created <= campaign.ends + CAMPAIGN_ECHO_DAYS
        ]
        return fitting[-1] if fitting else None

    def _maybe(self, texts: tuple[str, ...], share: float) -> str | None:
        return pick(self._rng, texts) if self._rng.random() < share else None

    def _add_lines(self, case: Case, row: Opportunity, batch: Batch) -> None:
        stamp = _stamp(case, case.created_at)
        for position, part in enumerate(case.offer.parts):
            line = Line(
                id=self._ids.next(),
                opportunity_id=case.id,
                position=position,
                product_family_id=part.family.id,
                product_id=part.product_id,
                description=part.description,
                gross_minor=part.gross,
                discount_minor=part.discount,
                net_minor=part.net,
                expected_revenue_minor=part.net,
                expected_order_on=row.expected_order_on,
                expected_delivery_on=row.expected_delivery_on,
                expected_invoice_on=row.expected_invoice_on,
                closed_on=row.closed_on,
            )
            batch.add(line, stamp)

    def _add_marks(self, case: Case, batch: Batch) -> None:
        """Add tags and competitors, none of them twice."""
        rng, stamp = self._rng, _stamp(case, case.created_at)
        share = rng.random()
        count = (share < TAG_SHARE) + (share < SECOND_TAG_SHARE)
        for tag_id in rng.sample(self._ground.tags, count) if count else ():
            batch.add(Tag(self._ids.next(), case.id, tag_id), stamp)
        if rng.random() < COMPETITOR_SHARE:
            competitor_id = pick(rng, self._ground.competitors)
            batch.add(Competitor(self._ids.next(), case.id, competitor_id), stamp)


def _stamp(case: Case, moment: datetime) -> Stamp:
    return Stamp(case.team_id, moment, case.user_id, moment, case.user_id)
