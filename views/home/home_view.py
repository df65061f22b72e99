"""The home screen: figures, what is due, what is stale, and how an empty database begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.day_ranges import Calendar
from db.home_rows import ActivityQuery
from models.paced_read import PacedRead
from resources.texts import _
from views.home.empty_home import EmptyHome
from views.home.figure_rows import FigureRows, titles
from views.home.line_lists import LineLists
from views.home.words import Words, greeting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from core.home import Home
    from core.home_lines import HomeLines
    from db.list_query import ListQuery
    from views.context import ScreenContext

MINUTE_MS = 60_000
WIDEST = 1_280
MARGIN = 40


class ReadsFigures(Protocol):
    """Reads the figures; waits for the database."""

    def read(self, now: datetime) -> Home:
        """Return all figures."""


class ReadsLines(Protocol):
    """Reads the lines behind figures; waits for the database."""

    @property
    def watched(self) -> AbstractSet[str]:
        """Return the tables whose changes show."""

    def read(self, home: Home) -> HomeLines:
        """Return the first lines of each list."""


@dataclass(frozen=True)
class HomeAbout:
    """Who is greeted, where the data lies, what can be begun, and shortcuts worth knowing.

    Offers are out of demo, sample, import, contact and opportunity.
    """

    user: str
    place: str
    offers: tuple[str, ...] = ("demo", "sample")
    tips: tuple[tuple[str, str], ...] = ()


class _Answer(NamedTuple):
    home: Home
    lines: HomeLines
    now: datetime


class HomeView(QWidget):
    """Shows the day at a glance; whatever is pressed is told, and others open it."""

    list_wanted = Signal(object, str)
    activities_wanted = Signal(object, str)
    opportunity_wanted = Signal(object)
    # The name of an action of the first steps, such as demo.
    step_wanted = Signal(str)
    failed = Signal(Exception)
    loaded = Signal()

    def __init__(
        self,
        context: ScreenContext,
        figures: ReadsFigures,
        lines: ReadsLines,
        about: HomeAbout,
        calendar: Calendar = Calendar(),  # noqa: B008 - a plain value
    ) -> None:
        """Build the screen; nothing is read before the first refresh."""
        super().__init__()
        self._context = context
        self._figures, self._lines = figures, lines
        self._about = about
        self._calendar = calendar
        self._answer: _Answer | None = None
        self._stale = False
        self._read = PacedRead(self, context.tasks, self._reading)
        self._read.arrived.connect(self._show)
        self._read.failed.connect(self._fail)
        self._build()
        self._greet()

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        self._read.now()

    def refresh_changed(self, rows: Mapping[str, object] | None) -> None:
        """Read anew where changed rows of tables may show here; None: anything may have changed."""
        if rows is not None and not self._lines.watched & rows.keys():
            return
        if self.isVisible():
            self._read.soon()
        else:
            # Nobody looks: one read when somebody does.
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._read.soon()

    def _build(self) -> None:
        appearance = self._context.appearance
        self.greeting, self.sentence = QLabel(), QLabel()
        self.greeting.setProperty("kind", "title")
        self.greeting.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setProperty("kind", "muted")
        self.figures = FigureRows(appearance)
        self.lists = LineLists(appearance)
        self.empty = EmptyHome(appearance, self._about.place, self._about.offers, self._about.tips)
        self.filled = QWidget()
        column = QVBoxLayout(self.filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.figures)
        column.addWidget(self.lists)
        column.addStretch(1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.filled)
        self.pages.addWidget(self.empty)
        self._turn_to(self.filled)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(WIDEST + 2 * MARGIN)
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 28, MARGIN, 28)
        column.setSpacing(0)
        column.addWidget(self.greeting)
        column.addSpacing(4)
        column.addWidget(self.sentence)
        column.addSpacing(20)
        column.addWidget(self.pages, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        self.figures.chosen.connect(self._open)
        self.lists.all_chosen.connect(self._open)
        self.lists.line_chosen.connect(self._open_line)
        self.empty.wanted.connect(self.step_wanted)
        again = QAction(_("Read again"), self)
        again.setShortcut(QKeySequence.StandardKey.Refresh)
        again.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.triggered.connect(self.refresh)
        self.addAction(again)
        # A day begins while the screen stands.
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._minute.start()

    def _reading(self) -> Callable[[], _Answer]:
        figures, lines, now = self._figures, self._lines, self._context.clock()

        def read() -> _Answer:
            home = figures.read(now)
            return _Answer(home, lines.read(home), now)

        return read

    @Slot(object)
    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        words = Words(self._context.formats, answer.lines.decimals, self._calendar)
        if answer.lines.beginning.opportunities:
            self.figures.show_home(answer.home, answer.lines, words)
            self.lists.show_home(answer.home, answer.lines, words, answer.now)
            self._turn_to(self.filled)
        else:
            self.empty.show_beginning(answer.lines.beginning, words)
            self._turn_to(self.empty)
        self._greet()
        self.loaded.emit()

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; only this one says how much room there must be."""
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for each in (self.filled, self.empty):
            policy = preferred if each is page else ignored
            each.setSizePolicy(policy, policy)
        self.pages.setCurrentWidget(page)

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        if self._answer is None:
            self.figures.show_failed()
            self.lists.settle()
        self.failed.emit(error)

    @Slot()
    def _tick(self) -> None:
        now, answer = self._context.clock(), self._answer
        if answer and self._calendar.today(now) != self._calendar.today(answer.now):
            self.refresh_changed(None)
        self._greet()

    def _greet(self) -> None:
        local = self._context.clock().astimezone(self._calendar.zone)
        self.greeting.setText(greeting(local.hour, self._about.user))
        words = Words(self._context.formats, {}, self._calendar)
        day = words.long_day(local.date())
        empty = self._answer is not None and not self._answer.lines.beginning.opportunities
        ready = _("{day}. Your database is empty and ready.").format(day=day)
        self.sentence.setText(ready if empty else day)

    @Slot(str)
    def _open(self, name: str) -> None:
        """Tell which list stands behind a figure."""
        if self._answer is None:
            return
        behind, title = _behind(self._answer.home, name), str(titles()._asdict()[name])
        if isinstance(behind, ActivityQuery):
            self.activities_wanted.emit(behind, title)
        else:
            self.list_wanted.emit(behind, title)

    @Slot(str, str)
    def _open_line(self, name: str, key: str) -> None:
        if key:
            self.opportunity_wanted.emit(UUID(key))
        else:
            self._open(name)


def _behind(home: Home, name: str) -> ActivityQuery | ListQuery:
    """Return the query of the rows behind a figure."""
    queries: dict[str, ActivityQuery | ListQuery] = {
        "pipeline": home.pipeline.query,
        "closing": home.closing.query,
        "month": home.month.won.query,
        "overdue": home.overdue.query,
        "today": home.today.query,
        "stale": home.stale.query,
        "changed": home.changed.query,
    }
    return queries[name]
