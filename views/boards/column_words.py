"""What stands in the band of a board's column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.board_place import BoardKind, PlaceKind
from resources.texts import _, ngettext
from views.list.figure_words import FigureWords
from widgets.kanban.values import Column, End, Figure, Mark, Share

if TYPE_CHECKING:
    from core.board_values import Board, BoardColumn, Health
    from core.formats import Formats
    from core.totals import Totals

OPEN, WON, LOST = "open", "won", "lost"
ENTRY_KEY = "N"
CLOSING_PERCENTS = (0, 100)


@dataclass(frozen=True)
class ColumnWords:
    """Writes the columns of one board in the user's locale."""

    formats: Formats
    board: Board

    @property
    def figures(self) -> FigureWords:
        """Return what writes sums."""
        return FigureWords(self.formats, self.board.base.exchange.decimals)

    def column(self, column: BoardColumn, health: Health | None) -> Column:
        """Return a column as its band shows it; its health is read later."""
        totals = column.figures.totals
        unknown = unknown_words(totals, self.formats)
        enters = accepts_entry(column, self.board.query.kind)
        return Column(
            key=column.place.key,
            title=column.title,
            figures=(
                Figure(
                    ", ".join(filter(None, (_("Count"), unknown))),
                    self.formats.count(column.figures.rows),
                    short=_("Count"),
                ),
                Figure(_("Total net amount"), self._net(totals), totals.currency, _("Net")),
            ),
            shares=_shares(health, self.formats) if health else (),
            note=", ".join(self._notes(column)),
            tip=self.tip(column),
            mark=_mark(column.outcome),
            end=_end(column),
            accepts_entry=enters,
            entry_hint=_("Contact, title, amount") if enters else "",
            entry_key=ENTRY_KEY if enters else "",
        )

    def tip(self, column: BoardColumn) -> str:
        """Return the sums of a column by currency, and what they leave out."""
        totals = column.figures.totals
        names = ("net", "weighted") if column.outcome != LOST else ("net",)
        lines = [each.hint for each in self.figures.totals(totals, names)]
        unknown = unknown_words(totals, self.formats)
        return "\n".join(filter(None, [column.title, *lines, unknown, *self._notes(column)]))

    def _net(self, totals: Totals) -> str:
        return self.figures.money(totals.net_minor, totals.currency)

    def _notes(self, column: BoardColumn) -> list[str]:
        found = []
        if column.outcome != OPEN:
            found.append(last_days(self.board.query.closed_days, self.formats))
        if column.is_retired:
            found.append(_("retired"))
        known = column.figures.totals._replace(net_unknown=0)
        return [*found, *self.figures.notes(known)]


def unknown_words(totals: Totals, formats: Formats) -> str:
    """Return how many amounts are not known, where some are not."""
    if not totals.net_unknown:
        return ""
    text = ngettext("{count} without amount", "{count} without amount", totals.net_unknown)
    return text.format(count=formats.count(totals.net_unknown))


def last_days(days: int, formats: Formats) -> str:
    """Return the days of which the ends of a board show what was closed."""
    text = ngettext("last {count} day", "last {count} days", days)
    return text.format(count=formats.count(days))


def accepts_entry(column: BoardColumn, kind: BoardKind) -> bool:
    """Tell whether something new may begin in a column: nothing begins closed or retired."""
    if kind is BoardKind.STAGES and column.place.kind is PlaceKind.NOT_SET:
        return False
    closing = column.place.kind is PlaceKind.PROBABILITY and column.percent in CLOSING_PERCENTS
    return column.outcome == OPEN and not closing and not column.is_retired


def _shares(health: Health, formats: Formats) -> tuple[Share, ...]:
    """Return the parts of the bar that are not empty."""
    on_time = ngettext("{count} on time", "{count} on time", health.on_time)
    stale = ngettext("{count} stale", "{count} stale", health.stale)
    no_next = ngettext("{count} no next", "{count} no next", health.no_next)
    parts = (
        ("positive-mark", health.on_time, on_time),
        ("warning-mark", health.stale, stale),
        ("border-strong", health.no_next, no_next),
    )
    return tuple(
        Share(role, count, text.format(count=formats.count(count)))
        for role, count, text in parts
        if count
    )


def _mark(outcome: str) -> Mark | None:
    return {
        WON: Mark("check-circle-fill", "positive-mark", _("Won")),
        LOST: Mark("x-circle-fill", "negative-mark", _("Lost")),
    }.get(outcome)


def _end(column: BoardColumn) -> End:
    """Return where a column stays while others scroll: what is closed, also in a final stage."""
    return {LOST: End.LEFT, WON: End.RIGHT}.get(column.outcome, End.NONE)
