"""Whatever happens in whatever order, counts and totals are those of a fresh query."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.board_moves import Seen, move_cards
from core.board_place import LOST_PLACE, WON_PLACE
from core.closing import Reason
from core.undo import UndoError, undo
from db.errors import DealboardError
from db.ids import new_id
from db.tables.lookups import ClosingReasonRow, ExchangeRateRow
from db.tables.opportunity import OpportunityRow
from models import board_reader
from models.feed_thread import FeedThread
from tests.core.test_opportunity_edit import coded
from tests.lists import change_rows, delete_rows
from tests.models.boards import PROGRESS, BoardBench
from tests.workspaces import NOW, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from core.board import Place

CODES = ("10", "25", "50", "75")
NETS = st.one_of(st.none(), st.integers(0, 90_000))
# One of them has no rate.
CURRENCIES = st.sampled_from(("EUR", "USD", "CHF"))


class Doing(NamedTuple):
    """Something that is done to some cards."""

    name: str
    cards: tuple[int, ...]
    place: int
    net: int | None
    currency: str
    # How long until the next thing.
    pause: int


DOINGS = st.builds(
    Doing,
    st.sampled_from(("move", "move", "hold", "refuse", "undo", "other", "amount", "new", "delete")),
    st.lists(st.integers(0, 9), min_size=1, max_size=3).map(tuple),
    st.integers(0, len(CODES) + 1),
    NETS,
    CURRENCIES,
    st.sampled_from((0, 0, 5, 60, 200)),
)


class Story:
    """A board, a feed and somebody else at the same database."""

    def __init__(self, bench: BoardBench) -> None:
        """Begin with an open board without cards."""
        self.bench = bench
        self.keys: list[UUID] = []
        self.acts: list[UUID] = []
        self.places = [*map(bench.chance, CODES), LOST_PLACE, WON_PLACE]
        self.reasons = {
            place: Reason(coded(bench.other, ClosingReasonRow, code))
            for place, code in ((LOST_PLACE, "price-lost"), (WON_PLACE, "price-won"))
        }

    def begin(self) -> None:
        """Forget what was, and show ten cards."""
        delete_rows(self.bench.other, OpportunityRow, self.keys)
        self.acts.clear()
        self.keys = self.bench.fill("25", *range(100, 1100, 200)) + self.bench.fill(
            "50", *range(100, 1100, 200), currency_code="USD"
        )
        self.bench.show()

    def do(self, doing: Doing) -> None:
        """Do one thing, and let time go on."""
        getattr(self, doing.name)(doing)
        self.bench.qtbot.wait(doing.pause)

    def move(self, doing: Doing) -> None:
        """Move what is shown, as a user does, who is asked for a reason and whether to reopen."""
        model, to = self.bench.model, self.places[doing.place]
        seen = self._seen(doing)
        if model.board is None or model.board.column(to) is None or not seen:
            return
        ticket = model.move([each.id for each in seen], to)
        self.bench.qtbot.wait(doing.pause)
        try:
            done = self._write(self.bench, seen, to)
        except DealboardError:
            model.put_back(ticket)
            return
        self.acts += [done] if done else []
        model.confirm(ticket)

    def hold(self, doing: Doing) -> None:
        """Drag for a while, and let go."""
        self.bench.model.hold(held=True)
        self.bench.qtbot.wait(doing.pause)
        self.bench.model.hold(held=False)

    def refuse(self, doing: Doing) -> None:
        """Drop cards and take them back, as Esc in the dialog of reasons does."""
        model, to = self.bench.model, self.places[doing.place]
        keys = [each.id for each in self._seen(doing)]
        if model.board is None or model.board.column(to) is None:
            return
        ticket = model.move(keys, to)
        self.bench.qtbot.wait(doing.pause)
        model.put_back(ticket)

    def undo(self, _doing: Doing) -> None:
        """Undo our last move."""
        if not self.acts:
            return
        try:
            undo(self.bench.workspace, self.acts.pop(), NOW)
        except UndoError:
            self.acts.clear()

    def other(self, doing: Doing) -> None:
        """Let somebody else move cards, from wherever they stand."""
        self._change(doing, {"probability_id": self.places[doing.place].id})

    def amount(self, doing: Doing) -> None:
        """Let somebody else change amounts."""
        self._change(doing, {"net_minor": doing.net, "currency_code": doing.currency})

    def new(self, doing: Doing) -> None:
        """Let somebody else enter a card."""
        self.keys += self.bench.fill("75", doing.net, currency_code=doing.currency)

    def delete(self, doing: Doing) -> None:
        """Let somebody else delete cards."""
        delete_rows(self.bench.other, OpportunityRow, self._chosen(doing))

    def _change(self, doing: Doing, values: dict[str, object]) -> None:
        change_rows(self.bench.other, OpportunityRow, self._chosen(doing), values)

    def _chosen(self, doing: Doing) -> list[UUID]:
        return [self.keys[at] for at in dict.fromkeys(doing.cards)]

    def _seen(self, doing: Doing) -> list[Seen]:
        shown = {key: self.bench.model.place(key) for key in self._chosen(doing)}
        return [Seen(key, "Packing line", place) for key, place in shown.items() if place]

    def _write(self, bench: BoardBench, seen: list[Seen], to: Place) -> UUID | None:
        reason = self.reasons.get(to)
        done = move_cards(bench.workspace, PROGRESS.kind, seen, to, NOW, reason=reason, reopen=True)
        return done.act_id


@pytest.fixture
def story(any_cards: BoardBench, monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    """Return a board that a real feed tells of every change, and that reads often."""
    monkeypatch.setattr(board_reader, "REREAD_MS", 30)
    monkeypatch.setattr(board_reader, "SHARE", 1)
    rate = {"id": new_id(), "base_code": "EUR", "currency_code": "USD"}
    write_rows(
        any_cards.other,
        ExchangeRateRow,
        [{**rate, "valid_on": NOW.date(), "rate_millionths": 1_237_000}],
    )
    feed = FeedThread(any_cards.address)
    feed.changed.connect(
        lambda batch: any_cards.model.take_changes(None if batch.everything else batch.rows)
    )
    feed.start()
    any_cards.qtbot.wait(300)
    yield Story(any_cards)
    feed.stop()


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(DOINGS, min_size=3, max_size=12))
def test_counts_and_totals_are_those_of_a_fresh_query_whatever_happened(
    story: Story, doings: list[Doing]
) -> None:
    story.begin()

    for doing in doings:
        story.do(doing)

    story.bench.settled()
    assert not any(map(story.bench.model.is_saving, story.keys))
    assert story.bench.errors == []
