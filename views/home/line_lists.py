"""The lists below the figures: each line leads to a record, the head to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.formats import days_since
from resources.texts import _
from views.home.arranged import Arranged
from views.home.figure_rows import titles
from widgets.link_list import LinkLine, LinkList
from widgets.loading_bars import Bar, LoadingBars

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from core.home import Home
    from core.home_lines import HomeLines
    from db.home_lines import ActivityLine
    from db.opportunity_list import OpportunityItem
    from views.home.words import Words
    from widgets.theme import Appearance

LEAST = 380
HEAD, ROW, SHOWN = 48, 32, 4
# While nothing is read, and as the least afterwards, so that little jumps.
HEIGHT = HEAD + SHOWN * ROW
LOADING = tuple(Bar(HEAD + row * ROW + 8, 12, 0.9 - 0.1 * row) for row in range(SHOWN))
NAMES = ("today", "overdue", "stale", "changed")


class LineLists(QWidget):
    """Today, overdue, stale and changed."""

    # The name of a list, of which all lines are wanted.
    all_chosen = Signal(str)
    # The name of a list, and the id of what its line is about; empty: of no opportunity.
    line_chosen = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        """Build empty lists."""
        super().__init__()
        called = titles()._asdict()
        self.lists = {name: self._list(appearance, name, str(called[name])) for name in NAMES}
        self._bars = [LoadingBars(each, appearance, LOADING) for each in self.lists.values()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Arranged(tuple(self.lists.values()), LEAST))

    def show_home(self, home: Home, lines: HomeLines, words: Words, now: datetime) -> None:
        """Show what was read."""
        self.settle()
        today = [_activity(each, words.hour(each.due_at)) for each in lines.today]
        overdue = [_activity(each, words.day(each.due_at)) for each in lines.overdue]
        stale = [_stale(each, words, now) for each in lines.stale]
        changed = [_changed(each, words) for each in lines.changed]
        nothing = _nothing()
        self._fill("today", today, home.today.rows, words, nothing[0])
        self._fill(
            "overdue", [_late(line) for line in overdue], home.overdue.rows, words, nothing[1]
        )
        self._fill("stale", stale, home.stale.totals.rows, words, nothing[2])
        self._fill("changed", changed, home.changed.totals.rows, words, nothing[3])

    def settle(self) -> None:
        """Take the bars away that stand for what is being read."""
        for bars in self._bars:
            bars.hide()

    def _list(self, appearance: Appearance, name: str, title: str) -> LinkList:
        made = LinkList(appearance, title, _("All"))
        made.setMinimumHeight(HEIGHT)
        made.link.hide()
        # The head is as high without the link, so that nothing jumps when it comes.
        policy = made.link.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        made.link.setSizePolicy(policy)
        made.all_clicked.connect(lambda: self.all_chosen.emit(name))
        made.chosen.connect(lambda key: self.line_chosen.emit(name, key))
        return made

    def _fill(
        self, name: str, lines: Sequence[LinkLine], rows: int, words: Words, nothing: str
    ) -> None:
        shown = self.lists[name]
        focus = next((place for place, row in enumerate(shown.rows) if row.hasFocus()), -1)
        shown.set_lines(lines, nothing=nothing)
        shown.link.setText(_("All {count}").format(count=words.formats.count(rows)))
        shown.link.setAccessibleName(f"{shown.link.text()}: {shown.accessibleName()}")
        shown.link.setVisible(rows > 0)
        if focus >= 0 and shown.rows:
            row = shown.rows[min(focus, len(shown.rows) - 1)]
            # Only what is shown can take the keyboard.
            row.show()
            row.setFocus()


def _nothing() -> tuple[str, str, str, str]:
    return (
        _("Nothing is planned for today."),
        _("Nothing is overdue."),
        _("Every open opportunity has had an activity lately."),
        _("Nobody else has changed anything since yesterday."),
    )


def _activity(line: ActivityLine, when: str) -> LinkLine:
    detail = ", ".join(filter(None, (line.contact, line.opportunity))) or line.type
    key = str(line.opportunity_id or "")
    return LinkLine(key, line.subject or line.type, detail, when, icon="calendar-blank")


def _late(line: LinkLine) -> LinkLine:
    return line._replace(icon="warning-circle-fill", role="negative-mark")


def _stale(item: OpportunityItem, words: Words, now: datetime) -> LinkLine:
    days = words.formats.days(days_since(item.touched_at, now))
    detail = _("{days}, {contact}").format(contact=item.contact, days=days)
    return _opportunity(item, words, detail)._replace(icon="clock-fill", role="warning-mark")


def _changed(item: OpportunityItem, words: Words) -> LinkLine:
    day = words.day(item.changed_at)
    if item.changed_by:
        by = _("{contact}, by {name} on {day}")
        detail = by.format(contact=item.contact, name=item.changed_by, day=day)
    else:
        detail = _("{contact}, on {day}").format(contact=item.contact, day=day)
    return _opportunity(item, words, detail)._replace(icon="user-circle")


def _opportunity(item: OpportunityItem, words: Words, detail: str) -> LinkLine:
    amount = words.money(item.net_minor, item.currency)
    return LinkLine(str(item.id), item.title, detail, amount, item.currency)
