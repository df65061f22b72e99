"""A grid: what its rows and cells look like, and how one moves through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.widgets.conftest import RESOURCES
from tests.widgets.grid_model import Words, look
from tests.widgets.pictures import picture_of
from widgets.grid import Align, Cell, GridView, Index, Mark, RowLook, Tone
from widgets.theme import Appearance, Density, load_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

    Make = Callable[..., GridView]

EDGE = "stage-4"
LEFT = Qt.MouseButton.LeftButton
INSIDE = 6  # right of the edge, left of the text
Key = Qt.Key


@pytest.fixture
def make(qtbot: QtBot, appearance: Appearance) -> Make:
    """Return a function that opens a grid."""

    def open_grid(
        row_look: Callable[[Index], RowLook] | None = None,
        cell_look: Callable[[Index], Cell] = look,
    ) -> GridView:
        view = GridView(appearance, "Rows", cell_look, row_look)
        view.setModel(Words(view))
        qtbot.addWidget(view)
        view.resize(500, 300)
        view.show()
        view.activateWindow()
        return view

    return open_grid


def picture(view: GridView) -> QImage:
    return picture_of(view.viewport())


def ground(view: GridView, row: int, x: int = INSIDE) -> QColor:
    return picture(view).pixelColor(x, view.rowViewportPosition(row) + 4)


def choose(view: GridView, row: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    index = view.model().index(row, 0)
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def colours(image: QImage, rect: QRect) -> set[str]:
    part = image.copy(rect)
    places = ((x, y) for x in range(part.width()) for y in range(part.height()))
    return {part.pixelColor(x, y).name() for x, y in places}


def test_a_row_has_its_edge_and_tint(make: Make, appearance: Appearance) -> None:
    stage = appearance.theme.stage_colours(EDGE)

    view = make(lambda _: RowLook(edge=EDGE))

    assert ground(view, 0, x=1) == stage.base
    assert ground(view, 0) == stage.tint


def test_selection_replaces_the_tint_but_not_the_edge(
    qtbot: QtBot, make: Make, appearance: Appearance
) -> None:
    view = make(lambda _: RowLook(edge=EDGE))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)

    choose(view, 2)

    assert ground(view, 2) == appearance.theme.colour("selection")
    assert ground(view, 2, x=1) == appearance.theme.stage_colours(EDGE).base
    assert ground(view, 3) == appearance.theme.stage_colours(EDGE).tint


def test_selection_fades_when_the_keyboard_is_elsewhere(
    qtbot: QtBot, make: Make, appearance: Appearance
) -> None:
    view = make()
    choose(view, 0)
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)

    assert ground(view, 0) == appearance.theme.colour("selection-inactive")


def test_the_row_under_the_mouse_loses_its_tint(
    qtbot: QtBot, make: Make, appearance: Appearance
) -> None:
    view = make(lambda _: RowLook(edge=EDGE))
    hover = appearance.theme.colour("hover")

    qtbot.mouseMove(view.viewport(), QPoint(50, view.rowViewportPosition(1) + 10))

    qtbot.waitUntil(lambda: ground(view, 1) == hover)
    assert ground(view, 1, x=1) == appearance.theme.stage_colours(EDGE).base


def test_a_row_changed_by_others_flashes_with_their_name(
    make: Make, appearance: Appearance
) -> None:
    theme = appearance.theme
    view = make(lambda index: RowLook(fresh="Elisa Conti" if index.row() == 1 else ""))

    cell = QRect(40, view.rowViewportPosition(1), view.columnWidth(0) - 40, 30)

    assert ground(view, 1) == theme.colour("accent-tint")
    assert ground(view, 0) == theme.colour("surface")
    assert theme.colour("link").name() in colours(picture(view), cell)


def test_a_row_that_is_loading_shows_bars(make: Make, appearance: Appearance) -> None:
    view = make(lambda _: RowLook(loading=True))

    bar = picture(view).pixelColor(20, view.rowViewportPosition(0) + 16)

    assert bar == appearance.theme.colour("pressed")


def test_rows_go_on_where_the_columns_end(make: Make, appearance: Appearance) -> None:
    view = make(lambda _: RowLook(edge=EDGE))
    beyond = view.header.length() + 20

    assert ground(view, 0, x=beyond) == appearance.theme.stage_colours(EDGE).tint
    assert view.indexAt(QPoint(beyond, 10)).row() == 0


def test_a_percentage_fills_its_part_of_the_bar(make: Make, appearance: Appearance) -> None:
    view = make(cell_look=lambda _: Cell("50 %", Align.RIGHT, percent=50))
    view.setColumnWidth(0, 120)
    left = 120 - 8 - 44 - 48
    line = view.rowViewportPosition(0) + 16

    image = picture(view)

    assert image.pixelColor(left + 6, line) == appearance.theme.colour("bar-fill")
    assert image.pixelColor(left + 42, line) == appearance.theme.colour("bar-track")


@pytest.mark.parametrize(
    ("tone", "role"),
    [(Tone.MUTED, "text-muted"), (Tone.POSITIVE, "positive"), (Tone.NEGATIVE, "negative")],
)
def test_a_tone_is_a_colour_of_the_text(
    make: Make, appearance: Appearance, tone: Tone, role: str
) -> None:
    view = make(cell_look=lambda _: Cell("MMMM", tone=tone))

    inside = QRect(INSIDE, 0, view.columnWidth(0) - INSIDE, 31)

    assert appearance.theme.colour(role).name() in colours(picture(view), inside)


def test_a_row_that_is_being_saved_is_muted(make: Make, appearance: Appearance) -> None:
    view = make(lambda _: RowLook(saving=True), lambda _: Cell("MMMM"))

    inside = QRect(INSIDE, 0, view.columnWidth(0) - INSIDE, 31)

    assert appearance.theme.colour("text-muted").name() in colours(picture(view), inside)


def test_a_swatch_stands_before_the_text(make: Make, appearance: Appearance) -> None:
    view = make(cell_look=lambda _: Cell("First", swatch=EDGE))
    line = view.rowViewportPosition(0) + 16

    colour = picture(view).pixelColor(3 + 8 + 4, line)

    assert colour == appearance.theme.stage_colours(EDGE).base


def test_decimal_points_stand_under_one_another(make: Make) -> None:
    def column(text: str) -> int:
        view = make(cell_look=lambda _: Cell(text, Align.RIGHT, code="EUR"))
        image = picture(view)
        rows = range(view.rowViewportPosition(0) + 4, view.rowViewportPosition(0) + 28)
        inked = (
            x
            for x in range(view.columnWidth(0) - 38, 0, -1)
            if any(image.pixelColor(x, y).lightness() < 128 for y in rows)
        )
        return next(inked)

    assert abs(column("1,111.00") - column("88.00")) <= 1


def test_a_number_without_room_is_not_shown_in_part(make: Make) -> None:
    whole = make(cell_look=lambda _: Cell("1,234,567,890.00", Align.RIGHT))
    other = make(cell_look=lambda _: Cell("9,876,543,210.00", Align.RIGHT))
    for view in (whole, other):
        view.setColumnWidth(0, 60)

    assert picture(whole).copy(0, 0, 60, 30) == picture(other).copy(0, 0, 60, 30)


def test_the_tooltip_has_the_whole_of_a_text_that_is_cut(make: Make) -> None:
    mark = Mark("clock-fill", "warning", "No progress for 27 days")
    view = make(cell_look=lambda _: Cell("A text that is long", marks=(mark,)))
    index = view.model().index(0, 0)

    narrow = view.cells.hint(QRect(0, 0, 60, 32), index)
    wide = view.cells.hint(QRect(0, 0, 400, 32), index)

    assert narrow == "A text that is long\nNo progress for 27 days"
    assert wide == "No progress for 27 days"


def test_home_and_end_jump_to_the_first_and_last_row(qtbot: QtBot, make: Make) -> None:
    view = make()
    choose(view, 5)

    qtbot.keyClick(view, Key.Key_End)
    last = view.currentIndex().row()
    qtbot.keyClick(view, Key.Key_Home)

    assert (last, view.currentIndex().row()) == (29, 0)


def test_a_page_is_as_long_as_the_window(qtbot: QtBot, make: Make) -> None:
    view = make()
    choose(view, 0)

    qtbot.keyClick(view, Key.Key_PageDown)
    further = view.currentIndex().row()
    qtbot.keyClick(view, Key.Key_PageUp)

    assert 5 <= further <= 9
    assert view.currentIndex().row() == 0


def test_shift_with_end_chooses_all_rows_on_the_way(qtbot: QtBot, make: Make) -> None:
    view = make()
    choose(view, 25)

    qtbot.keyClick(view, Key.Key_End, Qt.KeyboardModifier.ShiftModifier)

    rows = [index.row() for index in view.selectionModel().selectedRows()]
    assert sorted(rows) == [25, 26, 27, 28, 29]


def test_tab_leaves_the_grid(qtbot: QtBot, make: Make) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    layout = QVBoxLayout(frame)
    view, field = make(), QLineEdit()
    layout.addWidget(view)
    layout.addWidget(field)
    frame.show()
    frame.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)

    qtbot.keyClick(view, Key.Key_Tab)

    qtbot.waitUntil(field.hasFocus)


def test_the_row_of_the_keyboard_is_framed_when_it_is_not_chosen(
    qtbot: QtBot, make: Make, appearance: Appearance
) -> None:
    view = make()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    index = view.model().index(2, 0)
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    top = picture(view).pixelColor(100, view.rowViewportPosition(2))

    assert top == appearance.theme.colour("focus-ring")


def test_a_grid_says_what_it_lists(make: Make) -> None:
    assert make().accessibleName() == "Rows"


def test_another_density_changes_the_height_of_rows(make: Make, appearance: Appearance) -> None:
    view = make()
    before = view.rowHeight(0)

    appearance.use(load_theme(RESOURCES, "dark", Density.COMPACT))

    assert (before, view.rowHeight(0)) == (32, 24)
    assert ground(view, 0) == appearance.theme.colour("surface")
