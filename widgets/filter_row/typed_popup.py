"""Typing a filter: words, or a range of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel

from widgets.filter_row.fields import NumberCell, TextCell
from widgets.filter_row.filters import NumberFilter
from widgets.popup_frame import PopupFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from widgets.filter_row.filters import FilterValue, TextFilter
    from widgets.theme import Appearance

WIDTH = 240
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TypedPopup(PopupFrame):
    """A field under its title; a pause in typing tells the value, Enter also closes."""

    changed = Signal(object)

    def __init__(
        self, appearance: Appearance, about: TextFilter | NumberFilter, value: FilterValue
    ) -> None:
        """Show the value of a filter."""
        super().__init__(appearance, about.title)
        self.setFixedWidth(WIDTH)
        self.cell: NumberCell | TextCell = (
            NumberCell(appearance, about)
            if isinstance(about, NumberFilter)
            else TextCell(appearance, about)
        )
        self.cell.setFixedHeight(appearance.theme.rows["field"])
        self.cell.set_value(value)
        title = QLabel(about.title)
        title.setProperty("kind", "small")
        title.setBuddy(self.cell)
        self.error = QLabel()
        self.error.setProperty("kind", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        for widget in (title, self.cell, self.error):
            self.column.addWidget(widget)
        self.cell.value_changed.connect(self.changed)
        self.cell.said.connect(self._say)
        self.cell.installEventFilter(self)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, with the keyboard in the field."""
        super().open_below(anchor)
        self.cell.setFocus()
        self.cell.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self.cell:
            key: QKeyEvent = event  # type: ignore[assignment]
            if key.key() == Qt.Key.Key_Escape:
                # Under a title Escape empties the field; here it leaves the filter as it is.
                self.cell.set_value(self.cell.value)
                self.close()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The field has settled by then: it takes Enter first and hands it on.
        if event.key() in ENTER and not self.cell.error:
            self.close()
        else:
            super().keyPressEvent(event)

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.adjustSize()
