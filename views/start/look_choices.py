"""Language, theme and density, at hand from the first second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from core.settings import LANGUAGES
from resources.texts import _
from widgets.segments import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Sequence


class LookChoices(QWidget):
    """Three rows of which each has one chosen."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    density_chosen = Signal(str)

    def __init__(self) -> None:
        """Build the rows."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(_rule(), 0, 0, 1, 2)
        self.language = self._row(_("Language"), _languages())
        self.theme = self._row(_("Theme"), _themes())
        self.density = self._row(_("Density"), _densities())
        self.language.chosen.connect(self.language_chosen)
        self.theme.chosen.connect(self.theme_chosen)
        self.density.chosen.connect(self.density_chosen)

    def _row(self, title: str, options: Sequence[tuple[str, str]]) -> SegmentedControl:
        control = SegmentedControl(title, options)
        label = QLabel(title)
        label.setProperty("kind", "muted")
        label.setBuddy(control)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignRight)
        return control


def _languages() -> list[tuple[str, str]]:
    """Return the languages by their own names; the system's is one of them."""
    return [(code, name) for code, name in LANGUAGES.items() if code != "system"]


def _themes() -> list[tuple[str, str]]:
    return [("system", _("System")), ("light", _("Light")), ("dark", _("Dark"))]


def _densities() -> list[tuple[str, str]]:
    return [("comfortable", _("Comfortable")), ("compact", _("Compact"))]


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("thin-rule")
    rule.setFixedHeight(1)
    return rule
