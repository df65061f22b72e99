"""How values look in the cells of any list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resources.texts import _
from widgets.grid import Align, Cell, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from views.list.columns import Shown

    Look = Callable[[Any, Shown], Cell]

STARS = 5
FULL, HOLLOW = "★", "☆"
LONGEST = 200


def plain(attribute: str, tone: Tone = Tone.NORMAL) -> Look:
    """Return the look of a text; of a long one only its beginning, on one line."""

    def look(item: Any, _shown: Shown) -> Cell:  # noqa: ANN401 - any kind of record
        text = getattr(item, attribute) or ""
        if "\n" in text or len(text) > LONGEST:
            text = " ".join(text[:LONGEST].split())
        return Cell(text, tone=tone)

    return look


def amount(attribute: str) -> Look:
    """Return the look of an amount beside its currency; one that is not known is a dash."""

    def look(item: Any, shown: Shown) -> Cell:  # noqa: ANN401 - the same
        minor = getattr(item, attribute)
        tone = Tone.MUTED if minor is None else Tone.NORMAL
        text = shown.formats.money(minor, item.decimals)
        return Cell(text, Align.RIGHT, tone, code=item.currency)

    return look


def day_cell(attribute: str, tone: Tone = Tone.NORMAL) -> Look:
    """Return the look of a day."""
    return lambda item, shown: Cell(shown.formats.day(getattr(item, attribute)), Align.RIGHT, tone)


def moment_cell(attribute: str, tone: Tone = Tone.MUTED) -> Look:
    """Return the look of a moment: the day it lies in."""

    def look(item: Any, shown: Shown) -> Cell:  # noqa: ANN401 - the same
        moment = getattr(item, attribute)
        day = None if moment is None else shown.calendar.today(moment)
        return Cell(shown.formats.day(day), Align.RIGHT, tone)

    return look


def number_cell(attribute: str) -> Look:
    """Return the look of a whole number; none is empty."""

    def look(item: Any, shown: Shown) -> Cell:  # noqa: ANN401 - the same
        number = getattr(item, attribute)
        return Cell("" if number is None else shown.formats.count(number), Align.RIGHT)

    return look


def flag_cell(attribute: str) -> Look:
    """Return the look of a yes or no."""

    def look(item: Any, _shown: Shown) -> Cell:  # noqa: ANN401 - the same
        value = getattr(item, attribute)
        return Cell("" if value is None else _("Yes") if value else _("No"))

    return look


def stars_cell(attribute: str) -> Look:
    """Return the look of a number of stars."""

    def look(item: Any, _shown: Shown) -> Cell:  # noqa: ANN401 - the same
        stars = getattr(item, attribute)
        return Cell("" if stars is None else FULL * stars + HOLLOW * (STARS - stars))

    return look
