"""The row of filters under the titles: it follows its columns, and gives plain values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from tests.widgets.conftest import RESOURCES
from tests.widgets.grid_model import Words, look
from tests.widgets.pictures import picture_of
from widgets.filter_row import (
    ChoiceFilter,
    DateFilter,
    DateRange,
    Filter,
    FilterRow,
    FlagFilter,
    NumberFilter,
    NumberRange,
    TextFilter,
)
from widgets.filter_row.fields import NumberCell, TextCell
from widgets.filter_row.pickers import ChoiceCell, DateCell, FlagCell
from widgets.grid import GridView
from widgets.theme import Density, load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
KINDS = (("a", "Alpha"), ("b", "Beta"), ("c", "Gamma"))
RANGES = (("month", "This month"), ("quarter", "This quarter"))


def read_number(text: str) -> int:
    if not text.replace(",", "").isdecimal():
        raise ValueError(f"“{text}” is no number.")
    return int(text.replace(",", ""))


def read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("Write a day as 2026-12-31.") from None


NUMBER = NumberFilter("Sum", read_number, lambda number: f"{number:,}")
DAYS = DateFilter("Day", RANGES, read_day, date.isoformat)
CHOICE = ChoiceFilter("Kind", lambda: KINDS)
FLAG = FlagFilter("Flag", "Yes", "No")


@pytest.fixture
def grid(qtbot: QtBot, appearance: Appearance) -> GridView:
    grid = GridView(appearance, "Rows", look)
    grid.setModel(Words(grid))
    qtbot.addWidget(grid)
    grid.resize(600, 300)
    for section in range(3):
        grid.header.resizeSection(section, 150)
    grid.show()
    grid.activateWindow()
    return grid


@pytest.fixture
def row(grid: GridView, appearance: Appearance) -> FilterRow:
    filters: dict[int, Filter] = {0: TextFilter("Name"), 1: CHOICE, 2: NUMBER}
    row = FilterRow(appearance, grid.header, filters)
    row.lay_out()
    return row


def text_cell(row: FilterRow) -> TextCell:
    cell = row.cells[0]
    assert isinstance(cell, TextCell)
    return cell


def number_cell(row: FilterRow) -> NumberCell:
    cell = row.cells[2]
    assert isinstance(cell, NumberCell)
    return cell


def lefts(grid: GridView, row: FilterRow) -> list[tuple[int, int]]:
    """Return where cells and titles begin, as they are seen."""
    header = grid.header
    seen = [cell.mapTo(header, QPoint()).x() - 3 for cell in row.cells.values()]
    titles = [header.sectionViewportPosition(section) for section in row.cells]
    return list(zip(seen, titles, strict=True))


def test_the_row_stands_between_titles_and_rows(grid: GridView, row: FilterRow) -> None:
    top = grid.viewport().mapTo(grid, QPoint()).y()

    assert (row.y(), row.height()) == (32, 32)
    assert grid.header.viewport().height() == 32
    assert top == 64


def test_each_cell_stands_under_its_title(grid: GridView, row: FilterRow) -> None:
    assert all(seen == title for seen, title in lefts(grid, row))
    assert row.cells[1].width() == 150 - 6
    assert row.cells[1].height() == 26


def test_cells_follow_a_width(qtbot: QtBot, grid: GridView, row: FilterRow) -> None:
    grid.header.resizeSection(0, 220)

    qtbot.waitUntil(lambda: row.cells[0].width() == 220 - 6)
    assert all(seen == title for seen, title in lefts(grid, row))


def test_many_widths_are_followed_once(
    qtbot: QtBot, grid: GridView, row: FilterRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    moves: list[int] = []
    real = FilterRow.scroll_to_header

    def counted(row: FilterRow) -> None:
        moves.append(1)
        real(row)

    monkeypatch.setattr(FilterRow, "scroll_to_header", counted)

    for width in range(100, 200):
        grid.header.resizeSection(0, width)
    qtbot.waitUntil(lambda: row.cells[0].width() == 199 - 6)

    assert len(moves) <= 2


def test_cells_follow_a_place(qtbot: QtBot, grid: GridView, row: FilterRow) -> None:
    grid.header.moveSection(0, 2)

    qtbot.waitUntil(lambda: row.cells[0].x() > row.cells[2].x())
    assert all(seen == title for seen, title in lefts(grid, row))


def test_cells_follow_scrolling(grid: GridView, row: FilterRow) -> None:
    grid.resize(250, 300)

    grid.horizontalScrollBar().setValue(90)

    assert grid.header.offset() == 90
    assert all(seen == title for seen, title in lefts(grid, row))


def test_a_hidden_column_hides_its_cell(qtbot: QtBot, grid: GridView, row: FilterRow) -> None:
    grid.header.hideSection(1)
    qtbot.waitUntil(row.cells[1].isHidden)

    grid.header.showSection(1)

    qtbot.waitUntil(lambda: not row.cells[1].isHidden())


def test_tab_goes_through_the_cells_as_they_stand(
    qtbot: QtBot, grid: GridView, row: FilterRow
) -> None:
    grid.header.moveSection(2, 0)
    row.focus(2)

    qtbot.keyClick(row.cells[2], Key.Key_Tab)
    second = row.cells[0].hasFocus()
    qtbot.keyClick(row.cells[0], Key.Key_Tab)

    assert second
    assert row.cells[1].hasFocus()


def test_a_cell_of_the_keyboard_can_be_brought_into_sight(grid: GridView, row: FilterRow) -> None:
    grid.resize(200, 300)
    row.cell_focused.connect(grid.show_section)

    row.focus(2)

    assert grid.header.sectionViewportPosition(2) >= 0
    assert grid.header.sectionViewportPosition(2) + 150 <= grid.viewport().width()


def test_words_are_told_when_typing_pauses(qtbot: QtBot, row: FilterRow) -> None:
    row.focus(0)

    with qtbot.waitSignal(row.changed) as caught:
        qtbot.keyClicks(row.cells[0], " gate ")

    assert caught.args == [0, "gate"]
    assert row.values == {0: "gate"}


def test_enter_tells_at_once_and_only_once(qtbot: QtBot, row: FilterRow) -> None:
    told: list[object] = []
    row.changed.connect(lambda _section, value: told.append(value))
    qtbot.keyClicks(row.cells[0], "gate")

    qtbot.keyClick(row.cells[0], Key.Key_Return)
    qtbot.keyClick(row.cells[0], Key.Key_Return)

    assert told == ["gate"]


def test_escape_clears_and_tells(qtbot: QtBot, row: FilterRow) -> None:
    row.set_value(0, "gate")

    with qtbot.waitSignal(row.changed) as caught:
        qtbot.keyClick(row.cells[0], Key.Key_Escape)

    assert caught.args == [0, None]


def test_the_cross_clears_and_tells(qtbot: QtBot, row: FilterRow) -> None:
    row.set_value(0, "gate")
    cross = text_cell(row).cross
    assert cross is not None

    with qtbot.waitSignal(row.changed) as caught:
        qtbot.mouseClick(cross, LEFT)

    assert caught.args == [0, None]
    assert cross.isHidden()


def test_a_value_from_outside_is_not_told(qtbot: QtBot, row: FilterRow) -> None:
    with qtbot.assertNotEmitted(row.changed):
        row.set_value(2, NumberRange(15_000))
        row.set_value(1, ("a", "b"))
        row.set_value(77, "nothing there")

    assert number_cell(row).text() == "≥ 15,000"
    assert row.values == {1: ("a", "b"), 2: NumberRange(15_000)}


def test_all_filters_can_be_taken_away(row: FilterRow) -> None:
    row.set_value(0, "gate")
    row.set_value(2, NumberRange(1, 2))

    row.clear()

    assert row.values == {}
    assert number_cell(row).text() == ""


def test_a_range_of_numbers_is_read(qtbot: QtBot, row: FilterRow) -> None:
    qtbot.keyClicks(row.cells[2], ">=15,000")

    with qtbot.waitSignal(row.changed) as caught:
        qtbot.keyClick(row.cells[2], Key.Key_Return)

    assert caught.args == [2, NumberRange(15_000)]


def test_a_number_that_is_none_is_said_and_not_told(
    qtbot: QtBot, row: FilterRow, appearance: Appearance
) -> None:
    qtbot.keyClicks(row.cells[2], ">=abc")

    with qtbot.assertNotEmitted(row.changed):
        qtbot.keyClick(row.cells[2], Key.Key_Return)

    frame = picture_of(row.cells[2]).pixelColor(40, 0)
    assert number_cell(row).toolTip() == "“abc” is no number."
    assert frame == appearance.theme.colour("negative-mark")


def test_the_error_goes_when_it_is_put_right(qtbot: QtBot, row: FilterRow) -> None:
    qtbot.keyClicks(row.cells[2], "abc")
    qtbot.keyClick(row.cells[2], Key.Key_Return)
    number_cell(row).clear()

    qtbot.keyClicks(row.cells[2], "7")
    qtbot.keyClick(row.cells[2], Key.Key_Return)

    assert number_cell(row).error == ""
    assert row.values == {2: NumberRange(7, 7)}


def test_an_active_cell_is_tinted(row: FilterRow, appearance: Appearance) -> None:
    row.set_value(0, "gate")
    row.set_value(1, ("a",))

    grounds = {picture_of(row.cells[section]).pixelColor(100, 4).name() for section in (0, 1)}

    assert grounds == {appearance.theme.colour("accent-tint").name()}


def test_arrow_down_leaves_the_row(qtbot: QtBot, row: FilterRow) -> None:
    for section in row.cells:
        with qtbot.waitSignal(row.left_downwards):
            qtbot.keyClick(row.cells[section], Key.Key_Down)


def test_every_cell_has_a_name(row: FilterRow) -> None:
    names = [cell.accessibleName() for cell in row.cells.values()]

    assert names == ["Filter Name", "Filter Kind", "Filter Sum"]


def test_the_row_is_lower_when_compact(
    qtbot: QtBot, grid: GridView, row: FilterRow, appearance: Appearance
) -> None:
    appearance.use(load_theme(RESOURCES, "dark", Density.COMPACT))

    qtbot.waitUntil(lambda: row.cells[0].height() == 22)
    assert (grid.header.height(), row.height()) == (56, 28)


def test_the_rule_below_is_strong(row: FilterRow, appearance: Appearance) -> None:
    image = picture_of(row)

    last = image.pixelColor(image.width() - 1, image.height() - 1)

    assert last == appearance.theme.colour("border-strong")


def test_a_choice_is_told_with_each_check(
    qtbot: QtBot,
    row: FilterRow,
) -> None:
    cell = row.cells[1]
    assert isinstance(cell, ChoiceCell)
    told: list[object] = []
    row.changed.connect(lambda _section, value: told.append(value))

    qtbot.mouseClick(cell, LEFT, pos=QPoint(20, 10))
    assert cell.popup is not None
    checks = cell.popup.checks
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Space):
        qtbot.keyClick(checks.list, key)
    cell.popup.close()

    assert told == [("a",), ("a", "b")]
    assert cell.words == "any of 2"


def test_one_choice_is_named_and_none_is_any(row: FilterRow) -> None:
    row.set_value(1, ("b",))
    cell = row.cells[1]
    assert isinstance(cell, ChoiceCell)
    one = cell.words

    row.set_value(1, None)

    assert (one, cell.words) == ("Beta", "any")


def test_the_cross_of_a_picker_clears_it(qtbot: QtBot, row: FilterRow) -> None:
    row.set_value(1, ("b",))
    cell = row.cells[1]

    with qtbot.waitSignal(row.changed) as caught:
        qtbot.mouseClick(cell, LEFT, pos=QPoint(cell.width() - 8, 10))

    assert caught.args == [1, None]


def test_delete_clears_a_picker(qtbot: QtBot, row: FilterRow) -> None:
    row.set_value(1, ("b",))

    with qtbot.waitSignal(row.changed) as caught:
        qtbot.keyClick(row.cells[1], Key.Key_Delete)

    assert caught.args == [1, None]


@pytest.fixture
def days(qtbot: QtBot, appearance: Appearance) -> DateCell:
    cell = DateCell(appearance, DAYS)
    qtbot.addWidget(cell)
    cell.resize(120, 26)
    cell.show()
    return cell


def test_a_range_with_a_name_is_chosen_by_keys(qtbot: QtBot, days: DateCell) -> None:
    qtbot.keyClick(days, Key.Key_Return)
    assert days.popup is not None
    qtbot.keyClick(days.popup.list, Key.Key_Down)

    with qtbot.waitSignal(days.value_changed) as caught:
        qtbot.keyClick(days.popup.list, Key.Key_Return)

    assert caught.args[0].name in {"month", "quarter"}
    assert days.words in {"This month", "This quarter"}


def test_a_range_with_a_name_is_chosen_by_mouse(qtbot: QtBot, days: DateCell) -> None:
    days.open()
    assert days.popup is not None
    lines = days.popup.list
    at = lines.visualItemRect(lines.item(1)).center()

    with qtbot.waitSignal(days.value_changed) as caught:
        qtbot.mouseClick(lines.viewport(), LEFT, pos=at)

    assert caught.args == [DateRange("quarter")]


def test_two_days_are_typed(qtbot: QtBot, days: DateCell) -> None:
    days.open()
    assert days.popup is not None
    qtbot.keyClicks(days.popup.first, "2026-01-01")
    qtbot.keyClicks(days.popup.last, "2026-03-31")

    with qtbot.waitSignal(days.value_changed) as caught:
        qtbot.keyClick(days.popup.last, Key.Key_Return)

    assert caught.args == [DateRange("", date(2026, 1, 1), date(2026, 3, 31))]
    assert days.words == "2026-01-01 – 2026-03-31"


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("soon", "", "Write a day as 2026-12-31."),
        ("2026-02-01", "2026-01-01", "The first day is after the last; change them round."),
    ],
)
def test_days_that_make_no_range_are_said(
    qtbot: QtBot, days: DateCell, first: str, last: str, sentence: str
) -> None:
    days.open()
    assert days.popup is not None
    qtbot.keyClicks(days.popup.first, first)
    qtbot.keyClicks(days.popup.last, last)

    qtbot.mouseClick(days.popup.apply, LEFT)

    assert days.popup.error.text() == sentence
    assert days.popup.isVisible()
    days.popup.close()


def test_one_sided_days_are_worded(days: DateCell) -> None:
    days.set_value(DateRange("", date(2026, 1, 1), None))
    since = days.words

    days.set_value(DateRange("", None, date(2026, 1, 1)))

    assert (since, days.words) == ("from 2026-01-01", "until 2026-01-01")


def test_a_flag_is_chosen_from_its_menu(qtbot: QtBot, appearance: Appearance) -> None:
    cell = FlagCell(appearance, FLAG)
    qtbot.addWidget(cell)
    cell.show()
    cell.open()

    with qtbot.waitSignal(cell.value_changed) as caught:
        cell.menu.actions()[2].trigger()
    cell.menu.close()

    assert caught.args == [False]
    assert cell.words == "No"


def test_cells_of_frozen_columns_stay(grid: GridView, row: FilterRow) -> None:
    grid.set_frozen(1)
    grid.resize(250, 300)
    row.lay_out()

    grid.horizontalScrollBar().setValue(100)

    assert row.cells[0].mapTo(grid.header, QPoint()).x() == 3
    assert row.cells[1].mapTo(grid.header, QPoint()).x() == 150 - 100 + 3
    assert isinstance(row.cells[0], QLineEdit)
