"""A message that goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.texts import _
from widgets.icon_button import cross_button
from widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent

    from widgets.theme import Appearance

WIDTH = 360
MARGIN = 12
BORDER = 1


class Toast(QFrame):
    """Says what was done, in the lower right of a widget; stays while the mouse or Tab is on it."""

    link_clicked = Signal()
    gone = Signal()

    def __init__(self, appearance: Appearance, over: QWidget) -> None:
        """Build the toast, hidden, over a widget."""
        super().__init__(over)
        self._appearance = appearance
        self._over = over
        self.setObjectName("toast")
        self.setFixedWidth(WIDTH)
        self._timer = QTimer(self, singleShot=True, interval=appearance.theme.motion["toast"])
        self._timer.timeout.connect(self._leave)
        self._build()
        over.installEventFilter(self)
        self.hide()

    def show_toast(self, title: str, sentence: str = "", *, link: str = "", icon: str = "") -> None:
        """Say what was done; link is what takes it back."""
        self._icon.show_icon(icon or "check", "link")
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.link.setText(link)
        self.link.setVisible(bool(link))
        self.setAccessibleName(f"{title} {sentence}".strip())
        # Words wrap: how high they are depends on the width, which adjustSize() does not ask.
        self.ensurePolished()
        self.setFixedHeight(self._row.heightForWidth(WIDTH - 2 * BORDER) + 2 * BORDER)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def dismiss(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        size = self._appearance.theme.sizes["icon"]
        self._icon = IconLabel(self._appearance, "check", "link", size)
        self.title = _words("strong")
        self.sentence = _words("small")
        self.link = QPushButton()
        self.link.setProperty("kind", "link")
        self.link.clicked.connect(self._take_back)
        self.cross = cross_button(self._appearance, _("Dismiss"))
        self.cross.clicked.connect(self.dismiss)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, alignment=top)
        row.addLayout(words, 1)
        row.addWidget(self.link, alignment=top)
        row.addWidget(self.cross, alignment=top)

    def _take_back(self) -> None:
        self.dismiss()
        self.link_clicked.emit()

    def _leave(self) -> None:
        if self.link.hasFocus() or self.cross.hasFocus():
            self._timer.start()
        else:
            self.dismiss()

    def _place(self) -> None:
        x = self._over.width() - self.width() - MARGIN
        self.move(max(0, x), max(0, self._over.height() - self.height() - MARGIN))


def _words(kind: str) -> QLabel:
    label = QLabel()
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
