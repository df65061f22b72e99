"""One of a few, all in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from widgets.theme import Appearance

STRONG = 600


class SegmentedControl(QFrame):
    """Buttons in one frame, of which one is chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        """Offer keys with titles; the first one is chosen. Name is read aloud."""
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for place, (key, title) in enumerate(options):
            row.addWidget(self._button(name, title, place), 1)
            self._keys.append(key)
        self._rove()
        self._group.idToggled.connect(self._tell)

    @property
    def value(self) -> str:
        """The key that is chosen."""
        return self._keys[self._group.checkedId()] if self._keys else ""

    def select(self, key: str) -> None:
        """Choose without telling it; an unknown key changes nothing."""
        if key in self._keys:
            self._group.blockSignals(True)  # noqa: FBT003 - Qt's name
            self._group.button(self._keys.index(key)).setChecked(True)
            self._group.blockSignals(False)  # noqa: FBT003 - Qt's name
            self._rove()

    def button(self, key: str) -> QPushButton:
        """Return the button of a key."""
        return self._buttons[self._keys.index(key)]

    def show_icons(self, appearance: Appearance, icons: Mapping[str, str]) -> None:
        """Show icons in the place of titles, which go into the tooltips."""
        for key, icon in icons.items():
            button = self.button(key)
            button.setToolTip(button.text())
            button.setText("")
            button.setIcon(appearance.icons.icon(icon))

    def _button(self, name: str, title: str, place: int) -> QPushButton:
        button = QPushButton(title.replace("&", "&&"))
        button.setCheckable(True)
        button.setChecked(place == 0)
        button.setAccessibleName(f"{name}: {title}")
        self._group.addButton(button, place)
        self._buttons.append(button)
        return button

    def _rove(self) -> None:
        """Let Tab stop at what is chosen; arrows go on from there."""
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
            if button.isChecked():
                self.setFocusProxy(button)

    def _tell(self, place: int, checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        if checked:
            self._rove()
            self.chosen.emit(self._keys[place])
