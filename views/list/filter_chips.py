"""The chips of the filters that are set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.filters import RecordFilter
from resources.texts import _, ngettext
from views.list.filter_values import words_of
from widgets.chips import Chip

if TYPE_CHECKING:
    from views.list.filter_values import Wanted
    from views.list.tools import FilterBase

TEXT_KEY = "/text"


def filter_chips(base: FilterBase[Any]) -> list[Chip]:
    """Return a chip for each filter, and one for the words that are asked for."""
    chips = [_chip(base, wanted) for wanted in base.state.content.filters]
    text = base.state.content.text
    return [*chips, Chip(TEXT_KEY, _("Text"), f"“{text}”")] if text else chips


def _chip(base: FilterBase[Any], wanted: Wanted) -> Chip:
    title = base.column(wanted.column).title
    if isinstance(wanted, RecordFilter):
        return Chip(wanted.column, title, _records(base, wanted))
    titles = base.book.titles(wanted.column) if base.book.has(wanted.column) else {}
    words = words_of(wanted, base.kind(wanted.column), titles, base.tools)
    return Chip(wanted.column, title, words)


def _records(base: FilterBase[Any], wanted: RecordFilter) -> str:
    """Return the name of the one record that is asked for, or how many there are."""
    count = len(wanted.keys)
    if count == 1 and base.names is not None:
        said = base.names.titles(wanted.keys)[str(wanted.keys[0])]
    else:
        text = ngettext("one of {count}", "any of {count}", count)
        said = text.format(count=base.tools.formats.count(count))
    return _("{name} with its companies").format(name=said) if wanted.below else said
