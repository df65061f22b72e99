"""What is said while cards are dragged: what a drop would do, and what it would make of sums."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.board_place import PlaceKind
from core.exchange import ExactSum
from resources.texts import _, ngettext
from widgets.kanban.values import Preview, Refusal
from widgets.status_strip import StatusText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from core.board_moves import Bar
    from core.board_place import Place
    from core.board_values import Board, BoardColumn
    from core.exchange import Ratio
    from core.formats import Formats
    from db.card_list import CardItem

MOST_NAMES = 3


@dataclass(frozen=True)
class Dragged:
    """Cards in a drag: all their keys, and those that are loaded, with the place each has."""

    board: Board
    places: Mapping[UUID, Place]
    cards: Sequence[CardItem]

    def net_minor(self, besides: Place | None = None) -> int | None:
        """Return what the cards are worth at today's rate, those of one place left out.

        None where not every card is loaded, for then nobody knows.
        """
        if len(self.cards) < len(self.places):
            return None
        total = ExactSum()
        for place, by_ratio in self._amounts.items():
            for ratio, minor in by_ratio.items() if place != besides else ():
                total.add(minor, ratio)
        return total.minor()

    @cached_property
    def _amounts(self) -> dict[Place, Counter[Ratio]]:
        """The known amounts by place and rate; what has no rate is left out, as in the totals."""
        base = self.board.base
        found: dict[Place, Counter[Ratio]] = defaultdict(Counter)
        for card in self.cards:
            ratio = base.exchange.ratio(card.currency, base.currency, base.today)
            if card.net_minor is not None and ratio is not None:
                found[self.places[card.id]][ratio] += card.net_minor
        return found

    def count(self, besides: Place) -> int:
        """Return how many cards do not stand in a place already."""
        return len(self.places) - self._counts[besides]

    @cached_property
    def _counts(self) -> Counter[Place]:
        return Counter(self.places.values())


@dataclass(frozen=True)
class DragWords:
    """Writes what a drag would do, in the user's locale."""

    formats: Formats

    def previews(self, dragged: Dragged) -> dict[str, Preview]:
        """Return, by column, the figures that a drop would give it."""
        return {
            column.place.key: self._preview(dragged, column)
            for column in dragged.board.columns
            if dragged.count(column.place)
        }

    def status(self, dragged: Dragged, over: BoardColumn | None) -> list[StatusText]:
        """Return what the status bar says: what is dragged, and what a drop here would do."""
        count = len(dragged.places)
        cards = ngettext("card dragged", "cards dragged", count)
        found = [StatusText(figure=self.formats.count(count), after=cards)]
        net = dragged.net_minor()
        if net is not None:
            found.append(StatusText(_("Net"), self._money(net, dragged), dragged.board.currency))
        if over is not None:
            found.append(drop_words(over))
        return [*found, StatusText(after=_("Esc cancels"))]

    def refusals(self, bars: Mapping[Place, Bar], count: int) -> dict[str, Refusal]:
        """Return, by column, why it takes nothing of some cards."""
        return {place.key: self._refusal(bar, count) for place, bar in bars.items()}

    def _preview(self, dragged: Dragged, column: BoardColumn) -> Preview:
        rows = column.figures.rows
        after = self.formats.count(rows + dragged.count(column.place))
        net = dragged.net_minor(column.place)
        more = "" if net is None else self._signed(net, dragged)
        return Preview(((self.formats.count(rows), after), ("", more)))

    def _refusal(self, bar: Bar, count: int) -> Refusal:
        sentence = " ".join(bar.reasons)
        barred = len(bar.titles)
        if 0 < barred < count:
            text = ngettext("{barred} of {count} cards:", "{barred} of {count} cards:", barred)
            shown = {"barred": self.formats.count(barred), "count": self.formats.count(count)}
            sentence = f"{sentence} {text.format(**shown)}"
        return Refusal(_("Not allowed here"), sentence, bar.titles[:MOST_NAMES])

    def _signed(self, net: int, dragged: Dragged) -> str:
        sign = "+" if net >= 0 else "-"
        return f"{sign} {self._money(abs(net), dragged)}"

    def _money(self, minor: int, dragged: Dragged) -> str:
        base = dragged.board.base
        return self.formats.money(minor, base.exchange.decimals.get(base.currency, 2))


def drop_words(over: BoardColumn) -> StatusText:
    """Return what a drop on a column does."""
    match over.place.kind:
        case PlaceKind.WON:
            return StatusText(after=_("Drop closes as won"))
        case PlaceKind.LOST:
            return StatusText(after=_("Drop closes as lost"))
        case PlaceKind.STAGE:
            return StatusText(_("Drop moves to"), over.title)
        case PlaceKind.NOT_SET:
            return StatusText(_("Drop moves to"), over.title)
    return StatusText(_("Drop sets probability to"), over.title)
