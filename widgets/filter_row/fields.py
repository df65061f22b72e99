"""The cells of a filter row that one types into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit

from resources.texts import _
from widgets.filter_row.filters import NumberRange
from widgets.filter_row.ranges import read_range, show_range
from widgets.icon_button import cross_button
from widgets.painted import middle_square

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from widgets.filter_row.filters import FilterValue, NumberFilter, TextFilter
    from widgets.icon_button import IconButton
    from widgets.theme import Appearance

# A pause in typing, after which the rows are filtered.
SETTLE_MS = 250
CROSS = 18
ICON = 12
GLASS_LEFT = 6


class TypedCell(QLineEdit):
    """A field that tells its value when typing pauses, and at once on Enter."""

    value_changed = Signal(object)
    # What is wrong with what was typed; nothing: all is well.
    said = Signal(str)
    focused = Signal()
    left_downwards = Signal()

    def __init__(self, appearance: Appearance, title: str) -> None:
        """Build an empty cell; title is that of its column."""
        super().__init__()
        self.setObjectName("filter")
        self._value: FilterValue = None
        self._title = title
        self.error = ""
        self.setAccessibleName(_("Filter {title}").format(title=title))
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.settle)
        # The cross is added when it is first needed: it costs more than the field.
        self._appearance = appearance
        self.cross: IconButton | None = None
        self._dress()
        self.textEdited.connect(self._wait)
        self.returnPressed.connect(self.settle)

    @property
    def value(self) -> FilterValue:
        """The value that was told last."""
        return self._value

    def set_value(self, value: FilterValue) -> None:
        """Show a value without telling it."""
        self._timer.stop()
        self._value = value
        self.setText(self._show(value))
        self._say("")

    def settle(self) -> None:
        """Read what is typed, and tell it where it means something else than before."""
        self._timer.stop()
        try:
            value = self._read(self.text())
        except ValueError as error:
            self._say(str(error))
            return
        self._say("")
        self._tell(value)

    def clear_value(self) -> None:
        """Take the filter away and tell it."""
        self.clear()
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear_value()
        elif key == Qt.Key.Key_Down:
            self.settle()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_placeholder(focused=True)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_placeholder(focused=False)
        self.settle()

    def _wait(self) -> None:
        self._timer.start()

    def _read(self, text: str) -> FilterValue:
        raise NotImplementedError

    def _show(self, value: FilterValue) -> str:
        raise NotImplementedError

    def _hint(self) -> str:
        raise NotImplementedError

    def _tell(self, value: FilterValue) -> None:
        if value != self._value:
            self._value = value
            self._dress()
            self.value_changed.emit(value)

    def _say(self, error: str) -> None:
        self.error = error
        self.setAccessibleDescription(error or self._hint())
        self._dress()
        self.said.emit(error)

    def _show_placeholder(self, *, focused: bool) -> None:
        self.setPlaceholderText(self._hint() if focused else "")

    def _dress(self) -> None:
        state = "error" if self.error else "active" if self._value is not None else ""
        self.setToolTip(self.error or self._title)
        self._show_cross(shown=bool(state))
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def _place_cross(self) -> None:
        if self.cross is not None:
            top = (self.height() - CROSS) // 2
            self.cross.setGeometry(self.width() - CROSS - 4, top, CROSS, CROSS)

    def _show_cross(self, *, shown: bool) -> None:
        if shown and self.cross is None:
            self.cross = cross_button(self._appearance, _("Clear"))
            self.cross.setParent(self)
            self.cross.setIcon(self._appearance.icons.icon("x", "link"))
            self.cross.setIconSize(QSize(ICON, ICON))
            self.cross.setCursor(Qt.CursorShape.ArrowCursor)
            # Escape does the same; Tab goes from cell to cell.
            self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.cross.clicked.connect(self.clear_value)
        if self.cross is not None:
            self.cross.setVisible(shown)
            self._place_cross()
            self.setTextMargins(self.textMargins().left(), 0, CROSS if shown else 0, 0)


class TextCell(TypedCell):
    """Filters by words that are contained."""

    def __init__(self, appearance: Appearance, about: TextFilter) -> None:
        """Build an empty cell."""
        super().__init__(appearance, about.title)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            square = middle_square(QRectF(self.rect()), GLASS_LEFT, ICON)
            self._appearance.icons.paint(QPainter(self), square, "magnifying-glass", "text-muted")

    def _show_placeholder(self, *, focused: bool) -> None:
        super()._show_placeholder(focused=focused)
        # Words make room for the glass.
        self.setTextMargins(ICON + 2 if focused else 0, 0, self.textMargins().right(), 0)

    def _read(self, text: str) -> FilterValue:
        return text.strip() or None

    def _show(self, value: FilterValue) -> str:
        return value if isinstance(value, str) else ""

    def _hint(self) -> str:
        return _("contains…")


class NumberCell(TypedCell):
    """Filters by a range of numbers."""

    def __init__(self, appearance: Appearance, about: NumberFilter) -> None:
        """Build an empty cell."""
        self._about = about
        super().__init__(appearance, about.title)

    def settle(self) -> None:
        """Read what is typed, and write it as it was understood."""
        super().settle()
        if isinstance(self._value, NumberRange) and not self.error and not self.hasFocus():
            self.setText(self._show(self._value))

    def _read(self, text: str) -> FilterValue:
        return read_range(text, self._about.read)

    def _show(self, value: FilterValue) -> str:
        return show_range(value, self._about.show) if isinstance(value, NumberRange) else ""

    def _hint(self) -> str:
        return _(">= 10 or 10..20")
