"""The filters that are set, each as a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QWidget

from resources.texts import _
from widgets.drawn_button import DrawnButton
from widgets.icon_button import cross_button
from widgets.painted import Ink, Plate, draw_line, draw_plate, draw_ring, ink_of, middle_square

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from widgets.theme import Appearance

PADDING = 8
GAP = 6
CROSS = 20
CROSS_ICON = 12
WIDEST = 280
VALUE_WEIGHT = 500
REMOVING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class Chip(NamedTuple):
    """A filter that is set: the field, and what it must be; a fixed one cannot be taken away."""

    key: str
    field: str
    value: str
    fixed: bool = False


class FilterChips(QScrollArea):
    """Chips in a line that scrolls where it is too narrow, and a button that adds one."""

    opened = Signal(str)
    removed = Signal(str)
    add_clicked = Signal()

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Build a line without chips; name is read aloud."""
        super().__init__()
        self._appearance = appearance
        self._chips: tuple[Chip, ...] = ()
        self.buttons: list[ChipButton] = []
        self.setAccessibleName(name)
        self._build()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips that are shown."""
        return self._chips

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips; the same ones are left as they are."""
        if tuple(chips) == self._chips:
            return
        self._chips = tuple(chips)
        had_focus = any(button.hasFocus() or button.cross.hasFocus() for button in self.buttons)
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(chip) for chip in self._chips]
        for place, button in enumerate(self.buttons):
            self._row.insertWidget(place, button)
            button.show()
        if had_focus:
            (self.buttons[-1] if self.buttons else self.add).setFocus()
        self.updateGeometry()

    def button(self, key: str) -> QWidget:
        """Return the button of a chip, or the one that adds where it has none."""
        found = (button for button in self.buttons if button.chip.key == key)
        return next(found, self.add)

    def sizeHint(self) -> QSize:
        return QSize(self._line.sizeHint().width(), self._line.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.add.sizeHint().width(), self._line.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # There is no bar to see; a wheel goes sideways whichever way it is turned.
        turned = event.angleDelta().y() or event.angleDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned // 2)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._line = QWidget()
        self._row = QHBoxLayout(self._line)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.add = self._add_button()
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        self.setWidget(self._line)
        self._line.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _add_button(self) -> QToolButton:
        add = QToolButton()
        add.setProperty("kind", "text")
        add.setText(_("Filter"))
        add.setIcon(self._appearance.icons.icon("plus"))
        add.setIconSize(QSize(14, 14))
        add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        add.setAccessibleName(_("Add a filter"))
        add.setToolTip(_("Add a filter"))
        add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        add.clicked.connect(self.add_clicked)
        return add

    def _button(self, chip: Chip) -> ChipButton:
        button = ChipButton(self._appearance, chip)
        button.clicked.connect(lambda: self.opened.emit(chip.key))
        if not chip.fixed:
            button.removed.connect(lambda: self.removed.emit(chip.key))
        button.focused.connect(lambda: self._bring(button))
        return button

    def _bring(self, button: ChipButton) -> None:
        # A new chip gets its place only when the line is laid out.
        QTimer.singleShot(0, button, lambda: self.ensureWidgetVisible(button, 0, 0))


class ChipButton(DrawnButton):
    """A chip: opens its filter, or takes it away."""

    removed = Signal()
    focused = Signal()

    def __init__(self, appearance: Appearance, chip: Chip) -> None:
        """Build the button of a chip."""
        super().__init__(appearance, f"{chip.field} {chip.value}")
        self.chip = chip
        self.setToolTip(f"{chip.field} {chip.value}")
        words = _("Remove the filter {field}").format(field=chip.field)
        self.cross = cross_button(appearance, words)
        self.cross.setIconSize(QSize(CROSS_ICON, CROSS_ICON))
        self.cross.setParent(self)
        self.cross.clicked.connect(self.removed)
        self.cross.setVisible(not chip.fixed)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        field, value = self._inks()
        words = field.width(self.chip.field) + GAP + value.width(self.chip.value)
        width = PADDING + words + GAP + CROSS + 2
        return QSize(min(WIDEST, round(width + 0.5)), self.theme.rows["button"])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in REMOVING:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = (self.height() - CROSS) // 2
        self.cross.setGeometry(self.width() - CROSS - 4, top, CROSS, CROSS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = self.theme.colour("hover" if self.underMouse() else "surface")
        plate = Plate(self.theme.radius["medium"], fill, self.theme.colour("field-border"))
        draw_plate(painter, self.frame, plate)
        if self.hasFocus():
            draw_ring(painter, self.frame, self.theme)
        field, value = self._inks()
        room = QRectF(PADDING, 0, self.width() - PADDING - CROSS - GAP, self.height())
        taken = draw_line(painter, room, self.chip.field, field) + GAP
        draw_line(painter, room.adjusted(taken, 0, 0, 0), self.chip.value, value)
        if self.chip.fixed:
            caret = middle_square(self.frame, self.width() - CROSS - 1, CROSS_ICON)
            self.appearance.icons.paint(painter, caret, "caret-down", "text-muted")

    def _inks(self) -> tuple[Ink, Ink]:
        field = ink_of(self.theme, "body", "text-muted")
        return field, ink_of(self.theme, "body", "text", VALUE_WEIGHT)
