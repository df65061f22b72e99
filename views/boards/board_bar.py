"""What the bar of a board offers besides filters: sort, density, workflow, days of the closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from core.board_values import CardOrder
from resources.texts import _
from views.boards.board_choices import MOST_DAYS
from views.boards.column_words import last_days
from widgets.chips import Chip
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_frame import PopupFrame
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from core.board_values import Workflow
    from views.boards.board_choices import BoardChoices
    from views.context import ScreenContext
    from views.filter_bar.bar import FilterBar
    from views.filter_bar.bar_filters import BarFilters
    from widgets.theme import Appearance

WORKFLOW, CLOSED = "/workflow", "/closed"
UP, DOWN = "up", "down"


class BoardBar(QObject):
    """Shows the choices of a board in its bar, and changes them."""

    changed = Signal(object)
    # Entries of the menu "More" that are for the board itself.
    read_wanted = Signal()
    all_wanted = Signal(bool)

    def __init__(self, bar: FilterBar, filters: BarFilters, context: ScreenContext) -> None:
        """Work a bar, whose chips the filters show."""
        super().__init__(bar)
        self._bar = bar
        self._filters = filters
        self._appearance = context.appearance
        self._formats = context.formats
        self._parameter_days = context.parameters.closed_days_shown
        self._choices: BoardChoices | None = None
        self._workflows: Sequence[Workflow] = ()
        self.menu = PopupMenu(_("Workflow"), bar)
        self.days: DaysPopup | None = None
        self._connect()

    @property
    def workflow_id(self) -> UUID | None:
        """The workflow that is shown: the one chosen, else the first one."""
        ids = [each.id for each in self._workflows]
        wanted = self._choices.workflow_id if self._choices else None
        return wanted if wanted in ids else next(iter(ids), None)

    def show_choices(self, choices: BoardChoices) -> None:
        """Show what is chosen."""
        self._choices = choices
        self._show_sort(choices)
        self._show_chips(choices)
        density = choices.density or self._appearance.theme.density.value
        self._bar.density.select(density)

    def show_workflows(self, workflows: Sequence[Workflow]) -> None:
        """Offer workflows."""
        self._workflows = tuple(workflows)
        if self._choices is not None:
            self._show_chips(self._choices)

    def choose_workflow(self) -> None:
        """Offer the workflows under their chip."""
        shown = self.workflow_id
        entries = [
            MenuEntry(str(each.id), each.description, checked=each.id == shown)
            for each in self._workflows
        ]
        fill_menu(self.menu, self._appearance, entries, self._take_workflow)
        anchor = self._bar.chips.button(WORKFLOW)
        self.menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _connect(self) -> None:
        self._bar.sort.clicked.connect(self._offer_sorts)
        self._bar.density.chosen.connect(lambda key: self._choose(density=key))
        self._bar.more.clicked.connect(self._offer_more)
        self._filters.own_opened.connect(self._open)
        self._filters.own_removed.connect(lambda _key: self._choose(closed_days=None))

    def _choose(self, **changes: object) -> None:
        if self._choices is not None:
            # A field of the choices each; the caller names it.
            self.changed.emit(replace(self._choices, **changes))  # type: ignore[arg-type]

    def _show_sort(self, choices: BoardChoices) -> None:
        icon = "sort-descending" if choices.descending else "sort-ascending"
        self._bar.sort.setIcon(self._appearance.icons.icon(icon))
        title = order_titles()[choices.order]
        self._bar.sort.setText(title)
        self._bar.sort.setToolTip(_("Cards sorted by {column}").format(column=title))

    def _show_chips(self, choices: BoardChoices) -> None:
        days = choices.closed_days or self._parameter_days
        same = days == self._parameter_days
        chips = [Chip(CLOSED, _("Closed"), last_days(days, self._formats), fixed=same)]
        if self._workflows:
            named = {each.id: each.description for each in self._workflows}
            shown = self.workflow_id
            name = named[shown] if shown else ""
            chips.insert(0, Chip(WORKFLOW, _("Workflow"), name, fixed=True))
        self._filters.set_own(chips)

    @Slot(str)
    def _open(self, key: str) -> None:
        if key == WORKFLOW:
            self.choose_workflow()
        elif self._choices is not None:
            days = self._choices.closed_days or self._parameter_days
            self.days = DaysPopup(self._appearance, days)
            self.days.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.days.chosen.connect(self._take_days)
            self.days.open_below(self._bar.chips.button(CLOSED))

    @Slot(int)
    def _take_days(self, days: int) -> None:
        self._choose(closed_days=None if days == self._parameter_days else days)

    def _take_workflow(self, key: str) -> None:
        self._choose(workflow_id=UUID(key))

    @Slot()
    def _offer_sorts(self) -> None:
        if self._choices is None:
            return
        now, falls = self._choices.order, self._choices.descending
        orders = [
            MenuEntry(order.value, title, checked=order is now)
            for order, title in order_titles().items()
        ]
        up, down = direction_titles(now)
        ways = [
            MenuEntry(DOWN, down, separated=True, checked=falls),
            MenuEntry(UP, up, checked=not falls),
        ]
        fill_menu(self._bar.sort_menu, self._appearance, [*orders, *ways], self._take_sort)
        self._bar.sort_menu.popup(_below(self._bar.sort))

    def _take_sort(self, key: str) -> None:
        if key in {UP, DOWN}:
            self._choose(descending=key == DOWN)
            return
        order = CardOrder(key)
        # What is worth most, what closes first, what nobody has touched for longest.
        self._choose(order=order, descending=order is CardOrder.AMOUNT)

    @Slot()
    def _offer_more(self) -> None:
        entries = [
            MenuEntry("read", _("Read again"), "arrows-clockwise", "F5"),
            MenuEntry("open", _("Open all columns"), "columns", separated=True),
            MenuEntry("collapse", _("Collapse empty columns"), "arrows-in-line-horizontal"),
        ]
        fill_menu(self._bar.more_menu, self._appearance, entries, self._take_more)
        self._bar.more_menu.popup(_below(self._bar.more))

    def _take_more(self, key: str) -> None:
        if key == "read":
            self.read_wanted.emit()
        else:
            self.all_wanted.emit(key == "open")


class DaysPopup(PopupFrame):
    """Asks for how many days back the ends of a board show what was closed."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, days: int) -> None:
        """Show a number of days."""
        super().__init__(appearance, _("Closed"))
        words = QLabel(_("LOST and WON show what was closed in the last"))
        words.setProperty("kind", "small")
        self.spin = QSpinBox()
        self.spin.setRange(1, MOST_DAYS)
        self.spin.setValue(days)
        self.spin.setSuffix(" " + _("days"))
        self.spin.setAccessibleName(words.text())
        self.apply = QPushButton(_("Apply"))
        self.apply.setDefault(True)
        self.apply.clicked.connect(self._choose)
        self.spin.lineEdit().returnPressed.connect(self._choose)
        for widget in (words, self.spin):
            self.column.addWidget(widget)
        self.column.addWidget(self.apply, alignment=Qt.AlignmentFlag.AlignRight)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, with the keyboard in the number."""
        super().open_below(anchor)
        self.spin.setFocus()
        self.spin.selectAll()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.spin.value())
        self.close()


def order_titles() -> dict[CardOrder, str]:
    """Return what cards can be sorted by, in the language in use."""
    return {
        CardOrder.AMOUNT: _("Net amount"),
        CardOrder.CLOSE: _("Expected close"),
        CardOrder.ACTIVITY: _("Last activity"),
    }


def direction_titles(order: CardOrder) -> tuple[str, str]:
    """Return how the two directions of a sort read, the rising one first."""
    if order is CardOrder.AMOUNT:
        return _("Smallest first"), _("Largest first")
    return _("Earliest first"), _("Latest first")


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
