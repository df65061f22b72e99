"""What a card of a board says of an opportunity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.attention import has_no_next, is_overdue, is_stale
from core.fields.opportunity import OUTCOMES
from core.formats import days_since
from resources.texts import _
from widgets.kanban.values import Card, CardState, Mark, Tone

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QColor

    from core.day_ranges import Calendar
    from core.formats import Formats
    from db.card_list import CardItem
    from db.parameters import Parameters
    from widgets.theme import Theme

OPEN = "open"
DOT = " · "


@dataclass(frozen=True)
class CardWords:
    """Writes cards in the user's locale."""

    formats: Formats
    parameters: Parameters
    calendar: Calendar

    def card(self, item: CardItem, now: datetime, theme: Theme) -> Card:
        """Return the card of an opportunity, at rest."""
        return Card(
            heading=item.contact,
            title=item.title,
            caption=DOT.join(filter(None, (item.user, item.type))),
            initials=initials(item.user or ""),
            stage=item.stage or "",
            colour=_colour(item, theme),
            amount=self.formats.money(item.net_minor, item.decimals),
            amount_short=self.formats.money(_in_units(item), 0),
            unit="" if item.net_minor is None else item.currency,
            tone=_tone(item.net_minor),
            marks=self.marks(item, now),
            tip=self.tip(item, now),
        )

    def marks(self, item: CardItem, now: datetime) -> tuple[Mark, ...]:
        """Return what an open opportunity waits for."""
        found = []
        if is_overdue(item, now):
            found.append(Mark("warning-circle-fill", "negative-mark", _("Activity overdue")))
        if is_stale(item, now, self.parameters.stale_days):
            days = self.formats.days(days_since(item.touched_at, now))
            found.append(Mark("clock-fill", "warning-mark", _("Stale, {days}").format(days=days)))
        if has_no_next(item):
            found.append(Mark("calendar-x", "text-faint", _("No next activity")))
        return tuple(found)

    def tip(self, item: CardItem, now: datetime) -> str:
        """Return all that is known of an opportunity, a line for each thing."""
        amount = self.formats.money(item.net_minor, item.decimals)
        percent = self.formats.percent(item.percent)
        hand = _("{percent} by hand").format(percent=percent) if item.by_hand else percent
        lines = [
            item.contact,
            item.title,
            DOT.join((item.number, item.type)),
            f"{amount} {item.currency}" if item.net_minor is not None else _("Without amount"),
            DOT.join(filter(None, (item.stage, hand))),
            _labelled(_("User"), item.user or ""),
            self._end(item),
            _labelled(_("Last activity"), self._day(item.last_activity_at)),
            _labelled(_("Next activity"), self._day(item.next_activity_at)),
            *(mark.words for mark in self.marks(item, now)),
        ]
        return "\n".join(filter(None, lines))

    def _end(self, item: CardItem) -> str:
        """Return when it is expected to close, or how and when it did."""
        if item.outcome == OPEN:
            return _labelled(_("Expected close"), self.formats.day(item.expected_close_on))
        return _labelled(_(dict(OUTCOMES)[item.outcome]), self.formats.day(item.closed_on))

    def _day(self, moment: datetime | None) -> str:
        return self.formats.day(self.calendar.today(moment)) if moment else ""


def moved_by(card: Card, who: str) -> Card:
    """Return a card that tells who else has just moved it."""
    note = _("Moved by {who} just now").format(who=who)
    return replace(card, note=note, note_initials=initials(who))


def in_saving(card: Card) -> Card:
    """Return a card whose move is taking its time."""
    return replace(card, state=CardState.SAVING)


def sent_back(card: Card, why: str) -> Card:
    """Return a card that could not be moved."""
    return replace(card, state=CardState.REFUSED, note=why)


def initials(name: str) -> str:
    """Return the first letters of the first two words of a name."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def _colour(item: CardItem, theme: Theme) -> QColor | None:
    return theme.stage_colours(item.stage_colour).base if item.stage_colour else None


def _tone(minor: int | None) -> Tone:
    if minor is None:
        return Tone.UNKNOWN
    return Tone.POSITIVE if minor else Tone.ZERO


def _in_units(item: CardItem) -> int | None:
    """Return whole units, a half away from zero as people round money."""
    if item.net_minor is None:
        return None
    unit: int = 10**item.decimals
    rounded = (abs(item.net_minor) + unit // 2) // unit
    return rounded if item.net_minor >= 0 else -rounded


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""
