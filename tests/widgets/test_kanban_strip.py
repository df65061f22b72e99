"""The strip of a collapsed column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.widgets.conftest import RESOURCES
from tests.widgets.kanban_pictures import (
    FIGURES,
    LOST,
    QUARTER,
    colours_of,
    inked_columns,
    inked_rows,
)
from tests.widgets.pictures import picture_of
from widgets.kanban.strip import Strip
from widgets.kanban.values import Column, End
from widgets.theme import Appearance, load_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
HEIGHT = 720
COLUMN = Column("lost", "LOST", FIGURES, mark=LOST, end=End.LEFT, note="last 90 days", tip="Tip")


@pytest.fixture
def strip(qtbot: QtBot, appearance: Appearance) -> Strip:
    strip = Strip(appearance)
    qtbot.addWidget(strip)
    strip.set_column(COLUMN)
    strip.resize(44, HEIGHT)
    strip.show()
    strip.clearFocus()
    return strip


def words_of(strip: Strip) -> list[str]:
    return [word.text for word in strip.shown_words()]


def inside(image: QImage) -> QImage:
    """Return a picture of a strip without its frame."""
    return image.copy(8, 3, image.width() - 16, image.height() - 6)


def test_a_strip_is_as_wide_as_the_theme_says(strip: Strip, appearance: Appearance) -> None:
    assert strip.sizeHint().width() == appearance.theme.sizes["column-strip"] == 44


def test_a_strip_shows_title_note_and_figures(strip: Strip) -> None:
    assert words_of(strip) == [
        "LOST",
        "last 90 days",
        "Count",
        "9",
        "Total net amount",
        "434,530.00",
        "EUR",
    ]


def test_a_low_strip_leaves_out_the_labels(strip: Strip) -> None:
    strip.resize(44, 340)

    assert words_of(strip) == ["LOST", "last 90 days", "9", "434,530.00", "EUR"]
    assert strip.toolTip() == f"{strip.accessibleName()}\nTip"


def test_a_lower_strip_leaves_out_the_note(strip: Strip) -> None:
    strip.resize(44, 290)

    assert words_of(strip) == ["LOST", "9", "434,530.00", "EUR"]


def test_a_very_low_strip_shows_the_title_alone(strip: Strip) -> None:
    strip.resize(44, 130)

    assert words_of(strip) == ["LOST"]


def test_a_strip_with_room_says_nothing_twice(strip: Strip) -> None:
    assert strip.toolTip() == "Tip"


@pytest.mark.parametrize("height", [120, 180, 300, 420, HEIGHT])
def test_figures_of_a_strip_are_never_cut(
    strip: Strip, appearance: Appearance, height: int
) -> None:
    strip.resize(44, height)

    image = inside(picture_of(strip))

    rows = inked_rows(image, appearance.theme.colour("surface-sunken"))
    assert min(rows) >= 10
    assert max(rows) < height - 6 - 6


def test_text_ends_below_the_mark(strip: Strip, appearance: Appearance) -> None:
    image = inside(picture_of(strip))
    sunken = appearance.theme.colour("surface-sunken")

    gap = image.copy(0, 52, 28, 4)

    assert inked_rows(gap, sunken) == []
    assert inked_rows(image.copy(0, 58, 28, 14), sunken)


def test_text_reads_upwards(strip: Strip, appearance: Appearance) -> None:
    strip.set_column(Column("a", "Ll", ()))
    image = picture_of(strip)
    text = appearance.theme.colour("text")

    rows = [
        y
        for y in range(40, HEIGHT)
        if any(
            abs(image.pixelColor(x, y).lightness() - text.lightness()) < 60 for x in range(8, 36)
        )
    ]

    # Turned, the foot of the L is a line along the strip at its right, below the l.
    wide = [y for y in rows if len(dark_in_row(image, y)) > 6]
    assert max(wide) == max(rows)
    feet = [dark_in_row(image, y) for y in rows]
    right = max(x for row in feet for x in row)
    assert sum(right in row for row in feet) > 3


def dark_in_row(image: QImage, y: int) -> list[int]:
    return [x for x in range(8, 36) if image.pixelColor(x, y).lightness() < 110]


def test_a_mark_stands_below_the_arrow(strip: Strip, appearance: Appearance) -> None:
    spot = picture_of(strip).copy(14, 37, 16, 16)

    assert appearance.theme.colour("negative").name() in colours_of(spot)


def test_a_strip_without_a_mark_begins_higher(strip: Strip, appearance: Appearance) -> None:
    strip.set_column(QUARTER)

    image = inside(picture_of(strip))

    rows = inked_rows(image.copy(0, 34, 28, 200), appearance.theme.colour("surface-sunken"))
    assert rows[0] < 16


def test_pressing_a_strip_opens_its_column(qtbot: QtBot, strip: Strip) -> None:
    with qtbot.waitSignal(strip.clicked):
        qtbot.mouseClick(strip, LEFT)
    with qtbot.waitSignal(strip.clicked):
        qtbot.keyClick(strip, Qt.Key.Key_Return)


def test_all_figures_of_a_strip_are_read_aloud(strip: Strip) -> None:
    assert strip.accessibleName() == (
        "LOST, Lost, Count 9, Total net amount 434,530.00 EUR, last 90 days"
    )
    assert strip.accessibleDescription() == "Open the column"


def test_a_strip_that_is_a_target_is_framed(strip: Strip, appearance: Appearance) -> None:
    strip.set_target(True)

    image = picture_of(strip)

    accent = appearance.theme.colour("accent")
    assert [image.pixelColor(x, HEIGHT // 2) for x in (0, 1, 42, 43)] == [accent] * 4
    assert image.pixelColor(4, HEIGHT - 30) == appearance.theme.colour("accent-tint")


def test_a_strip_that_refuses_recedes(strip: Strip, appearance: Appearance) -> None:
    strip.set_refused(True)

    found = colours_of(picture_of(strip).copy(4, 60, 36, 400))

    assert appearance.theme.colour("text").name() not in found
    assert appearance.theme.colour("text-disabled").name() in found


def test_a_strip_at_rest_lies_sunken(strip: Strip, appearance: Appearance) -> None:
    image = picture_of(strip)

    assert image.pixelColor(4, HEIGHT - 30) == appearance.theme.colour("surface-sunken")


def test_the_focus_of_a_strip_is_seen(strip: Strip, appearance: Appearance) -> None:
    strip.activateWindow()
    strip.setFocus()

    image = picture_of(strip)

    assert image.pixelColor(0, HEIGHT // 2) == appearance.theme.colour("focus-ring")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_text_stays_inside_the_strip(strip: Strip, appearance: Appearance, ratio: float) -> None:
    strip.set_column(Column("a", "Ägypten qpgj", FIGURES))

    image = picture_of(strip, ratio)

    edge = round(4 * ratio)
    body = image.copy(edge, edge, image.width() - 2 * edge, image.height() - 2 * edge)
    columns = inked_columns(body, appearance.theme.colour("surface-sunken"))
    assert min(columns) > 4 * ratio
    assert max(columns) < (44 - 8 - 4) * ratio


def test_a_long_title_is_cut_at_the_arrow(strip: Strip, appearance: Appearance) -> None:
    strip.set_column(Column("a", "W" * 500, ()))

    image = inside(picture_of(strip))

    gap = image.copy(0, 30, 28, 9)
    assert inked_rows(gap, appearance.theme.colour("surface-sunken")) == []


def test_a_strip_follows_the_theme(strip: Strip, appearance: Appearance) -> None:
    appearance.use(load_theme(RESOURCES, "dark"))

    image = picture_of(strip)

    assert image.pixelColor(4, HEIGHT - 30) == appearance.theme.colour("surface-sunken")


def test_arrows_of_the_two_ends_point_inwards(strip: Strip) -> None:
    left = picture_of(strip).copy(10, 10, 24, 22)

    strip.set_column(Column("won", "WON", FIGURES, mark=LOST, end=End.RIGHT))

    right = picture_of(strip).copy(10, 10, 24, 22)
    assert left != right
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture_of(strip).copy(10, 10, 24, 22) == left
