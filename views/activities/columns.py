"""How an activity looks in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.texts import _, ngettext
from views.list.cells import flag_cell, moment_cell, plain
from views.list.columns import ListColumn, ListDescription, Shown
from widgets.grid import Align, Cell, Mark, RowLook, Tone

if TYPE_CHECKING:
    from db.activity_list import ActivityItem

    Column = ListColumn[ActivityItem]

RIGHT = Align.RIGHT
OVERDUE = "warning-circle-fill"


def activity_columns() -> tuple[Column, ...]:
    """Return the columns, titled in the language in use; a new column is one new line here."""
    return (
        ListColumn("subject", _("Subject"), _subject),
        ListColumn("type", _("Type"), plain("type")),
        ListColumn("due", _("Due"), _due, RIGHT, ahead=True),
        ListColumn("contact", _("Contact"), plain("contact")),
        ListColumn("opportunity", _("Opportunity"), plain("opportunity")),
        ListColumn("user", _("User"), plain("user")),
        ListColumn("done", _("Done"), moment_cell("done_at"), RIGHT),
        ListColumn("text", _("Text"), plain("text"), shown=False),
        ListColumn("result", _("Result"), plain("result"), shown=False),
        ListColumn("location", _("Location"), plain("location"), shown=False),
        ListColumn("mandatory", _("Mandatory"), flag_cell("mandatory"), shown=False),
        ListColumn("team", _("Team"), plain("team"), shown=False),
        ListColumn("entered_by", _("Entered by"), plain("entered_by"), shown=False),
        ListColumn("created_at", _("Created"), moment_cell("created_at"), RIGHT, shown=False),
    )


def activity_list() -> ListDescription[ActivityItem]:
    """Return the description of the activity list."""
    return ListDescription(
        title=_("Activities"),
        placeholder=_("Subject"),
        columns=activity_columns,
        row_look=lambda _item: RowLook(),
        counted=counted,
        all_rows=_("All activities"),
    )


def counted(count: int, text: str) -> str:
    """Return the sentence of how many activities are listed."""
    if text:
        found = ngettext("activity with “{text}”", "activities with “{text}”", count)
        return found.format(text=text)
    return ngettext("activity", "activities", count)


def _subject(item: ActivityItem, _shown: Shown) -> Cell:
    done = item.done_at is not None
    return Cell(item.subject, tone=Tone.MUTED if done else Tone.STRONG)


def _due(item: ActivityItem, shown: Shown) -> Cell:
    """Return the day it is due; one that has passed with nothing done stands out."""
    due = item.due_at
    text = shown.formats.day(None if due is None else shown.calendar.today(due))
    if due is None or item.done_at is not None or due >= shown.now:
        return Cell(text, Align.RIGHT)
    late = Mark(OVERDUE, "negative-mark", _("Activity overdue"))
    return Cell(text, Align.RIGHT, Tone.NEGATIVE, marks=(late,))
