"""The band on top of a column and its bar of shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from tests.widgets.conftest import RESOURCES
from tests.widgets.kanban_pictures import (
    FIGURES,
    LOST,
    QUARTER,
    SHARES,
    colours_of,
    inked_columns,
    inked_rows,
)
from tests.widgets.pictures import picture_of
from widgets.kanban.band import Band, collapse_icon
from widgets.kanban.share_bar import draw_shares, laid_out
from widgets.kanban.values import Column, End, Figure, Preview, Share
from widgets.theme import Appearance, Density, load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
WIDTH = 253
PADDING = 12
COUNT = QRect(0, 38, WIDTH, 17)
TOTAL = QRect(0, 55, WIDTH, 17)
BAR = 82  # the middle of the bar
WORDS = QRect(0, 88, WIDTH, 16)
GAIN = Preview((("8", "11"), ("", "+ 181,450.00")))


@pytest.fixture
def band(qtbot: QtBot, appearance: Appearance) -> Band:
    band = Band(appearance)
    qtbot.addWidget(band)
    band.set_column(QUARTER)
    band.resize(WIDTH, band.sizeHint().height())
    band.show()
    return band


def line(band: Band, rect: QRect) -> QImage:
    """Return a line of the band without the frame at its sides."""
    return picture_of(band).copy(rect.adjusted(2, 0, -2, 0))


def test_a_band_is_as_high_as_the_theme_says(band: Band, appearance: Appearance) -> None:
    assert band.height() == appearance.theme.sizes["column-band"] == 108


def test_a_label_that_does_not_fit_gives_way_to_its_short_form(band: Band) -> None:
    wide = Figure("Total net amount", "11,484,564,814.00", "EUR", "Net")
    pictures = []
    for figure in (wide, wide._replace(label="Net"), wide._replace(short="")):
        band.set_column(Column("25", "25 %", (FIGURES[0], figure), SHARES))
        pictures.append(line(band, TOTAL))

    assert pictures[0] == pictures[1]
    assert pictures[0] != pictures[2]


def test_a_third_figure_makes_a_band_higher(band: Band) -> None:
    more = Column("25", "25 %", (*FIGURES, Figure("Weighted", "1.00", "EUR")), SHARES)

    band.set_column(more)

    assert band.sizeHint().height() == 108 + 17


def test_a_band_has_a_rule_below(band: Band, appearance: Appearance) -> None:
    image = picture_of(band)

    row = {image.pixelColor(x, 107).name() for x in range(WIDTH)}

    assert row == {appearance.theme.colour("border").name()}


def test_labels_stand_left_and_figures_right(band: Band, appearance: Appearance) -> None:
    columns = inked_columns(line(band, COUNT), appearance.theme.colour("surface-header"))

    assert columns[0] + 2 in range(PADDING, PADDING + 3)
    assert columns[-1] + 2 in range(WIDTH - PADDING - 3, WIDTH - PADDING)
    assert len(columns) < 60


def test_a_sum_stands_before_the_slot_of_its_unit(band: Band, appearance: Appearance) -> None:
    without = (FIGURES[0], Figure("Total net amount", "434,530.00"))
    text = appearance.theme.colour("text").name()

    picture = line(band, TOTAL)
    band.set_column(Column("25", "25 %", without, SHARES))

    assert line(band, TOTAL) != picture
    assert text in colours_of(picture.copy(140, 0, 70, 17))
    assert text not in colours_of(picture.copy(WIDTH - 40, 0, 38, 17))


def test_sums_end_at_one_place_whatever_their_unit(band: Band) -> None:
    pictures = []

    for unit in ("EUR", "€"):
        band.set_column(Column("25", "25 %", (FIGURES[0], Figure("Total", "434,530.00", unit))))
        pictures.append(line(band, QRect(0, 55, WIDTH - 40, 17)))

    assert pictures[0] == pictures[1]


def test_shares_are_as_long_as_they_weigh() -> None:
    places = laid_out(SHARES, 229)

    assert [round(width) for _share, _start, width in places] == [150, 25, 50]
    assert [round(start) for _share, start, _width in places] == [0, 152, 179]


def test_a_share_that_is_there_is_seen() -> None:
    many, one = Share("positive-mark", 100_000, "many"), Share("warning-mark", 1, "1 stale")

    places = laid_out((many, one), 200)

    assert [width for _share, _start, width in places] == [194, 4]


def test_a_share_of_nothing_is_left_out() -> None:
    none = Share("warning-mark", 0, "")

    assert [share for share, _start, _width in laid_out((none, SHARES[0]), 100)] == [SHARES[0]]
    assert laid_out((none,), 100) == []


@pytest.mark.parametrize("mirrored", [False, True])
def test_shares_are_drawn_in_their_colours(appearance: Appearance, mirrored: bool) -> None:  # noqa: FBT001 - a parameter
    image = QImage(229, 4, QImage.Format.Format_RGB32)
    image.fill(appearance.theme.colour("surface"))
    painter = QPainter(image)

    bar = QRectF(0, 0, 229, 4)
    draw_shares(painter, appearance.theme, bar, SHARES, mirrored=mirrored)
    painter.end()

    at = [75, 164, 200]
    spots = [image.pixelColor(228 - x if mirrored else x, 2) for x in at]
    assert spots == [appearance.theme.colour(share.role) for share in SHARES]
    gap = image.pixelColor(77 if mirrored else 151, 2)
    assert gap == appearance.theme.colour("surface")


def test_the_bar_of_shares_stands_in_the_band(band: Band, appearance: Appearance) -> None:
    image = picture_of(band)

    assert image.pixelColor(60, BAR) == appearance.theme.colour("positive-mark")
    assert image.pixelColor(PADDING - 1, BAR) == appearance.theme.colour("surface-header")
    assert image.pixelColor(WIDTH - PADDING, BAR) == appearance.theme.colour("surface-header")


def test_shares_are_said_in_words(band: Band, appearance: Appearance) -> None:
    words = inked_columns(line(band, WORDS), appearance.theme.colour("surface-header"))

    assert words[-1] - words[0] in range(135, 165)


def test_a_note_stands_where_the_words_are(band: Band, appearance: Appearance) -> None:
    band.set_column(Column("won", "WON", FIGURES, note="last 90 days"))

    words = inked_columns(line(band, WORDS), appearance.theme.colour("surface-header"))

    assert len(words) > 30
    assert picture_of(band).pixelColor(60, BAR) == appearance.theme.colour("surface-header")


def test_a_mark_stands_before_the_title(band: Band, appearance: Appearance) -> None:
    band.set_column(Column("lost", "LOST", FIGURES, mark=LOST))

    spot = picture_of(band).copy(PADDING, 10, 16, 24)

    assert appearance.theme.colour("negative").name() in colours_of(spot)


def test_a_target_is_tinted_and_framed(band: Band, appearance: Appearance) -> None:
    band.set_target(True)

    image = picture_of(band)

    theme = appearance.theme
    assert image.pixelColor(WIDTH // 2, 4) == theme.colour("accent-tint")
    for x, y in ((0, 50), (WIDTH - 1, 50), (WIDTH // 2, 0), (0, 107)):
        assert image.pixelColor(x, y) == theme.colour("accent")


def test_a_column_that_is_no_target_any_more_is_as_before(band: Band) -> None:
    before = picture_of(band)

    band.set_target(True)
    band.set_preview(GAIN)
    band.set_target(False)
    band.set_preview(None)

    assert picture_of(band) == before


def test_a_preview_stands_in_place_of_the_figures(band: Band, appearance: Appearance) -> None:
    band.set_preview(GAIN)

    count, total = line(band, COUNT), line(band, TOTAL)

    link, text = (appearance.theme.colour(role).name() for role in ("link", "text"))
    assert link in colours_of(count)
    assert link in colours_of(total)
    assert text not in colours_of(total)
    assert appearance.theme.colour("text-muted").name() in colours_of(count)


def test_a_line_without_a_preview_keeps_its_figure(band: Band) -> None:
    before = line(band, TOTAL)

    band.set_preview(Preview((("8", "11"), ("", ""))))

    assert line(band, TOTAL) == before


def test_a_preview_is_read_aloud(band: Band) -> None:
    band.set_preview(GAIN)

    assert band.accessibleDescription() == "Count 8 → 11, Total net amount + 181,450.00"

    band.set_preview(None)

    assert band.accessibleDescription() == ""


def test_all_figures_of_a_band_are_read_aloud(band: Band) -> None:
    assert band.accessibleName() == (
        "25 %, Count 9, Total net amount 434,530.00 EUR, 6 on time, 1 stale, 2 no next"
    )


def test_its_buttons_are_pressed(qtbot: QtBot, band: Band) -> None:
    with qtbot.waitSignal(band.add_clicked):
        qtbot.mouseClick(band.add, LEFT)
    with qtbot.waitSignal(band.collapse_clicked):
        qtbot.keyClick(band.collapse, Qt.Key.Key_Space)

    assert band.add.accessibleName() == "Add to 25 %"
    assert band.collapse.accessibleName() == "Collapse 25 %"


def test_its_buttons_stand_beside_one_another(band: Band) -> None:
    right = band.collapse.geometry()

    assert (right.width(), right.height()) == (24, 24)
    assert right.right() == WIDTH - 9
    assert band.add.geometry().right() == right.left() - 1


def test_a_column_that_takes_no_entry_has_no_plus(band: Band) -> None:
    band.set_column(Column("won", "WON", FIGURES, accepts_entry=False))

    assert not band.add.isVisible()
    assert band.collapse.isVisible()


@pytest.mark.parametrize("value", ["434,530.00", "123,456,789,012.00"])
@pytest.mark.parametrize("width", [212, 232, 320])
def test_figures_are_never_cut(band: Band, appearance: Appearance, value: str, width: int) -> None:
    long = "Gesamtnettobetrag der Verkaufsgelegenheiten"
    band.resize(width, 108)
    plain = Column("a", "", (FIGURES[0], Figure("", value, "EUR")))
    band.set_column(plain)
    alone = inked_columns(line(band, QRect(0, 55, width, 17)), colour(appearance))

    band.set_column(Column("a", "", (FIGURES[0], Figure(long, value, "EUR"))))

    both = inked_columns(line(band, QRect(0, 55, width, 17)), colour(appearance))
    assert set(alone) <= set(both)
    assert both[0] + 2 >= PADDING


def colour(appearance: Appearance) -> QColor:
    return appearance.theme.colour("surface-header")


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_long_title_does_not_run_into_the_buttons(
    band: Band, appearance: Appearance, ratio: float
) -> None:
    band.set_column(Column("a", "W" * 500, FIGURES))
    band.add.hide()
    band.collapse.hide()

    image = picture_of(band, ratio)

    right = image.copy(round((WIDTH - 58) * ratio), round(8 * ratio), round(56 * ratio), 24)
    assert inked_columns(right, colour(appearance)) == []


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_lines_of_a_band_do_not_touch(band: Band, appearance: Appearance, ratio: float) -> None:
    figures = (Figure("Äyg", "9"), Figure("Äyg", "434,530.00", "EUR"))
    band.set_column(Column("a", "Äyg", figures, SHARES))

    image = picture_of(band, ratio)

    for top, bottom in ((36, 38), (74, 79), (85, 88), (105, 106)):
        part = image.copy(
            round(4 * ratio),
            round(top * ratio),
            round(180 * ratio),
            round((bottom - top) * ratio),
        )
        assert inked_rows(part, colour(appearance)) == [], (top, bottom)


def test_a_tooltip_says_what_is_cut(band: Band) -> None:
    assert band.hint() == QUARTER.tip

    long = Column("a", "Verhandlungsvorbereitungsstufe mit Beirat", FIGURES, tip="Tip")
    band.set_column(long)

    assert band.hint() == f"{long.title}\nTip"


def test_a_tooltip_comes_up_over_a_band(band: Band) -> None:
    at = QPoint(50, 50)

    QApplication.sendEvent(band, QHelpEvent(QEvent.Type.ToolTip, at, band.mapToGlobal(at)))

    assert QToolTip.text() == QUARTER.tip


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("density", Density)
def test_a_band_follows_the_theme(
    band: Band, appearance: Appearance, name: str, density: Density
) -> None:
    appearance.use(load_theme(RESOURCES, name, density))

    image = picture_of(band)

    assert image.pixelColor(WIDTH // 2, 4) == appearance.theme.colour("surface-header")
    assert band.sizeHint().height() == 108


def test_from_right_to_left_the_title_is_at_the_right(qtbot: QtBot, appearance: Appearance) -> None:
    band = Band(appearance)
    qtbot.addWidget(band)
    band.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    band.set_column(QUARTER)
    band.resize(WIDTH, 108)
    band.show()

    image = picture_of(band)

    text = appearance.theme.colour("text").name()
    assert text in colours_of(image.copy(WIDTH - 60, 10, 50, 24))
    assert text not in colours_of(image.copy(70, 10, 100, 24))
    assert band.collapse.geometry().left() == 8
    assert image.pixelColor(WIDTH - 60, BAR) == appearance.theme.colour("positive-mark")


@pytest.mark.parametrize(
    ("end", "mirrored", "name"),
    [
        (End.LEFT, False, "caret-left"),
        (End.NONE, False, "caret-left"),
        (End.RIGHT, False, "caret-right"),
        (End.LEFT, True, "caret-right"),
        (End.RIGHT, True, "caret-left"),
    ],
)
def test_a_column_collapses_towards_its_end(end: End, mirrored: bool, name: str) -> None:  # noqa: FBT001 - a parameter
    assert collapse_icon(end, mirrored=mirrored) == name


def test_round_corners_leave_the_column_as_it_is(band: Band, appearance: Appearance) -> None:
    image = QImage(band.size(), QImage.Format.Format_ARGB32)
    image.fill(appearance.theme.colour("negative"))

    band.render(image, QPoint(), renderFlags=band.RenderFlag.DrawChildren)

    assert image.pixelColor(QPointF(0, 0).toPoint()) == appearance.theme.colour("negative")
    assert image.pixelColor(0, 20) == appearance.theme.colour("surface-header")
