"""A list with check boxes and a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from resources.texts import _
from widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from widgets.theme import Appearance

KEY = Qt.ItemDataRole.UserRole
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
WIDTH = 240
MOST_ROWS = 10
# A few lines are seen at one glance.
SEARCH_FROM = 8


class CheckList(QWidget):
    """Titles of which some are checked; a search leaves some out of sight, not out of the list."""

    changed = Signal(object)

    def __init__(
        self, appearance: Appearance, name: str, options: Sequence[tuple[str, str]]
    ) -> None:
        """Offer keys with titles; name is read aloud."""
        super().__init__()
        self._appearance = appearance
        self.search = SearchField(appearance, _("Search"))
        self.search.setVisible(len(options) >= SEARCH_FROM)
        self.search.textChanged.connect(self._sift)
        self.search.installEventFilter(self)
        self.list = _List()
        self.list.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.set_options(options)
        self.list.itemChanged.connect(lambda: self.changed.emit(self.checked))

    @property
    def checked(self) -> tuple[str, ...]:
        """The keys that are checked, from the upper end."""
        return tuple(item.data(KEY) for item in self.items if item.checkState() == ON)

    @property
    def items(self) -> list[QListWidgetItem]:
        """The lines, from the upper end."""
        return [self.list.item(row) for row in range(self.list.count())]

    def set_options(self, options: Sequence[tuple[str, str]], checked: Iterable[str] = ()) -> None:
        """Offer other keys with titles, without telling it."""
        chosen = set(checked)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's name
        self.list.clear()
        for key, title in options:
            self.list.addItem(_item(key, title, checked=key in chosen))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's name
        self._fit()

    def check(self, keys: Iterable[str]) -> None:
        """Check some keys and no others, and tell it."""
        wanted = set(keys)
        before = self.checked
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's name
        for item in self.items:
            item.setCheckState(ON if item.data(KEY) in wanted else OFF)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's name
        self.list.viewport().update()
        if self.checked != before:
            self.changed.emit(self.checked)

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        self.list.setCurrentRow(0)
        (self.list if self.search.isHidden() else self.search).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self.search:
            key = event.key()  # type: ignore[attr-defined]
            if key == Qt.Key.Key_Down:
                self._go_to_list()
                return True
            if key in ENTER:
                self._check_found()
                return True
        return super().eventFilter(watched, event)

    def _go_to_list(self) -> None:
        first = next((item for item in self.items if not item.isHidden()), None)
        if first is not None:
            self.list.setCurrentItem(first)
            self.list.setFocus()

    def _check_found(self) -> None:
        """Check the one line that is left in sight."""
        seen = [item for item in self.items if not item.isHidden()]
        if len(seen) == 1:
            seen[0].setCheckState(OFF if seen[0].checkState() == ON else ON)

    def _sift(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self.items:
            item.setHidden(wanted not in item.text().casefold())

    def _fit(self) -> None:
        rows = max(1, min(MOST_ROWS, self.list.count()))
        self.list.setFixedHeight(rows * (self._appearance.theme.rows["menu"] + 2) + 2)
        self.list.setMinimumWidth(WIDTH)


class _List(QListWidget):
    """Lines that a click anywhere on them checks."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checks")
        # A list measures its lines once, in the style that it has by then.
        self.ensurePolished()
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._toggle)
        self._before = OFF

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.height())

    def mousePressEvent(self, event: object) -> None:
        item = self.itemAt(event.position().toPoint())  # type: ignore[attr-defined]
        self._before = item.checkState() if item is not None else OFF
        super().mousePressEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in ENTER and item is not None:
            item.setCheckState(OFF if item.checkState() == ON else ON)
        else:
            super().keyPressEvent(event)

    def _toggle(self, item: QListWidgetItem) -> None:
        # A click on the box itself has already done it; this one then changes nothing more.
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            item.setCheckState(OFF if self._before == ON else ON)


def _item(key: str, title: str, *, checked: bool) -> QListWidgetItem:
    item = QListWidgetItem(title)
    item.setData(KEY, key)
    item.setToolTip(title)
    item.setCheckState(ON if checked else OFF)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
    return item
