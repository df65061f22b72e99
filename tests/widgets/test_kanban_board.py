"""The board as a whole: columns, keys, drags, refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest

from widgets.kanban.board import KanbanBoard
from widgets.kanban.values import Card, Column, End, Figure, Refusal

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from widgets.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
WIDE, HIGH = 1400, 700
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Cards(QAbstractListModel):
    """Cards that are known by their keys alone."""

    def __init__(self, name: str, count: int) -> None:
        """Make a number of cards."""
        super().__init__()
        self.name = name
        self.keys = [uuid4() for _n in range(count)]

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401 - Qt's own
        del index, role

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def take(self, row: int) -> UUID:
        """Let a card leave."""
        self.beginRemoveRows(QModelIndex(), row, row)
        key = self.keys.pop(row)
        self.endRemoveRows()
        return key


def look(index: Index) -> Card | None:
    """Return what a card of the test shows."""
    name = f"Contact {index.row()}"
    return Card(name, "Title", "User", "US", "Stage", None, "1,000.00", "1,000", "EUR")


def key_of(index: Index) -> UUID | None:
    model = index.model()
    assert isinstance(model, Cards)
    return model.keys[index.row()]


def column(key: str, count: int, end: End = End.NONE) -> Column:
    """Return a column as its band shows it."""
    return Column(
        key, key.upper(), (Figure("Count", str(count)), Figure("Total", "0", "EUR")), end=end
    )


class Shown:
    """A board with its models."""

    def __init__(self, qtbot: QtBot, appearance: Appearance, sizes: dict[str, int]) -> None:
        """Show a board whose columns have so many cards."""
        self.board = KanbanBoard(appearance, look, key_of)
        self.name = next(iter(sizes))
        self.models = {key: Cards(key, count) for key, count in sizes.items()}
        self.columns = [column(key, count) for key, count in sizes.items()]
        self.board.row_of = self._row_of
        qtbot.addWidget(self.board)
        self.board.set_columns(self.columns, set())
        for key, model in self.models.items():
            self.board.set_model(key, model)
        self.board.resize(WIDE, HIGH)
        self.board.show()
        qtbot.waitExposed(self.board)

    def _row_of(self, name: str, key: UUID) -> int | None:
        keys = self.models[name].keys
        return keys.index(key) if key in keys else None

    def key(self, name: str, row: int) -> UUID:
        """Return the key of a card."""
        return self.models[name].keys[row]

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is."""
        pane = self.board.columns.pane(self.name)
        assert pane is not None
        assert pane.body is not None
        QTest.keyClick(pane.body.cards, key, modifier)

    def choose(self, name: str, *rows: int) -> tuple[UUID, ...]:
        """Choose cards of a column, and let the keyboard be there."""
        self.name = name
        keys = tuple(self.key(name, row) for row in rows)
        self.board.select(keys)
        pane = self.board.columns.pane(name)
        assert pane is not None
        assert pane.body is not None
        pane.body.cards.setFocus()
        return keys


@pytest.fixture
def shown(qtbot: QtBot, appearance: Appearance) -> Shown:
    """Return a board of three columns."""
    return Shown(qtbot, appearance, {"a": 8, "b": 5, "c": 3})


@pytest.fixture
def dropped(shown: Shown) -> list[tuple[tuple[UUID, ...], str]]:
    """Return what was dropped so far."""
    found: list[tuple[tuple[UUID, ...], str]] = []
    shown.board.dropped.connect(lambda keys, to: found.append((keys, to)))
    return found


def answer(shown: Shown, refusals: dict[str, Refusal]) -> None:
    """Let the board hear which columns refuse, whenever something is dragged."""
    shown.board.drag_began.connect(lambda _keys: shown.board.set_refusals(refusals))


def test_alt_right_moves_the_chosen_card_to_the_next_column(
    qtbot: QtBot, shown: Shown, dropped: list[tuple[tuple[UUID, ...], str]]
) -> None:
    answer(shown, {})
    shown.choose("a", 1)

    shown.press(Qt.Key.Key_Right, ALT)

    qtbot.waitUntil(lambda: bool(dropped))
    assert dropped == [((shown.key("a", 1),), "b")]


def test_alt_right_passes_over_a_column_that_refuses(
    qtbot: QtBot, shown: Shown, dropped: list[tuple[tuple[UUID, ...], str]]
) -> None:
    answer(shown, {"b": Refusal("Not allowed here", "No move leads there.")})
    shown.choose("a", 0)

    shown.press(Qt.Key.Key_Right, ALT)

    qtbot.waitUntil(lambda: bool(dropped))
    assert dropped[0][1] == "c"


def test_nothing_moves_where_every_other_column_refuses(
    qtbot: QtBot, shown: Shown, dropped: list[tuple[tuple[UUID, ...], str]]
) -> None:
    refusal = Refusal("Not allowed here", "No move leads there.")
    answer(shown, {"b": refusal, "c": refusal})
    shown.choose("a", 0)

    shown.press(Qt.Key.Key_Right, ALT)
    qtbot.wait(600)

    assert dropped == []


def test_several_chosen_cards_move_together(
    qtbot: QtBot, shown: Shown, dropped: list[tuple[tuple[UUID, ...], str]]
) -> None:
    answer(shown, {})
    keys = shown.choose("b", 0, 2)

    shown.press(Qt.Key.Key_Left, ALT)

    qtbot.waitUntil(lambda: bool(dropped))
    assert set(dropped[0][0]) == set(keys)
    assert dropped[0][1] == "a"


def test_enter_opens_the_card(qtbot: QtBot, shown: Shown) -> None:
    shown.choose("c", 2)

    with qtbot.waitSignal(shown.board.activated) as opened:
        shown.press(Qt.Key.Key_Return)

    assert opened.args == [shown.key("c", 2)]


def test_the_choice_is_told(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.board.chosen) as chosen:
        shown.board.select([shown.key("a", 3)])

    assert chosen.args == [(shown.key("a", 3),)]
    assert shown.board.selected() == (shown.key("a", 3),)


def test_what_is_chosen_stays_while_figures_change(shown: Shown) -> None:
    shown.board.select([shown.key("a", 3)])

    shown.board.set_columns([column(each.key, 99) for each in shown.columns], set())

    assert shown.board.selected() == (shown.key("a", 3),)


def test_what_is_chosen_stays_while_another_card_leaves(shown: Shown) -> None:
    key = shown.key("a", 3)
    shown.board.select([key])

    shown.models["a"].take(0)

    assert shown.board.selected() == (key,)


def test_a_collapsed_column_is_a_strip(qtbot: QtBot, shown: Shown) -> None:
    pane = shown.board.columns.pane("a")
    assert pane is not None
    wide = pane.width()

    shown.board.set_columns(shown.columns, {"a"})

    qtbot.waitUntil(lambda: pane.width() < wide / 2)


def test_n_begins_the_quick_line(qtbot: QtBot, shown: Shown) -> None:
    shown.choose("b", 0)
    shown.press(Qt.Key.Key_N)

    with qtbot.waitSignal(shown.board.entered) as entered:
        QTest.keyClicks(shown.board.window().focusWidget(), "Rossi, Press, 5000")
        QTest.keyClick(shown.board.window().focusWidget(), Qt.Key.Key_Return)

    assert entered.args == ["b", "Rossi, Press, 5000"]


@pytest.mark.parametrize("count", [1, 50_000])
def test_a_column_of_any_length_shows_its_cards(
    qtbot: QtBot, appearance: Appearance, count: int
) -> None:
    shown = Shown(qtbot, appearance, {"a": count})

    shown.board.select([shown.key("a", count - 1)])

    assert shown.board.selected() == (shown.key("a", count - 1),)


def test_forty_columns_are_built_as_they_are_seen(qtbot: QtBot, appearance: Appearance) -> None:
    shown = Shown(qtbot, appearance, {f"c{n}": 5 for n in range(40)})

    panes = [shown.board.columns.pane(f"c{n}") for n in range(40)]

    built = [pane for pane in panes if pane is not None and pane.body is not None]
    assert 0 < len(built) < len(panes)
