"""How an opportunity looks in a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.attention import is_stale
from core.fields.opportunity import OUTCOMES
from core.formats import days_since
from core.view_content import NamedDays
from db.filters import ChoiceFilter, StaleFilter
from resources.texts import _, ngettext
from views.list.cells import (
    amount,
    day_cell,
    flag_cell,
    moment_cell,
    number_cell,
    plain,
    stars_cell,
)
from views.list.columns import Attention, ListColumn, ListDescription, PanelColumns, Shown
from widgets.grid import Align, Cell, Mark, RowLook, Tone

if TYPE_CHECKING:
    from db.opportunity_list import OpportunityItem
    from db.parameters import Parameters

    Column = ListColumn[OpportunityItem]

OPEN = "open"
RIGHT = Align.RIGHT


def opportunity_columns() -> tuple[Column, ...]:
    """Return the columns, titled in the language in use; a new column is one new line here."""
    return (*_usual_columns(), *_other_columns())


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
        all_rows=_("All opportunities"),
        panel=_panel(),
    )


def _usual_columns() -> tuple[Column, ...]:
    """Return what is read first: contact, stage, money, what is late; then the rest."""
    return (
        ListColumn("contact", _("Contact"), lambda o, _s: Cell(o.contact, tone=Tone.STRONG)),
        ListColumn("number", _("Number"), plain("number", Tone.MUTED)),
        ListColumn("title", _("Title"), plain("title")),
        ListColumn("stage", _("Stage"), lambda o, _s: Cell(o.stage or "", swatch=_colour(o))),
        ListColumn("probability", _("Probability"), _probability, RIGHT),
        ListColumn("net", _("Net amount"), amount("net_minor"), RIGHT),
        ListColumn("since", _("Since"), _since, RIGHT),
        ListColumn("expected_close", _("Expected close"), _expected_close, RIGHT, ahead=True),
        ListColumn("agent", _("Agent"), plain("agent")),
        ListColumn("type", _("Type"), plain("type")),
        ListColumn("workflow", _("Workflow"), plain("workflow")),
        ListColumn("created", _("Created"), day_cell("created_on", Tone.MUTED), RIGHT),
        ListColumn("last_activity", _("Last activity"), moment_cell("last_activity_at"), RIGHT),
        ListColumn("gross", _("Gross amount"), amount("gross_minor"), RIGHT),
        ListColumn("user", _("User"), plain("user")),
    )


def _other_columns() -> tuple[Column, ...]:
    outcomes = {key: _(label) for key, label in OUTCOMES}
    found = (
        ListColumn("outcome", _("Outcome"), _outcome, words=outcomes),
        ListColumn("closed", _("Closed"), day_cell("closed_on", Tone.MUTED), RIGHT),
        ListColumn("closing_reason", _("Closing reason"), plain("closing_reason")),
        ListColumn("closing_description", _("Closing description"), plain("closing_description")),
        ListColumn("percent", _("Percent"), _percent, RIGHT),
        ListColumn("by_hand", _("Probability by hand"), flag_cell("by_hand")),
        ListColumn("discount", _("Discount"), amount("discount_minor"), RIGHT),
        ListColumn("ebit", _("EBIT"), amount("ebit_minor"), RIGHT),
        ListColumn("currency", _("Currency"), plain("currency")),
        _ahead("expected_order", _("Expected order"), "expected_order_on"),
        _ahead("expected_delivery", _("Expected delivery"), "expected_delivery_on"),
        _ahead("expected_invoice", _("Expected invoice"), "expected_invoice_on"),
        ListColumn("next_activity", _("Next activity"), _next_activity, RIGHT, ahead=True),
        ListColumn("touched", _("Last activity or move"), moment_cell("touched_at"), RIGHT),
        ListColumn("stage_since", _("In this stage since"), day_cell("stage_since_on"), RIGHT),
        ListColumn("priority", _("Priority"), number_cell("priority"), RIGHT),
        ListColumn("quality", _("Contact quality"), stars_cell("quality")),
        ListColumn("campaign", _("Campaign"), plain("campaign")),
        ListColumn("origin", _("Origin"), plain("origin")),
        ListColumn("tags", _("Tags"), plain("tags")),
        ListColumn("competitors", _("Competitors"), plain("competitors")),
        ListColumn("city", _("City"), plain("city")),
        ListColumn("country", _("Country"), plain("country")),
        ListColumn("company", _("Company"), plain("company")),
        ListColumn("team", _("Team"), plain("team")),
        ListColumn("description", _("Description"), plain("description")),
        ListColumn("entered_by", _("Entered by"), plain("entered_by")),
        ListColumn("created_at", _("Entered at"), moment_cell("created_at"), RIGHT),
        ListColumn("changed_by", _("Changed by"), plain("changed_by")),
        ListColumn("changed_at", _("Changed at"), moment_cell("changed_at"), RIGHT),
    )
    return tuple(replace(column, shown=False) for column in found)


def _ahead(name: str, title: str, attribute: str) -> Column:
    return ListColumn(name, title, day_cell(attribute), RIGHT, ahead=True)


def _panel() -> PanelColumns:
    """Return what the side panel filters by: steps, months, and what needs attention."""
    return PanelColumns(
        step="probability",
        month="expected_close",
        still_open=ChoiceFilter("outcome", (OPEN,)),
        attention=(
            Attention(
                "overdue",
                "next_activity",
                "warning-circle-fill",
                "negative-mark",
                lambda _p: _("Activity overdue"),
                lambda _p: NamedDays("next_activity", "overdue"),
            ),
            Attention(
                "stale",
                "since",
                "clock-fill",
                "warning-mark",
                _stale_title,
                lambda p: StaleFilter("since", p.stale_days),
            ),
            Attention(
                "no_next",
                "next_activity",
                "calendar-x",
                "text-muted",
                lambda _p: _("No next activity"),
                lambda _p: NamedDays("next_activity", "no_date"),
            ),
        ),
    )


def _stale_title(parameters: Parameters) -> str:
    days = parameters.stale_days
    text = ngettext("Stale, over {count} day", "Stale, over {count} days", days)
    return text.format(count=days)


def _colour(item: OpportunityItem) -> str:
    return item.stage_colour or ""


def _probability(item: OpportunityItem, shown: Shown) -> Cell:
    text = shown.formats.percent(item.percent)
    return Cell(text, RIGHT, percent=item.percent, hint=item.probability or "")


def _percent(item: OpportunityItem, shown: Shown) -> Cell:
    return Cell(shown.formats.percent(item.percent), RIGHT)


def _outcome(item: OpportunityItem, _shown: Shown) -> Cell:
    tones = {"won": Tone.POSITIVE, "lost": Tone.NEGATIVE}
    return Cell(_(dict(OUTCOMES)[item.outcome]), tone=tones.get(item.outcome, Tone.NORMAL))


def _since(item: OpportunityItem, shown: Shown) -> Cell:
    """Return the days since the last activity; late ones stand out while there is work to do."""
    days = days_since(item.last_activity_at, shown.now)
    text = shown.formats.days(days)
    if item.outcome != OPEN:
        return Cell(text, RIGHT, Tone.MUTED)
    marks = []
    if item.next_activity_at is None:
        marks.append(Mark("calendar-x", "text-faint", _("No next activity")))
    elif item.next_activity_at < shown.now:
        marks.append(Mark("warning-circle-fill", "negative-mark", _("Activity overdue")))
    stale = is_stale(item, shown.now, shown.parameters.stale_days)
    if stale:
        marks.append(Mark("clock-fill", "warning-mark", _("Stale")))
    return Cell(text, RIGHT, Tone.WARNING if stale else Tone.NORMAL, marks=tuple(marks))


def _expected_close(item: OpportunityItem, shown: Shown) -> Cell:
    """Return the expected day; one that has passed with nothing closed is late."""
    day = item.expected_close_on
    late = item.outcome == OPEN and day is not None and day < shown.calendar.today(shown.now)
    hint = _("The expected day has passed.") if late else ""
    return Cell(shown.formats.day(day), RIGHT, Tone.NEGATIVE if late else Tone.NORMAL, hint=hint)


def _next_activity(item: OpportunityItem, shown: Shown) -> Cell:
    moment = item.next_activity_at
    late = item.outcome == OPEN and moment is not None and moment < shown.now
    cell: Cell = moment_cell("next_activity_at")(item, shown)
    return cell._replace(tone=Tone.NEGATIVE) if late else cell
