"""The menu of a right click on cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal

from core.board_place import Place
from resources.texts import _
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from core.board_moves import Bar
    from core.board_values import BoardColumn
    from widgets.theme import Appearance

OPEN, SHOW, COPY, WON, LOST = "open", "show", "copy", "won", "lost"


class CardChoice(NamedTuple):
    """What was chosen for cards: a word of the menu, or the place that they are to go to."""

    keys: tuple[UUID, ...]
    what: str
    place: Place | None = None


class CardMenu(PopupMenu):
    """Offers what can be done with cards; places that refuse them say why."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Build an empty menu."""
        super().__init__(_("Cards"), parent)
        self._appearance = appearance
        self._keys: tuple[UUID, ...] = ()
        self.places = PopupMenu(_("Move to"), self)

    def offer(
        self,
        keys: tuple[UUID, ...],
        columns: Sequence[BoardColumn],
        here: Place | None,
        bars: Mapping[Place, Bar],
    ) -> None:
        """Offer what fits some cards, of which all stand here, or in several places."""
        self._keys = keys
        one = "" if len(keys) == 1 else _("Choose one card alone.")
        first = [
            MenuEntry(OPEN, _("Open"), "arrow-square-out", "Return", barred=one),
            MenuEntry(SHOW, _("Show in the list"), "list-bullets", barred=one),
            MenuEntry(COPY, _("Copy as a table"), "copy", "Ctrl+C"),
        ]
        ends = [_end(column, here, bars) for column in columns if column.outcome in {WON, LOST}]
        fill_menu(self, self._appearance, [*first, *ends], self._tell)
        places = [_place(column, here, bars) for column in columns if column.outcome == "open"]
        fill_menu(self.places, self._appearance, places, self._tell_place)
        before = self.actions()[len(first)] if ends else None
        if before is None:
            self.addMenu(self.places)
        else:
            self.insertMenu(before, self.places)

    def _tell(self, key: str) -> None:
        if key in {OPEN, SHOW, COPY}:
            self.chosen.emit(CardChoice(self._keys, key))
        else:
            self._tell_place(key)

    def _tell_place(self, key: str) -> None:
        self.chosen.emit(CardChoice(self._keys, "move", Place.of(key)))


def _end(column: BoardColumn, here: Place | None, bars: Mapping[Place, Bar]) -> MenuEntry:
    won = column.outcome == WON
    title = _("Close as won") if won else _("Close as lost")
    icon = "check-circle" if won else "x-circle"
    barred = _why_not(column, here, bars)
    return MenuEntry(column.place.key, title, icon, barred=barred)


def _place(column: BoardColumn, here: Place | None, bars: Mapping[Place, Bar]) -> MenuEntry:
    stands = column.place == here
    barred = _why_not(column, here, bars)
    return MenuEntry(column.place.key, column.title, barred=barred, checked=stands or None)


def _why_not(column: BoardColumn, here: Place | None, bars: Mapping[Place, Bar]) -> str:
    if column.place == here:
        return _("It stands here already.")
    bar = bars.get(column.place)
    return " ".join(bar.reasons) if bar else ""
