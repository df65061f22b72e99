"""A board over a real database, and ways to work it and to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.board import BoardSource
from core.board_place import Place
from core.formats import Formats
from core.list_figures import ListFigures
from core.record_source import RecordSource
from core.saved_views import SavedViews
from db.card_list import CARD_LIST
from db.contact_list import CONTACT_LIST
from db.opportunity_list import OPPORTUNITY_LIST
from db.opportunity_rows import read_opportunity
from tests.workspaces import NOW
from views.boards.board_choices import BoardChoices
from views.boards.board_parts import BoardParts
from views.boards.board_view import BoardView
from views.boards.kinds import BoardAbout, progress_board
from views.context import ScreenContext
from views.list.record_names import RecordNames
from views.opportunities.shared_filter import SharedFilter

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from db.card_list import CardItem
    from db.writes import Values
    from models.task import TaskRunner
    from widgets.kanban.column import ColumnPane
    from widgets.kanban.values import Card
    from widgets.theme import Appearance

LONG_MS = 15_000
ALT = Qt.KeyboardModifier.AltModifier


class BoardBench:
    """The view of a board and what it told."""

    def __init__(
        self, qtbot: QtBot, workspace: Workspace, appearance: Appearance, tasks: TaskRunner
    ) -> None:
        """Prepare a window; no board is built yet."""
        self.qtbot = qtbot
        self.workspace = workspace
        self.context = ScreenContext(
            appearance, tasks, Formats("en_GB"), workspace.parameters, lambda: NOW
        )
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.shared = SharedFilter(self.window)
        database = workspace.database
        self.parts = BoardParts(
            workspace,
            BoardSource(workspace),
            RecordSource(database, CARD_LIST),
            RecordSource(database, OPPORTUNITY_LIST),
            ListFigures(workspace),
            SavedViews(workspace, "opportunities", OPPORTUNITY_LIST.fields.keys()),
            RecordNames(RecordSource(database, CONTACT_LIST), tasks, self.window),
            self.shared,
        )
        self.acted: list[tuple[UUID, str]] = []
        self.errors: list[Exception] = []
        self.kept: list[BoardChoices] = []
        self._view: BoardView | None = None

    @property
    def view(self) -> BoardView:
        """The board."""
        assert self._view is not None
        return self._view

    def begin(
        self, about: BoardAbout | None = None, choices: BoardChoices | None = None
    ) -> BoardView:
        """Build a board, show it and wait until it stands."""
        view = self.build(about, choices)
        view.start()
        self.wait(lambda: view.model.board is not None)
        return view

    def build(
        self, about: BoardAbout | None = None, choices: BoardChoices | None = None
    ) -> BoardView:
        """Build a board and show it; nothing is read yet."""
        view = BoardView(
            self.context, about or progress_board(), self.parts, choices or BoardChoices()
        )
        self._view = view
        self.qtbot.addWidget(view)
        view.acted.connect(lambda act_id, label: self.acted.append((act_id, label)))
        view.failed.connect(self.errors.append)
        view.choices_changed.connect(self.kept.append)
        view.resize(1400, 700)
        view.show()
        view.activateWindow()
        self.qtbot.waitUntil(view.isActiveWindow)
        return view

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait for what a user would see."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=LONG_MS)

    def pane(self, title: str) -> ColumnPane:
        """Return the column of a title."""
        return next(pane for pane in self.view.board.columns if pane.column.title == title)

    def titles(self) -> list[str]:
        """Return the titles of the columns."""
        return [pane.column.title for pane in self.view.board.columns]

    def figures(self, title: str) -> tuple[str, str]:
        """Return count and total of a column, as its band says them."""
        count, total = self.pane(title).column.figures
        return count.value, f"{total.value} {total.unit}"

    def items(self, title: str) -> list[CardItem | None]:
        """Return the cards of a column."""
        column = self.view.model.column(Place.of(self.pane(title).key))
        return [column.item(row) for row in range(column.rowCount())]

    def cards(self, title: str) -> list[str]:
        """Return the titles of the cards of a column."""
        return [item.title if item else "…" for item in self.items(title)]

    def card(self, key: UUID) -> Card:
        """Return how a card looks now."""
        place = self.view.model.place(key)
        assert place is not None
        column = self.view.model.column(place)
        row = column.row_of(key)
        assert row is not None
        found = self.view.faces.look(column.index(row, 0))
        assert found is not None
        return found

    def take_up(self, *keys: UUID) -> None:
        """Begin to drag cards and wait until it is known who refuses them."""
        held: dict[str, tuple[UUID, ...]] = {}
        for key in keys:
            place = self.view.model.place(key)
            assert place is not None
            held[place.key] = (*held.get(place.key, ()), key)
        with self.qtbot.waitSignal(self.view.board.dragging.answered, timeout=LONG_MS):
            assert self.view.board.dragging.begin(held, by_mouse=True)

    def drop(self, title: str, *keys: UUID) -> None:
        """Drag cards to a column and let go."""
        self.take_up(*keys)
        pane = self.pane(title)
        self.view.board.dragging.drop(pane.geometry().center())

    def row(self, key: UUID) -> Values:
        """Return the columns of an opportunity as they are stored."""
        with self.workspace.database.reading() as connection:
            return read_opportunity(connection, key)

    def message(self) -> str:
        """Return what the message bar says; nothing while it is hidden."""
        bar = self.view.message
        return bar.sentence.text() if bar.isVisible() else ""

    def dialog(self) -> Any:  # noqa: ANN401 - the one that the move opened
        """Wait for the question of a move and return its dialog."""
        self.wait(lambda: self.view.moves.dialog is not None)
        return self.view.moves.dialog

    def press(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
        """Press a key with Alt."""
        QTest.keyClick(widget, key, modifier)

    def status(self) -> list[str]:
        """Return the words of the status bar."""
        return [text.plain() for text in self.view.status.texts]
