"""A column that takes no drop: the veil over its cards and the box that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from tests.widgets.conftest import RESOURCES
from tests.widgets.kanban_pictures import colours_of, inked_columns, inked_rows
from tests.widgets.pictures import picture_of
from widgets.kanban.refusal_box import RefusalBox, draw_veil
from widgets.kanban.values import Refusal
from widgets.kanban.wrapped import wrapped
from widgets.theme import Appearance, Theme, load_theme
from widgets.theme.colours import mixed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WIDTH = 236
NAMES = ("Cave del Carso S.r.l.", "Kovoplast Brno s.r.o.")
REFUSAL = Refusal(
    "Not allowed here", "90 % needs a confirmed offer.\n2 of the 3 cards have none:", NAMES
)


@pytest.fixture
def box(qtbot: QtBot, appearance: Appearance) -> RefusalBox:
    box = RefusalBox(appearance)
    qtbot.addWidget(box)
    show(box, REFUSAL)
    return box


def show(box: RefusalBox, refusal: Refusal, width: int = WIDTH) -> None:
    box.set_refusal(refusal)
    box.resize(width, box.heightForWidth(width))
    box.show()


def inner(box: RefusalBox, ratio: float = 1.0) -> QImage:
    """Return what stands inside the border of a box."""
    image = picture_of(box, ratio)
    edge = round(3 * ratio)
    return image.copy(edge, edge, image.width() - 2 * edge, image.height() - 2 * edge)


def test_a_veil_covers_cards_at_62_percent(light: Theme) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(light.colour("text"))
    painter = QPainter(image)

    draw_veil(painter, light, QRect(0, 0, 5, 10))
    painter.end()

    wanted = mixed(light.colour("surface-sunken"), light.colour("text"), 0.62)
    found = image.pixelColor(2, 2)
    assert abs(found.red() - wanted.red()) <= 2
    assert abs(found.blue() - wanted.blue()) <= 2
    assert image.pixelColor(7, 2) == light.colour("text")


def test_a_box_is_as_high_as_the_picture_says(box: RefusalBox) -> None:
    assert box.height() == 112


def test_a_box_grows_with_its_names(box: RefusalBox) -> None:
    none = Refusal("Not allowed here", "No transition leads here.")

    box.set_refusal(none)

    assert box.heightForWidth(WIDTH) == 12 + 20 + 16 + 12
    box.set_refusal(none._replace(names=("a", "b", "c", "d", "e")))
    assert box.heightForWidth(WIDTH) == 12 + 20 + 16 + 4 + 3 * 16 + 12


def test_a_long_reason_is_broken_into_lines(box: RefusalBox) -> None:
    sentence = "Eine verpflichtende Aktivität ist noch nicht erledigt. " * 2

    box.set_refusal(Refusal("Hier nicht erlaubt", sentence))

    assert box.heightForWidth(180) > box.heightForWidth(400)


def test_a_reason_without_end_stops_after_some_lines(box: RefusalBox) -> None:
    box.set_refusal(Refusal("Not allowed here", "W" * 5000))

    assert box.heightForWidth(WIDTH) == 12 + 20 + 6 * 16 + 12


def test_a_box_has_a_red_prohibit_mark(box: RefusalBox, appearance: Appearance) -> None:
    mark = picture_of(box).copy(12, 14, 16, 16)

    assert any(is_red(name) for name in colours_of(mark))
    assert appearance.theme.colour("text").name() not in colours_of(mark)


def is_red(name: str) -> bool:
    red, green, blue = (int(name[place : place + 2], 16) for place in (1, 3, 5))
    return red > green + 60 and red > blue + 60


def test_a_box_is_raised_over_the_cards(box: RefusalBox, appearance: Appearance) -> None:
    image = picture_of(box)

    assert image.pixelColor(WIDTH // 2, 0) == appearance.theme.colour("border-strong")
    assert image.pixelColor(WIDTH // 2, 4) == appearance.theme.colour("surface-raised")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [212, 236, 300])
def test_nothing_of_a_box_is_cut(
    box: RefusalBox, appearance: Appearance, width: int, ratio: float
) -> None:
    names = ("Konsortium für grenzüberschreitende Infrastruktur " * 3, "Ägypqj", "Ägypqj")
    show(box, Refusal("Nicht erlaubt " * 9, "Verpflichtende Aktivität offen. " * 3, names), width)
    ground = appearance.theme.colour("surface-raised")

    image = inner(box, ratio)

    rows, columns = inked_rows(image, ground), inked_columns(image, ground)
    assert min(rows) >= 8 * ratio
    assert max(rows) < image.height() - 8 * ratio
    assert min(columns) >= 8 * ratio
    assert max(columns) < image.width() - 8 * ratio


def test_a_box_is_read_aloud(box: RefusalBox) -> None:
    assert box.accessibleName() == (
        "Not allowed here 90 % needs a confirmed offer.\n2 of the 3 cards have none: "
        "Cave del Carso S.r.l., Kovoplast Brno s.r.o."
    )


def test_a_drag_goes_through_a_box(box: RefusalBox) -> None:
    assert box.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_box_follows_the_theme(box: RefusalBox, appearance: Appearance) -> None:
    appearance.use(load_theme(RESOURCES, "dark"))

    image = picture_of(box)

    assert image.pixelColor(WIDTH // 2, 4) == appearance.theme.colour("surface-raised")


def test_from_right_to_left_the_mark_is_at_the_right(box: RefusalBox) -> None:
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    mark = picture_of(box).copy(WIDTH - 28, 14, 16, 16)

    assert any(is_red(name) for name in colours_of(mark))


def test_lines_are_broken_between_words(light: Theme) -> None:
    lines = wrapped("a mandatory activity is open", light.font("small"), 80, 9)

    assert " ".join(lines) == "a mandatory activity is open"
    assert len(lines) > 1


def test_what_has_no_words_is_broken_anywhere(light: Theme) -> None:
    lines = wrapped("W" * 60, light.font("small"), 80, 99)

    assert "".join(lines) == "W" * 60
    assert len(lines) > 5


def test_the_last_line_holds_all_the_rest(light: Theme) -> None:
    lines = wrapped("one\ntwo\nthree\nfour", light.font("small"), 200, 2)

    assert lines == ["one", "two three four"]


def test_nothing_has_no_lines(light: Theme) -> None:
    assert wrapped("", light.font("small"), 200, 2) == []
