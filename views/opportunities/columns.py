"""How an opportunity looks in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.formats import days_since
from resources.texts import _, ngettext
from views.list.columns import ListColumn, ListDescription, Shown
from widgets.grid import Align, Cell, Mark, RowLook, Tone

if TYPE_CHECKING:
    from db.opportunity_list import OpportunityItem

OPEN = "open"


def opportunity_columns() -> tuple[ListColumn[OpportunityItem], ...]:
    """Return the columns, titled in the language in use; a new column is one new line here."""
    return (
        ListColumn("contact", _("Contact"), lambda o, _s: Cell(o.contact, tone=Tone.STRONG)),
        ListColumn("number", _("Number"), lambda o, _s: Cell(o.number, tone=Tone.MUTED)),
        ListColumn("title", _("Title"), lambda o, _s: Cell(o.title)),
        ListColumn("stage", _("Stage"), lambda o, _s: Cell(o.stage or "", swatch=_colour(o))),
        ListColumn("probability", _("Probability"), _probability),
        ListColumn("net", _("Net amount"), _net, Align.RIGHT),
        ListColumn("agent", _("Agent"), lambda o, _s: Cell(o.agent or "")),
        ListColumn("last_activity", _("Since"), _since, Align.RIGHT),
        ListColumn("created", _("Created"), _created, Align.RIGHT),
        ListColumn("expected_close", _("Expected close"), _expected_close, Align.RIGHT),
        ListColumn("closed", _("Closed"), _closed, Align.RIGHT),
    )


def opportunity_row(item: OpportunityItem) -> RowLook:
    """Return what stands behind a row: the colour of its stage."""
    return RowLook(edge=_colour(item))


def counted(count: int, text: str) -> str:
    """Return the sentence of how many opportunities are listed."""
    if text:
        found = ngettext("opportunity with “{text}”", "opportunities with “{text}”", count)
        return found.format(text=text)
    return ngettext("opportunity", "opportunities", count)


def opportunity_list() -> ListDescription[OpportunityItem]:
    """Return the description of the opportunity list."""
    return ListDescription(
        title=_("Opportunities"),
        placeholder=_("Number, title or contact"),
        columns=opportunity_columns,
        row_look=opportunity_row,
        counted=counted,
    )


def _colour(item: OpportunityItem) -> str:
    return item.stage_colour or ""


def _probability(item: OpportunityItem, shown: Shown) -> Cell:
    return Cell(shown.formats.percent(item.percent), Align.RIGHT, percent=item.percent)


def _net(item: OpportunityItem, shown: Shown) -> Cell:
    if item.net_minor is None:
        return Cell(shown.formats.money(None, 0), Align.RIGHT, Tone.MUTED, item.currency)
    text = shown.formats.money(item.net_minor, item.decimals)
    return Cell(text, Align.RIGHT, code=item.currency)


def _since(item: OpportunityItem, shown: Shown) -> Cell:
    """Return the days since the last activity; late ones stand out while there is work to do."""
    days = days_since(item.last_activity_at, shown.now)
    text = shown.formats.days(days)
    if item.outcome != OPEN:
        return Cell(text, Align.RIGHT, Tone.MUTED)
    marks = []
    if item.next_activity_at is not None and item.next_activity_at < shown.now:
        marks.append(Mark("warning-circle-fill", "negative-mark", _("Activity overdue")))
    stale = days is not None and days > shown.parameters.stale_days
    if stale:
        marks.append(Mark("clock-fill", "warning-mark", _("Stale")))
    return Cell(text, Align.RIGHT, Tone.WARNING if stale else Tone.NORMAL, marks=tuple(marks))


def _created(item: OpportunityItem, shown: Shown) -> Cell:
    return Cell(shown.formats.day(item.created_on), Align.RIGHT, Tone.MUTED)


def _expected_close(item: OpportunityItem, shown: Shown) -> Cell:
    """Return the expected day; one that has passed with nothing closed is late."""
    day = item.expected_close_on
    late = item.outcome == OPEN and day is not None and day < shown.now.date()
    return Cell(shown.formats.day(day), Align.RIGHT, Tone.NEGATIVE if late else Tone.NORMAL)


def _closed(item: OpportunityItem, shown: Shown) -> Cell:
    return Cell(shown.formats.day(item.closed_on), Align.RIGHT, Tone.MUTED)
