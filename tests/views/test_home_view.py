"""The home screen, worked with mouse and keys over a real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from core.formats import Formats
from core.record_source import RecordSource
from db.errors import ConnectionLostError
from db.home_rows import ActivityQuery
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.tables.opportunity import OpportunityRow
from resources.texts import language
from tests.lists import change_rows
from tests.views.home_help import GatedFigures, fill, lists_of, plan, set_target
from tests.workspaces import NOW, add_contact, add_opportunity
from views.context import ScreenContext
from views.home import HomeAbout, HomeView
from widgets.detail_card import DetailCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from models.task import TaskRunner
    from widgets.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
ABOUT = HomeAbout("Marta", "On this computer", tips=(("Find or do anything", "Ctrl+K"),))
Make = Callable[..., HomeView]


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        """Begin at the usual moment."""
        self.now = NOW

    def __call__(self) -> datetime:
        """Return the moment that is set."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def figures(sqlite_workspace: Workspace) -> Iterator[GatedFigures]:
    made = GatedFigures(sqlite_workspace)
    yield made
    made.gate.set()


@pytest.fixture
def context(
    sqlite_workspace: Workspace, tasks: TaskRunner, appearance: Appearance, clock: Clock
) -> ScreenContext:
    parameters = sqlite_workspace.parameters
    return ScreenContext(appearance, tasks, Formats("en_GB"), parameters, clock)


@pytest.fixture
def make(
    sqlite_workspace: Workspace,
    figures: GatedFigures,
    context: ScreenContext,
    qtbot: QtBot,
) -> Make:
    """Return what builds the screen, shown and not read yet."""

    def build(about: HomeAbout = ABOUT, locale: str = "en_GB", width: int = 1200) -> HomeView:
        spoken = replace(context, formats=Formats(locale))
        view = HomeView(spoken, figures, lists_of(sqlite_workspace), about)
        qtbot.addWidget(view)
        view.resize(width, 900)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return build


@pytest.fixture
def view(sqlite_workspace: Workspace, make: Make, qtbot: QtBot) -> HomeView:
    """Return the screen of a day's work."""
    fill(sqlite_workspace)
    made: HomeView = make()
    read(made, qtbot)
    return made


def read(view: HomeView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.loaded):
        view.refresh()


def lines(view: HomeView, name: str) -> list[tuple[str, str, str]]:
    return [
        (row.line.title, row.line.detail, row.line.figure) for row in view.lists.lists[name].rows
    ]


def test_my_pipeline_is_net_with_weighted_count_and_what_is_unknown(view: HomeView) -> None:
    card = view.figures.cards["pipeline"]

    assert isinstance(card, DetailCard)
    assert (card.figure.figure, card.figure.code) == ("2,000.00", "EUR")
    assert card.figure.note.endswith("weighted")
    assert card.detail.words == "3 opportunities, 1 without an amount"


def test_the_month_shows_what_should_close_and_what_was_won(view: HomeView) -> None:
    cards = view.figures.cards

    assert cards["closing"].figure.figure == "1,500.00"
    assert cards["month"].figure.caption == "Won in March 2026"
    assert cards["month"].figure.figure == "600.00"
    assert cards["month"].figure.note == "I have no target for this month"


def test_counts_say_what_is_late_and_what_is_due(view: HomeView) -> None:
    cards = view.figures.cards

    assert (cards["overdue"].figure.figure, cards["overdue"].figure.note) == (
        "1",
        "the oldest of 02 Mar 26",
    )
    assert (cards["today"].figure.figure, cards["today"].figure.note) == ("2", "the first at 14:00")
    assert (cards["stale"].figure.figure, cards["stale"].figure.note) == ("1", "500.00 EUR")
    assert (cards["changed"].figure.figure, cards["changed"].figure.note) == (
        "0",
        "since yesterday",
    )


def test_a_target_is_a_bar(sqlite_workspace: Workspace, view: HomeView, qtbot: QtBot) -> None:
    set_target(sqlite_workspace, 80_000)

    read(view, qtbot)

    card = view.figures.cards["month"]
    assert isinstance(card, DetailCard)
    assert card.figure.note == "75 % of my target of 800.00"
    assert card.detail.share == 0.75
    assert card.detail.bar_role == "bar-fill"


def test_a_target_that_is_reached_is_green(
    sqlite_workspace: Workspace, view: HomeView, qtbot: QtBot
) -> None:
    set_target(sqlite_workspace, 60_000)

    read(view, qtbot)

    card = view.figures.cards["month"]
    assert isinstance(card, DetailCard)
    assert card.detail.bar_role == "positive-mark"


def test_a_missing_rate_is_said(sqlite_workspace: Workspace, view: HomeView, qtbot: QtBot) -> None:
    values = {"number": "X", "currency_code": "USD", "net_minor": 700}
    user = {"user_id": sqlite_workspace.user.id}
    add_opportunity(sqlite_workspace, add_contact(sqlite_workspace), **values, **user)
    set_target(sqlite_workspace, 80_000, "USD")

    read(view, qtbot)

    card = view.figures.cards["pipeline"]
    assert isinstance(card, DetailCard)
    assert card.detail.words == "4 opportunities, 1 without an amount, No rate for USD"
    assert card.detail.role == "warning"
    assert "7.00 USD net" in card.toolTip()
    assert "The total leaves out USD: there is no rate to EUR." in card.toolTip()
    assert view.figures.cards["month"].figure.note == "My target has no rate for USD"


def test_tooltips_split_by_currency_and_are_read_aloud(view: HomeView) -> None:
    card = view.figures.cards["pipeline"]

    assert card.toolTip().startswith("2,000.00 EUR net, ")
    assert card.accessibleDescription() == card.toolTip()


@pytest.mark.parametrize("name", ["pipeline", "closing", "month", "stale", "changed"])
def test_a_figure_opens_the_list_behind_it(
    sqlite_workspace: Workspace, view: HomeView, qtbot: QtBot, name: str
) -> None:
    card = view.figures.cards[name]

    with qtbot.waitSignal(view.list_wanted) as told:
        qtbot.mouseClick(card, LEFT)

    query, title = told.args
    source = RecordSource(sqlite_workspace.database, OPPORTUNITY_LIST)
    rows = {"pipeline": 3, "closing": 1, "month": 1, "stale": 1, "changed": 0}[name]
    assert isinstance(query, ListQuery)
    assert source.first_page(query).count == rows
    assert title


@pytest.mark.parametrize("name", ["overdue", "today"])
def test_a_count_of_activities_opens_them(view: HomeView, qtbot: QtBot, name: str) -> None:
    view.figures.cards[name].setFocus()

    with qtbot.waitSignal(view.activities_wanted) as told:
        qtbot.keyClick(view.figures.cards[name], Key.Key_Return)

    query, title = told.args
    assert isinstance(query, ActivityQuery)
    assert title == {"overdue": "Overdue activities", "today": "Activities today"}[name]


def test_each_list_shows_its_lines(view: HomeView) -> None:
    assert lines(view, "today") == [
        ("Visit", "Bianchi, Robot", "14:00"),
        ("Tidy up", view.lists.lists["today"].rows[1].line.detail, "14:30"),
    ]
    assert lines(view, "overdue") == [("Call back", "Bianchi, Press", "02 Mar 26")]
    assert lines(view, "stale") == [("Old", "40 d, Bianchi", "500.00")]
    assert lines(view, "changed") == []
    assert "Nobody else" in view.lists.lists["changed"].nothing.text()


def test_hours_read_as_the_locale_writes_them(
    sqlite_workspace: Workspace, make: Make, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    view = make(locale="en_US")

    read(view, qtbot)

    assert lines(view, "today")[0][2].replace("\u202f", " ") == "2:00 PM"


def test_a_line_leads_to_its_opportunity(
    sqlite_workspace: Workspace, make: Make, qtbot: QtBot
) -> None:
    keys = fill(sqlite_workspace)
    view = make()
    read(view, qtbot)

    with qtbot.waitSignal(view.opportunity_wanted) as told:
        qtbot.mouseClick(view.lists.lists["stale"].rows[0], LEFT)

    assert told.args == [keys["Old"]]


def test_a_line_of_no_opportunity_leads_to_the_activities(view: HomeView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.activities_wanted) as told:
        qtbot.mouseClick(view.lists.lists["today"].rows[1], LEFT)

    assert told.args[1] == "Activities today"


def test_the_head_of_a_list_leads_to_all_of_it(
    sqlite_workspace: Workspace, view: HomeView, qtbot: QtBot
) -> None:
    for place in range(10):
        plan(sqlite_workspace, f"Call {place}", None, NOW - timedelta(days=3))
    read(view, qtbot)
    link = view.lists.lists["overdue"].link

    with qtbot.waitSignal(view.activities_wanted):
        qtbot.mouseClick(link, LEFT)

    assert link.text() == "All 11"
    assert len(view.lists.lists["overdue"].rows) == 8


def test_a_list_of_nothing_has_no_link(view: HomeView) -> None:
    assert view.lists.lists["changed"].link.isHidden()
    assert not view.lists.lists["stale"].link.isHidden()


def test_bars_stand_where_figures_will_be(
    sqlite_workspace: Workspace, make: Make, figures: GatedFigures, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    view = make()
    figures.gate.clear()
    heights = [card.height() for card in view.figures.cards.values()]
    view.refresh()
    during = [bars.isVisible() for bars in view.figures._bars]  # noqa: SLF001 - what is seen

    with qtbot.waitSignal(view.loaded):
        figures.gate.set()

    assert all(during)
    assert not any(bars.isVisible() for bars in view.figures._bars)  # noqa: SLF001 - the same
    assert [card.height() for card in view.figures.cards.values()] == heights


def test_a_failed_read_is_told_and_the_last_good_data_stay(
    view: HomeView, figures: GatedFigures, qtbot: QtBot
) -> None:
    figures.cable_is_out = True

    with qtbot.waitSignal(view.failed) as told:
        view.refresh()

    assert isinstance(told.args[0], ConnectionLostError)
    assert view.figures.cards["pipeline"].figure.figure == "2,000.00"


def test_a_first_read_that_fails_leaves_dashes_and_can_be_tried_again(
    sqlite_workspace: Workspace, make: Make, figures: GatedFigures, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    figures.cable_is_out = True
    view = make()
    with qtbot.waitSignal(view.failed):
        view.refresh()
    dashes = {card.figure.figure for card in view.figures.cards.values()}
    qtbot.mouseClick(view.figures.cards["pipeline"], LEFT)

    figures.cable_is_out = False
    read(view, qtbot)

    assert dashes == {"–"}
    assert view.figures.cards["pipeline"].figure.figure == "2,000.00"


def test_a_change_elsewhere_shows(sqlite_workspace: Workspace, make: Make, qtbot: QtBot) -> None:
    keys = fill(sqlite_workspace)
    view = make()
    read(view, qtbot)
    change_rows(sqlite_workspace, OpportunityRow, [keys["Press"]], {"net_minor": 250_000})

    view.refresh_changed({"opportunity": frozenset({keys["Press"]})})

    qtbot.waitUntil(lambda: view.figures.cards["pipeline"].figure.figure == "3,000.00")


def test_changes_of_other_tables_read_nothing(
    view: HomeView, figures: GatedFigures, qtbot: QtBot
) -> None:
    before = len(figures.reads)

    view.refresh_changed({"saved_view": frozenset(), "setting": frozenset()})
    qtbot.wait(50)

    assert len(figures.reads) == before


def test_many_changes_read_at_most_once_a_second(
    view: HomeView, figures: GatedFigures, qtbot: QtBot
) -> None:
    before = len(figures.reads)

    for _change in range(12):
        view.refresh_changed({"opportunity": frozenset()})
        qtbot.wait(50)

    during = len(figures.reads) - before
    qtbot.waitUntil(lambda: len(figures.reads) > before)
    assert during <= 1


def test_a_screen_nobody_looks_at_reads_when_it_is_shown(
    view: HomeView, figures: GatedFigures, qtbot: QtBot
) -> None:
    view.hide()
    before = len(figures.reads)
    view.refresh_changed(None)
    view.refresh_changed(None)
    qtbot.wait(50)
    hidden = len(figures.reads) - before

    view.show()

    qtbot.waitUntil(lambda: len(figures.reads) == before + 1)
    assert hidden == 0


def test_the_keyboard_stays_in_a_list_that_is_read_again(view: HomeView, qtbot: QtBot) -> None:
    view.lists.lists["today"].rows[1].setFocus()

    read(view, qtbot)

    assert view.lists.lists["today"].rows[1].hasFocus()


def test_f5_reads_again(view: HomeView, figures: GatedFigures, qtbot: QtBot) -> None:
    view.figures.cards["stale"].setFocus()
    before = len(figures.reads)

    with qtbot.waitSignal(view.loaded):
        qtbot.keyClick(view.figures.cards["stale"], Key.Key_F5)

    assert len(figures.reads) == before + 1


def test_a_new_day_is_greeted_and_read(
    view: HomeView, figures: GatedFigures, qtbot: QtBot, clock: Clock
) -> None:
    qtbot.wait(1_000)
    clock.now = datetime(2026, 3, 5, 18, 1, tzinfo=UTC)

    view._minute.timeout.emit()  # noqa: SLF001 - a minute later

    qtbot.waitUntil(lambda: figures.reads[-1] == clock.now)
    assert view.greeting.text() == "Good evening, Marta"
    assert view.sentence.text() == "Thursday, 5 March 2026"


def test_an_empty_database_shows_the_steps_and_one_primary_button(make: Make, qtbot: QtBot) -> None:
    view = make()

    read(view, qtbot)

    primary = [b for b in view.findChildren(QPushButton) if b.property("kind") == "primary"]
    assert view.pages.currentWidget() is view.empty
    assert view.sentence.text().endswith("Your database is empty and ready.")
    assert [b.text() for b in primary if b.isVisible()] == ["Try it with demo data"]
    assert view.empty.steps.count.text() == "2 of 3"


def test_a_step_tells_what_is_wanted(make: Make, qtbot: QtBot) -> None:
    view = make()
    read(view, qtbot)
    sample, demo = view.empty.steps.rows[2].buttons

    told: list[str] = []
    view.step_wanted.connect(told.append)

    qtbot.mouseClick(demo, LEFT)
    qtbot.mouseClick(sample, LEFT)

    assert told == ["demo", "sample"]


def test_the_first_opportunity_turns_to_the_figures(
    sqlite_workspace: Workspace, make: Make, qtbot: QtBot
) -> None:
    view = make()
    read(view, qtbot)
    fill(sqlite_workspace)

    read(view, qtbot)

    assert view.pages.currentWidget() is view.filled


@pytest.mark.parametrize("width", [1200, 700, 480])
def test_nothing_is_cut_off_at_any_width(
    sqlite_workspace: Workspace, make: Make, qtbot: QtBot, width: int
) -> None:
    fill(sqlite_workspace)
    view = make(width=width)

    read(view, qtbot)

    right, whole = view.area.viewport().width(), view.area.widget()
    assert whole is not None
    for card in view.figures.cards.values():
        assert card.mapTo(whole, card.rect().bottomRight()).x() < right


def test_every_button_has_a_name_and_the_tab_key_reaches_it(view: HomeView, qtbot: QtBot) -> None:
    buttons = [
        b
        for b in view.findChildren(QAbstractButton)
        if b.isVisible() and b.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    view.figures.cards["pipeline"].setFocus()
    reached = set()

    for _step in range(len(buttons) + 2):
        reached.add(view.focusWidget())
        qtbot.keyClick(view.focusWidget(), Key.Key_Tab)

    assert all(b.accessibleName() or b.text() for b in buttons)
    assert set(buttons) <= reached


def test_all_words_go_through_the_catalogue(
    sqlite_workspace: Workspace, make: Make, qtbot: QtBot
) -> None:
    fill(sqlite_workspace)
    language.use("qps")
    try:
        view = make()
        read(view, qtbot)
    finally:
        language.use("en")

    for card in view.figures.cards.values():
        assert card.figure.caption.startswith("[")
    assert view.greeting.text().startswith("[")
    assert view.lists.lists["changed"].nothing.text().startswith("[")
