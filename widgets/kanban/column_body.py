"""What an open column shows: its band, its quick line, its cards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QScrollBar, QVBoxLayout, QWidget

from resources.texts import _
from widgets.kanban.band import Band
from widgets.kanban.card_layout import RIM
from widgets.kanban.card_list import CardList
from widgets.kanban.card_words import spoken_column
from widgets.kanban.quick_line import QuickLine
from widgets.kanban.refusal_box import RefusalBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from widgets.kanban.tools import Tools
    from widgets.kanban.values import Column, Preview, Refusal

BORDER = 1
MARGIN = 8
BAR_WIDTH = 8


class ColumnBody(QWidget):
    """Band, quick line and cards from the top; the cards' bar stands in the margin beside them."""

    def __init__(self, tools: Tools, column: Column) -> None:
        """Build the parts of a column."""
        super().__init__()
        self._hinted = False
        self._box: RefusalBox | None = None
        self._appearance = tools.appearance
        self.band = Band(tools.appearance)
        self.quick = QuickLine(tools.appearance)
        self.cards = CardList(tools, partial(tools.find, column.key))
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._lay_out()
        self._join_bars()
        self.band.add_clicked.connect(self.begin_entry)
        self.quick.closed.connect(self.close_entry)
        self._take_no_drops()
        self.set_column(column)

    def set_column(self, column: Column) -> None:
        """Show other figures."""
        self.band.set_column(column)
        name = _("Add to {column}").format(column=column.title)
        self.quick.set_hint(column.entry_hint, column.entry_key, name)
        self.cards.setAccessibleName(column.title)
        self.cards.setAccessibleDescription(spoken_column(column))
        self._show_quick()

    def set_hinted(self, *, hinted: bool) -> None:
        """Say whether the quick line is there even while nothing is entered."""
        self._hinted = hinted
        self._show_quick()

    def stops(self) -> list[QWidget]:
        """Return what has the keyboard in turn."""
        return [self.band.add, self.band.collapse, self.quick.rest, self.quick.field, self.cards]

    @Slot()
    def begin_entry(self) -> None:
        """Let a card be entered."""
        self._show_quick(begun=True)
        self.quick.begin()

    @Slot()
    def close_entry(self) -> None:
        """Forget what was typed; the cards get the keyboard if the line had it."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.quick.isAncestorOf(focus)
        self.quick.close_entry()
        self._show_quick()
        if had_focus:
            self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_drop(self, *, target: bool, preview: Preview | None, mark: int | None) -> None:
        """Say whether a drop would land here, what it would make of the figures, and where."""
        self.band.set_target(target)
        self.band.set_preview(preview)
        self.cards.set_mark(mark)

    def set_refusal(self, refusal: Refusal | None) -> None:
        """Say why nothing can be dropped here; none: no longer."""
        self.cards.set_veiled(veiled=refusal is not None)
        if refusal is None:
            if self._box is not None:
                self._box.hide()
            return
        if self._box is None:
            self._box = RefusalBox(self._appearance)
            self._box.setParent(self)
        self._box.set_refusal(refusal)
        self._place_box()
        self._box.show()
        self._box.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._place_bar()
        self._place_box()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BORDER, BORDER, BORDER, BORDER)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        entry = QVBoxLayout()
        entry.setContentsMargins(MARGIN, 0, MARGIN, 0)
        entry.addWidget(self.quick)
        layout.addLayout(entry)
        cards = QVBoxLayout()
        cards.setContentsMargins(MARGIN - RIM, MARGIN - RIM, MARGIN - RIM, 0)
        cards.addWidget(self.cards)
        layout.addLayout(cards, 1)
        self._entry = entry

    def _join_bars(self) -> None:
        self._bar.setFixedWidth(BAR_WIDTH)
        inner = self.cards.verticalScrollBar()
        inner.rangeChanged.connect(self._follow_range)
        inner.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(inner.setValue)
        self._follow_range()

    def _take_no_drops(self) -> None:
        # The line would swallow the drags of cards that pass over it.
        for line in self.quick.findChildren(QLineEdit):
            line.setAcceptDrops(False)

    @Slot()
    def _follow_range(self) -> None:
        inner = self.cards.verticalScrollBar()
        self._bar.setPageStep(inner.pageStep())
        self._bar.setSingleStep(inner.singleStep())
        self._bar.setRange(inner.minimum(), inner.maximum())
        self._bar.setVisible(inner.maximum() > inner.minimum())

    def _show_quick(self, *, begun: bool = False) -> None:
        wanted = begun or self._hinted or self.quick.is_open
        shown = wanted and self.band.column.accepts_entry
        self.quick.setVisible(shown)
        self._entry.setContentsMargins(MARGIN, MARGIN * shown, MARGIN, 0)

    def _place_bar(self) -> None:
        room = self.cards.geometry()
        left = self.width() - BORDER - BAR_WIDTH
        self._bar.setGeometry(left, room.top(), BAR_WIDTH, room.height())

    def _place_box(self) -> None:
        if self._box is None:
            return
        left, width = BORDER + MARGIN, self.width() - 2 * (BORDER + MARGIN)
        top = self.band.geometry().bottom() + 1 + MARGIN
        height = self._box.heightForWidth(width)
        self._box.setGeometry(
            left, top, width, height if height > 0 else self._box.sizeHint().height()
        )
