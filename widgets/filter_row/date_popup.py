"""Choosing a range of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QListWidget, QPushButton

from resources.texts import _
from widgets.filter_row.filters import DateRange
from widgets.popup_frame import PopupFrame

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QWidget

    from widgets.filter_row.filters import DateFilter
    from widgets.theme import Appearance

WIDTH = 240


class DatePopup(PopupFrame):
    """Ranges with a name, and two days to type; tells a range, or None for all days."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, about: DateFilter, value: DateRange) -> None:
        """Offer the ranges of a filter, of which one is chosen."""
        super().__init__(appearance, about.title)
        self._about = about
        self.setMinimumWidth(WIDTH)
        self._build_list(value)
        self._build_fields(value)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, with the keyboard where one begins."""
        super().open_below(anchor)
        self.list.setFocus()

    def _build_list(self, value: DateRange) -> None:
        self.list = _Lines()
        self.list.setAccessibleName(_("Named ranges"))
        keys = [key for key, _title in self._about.ranges]
        for _key, title in self._about.ranges:
            self.list.addItem(title)
        if value.name in keys:
            self.list.setCurrentRow(keys.index(value.name))
        height = self.appearance.theme.rows["menu"] + 2
        self.list.setFixedHeight(max(1, len(keys)) * height + 2)
        # Enter and a click both choose; activated would ask for a double click on some systems.
        self.list.picked.connect(lambda row: self._choose(DateRange(keys[row])))
        self.column.addWidget(self.list)

    def _build_fields(self, value: DateRange) -> None:
        self.first = self._field(_("From"), value.first)
        self.last = self._field(_("Until"), value.last)
        self.error = QLabel()
        self.error.setProperty("kind", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.apply = QPushButton(_("Apply"))
        self.apply.clicked.connect(self._apply)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, (title, field) in enumerate(((_("From"), self.first), (_("Until"), self.last))):
            label = QLabel(title)
            label.setProperty("kind", "small")
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.error)
        self.column.addWidget(self.apply, alignment=Qt.AlignmentFlag.AlignRight)

    def _field(self, title: str, day: date | None) -> QLineEdit:
        field = QLineEdit("" if day is None else self._about.show(day))
        field.setAccessibleName(title)
        field.returnPressed.connect(self._apply)
        return field

    def _apply(self) -> None:
        try:
            found = DateRange("", self._day(self.first), self._day(self.last))
        except ValueError as error:
            self._say(str(error))
            return
        if found.first and found.last and found.first > found.last:
            self._say(_("The first day is after the last; change them round."))
        else:
            self._choose(None if found == DateRange() else found)

    def _day(self, field: QLineEdit) -> date | None:
        text = field.text().strip()
        return self._about.read(text) if text else None

    def _choose(self, value: DateRange | None) -> None:
        self.chosen.emit(value)
        self.close()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()
        self.adjustSize()


class _Lines(QListWidget):
    """Lines of which Enter or one click picks one."""

    picked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self.setObjectName("checks")
        self.ensurePolished()
        self.itemClicked.connect(lambda item: self.picked.emit(self.row(item)))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.height())

    def keyPressEvent(self, event: QEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}  # type: ignore[attr-defined]
        if enter and self.currentRow() >= 0:
            self.picked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]
