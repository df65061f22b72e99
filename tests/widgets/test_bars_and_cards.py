"""Totals bar, toast, figure card and list of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.pictures import picture_of
from widgets.figure_card import Figure, FigureCard
from widgets.link_list import LinkLine, LinkList
from widgets.toast import Toast
from widgets.totals_bar import Total, TotalsBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
TOTALS = (
    Total("Gross", "2,998,600.00", "EUR"),
    Total("Net", "2,838,515.00", "EUR"),
    Total("Weighted", "1,658,929.75", "EUR"),
)


@pytest.fixture
def totals(qtbot: QtBot, appearance: Appearance) -> TotalsBar:
    bar = TotalsBar(appearance)
    qtbot.addWidget(bar)
    bar.set_totals("34 rows", "of 36, 2 hidden by the filter row", TOTALS)
    bar.resize(1000, 36)
    bar.show()
    return bar


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def toast(window: QWidget, appearance: Appearance) -> Toast:
    toast = Toast(appearance, window)
    toast._timer.setInterval(80)  # noqa: SLF001 - six seconds are long for a test
    return toast


def enter(widget: QWidget) -> None:
    at = QPointF(5, 5)
    QApplication.sendEvent(widget, QEnterEvent(at, at, widget.mapToGlobal(at)))


def test_totals_are_all_shown_where_there_is_room(totals: TotalsBar) -> None:
    assert totals.shown() == list(TOTALS)
    assert totals.height() == 36
    assert totals.accessibleName().startswith("34 rows, of 36")


def test_a_narrow_bar_leaves_out_whole_totals(totals: TotalsBar) -> None:
    totals.resize(400, 36)

    assert totals.shown() == list(TOTALS[2:]) or totals.shown() == list(TOTALS[1:])


def test_a_total_is_never_cut(totals: TotalsBar) -> None:
    totals.resize(100, 36)

    assert totals.shown() == [TOTALS[2]]


def test_a_bar_has_a_strong_rule_above(totals: TotalsBar, appearance: Appearance) -> None:
    image = picture_of(totals)

    assert image.pixelColor(500, 0) == appearance.theme.colour("border-strong")


def test_a_toast_stands_in_the_lower_right(toast: Toast) -> None:
    toast.show_toast("3 moved", "Gate and 2 more", link="Undo")

    place = toast.geometry()
    assert (place.width(), place.right(), place.bottom()) == (360, 787, 587)
    assert place.height() < 70


def test_a_toast_follows_its_window(window: QWidget, toast: Toast) -> None:
    toast.show_toast("3 moved")

    window.resize(500, 400)

    assert (toast.geometry().right(), toast.geometry().bottom()) == (487, 387)


def test_a_toast_goes_by_itself(qtbot: QtBot, toast: Toast) -> None:
    with qtbot.waitSignal(toast.gone):
        toast.show_toast("3 moved")

    assert toast.isHidden()


def test_a_toast_stays_while_the_mouse_is_on_it(qtbot: QtBot, toast: Toast) -> None:
    toast.show_toast("3 moved")
    enter(toast)
    with qtbot.assertNotEmitted(toast.gone, wait=160):
        pass

    with qtbot.waitSignal(toast.gone):
        QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))


def test_a_toast_stays_while_the_keyboard_is_on_it(
    qtbot: QtBot, window: QWidget, toast: Toast
) -> None:
    window.activateWindow()
    toast.show_toast("3 moved", link="Undo")
    toast.link.setFocus()

    with qtbot.assertNotEmitted(toast.gone, wait=160):
        pass

    assert toast.isVisible()


def test_undo_is_told_and_the_toast_goes(qtbot: QtBot, toast: Toast) -> None:
    toast.show_toast("3 moved", link="Undo")

    with qtbot.waitSignal(toast.link_clicked):
        qtbot.mouseClick(toast.link, LEFT)

    assert toast.isHidden()


def test_a_toast_without_a_link_has_none(toast: Toast) -> None:
    toast.show_toast("Saved")

    assert toast.link.isHidden()
    assert toast.sentence.isHidden()
    assert toast.accessibleName() == "Saved"


def test_escape_takes_a_toast_away(qtbot: QtBot, toast: Toast) -> None:
    toast.show_toast("Saved", link="Undo")

    qtbot.keyClick(toast.link, Key.Key_Escape)

    assert toast.isHidden()


def test_a_long_sentence_wraps_in_a_toast(toast: Toast) -> None:
    toast.show_toast("Saved")
    low = toast.height()

    toast.show_toast("Saved", "Die Verkaufsgelegenheiten wurden verschoben. " * 3)

    assert toast.height() > low + 30


def test_a_figure_is_pressed_as_a_whole(qtbot: QtBot, appearance: Appearance) -> None:
    card = FigureCard(appearance, Figure("Open", "2,838.00", "EUR", "34 rows", link="Show"))
    qtbot.addWidget(card)
    card.show()

    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, LEFT)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Key.Key_Return)

    assert card.accessibleName() == "Open 2,838.00 EUR 34 rows"


def test_a_wide_figure_makes_a_wide_card(qtbot: QtBot, appearance: Appearance) -> None:
    card = FigureCard(appearance, Figure("Open", "1"))
    qtbot.addWidget(card)
    before = card.sizeHint().width()

    card.show_figure(Figure("Open", "123,456,789,012.00", "EUR"))

    assert before == 160
    assert card.minimumSizeHint().width() > before


def test_a_figure_does_not_run_into_its_code(qtbot: QtBot, appearance: Appearance) -> None:
    card = FigureCard(appearance, Figure("", "1,111,111.00", "EUR"))
    qtbot.addWidget(card)
    card.resize(300, 90)
    image = picture_of(card)
    ground = appearance.theme.colour("surface")

    dark = {
        x
        for x in range(16, 290)
        for y in range(30, 55)
        if image.pixelColor(x, y).lightness() < ground.lightness() - 60
    }

    gaps = [x for x in range(min(dark), max(dark)) if all(x + n not in dark for n in range(4))]
    assert gaps


@pytest.fixture
def links(qtbot: QtBot, appearance: Appearance) -> LinkList:
    links = LinkList(appearance, "Stale", "Show all")
    qtbot.addWidget(links)
    links.set_lines(
        [LinkLine("1", "Gate", "Brenta", "27 d"), LinkLine("2", "Door", figure="1.00", code="EUR")],
        "4",
    )
    links.resize(400, 200)
    links.show()
    links.activateWindow()
    return links


def test_each_line_is_a_link(qtbot: QtBot, links: LinkList) -> None:
    with qtbot.waitSignal(links.chosen) as caught:
        qtbot.mouseClick(links.rows[1], LEFT)

    assert caught.args == ["2"]
    assert links.rows[1].accessibleName() == "Door 1.00 EUR"
    assert links.count.text() == "4"


def test_lines_are_gone_through_by_arrows(qtbot: QtBot, links: LinkList) -> None:
    links.rows[0].setFocus()

    qtbot.keyClick(links.rows[0], Key.Key_Down)
    with qtbot.waitSignal(links.chosen) as caught:
        qtbot.keyClick(links.rows[1], Key.Key_Return)

    assert caught.args == ["2"]


def test_a_list_leads_to_all(qtbot: QtBot, links: LinkList) -> None:
    with qtbot.waitSignal(links.all_clicked):
        qtbot.mouseClick(links.link, LEFT)


def test_a_list_without_lines_says_so(links: LinkList) -> None:
    links.set_lines([], nothing="Nothing is planned.")

    assert links.nothing.isVisible()
    assert links.nothing.text() == "Nothing is planned."
    assert links.rows == []
