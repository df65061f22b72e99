"""The first entry of a column: a line in which a new card is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources.texts import _
from widgets.drawn_button import DrawnButton
from widgets.kanban.side_pen import SidePen, beside
from widgets.painted import draw_keys, draw_ring, ink_of, keys_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from widgets.theme import Appearance

    Index = QModelIndex | QPersistentModelIndex

PADDING = 8
ICON_GAP = 6
ERROR_GAP = 2
SEPARATOR = ","
MOST_SUGGESTIONS = 8


class QuickLine(QWidget):
    """At rest a dashed hint; pressed, a field whose text is told with Enter."""

    entered = Signal(str)
    edited = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Build the line at rest."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rest = _Rest(appearance)
        self.field = _Field(self)
        self.error = QLabel()
        self._build()

    @property
    def is_open(self) -> bool:
        """Whether something can be typed."""
        return not self.field.isHidden()

    def set_hint(self, hint: str, key: str, name: str) -> None:
        """Say what can be typed, by which key it begins, and the line's name for reading aloud."""
        self.rest.show_hint(hint, key, name)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)

    @Slot()
    def begin(self) -> None:
        """Open the line, empty, and give it the keyboard."""
        if not self.is_open:
            self.rest.hide()
            self.field.clear()
            self.field.show()
            self.opened.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_entry(self) -> None:
        """Forget what was typed and show the hint again."""
        had_focus = self.field.hasFocus()
        self.set_suggestions(())
        self.set_error("")
        self.field.hide()
        self.field.clear()
        self.rest.show()
        if had_focus:
            self.rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, sentence: str) -> None:
        """Say below the line what is wrong with it; none takes that away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        _set_state(self.field, "error" if sentence else "")
        self.updateGeometry()

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Offer what may stand before the first comma."""
        self.field.suggest(suggestions)

    def _build(self) -> None:
        self.error.setProperty("kind", "error")
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ERROR_GAP)
        for part in (self.rest, self.field, self.error):
            column.addWidget(part)
        self.field.hide()
        self.error.hide()
        self.rest.clicked.connect(self.begin)
        self.field.textEdited.connect(self._edit)
        self.field.returnPressed.connect(self._enter)
        self.field.left.connect(self._leave)

    @Slot(str)
    def _edit(self, text: str) -> None:
        self.set_error("")
        self.edited.emit(text)

    @Slot()
    def _enter(self) -> None:
        text = self.field.text().strip()
        if text:
            self.entered.emit(text)

    @Slot()
    def _leave(self) -> None:
        self.close_entry()
        self.closed.emit()


class _Rest(DrawnButton):
    """The line while nothing is typed: a plus, the hint, and the key that begins."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "")
        self._hint = self._key = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hint(self, hint: str, key: str, name: str) -> None:
        """Show other words."""
        self._hint, self._key = hint, key
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        height = self.theme.rows["field"]
        return QSize(height, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        self._paint_frame(painter)
        pen = SidePen(painter, self)
        room = QRectF(PADDING, 0, self.width() - 2 * PADDING, self.height())
        side = theme.sizes["icon-small"]
        used = pen.icon(room, side, self.appearance.icons, "plus", "text-muted") + ICON_GAP
        taken = 0.0
        if self._key:
            taken = keys_width(theme, [self._key]) + ICON_GAP
            cap = beside(room, room.width() - taken + ICON_GAP)
            draw_keys(painter, pen.visual(cap), theme, [self._key])
        pen.write(beside(room, used, taken), self._hint, ink_of(theme, "small", "text-muted"))

    def _paint_frame(self, painter: QPainter) -> None:
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)
            return
        pen = QPen(self.theme.colour("field-edge" if self.underMouse() else "border-strong"), 1)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        radius = self.theme.radius["medium"]
        painter.drawRoundedRect(self.frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()


class _Field(QLineEdit):
    """A field that is left by Esc, and while it is empty by going elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._completer = _FirstPart(self._names, self)
        self.setCompleter(self._completer)

    def suggest(self, suggestions: Sequence[str]) -> None:
        """Show suggestions below the field while it has the keyboard."""
        self._names.setStringList(list(suggestions[:MOST_SUGGESTIONS]))
        if suggestions and self.hasFocus() and SEPARATOR not in self.text():
            self._completer.complete()
        else:
            self._completer.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._completer.list.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        gone = event.reason() != Qt.FocusReason.PopupFocusReason
        if gone and not self.text().strip() and self.isVisible():
            self.left.emit()


class _FirstPart(QCompleter):
    """Offers what may stand before the first separator."""

    def __init__(self, names: QStringListModel, field: QLineEdit) -> None:
        super().__init__(names, field)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(MOST_SUGGESTIONS)
        self.list = QListView()
        self.setPopup(self.list)
        self.list.setAccessibleName(_("Suggestions"))

    def pathFromIndex(self, index: Index) -> str:
        return f"{index.data()}{SEPARATOR} "


def _set_state(field: QLineEdit, state: str) -> None:
    if field.property("state") != state:
        field.setProperty("state", state)
        field.style().unpolish(field)
        field.style().polish(field)
