"""A field over the window that finds commands and records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from resources.texts import _
from widgets.icon_label import IconLabel
from widgets.painted import draw_keys, draw_line, ink_of, keys_width
from widgets.palette.delegate import ResultDelegate
from widgets.palette.results import PaletteResult, ResultsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from widgets.theme import Appearance

WIDTH = 640
TOP = 96
NARROW_TOP = 24
FIELD_HEIGHT = 52
FOOT_HEIGHT = 36
LIST_HEIGHT = 440
MARGIN = 16
# How dark the window behind becomes, by whether the theme is dark.
SCRIM = {False: 0.30, True: 0.55}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
PAGE = 8
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}
Hint = QAbstractItemView.ScrollHint


class CommandPalette(QWidget):
    """Lies over a window; asks for results as one types, and tells the key of what is chosen."""

    query_changed = Signal(str)
    chosen = Signal(str)
    closed = Signal()

    def __init__(self, appearance: Appearance, over: QWidget, placeholder: str) -> None:
        """Build the palette, hidden, over a window."""
        super().__init__(over)
        self._appearance = appearance
        self._over = over
        self._before: QWidget | None = None
        self.setAccessibleName(placeholder)
        self._build(placeholder)
        self._connect()
        over.installEventFilter(self)
        appearance.changed.connect(self.update)
        self.hide()

    def open(self, text: str = "") -> None:
        """Open, with words to begin with."""
        if self.isHidden():
            self._before = self._over.window().focusWidget()
        self._cover_window()
        self.show()
        self.raise_()
        self.field.setText(text)
        self.field.setFocus()
        self.query_changed.emit(text)

    def set_results(self, results: Sequence[PaletteResult], note: str = "") -> None:
        """Show results, the first one chosen; note stands at the right of the field."""
        self.model.set_results(results)
        self.note.setText(note)
        self.list.setVisible(bool(results))
        self._go_to(self._next(-1, 1))
        self._fit()

    def set_message(self, sentence: str) -> None:
        """Say a sentence in the place of results, such as that nothing was found."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self._fit()

    def dismiss(self) -> None:
        """Close, and give the keyboard back to whom it was taken from."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._cover_window()
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's name
        # The window behind cannot be reached while it is veiled.
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(Qt.GlobalColor.black)
        veil.setAlphaF(SCRIM[self._appearance.theme.dark])
        QPainter(self).fillRect(self.rect(), veil)

    def _build(self, placeholder: str) -> None:
        self.card = QFrame(self)
        self.card.setObjectName("palette")
        self._build_list()
        self.message = QLabel()
        self.message.setProperty("kind", "muted")
        self.message.setWordWrap(True)
        self.message.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self.message.hide()
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head(placeholder))
        column.addWidget(self.list, 1)
        column.addWidget(self.message)
        column.addWidget(_Foot(self._appearance))

    def _head(self, placeholder: str) -> QFrame:
        head = QFrame()
        head.setObjectName("palette-head")
        head.setFixedHeight(FIELD_HEIGHT)
        self.field = QLineEdit()
        self.field.setObjectName("palette-field")
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.installEventFilter(self)
        self.note = QLabel()
        self.note.setProperty("kind", "small")
        row = QHBoxLayout(head)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(10)
        size = self._appearance.theme.sizes["icon"] + 2
        row.addWidget(IconLabel(self._appearance, "magnifying-glass", "text-muted", size))
        row.addWidget(self.field, 1)
        row.addWidget(self.note)
        return head

    def _build_list(self) -> None:
        self.model = ResultsModel()
        self.list = QListView()
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(_("Results"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(self._appearance, self.model, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.hide()

    def _connect(self) -> None:
        self.field.textEdited.connect(self.query_changed)
        self.list.entered.connect(self._point_at)
        self.list.clicked.connect(lambda index: self._choose(index.row()))

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in ENTER:
            self._choose(self.list.currentIndex().row())
        elif key in STEPS:
            self._step(STEPS[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """Go some results on; a single step goes round the ends."""
        now, way = self.list.currentIndex().row(), 1 if by > 0 else -1
        for _time in range(abs(by)):
            to = self._next(now, way)
            if to < 0:
                break
            now = to
        else:
            self._go_to(now)
            return
        alone = abs(by) == 1
        self._go_to(self._next(-1 if by > 0 else self.model.rowCount(), way) if alone else now)

    def _next(self, row: int, way: int) -> int:
        row += way
        while 0 <= row < self.model.rowCount():
            if self.model.result(row):
                return row
            row += way
        return -1

    def _go_to(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        # The title of a group comes into sight with its first line.
        above = row - 1 if row > 0 and self.model.result(row - 1) is None else row
        self.list.scrollTo(self.model.index(above), Hint.EnsureVisible)
        self.list.scrollTo(index, Hint.EnsureVisible)

    @Slot(QModelIndex)
    def _point_at(self, index: QModelIndex) -> None:
        if self.model.result(index.row()):
            self.list.setCurrentIndex(index)

    def _choose(self, row: int) -> None:
        result = self.model.result(row)
        if result is not None and not result.barred:
            self.dismiss()
            self.chosen.emit(result.key)

    def _cover_window(self) -> None:
        self.setGeometry(self._over.rect())
        self._fit()

    def _fit(self) -> None:
        """Let the card be as high as its lines, as far as the window has room."""
        width = min(WIDTH, self.width() - 2 * MARGIN)
        fixed = FIELD_HEIGHT + FOOT_HEIGHT + 2
        if not self.message.isHidden():
            fixed += self.message.heightForWidth(width - 2)
        top = min(TOP, max(NARROW_TOP, (self.height() - fixed - LIST_HEIGHT) // 2))
        room = max(0, min(LIST_HEIGHT, self.height() - top - NARROW_TOP - fixed))
        rows = range(self.model.rowCount())
        lines = sum(self.list.sizeHintForIndex(self.model.index(row)).height() for row in rows)
        height = min(room, lines + MARGIN // 2) if not self.list.isHidden() else 0
        self.card.setGeometry((self.width() - width) // 2, top, width, fixed + height)


class _Foot(QWidget):
    """Says which keys do what."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._hints = (
            (("↑", "↓"), _("choose")),
            ((_("Enter"),), _("open")),
            ((_("Esc"),), _("close")),
        )
        self.setFixedHeight(FOOT_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(0, FOOT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))
        room = QRectF(self.rect()).adjusted(MARGIN, 1, -MARGIN, 0)
        ink = ink_of(theme, "small", "text-muted")
        for keys, words in self._hints:
            draw_keys(painter, room, theme, keys)
            room.setLeft(room.left() + keys_width(theme, keys) + 8)
            room.setLeft(room.left() + draw_line(painter, room, words, ink) + MARGIN)
