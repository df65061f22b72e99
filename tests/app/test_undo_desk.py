"""Undo and redo by keys, buttons, the toast and the list of acts, over a real database."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.workspace import open_workspace
from db.tables.opportunity import OpportunityRow
from db.writes import update_rows
from tests.lists import add_contacts, add_opportunities
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from core.workspace import Workspace
    from tests.app.desktop import Desktop

    Open = Callable[[str], Desktop]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_ALT = CTRL | Qt.KeyboardModifier.AltModifier
RENAMED = "Renamed to {title}"


@pytest.fixture
def desktop(open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str) -> Desktop:
    """Return a window on three opportunities."""
    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 3)
    made = open_desktop(sqlite_address)
    made.wait_for_list()
    made.wait(lambda: made.screen.model.rowCount() == 3)
    made.wait(made.window.shell.top.undo.isEnabled)
    return made


def rename(desktop: Desktop, title: str) -> UUID:
    """Rename the first row as an act of the user; return the act once it shows."""
    workspace = desktop.desk.workspace
    assert workspace is not None
    key = desktop.screen.model.key(0)
    assert key is not None
    act = workspace.act(RENAMED, NOW, {"title": title})
    # The connections of the window are watched: another one of the same user writes.
    own = open_workspace(workspace.database.name, NOW)
    with closing(own.database), own.database.writing(act) as connection:
        update_rows(connection, OpportunityRow, [(key, {"title": title})], act)
    desktop.wait(lambda: title in desktop.texts("title"))
    return act.id


def press(desktop: Desktop, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(desktop.screen.grid, key, modifier)


def tip(desktop: Desktop) -> str:
    return str(desktop.window.shell.top.undo.toolTip())


def test_ctrl_z_takes_back_and_ctrl_y_does_again(desktop: Desktop) -> None:
    before = desktop.texts("title")
    rename(desktop, "Robot")

    press(desktop, Key.Key_Z)
    desktop.wait(lambda: desktop.texts("title") == before)
    desktop.wait(desktop.window.shell.top.redo.isEnabled)
    press(desktop, Key.Key_Y)

    desktop.wait(lambda: "Robot" in desktop.texts("title"))


def test_a_key_pressed_at_once_takes_back_what_was_just_done(desktop: Desktop) -> None:
    before = desktop.texts("title")
    rename(desktop, "Robot")

    desktop.acting.undo.undo()

    desktop.wait(lambda: desktop.texts("title") == before)


def test_two_quick_presses_take_back_two_acts(desktop: Desktop) -> None:
    before = desktop.texts("title")
    rename(desktop, "Robot")
    rename(desktop, "Lathe")

    press(desktop, Key.Key_Z)
    press(desktop, Key.Key_Z)

    desktop.wait(lambda: desktop.texts("title") == before)
    desktop.qtbot.wait(200)
    assert desktop.message == ""


def test_the_buttons_name_the_acts_and_their_keys(desktop: Desktop) -> None:
    top = desktop.window.shell.top
    rename(desktop, "Robot")
    desktop.wait(lambda: tip(desktop) == "Undo: Renamed to Robot (Ctrl+Z)")
    nothing = top.redo.toolTip(), top.redo.isEnabled()

    top.undo.click()

    desktop.wait(lambda: top.redo.toolTip() == "Redo: Renamed to Robot (Ctrl+Y)")
    assert nothing == ("Nothing to redo (Ctrl+Y)", False)
    assert top.undo.accessibleDescription() == tip(desktop)


def test_other_keys_show_in_the_tooltips_and_work(desktop: Desktop) -> None:
    before = desktop.texts("title")
    rename(desktop, "Robot")
    desktop.wait(lambda: tip(desktop) == "Undo: Renamed to Robot (Ctrl+Z)")

    desktop.window.commands.use_shortcuts({"undo": "Ctrl+Alt+U"})
    shown = tip(desktop)
    press(desktop, Key.Key_U, CTRL_ALT)

    desktop.wait(lambda: desktop.texts("title") == before)
    assert shown == "Undo: Renamed to Robot (Ctrl+Alt+U)"


def test_the_toast_says_what_was_taken_back_and_offers_the_way_back(desktop: Desktop) -> None:
    toast = desktop.window.shell.toast
    rename(desktop, "Robot")
    press(desktop, Key.Key_Z)
    desktop.wait(toast.isVisible)
    said = toast.title.text(), toast.link.text()

    toast.link.click()

    desktop.wait(lambda: "Robot" in desktop.texts("title"))
    desktop.wait(lambda: toast.title.text() == "Done again: Renamed to Robot")
    assert said == ("Taken back: Renamed to Robot", "Undo")


def test_an_edit_is_told_with_its_undo(desktop: Desktop) -> None:
    before = desktop.texts("title")
    act = rename(desktop, "Robot")

    desktop.desk.tell_act(act, "Renamed")
    toast = desktop.window.shell.toast
    shown = toast.isVisible(), toast.title.text()
    toast.link.click()

    desktop.wait(lambda: desktop.texts("title") == before)
    assert shown == (True, "Renamed")


def test_the_list_of_acts_takes_back_an_older_one(desktop: Desktop) -> None:
    rename(desktop, "Robot")
    rename(desktop, "Lathe")
    press(desktop, Key.Key_Z, CTRL_ALT)
    menu = desktop.acting.menu
    desktop.wait(menu.isVisible)
    texts = [action.text() for action in menu.actions()]

    (chosen,) = [action for action in menu.actions() if "Lathe" in action.text()]
    chosen.trigger()
    menu.close()

    desktop.wait(lambda: "Robot" in desktop.texts("title"))
    assert "Renamed to Lathe" in texts[0]
    assert "Renamed to Robot" in texts[1]


def test_an_act_of_which_nothing_is_left_is_told(desktop: Desktop) -> None:
    first = rename(desktop, "Robot")
    rename(desktop, "Lathe")

    desktop.acting.undo.take_back_id(first)

    desktop.wait(lambda: "cannot be undone" in desktop.message)
    assert "Lathe" in desktop.texts("title")


def test_after_a_refusal_the_next_press_works(desktop: Desktop) -> None:
    first = rename(desktop, "Robot")
    rename(desktop, "Lathe")
    desktop.acting.undo.take_back_id(first)
    desktop.wait(lambda: "cannot be undone" in desktop.message)

    press(desktop, Key.Key_Z)

    desktop.wait(lambda: "Robot" in desktop.texts("title"))
