"""Ctrl+K over screens, commands and records of a real database."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.workspace import open_workspace
from tests.lists import add_contacts, add_opportunities
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.palette_desk import PaletteDesk
    from tests.app.desktop import Desktop
    from widgets.palette import PaletteResult

    Open = Callable[[str], Desktop]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TITLES = ("Packing line", "Bottling machine", "Wrapping robot")
MANY = 400


@pytest.fixture
def desktop(open_desktop: Open, sqlite_address: str) -> Desktop:
    """Return a window on many opportunities, with the palette open."""
    workspace = open_workspace(sqlite_address, NOW)
    with closing(workspace.database):
        contacts = add_contacts(workspace, ["Conti Meccanica", "Abate", "Bruno"])
        add_opportunities(
            workspace, contacts, MANY, lambda place: {"title": f"{TITLES[place % 3]} {place}"}
        )
    made = open_desktop(sqlite_address)
    made.wait_for_list()
    made.wait(lambda: made.screen.model.rowCount() == MANY)
    QTest.keyClick(made.screen.grid, Key.Key_K, CTRL)
    made.wait(palette_of(made).palette.isVisible)
    return made


def palette_of(desktop: Desktop) -> PaletteDesk:
    assert desktop.desk.screens is not None
    return desktop.desk.screens.palette


def type_words(desktop: Desktop, words: str) -> None:
    field = palette_of(desktop).palette.field
    field.selectAll()
    QTest.keyClicks(field, words)


def results(desktop: Desktop) -> list[PaletteResult]:
    model = palette_of(desktop).palette.model
    found = (model.result(row) for row in range(model.rowCount()))
    return [result for result in found if result is not None]


def titles(desktop: Desktop) -> list[str]:
    return [result.title for result in results(desktop)]


def enter(desktop: Desktop) -> None:
    QTest.keyClick(palette_of(desktop).palette.field, Key.Key_Return)


def test_nothing_typed_lists_screens_and_commands(desktop: Desktop) -> None:
    assert {"Home", "Opportunities", "Contacts", "Settings"} <= set(titles(desktop))


def test_a_screen_is_found_in_spite_of_a_slip_and_opened_by_enter(desktop: Desktop) -> None:
    type_words(desktop, "settigns")
    desktop.wait(lambda: titles(desktop)[:1] == ["Settings"])

    enter(desktop)

    desktop.wait(lambda: desktop.window.shell.tabs.current == "settings")
    assert not palette_of(desktop).palette.isVisible()


def test_a_command_shows_its_keys_and_runs(desktop: Desktop) -> None:
    type_words(desktop, "what i did")
    desktop.wait(lambda: titles(desktop)[:1] == ["What I did last"])
    keys = results(desktop)[0].keys

    enter(desktop)

    assert keys == ("Ctrl", "Alt", "Z")
    menu = desktop.acting.menu
    desktop.wait(menu.isVisible)
    menu.close()


def test_an_opportunity_is_found_in_spite_of_a_slip_and_chosen_in_its_list(
    desktop: Desktop,
) -> None:
    type_words(desktop, "botling 301")
    desktop.wait(lambda: titles(desktop)[:1] == ["Bottling machine 301"])

    enter(desktop)

    desktop.wait(lambda: chosen(desktop, "title") == ["Bottling machine 301"])
    assert desktop.screen.grid.hasFocus()


def test_an_opportunity_is_found_by_its_number(desktop: Desktop) -> None:
    type_words(desktop, "26/00123")

    desktop.wait(lambda: titles(desktop)[:1] == ["Packing line 123"])


def test_an_opportunity_is_found_behind_a_filter_that_hides_it(desktop: Desktop) -> None:
    desktop.type_words("wrapping")
    desktop.wait(lambda: desktop.screen.model.rowCount() < MANY)
    palette_of(desktop).open()
    type_words(desktop, "26/00123")
    desktop.wait(lambda: titles(desktop)[:1] == ["Packing line 123"])

    enter(desktop)

    desktop.wait(lambda: chosen(desktop, "title") == ["Packing line 123"])


def test_a_contact_is_found_and_chosen_in_a_list_that_is_opened_for_it(desktop: Desktop) -> None:
    type_words(desktop, "meccanica")
    desktop.wait(lambda: titles(desktop)[:1] == ["Conti Meccanica"])

    enter(desktop)

    desktop.wait(lambda: desktop.window.shell.tabs.current == "contacts")
    assert desktop.desk.screens is not None
    view = desktop.desk.screens.lists.open["contacts"]
    desktop.wait(lambda: len(view.grid.selectionModel().selectedRows()) == 1)
    (index,) = view.grid.selectionModel().selectedRows()
    place = [column.name for column in view.model.columns].index("name")
    assert view.model.index(index.row(), place).data() == "Conti Meccanica"


def test_what_is_not_there_is_said(desktop: Desktop) -> None:
    type_words(desktop, "qqqqxyz")

    desktop.wait(lambda: titles(desktop) == [])
    message = palette_of(desktop).palette.message
    desktop.wait(lambda: message.text() == "Nothing is called “qqqqxyz”.")


def test_words_typed_in_a_hurry_are_answered_for_the_last_of_them(desktop: Desktop) -> None:
    for words in ("pa", "pack", "bottling 1", "wrapping robot 200"):
        type_words(desktop, words)

    desktop.wait(lambda: titles(desktop)[:1] == ["Wrapping robot 200"])
    desktop.qtbot.wait(100)
    assert titles(desktop)[0] == "Wrapping robot 200"


def test_other_keys_open_it_and_stand_in_the_search(desktop: Desktop) -> None:
    palette = palette_of(desktop).palette
    palette.dismiss()

    desktop.window.commands.use_shortcuts({"palette": "Ctrl+J"})
    QTest.keyClick(desktop.screen.grid, Key.Key_J, CTRL)

    assert palette.isVisible()
    assert desktop.window.shell.top.search.toolTip() == "Search or run a command (Ctrl+J)"


def test_without_keys_the_search_names_none(desktop: Desktop) -> None:
    desktop.window.commands.use_shortcuts({"palette": ""})

    assert desktop.window.shell.top.search.toolTip() == "Search or run a command"


def chosen(desktop: Desktop, name: str) -> list[str | None]:
    """Return a text of the rows that are chosen."""
    model = desktop.screen.model
    place = [column.name for column in model.columns].index(name)
    rows = desktop.screen.grid.selectionModel().selectedRows()
    return [model.index(index.row(), place).data() for index in rows]
