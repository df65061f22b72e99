"""Works out, before a transaction begins, every row that an import is going to write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from core.sample_import import dating
from core.sample_import.base_currency import takes_currency
from core.sample_import.catalogue import add_products
from core.sample_import.contacts import Contacts
from core.sample_import.ground import CURRENCY, add_currency, lay_ground, tag
from core.sample_import.marks import marks, note
from core.sample_import.notes import Kind, Note
from core.sample_import.numbers import Numbers
from core.sample_import.opportunities import Opportunities, Parties, worth
from core.sample_import.people import People
from core.sample_import.rows import Rows
from db.ids import new_id
from db.tables.lookups import ParameterRow
from db.tables.opportunity import (
    OpportunityLineRow,
    OpportunityRow,
    OpportunityTagRow,
    ProgressRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from core.sample_import.dating import DatedDeal
    from core.sample_import.ground import Ground
    from core.sample_import.people import Leader
    from core.sample_import.sample import Sample
    from db.sample_rows import AgentThere, ProductThere, SampleState
    from db.tables import Base
    from db.writes import Values

SHIFT_PARAMETER = "sample_shift_days"


@dataclass(frozen=True)
class Plan:
    """The rows to write, and what there is to say about them."""

    state: SampleState
    rows: Mapping[type[Base], Sequence[Values]]
    leaders: Sequence[Leader]
    series_id: UUID | None
    last_numbers: Mapping[int, int]
    notes: Sequence[Note]
    shift_days: int

    @property
    def nothing_new(self) -> bool:
        """Tell whether all is there already."""
        return not self.rows

    @property
    def gives_currency(self) -> bool:
        """Tell whether the company takes the sample's currency with its first opportunities."""
        return takes_currency(self.state.company) and self.count(OpportunityRow) > 0

    @property
    def base_currency(self) -> str:
        """Return the currency of the company's totals once the plan is written."""
        company = self.state.company
        return CURRENCY if company is None or self.gives_currency else company.currency_code

    def count(self, row_class: type[Base]) -> int:
        """Return how many rows of a table are to be written."""
        return len(self.rows.get(row_class, ()))


def make_plan(sample: Sample, state: SampleState, now: datetime, *, keep_dates: bool) -> Plan:
    """Return what is missing of the sample; the moment is in UTC."""
    return _Planner(sample, state, now, keep_dates=keep_dates).plan()


class _Planner:
    """Goes through the sample once."""

    def __init__(
        self, sample: Sample, state: SampleState, now: datetime, *, keep_dates: bool
    ) -> None:
        """Look at the sample and at what is there."""
        self._sample = sample
        self._state = state
        self._now = now.astimezone(UTC)
        self._rows = Rows(state)
        self._filled: list[Note] = []
        self._numbers = Numbers(state.series)
        self._shift = self._shift_days(keep_dates=keep_dates)
        self._series_id: UUID | None = None

    def plan(self) -> Plan:
        """Return the rows that are missing."""
        sample, rows = self._sample, self._rows
        deals = dating.dated(sample.deals, self._shift, self._now.date())
        people = People(rows)
        agents = people.add(sample.agents)
        products = add_products(rows, sample.products)
        contacts = Contacts(rows, deals)
        contacts.add(sample.accounts)
        new = [one for one in deals if one.deal.key not in self._state.opportunities]
        if new:
            self._add_opportunities(new, agents, products, contacts)
        if rows.new:
            add_currency(rows)
            self._keep_shift()
        return Plan(
            state=self._state,
            rows=rows.new,
            leaders=people.leaders,
            series_id=self._series_id,
            last_numbers=self._numbers.given,
            notes=self._notes(),
            shift_days=self._shift,
        )

    def _shift_days(self, *, keep_dates: bool) -> int:
        """Return the shift of the first import, or this one's."""
        stored = self._state.parameters.get(SHIFT_PARAMETER) or ""
        if stored.removeprefix("-").isdecimal():
            return int(stored)
        return 0 if keep_dates else dating.shift_to(self._sample.deals, self._now.date())

    def _keep_shift(self) -> None:
        if SHIFT_PARAMETER not in self._state.parameters:
            row = {"code": SHIFT_PARAMETER, "value": str(self._shift)}
            self._rows.add(ParameterRow, row)

    def _add_opportunities(
        self,
        deals: Sequence[DatedDeal],
        agents: Mapping[str, AgentThere],
        products: Mapping[str, ProductThere],
        contacts: Contacts,
    ) -> None:
        ground = lay_ground(self._rows)
        self._series_id = ground.series_id
        made = self._opportunities(ground)
        prices = {product.name: product.price_minor for product in self._sample.products}
        tags = []
        for one in deals:
            contact = contacts.of(one.account)
            parties = Parties(agents[one.deal.agent], products[one.deal.product], contact)
            money = worth(one.deal.value_minor, prices[one.deal.product])
            tags += self._tags(one, made.add(one, parties, money))
            self._rows.places.add(one.deal.place)
        self._rows.add_many(OpportunityRow, made.headers)
        self._rows.add_many(OpportunityLineRow, made.lines)
        # The last move of each first: the trigger that keeps stage_since_on finds it right then.
        self._rows.add_many(ProgressRow, made.closings + made.moves)
        self._rows.add_many(OpportunityTagRow, tags)

    def _opportunities(self, ground: Ground) -> Opportunities:
        days_to_win = dating.days_to_win(self._sample.deals)
        return Opportunities(ground, self._numbers, days_to_win, self._now)

    def _tags(self, one: DatedDeal, header: Values) -> list[Values]:
        """Return the tags of an opportunity, and keep a note of each."""
        found = []
        for mark in marks(one, expected=header["expected_close_on"] is not None):
            self._filled.append(note(mark, one))
            row = {
                "id": new_id(),
                "opportunity_id": header["id"],
                "tag_id": tag(self._rows, mark.tag),
            }
            found.append({**row, "team_id": header["team_id"]})
        return found

    def _notes(self) -> list[Note]:
        """Return what was filled and left out, and what was mended in a row that is new."""
        return [
            note
            for note in (*self._sample.notes, *self._filled)
            if note.topic.kind in {Kind.LEFT_OUT, Kind.FILLED} or note.place in self._rows.places
        ]
