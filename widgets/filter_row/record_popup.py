"""Choosing some of more records than a list can hold: found by words, kept while others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel

from resources.texts import _
from widgets.check_list import CheckList
from widgets.popup_frame import PopupFrame
from widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from widgets.theme import Appearance

    Options = Sequence[tuple[str, str]]

ROWS = 9
WIDTH = 300


class RecordPopup(PopupFrame):
    """A search over check boxes, and a switch that takes in what lies below the chosen ones."""

    # Words were typed whose records are wanted: show_found answers.
    asked = Signal(str)
    # The keys that are chosen, and the switch.
    changed = Signal(object, bool)

    def __init__(
        self, appearance: Appearance, name: str, chosen: Mapping[str, str], *, below: bool
    ) -> None:
        """Show the chosen keys with their titles; name is read aloud."""
        super().__init__(appearance, name)
        self._chosen = dict(chosen)
        self._found: Options = ()
        self.setFixedWidth(WIDTH)
        self.search = SearchField(appearance, _("Search"))
        self.search.installEventFilter(self)
        self.search.text_settled.connect(self.asked)
        self.checks = CheckList(appearance, name, ())
        self.checks.search.hide()
        self.checks.list.setFixedHeight(ROWS * (appearance.theme.rows["menu"] + 2) + 2)
        self.checks.changed.connect(self._take)
        self.nothing = QLabel(_("Nothing found"))
        self.nothing.setProperty("kind", "small")
        self.nothing.hide()
        self.below = QCheckBox()
        self.below.setChecked(below)
        self.below.toggled.connect(self._tell)
        for widget in (self.search, self.nothing, self.checks, self.below):
            self.column.addWidget(widget)
        self._show()

    @property
    def chosen(self) -> dict[str, str]:
        """The chosen keys with their titles."""
        return dict(self._chosen)

    def name_switch(self, words: str) -> None:
        """Say what the switch takes in."""
        self.below.setText(words)

    def show_found(self, text: str, found: Options) -> None:
        """Offer what was found for words, unless others are typed by now."""
        if text == self.search.text().strip():
            self._found = found
            self._show()

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, with the keyboard in the search."""
        super().open_below(anchor)
        self.search.setFocus()
        self.asked.emit(self.search.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self.search:
            key: QKeyEvent = event  # type: ignore[assignment]
            if key.key() == Qt.Key.Key_Down and self.checks.list.count():
                self.checks.list.setCurrentRow(max(0, self.checks.list.currentRow()))
                self.checks.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        """List the chosen ones first, then what was found besides."""
        rest = [pair for pair in self._found if pair[0] not in self._chosen]
        self.checks.set_options([*self._chosen.items(), *rest], self._chosen)
        self.checks.list.setFixedHeight(ROWS * (self.appearance.theme.rows["menu"] + 2) + 2)
        self.nothing.setVisible(not rest and bool(self.search.text().strip()))

    def _take(self, keys: tuple[str, ...]) -> None:
        titles = {**dict(self._found), **self._chosen}
        self._chosen = {key: titles[key] for key in keys}
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(tuple(self._chosen), self.below.isChecked())
