"""What holds for all widgets: names, the keyboard, both themes, both densities, long words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from tests.widgets.conftest import RESOURCES
from tests.widgets.grid_model import Words, look
from tests.widgets.pictures import picture_of
from widgets.chips import Chip, FilterChips
from widgets.column_chooser import ColumnChooser, ColumnEntry
from widgets.figure_card import Figure, FigureCard
from widgets.filter_row import (
    ChoiceFilter,
    DateFilter,
    DateRange,
    FilterRow,
    FlagFilter,
    TextFilter,
)
from widgets.filter_row.date_popup import DatePopup
from widgets.form import Choice, Flag, Keys, Section, SettingsForm, Text
from widgets.funnel import AttentionLine, AttentionList, Funnel, FunnelStep, MonthBar, MonthBars
from widgets.grid import GridView
from widgets.link_list import LinkLine, LinkList
from widgets.menu_entries import MenuEntry
from widgets.navigation import Navigation, NavigationEntry
from widgets.palette import CommandPalette
from widgets.start import ChoiceTile, ConnectionForm, Recent, RecentList
from widgets.tabs import TabIsland, TabLook
from widgets.theme import Density, load_theme
from widgets.toast import Toast
from widgets.top_bar import TopBar
from widgets.view_button import ViewButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LONG = "Verkaufsgelegenheitsübersicht"
LOOKS = [(name, density) for name in ("light", "dark") for density in Density]
DAYS = DateFilter("Day", (("month", LONG),), date.fromisoformat, date.isoformat)


def navigation(appearance: Appearance) -> QWidget:
    made = Navigation(appearance, "Screens")
    made.set_entries([NavigationEntry("a", LONG, "house", "Head", "7")])
    return made


def top_bar(appearance: Appearance) -> QWidget:
    made = TopBar(appearance, "Board")
    made.set_new(LONG, [MenuEntry("a", LONG)])
    made.set_user("MB", "Marta Bellini")
    return made


def tabs(appearance: Appearance) -> QWidget:
    made = TabIsland(appearance, "Tabs")
    made.add_tab("a", TabLook(LONG, "house"), QWidget())
    return made


def filters(appearance: Appearance) -> QWidget:
    grid = GridView(appearance, "Rows", look)
    grid.setModel(Words(grid))
    FilterRow(
        appearance,
        grid.header,
        {
            0: TextFilter(LONG),
            1: ChoiceFilter(LONG, lambda: (("a", LONG),)),
            2: FlagFilter(LONG, LONG, LONG),
        },
    )
    return grid


def chips(appearance: Appearance) -> QWidget:
    made = FilterChips(appearance, "Filters")
    made.set_chips([Chip("a", LONG, LONG)])
    return made


def view_button(appearance: Appearance) -> QWidget:
    made = ViewButton(appearance, "View")
    made.set_title(LONG)
    return made


def columns(appearance: Appearance) -> QWidget:
    return ColumnChooser(appearance, [ColumnEntry("a", LONG, shown=True)])


def days(appearance: Appearance) -> QWidget:
    return DatePopup(appearance, DAYS, DateRange("month"))


def palette(appearance: Appearance) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    CommandPalette(appearance, window, "Search").open()
    return window


def funnel(appearance: Appearance) -> QWidget:
    made = Funnel(appearance, "Funnel")
    made.set_steps([FunnelStep("a", LONG, "7", "1.00", "EUR", 0.5, selected=True)])
    return made


def attention(appearance: Appearance) -> QWidget:
    made = AttentionList(appearance, "Attention")
    made.set_lines([AttentionLine("a", "clock-fill", "warning", LONG, "7", selected=True)])
    return made


def months(appearance: Appearance) -> QWidget:
    made = MonthBars(appearance, "Months")
    made.set_months([MonthBar("a", "Dez", "1,489", 1.0, selected=True)])
    return made


def toast(appearance: Appearance) -> QWidget:
    window = QWidget()
    window.resize(600, 400)
    Toast(appearance, window).show_toast(LONG, LONG, link="Rückgängig machen")
    return window


def figure(appearance: Appearance) -> QWidget:
    return FigureCard(appearance, Figure(LONG, "1.00", "EUR", LONG, "negative", LONG))


def links(appearance: Appearance) -> QWidget:
    made = LinkList(appearance, LONG, LONG)
    made.set_lines([LinkLine("a", LONG, LONG, "1.00", "EUR", "clock-fill", "warning")])
    return made


def form(_appearance: Appearance) -> QWidget:
    options = (("a", LONG), ("b", LONG))
    settings = (Choice("a", LONG, options), Choice("b", LONG, options * 3), Flag("c", LONG))
    return SettingsForm([Section(LONG, (*settings, Text("d", LONG), Keys("e", LONG)))])


def tile(appearance: Appearance) -> QWidget:
    return ChoiceTile(appearance, "flask", LONG, LONG, large=True)


def recent(appearance: Appearance) -> QWidget:
    made = RecentList(appearance, "Recent")
    made.set_recent([Recent("a", LONG, LONG, "12 Nov", missing=LONG)])
    return made


MAKERS = [
    navigation, top_bar, tabs, filters, chips, view_button, columns, days, palette, funnel,
    attention, months, toast, figure, links, form, tile, recent, ConnectionForm,
]  # fmt: skip
NAMES = [make.__name__ for make in MAKERS]


def controls(widget: QWidget) -> list[QWidget]:
    """Return what can be pressed or typed into, as far as it is shown."""
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    found = [child for child in widget.findChildren(QWidget) if isinstance(child, kinds)]
    found += [widget] if isinstance(widget, kinds) else []
    inner = [w for w in found if w.objectName().startswith("qt_") or is_inside(w)]
    return [w for w in found if w.isVisible() and w not in inner]


def is_inside(widget: QWidget) -> bool:
    """Tell whether a widget is a part that Qt itself has put into another control."""
    parent = widget.parentWidget()
    by_qt = type(widget).__module__.startswith("PySide6")
    return by_qt and type(parent).__name__ in {
        "QLineEdit", "SearchField", "QKeySequenceEdit", "TabStrip",
    }  # fmt: skip


def name_of(control: QWidget) -> str:
    said = control.accessibleName()
    return said or (control.text() if isinstance(control, QPushButton | QAbstractButton) else "")


@pytest.mark.parametrize("make", MAKERS, ids=NAMES)
def test_every_control_has_a_name(
    qtbot: QtBot, appearance: Appearance, make: Callable[[Appearance], QWidget]
) -> None:
    widget = make(appearance)
    qtbot.addWidget(widget)
    widget.show()

    found = controls(widget)

    assert found
    assert [control for control in found if not name_of(control)] == []


@pytest.mark.parametrize("make", MAKERS, ids=NAMES)
def test_the_keyboard_reaches_every_widget(
    qtbot: QtBot, appearance: Appearance, make: Callable[[Appearance], QWidget]
) -> None:
    widget = make(appearance)
    qtbot.addWidget(widget)
    widget.show()

    stops = [w for w in (widget, *widget.findChildren(QWidget)) if takes_tab(w)]

    assert stops


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


@pytest.mark.parametrize("make", MAKERS, ids=NAMES)
def test_every_widget_is_painted_in_every_look(
    qtbot: QtBot, appearance: Appearance, make: Callable[[Appearance], QWidget]
) -> None:
    widget = make(appearance)
    qtbot.addWidget(widget)
    widget.show()
    pictures = []

    for name, density in LOOKS:
        appearance.use(load_theme(RESOURCES, name, density))
        pictures.append(picture_of(widget))

    light, dark = pictures[0], pictures[2]
    assert light != dark
    assert all(not picture.isNull() for picture in pictures)


@pytest.mark.parametrize("make", MAKERS, ids=NAMES)
def test_buttons_are_as_wide_as_their_words(
    qtbot: QtBot, appearance: Appearance, make: Callable[[Appearance], QWidget]
) -> None:
    widget = make(appearance)
    qtbot.addWidget(widget)
    widget.resize(max(1000, widget.sizeHint().width()), 600)
    widget.show()

    cut = [
        button.text()
        for button in widget.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]

    assert cut == []


@pytest.mark.parametrize("make", [form, toast, links], ids=["form", "toast", "links"])
def test_labels_are_as_high_as_their_words(
    qtbot: QtBot, appearance: Appearance, make: Callable[[Appearance], QWidget]
) -> None:
    widget = make(appearance)
    qtbot.addWidget(widget)
    widget.show()

    cut = [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible() and label.text() and label.height() < label.fontMetrics().height()
    ]

    assert cut == []
