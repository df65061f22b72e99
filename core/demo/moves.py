"""The progress of an opportunity as rows, and where it stands at their end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.demo.choice import between
from core.demo.effects import BY_HAND_SHARE
from core.demo.records import Progress

if TYPE_CHECKING:
    from random import Random

    from core.demo.clock import Clock
    from core.demo.deal import Deal
    from core.demo.ground import Final, Kind
    from core.demo.ids import IdMaker

# Users who raise a probability by hand, among those who change it.
OPTIMISTS = 0.6


class Standing(NamedTuple):
    """Stage, the day it was reached, and probability."""

    stage_id: UUID | None
    since: int
    probability_id: UUID | None
    by_hand: bool


class MoveMaker:
    """Writes down how an opportunity came to where it stands."""

    def __init__(
        self, probabilities: tuple[UUID, ...], clock: Clock, ids: IdMaker, rng: Random
    ) -> None:
        """Know the open probabilities, lowest first."""
        self._probabilities = probabilities
        self._clock = clock
        self._ids = ids
        self._rng = rng

    def make(
        self, deal: Deal, kind: Kind, opportunity_id: UUID, user_id: UUID
    ) -> tuple[Standing, list[Progress]]:
        """Return where the opportunity stands, and its moves, the latest first."""
        blank = Progress(opportunity_id, opportunity_id, self._clock.now, user_id, *[None] * 9)
        rows = self._stages(deal, kind, blank)
        step = kind.steps[deal.stage]
        standing = Standing(step.id, deal.since, step.probability_id, by_hand=False)
        if deal.outcome == "open":
            standing = self._by_hand(deal, standing, blank, rows)
        else:
            standing = self._close(deal, kind, blank, rows)
        # The latest first: a trigger then finds the day of the stage at once.
        return standing, rows[::-1]

    def _stages(self, deal: Deal, kind: Kind, blank: Progress) -> list[Progress]:
        rows, entered = [], deal.created
        for move in deal.moves:
            begin, end = kind.steps[move.begin], kind.steps[move.end]
            row = blank._replace(
                id=self._ids.next(),
                moved_at=self._clock.moment(self._rng, move.day),
                from_stage_id=begin.id,
                to_stage_id=end.id,
                from_probability_id=begin.probability_id,
                to_probability_id=end.probability_id,
                days_in_stage=move.day - entered,
            )
            rows.append(row)
            entered = move.day
        return rows

    def _close(self, deal: Deal, kind: Kind, blank: Progress, rows: list[Progress]) -> Standing:
        """Add the move to a final stage; without one the opportunity stays where it was."""
        step = kind.steps[deal.stage]
        final: Final = kind.won if deal.outcome == "won" else kind.lost
        moves_on = final.stage_id is not None
        row = blank._replace(
            id=self._ids.next(),
            moved_at=self._clock.moment(self._rng, deal.last),
            from_stage_id=step.id if moves_on else None,
            to_stage_id=final.stage_id,
            from_probability_id=step.probability_id,
            to_probability_id=final.probability_id,
            # A closing keeps all that it left, so that reopening can put it back.
            from_by_hand=False,
            to_by_hand=False,
            from_outcome="open",
            to_outcome=deal.outcome,
            days_in_stage=deal.last - deal.since if moves_on else None,
        )
        rows.append(row)
        since = deal.last if moves_on else deal.since
        return Standing(final.stage_id or step.id, since, final.probability_id, by_hand=False)

    def _by_hand(
        self, deal: Deal, standing: Standing, blank: Progress, rows: list[Progress]
    ) -> Standing:
        """Let a few users know better than their stage: one probability up or down."""
        place = self._place(standing.probability_id)
        if place is None or deal.since == deal.last or self._rng.random() >= BY_HAND_SHARE:
            return standing
        other_id = self._neighbour(place)
        row = blank._replace(
            id=self._ids.next(),
            moved_at=self._clock.moment(self._rng, between(self._rng, deal.since + 1, deal.last)),
            from_probability_id=standing.probability_id,
            to_probability_id=other_id,
            from_by_hand=False,
            to_by_hand=True,
        )
        rows.append(row)
        return standing._replace(probability_id=other_id, by_hand=True)

    def _neighbour(self, place: int) -> UUID:
        """Return the probability above or below one, mostly the one above."""
        last = len(self._probabilities) - 1
        up = place == 0 or (place < last and self._rng.random() < OPTIMISTS)
        return self._probabilities[min(place + 1, last) if up else place - 1]

    def _place(self, probability_id: UUID | None) -> int | None:
        known = probability_id is not None and probability_id in self._probabilities
        return self._probabilities.index(probability_id) if known and probability_id else None
