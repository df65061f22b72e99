"""The pictures: a new one is one function and one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.main_window import MainWindow
from app.shots.boards import BOARD_SHOTS
from app.shots.stage import LOCALE
from core.formats import Formats
from db.filters import ChoiceFilter
from db.list_query import ListQuery, Order
from views.start.start_page import StartPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.desk import Desk
    from app.shots.stage import Stage


class Shot(NamedTuple):
    """A picture: its screen, what it shows of it, and how it is brought about."""

    screen: str
    state: str
    draw: Callable[[Stage, Path], None]


def _filled(stage: Stage, desk: Desk) -> None:
    stage.wait(lambda: desk.list is not None and desk.list.model.rowCount() > 0)


def _list(stage: Stage, path: Path) -> None:
    with stage.window(stage.demo_file()) as (window, desk):
        _filled(stage, desk)
        stage.save(window, path)


def _list_sorted(stage: Stage, path: Path) -> None:
    """Draw what is open, sorted by two columns, with a row chosen."""
    with stage.window(stage.demo_file()) as (window, desk):
        _filled(stage, desk)
        view = desk.list
        if view is not None:
            orders = (Order("probability", descending=True), Order("net", descending=True))
            view.show_query(ListQuery(orders, filters=(ChoiceFilter("outcome", ("open",)),)))
            stage.rest()
            view.grid.selectRow(3)
        stage.save(window, path)


def _list_filtered(stage: Stage, path: Path) -> None:
    with stage.window(stage.demo_file()) as (window, desk):
        _filled(stage, desk)
        if desk.list is not None:
            desk.list.search.setText("line")
        stage.save(window, path)


def _list_nothing_found(stage: Stage, path: Path) -> None:
    with stage.window(stage.demo_file()) as (window, desk):
        _filled(stage, desk)
        if desk.list is not None:
            desk.list.search.setText("submarine")
        stage.save(window, path)


def _list_empty(stage: Stage, path: Path) -> None:
    with stage.window(stage.folder / f"{path.stem}.db") as (window, desk):
        stage.wait(lambda: desk.list is not None)
        stage.save(window, path)


def _list_refused(stage: Stage, path: Path) -> None:
    """Draw the sentence about a file that is something else."""
    file = stage.folder / "letter.db"
    file.write_text("Dear Sir or Madam,\n" * 100, encoding="utf-8")
    with stage.window(file) as (window, _desk):
        stage.wait(lambda: not window.message.isHidden())
        stage.save(window, path)


def _screen(key: str) -> Callable[[Stage, Path], None]:
    """Return how a screen of the navigation is drawn."""

    def draw(stage: Stage, path: Path) -> None:
        with stage.window(stage.demo_file()) as (window, desk):
            _filled(stage, desk)
            if desk.screens is not None:
                desk.screens.book.show(key)
            stage.rest()
            stage.save(window, path)

    return draw


def _palette(stage: Stage, path: Path) -> None:
    """Draw what Ctrl+K finds in spite of a typing error."""
    with stage.window(stage.demo_file()) as (window, desk):
        _filled(stage, desk)
        if desk.screens is not None:
            desk.screens.palette.palette.open("botling line")
        stage.rest()
        stage.save(window, path)


def _start(stage: Stage, path: Path) -> None:
    """Draw the first thing that a new user sees."""
    window = MainWindow(stage.appearance)
    page = StartPage(stage.appearance, Formats(LOCALE))
    page.set_look("en", stage.appearance.theme.name, "comfortable")
    window.show_page(page)
    window.show()
    stage.save(window, path)
    window.close()
    window.deleteLater()


SHOTS = (
    Shot("start", "", _start),
    Shot("home", "", _screen("home")),
    Shot("list", "", _list),
    Shot("list", "sorted", _list_sorted),
    Shot("list", "filtered", _list_filtered),
    Shot("list", "nothing-found", _list_nothing_found),
    Shot("list", "empty", _list_empty),
    Shot("list", "refused", _list_refused),
    Shot("contacts", "", _screen("contacts")),
    Shot("activities", "", _screen("activities")),
    Shot("settings", "", _screen("settings")),
    Shot("palette", "", _palette),
    *(Shot(*each) for each in BOARD_SHOTS),
)
