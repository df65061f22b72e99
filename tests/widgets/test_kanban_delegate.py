"""The delegate of cards in a real list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QToolTip

from tests.widgets.conftest import RESOURCES
from tests.widgets.kanban_pictures import (
    COLOUR,
    GATE,
    OVERDUE,
    STALE,
    WIDTH,
    CardModel,
    colours_of,
)
from tests.widgets.pictures import picture_of
from widgets.kanban.card_delegate import CardDelegate
from widgets.kanban.card_layout import GAP, RIM
from widgets.kanban.values import CardState
from widgets.theme import Appearance, Density, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

Policy = Qt.ScrollBarPolicy


@pytest.fixture
def model() -> CardModel:
    return CardModel([GATE, replace(GATE, heading="Cantieri Lario"), None])


@pytest.fixture
def delegate(appearance: Appearance, model: CardModel) -> CardDelegate:
    return CardDelegate(appearance, model.look)


@pytest.fixture
def view(qtbot: QtBot, model: CardModel, delegate: CardDelegate) -> Iterator[QListView]:
    view = QListView()
    qtbot.addWidget(view)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Policy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Policy.ScrollBarAlwaysOff)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.resize(WIDTH + 2 * RIM, 3 * 108)
    view.show()
    view.activateWindow()
    yield view
    view.setModel(None)


def border_of(view: QListView, row: int) -> QColor:
    """Return the colour in the middle of a card's upper border."""
    height = view.visualRect(view.model().index(0, 0)).height()
    return picture_of(view).pixelColor(RIM + WIDTH // 2, row * height + RIM)


def test_a_row_is_a_card_and_a_gap(delegate: CardDelegate, view: QListView) -> None:
    rect = view.visualRect(view.model().index(1, 0))

    assert rect == QRect(0, 108, WIDTH + 2 * RIM, 108)
    assert delegate.card_rect(rect) == QRect(RIM, 108 + RIM, WIDTH, 100)
    assert (delegate.height, delegate.row_height) == (100, 100 + GAP)


def test_a_compact_row_is_lower(delegate: CardDelegate, view: QListView) -> None:
    delegate.set_density(Density.COMPACT)
    view.scheduleDelayedItemsLayout()
    view.executeDelayedItemsLayout()

    rect = view.visualRect(view.model().index(1, 0))

    assert (rect.top(), rect.height()) == (56, 56)
    assert delegate.height == 48


def test_every_row_is_equally_high(delegate: CardDelegate, model: CardModel) -> None:
    model.cards = [replace(GATE, title="x" * 500, note="n", marks=(STALE,) * 3), None, GATE]

    sizes = {
        delegate.sizeHint(QStyleOptionViewItem(), model.index(row, 0)).height() for row in range(3)
    }

    assert sizes == {108}


def test_cards_of_a_list_are_painted(view: QListView) -> None:
    image = picture_of(view)

    assert image.pixelColor(RIM + 2, RIM + 50) == COLOUR
    assert image.pixelColor(RIM + 2, 108 + RIM + 50) == COLOUR
    assert image.pixelColor(RIM + 2, 216 + RIM + 50) != COLOUR


def test_a_selected_card_is_seen(view: QListView, appearance: Appearance) -> None:
    view.setCurrentIndex(view.model().index(1, 0))

    assert border_of(view, 1) == appearance.theme.colour("accent")
    assert border_of(view, 0) != appearance.theme.colour("accent")


def test_the_card_under_the_mouse_is_seen(
    qtbot: QtBot, view: QListView, appearance: Appearance
) -> None:
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
    view.setMouseTracking(True)

    qtbot.mouseMove(view.viewport(), QPoint(100, 50))
    qtbot.mouseMove(view.viewport(), QPoint(101, 51))

    qtbot.waitUntil(lambda: border_of(view, 0) == appearance.theme.colour("border-strong"))


def test_the_ring_is_painted_only_where_it_is_wanted(
    view: QListView, delegate: CardDelegate, appearance: Appearance
) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    ring = appearance.theme.colour("focus-ring")

    shown = picture_of(view).pixelColor(RIM + WIDTH // 2, 1)
    delegate.shows_ring = False
    hidden = picture_of(view).pixelColor(RIM + WIDTH // 2, 1)

    assert shown == ring
    assert hidden != ring


def test_dragged_cards_are_dimmed(view: QListView, delegate: CardDelegate) -> None:
    plain = picture_of(view)

    delegate.set_dimmed(lambda index: index.row() == 1)
    dimmed = picture_of(view)
    delegate.set_dimmed(None)

    assert dimmed.copy(0, 0, 240, 108) == plain.copy(0, 0, 240, 108)
    assert dimmed.copy(0, 108, 240, 108) != plain.copy(0, 108, 240, 108)
    assert picture_of(view) == plain


def test_a_change_of_the_theme_is_followed(
    view: QListView, delegate: CardDelegate, appearance: Appearance
) -> None:
    appearance.use(load_theme(RESOURCES, "dark"))

    image = picture_of(view)

    dark = appearance.theme.colour("surface-raised")
    assert image.pixelColor(RIM + 100, RIM + 3) == dark
    assert delegate.cards.density is Density.COMFORTABLE


def test_a_density_outlives_a_change_of_the_theme(
    delegate: CardDelegate, appearance: Appearance
) -> None:
    delegate.set_density(Density.COMPACT)

    appearance.use(load_theme(RESOURCES, "dark"))

    assert delegate.height == 48


def test_the_arrow_turns_only_while_a_card_is_saved(
    qtbot: QtBot, view: QListView, delegate: CardDelegate, model: CardModel
) -> None:
    with qtbot.assertNotEmitted(delegate.turned, wait=150):
        picture_of(view)
    model.cards[0] = replace(GATE, state=CardState.SAVING)
    before = picture_of(view)

    qtbot.waitSignal(delegate.turned).wait()

    assert picture_of(view) != before


def test_a_list_reads_right_to_left(view: QListView) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    image = picture_of(view)

    assert image.pixelColor(RIM + WIDTH - 3, RIM + 50) == COLOUR


def test_a_tooltip_says_what_is_cut_and_what_marks_mean(delegate: CardDelegate) -> None:
    row = QRect(0, 0, WIDTH + 2 * RIM, 108)
    long = "Konsortium für grenzüberschreitende Verkehrsinfrastruktur"

    hint = delegate.hint(row, replace(GATE, heading=long, marks=(OVERDUE, STALE)))

    assert hint.split("\n") == [long, GATE.tip, OVERDUE.words, STALE.words]
    assert delegate.hint(row, GATE) == GATE.tip


def test_a_tooltip_comes_up_over_a_card(view: QListView, delegate: CardDelegate) -> None:
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(view.model().index(0, 0))
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(9, 9), view.mapToGlobal(QPoint(9, 9)))

    over = delegate.helpEvent(event, view, option, view.model().index(0, 0))
    said = QToolTip.text()
    beside = delegate.helpEvent(event, view, option, view.model().index(2, 0))

    assert (over, said) == (True, GATE.tip)
    assert not beside


def test_a_card_is_told_in_words(delegate: CardDelegate, model: CardModel) -> None:
    model.cards[0] = replace(GATE, marks=(STALE,))

    words = delegate.spoken(model.index(0, 0))

    assert words == (
        "Officine Brenta S.p.A., Press line 3, turnkey, 184,500.00 EUR, Negotiation, "
        "27 days without anything done, Marta Bellini · National"
    )


def test_long_cards_are_painted_in_a_narrow_list(view: QListView, model: CardModel) -> None:
    model.cards = [replace(GATE, heading="ق" * 500, title="x" * 500, stage="W" * 500)] * 3
    view.resize(QSize(60, 324))

    found = colours_of(picture_of(view))

    assert COLOUR.name() in found
