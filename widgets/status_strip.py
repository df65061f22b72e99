"""The strip at the foot of a window."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.theme import Appearance

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class StatusText(NamedTuple):
    """Words with a figure among them, which stands out; hint is the tooltip."""

    before: str = ""
    figure: str = ""
    after: str = ""
    icon: str = ""
    hint: str = ""

    def plain(self) -> str:
        """Return the words as they are read aloud."""
        return " ".join(filter(None, (self.before, self.figure, self.after)))


class StatusStrip(QFrame):
    """Says on the left what is selected, on the right where one is."""

    def __init__(self, appearance: Appearance) -> None:
        """Build an empty strip."""
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(appearance.theme.sizes["status-bar"])
        self.left = _Side(appearance)
        self.right = _Side(appearance)
        # What is on the left may be cut, so that a narrow window stays possible.
        self.left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(self.left, 1)
        layout.addWidget(self.right)

    def set_left(self, texts: Sequence[StatusText]) -> None:
        """Say what is selected and what it sums to."""
        self.left.set_texts(texts)

    def set_right(self, texts: Sequence[StatusText]) -> None:
        """Say where one is: database, sync, user."""
        self.right.set_texts(texts)


class _Side(QWidget):
    """Texts with rules between them."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._texts: tuple[StatusText, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addStretch()
        appearance.changed.connect(self._fill)

    def set_texts(self, texts: Sequence[StatusText]) -> None:
        """Show other texts; the same ones are left as they are."""
        if tuple(texts) != self._texts:
            self._texts = tuple(texts)
            self._fill()

    @Slot()
    def _fill(self) -> None:
        self._empty()
        for place, text in enumerate(self._texts):
            if place:
                self._add(_rule())
            if text.icon:
                self._add_icon(text.icon)
            self._add(self._label(text))

    def _empty(self) -> None:
        for widget in self.findChildren(QWidget, options=DIRECT):
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _add(self, widget: QWidget) -> None:
        # The last entry is the stretch.
        self._row.insertWidget(self._row.count() - 1, widget)

    def _add_icon(self, name: str) -> None:
        size = self._appearance.theme.sizes["icon-small"]
        self._add(IconLabel(self._appearance, name, "text-muted", size))

    def _label(self, text: StatusText) -> QLabel:
        colour = self._appearance.theme.colour("text").name()
        figure = f'<span style="color:{colour};font-weight:600">{escape(text.figure)}</span>'
        parts = (escape(text.before), figure if text.figure else "", escape(text.after))
        label = QLabel("&nbsp; ".join(filter(None, parts)))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setAccessibleName(text.plain())
        label.setToolTip(text.hint)
        return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedSize(1, 12)
    return rule
