"""The boards of one open database."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.list_screens import OPPORTUNITIES, who_else
from core.board import BoardSource
from core.list_figures import ListFigures
from core.record_source import RecordSource
from core.saved_views import SavedViews
from db.card_list import CARD_LIST
from db.opportunity_list import OPPORTUNITY_LIST
from models.task import Task
from resources.texts import ngettext
from views.boards.board_choices import BoardChoices
from widgets.status_strip import StatusText

if TYPE_CHECKING:
    from app.desk import Desk
    from app.opening import Opened
    from app.shared_parts import SharedParts
    from db.feed import FeedBatch
    from views.boards.board_view import BoardView
    from views.boards.kinds import BoardAbout
    from views.context import ScreenContext

PROGRESS, STAGES = "progress", "stages"
SETTING = "boards"
# Choices that come together, as when many columns are opened, are stored once.
STORE_MS = 500


class BoardScreens(QObject):
    """Makes the boards, tells them of changes, and stores what the user chooses on them."""

    # A card is to be shown in the list.
    list_wanted = Signal(object)

    def __init__(
        self, desk: Desk, opened: Opened, context: ScreenContext, shared: SharedParts
    ) -> None:
        """Make boards for a desk, which share their filter with the list."""
        super().__init__(desk)
        self._desk = desk
        self._opened = opened
        self._context = context
        self._shared = shared
        self._source = BoardSource(opened.workspace, opened.company_id)
        self._figures = ListFigures(opened.workspace, opened.company_id)
        self._kept: dict[str, object] = dict(opened.settings[SETTING])
        self._store = QTimer(self, interval=STORE_MS, singleShot=True)
        self._store.timeout.connect(self.keep_choices)
        self.open: dict[str, BoardView] = {}

    def progress(self) -> BoardView:
        """Return the progress board, which has begun to read."""
        from views.boards.kinds import progress_board  # noqa: PLC0415 - costs start time

        return self._board(PROGRESS, progress_board())

    def stages(self) -> BoardView:
        """Return the stages board, which has begun to read."""
        from views.boards.kinds import stages_board  # noqa: PLC0415 - costs start time

        return self._board(STAGES, stages_board())

    def refresh(self, batch: FeedBatch) -> None:
        """Let the boards take changes, and say who made them if it was somebody else."""
        who = who_else(batch, self._opened.workspace.user.id)
        for view in self.open.values():
            view.take_changes(None if batch.everything else batch.rows, who)

    @Slot()
    def read_again(self) -> None:
        """Let the boards read what they could not read."""
        for view in self.open.values():
            view.read_again()

    @Slot(str)
    def forget(self, key: str) -> None:
        """Let go of a board that was closed."""
        if self.open.pop(key, None) is not None:
            self._desk.window.status.set_left([])

    def use(self, opened: Opened) -> None:
        """Take what is known of the database by now; totals are in the company's currency."""
        self._opened = opened
        self._source.use_company(opened.company_id)
        self._figures.use_company(opened.company_id)

    @Slot()
    def keep_choices(self) -> None:
        """Store what the user has chosen on the boards."""
        self._store.stop()
        settings = self._opened.settings
        if self._kept != settings[SETTING]:
            self._desk.tasks.start(Task(partial(settings.set, SETTING, dict(self._kept))))

    def show_status(self, key: str) -> bool:
        """Show what a board has to say in the status strip; tell whether there is such a board."""
        view = self.open.get(key)
        if view is not None:
            self._desk.window.status.set_left(view.status.texts)
        return view is not None

    def _board(self, key: str, about: BoardAbout) -> BoardView:
        from views.boards.board_parts import BoardParts  # noqa: PLC0415 - costs start time
        from views.boards.board_view import BoardView  # noqa: PLC0415 - costs start time

        database = self._opened.workspace.database
        parts = BoardParts(
            workspace=self._opened.workspace,
            source=self._source,
            cards=RecordSource(database, CARD_LIST),
            opportunities=RecordSource(database, OPPORTUNITY_LIST),
            figures=self._figures,
            views=SavedViews(self._opened.workspace, OPPORTUNITIES, OPPORTUNITY_LIST.fields.keys()),
            names=self._shared.names,
            shared=self._shared.filter,
        )
        choices = BoardChoices.from_plain(self._kept.get(key))
        view = BoardView(self._context, about, parts, choices)
        self._connect(key, view)
        self.open[key] = view
        view.start()
        return view

    def _connect(self, key: str, view: BoardView) -> None:
        view.failed.connect(self._tell)
        view.shown.connect(self._desk.notices.unsay)
        view.acted.connect(self._desk.tell_act)
        view.copied.connect(self._show_copied)
        view.demo_wanted.connect(self._desk.fill_with_demo)
        view.list_wanted.connect(self.list_wanted)
        view.status_changed.connect(partial(self._show_if_current, key))
        view.choices_changed.connect(partial(self._take_choices, key))

    def _show_if_current(self, key: str, texts: list[StatusText]) -> None:
        if self._desk.window.shell.tabs.current == key:
            self._desk.window.status.set_left(texts)

    def _take_choices(self, key: str, choices: BoardChoices) -> None:
        self._kept[key] = choices.to_plain()
        self._store.start()

    @Slot(Exception)
    def _tell(self, error: Exception) -> None:
        # Not the board itself: it may be closed by the time the user tries again.
        self._desk.notices.tell(error, self.read_again)

    @Slot(int)
    def _show_copied(self, count: int) -> None:
        copied = ngettext("card copied", "cards copied", count)
        figure = self._desk.formats.count(count)
        self._desk.window.status.set_left([StatusText(figure=figure, after=copied)])
