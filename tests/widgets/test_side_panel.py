"""The parts of the side panel: funnel, segments, sums, attention, months."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.widgets.pictures import picture_of
from widgets.funnel import (
    AttentionLine,
    AttentionList,
    Funnel,
    FunnelStep,
    MonthBar,
    MonthBars,
    SidePanel,
    Sum,
    SumsBlock,
)
from widgets.segments import SegmentedControl

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
STEPS = (
    FunnelStep("10", "10 %", "6", "314,830.00", "EUR", 0.25),
    FunnelStep("50", "50 %", "8", "608,310.00", "EUR", 0.5),
    FunnelStep("90", "90 %", "5", "823,980.00", "EUR", 1.0, selected=True),
)


@pytest.fixture
def funnel(qtbot: QtBot, appearance: Appearance) -> Funnel:
    funnel = Funnel(appearance, "Funnel")
    qtbot.addWidget(funnel)
    funnel.set_steps(STEPS)
    funnel.resize(264, 300)
    funnel.show()
    funnel.activateWindow()
    return funnel


@pytest.fixture
def segments(qtbot: QtBot) -> SegmentedControl:
    segments = SegmentedControl("Measure", [("count", "Count"), ("net", "Net"), ("w", "Weighted")])
    qtbot.addWidget(segments)
    segments.show()
    segments.activateWindow()
    return segments


def bar(image: QImage, colour: str) -> list[int]:
    """Return the places of a colour on the line of the bar."""
    line = image.height() - 12
    return [x for x in range(image.width()) if image.pixelColor(x, line).name() == colour]


def test_a_click_on_a_step_tells_it(qtbot: QtBot, funnel: Funnel) -> None:
    with qtbot.waitSignal(funnel.step_clicked) as caught:
        qtbot.mouseClick(funnel.buttons[1], LEFT)

    assert caught.args == ["50"]


def test_arrows_and_enter_tell_a_step(qtbot: QtBot, funnel: Funnel) -> None:
    funnel.buttons[0].setFocus()

    qtbot.keyClick(funnel.buttons[0], Key.Key_Down)
    with qtbot.waitSignal(funnel.step_clicked) as caught:
        qtbot.keyClick(funnel.buttons[1], Key.Key_Return)

    assert caught.args == ["50"]


def test_a_click_does_not_select_by_itself(qtbot: QtBot, funnel: Funnel) -> None:
    qtbot.mouseClick(funnel.buttons[0], LEFT)

    assert [button.isChecked() for button in funnel.buttons] == [False, False, True]


def test_bars_are_centred_and_as_long_as_their_share(
    funnel: Funnel, appearance: Appearance
) -> None:
    fill = appearance.theme.colour("bar-fill").name()

    quarter, half = (bar(picture_of(funnel.buttons[place]), fill) for place in (0, 1))

    assert abs(len(quarter) - 58) <= 2
    assert abs(len(half) - 116) <= 2
    assert abs((half[0] + half[-1]) / 2 - 132) <= 1


def test_the_selected_bar_is_in_accent(funnel: Funnel, appearance: Appearance) -> None:
    accent = appearance.theme.colour("accent").name()

    assert len(bar(picture_of(funnel.buttons[2]), accent)) > 200
    assert bar(picture_of(funnel.buttons[1]), accent) == []


def test_figures_change_in_their_place(funnel: Funnel) -> None:
    funnel.buttons[1].setFocus()
    before = list(funnel.buttons)

    funnel.set_steps([step._replace(number="99") for step in STEPS])

    assert funnel.buttons == before
    assert funnel.buttons[1].accessibleName() == "50 % 99 608,310.00 EUR"
    assert funnel.buttons[1].hasFocus()


def test_one_of_a_few_is_chosen_by_mouse(qtbot: QtBot, segments: SegmentedControl) -> None:
    with qtbot.waitSignal(segments.chosen) as caught:
        qtbot.mouseClick(segments.button("net"), LEFT)

    assert caught.args == ["net"]
    assert segments.value == "net"


def test_one_of_a_few_is_chosen_by_arrows(qtbot: QtBot, segments: SegmentedControl) -> None:
    segments.button("count").setFocus()

    with qtbot.waitSignal(segments.chosen) as caught:
        qtbot.keyClick(segments.button("count"), Key.Key_Right)

    assert caught.args == ["net"]


def test_choosing_from_outside_is_not_told(qtbot: QtBot, segments: SegmentedControl) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.select("w")
        segments.select("unknown")

    assert segments.value == "w"
    assert segments.button("w").accessibleName() == "Measure: Weighted"


def test_tab_stops_at_what_is_chosen(segments: SegmentedControl) -> None:
    segments.select("net")

    segments.setFocus()

    assert segments.button("net").hasFocus()


def test_attention_lines_are_pressed(qtbot: QtBot, appearance: Appearance) -> None:
    lines = AttentionList(appearance, "Needs attention")
    qtbot.addWidget(lines)
    lines.set_lines(
        [
            AttentionLine("late", "warning-circle-fill", "negative", "Late", "2"),
            AttentionLine("stale", "clock-fill", "warning", "Stale", "4"),
        ]
    )
    lines.show()

    with qtbot.waitSignal(lines.line_clicked) as caught:
        qtbot.mouseClick(lines.buttons[1], LEFT)

    assert caught.args == ["stale"]
    assert lines.buttons[0].accessibleName() == "Late 2"


@pytest.fixture
def months(qtbot: QtBot, appearance: Appearance) -> MonthBars:
    months = MonthBars(appearance, "Expected close")
    qtbot.addWidget(months)
    months.set_months([MonthBar("12", "Dec", "1,489", 1.0), MonthBar("1", "Jan", "397", 0.25)])
    months.resize(264, 96)
    months.show()
    months.activateWindow()
    return months


def test_months_are_pressed_by_mouse_and_keys(qtbot: QtBot, months: MonthBars) -> None:
    with qtbot.waitSignal(months.month_clicked) as first:
        qtbot.mouseClick(months.buttons[0], LEFT)
    qtbot.keyClick(months.buttons[0], Key.Key_Right)
    with qtbot.waitSignal(months.month_clicked) as second:
        qtbot.keyClick(months.buttons[1], Key.Key_Space)

    assert (first.args, second.args) == (["12"], ["1"])


def test_months_are_as_high_as_their_share(months: MonthBars, appearance: Appearance) -> None:
    fills = {appearance.theme.colour(role).name() for role in ("bar-fill", "accent")}
    heights = []
    for button in months.buttons:
        button.clearFocus()
        image = picture_of(button)
        column = (image.pixelColor(image.width() // 2, y).name() for y in range(image.height()))
        heights.append(sum(colour in fills for colour in column))

    assert heights[0] in {59, 60}
    assert heights[1] in {14, 15}


def test_sums_are_read_aloud(qtbot: QtBot, appearance: Appearance) -> None:
    sums = SumsBlock(appearance)
    qtbot.addWidget(sums)

    sums.set_sums([Sum("Net", "1.00", "EUR"), Sum("Weighted", "0.50", "EUR")])

    assert sums.accessibleName() == "Net 1.00 EUR, Weighted 0.50 EUR"
    assert sums.sizeHint().height() == 54


def test_a_panel_holds_blocks_and_can_be_closed(qtbot: QtBot, appearance: Appearance) -> None:
    panel = SidePanel(appearance, "Funnel")
    qtbot.addWidget(panel)
    block = QLabel("Block")
    panel.add_block(block)
    panel.add_rule()
    note = panel.add_title("Expected close", "thousand EUR")
    panel.show()

    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.cross, LEFT)

    assert panel.width() == 264
    assert block.isVisible()
    assert note.text() == "thousand EUR"
