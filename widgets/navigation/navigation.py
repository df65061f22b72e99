"""The navigation at the left of a window: screens, and the saved views of the open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets.navigation.rows import ChildRow, EntryRow, HeadRow, NavigationRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from widgets.navigation.entry import NavigationChild, NavigationEntry
    from widgets.theme import Appearance

MARGIN = 8
# A narrower window has no room for words at its left.
NARROW = 1200
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
Policy = Qt.FocusPolicy


class Navigation(QWidget):
    """Screens by group; collapses to icons."""

    chosen = Signal(str)
    child_chosen = Signal(str, str)
    collapsed_changed = Signal(bool)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build an empty navigation; name is read aloud."""
        super().__init__()
        self._appearance = appearance
        self._entries: tuple[NavigationEntry, ...] = ()
        self._current = ("", "")
        self._wished = False
        self._narrow = False
        self.collapsed = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._build()

    @property
    def current(self) -> tuple[str, str]:
        """The keys of the screen and of the child that are selected."""
        return self._current

    @property
    def rows(self) -> list[NavigationRow]:
        """The lines that can be reached, from the upper end."""
        return [row for row in self._rows if not row.isHidden()]

    def set_entries(self, entries: Sequence[NavigationEntry]) -> None:
        """Show other screens; what is selected stays so."""
        self._entries = tuple(entries)
        self._fill()

    def set_children(self, key: str, children: Sequence[NavigationChild]) -> None:
        """Give a screen other children."""
        self.set_entries(
            [e._replace(children=tuple(children)) if e.key == key else e for e in self._entries]
        )

    def set_count(self, key: str, count: str, child: str = "") -> None:
        """Show another count beside a screen or a child; nothing is laid out anew."""
        for row in self._rows:
            if _keys(row) == (key, child):
                row.set_count(count)

    def select(self, key: str, child: str = "") -> None:
        """Show where one is, without telling it."""
        self._current = (key, child)
        self._show_current()

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show icons alone, as the user wishes."""
        self._wished = collapsed
        self._collapse(collapsed=collapsed)

    def toggle(self) -> None:
        """Collapse or unfold."""
        self.set_collapsed(collapsed=not self.collapsed)

    def fit(self, window_width: int) -> None:
        """Collapse while the window is narrow, and come back as the user had it."""
        narrow = window_width < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._collapse(collapsed=narrow or self._wished)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.rows
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), -1)
        key = Qt.Key(event.key())
        if key in STEPS and at >= 0:
            rows[max(0, min(len(rows) - 1, at + STEPS[key]))].setFocus()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and rows:
            rows[0 if key == Qt.Key.Key_Home else -1].setFocus()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._rows: list[NavigationRow] = []
        self._heads: list[HeadRow] = []
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Policy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, MARGIN // 2)
        self._column.setSpacing(0)
        self._column.addWidget(self._area, 1)
        self._foot = QWidget()
        self._column.addWidget(self._foot)
        self.setFixedWidth(self._appearance.theme.sizes["navigation"])

    def _fill(self) -> None:
        focused = next((_keys(row) for row in self._rows if row.hasFocus()), None)
        self._rows, self._heads = [], []
        body, foot = QWidget(), QWidget()
        self._fill_column(body, [entry for entry in self._entries if not entry.foot])
        self._fill_column(foot, [entry for entry in self._entries if entry.foot])
        body.setAutoFillBackground(False)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)
        self._column.replaceWidget(self._foot, foot)
        self._foot.deleteLater()
        self._foot = foot
        self._tell_rows()
        self._show_current()
        for row in self._rows:
            if _keys(row) == focused:
                row.setFocus()

    def _fill_column(self, side: QWidget, entries: Sequence[NavigationEntry]) -> None:
        column = QVBoxLayout(side)
        column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.setSpacing(0)
        for entry in entries:
            if entry.head:
                head = HeadRow(self._appearance, entry.head)
                self._heads.append(head)
                column.addWidget(head)
            self._add(column, EntryRow(self._appearance, entry))
            for child in entry.children:
                self._add(column, ChildRow(self._appearance, entry.key, child))
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, row: NavigationRow) -> None:
        row.clicked.connect(lambda: self._choose(row))
        self._rows.append(row)
        column.addWidget(row)

    def _choose(self, row: NavigationRow) -> None:
        key, child = _keys(row)
        self.select(key, child)
        if child:
            self.child_chosen.emit(key, child)
        else:
            self.chosen.emit(key)

    def _show_current(self) -> None:
        key, child = self._current
        for row in self._rows:
            if isinstance(row, ChildRow):
                row.setVisible(row.parent_key == key and not self.collapsed)
            row.set_selected(selected=_keys(row) in {(key, ""), (key, child)})
        self._rove()

    def _rove(self) -> None:
        """Let Tab stop at the navigation once; arrows go on from there."""
        chosen = [row for row in self.rows if row.selected][-1:] or self.rows[:1]
        for row in self._rows:
            row.setFocusPolicy(Policy.StrongFocus if row in chosen else Policy.ClickFocus)

    def _collapse(self, *, collapsed: bool) -> None:
        if collapsed == self.collapsed:
            return
        self.collapsed = collapsed
        size = "navigation-collapsed" if collapsed else "navigation"
        self.setFixedWidth(self._appearance.theme.sizes[size])
        self._tell_rows()
        self._show_current()
        self.collapsed_changed.emit(collapsed)

    def _tell_rows(self) -> None:
        for row in self._rows:
            row.set_collapsed(collapsed=self.collapsed)
        for head in self._heads:
            head.set_collapsed(collapsed=self.collapsed)


def _keys(row: NavigationRow) -> tuple[str, str]:
    if isinstance(row, ChildRow):
        return row.parent_key, row.child.key
    return (row.entry.key, "") if isinstance(row, EntryRow) else ("", "")
