"""Choosing some of many values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from resources.texts import _
from widgets.check_list import CheckList
from widgets.popup_frame import PopupFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from widgets.theme import Appearance


class ChoicePopup(PopupFrame):
    """Check boxes with a search; each change is told at once."""

    changed = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        options: Sequence[tuple[str, str]],
        chosen: Sequence[str],
    ) -> None:
        """Offer keys with titles, of which some are chosen."""
        super().__init__(appearance, name)
        self.checks = CheckList(appearance, name, options)
        self.checks.set_options(options, chosen)
        self.checks.changed.connect(self.changed)
        self.all = QPushButton(_("All"))
        self.all.clicked.connect(lambda: self.checks.check([key for key, _title in options]))
        self.none = QPushButton(_("None"))
        self.none.clicked.connect(lambda: self.checks.check(()))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.all, self.none):
            button.setProperty("kind", "link")
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.checks, 1)
        self.column.addLayout(row)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, with the keyboard where one begins."""
        super().open_below(anchor)
        self.checks.begin()
